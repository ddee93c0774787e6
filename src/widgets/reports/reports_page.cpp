// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/reports_page.h"

#include "models/notices.h"
#include "models/settings.h"
#include "widgets/actions/action_registry.h"
#include "widgets/frame/empty_state.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/reports/dashboard_grid.h"
#include "widgets/reports/report_builder_dialog.h"
#include "widgets/reports/report_card.h"
#include "widgets/reports/report_filter_bar.h"
#include "widgets/reports/schedule_dialog.h"
#include "widgets/reports/shelf_delegate.h"
#include "widgets/reports/wallboard.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int shelfWidth = 208;

QString lastDashboardKey()
{
    return QStringLiteral("reports/last");
}

} // namespace

ReportsPage::ReportsPage(const AreaContext &context, Desk &desk, const CatalogHolder &holder, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_desk(desk)
    , m_holder(holder)
    , m_shelf(desk, holder)
    , m_dashboard(desk, holder)
    , m_list(new QListView(this))
    , m_title(new PlainLabel(this))
    , m_hint(new PlainLabel(this))
    , m_unsaved(new PlainLabel(tr("Changed"), this))
    , m_save(new QPushButton(tr("&Save"), this))
    , m_revert(new QPushButton(tr("&Undo"), this))
    , m_add(new QPushButton(tr("&Add report…"), this))
    , m_wall(new QToolButton(this))
    , m_menu(new QToolButton(this))
    , m_filter(new ReportFilterBar(context, holder, this))
    , m_scroll(new QScrollArea(this))
    , m_grid(new DashboardGrid(context, m_dashboard))
    , m_empty(new EmptyState(context.theme, this))
{
    setObjectName(QStringLiteral("reportsPage"));
    setAccessibleName(tr("Reports"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildShelf());
    layout->addWidget(buildDashboard(), 1);
    setFocusProxy(m_list);
    m_dashboard.setActive(false);
    connectModels();
    addActions();
}

ReportsPage::~ReportsPage()
{
    delete m_builder;
    delete m_schedule;
    delete m_wallboard;
}

ReportBuilderDialog *ReportsPage::builder() const
{
    return m_builder;
}

Wallboard *ReportsPage::wallboard() const
{
    return m_wallboard;
}

QWidget *ReportsPage::buildShelf()
{
    m_list->setObjectName(QStringLiteral("reportShelfListView"));
    m_list->setAccessibleName(tr("Dashboards and reports"));
    m_list->setModel(&m_shelf);
    m_list->setItemDelegate(new ShelfDelegate(m_context.theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setFixedWidth(shelfWidth);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return m_list;
}

QWidget *ReportsPage::buildDashboard()
{
    const Theme &theme = m_context.theme;
    auto *page = new QWidget(this);
    page->setObjectName(QStringLiteral("dashboardPageWidget"));
    m_title->setObjectName(QStringLiteral("dashboardTitleLabel"));
    m_title->setStyleOf(theme, TextStyle::Title);
    m_title->setElideMode(Qt::ElideRight);
    m_hint->setObjectName(QStringLiteral("dashboardHintLabel"));
    m_hint->setStyleOf(theme, TextStyle::Body, Token::TextMuted);
    m_hint->setElideMode(Qt::ElideRight);
    m_unsaved->setObjectName(QStringLiteral("dashboardChangedLabel"));
    m_unsaved->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_save->setObjectName(QStringLiteral("saveDashboardPushButton"));
    m_save->setProperty("primary", true);
    m_revert->setObjectName(QStringLiteral("revertDashboardPushButton"));
    m_add->setObjectName(QStringLiteral("addCardPushButton"));
    m_wall->setObjectName(QStringLiteral("wallboardToolButton"));
    m_wall->setAutoRaise(true);
    m_wall->setIcon(theme.icon(QStringLiteral("view-fullscreen")));
    m_wall->setAccessibleName(tr("Wallboard"));
    m_wall->setToolTip(tr("Show on a screen on the wall"));
    m_menu->setObjectName(QStringLiteral("dashboardMenuToolButton"));
    m_menu->setAutoRaise(true);
    m_menu->setIcon(theme.icon(QStringLiteral("overflow-menu")));
    m_menu->setAccessibleName(tr("Menu of the dashboard"));
    m_menu->setToolTip(m_menu->accessibleName());
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::small);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_hint);
    head->addLayout(words, 1);
    for (QWidget *part :
         {static_cast<QWidget *>(m_unsaved), static_cast<QWidget *>(m_revert), static_cast<QWidget *>(m_save),
          static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_wall), static_cast<QWidget *>(m_menu)})
        head->addWidget(part);
    m_scroll->setObjectName(QStringLiteral("dashboardScrollArea"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_grid);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(metrics::large, metrics::medium, metrics::medium, 0);
    top->setSpacing(metrics::small);
    top->addLayout(head);
    top->addWidget(m_filter);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::tight);
    layout->addLayout(top);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_empty, 1);
    m_empty->hide();
    return page;
}

