// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"

namespace deskhand {

/// The dashboards that every desk has. Their names and those of their cards are stored and given on command lines:
/// never rename. Titles for people are in models/reports.
enum class BuiltinDashboard : int { Sla, Volume, Speed, Backlog, Team, Categories, Quality };
inline constexpr int builtinDashboardCount = int(BuiltinDashboard::Quality) + 1;
[[nodiscard]] QString builtinDashboardName(BuiltinDashboard dashboard); ///< "sla", "volume", …
[[nodiscard]] bool builtinDashboardFromName(QStringView name, BuiltinDashboard *dashboard);

struct BuiltinCard {
    QLatin1String id;   ///< unique in its dashboard, e.g. "trend"
    DashboardCard card; ///< without title
};
[[nodiscard]] QVector<BuiltinCard> builtinCards(BuiltinDashboard dashboard);

} // namespace deskhand
