// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/report_paper/painter_process.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

namespace deskhand {
namespace {

constexpr int startLimit = 10'000; // ms
constexpr int askEvery = 100;
constexpr int saidLimit = 500;

Error painterError(ErrorCode code, const QString &detail)
{
    return Error{code, QStringLiteral("report.painter"), detail, {}};
}

/// What it says of its own doing; without what only matters to programs that have a window.
QString lastWords(QProcess &process)
{
    const QByteArray said = process.readAllStandardError().right(saidLimit);
    return QString::fromUtf8(said).simplified();
}

Result<QByteArray> waitForPaper(QProcess &process, const std::function<bool()> &goesOn, int limit)
{
    QElapsedTimer timer;
    timer.start();
    QByteArray paper;
    while (process.state() != QProcess::NotRunning) {
        process.waitForFinished(askEvery);
        paper += process.readAllStandardOutput();
        if (paper.size() > mostPaperBytes)
            return painterError(ErrorCode::Invalid, QStringLiteral("it gave back too much"));
        if (goesOn && !goesOn())
            return painterError(ErrorCode::Cancelled, QString());
        if (timer.elapsed() > limit)
            return painterError(ErrorCode::Timeout, QStringLiteral("no answer within %1 s").arg(limit / 1000));
    }
    paper += process.readAllStandardOutput();
    if (process.exitStatus() != QProcess::NormalExit)
        return painterError(ErrorCode::Internal, QStringLiteral("it crashed: ") + lastWords(process));
    if (process.exitCode() != 0)
        return painterError(ErrorCode::Internal,
                            QStringLiteral("it ended with %1: %2").arg(process.exitCode()).arg(lastWords(process)));
    return paper;
}

} // namespace

QString painterProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("deskhand-painter.exe");
#else
    const QString name = QStringLiteral("deskhand-painter");
#endif
    for (const QString &folder : {here, here + QStringLiteral("/../bin")}) {
        const QFileInfo file(folder + u'/' + name);
        if (file.isFile() && file.isExecutable())
            return file.canonicalFilePath();
    }
    return {};
}

Result<ReportMail> paintInProcess(const PaperOrder &order, const std::function<bool()> &goesOn, const QString &program,
                                  int limit)
{
    if (program.isEmpty())
        return painterError(ErrorCode::NotFound, QStringLiteral("deskhand-painter is not installed"));
    const QByteArray json = encodePaperOrder(order);
    if (json.size() > mostPaperBytes)
        return painterError(ErrorCode::Invalid, QStringLiteral("the report is too large to be painted"));
    QProcess process;
    process.setProgram(program);
    process.start();
    if (!process.waitForStarted(startLimit))
        return painterError(ErrorCode::NotFound, process.errorString());
    process.write(json);
    process.closeWriteChannel();
    const Result<QByteArray> paper = waitForPaper(process, goesOn, limit);
    if (!paper) {
        process.kill();
        process.waitForFinished(startLimit);
        return paper.error();
    }
    Result<ReportMail> read = decodePaper(*paper);
    return read ? read : painterError(ErrorCode::Internal, read.error().detail);
}

} // namespace deskhand