void ReportsPage::connectModels()
{
    connect(&m_shelf, &ReportShelfModel::refreshed, this, &ReportsPage::followShelf);
    connect(&m_shelf, &QAbstractItemModel::modelReset, this,
            [this] { m_list->setCurrentIndex(m_shelf.index(m_shelf.rowOf(m_dashboard.key()))); });
    connect(&m_shelf, &ReportShelfModel::failed, this,
            [this](const QString &what, const Error &error) { m_context.notices.fail(what, error); });
    connect(&m_shelf, &ReportShelfModel::saved, this, [this](ReportItemId id) {
        if (!std::exchange(m_savingReport, false))
            return;
        m_awaited = ReportShelfModel::keyOf(id);
        m_shelf.refresh();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        const QString key = now.data(ReportShelfModel::KeyRole).toString();
        if (!key.isEmpty() && key != m_dashboard.key())
            open(key);
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &ReportsPage::showItemMenu);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const ReportItem *item = m_shelf.item(index.data(ReportShelfModel::KeyRole).toString());
        if (item && std::holds_alternative<ReportSchedule>(item->content))
            editSchedule(*item);
    });
    connect(&m_dashboard, &DashboardPresenter::changed, this, &ReportsPage::refresh);
    connect(&m_dashboard, &DashboardPresenter::cardsReset, this, &ReportsPage::refresh);
    connect(&m_dashboard, &DashboardPresenter::failed, this,
            [this](const QString &what, const Error &error) { m_context.notices.fail(what, error); });
    connect(&m_dashboard, &DashboardPresenter::saved, this, [this](ReportItemId id) {
        m_awaited = ReportShelfModel::keyOf(id);
        m_context.notices.post(tr("Saved"));
        m_shelf.refresh();
    });
    connect(m_filter, &ReportFilterBar::filterChanged, &m_dashboard, &DashboardPresenter::setFilter);
    connect(m_grid, &DashboardGrid::ticketsRequested, this, &ReportsPage::ticketsRequested);
    connect(m_grid, &DashboardGrid::editRequested, this, &ReportsPage::editCard);
    connect(m_save, &QPushButton::clicked, this, &ReportsPage::saveDashboard);
    connect(m_revert, &QPushButton::clicked, &m_dashboard, &DashboardPresenter::revert);
    connect(m_add, &QPushButton::clicked, this, &ReportsPage::addCard);
    connect(m_wall, &QToolButton::clicked, this, &ReportsPage::showWallboard);
    connect(m_menu, &QToolButton::clicked, this, &ReportsPage::showDashboardMenu);
}

void ReportsPage::start()
{
    if (std::exchange(m_started, true))
        return;
    m_awaited = m_context.settings.value(lastDashboardKey()).toString();
    m_shelf.refresh();
    open(m_shelf.rowOf(m_awaited) >= 0 ? m_awaited : QStringLiteral("builtin:sla"));
}

