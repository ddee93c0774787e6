// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhandctl/desk_session.h"
#include "operations/report_letter.h"

namespace deskhand::ctl {

/// What a name on the command line means: a file with a report, what the actor sees under that name, or a dashboard
/// that every desk has ("sla", "volume", …). Cards are not answered yet. Prints what is wrong.
[[nodiscard]] std::optional<ReportLetter> reportNamed(DeskSession &session, const QString &what);

/// Asks every card as the actor, at `now`.
void answerCards(DeskSession &session, Instant now, ReportLetter *letter);

/// A card's name where there are no words for people: "trend", "Open by queue", "backlog".
[[nodiscard]] QString cardName(const ReportLetterCard &card);

/// The item of that name, of that kind (its place in ReportItem::content). Prints what is wrong.
[[nodiscard]] std::optional<ReportShelf> shelfOf(DeskSession &session);
[[nodiscard]] const ReportItem *itemNamed(const ReportShelf &shelf, const QString &name, bool schedule);

/// Whether something is missing in its answers; says what.
[[nodiscard]] bool isPartial(const ReportLetter &letter);

} // namespace deskhand::ctl
