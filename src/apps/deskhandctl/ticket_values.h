// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"
#include "domain/condition.h"
#include "operations/command.h"

#include <optional>

namespace deskhand::ctl {

/// Finds a value by the name that a person typed; an empty name keeps `id` as it is. Prints what is wrong.
bool chooseNamed(ConditionField field, const QString &name, const Catalog &catalog, qint64 *id);

/// "state=Solved", "owner=none", "due=2026-12-01T10:00Z", "subject=…", "tags=+vip,-gold" as a change. Prints what is
/// wrong.
std::optional<FieldChange> fieldChangeFromText(const QString &text, const Catalog &catalog);

/// Name, else address.
[[nodiscard]] QString displayNameOf(const MailAddress &address);

} // namespace deskhand::ctl
