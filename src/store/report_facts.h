// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog.h"
#include "domain/report_fact.h"

#include <QByteArray>
#include <QVector>

#include <map>
#include <tuple>

namespace deskhand {

class Connection;
class ZoneRules;

/// A ticket's facts as they are stored.
struct StoredFacts {
    TicketId ticket;
    ReportToday today;
    QVector<ReportFact> facts; ///< by n
};

/// What the facts of some tickets are now, by their events. `ids` ascending; tickets that are not there are left out.
/// Errors: of the store.
[[nodiscard]] Result<QVector<StoredFacts>> deriveFacts(Connection &connection, const SlaVersions &versions,
                                                       const QVector<TicketId> &ids);
/// What is stored of them; tickets without facts are left out. Errors: of the store.
[[nodiscard]] Result<QVector<StoredFacts>> readStoredFacts(Connection &connection, const QVector<TicketId> &ids);

/// The row of report_day that something counts in.
struct ReportDayKey {
    int kind = 0;
    int target = 0;
    int dimension = 0;
    qint64 day = 0;
    qint64 key = 0;
    qint64 queue = 0;
    auto operator<=>(const ReportDayKey &) const = default;
};
struct ReportDaySums {
    qint64 n = 0;
    qint64 wall = 0;
    qint64 business = 0;
    qint64 working = 0;
    qint64 firstOfDay = 0;
    qint64 firstOfWeek = 0;
    qint64 firstOfMonth = 0;
    qint64 firstOfYear = 0;
    bool operator==(const ReportDaySums &) const = default;
};

/// Sums of days, or differences of them.
class ReportDays
{
public:
    /// `zone`: whose days.
    explicit ReportDays(std::shared_ptr<const ZoneRules> zone);

    /// Whether facts of a kind are summed at all. All stretches in which tickets were open are one kind, OpenDay: their
    /// beginnings less their ends.
    [[nodiscard]] static bool areSummed(ReportFactKind kind);
    /// 0 and 1 + Priority.
    static const int dimensions[2];

    void add(const StoredFacts &ticket) { count(ticket, 1); }
    void subtract(const StoredFacts &ticket) { count(ticket, -1); }
    [[nodiscard]] const std::map<ReportDayKey, ReportDaySums> &sums() const { return m_sums; }

private:
    void count(const StoredFacts &ticket, int sign);
    void countFact(const ReportFact &fact, const ReportToday &today, int sign);
    void addTo(ReportDayKey key, const ReportToday &today, const ReportDaySums &sums);

    std::shared_ptr<const ZoneRules> m_zone;
    std::map<ReportDayKey, ReportDaySums> m_sums;
};

/// Makes of the stored facts the new ones, row by row where they differ. In a transaction of the caller. Errors: of the
/// store.
[[nodiscard]] Result<void> storeFacts(Connection &connection, const QVector<StoredFacts> &before,
                                      const QVector<StoredFacts> &after);
/// Adds differences to the stored sums. Likewise.
[[nodiscard]] Result<void> storeDays(Connection &connection, const ReportDays &differences);

} // namespace deskhand
