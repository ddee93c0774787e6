// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/sync_window.h"

#include "base/deliver.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "models/sync_text.h"
#include "widgets/actions/action_registry.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/settings/window_room.h"
#include "widgets/sync/conflict_table.h"
#include "widgets/sync/queued_delegate.h"
#include "widgets/two_line_row.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr QSize syncSize(860, 600);
constexpr int syncTimesEvery = 5000; // ms
constexpr int longestClosedDays = 3650;

Token syncToken(SyncText::Tone tone)
{
    switch (tone) {
    case SyncText::Tone::Good: return Token::Success;
    case SyncText::Tone::Busy: return Token::Info;
    case SyncText::Tone::Warning: return Token::Warning;
    case SyncText::Tone::Danger: return Token::Danger;
    }
    return Token::Text;
}

} // namespace

SyncWindow::SyncWindow(const AreaContext &context, DeskSync &sync, const CatalogHolder &catalog, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_sync(sync)
    , m_catalog(catalog)
    , m_model(sync, catalog)
    , m_error(new ErrorBanner(context.theme, this))
{
    setObjectName(QStringLiteral("syncWindow"));
    setWindowTitle(tr("Waiting commands"));
    resize(roomFor(context.theme, syncSize, this));
    build();
    m_context.actions.add({.id = QStringLiteral("go.sync"),
                           .text = tr("&Waiting commands…"),
                           .category = tr("Go"),
                           .icon = QStringLiteral("network-connect"),
                           .shortcuts = {QKeySequence(QStringLiteral("Ctrl+Shift+W"))},
                           .menu = ActionMenu::Go,
                           .menuGroup = 10},
                          this, [this] { open(); });
    connect(&m_sync, &DeskSync::stateChanged, this, &SyncWindow::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        const int row = std::max(0, m_model.rowOf(m_current));
        if (m_model.rowCount() > 0)
            m_list->setCurrentIndex(m_model.index(row));
        showState();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SyncWindow::showCommand);
    m_clockwork.setInterval(syncTimesEvery);
    connect(&m_clockwork, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_model.refreshTimes();
    });
    m_clockwork.start();
    showState();
    showScope();
}

void SyncWindow::build()
{
    m_queue = buildQueue();
    m_empty = new EmptyState(m_context.theme, this);
    m_empty->setContent(QStringLiteral("checkmark"), tr("Nothing waits"),
                        tr("What you do without the service stands here until it has arrived there. What the service "
                           "does not take, or what a colleague had set at the same time, waits here for you."));
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildState());
    layout->addWidget(m_error);
    layout->addWidget(m_queue, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(buildKept());
}

QWidget *SyncWindow::buildState()
{
    auto *state = new QWidget(this);
    m_phase = new PlainLabel(state);
    m_phase->setObjectName(QStringLiteral("syncPhasePlainLabel"));
    m_advice = new PlainLabel(state);
    m_advice->setObjectName(QStringLiteral("syncAdvicePlainLabel"));
    m_advice->setStyleOf(m_context.theme, TextStyle::Body, Token::TextMuted);
    m_advice->setWordWrap(true);
    m_tryNow = new QPushButton(tr("Try now"), state);
    m_tryNow->setObjectName(QStringLiteral("syncTryNowPushButton"));
    m_tryNow->setAutoDefault(false);
    m_signIn = new QPushButton(tr("Sign in…"), state);
    m_signIn->setObjectName(QStringLiteral("syncSignInPushButton"));
    m_signIn->setAutoDefault(false);
    m_signIn->setProperty("primary", true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_phase);
    words->addWidget(m_advice);
    auto *line = new QHBoxLayout(state);
    line->setContentsMargins(metrics::large, metrics::medium, metrics::large, metrics::medium);
    line->setSpacing(metrics::small);
    line->addLayout(words, 1);
    line->addWidget(m_tryNow, 0, Qt::AlignTop);
    line->addWidget(m_signIn, 0, Qt::AlignTop);
    connect(m_tryNow, &QPushButton::clicked, this, [this] { m_sync.tryNow(); });
    connect(m_signIn, &QPushButton::clicked, this, &SyncWindow::signInWanted);
    return state;
}

