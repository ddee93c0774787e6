// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog.h"
#include "domain/report_fact.h"

namespace deskhand {

class Connection;

/// How far the facts of reports are behind their desk.
struct ReportProgress {
    qint64 cursor = 0; ///< of the feed
    /// Whether tickets are gone through: None; All, as when the rules, the zone or all clocks have changed: sums of
    /// days are then only of those up to passTicket; Missing, those that have no facts, after a bulk load.
    enum class Pass : int { None, All, Missing };
    Pass pass = Pass::None;
    qint64 passTicket = 0;
    qint64 done = 0; ///< tickets of the pass
    qint64 total = 0;
    QString zone; ///< of the days
    int rules = 0;
    bool operator==(const ReportProgress &) const = default;

    /// Whether the sums of days are whole and those of a zone.
    [[nodiscard]] bool hasDaysOf(const QString &wanted) const
    {
        return pass != Pass::All && rules == reportFactRules && zone == wanted;
    }
};

[[nodiscard]] Result<ReportProgress> readReportProgress(Connection &connection);
/// Changes that are not in the facts, and tickets that a pass has not come to. Errors: of the store.
[[nodiscard]] Result<qint64> reportLag(Connection &connection, const ReportProgress &progress);

/// Whether tickets have to be gone through, whatever has changed.
[[nodiscard]] bool isReportPassDue(const ReportProgress &progress, const Catalog &catalog);

/// One step of bringing the facts and the sums of their days to where the desk is: the feed is read from where it was,
/// each ticket that has changed is derived anew, and the differences are written with the new cursor; then the next
/// tickets of a pass. In a transaction of the caller, so that a step has happened or has not. `limit`: tickets, about.
/// Gives whether there is more to do. Errors: of the store; Denied on a server for who is neither its owner nor a
/// service.
[[nodiscard]] Result<bool> catchUpReports(Connection &connection, const Catalog &catalog, int limit);

/// Before a report is answered: brings the facts to where the desk is, if they are not far behind; a fifth of a second
/// at most. Begins its own transactions. Errors: as catchUpReports(), and then the report is of what there is.
[[nodiscard]] Result<void> catchUpSoon(Connection &connection, const Catalog &catalog);

/// What is wrong with the facts and sums of a desk, when all is derived anew; up to twenty lines of English for logs.
/// For a desk that nobody changes meanwhile. Errors: of the store.
[[nodiscard]] Result<QStringList> verifyReports(Connection &connection, const Catalog &catalog);
/// Takes all facts away, so that the next steps make them anew. In a transaction of the caller.
[[nodiscard]] Result<void> dropReportFacts(Connection &connection);

} // namespace deskhand