void ReportsPage::open(const QString &key)
{
    m_started = true;
    if (key == m_dashboard.key())
        return;
    BuiltinDashboard builtin{};
    const ReportItem *item = m_shelf.item(key);
    if (item && std::holds_alternative<ReportSchedule>(item->content))
        return; // is edited, not shown
    if (m_dashboard.isChanged() && !m_leaving)
        return unlessChanged([this, key] { open(key); });
    m_filter->setFilter({});
    m_dashboard.setFilter({});
    if (builtinDashboardFromName(QStringView(key).mid(int(qstrlen("builtin:"))), &builtin))
        m_dashboard.showBuiltin(builtin);
    else if (item)
        m_dashboard.showItem(*item);
    else
        return;
    m_context.settings.setValue(lastDashboardKey(), key);
    m_scroll->ensureVisible(0, 0);
    m_list->setCurrentIndex(m_shelf.index(m_shelf.rowOf(key)));
}

void ReportsPage::unlessChanged(std::function<void()> go)
{
    Question question;
    question.title = tr("Changed dashboard");
    question.text = tr("“%1” was changed and not saved.").arg(m_dashboard.title());
    question.detail = tr("What was changed is lost when it is left.");
    question.answers = {tr("Leave it"), tr("Stay")};
    question.cancelAnswer = 1;
    m_context.prompt.ask(this, question, [this, go = std::move(go)](int answer) {
        const QScopedValueRollback leaving(m_leaving, answer == 0);
        if (m_leaving)
            go();
        else
            m_list->setCurrentIndex(m_shelf.index(m_shelf.rowOf(m_dashboard.key())));
    });
}

void ReportsPage::followShelf()
{
    if (!m_awaited.isEmpty() && m_shelf.item(m_awaited)) {
        const QString key = std::exchange(m_awaited, {});
        if (key == m_dashboard.key())
            m_dashboard.showItem(*m_shelf.item(key));
        else
            open(key);
        return;
    }
    m_awaited.clear();
    if (!m_dashboard.key().startsWith(QLatin1String("item:")))
        return;
    if (const ReportItem *item = m_shelf.item(m_dashboard.key()))
        m_dashboard.showItem(*item);
    else if (!m_dashboard.isChanged())
        open(QStringLiteral("builtin:sla"));
}

void ReportsPage::refresh()
{
    m_title->setText(m_dashboard.title());
    m_hint->setText(m_dashboard.hint());
    m_hint->setVisible(!m_dashboard.hint().isEmpty());
    const bool changed = m_dashboard.isChanged();
    m_unsaved->setVisible(changed);
    m_revert->setVisible(changed && m_dashboard.key() != QLatin1String("new"));
    m_save->setVisible(changed);
    m_save->setText(m_dashboard.mayChange() ? tr("&Save") : tr("&Save as mine…"));
    m_add->setVisible(m_dashboard.isDashboard());
    const bool nothing = m_dashboard.cards().isEmpty();
    if (nothing)
        m_empty->setContent(QStringLiteral("office-chart-bar"), tr("An empty dashboard"),
                            tr("Each card on it answers one question. Add the first report."),
                            m_context.actions.action(QStringLiteral("reports.add")));
    m_empty->setVisible(nothing);
    m_scroll->setVisible(!nothing);
    m_context.actions.refresh();
}

void ReportsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_dashboard.setActive(true);
}

void ReportsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_dashboard.setActive(false);
}

void ReportsPage::showWallboard()
{
    start();
    if (m_wallboard)
        return m_wallboard->raise();
    m_wallboard = new Wallboard(m_context, m_desk, m_holder, m_shelf, m_dashboard.key());
    m_wallboard->setAttribute(Qt::WA_DeleteOnClose);
    m_wallboard->showFullScreen();
}

} // namespace deskhand
