// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/report_letter.h"

#include <algorithm>
#include <tuple>

namespace deskhand {
namespace {

/// As one reads them.
bool standsBefore(const DashboardCard &a, const DashboardCard &b)
{
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
}

} // namespace

QVector<ReportLetterCard> letterCards(BuiltinDashboard dashboard)
{
    QVector<BuiltinCard> cards = builtinCards(dashboard);
    std::sort(cards.begin(), cards.end(),
              [](const BuiltinCard &a, const BuiltinCard &b) { return standsBefore(a.card, b.card); });
    QVector<ReportLetterCard> letter;
    for (const BuiltinCard &card : std::as_const(cards))
        letter.append({{}, QString(card.id), card.card.report, {}, {}});
    return letter;
}

QVector<ReportLetterCard> letterCards(const ReportItem &item)
{
    if (const auto *report = std::get_if<Report>(&item.content))
        return {{item.name, {}, *report, {}, {}}};
    QVector<DashboardCard> cards = std::get<Dashboard>(item.content).cards;
    std::sort(cards.begin(), cards.end(), standsBefore);
    QVector<ReportLetterCard> letter;
    for (const DashboardCard &card : std::as_const(cards))
        letter.append({card.title, {}, card.report, {}, {}});
    return letter;
}

} // namespace deskhand
