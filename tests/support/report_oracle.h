// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "domain/report.h"
#include "operations/query.h"
#include "operations/sla_report.h"

#include <QHash>
#include <QVector>

namespace deskhand::test {

/// A ticket as a desk tells of it.
struct OracleTicket {
    TicketHead head;
    TicketSla sla;
    QHash<ArticleId, PersonId> authors;
    QVector<WorkEntry> work; ///< for itself
};

/// One thing that a report counts, with all that it could be split by.
struct Occurrence {
    TicketId ticket;
    Instant at = 0;
    QHash<ReportDimension, qint64> keys;
    QStringList tags;
    QString activity;
    qint64 value = 0; ///< a duration …
    Instant from = 0; ///< … and when it began
    Instant until = 0;
    bool hit = false; ///< of a share: met, reopened; of first contact: that it was none
    bool open = false;
};

/// What reports say, made by going through the events of all tickets again and again, as their definitions read. Slow,
/// and nothing of the store's in it.
class ReportOracle
{
public:
    ReportOracle(CatalogPtr catalog, QVector<OracleTicket> tickets, Instant now);

    /// What happens in an interval, of backlogs what is open at its end.
    [[nodiscard]] QVector<Occurrence> occurrences(const Report &report, const ReportInterval &interval) const;

    /// The key of a time dimension.
    [[nodiscard]] static qint64 timeKey(ReportDimension dimension, const QString &zone, Instant at);
    /// Something that began in an interval, and whether it is known to have ended in it.
    struct Lasting {
        TicketId ticket;
        qint64 lasted = 0;
        bool ended = false;
    };
    [[nodiscard]] QVector<Lasting> lasting(const Report &report, const ReportInterval &interval) const;
    /// The share that lasts longer, by Kaplan and Meier.
    [[nodiscard]] static double survivalAfter(const QVector<Lasting> &all, qint64 after);

    struct Value {
        std::optional<qint64> value;
        qint64 tickets = 0;
        qint64 of = 0;
        qint64 open = 0;
    };
    /// `all`: of the whole report, for shares of it.
    [[nodiscard]] static Value valueOf(const Report &report, const QVector<Occurrence> &of,
                                       const QVector<Occurrence> &all);

private:
    struct Log;
    void collect(const OracleTicket &ticket, const Log &log, const Report &report, const ReportInterval &interval,
                 QVector<Occurrence> *found) const;
    void collectSolves(const OracleTicket &ticket, const Log &log, const Report &report, const ReportInterval &interval,
                       QVector<Occurrence> *found) const;
    void collectStanding(const OracleTicket &ticket, const Log &log, const Report &report,
                         const ReportInterval &interval, QVector<Occurrence> *found) const;
    void collectDurations(const OracleTicket &ticket, const Log &log, const Report &report,
                          const ReportInterval &interval, QVector<Occurrence> *found) const;
    void collectChanges(const OracleTicket &ticket, const Log &log, const Report &report,
                        const ReportInterval &interval, QVector<Occurrence> *found) const;
    void collectClocks(const OracleTicket &ticket, const Log &log, const Report &report, const ReportInterval &interval,
                       QVector<Occurrence> *found) const;
    void collectWork(const OracleTicket &ticket, const Log &log, const ReportInterval &interval,
                     QVector<Occurrence> *found) const;
    [[nodiscard]] Occurrence make(const OracleTicket &ticket, const Log &log, Instant at, qsizetype event) const;

    CatalogPtr m_catalog;
    QVector<OracleTicket> m_tickets;
    Instant m_now;
};

} // namespace deskhand::test
