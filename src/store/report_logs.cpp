// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_logs.h"

#include "store/sla_reading.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype logsAtOnce = 1'000; // tickets

} // namespace

Result<void> eachLogOf(Connection &connection, const QVector<qint64> &tickets,
                       const std::function<void(qsizetype, const QVector<SlaEvent> &)> &take)
{
    for (qsizetype first = 0; first < tickets.size(); first += logsAtOnce) {
        const qsizetype behind = std::min(first + logsAtOnce, tickets.size());
        QVector<TicketSla> logs;
        for (qsizetype i = first; i < behind; ++i) {
            if (logs.isEmpty() || logs.last().ticket.value != tickets[i])
                logs.append(TicketSla{TicketId{tickets[i]}, {}, {}, {}});
        }
        QVector<TicketSla *> toFill;
        for (TicketSla &log : logs)
            toFill.append(&log);
        if (Result<void> filled = readClocksOf(connection, toFill); !filled)
            return filled;
        qsizetype log = 0;
        for (qsizetype i = first; i < behind; ++i) {
            while (logs[log].ticket.value != tickets[i])
                ++log;
            take(i, logs[log].events);
        }
    }
    return {};
}

} // namespace deskhand
