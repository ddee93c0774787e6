// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drafts/drafts_window.h"

#include "models/navigator.h"
#include "models/notices.h"
#include "widgets/actions/action_registry.h"
#include "widgets/drafts/draft_delegate.h"
#include "widgets/frame/empty_state.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

#include <QKeyEvent>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

namespace {
constexpr int undoMs = 10'000;
} // namespace

DraftsWindow::DraftsWindow(const AreaContext &context, DraftListModel &drafts, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_drafts(drafts)
    , m_list(new QListView(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_throwAway(new QPushButton(tr("Throw away"), this))
    , m_goOn(new QPushButton(tr("Go on writing"), this))
{
    setObjectName(QStringLiteral("draftsWindow"));
    setWindowTitle(tr("Drafts"));
    resize(560, 420);
    build();
    context.actions.add({.id = QStringLiteral("go.drafts"),
                         .text = tr("&Drafts…"),
                         .category = tr("Go"),
                         .icon = QStringLiteral("document-edit"),
                         .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_D)},
                         .menu = ActionMenu::Go,
                         .menuGroup = 10},
                        this, [this] { open(); });
    connect(&drafts, &QAbstractItemModel::modelReset, this, &DraftsWindow::showState);
    connect(m_list, &QListView::activated, this, &DraftsWindow::goOn);
    connect(m_goOn, &QPushButton::clicked, this, &DraftsWindow::goOn);
    connect(m_throwAway, &QPushButton::clicked, this, &DraftsWindow::throwAway);
    showState();
}

void DraftsWindow::build()
{
    m_list->setObjectName(QStringLiteral("draftsListView"));
    m_list->setAccessibleName(tr("Drafts"));
    m_list->setModel(&m_drafts);
    m_list->setItemDelegate(new DraftDelegate(m_context.theme, m_list));
    showAsRows(m_list);
    m_empty->setContent(QStringLiteral("document-edit"), tr("No drafts"),
                        tr("What you begin to write and do not send is kept here, on this computer, until you send it "
                           "or throw it away."));
    m_throwAway->setObjectName(QStringLiteral("throwAwayPushButton"));
    m_throwAway->setAutoDefault(false);
    m_goOn->setObjectName(QStringLiteral("goOnPushButton"));
    m_goOn->setDefault(true);
    m_goOn->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(metrics::medium, 0, metrics::medium, 0);
    buttons->addWidget(m_throwAway);
    buttons->addStretch(1);
    buttons->addWidget(m_goOn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::medium);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addLayout(buttons);
}

void DraftsWindow::open()
{
    m_drafts.refresh();
    showState();
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

void DraftsWindow::showState()
{
    const int count = m_drafts.rowCount();
    m_list->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    m_throwAway->setVisible(count > 0);
    m_goOn->setVisible(count > 0);
    if (count > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_drafts.index(0));
}

void DraftsWindow::goOn()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const Draft draft = m_drafts.draftAt(current.row());
    close();
    if (draft.kind == DraftKind::NewTicket)
        m_context.navigator.newTicket();
    else
        m_context.navigator.goOnWriting(draft.ticket, draft.kind);
}

void DraftsWindow::throwAway()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    const Draft thrown = m_drafts.throwAway(row);
    if (m_drafts.rowCount() > 0)
        m_list->setCurrentIndex(m_drafts.index(std::min(row, m_drafts.rowCount() - 1)));
    Notice notice;
    notice.text = tr("Draft thrown away");
    notice.actionText = tr("Undo");
    notice.milliseconds = undoMs;
    notice.action = [drafts = QPointer<DraftListModel>(&m_drafts), &notices = m_context.notices, thrown] {
        if (drafts && !drafts->putBack(thrown))
            notices.post(tr("Something new was written there meanwhile. It was kept."));
    };
    m_context.notices.post(notice);
}

void DraftsWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Delete))
        throwAway();
    else
        QDialog::keyPressEvent(event);
}

} // namespace deskhand
