// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/sla_policy.h"

#include <QJsonObject>

namespace deskhand {

/// The stored form: references by id, conditions as domain/condition_json.h has them, amounts in ms or days
/// ({"basis":"business","ms":3600000}, {"basis":"working-days","days":1}). Without id, version and position, which are
/// columns. Errors: Invalid, `where` names the place.
[[nodiscard]] Result<SlaPolicy> slaPolicyFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject slaPolicyToJson(const SlaPolicy &policy);

/// The same for configuration files that people write: names in place of ids, conditions as text, amounts as "30m",
/// "4h", "2wd", "90m calendar". Errors: Invalid (an unknown name, with the place).
[[nodiscard]] Result<SlaPolicy> slaPolicyFromConfig(const QJsonObject &json, const CatalogPtr &catalog);
[[nodiscard]] QJsonObject slaPolicyToConfig(const SlaPolicy &policy, const Catalog &catalog);

} // namespace deskhand
