// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/sla_report.h"

#include <QDate>
#include <QLocale>
#include <QString>

namespace deskhand {

/// A finding of the check in words.
struct SlaFindingText {
    QString title;  ///< what it is about: the name of a policy, a queue, a calendar
    QString text;   ///< what is wrong
    QString advice; ///< what to do
};

/// The configuration of promises in words for people. Pure.
struct SlaSetupWords {
    /// Of problemsOf(): one sentence that says where.
    [[nodiscard]] static QString problem(const CalendarProblem &problem, const BusinessCalendar &calendar);
    [[nodiscard]] static QString problem(const PolicyProblem &problem, const SlaPolicy &policy);
    [[nodiscard]] static SlaFindingText finding(const SlaFinding &finding, const Catalog &catalog);
    /// Whether the desk works badly as it is, and not only looks odd.
    [[nodiscard]] static bool isSerious(SlaFindingKind kind);

    /// "25 December every year", "first Monday of September", "Good Friday (2 days before Easter)".
    [[nodiscard]] static QString holiday(const Holiday &holiday, const QLocale &locale);
    /// "12:00–24:00"; of a whole day empty.
    [[nodiscard]] static QString closedPart(const Holiday &holiday);
    /// The next local date on or after `from` that it falls on, also of one that is not confirmed; invalid: none within
    /// ten years.
    [[nodiscard]] static QDate nextDate(const Holiday &holiday, QDate from);

    [[nodiscard]] static QString trigger(SlaTrigger trigger);
    [[nodiscard]] static QString reopen(ReopenRule rule);
    [[nodiscard]] static QString actionKind(SlaActionKind kind);
    /// "tell Anna Berg", "move to Network".
    [[nodiscard]] static QString action(const SlaAction &action, const Catalog &catalog);
    /// "First response 1 h · Resolution 4 h–48 h": what a policy promises, in one line.
    [[nodiscard]] static QString promises(const SlaPolicy &policy);

    [[nodiscard]] static QString scope(SlaScope scope);
    [[nodiscard]] static QString scopeHint(SlaScope scope);
    /// "12 open tickets will be re-timed, 2 become overdue, 1 stops being overdue."
    [[nodiscard]] static QString impact(const SlaImpact &impact, SlaScope scope);
    /// "97.5 %"; of nothing that has ended "–".
    [[nodiscard]] static QString compliance(const SlaCompliance &compliance, const QLocale &locale);
    /// 0–1; nothing has ended: negative.
    [[nodiscard]] static double kept(const SlaCompliance &compliance);

    [[nodiscard]] static QString task(const SlaTask &task, const Catalog &catalog);
    [[nodiscard]] static QString taskProgress(const SlaTask &task);
};

} // namespace deskhand
