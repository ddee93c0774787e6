// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/report.h"

namespace deskhand {

/// Where the cards of a dashboard stand. Cards never cover each other, and there is no hole above one that it could
/// fall into. All pure; `card` is an index.

inline constexpr int dashboardColumns = 12;
inline constexpr int leastCardWidth = 2;
inline constexpr int leastCardHeight = 2;
inline constexpr int mostCardHeight = 12;
inline constexpr int mostDashboardCards = 40;

/// Every card as high up as it can be, in the order of rows and columns; sizes and columns within what there is.
/// `first`: the card that keeps its place, to which others give way; -1: none.
[[nodiscard]] QVector<DashboardCard> settledCards(QVector<DashboardCard> cards, int first = -1);
[[nodiscard]] QVector<DashboardCard> withMovedCard(QVector<DashboardCard> cards, int card, int column, int row);
[[nodiscard]] QVector<DashboardCard> withResizedCard(QVector<DashboardCard> cards, int card, int width, int height);
/// Below all others.
[[nodiscard]] QVector<DashboardCard> withAddedCard(QVector<DashboardCard> cards, DashboardCard card);
/// The same cards one after another for a place that is only `columns` of the twelve wide.
[[nodiscard]] QVector<DashboardCard> narrowedCards(QVector<DashboardCard> cards, int columns);
/// Rows that they take.
[[nodiscard]] int dashboardRows(const QVector<DashboardCard> &cards);

} // namespace deskhand
