// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/list_header.h"

#include "models/ticket_text.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket/field_button.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <array>

namespace deskhand {

namespace {

constexpr std::array sortableColumns{
    ListColumn::TimeLeft,    ListColumn::Due,          ListColumn::Updated, ListColumn::Created,
    ListColumn::LastContact, ListColumn::Priority,     ListColumn::State,   ListColumn::Subject,
    ListColumn::Requester,   ListColumn::Organization, ListColumn::Owner,   ListColumn::Queue,
    ListColumn::Category,    ListColumn::Channel,      ListColumn::Number,  ListColumn::Articles,
};
constexpr std::array groupingColumns{
    ListColumn::TimeLeft, ListColumn::State,    ListColumn::Priority,     ListColumn::Queue,
    ListColumn::Owner,    ListColumn::Category, ListColumn::Organization, ListColumn::Channel,
};

/// Times and numbers of articles are asked for newest and most first; what is due and names the other way round.
bool naturallyDescending(ListColumn column)
{
    switch (column) {
    case ListColumn::Updated:
    case ListColumn::Created:
    case ListColumn::LastContact:
    case ListColumn::Number:
    case ListColumn::Articles: return true;
    default: return false;
    }
}

} // namespace

ListHeader::ListHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_back(new QToolButton(this))
    , m_title(new PlainLabel(this))
    , m_count(new PlainLabel(this))
    , m_sort(new FieldButton(theme, this))
    , m_display(new QToolButton(this))
    , m_sortMenu(new QMenu(this))
    , m_displayMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("listHeaderWidget"));
    m_back->setObjectName(QStringLiteral("backToReportToolButton"));
    m_back->setAutoRaise(true);
    m_back->setIcon(theme.icon(QStringLiteral("arrow-left")));
    m_back->setAccessibleName(tr("Back to the report"));
    m_back->setToolTip(m_back->accessibleName());
    m_back->hide();
    connect(m_back, &QToolButton::clicked, this, &ListHeader::backRequested);
    m_title->setObjectName(QStringLiteral("viewTitleLabel"));
    m_title->setStyleOf(theme, TextStyle::Heading);
    m_title->setElideMode(Qt::ElideRight);
    m_count->setObjectName(QStringLiteral("ticketCountLabel"));
    m_count->setStyleOf(theme, TextStyle::Body, Token::TextMuted);
    m_sort->setObjectName(QStringLiteral("sortFieldButton"));
    m_display->setObjectName(QStringLiteral("displayToolButton"));
    m_display->setAutoRaise(true);
    m_display->setIcon(theme.icon(QStringLiteral("overflow-menu")));
    m_display->setAccessibleName(tr("How the list is shown"));
    m_display->setToolTip(tr("Density, columns, groups"));
    connect(m_sort, &QAbstractButton::clicked, this, &ListHeader::showSortMenu);
    connect(m_display, &QToolButton::clicked, this, &ListHeader::showDisplayMenu);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::medium, metrics::tight, metrics::tight, metrics::tight);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_back);
    layout->addWidget(m_title);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_sort);
    layout->addWidget(m_display);
}

void ListHeader::setSpec(const ListSpec &spec)
{
    m_spec = spec;
    m_title->setText(spec.title);
    m_back->setVisible(spec.counted.has_value());
    updateSortText();
}

void ListHeader::setCount(int count, bool more)
{
    if (count < 0) {
        m_count->clear();
        return;
    }
    m_count->setText(more ? tr("%L1+", "more than this number of tickets").arg(count) : QLocale().toString(count));
    m_count->setAccessibleName(tr("%n ticket(s)", nullptr, count));
}

void ListHeader::setBusy(bool busy)
{
    m_busy = busy;
    m_count->setVisible(!busy);
    update();
}

void ListHeader::updateSortText()
{
    const bool search = m_spec.isSearch();
    const QString order = search ? (m_spec.byRelevance ? tr("Best match") : tr("Newest first"))
                                 : TicketText::columnTitle(m_spec.sort.column);
    const QString icon = search                   ? QStringLiteral("view-sort")
                         : m_spec.sort.descending ? QStringLiteral("view-sort-descending")
                                                  : QStringLiteral("view-sort-ascending");
    m_sort->setValue(tr("Order"), order, m_theme.icon(icon));
    m_sort->setAccessibleName(tr("Sorted by %1").arg(order));
    m_sort->setToolTip(plainToolTip(m_sort->accessibleName()));
}

