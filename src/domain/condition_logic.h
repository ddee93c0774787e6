// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition.h"

#include <optional>

namespace deskhand {

/// A test, or its negation.
struct ConditionLiteral {
    const Condition *test = nullptr;
    bool holds = true;
};
using ConditionConjunction = QVector<ConditionLiteral>;

/// The disjunctive normal form of a condition: it holds when all literals of one of these hold. Refers to the tests of
/// the condition, which has to live on. Nothing when it would become too large to be looked through.
[[nodiscard]] std::optional<QVector<ConditionConjunction>> disjunctiveForm(const Condition &condition);

/// Whether no ticket of the desk can satisfy all of these at once; false when that is not seen. Never true of what
/// some ticket, whoever asks and whenever, does satisfy.
[[nodiscard]] bool contradicts(const ConditionConjunction &literals, const Catalog &catalog);

} // namespace deskhand
