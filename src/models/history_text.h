// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "models/time_text.h"

#include <QVector>

namespace deskhand {

/// One or more entries of a ticket's history as one sentence. All of it is plain text from outside.
struct HistoryLine {
    QString who;    ///< "Mike Ross", "Rule", "Import"
    QString what;   ///< "set Priority to High, moved to Network"
    QString why;    ///< "rule 12 Hardware VIP"; empty: nobody said
    Instant at = 0; ///< of the newest entry
};

/// Whether an entry says something that the thread does not show by itself ("opened" and "article" do).
[[nodiscard]] bool isEventOfThread(const HistoryEntry &entry);

/// What one entry did, without who: "set Priority to High". With `withOld`: "changed Priority from Normal to High".
[[nodiscard]] QString historyWhat(const HistoryEntry &entry, const TimeWords &words, Instant now, bool withOld);

/// Joins entries of the same actor and reason; the caller gives only such.
[[nodiscard]] HistoryLine historyLine(const QVector<HistoryEntry> &entries, const TimeWords &words, Instant now);

/// Runs of entries that belong on one line: same actor, same reason, at most five minutes apart.
[[nodiscard]] QVector<QVector<HistoryEntry>> groupHistory(const QVector<HistoryEntry> &entries);

} // namespace deskhand