QWidget *SyncWindow::buildQueue()
{
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(QStringLiteral("syncSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    m_list = new QListView(splitter);
    m_list->setObjectName(QStringLiteral("queuedListView"));
    m_list->setAccessibleName(tr("Waiting commands"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new QueuedDelegate(m_context.theme, m_list));
    m_list->setMinimumWidth(280);
    showAsRows(m_list);
    auto *pane = new QWidget(splitter);
    m_explanation = new PlainLabel(pane);
    m_explanation->setObjectName(QStringLiteral("queuedExplanationPlainLabel"));
    m_explanation->setStyleOf(m_context.theme, TextStyle::Body);
    m_explanation->setWordWrap(true);
    m_conflicts = new ConflictTable(m_context.theme, pane);
    m_text = new QPlainTextEdit(pane);
    m_text->setObjectName(QStringLiteral("queuedTextPlainTextEdit"));
    m_text->setAccessibleName(tr("What was written or changed"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(metrics::large, metrics::medium, metrics::large, metrics::medium);
    column->setSpacing(metrics::medium);
    column->addWidget(m_explanation);
    column->addWidget(m_conflicts);
    column->addWidget(m_text, 1);
    column->addLayout(buildDecision());
    splitter->addWidget(m_list);
    splitter->addWidget(pane);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({340, 520});
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            m_current = m_model.command(now.row()).command.id;
        showCommand();
    });
    connect(m_list, &QListView::activated, this, [this] { m_openTicket->click(); });
    return splitter;
}

QLayout *SyncWindow::buildDecision()
{
    m_openTicket = new QPushButton(tr("Open the ticket"), this);
    m_openTicket->setObjectName(QStringLiteral("queuedOpenTicketPushButton"));
    m_copy = new QPushButton(m_context.theme.icon(QStringLiteral("edit-copy")), tr("Copy"), this);
    m_copy->setObjectName(QStringLiteral("queuedCopyPushButton"));
    m_giveUp = new QPushButton(tr("Give it up"), this);
    m_giveUp->setObjectName(QStringLiteral("queuedGiveUpPushButton"));
    m_insist = new QPushButton(tr("Try again"), this);
    m_insist->setObjectName(QStringLiteral("queuedInsistPushButton"));
    m_insist->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    for (QPushButton *button : {m_openTicket, m_copy, m_giveUp, m_insist})
        button->setAutoDefault(false);
    buttons->addWidget(m_openTicket);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_giveUp);
    buttons->addWidget(m_insist);
    connect(m_openTicket, &QPushButton::clicked, this, [this] {
        const QueuedCommand *queued = current();
        if (queued == nullptr || !queued->ticket.isValid())
            return;
        const TicketId ticket = queued->ticket;
        close();
        m_context.navigator.openTicket(ticket, true);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        m_context.notices.post(tr("Copied"));
    });
    connect(m_giveUp, &QPushButton::clicked, this, &SyncWindow::giveUp);
    connect(m_insist, &QPushButton::clicked, this, &SyncWindow::insist);
    return buttons;
}

QWidget *SyncWindow::buildKept()
{
    auto *kept = new QWidget(this);
    m_extent = new QComboBox(kept);
    m_extent->setObjectName(QStringLiteral("replicaExtentComboBox"));
    m_extent->setAccessibleName(tr("Kept on this computer"));
    for (const ReplicaExtent extent : {ReplicaExtent::MyQueues, ReplicaExtent::MyTickets, ReplicaExtent::Nothing})
        m_extent->addItem(SyncText::extent(extent), int(extent));
    m_days = new QSpinBox(kept);
    m_days->setObjectName(QStringLiteral("closedDaysSpinBox"));
    m_days->setAccessibleName(tr("Days for which solved tickets are kept"));
    m_days->setRange(0, longestClosedDays);
    m_days->setPrefix(tr("and solved ones for "));
    m_days->setSuffix(tr(" days"));
    auto *remove = new QPushButton(tr("Remove from this computer…"), kept);
    remove->setObjectName(QStringLiteral("removeFromComputerPushButton"));
    remove->setAutoDefault(false);
    auto *caption = new PlainLabel(tr("Kept on this computer"), kept);
    caption->setStyleOf(m_context.theme, TextStyle::SmallStrong, Token::TextMuted);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::small);
    line->addWidget(m_extent);
    line->addWidget(m_days);
    line->addStretch(1);
    line->addWidget(remove);
    auto *column = new QVBoxLayout(kept);
    column->setContentsMargins(metrics::large, metrics::small, metrics::large, metrics::medium);
    column->setSpacing(metrics::tight);
    column->addWidget(caption);
    column->addLayout(line);
    connect(m_extent, &QComboBox::currentIndexChanged, this, &SyncWindow::setScope);
    connect(m_days, &QSpinBox::editingFinished, this, &SyncWindow::setScope);
    connect(remove, &QPushButton::clicked, this, &SyncWindow::askRemove);
    return kept;
}

void SyncWindow::open()
{
    m_model.refreshTimes();
    showScope();
    const int undecided = m_model.firstUndecided();
    if (undecided >= 0)
        m_list->setCurrentIndex(m_model.index(undecided));
    else if (m_model.rowCount() > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    showState();
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

const QueuedCommand *SyncWindow::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model.rowCount() ? &m_model.command(index.row()) : nullptr;
}

void SyncWindow::showState()
{
    const SyncState state = m_sync.state();
    m_phase->setStyleOf(m_context.theme, TextStyle::Heading, syncToken(SyncText::tone(state)));
    m_phase->setText(SyncText::line(state, m_catalog.now()));
    const QString advice = SyncText::advice(state);
    m_advice->setVisible(!advice.isEmpty());
    m_advice->setText(advice);
    m_tryNow->setVisible(state.phase == SyncPhase::Offline || state.phase == SyncPhase::Connecting);
    m_signIn->setVisible(state.phase == SyncPhase::SignedOut);
    const bool any = m_model.rowCount() > 0;
    m_queue->setVisible(any);
    m_empty->setVisible(!any);
    showCommand();
}

void SyncWindow::showCommand()
{
    const QueuedCommand *queued = current();
    const QueuedCommand shown = queued != nullptr ? *queued : QueuedCommand{};
    m_explanation->setText(queued != nullptr ? m_model.explanation(shown) : QString());
    m_conflicts->setConflicts(shown.conflicts, m_catalog.now());
    const QString details = queued != nullptr ? m_model.details(shown) : QString();
    if (m_text->toPlainText() != details)
        m_text->setPlainText(details);
    m_openTicket->setEnabled(shown.ticket.isValid());
    m_copy->setEnabled(!details.isEmpty());
    const QString insist = queued != nullptr ? QueuedCommandModel::insistText(shown) : QString();
    const QString giveUp = queued != nullptr ? QueuedCommandModel::giveUpText(shown) : QString();
    m_insist->setVisible(!insist.isEmpty());
    if (!insist.isEmpty())
        m_insist->setText(insist);
    m_giveUp->setVisible(!giveUp.isEmpty());
    if (!giveUp.isEmpty())
        m_giveUp->setText(giveUp);
}

void SyncWindow::insist()
{
    const QueuedCommand *queued = current();
    if (queued == nullptr)
        return;
    m_error->hide();
    deliver(m_sync.insist(queued->command.id), this, [this](const Result<void> &done) {
        if (!done)
            m_error->showError(tr("It could not be done."), done.error());
    });
}

void SyncWindow::giveUp()
{
    const QueuedCommand *queued = current();
    if (queued == nullptr)
        return;
    m_error->hide();
    const CommandId id = queued->command.id;
    const auto go = [this, id] {
        deliver(m_sync.giveUp(id), this, [this](const Result<void> &done) {
            if (!done)
                m_error->showError(tr("It could not be given up."), done.error());
        });
    };
    if (queued->state == QueuedState::Conflict)
        return go(); // nothing is lost: theirs is there, and mine is seen in the history
    Question question;
    question.title = tr("Give it up");
    question.text = tr("Give up “%1”?").arg(m_list->currentIndex().data().toString());
    question.detail = tr("The text is gone then, and the ticket is as if you had never done it.");
    question.answers = {QueuedCommandModel::giveUpText(*queued)};
    question.danger = true;
    m_context.prompt.ask(this, question, [guard = QPointer(this), go](int answer) {
        if (guard && answer == 0)
            go();
    });
}

void SyncWindow::showScope()
{
    m_filling = true;
    const ReplicaScope scope = m_sync.scope();
    m_extent->setCurrentIndex(m_extent->findData(int(scope.extent)));
    m_days->setValue(scope.closedDays);
    m_days->setEnabled(scope.extent != ReplicaExtent::Nothing);
    m_filling = false;
}

void SyncWindow::setScope()
{
    if (m_filling)
        return;
    const ReplicaScope wanted{ReplicaExtent(m_extent->currentData().toInt()), m_days->value()};
    m_days->setEnabled(wanted.extent != ReplicaExtent::Nothing);
    if (!(wanted == m_sync.scope()))
        m_sync.setScope(wanted);
}

void SyncWindow::askRemove()
{
    const SyncState state = m_sync.state();
    const int lost = m_model.rowCount();
    Question question;
    question.title = tr("Remove from this computer");
    question.text = tr("Remove everything of this desk from this computer?");
    question.detail =
        lost > 0
            ? tr("%n command(s) have not arrived at the service and are lost then. The desk itself stays as it is.",
                 nullptr, lost)
            : tr("Tickets, drafts and the sign-in are removed here. The desk itself stays as it is, and you can "
                 "sign in again.");
    if (lost > 0 && state.phase == SyncPhase::Offline)
        question.detail += u' ' + tr("You are offline: wait until you are back, and nothing is lost.");
    question.answers = {tr("Remove")};
    question.danger = true;
    m_context.prompt.ask(this, question, [guard = QPointer(this)](int answer) {
        if (!guard || answer != 0)
            return;
        guard->close();
        Q_EMIT guard->removeWanted();
    });
}

} // namespace deskhand
