// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace deskhand {

/// How a service is doing, for its operator: GET /api/v1/status. Figures of the one process that answers; several may
/// serve the same desk.
struct ServiceStatus {
    QString version; ///< of the service's program
    QString kind;    ///< where the desk is: "file" or "postgresql"
    bool ready = false;
    QString problem;       ///< why it is not ready; empty: it is
    bool hasJobs = false;  ///< this process does the desk's jobs, or waits for their leases
    qint64 clients = 0;    ///< that listen
    qint64 cursor = 0;     ///< where the feed ends, as far as this process has heard
    qint64 running = 0;    ///< questions and commands that the desk works on
    qint64 pending = 0;    ///< changes that wait to be told
    qint64 backlog = 0;    ///< bytes that wait for clients that read slowly
    Instant startedAt = 0; ///< this process
    Instant now = 0;
    bool operator==(const ServiceStatus &) const = default;
};

[[nodiscard]] QByteArray encodeServiceStatus(const ServiceStatus &status);
/// Fields that a newer service adds are left out, missing ones keep their values. Errors: Corrupt.
[[nodiscard]] Result<ServiceStatus> decodeServiceStatus(const QByteArray &json);
[[nodiscard]] QJsonObject serviceStatusSchema();

} // namespace deskhand
