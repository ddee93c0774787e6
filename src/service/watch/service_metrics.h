// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_server.h"

#include <QByteArray>
#include <QHash>

#include <array>
#include <mutex>

namespace deskhand {

/// Collects what /metrics tells. Thread-safe.
class ServiceMetrics
{
public:
    /// A request has been answered.
    void noteRequest(const char *endpoint, int status, qint64 microseconds);
    /// A question or a command has come back from the desk.
    void noteDesk(const char *operation, bool worked, qint64 microseconds);
    void notePushed(qint64 messages, qint64 bytes);

    /// In the text format of Prometheus, version 0.0.4.
    [[nodiscard]] QByteArray text() const;

private:
    /// Upper ends of the buckets, in seconds.
    static constexpr std::array<double, 11> ends{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 5, 30};
    struct Histogram {
        std::array<qint64, ends.size()> counts{};
        qint64 count = 0;
        double sum = 0; ///< seconds
        void note(qint64 microseconds);
    };
    static void writeHistogram(QByteArray *text, const QByteArray &name, const QByteArray &label,
                               const QHash<QByteArray, Histogram> &histograms);

    mutable std::mutex m_mutex;
    QHash<QPair<QByteArray, int>, qint64> m_requests;
    QHash<QByteArray, Histogram> m_requestTimes;
    QHash<QByteArray, Histogram> m_deskTimes;
    QHash<QByteArray, qint64> m_deskFailures;
    qint64 m_pushedMessages = 0;
    qint64 m_pushedBytes = 0;
};

/// One more figure, with its HELP and TYPE. `type`: "counter" or "gauge".
void writeMetric(QByteArray *text, const char *name, const char *type, const char *help, double value);
/// The figures of the sockets.
void writeEdgeMetrics(QByteArray *text, const EdgeFigures &figures);

} // namespace deskhand
