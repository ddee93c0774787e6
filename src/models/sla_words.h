// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/sla_clock.h"

#include <QString>

#include <optional>

namespace deskhand {

class Catalog;

/// What clocks and policies are made of, in words for people. Pure; the language is the program's.

/// "First response".
[[nodiscard]] QString slaTargetText(SlaTargetKind kind);
/// What is promised, in one sentence.
[[nodiscard]] QString slaTargetHint(SlaTargetKind kind);
/// "running", "paused", "met", "missed", "cancelled".
[[nodiscard]] QString slaStateText(SlaState state);
/// "its time was up", "the priority was changed", …
[[nodiscard]] QString slaBreachCauseText(BreachCause cause);

/// A span to the second where it has seconds: "51 h", "1 h 30 min", "12 s", "0 min". Never in days: of working
/// time nobody knows how many hours they have. The sign is left out.
[[nodiscard]] QString slaSpanText(qint64 milliseconds);

/// An amount as it is typed and as configuration files have it: "4h", "1h30m", "2wd", "90m calendar".
[[nodiscard]] QString slaAmountText(const TimeAmount &amount);
/// Reads what slaAmountText() writes, and with blanks, decimals ("1.5h") and days of calendar time ("2d calendar");
/// nothing when it is no amount, and then `problem`, when given, says why.
[[nodiscard]] std::optional<TimeAmount> slaAmountFromText(const QString &text, QString *problem = nullptr);
/// An amount to read: "4 h of working time", "the same working day", "2 working days", "90 min round the clock".
[[nodiscard]] QString slaPromiseText(const TimeAmount &amount);

/// Of a clock on a computer that keeps a part of a service's desk: what was done here and has not been sent does not
/// count.
[[nodiscard]] QString slaWaitsText();

/// "at 75 %", "30 min before it is due", "1 h after it was due"; a level's own name goes before.
[[nodiscard]] QString slaLevelText(const SlaLevel &level);
/// Of Notification::level: a name as it is, an offset in words, of an empty one "missed".
[[nodiscard]] QString slaLevelText(const QString &nameOrOffset);

/// Why an interval counts or not: "working time", "outside of working hours", "Christmas Day", "Pending customer".
[[nodiscard]] QString ledgerReasonText(const LedgerEntry &entry, const Catalog &catalog);
[[nodiscard]] QString ledgerReasonText(const Pause &pause, const Catalog &catalog);

} // namespace deskhand
