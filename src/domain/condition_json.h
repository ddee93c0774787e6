// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/condition.h"

#include <QJsonObject>

namespace deskhand {

/// Stored form of a condition: {"all":[…]}, {"any":[…]}, {"not":…} or
/// {"field":"queue","op":"under","ids":[3]}. Exact round trip for every tree.
[[nodiscard]] QJsonObject conditionToJson(const Condition &condition);

/// Errors: Invalid for an unknown name, a wrong type, an operator that does not fit or a depth over 200.
[[nodiscard]] Result<Condition> conditionFromJson(const QJsonObject &json);

} // namespace deskhand
