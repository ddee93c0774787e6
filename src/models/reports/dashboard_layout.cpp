// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/dashboard_layout.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace deskhand {

namespace {

bool cardsCover(const DashboardCard &a, const DashboardCard &b)
{
    return a.column < b.column + b.width && b.column < a.column + a.width && a.row < b.row + b.height
           && b.row < a.row + a.height;
}

void boundCard(DashboardCard *card)
{
    card->width = std::clamp(card->width, leastCardWidth, dashboardColumns);
    card->height = std::clamp(card->height, leastCardHeight, mostCardHeight);
    card->column = std::clamp(card->column, 0, dashboardColumns - card->width);
    card->row = std::max(0, card->row);
}

/// Indexes from the top left; a card that has to keep its place goes before those that it meets.
QVector<int> cardOrder(const QVector<DashboardCard> &cards, int first)
{
    QVector<int> order(cards.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        const auto key = [&](int card) {
            return std::tuple(cards[card].row, card == first ? 0 : 1, cards[card].column, card);
        };
        return key(a) < key(b);
    });
    return order;
}

} // namespace

QVector<DashboardCard> settledCards(QVector<DashboardCard> cards, int first)
{
    for (DashboardCard &card : cards)
        boundCard(&card);
    QVector<int> placed;
    for (const int index : cardOrder(cards, first)) {
        DashboardCard &card = cards[index];
        const auto free = [&] {
            return std::none_of(placed.cbegin(), placed.cend(),
                                [&](int other) { return cardsCover(card, cards[other]); });
        };
        while (!free())
            ++card.row;
        while (card.row > 0) {
            --card.row;
            if (!free()) {
                ++card.row;
                break;
            }
        }
        placed.append(index);
    }
    return cards;
}

QVector<DashboardCard> withMovedCard(QVector<DashboardCard> cards, int card, int column, int row)
{
    if (card < 0 || card >= cards.size())
        return cards;
    cards[card].column = column;
    cards[card].row = row;
    boundCard(&cards[card]);
    return settledCards(std::move(cards), card);
}

QVector<DashboardCard> withResizedCard(QVector<DashboardCard> cards, int card, int width, int height)
{
    if (card < 0 || card >= cards.size())
        return cards;
    cards[card].width = std::clamp(width, leastCardWidth, dashboardColumns - cards[card].column);
    cards[card].height = height;
    return settledCards(std::move(cards), card);
}

QVector<DashboardCard> withAddedCard(QVector<DashboardCard> cards, DashboardCard card)
{
    card.column = 0;
    card.row = dashboardRows(cards);
    cards.append(card);
    return settledCards(std::move(cards));
}

QVector<DashboardCard> narrowedCards(QVector<DashboardCard> cards, int columns)
{
    // Half of the place: cards that were a third or less stand in pairs; a single column: each takes all of it.
    int column = 0;
    int row = 0;
    int height = 0;
    for (const int index : cardOrder(cards, -1)) {
        DashboardCard &card = cards[index];
        const bool small = card.height <= leastCardHeight && columns > dashboardColumns / 3;
        card.width = small || (columns > dashboardColumns / 2 && card.width <= dashboardColumns / 2)
                         ? dashboardColumns / 2
                         : dashboardColumns;
        if (column + card.width > dashboardColumns) {
            row += height;
            column = height = 0;
        }
        card.column = column;
        card.row = row;
        column += card.width;
        height = std::max(height, card.height);
    }
    return settledCards(std::move(cards));
}

int dashboardRows(const QVector<DashboardCard> &cards)
{
    int rows = 0;
    for (const DashboardCard &card : cards)
        rows = std::max(rows, card.row + card.height);
    return rows;
}

} // namespace deskhand
