// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/condition.h"

namespace deskhand {

/// A name that people may type as a value of a field, and the id it stands for.
struct NamedValue {
    QString name;
    qint64 id = 0;
    QString alias; ///< full path or mail address; empty: none
};

/// Every value of a reference or enumeration field, in the desk's order. Empty for other fields.
[[nodiscard]] QVector<NamedValue> namedValues(ConditionField field, const Catalog &catalog);

struct NameMatch {
    QVector<qint64> ids; ///< one: found; none or several: see candidates
    QStringList candidates;
};

/// Finds a value by exact folded name or alias, else by a prefix of its name that only one value has.
[[nodiscard]] NameMatch findNamedValue(ConditionField field, const QString &typed, const Catalog &catalog);

/// The shortest text that findNamedValue gives back as `id`: the name, else the alias, else "#id".
[[nodiscard]] QString nameOfValue(ConditionField field, qint64 id, const Catalog &catalog);

} // namespace deskhand
