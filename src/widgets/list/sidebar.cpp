// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/sidebar.h"

#include "base/deliver.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "models/settings.h"
#include "widgets/actions/action_registry.h"
#include "widgets/list/sidebar_delegate.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace deskhand {

namespace {

QString collapsedKey()
{
    return QStringLiteral("sidebar/collapsed");
}

constexpr int sidebarIndent = 14;

} // namespace

Sidebar::Sidebar(const AreaContext &context, Desk &desk, const CatalogHolder &holder, ViewListModel &views,
                 QWidget *parent)
    : QTreeView(parent)
    , m_context(context)
    , m_desk(desk)
    , m_holder(holder)
    , m_views(views)
    , m_delegate(new SidebarDelegate(context.theme, this))
{
    setObjectName(QStringLiteral("sidebarTreeView"));
    setAccessibleName(tr("Views"));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(sidebarIndent);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegate(m_delegate);
    const auto restyle = [this] {
        QPalette colors = palette();
        colors.setColor(QPalette::Base, m_context.theme.color(Token::Window));
        setPalette(colors);
        doItemsLayout();
    };
    restyle();
    connect(&context.theme, &Theme::changed, this, restyle);
    setModel(&views);
    connect(&views, &QAbstractItemModel::modelReset, this, [this] {
        restoreExpansion();
        showView(m_context.navigator.currentView());
    });
    connect(&views, &ViewListModel::failed, this, [this](const Error &error) {
        m_context.notices.fail(tr("The saved views could not be read."), error, [this] { m_views.refresh(); });
    });
    connect(this, &QTreeView::collapsed, this, &Sidebar::saveExpansion);
    connect(this, &QTreeView::expanded, this, &Sidebar::saveExpansion);
    connect(this, &QTreeView::clicked, this, &Sidebar::open);
    connect(this, &QTreeView::activated, this, &Sidebar::open);
    connect(this, &QWidget::customContextMenuRequested, this, &Sidebar::showMenu);
    connect(&context.navigator, &Navigator::viewRequested, this, &Sidebar::showView);
    restoreExpansion();
    addActions();
}

void Sidebar::addActions()
{
    const auto add = [this](const QString &id, const QString &text, const QKeySequence &keys, int step) {
        m_context.actions.add({.id = id,
                               .text = text,
                               .category = tr("Go"),
                               .shortcuts = {keys},
                               .menu = ActionMenu::Go,
                               .menuGroup = 20},
                              this, [this, step] { openNeighbour(step); });
    };
    add(QStringLiteral("go.nextView"), tr("Ne&xt view"), QKeySequence(Qt::ALT | Qt::Key_Down), +1);
    add(QStringLiteral("go.previousView"), tr("Pre&vious view"), QKeySequence(Qt::ALT | Qt::Key_Up), -1);
}

void Sidebar::setElsewhere(bool elsewhere)
{
    m_delegate->setElsewhere(elsewhere);
    // The style would paint something of its own before the row.
    selectionModel()->select(currentIndex(),
                             elsewhere ? QItemSelectionModel::Clear : QItemSelectionModel::ClearAndSelect);
}

void Sidebar::showView(const QString &key)
{
    const QModelIndex index = m_views.indexOf(key);
    if (index.isValid())
        setCurrentIndex(index);
    else
        setCurrentIndex({});
}

void Sidebar::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (index.data(ViewListModel::SectionRole).toBool())
        setExpanded(index, !isExpanded(index));
    else
        m_context.navigator.openView(m_views.keyOf(index));
}

void Sidebar::openNeighbour(int step)
{
    const QStringList keys = m_views.keys();
    if (keys.isEmpty())
        return;
    const int current = int(keys.indexOf(m_context.navigator.currentView()));
    m_context.navigator.openView(keys.at(qBound(0, current + step, int(keys.size()) - 1)));
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        open(currentIndex());
        if (!currentIndex().data(ViewListModel::SectionRole).toBool())
            m_context.navigator.focusArea(Area::List);
        return;
    }
    const QModelIndex before = currentIndex();
    QTreeView::keyPressEvent(event);
    const bool moves = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (moves && currentIndex() != before && !currentIndex().data(ViewListModel::SectionRole).toBool())
        open(currentIndex());
}

void Sidebar::keyboardSearch(const QString &)
{
    // Single letters are actions.
}

void Sidebar::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    const QRect row = visualRect(index);
    // The arrow of a queue with queues below it stands before its icon.
    if (index.isValid() && m_views.rowCount(index) > 0
        && at.x() < row.left() - indentation() + SidebarDelegate::arrowWidth + 8) {
        setExpanded(index, !isExpanded(index));
        return;
    }
    QTreeView::mousePressEvent(event);
}

void Sidebar::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{
    // The delegate draws the arrow where it fits the row's texts.
}

void Sidebar::showMenu(const QPoint &at)
{
    const QString key = m_views.keyOf(indexAt(at));
    const std::optional<SavedView> view = m_views.savedView(key);
    if (!view)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(m_context.theme.icon(QStringLiteral("document-edit")), tr("Edit view…")),
            &QAction::triggered, this, [this, key] { Q_EMIT editRequested(key); });
    QAction *remove = menu->addAction(m_context.theme.icon(QStringLiteral("edit-delete")), tr("Delete view…"));
    remove->setEnabled(view->owner == m_holder.me());
    connect(remove, &QAction::triggered, this, [this, view] { askDelete(*view); });
    menu->popup(viewport()->mapToGlobal(at));
}

void Sidebar::askDelete(const SavedView &view)
{
    Question question;
    question.title = tr("Delete view");
    question.text = tr("Delete the view “%1”?").arg(view.name);
    question.detail =
        view.shared ? tr("It goes for everybody. The tickets in it stay.") : tr("The tickets in it stay.");
    question.answers = {tr("Delete")};
    question.danger = true;
    m_context.prompt.ask(this, question, [this, view](int answer) {
        if (answer != 0)
            return;
        deliver(m_desk.submit(Command::make(m_holder.me(), DeleteView{view.id})), this,
                [this](const Result<CommandAnswer> &done) {
                    if (!done)
                        m_context.notices.fail(tr("The view was not deleted."), done.error());
                    else
                        m_context.navigator.openView(QStringLiteral("open"));
                });
    });
}

void Sidebar::saveExpansion()
{
    if (m_restoring)
        return;
    QStringList collapsed = m_context.settings.value(collapsedKey()).toStringList();
    const auto visit = [&](const auto &self, const QModelIndex &parentIndex) -> void {
        for (int row = 0; row < m_views.rowCount(parentIndex); ++row) {
            const QModelIndex index = m_views.index(row, 0, parentIndex);
            if (m_views.rowCount(index) == 0)
                continue;
            collapsed.removeAll(m_views.keyOf(index));
            if (!isExpanded(index))
                collapsed.append(m_views.keyOf(index));
            self(self, index);
        }
    };
    visit(visit, {});
    m_context.settings.setValue(collapsedKey(), collapsed);
}

void Sidebar::restoreExpansion()
{
    m_restoring = true;
    expandAll();
    for (const QString &key : m_context.settings.value(collapsedKey()).toStringList()) {
        const QModelIndex index = m_views.indexOf(key);
        if (index.isValid())
            collapse(index);
    }
    m_restoring = false;
}

} // namespace deskhand
