// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog_ptr.h"
#include "domain/report_builtin.h"
#include "operations/report_answer.h"

#include <optional>

namespace deskhand {

/// A card of what is mailed, as its reader sees it.
struct ReportLetterCard {
    QString title;   ///< as somebody called it; empty: that of the report
    QString builtin; ///< BuiltinCard::id, of a dashboard that every desk has
    Report report;
    std::optional<ReportAnswer> answer; ///< none: `failure`
    QString failure;                    ///< errorCodeName(); empty: there is an answer
};

/// All that a report's mail is made of.
struct ReportLetter {
    CatalogPtr catalog;
    PersonId reader;
    QString language;        ///< of the reader, BCP 47; empty: unknown
    QString name;            ///< of the report or dashboard
    QString builtin;         ///< builtinDashboardName() of a dashboard that every desk has; else empty
    QString scheduleName;    ///< as its owner called the sending
    ReportSchedule schedule; ///< when it is sent, and whether with a PDF
    Instant dueAt = 0;       ///< the instant that all of it is of
    bool trial = false;      ///< somebody looks at it themselves, before or beside its time
    QVector<ReportLetterCard> cards;
};

/// The cards of a dashboard that every desk has, from top to bottom and from left to right, without answers.
[[nodiscard]] QVector<ReportLetterCard> letterCards(BuiltinDashboard dashboard);
/// Of a saved dashboard, or of a report alone.
[[nodiscard]] QVector<ReportLetterCard> letterCards(const ReportItem &item);

} // namespace deskhand
