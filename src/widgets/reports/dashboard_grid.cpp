// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/dashboard_grid.h"

#include "models/reports/dashboard_layout.h"
#include "widgets/reports/report_card.h"
#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace deskhand {

namespace {

constexpr int gridRowHeight = 64;
constexpr double mostStretch = 1.6; ///< of rows, where a dashboard would leave room below it
constexpr int gridGap = 12;
constexpr int gridMargin = 16;
constexpr int narrowBelow = 760;     ///< cards stand two in a row
constexpr int veryNarrowBelow = 480; ///< one in a row

} // namespace

DashboardGrid::DashboardGrid(const AreaContext &context, DashboardPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_presenter(presenter)
{
    setObjectName(QStringLiteral("dashboardGrid"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&presenter, &DashboardPresenter::cardsReset, this, &DashboardGrid::makeCards);
    connect(&presenter, &DashboardPresenter::cardsMoved, this, &DashboardGrid::arrange);
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    makeCards();
}

void DashboardGrid::setWall(bool wall)
{
    m_wall = wall;
    for (ReportCard *card : std::as_const(m_cards)) {
        card->setWall(wall);
        card->setArrangeable(!wall && m_presenter.isDashboard() && !isNarrow());
    }
    arrange();
}

void DashboardGrid::makeCards()
{
    // A card may be the sender of what leads here.
    for (ReportCard *card : std::as_const(m_cards)) {
        disconnect(&card->presenter(), nullptr, card, nullptr);
        card->hide();
        card->setParent(nullptr);
        card->deleteLater();
    }
    m_cards.clear();
    for (int i = 0; i < m_presenter.cards().size(); ++i) {
        auto *card = new ReportCard(m_context, *m_presenter.card(i), this);
        m_cards.append(card);
        connectCard(card);
        if (m_wall)
            card->setWall(true);
        card->show();
    }
    arrange();
}

void DashboardGrid::connectCard(ReportCard *card)
{
    const auto number = [this, card] { return int(m_cards.indexOf(card)); };
    connect(card, &ReportCard::ticketsRequested, this, &DashboardGrid::ticketsRequested);
    connect(card, &ReportCard::editRequested, this, [this, number] { Q_EMIT editRequested(number()); });
    connect(card, &ReportCard::removeRequested, this, [this, number] { m_presenter.removeCard(number()); });
    connect(card, &ReportCard::moveRequested, this, [this, number](int columns, int rows) {
        const DashboardCard &at = m_presenter.cards()[number()];
        // Down means past what is below it: a card never hangs over a hole.
        m_presenter.moveCard(number(), at.column + columns,
                             at.row + (rows > 0 ? at.height : 0) + (rows < 0 ? -leastCardHeight : 0));
    });
    connect(card, &ReportCard::resizeRequested, this, [this, number](int columns, int rows) {
        const DashboardCard &at = m_presenter.cards()[number()];
        m_presenter.resizeCard(number(), at.width + columns, at.height + rows);
    });
    connect(card, &ReportCard::dragged, this, [this, number](const QPoint &from, const QPoint &to, bool resizing) {
        showGhost(number(), cellsBetween(from, to), resizing);
    });
    connect(card, &ReportCard::dropped, this, [this, number](const QPoint &from, const QPoint &to, bool resizing) {
        m_ghost = {};
        update();
        const QPoint cells = cellsBetween(from, to);
        if (cells.isNull())
            return arrange();
        const DashboardCard &at = m_presenter.cards()[number()];
        if (resizing)
            m_presenter.resizeCard(number(), at.width + cells.x(), at.height + cells.y());
        else
            m_presenter.moveCard(number(), at.column + cells.x(), at.row + cells.y());
    });
}

bool DashboardGrid::isNarrow() const
{
    return !m_wall && width() < narrowBelow;
}

QVector<DashboardCard> DashboardGrid::shownCards() const
{
    if (!isNarrow())
        return m_presenter.cards();
    return narrowedCards(m_presenter.cards(), width() < veryNarrowBelow ? 4 : 8);
}

double DashboardGrid::columnWidth() const
{
    return double(width() - 2 * gridMargin + gridGap) / dashboardColumns;
}

double DashboardGrid::rowHeight() const
{
    const int rows = std::max(1, dashboardRows(shownCards()));
    const double filling = double(height() - 2 * gridMargin + gridGap) / rows;
    constexpr double least = gridRowHeight + gridGap;
    return m_wall ? filling : std::clamp(filling, least, mostStretch * least);
}

QRect DashboardGrid::cardRect(const DashboardCard &card) const
{
    const double column = columnWidth();
    const double row = rowHeight();
    const int left = gridMargin + int(std::lround(card.column * column));
    const int top = gridMargin + int(std::lround(card.row * row));
    const int right = gridMargin + int(std::lround((card.column + card.width) * column)) - gridGap;
    const int bottom = gridMargin + int(std::lround((card.row + card.height) * row)) - gridGap;
    return {left, top, right - left, bottom - top};
}

int DashboardGrid::heightForWidth(int) const
{
    return 2 * gridMargin - gridGap + dashboardRows(shownCards()) * (gridRowHeight + gridGap);
}

void DashboardGrid::arrange()
{
    const QVector<DashboardCard> places = shownCards();
    const bool arrangeable = !m_wall && m_presenter.isDashboard() && !isNarrow();
    for (int i = 0; i < m_cards.size() && i < places.size(); ++i) {
        m_cards[i]->setGeometry(cardRect(places[i]));
        m_cards[i]->setArrangeable(arrangeable);
    }
    // By Tab they are gone through as they are read.
    QVector<int> order(m_cards.size());
    for (int i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        return std::tuple(places[a].row, places[a].column, a) < std::tuple(places[b].row, places[b].column, b);
    });
    QWidget *last = nullptr;
    for (const int card : std::as_const(order)) {
        for (QWidget *stop : m_cards[card]->tabStops()) {
            if (last)
                setTabOrder(last, stop);
            last = stop;
        }
    }
    if (!m_wall)
        setMinimumHeight(heightForWidth(width()));
    updateGeometry();
}

void DashboardGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QPoint DashboardGrid::cellsBetween(const QPoint &from, const QPoint &to) const
{
    const QPoint way = to - from;
    return {int(std::lround(way.x() / columnWidth())), int(std::lround(way.y() / rowHeight()))};
}

void DashboardGrid::showGhost(int card, const QPoint &cells, bool resizing)
{
    const DashboardCard &at = m_presenter.cards()[card];
    const QVector<DashboardCard> then =
        resizing ? withResizedCard(m_presenter.cards(), card, at.width + cells.x(), at.height + cells.y())
                 : withMovedCard(m_presenter.cards(), card, at.column + cells.x(), at.row + cells.y());
    m_ghost = cardRect(then[card]);
    m_cards[card]->raise();
    for (int i = 0; i < m_cards.size(); ++i) {
        if (i != card)
            m_cards[i]->setGeometry(cardRect(then[i]));
    }
    update();
}

void DashboardGrid::paintEvent(QPaintEvent *)
{
    if (m_ghost.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    style::plate(&painter, m_ghost, m_context.theme.color(Token::Selection), m_context.theme.color(Token::Accent));
}

} // namespace deskhand
