// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"
#include "bench/report.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

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

} // namespace

void benchStartup(BenchDesk &desk)
{
    const QTemporaryDir settings;
    const QString program = QStringLiteral(DESKHAND_BINARY_DIR "/bin/deskhand");
    if (!QFile::exists(program))
        giveUp(QStringLiteral("%1 is not built").arg(program));
    QVector<double> starts;
    double memory = 0;
    constexpr int rounds = 11;
    constexpr int settlingMs = 4000;
    for (int round = 0; round < rounds; ++round) {
        QProcess process;
        QElapsedTimer timer;
        timer.start();
        process.start(
            program, {QStringLiteral("--say-painted"), QStringLiteral("--settings-dir"), settings.path(), desk.path()});
        if (!process.waitForReadyRead(20'000))
            giveUp(QStringLiteral("the program painted nothing: %1")
                       .arg(QString::fromUtf8(process.readAllStandardError())));
        const double took = double(timer.nsecsElapsed()) / 1e6;
        if (round == 1)
            process.waitForFinished(
                settlingMs); // it does not finish: what follows the first picture has its memory too
        memory = std::max(memory, residentMegabytes(process.processId()));
        process.kill();
        process.waitForFinished();
        if (round > 0) // the first warms the caches
            starts.append(took);
    }
    report({QStringLiteral("startup"),
            QStringLiteral("exec to painted list, p50"),
            percentile(starts, 0.5),
            QStringLiteral("ms"),
            {},
            400.0});
    report({QStringLiteral("startup"),
            QStringLiteral("exec to painted list, max"),
            percentile(starts, 1),
            QStringLiteral("ms"),
            {},
            {}});
    report({QStringLiteral("startup"), QStringLiteral("resident memory"), memory, QStringLiteral("MB"), {}, 200.0});
}

} // namespace deskhand::bench
