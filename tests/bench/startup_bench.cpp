// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"
#include "bench/starts.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

namespace deskhand::bench {
namespace {

/// Resident memory in MB as the kernel says it; 0 where it does not.
double residentMegabytes(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

constexpr int startRounds = 11;
constexpr int settlingMs = 4000;

} // namespace

Starts measureStarts(const QStringList &arguments)
{
    const QString program = QStringLiteral(DESKHAND_BINARY_DIR "/bin/deskhand");
    if (!QFile::exists(program))
        giveUp(QStringLiteral("%1 is not built").arg(program));
    Starts starts;
    for (int round = 0; round < startRounds; ++round) {
        QProcess process;
        QElapsedTimer timer;
        timer.start();
        process.start(program, QStringList{QStringLiteral("--say-painted")} + arguments);
        if (!process.waitForReadyRead(20'000))
            giveUp(QStringLiteral("the program painted nothing: %1")
                       .arg(QString::fromUtf8(process.readAllStandardError())));
        const double took = double(timer.nsecsElapsed()) / 1e6;
        if (round == 1)
            process.waitForFinished(
                settlingMs); // it does not finish: what follows the first picture has its memory too
        starts.memory = std::max(starts.memory, residentMegabytes(process.processId()));
        process.kill();
        process.waitForFinished();
        if (round > 0) // the first warms the caches
            starts.milliseconds.append(took);
    }
    return starts;
}

void benchStartup(BenchDesk &desk)
{
    const QTemporaryDir settings;
    const Starts starts = measureStarts({QStringLiteral("--settings-dir"), settings.path(), desk.path()});
    report({QStringLiteral("startup"),
            QStringLiteral("exec to painted list, p50"),
            percentile(starts.milliseconds, 0.5),
            QStringLiteral("ms"),
            {},
            400.0});
    report({QStringLiteral("startup"),
            QStringLiteral("exec to painted list, max"),
            percentile(starts.milliseconds, 1),
            QStringLiteral("ms"),
            {},
            {}});
    report(
        {QStringLiteral("startup"), QStringLiteral("resident memory"), starts.memory, QStringLiteral("MB"), {}, 200.0});
}

} // namespace deskhand::bench
