// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/config/service_config.h"

#include <QJsonObject>

#include <atomic>
#include <functional>
#include <mutex>

namespace deskhand {

/// What the service tells its operator: an object of JSON a line, {"time":…,"level":…,"event":…,…}.
///
/// What may be in it: names of events, endpoints and jobs, codes, numbers, ids. Never bodies, addresses (of mail or of
/// clients), names, what somebody has typed, tokens. So what Deskhand's own layers log passes (their logs hold none of
/// that by rule), and of everybody else's messages only where they come from. Thread-safe.
class ServiceLog
{
public:
    using Sink = std::function<void(const QByteArray &line)>;

    /// `sink`: empty: standard error.
    explicit ServiceLog(LogLevel level, Sink sink = {});
    ~ServiceLog();
    ServiceLog(const ServiceLog &) = delete;
    ServiceLog &operator=(const ServiceLog &) = delete;

    void setLevel(LogLevel level) { m_level = level; }
    [[nodiscard]] bool tells(LogLevel level) const { return level <= m_level; }
    void tell(LogLevel level, const char *event, QJsonObject fields = {});

    /// Messages of Qt's logging come here until the log is destroyed; of one log at a time.
    void takeOver();

private:
    Sink m_sink;
    std::atomic<LogLevel> m_level;
    std::mutex m_mutex;
};

} // namespace deskhand
