// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/report_facts.h"

#include <map>
#include <memory>

namespace deskhand {

class ZoneRules;

/// Sums of days that are kept beside each other. Each has a row for a kind, a local day, the ticket's queue today, what
/// is named here, and the day of that fact of the ticket which counts in the same place right before it: so it is known
/// of any days how many different tickets they have, by whatever they are joined. The numbers are stored.
enum class ReportSeries : int {
    Tickets = 1,        ///< by priority today; met and missed are one place
    Targets = 2,        ///< by target and priority today; met and missed are one place
    Verdicts = 3,       ///< by priority today
    TargetVerdicts = 4, ///< by target
    AllVerdicts = 5,    ///< nothing more; met, missed, cancelled and running are one place
    QueuesThen = 6,     ///< by the queue then; met and missed are one place
    PrioritiesThen = 7, ///< by the priority then
    Policies = 8,       ///< by the policy
};
inline constexpr int reportSeriesCount = int(ReportSeries::Policies);

/// The row of report_day that something counts in.
struct ReportDayKey {
    ReportSeries series = ReportSeries::Tickets;
    int kind = 0;
    qint64 day = 0;
    qint64 key = 0; ///< what the series is by
    qint64 queue = 0;
    int target = 0;
    qint64 previousDay = 0;
    auto operator<=>(const ReportDayKey &) const = default;
};

/// Sums of days, or differences of them.
class ReportDays
{
public:
    /// ReportDayKey::previousDay of a ticket's first one: before any day.
    static constexpr qint64 noDay = -1'000'000;

    /// `zone`: whose days.
    explicit ReportDays(std::shared_ptr<const ZoneRules> zone);

    /// Whether facts of a kind are summed at all.
    [[nodiscard]] static bool areSummed(ReportFactKind kind);
    /// Whether those of a kind are in a series.
    [[nodiscard]] static bool isIn(ReportSeries series, ReportFactKind kind);

    void add(const StoredFacts &ticket) { count(ticket, 1); }
    void subtract(const StoredFacts &ticket) { count(ticket, -1); }
    [[nodiscard]] const std::map<ReportDayKey, qint64> &sums() const { return m_sums; }

private:
    void count(const StoredFacts &ticket, int sign);

    std::shared_ptr<const ZoneRules> m_zone;
    std::map<ReportDayKey, qint64> m_sums;
};

/// Adds differences to the stored sums. In a transaction of the caller. Errors: of the store.
[[nodiscard]] Result<void> storeDays(Connection &connection, const ReportDays &differences);

} // namespace deskhand
