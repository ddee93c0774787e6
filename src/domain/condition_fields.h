// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition.h"

namespace deskhand {

/// "state", "queue", "due" …: the names people type and files store. Never rename; new spellings become aliases.
[[nodiscard]] QString conditionFieldName(ConditionField field);
/// Accepts aliases ("assignee" for owner, "from" for requester text). False: no such field.
[[nodiscard]] bool conditionFieldFromName(QStringView name, ConditionField *field);
/// All names without aliases, in the order in which completion offers them.
[[nodiscard]] QStringList conditionFieldNames();

/// "is", "under", "contains", … for JSON.
[[nodiscard]] QString conditionOperatorName(ConditionOperator op);
[[nodiscard]] bool conditionOperatorFromName(QStringView name, ConditionOperator *op);

/// Whether an operator makes sense for a field.
[[nodiscard]] bool conditionOperatorFits(ConditionField field, ConditionOperator op);

} // namespace deskhand
