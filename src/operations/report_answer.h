// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/report.h"

namespace deskhand {

struct ReportQuery {
    Report report;
    PersonId me; ///< what they see is counted; invalid: the desk itself, everything
    Instant now = 0;
};

struct ReportAxisEntry {
    qint64 key = 0; ///< see ReportDimension
    QString label; ///< name of a reference, text of a tag or reason; empty where the key says all (times, enumerations)
    qint64 exposure = 0; ///< Weekday, Hour: ms of the period that were such; else 0
    bool operator==(const ReportAxisEntry &) const = default;
};

/// One dimension of an answer: times without holes in their order, other things by size, the biggest first.
struct ReportAxis {
    ReportDimension dimension = ReportDimension::Queue;
    QVector<ReportAxisEntry> entries;
    bool others = false; ///< the last entry is what Report::limit has left out, key -1
    bool operator==(const ReportAxis &) const = default;
};

/// One value. The tickets that it has counted are those of the list with CountedTickets.
struct ReportCell {
    /// Count: how many; Share: thousandths of a percent, 0 to 100,000; durations: ms, rounded. None: there is nothing
    /// of which it could be told.
    std::optional<qint64> value;
    qint64 tickets = 0; ///< different tickets in it; the length of its list
    /// Share: of how many; durations: how many values. Count, split by Weekday or Hour: ms of the period until now that
    /// were such (the exposure), so that value ÷ of is a rate; a day of 25 hours has its second hour twice.
    qint64 of = 0;
    qint64 open = 0; ///< durations: how many more have not ended (yet); SlaCompliance: that still run
    bool operator==(const ReportCell &) const = default;
};

/// A point of a survival curve: Kaplan and Meier, "Nonparametric Estimation from Incomplete Observations", J. Am.
/// Statist. Assoc. 53 (1958) 457–481, in whole ms of the report's clock. Of it is what began in the period (with the
/// ticket's opening; of NextResponse: with the customer's message). What ended in the period has lasted until its end;
/// what ended later or has not is censored at the end of the period, at most now. So a past period's curve only changes
/// when its tickets do. What ends or is censored at a time is at risk at it.
struct ReportSurvivalPoint {
    qint64 after = 0; ///< ms since it began
    qint64 share = 0; ///< that lasts longer: ∏ (1 − ended ÷ at risk) of all times until then; thousandths of a percent
    qint64 atRisk = 0;  ///< that is known to have lasted so long: neither ended nor censored before
    qint64 tickets = 0; ///< different ones at risk; the length of its list
    bool operator==(const ReportSurvivalPoint &) const = default;
};

struct ReportAnswer {
    ReportInterval interval;
    QString zone;
    QVector<ReportAxis> axes;  ///< as Report::by
    QVector<ReportCell> cells; ///< of all entries, the last axis fastest; without axes empty
    ReportCell total;
    std::optional<ReportInterval> comparedWith; ///< with a comparison …
    QVector<ReportCell> compared;               ///< … cells of the same axes (spans: by place, not by key) …
    ReportCell comparedTotal;                   ///< … and what is compared with the total
    /// Durations: how the values of all are spread, up to 60 equal classes from 0, the last one open; else empty.
    QVector<qint64> spread;
    QVector<qint64> spreadTickets;                         ///< of each class, how many different tickets
    qint64 spreadStep = 0;                                 ///< ms
    qint64 median = 0, percentile90 = 0, percentile95 = 0; ///< of all, with a spread
    /// The shortest time that at most half lasts longer than, of a survival curve; none: more than half does.
    std::optional<qint64> survivalMedian;
    QVector<ReportSurvivalPoint> survival; ///< of asksSurvival(), the first at 0; else empty
    qint64 notCounted = 0;                 ///< changes of the desk that are not in it yet
    bool partial = false;                  ///< only what is kept on this computer: the service could not be asked
    bool operator==(const ReportAnswer &) const = default;
};

/// A report that was mailed, or was to be.
struct ReportSending {
    qint64 id = 0;
    ReportItemId schedule;
    QString name; ///< of the schedule then
    PersonId reader;
    Instant dueAt = 0;
    Instant at = 0;
    DeliveryState state = DeliveryState::Sent; ///< None: nothing was mailed
    QString problem; ///< of None a word (see operations/report_mail.h), of others what a server said
    bool operator==(const ReportSending &) const = default;
};

/// All that a person has of reports.
struct ReportShelf {
    QVector<ReportItem> items;       ///< own and shared ones, by name
    QVector<ReportSending> sendings; ///< of schedules that they see, the newest hundred, newest first
    QString zone;                    ///< the desk's
    bool agents = false; ///< may split by owner beyond themselves: admins, and leads and managers of a queue
    bool operator==(const ReportShelf &) const = default;
};

} // namespace deskhand
