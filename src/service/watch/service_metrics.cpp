// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/watch/service_metrics.h"

#include <QStringList>

#include <algorithm>

namespace deskhand {
namespace {

QByteArray metricNumber(double value)
{
    return value == double(qint64(value)) ? QByteArray::number(qint64(value)) : QByteArray::number(value, 'g', 12);
}

void writeHead(QByteArray *text, const QByteArray &name, const char *type, const char *help)
{
    *text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

template <typename Value>
QList<QByteArray> sortedKeys(const QHash<QByteArray, Value> &hash)
{
    QList<QByteArray> keys = hash.keys();
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace

void ServiceMetrics::Histogram::note(qint64 microseconds)
{
    const double seconds = double(microseconds) / 1e6;
    for (size_t i = 0; i < ends.size(); ++i) {
        if (seconds <= ends[i]) {
            ++counts[i];
            break;
        }
    }
    ++count;
    sum += seconds;
}

void ServiceMetrics::noteRequest(const char *endpoint, int status, qint64 microseconds)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests[{endpoint, status}];
    m_requestTimes[endpoint].note(microseconds);
}

void ServiceMetrics::noteDesk(const char *operation, bool worked, qint64 microseconds)
{
    const std::lock_guard lock(m_mutex);
    m_deskTimes[operation].note(microseconds);
    if (!worked)
        ++m_deskFailures[operation];
}

void ServiceMetrics::notePushed(qint64 messages, qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    m_pushedMessages += messages;
    m_pushedBytes += bytes;
}

void ServiceMetrics::writeHistogram(QByteArray *text, const QByteArray &name, const QByteArray &label,
                                    const QHash<QByteArray, Histogram> &histograms)
{
    for (const QByteArray &key : sortedKeys(histograms)) {
        const Histogram histogram = histograms.value(key);
        const QByteArray labels = label + "=\"" + key + '"';
        qint64 below = 0;
        for (size_t i = 0; i < ends.size(); ++i) {
            below += histogram.counts[i];
            *text += name + "_bucket{" + labels + ",le=\"" + metricNumber(ends[i]) + "\"} " + QByteArray::number(below)
                     + '\n';
        }
        *text += name + "_bucket{" + labels + ",le=\"+Inf\"} " + QByteArray::number(histogram.count) + '\n';
        *text += name + "_sum{" + labels + "} " + metricNumber(histogram.sum) + '\n';
        *text += name + "_count{" + labels + "} " + QByteArray::number(histogram.count) + '\n';
    }
}

QByteArray ServiceMetrics::text() const
{
    const std::lock_guard lock(m_mutex);
    QByteArray text;
    writeHead(&text, "deskhand_requests_total", "counter", "Requests that were answered, by endpoint and status.");
    QList<QPair<QByteArray, int>> requests = m_requests.keys();
    std::sort(requests.begin(), requests.end());
    for (const auto &key : std::as_const(requests))
        text += "deskhand_requests_total{endpoint=\"" + key.first + "\",status=\"" + QByteArray::number(key.second)
                + "\"} " + QByteArray::number(m_requests.value(key)) + '\n';
    writeHead(&text, "deskhand_request_seconds", "histogram", "From a request's end to its answer, by endpoint.");
    writeHistogram(&text, "deskhand_request_seconds", "endpoint", m_requestTimes);
    writeHead(&text, "deskhand_desk_seconds", "histogram", "What the desk took, with waiting, by operation.");
    writeHistogram(&text, "deskhand_desk_seconds", "operation", m_deskTimes);
    writeHead(&text, "deskhand_desk_failures_total", "counter", "Questions and commands that the desk refused.");
    for (const QByteArray &key : sortedKeys(m_deskFailures))
        text += "deskhand_desk_failures_total{operation=\"" + key + "\"} "
                + QByteArray::number(m_deskFailures.value(key)) + '\n';
    writeMetric(&text, "deskhand_pushed_messages_total", "counter", "Messages pushed to WebSockets.",
                double(m_pushedMessages));
    writeMetric(&text, "deskhand_pushed_bytes_total", "counter", "Bytes pushed to WebSockets, before TLS.",
                double(m_pushedBytes));
    return text;
}

void writeMetric(QByteArray *text, const char *name, const char *type, const char *help, double value)
{
    writeHead(text, name, type, help);
    *text += QByteArray(name) + ' ' + metricNumber(value) + '\n';
}

void writeEdgeMetrics(QByteArray *text, const EdgeFigures &figures)
{
    writeMetric(text, "deskhand_connections", "gauge", "Connections that are open.", double(figures.connections));
    writeMetric(text, "deskhand_sockets", "gauge", "WebSockets that are open.", double(figures.sockets));
    writeMetric(text, "deskhand_edge_requests_total", "counter", "Requests that came in whole.",
                double(figures.requests));
    writeMetric(text, "deskhand_refused_by_limit_total", "counter", "Connections and requests refused by a limit.",
                double(figures.refusedByLimit));
    writeMetric(text, "deskhand_malformed_total", "counter", "Requests that were none.", double(figures.malformed));
    writeMetric(text, "deskhand_backlog_bytes", "gauge", "Bytes that wait for clients that read slowly.",
                double(figures.backlogBytes));
    writeMetric(text, "deskhand_dropped_slow_sockets_total", "counter", "WebSockets that were dropped as too slow.",
                double(figures.droppedSlowSockets));
    writeMetric(text, "deskhand_request_bytes", "gauge", "Bodies of requests that are being read or answered.",
                double(figures.bodyBytes));
    writeMetric(text, "deskhand_upload_bytes", "gauge", "Uploads that are being read or stored, in files.",
                double(figures.uploadBytes));
}

} // namespace deskhand