void ListHeader::fillSortMenu()
{
    m_sortMenu->clear();
    auto *columns = new QActionGroup(m_sortMenu);
    const auto offer = [columns](QMenu *menu, const QString &text, bool checked) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        columns->addAction(action);
        return action;
    };
    if (m_spec.isSearch()) {
        for (const bool relevance : {false, true})
            connect(
                offer(m_sortMenu, relevance ? tr("Best match") : tr("Newest first"), m_spec.byRelevance == relevance),
                &QAction::triggered, this, [this, relevance] { Q_EMIT relevanceRequested(relevance); });
        return;
    }
    for (const ListColumn column : sortableColumns) {
        QAction *action = offer(m_sortMenu, TicketText::columnTitle(column), m_spec.sort.column == column);
        connect(action, &QAction::triggered, this, [this, column] {
            Q_EMIT sortRequested({column, naturallyDescending(column)});
        });
    }
    m_sortMenu->addSeparator();
    auto *directions = new QActionGroup(m_sortMenu);
    for (const bool descending : {false, true}) {
        QAction *action = m_sortMenu->addAction(
            m_theme.icon(descending ? QStringLiteral("view-sort-descending") : QStringLiteral("view-sort-ascending")),
            descending ? tr("Descending") : tr("Ascending"));
        action->setCheckable(true);
        action->setChecked(m_spec.sort.descending == descending);
        directions->addAction(action);
        connect(action, &QAction::triggered, this, [this, descending] {
            Q_EMIT sortRequested({m_spec.sort.column, descending});
        });
    }
}

void ListHeader::fillDisplayMenu()
{
    m_displayMenu->clear();
    auto *densities = new QActionGroup(m_displayMenu);
    for (const ListDensity density : {ListDensity::TwoLines, ListDensity::OneLine}) {
        QAction *action =
            m_displayMenu->addAction(density == ListDensity::TwoLines ? tr("Two lines") : tr("One line with columns"));
        action->setCheckable(true);
        action->setChecked(m_spec.density == density);
        densities->addAction(action);
        connect(action, &QAction::triggered, this, [this, density] { Q_EMIT densityRequested(density); });
    }
    m_displayMenu->addSeparator();
    if (!m_spec.isSearch()) {
        QMenu *groups = m_displayMenu->addMenu(m_theme.icon(QStringLiteral("view-group")), tr("Group by"));
        auto *group = new QActionGroup(groups);
        const auto offer = [&](const QString &text, std::optional<ListColumn> column) {
            QAction *action = groups->addAction(text);
            action->setCheckable(true);
            action->setChecked(m_spec.groupBy == column);
            group->addAction(action);
            connect(action, &QAction::triggered, this, [this, column] { Q_EMIT groupRequested(column); });
        };
        offer(tr("Nothing"), std::nullopt);
        for (const ListColumn column : groupingColumns)
            offer(TicketText::columnTitle(column), column);
    }
    fillColumnMenu(m_displayMenu->addMenu(m_theme.icon(QStringLiteral("view-list-details")), tr("Columns")));
    m_displayMenu->addSeparator();
    // A view is a condition; what a report has counted is none.
    if (!m_spec.counted)
        connect(m_displayMenu->addAction(m_theme.icon(QStringLiteral("bookmark-new")), tr("Save as view…")),
                &QAction::triggered, this, &ListHeader::saveRequested);
    if (m_spec.savedView.isValid())
        connect(m_displayMenu->addAction(m_theme.icon(QStringLiteral("document-edit")), tr("Edit view…")),
                &QAction::triggered, this, &ListHeader::editRequested);
    connect(m_displayMenu->addAction(m_theme.icon(QStringLiteral("edit-undo")), tr("Show as it was at first")),
            &QAction::triggered, this, &ListHeader::resetRequested);
}

void ListHeader::fillColumnMenu(QMenu *menu)
{
    for (int number = 0; number < listColumnCount; ++number) {
        const auto column = ListColumn(number);
        QAction *action = menu->addAction(TicketText::columnTitle(column));
        action->setCheckable(true);
        action->setChecked(m_spec.columns.contains(column));
        action->setEnabled(column != ListColumn::Subject);
        connect(action, &QAction::triggered, this, [this, column](bool wanted) {
            QVector<ListColumn> columns = m_spec.columns;
            columns.removeAll(column);
            if (wanted)
                columns.append(column);
            Q_EMIT columnsRequested(columns);
        });
    }
}

void ListHeader::showColumnMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(menu);
    menu->popup(globalPosition);
}

// Shown, not waited for: a tool button's own menu runs an event loop of its own.
void ListHeader::showSortMenu()
{
    fillSortMenu();
    m_sortMenu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height())));
}

void ListHeader::showDisplayMenu()
{
    fillDisplayMenu();
    const int left = m_display->width() - m_displayMenu->sizeHint().width();
    m_displayMenu->popup(m_display->mapToGlobal(QPoint(left, m_display->height())));
}

void ListHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int thickness = m_busy ? 2 : metrics::hairline;
    painter.fillRect(QRect(0, height() - thickness, width(), thickness),
                     m_theme.color(m_busy ? Token::Accent : Token::Hairline));
}

} // namespace deskhand
