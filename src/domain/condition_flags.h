// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition.h"

namespace deskhand {

/// A short word after "is:" and what it stands for.
struct ConditionFlag {
    QString name;
    Condition condition;
};
[[nodiscard]] const QVector<ConditionFlag> &conditionFlags();

/// Words that completion offers after "has:".
[[nodiscard]] QStringList conditionHasNames();

/// Milliseconds of "ms", "s", "m", "h", "d", "w"; 0 for anything else.
[[nodiscard]] qint64 durationUnit(QStringView unit);

} // namespace deskhand
