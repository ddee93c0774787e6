// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/condition.h"

#include <QTimeZone>

namespace deskhand {

/// The text form of conditions, as typed in the search box:
///
///     state:open queue:network owner:me -tag:vip due<2d "blue screen"
///
///   a b            both                      a OR b, ( … )      either; groups
///   -x, NOT x      not                       word, "phrase"     full text
///   field:v,w      one of; queue and category mean the node and everything below it, field:=v exactly it
///   field:none     not set                   has:field          set
///   subject:vpn    contains                  subject:=vpn       equals           subject:^vpn  starts with
///   due<2d         also <= > >=, values 30m 8h 2d 3w (from now; -2d is the past), now, 2026-11-21, 2026-11-21T14:00
///   priority<=2    by rank (1 is the most urgent) or a priority's name
///   is:open        unresolved; also is:unread, is:unassigned, is:mine, is:pending, is:solved, is:closed, is:new,
///   is:overdue owner:me       whoever asks              owner:#12          by key
///
/// Values with blanks are quoted: queue:"Network and VPN". Inside quotes \" and \\ stand for " and \.
/// Errors: Invalid, payload: "position" and "length" (UTF-16 offsets in the text), "problem" (stable name:
/// unknown-field, unknown-value, ambiguous-value, bad-operator, bad-date, bad-number, missing-value, unclosed-quote,
/// unclosed-group, unexpected), "what" (the piece), "candidates" (names that would do). `detail` is English.
[[nodiscard]] Result<Condition> parseCondition(const QString &text, const Catalog &catalog,
                                               const QTimeZone &zone = QTimeZone::utc());

/// The text form of a condition: parseCondition(printCondition(c)) == c for every tree that the parser or the
/// constructors in Condition can make (nested empty groups and one-child groups are simplified on the way).
[[nodiscard]] QString printCondition(const Condition &condition, const Catalog &catalog,
                                     const QTimeZone &zone = QTimeZone::utc());

/// One way to go on typing.
struct ConditionCompletion {
    enum class Kind { Field, Value, Flag };
    Kind kind = Kind::Field;
    int from = 0; ///< replace `length` characters at `from` …
    int length = 0;
    QString insert; ///< … by this; fields end in ':' so that values follow
    QString label;  ///< the plain name, for the list
};

/// What could stand at the cursor, best first, at most `limit`.
[[nodiscard]] QVector<ConditionCompletion> completeCondition(const QString &text, int cursor, const Catalog &catalog,
                                                             int limit = 12);

} // namespace deskhand
