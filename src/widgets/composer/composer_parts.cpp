// SPDX-License-Identifier: GPL-3.0-or-later
// What the composer is made of, and its actions.
#include "widgets/composer/composer.h"

#include "models/notices.h"
#include "models/reminder_times.h"
#include "widgets/actions/action_registry.h"
#include "widgets/chips/chip_button.h"
#include "widgets/composer/attachment_strip.h"
#include "widgets/composer/format_bar.h"
#include "widgets/composer/guard_bar.h"
#include "widgets/composer/held_bar.h"
#include "widgets/composer/prompt_line.h"
#include "widgets/composer/recipient_edit.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/composer/send_later_menu.h"
#include "widgets/frame/error_banner.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskhand {

namespace {

QToolButton *kindButton(const QString &objectName, const QString &text, const QString &icon, const Theme &theme,
                        QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(theme.icon(icon));
    button->setCheckable(true);
    button->setAutoRaise(true);
    return button;
}

QHBoxLayout *lineLayout(QWidget *line)
{
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    return layout;
}

} // namespace

void Composer::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::large, metrics::small, metrics::large, metrics::small);
    layout->setSpacing(0);
    m_error = new ErrorBanner(m_context.theme, this);
    m_closedLine = buildClosedLine();
    m_openPart = new QWidget(this);
    auto *open = new QVBoxLayout(m_openPart);
    open->setContentsMargins(0, 0, 0, 0);
    open->setSpacing(metrics::small - 2);
    m_editor = new RichEdit(m_context.theme, m_openPart);
    m_editor->setObjectName(QStringLiteral("composerTextEdit"));
    m_attachments = new AttachmentStrip(m_context.theme, m_openPart);
    m_held = new HeldBar(m_presenter, m_catalog.clock(), m_context.theme, m_openPart);
    connect(m_held, &HeldBar::showRequested, this, &Composer::unseenRequested);
    connect(m_held, &HeldBar::sendRequested, this, [this] {
        SendWish anyway = m_asked;
        anyway.evenUnseen = true;
        send(anyway);
    });
    m_guard = new GuardBar(m_presenter, m_context.theme, m_openPart);
    connect(m_guard, &GuardBar::attachRequested, this, &Composer::chooseFiles);
    connect(m_guard, &GuardBar::sendRequested, this, [this] {
        flush();
        m_presenter.sendInSpite();
    });
    connect(m_held, &HeldBar::dropRequested, this, &Composer::discard);
    open->addWidget(m_waitingLine = buildWaitingLine());
    open->addWidget(buildTopLine());
    open->addWidget(m_recipients = buildRecipients());
    open->addWidget(m_callLine = buildCallLine());
    open->addWidget(m_editor);
    open->addWidget(m_quoteLine = buildQuoteLine());
    open->addWidget(m_attachments);
    open->addWidget(m_held);
    open->addWidget(m_guard);
    open->addWidget(buildBottomLine());
    layout->addWidget(m_error);
    layout->addWidget(m_closedLine);
    layout->addWidget(m_openPart);
    m_openPart->hide();
}

QWidget *Composer::buildWaitingLine()
{
    auto *line = new QWidget(m_openPart);
    auto *layout = lineLayout(line);
    m_waitingLabel = new PlainLabel(line);
    m_waitingLabel->setObjectName(QStringLiteral("waitingPlainLabel"));
    m_waitingLabel->setStyleOf(m_context.theme, TextStyle::Strong, Token::Warning);
    m_waitingLabel->setWordWrap(true);
    m_sendAgain = new QPushButton(tr("Send again"), line);
    m_sendAgain->setObjectName(QStringLiteral("sendAgainPushButton"));
    layout->addWidget(m_waitingLabel, 1);
    layout->addWidget(m_sendAgain);
    connect(m_sendAgain, &QPushButton::clicked, &m_presenter, &ComposerPresenter::sendAgain);
    line->hide();
    return line;
}

QWidget *Composer::buildClosedLine()
{
    auto *line = new QWidget(this);
    QHBoxLayout *layout = lineLayout(line);
    m_closedReply = new PromptLine(m_context.theme, line);
    m_closedReply->setObjectName(QStringLiteral("replyPromptLine"));
    m_closedReply->setIcon(m_context.theme.icon(QStringLiteral("mail-reply-sender")));
    m_closedReply->setAccessibleName(tr("Reply"));
    auto *note =
        new QPushButton(m_context.theme.icon(QStringLiteral("lock"), Token::NoteText), tr("Internal note"), line);
    note->setObjectName(QStringLiteral("notePushButton"));
    note->setProperty("note", true);
    auto *call = new QPushButton(m_context.theme.icon(QStringLiteral("call-start")), tr("Call"), line);
    call->setObjectName(QStringLiteral("callPushButton"));
    layout->addWidget(m_closedReply, 1);
    layout->addWidget(note);
    layout->addWidget(call);
    connect(m_closedReply, &QAbstractButton::clicked, this,
            [this] { open(m_presenter.isEmpty() ? DraftKind::Reply : m_presenter.kind()); });
    connect(note, &QPushButton::clicked, this, [this] { open(DraftKind::Note); });
    connect(call, &QPushButton::clicked, this, [this] { open(DraftKind::Call); });
    return line;
}

QWidget *Composer::buildTopLine()
{
    auto *line = new QWidget(m_openPart);
    QHBoxLayout *layout = lineLayout(line);
    layout->setSpacing(2);
    m_kinds = new QButtonGroup(this);
    const Theme &theme = m_context.theme;
    QToolButton *reply = kindButton(QStringLiteral("replyKindToolButton"), tr("Reply"),
                                    QStringLiteral("mail-reply-sender"), theme, line);
    QToolButton *note =
        kindButton(QStringLiteral("noteKindToolButton"), tr("Internal note"), QStringLiteral("lock"), theme, line);
    QToolButton *call =
        kindButton(QStringLiteral("callKindToolButton"), tr("Call"), QStringLiteral("call-start"), theme, line);
    m_kinds->addButton(reply, int(DraftKind::Reply));
    m_kinds->addButton(note, int(DraftKind::Note));
    m_kinds->addButton(call, int(DraftKind::Call));
    m_kindLabel = new PlainLabel(tr("Only for your team"), line);
    m_kindLabel->setObjectName(QStringLiteral("noteHintPlainLabel"));
    m_kindLabel->setElideMode(Qt::ElideRight);
    m_kindLabel->setStyleOf(theme, TextStyle::SmallStrong, Token::NoteText);
    m_ccButton = new QPushButton(tr("Cc"), line);
    m_ccButton->setObjectName(QStringLiteral("ccPushButton"));
    m_ccButton->setAccessibleName(tr("Add copies"));
    m_ccButton->setFlat(true);
    auto *closeButton = new QToolButton(line);
    closeButton->setObjectName(QStringLiteral("closeComposerToolButton"));
    closeButton->setAccessibleName(tr("Close the composer and keep the draft"));
    closeButton->setToolTip(tr("Close and keep the draft (Esc)"));
    closeButton->setIcon(theme.icon(QStringLiteral("go-down")));
    closeButton->setAutoRaise(true);
    layout->addWidget(reply);
    layout->addWidget(note);
    layout->addWidget(call);
    layout->addSpacing(metrics::small);
    layout->addWidget(m_kindLabel);
    layout->addStretch(1);
    layout->addWidget(m_ccButton);
    layout->addWidget(closeButton);
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int kind) {
        chooseKind(DraftKind(kind));
        m_editor->setFocus();
    });
    connect(m_ccButton, &QPushButton::clicked, this, [this] {
        m_ccLine->show();
        m_ccButton->hide();
        m_cc->setFocus();
    });
    connect(closeButton, &QToolButton::clicked, this, &Composer::close);
    return line;
}

QWidget *Composer::buildRecipients()
{
    auto *part = new QWidget(m_openPart);
    auto *rows = new QVBoxLayout(part);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(metrics::tight);
    const auto addLine = [this, rows, part](const QString &label, const QString &name, RecipientEdit **edit) {
        auto *line = new QWidget(part);
        QHBoxLayout *layout = lineLayout(line);
        auto *caption = new PlainLabel(label, line);
        caption->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
        caption->setMinimumWidth(24);
        *edit = new RecipientEdit(m_context.theme, m_desk, line);
        (*edit)->setAccessibleTexts(name);
        layout->addWidget(caption);
        layout->addWidget(*edit, 1);
        rows->addWidget(line);
        return line;
    };
    addLine(tr("To"), tr("To"), &m_to);
    m_to->setObjectName(QStringLiteral("toRecipientEdit"));
    m_ccLine = addLine(tr("Cc"), tr("Copies to"), &m_cc);
    m_cc->setObjectName(QStringLiteral("ccRecipientEdit"));
    m_ccLine->hide();
    return part;
}

QWidget *Composer::buildCallLine()
{
    auto *line = new QWidget(m_openPart);
    QHBoxLayout *layout = lineLayout(line);
    const Theme &theme = m_context.theme;
    auto *group = new QButtonGroup(this);
    m_inbound =
        kindButton(QStringLiteral("inboundToolButton"), tr("They called"), QStringLiteral("arrow-left"), theme, line);
    m_outbound =
        kindButton(QStringLiteral("outboundToolButton"), tr("I called"), QStringLiteral("arrow-right"), theme, line);
    group->addButton(m_inbound);
    group->addButton(m_outbound);
    layout->addWidget(m_inbound);
    layout->addWidget(m_outbound);
    layout->addStretch(1);
    connect(m_inbound, &QToolButton::clicked, this, [this] { m_presenter.setInboundCall(true); });
    connect(m_outbound, &QToolButton::clicked, this, [this] { m_presenter.setInboundCall(false); });
    return line;
}

QWidget *Composer::buildQuoteLine()
{
    auto *line = new QWidget(m_openPart);
    QHBoxLayout *layout = lineLayout(line);
    m_quote = new ChipButton(m_context.theme, {}, QStringLiteral("format-text-blockquote"), line);
    m_quote->setObjectName(QStringLiteral("quoteChipButton"));
    m_quote->setToolTip(tr("Put the quoted message into the text to shorten it; the cross leaves it out"));
    layout->addWidget(m_quote);
    layout->addStretch(1);
    connect(m_quote, &ChipButton::removeRequested, &m_presenter, &ComposerPresenter::removeQuote);
    connect(m_quote, &ChipButton::clicked, this, [this] {
        flush();
        const QString html = m_presenter.takeQuote().html;
        m_editor->moveCursor(QTextCursor::End);
        m_editor->insertPlainText(QStringLiteral("\n"));
        m_editor->insertSafeHtml(html);
        m_editor->setFocus();
    });
    return line;
}

QWidget *Composer::buildBottomLine()
{
    auto *line = new QWidget(m_openPart);
    QHBoxLayout *layout = lineLayout(line);
    m_formats = new FormatBar(*m_editor, m_context.theme, m_context.prompt, line);
    m_saved = new PlainLabel(line);
    m_saved->setObjectName(QStringLiteral("draftSavedPlainLabel"));
    m_saved->setWholeOrNothing();
    m_saved->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_saved->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
    auto *discardButton = new QToolButton(line);
    discardButton->setObjectName(QStringLiteral("discardToolButton"));
    discardButton->setAccessibleName(tr("Throw the draft away"));
    discardButton->setToolTip(tr("Throw the draft away"));
    discardButton->setIcon(m_context.theme.icon(QStringLiteral("edit-delete")));
    discardButton->setAutoRaise(true);
    m_send = new QPushButton(line);
    m_send->setObjectName(QStringLiteral("sendPushButton"));
    m_send->setAutoDefault(false);
    m_more = new QPushButton(line);
    m_more->setObjectName(QStringLiteral("sendMorePushButton"));
    m_more->setAccessibleName(tr("Send later, or set a state with it"));
    m_more->setAutoDefault(false);
    m_sendMenu = new QMenu(m_more);
    m_more->setMenu(m_sendMenu);
    m_more->setFixedWidth(28);
    connect(m_sendMenu, &QMenu::aboutToShow, this, &Composer::fillSendMenu);
    connect(m_send, &QPushButton::clicked, this, [this] { send(); });
    connect(discardButton, &QToolButton::clicked, this, &Composer::discard);
    auto *sendPair = new QHBoxLayout;
    sendPair->setSpacing(1);
    sendPair->addWidget(m_send);
    sendPair->addWidget(m_more);
    layout->addWidget(m_formats);
    layout->addWidget(m_saved, 1);
    layout->addWidget(discardButton);
    layout->addLayout(sendPair);
    return line;
}

void Composer::fillSendMenu()
{
    m_sendMenu->clear();
    const CatalogPtr catalog = m_catalog.catalog();
    for (const State &state : catalog->states) {
        if (!state.active || state.type == StateType::Merged || state.type == StateType::New)
            continue;
        const QString name = QString(state.name).replace(u'&', QStringLiteral("&&"));
        if (state.type != StateType::PendingReminder) {
            m_sendMenu->addAction(tr("Send and set %1").arg(name), this, [this, id = state.id] {
                SendWish wish;
                wish.state = id;
                send(wish);
            });
            continue;
        }
        QMenu *until = m_sendMenu->addMenu(tr("Send and set %1").arg(name));
        const QVector<ReminderTime> times = reminderTimes(m_catalog.now());
        for (const ReminderTime &time : times)
            until->addAction(time.text, this, [this, id = state.id, at = time.at] {
                SendWish wish;
                wish.state = id;
                wish.pendingUntil = at;
                send(wish);
            });
    }
    if (m_presenter.kind() == DraftKind::Reply)
        addSendLater();
}

void Composer::addSendLater()
{
    m_sendMenu->addSeparator();
    QMenu *later = m_sendMenu->addMenu(m_context.theme.icon(QStringLiteral("appointment-new")), tr("Send later"));
    addSendLaterTimes(later, m_catalog.clock(), m_context.notices, [this](Instant at) {
        SendWish wish;
        wish.releaseAt = at;
        send(wish);
    });
}

void Composer::addActions()
{
    ActionRegistry &actions = m_context.actions;
    const QString category = tr("Ticket");
    const auto hasTicket = [this] { return m_presenter.ticket().isValid(); };
    actions.add({.id = QStringLiteral("ticket.reply"),
                 .text = tr("&Reply"),
                 .category = category,
                 .icon = QStringLiteral("mail-reply-sender"),
                 .shortcuts = {QKeySequence(Qt::Key_R)},
                 .scope = ActionScope::Tickets,
                 .menu = ActionMenu::Ticket,
                 .menuGroup = 10,
                 .enabledWhen = hasTicket},
                this, [this] { open(DraftKind::Reply); });
    actions.add({.id = QStringLiteral("ticket.note"),
                 .text = tr("&Internal note"),
                 .category = category,
                 .icon = QStringLiteral("note"),
                 .shortcuts = {QKeySequence(Qt::Key_I)},
                 .scope = ActionScope::Tickets,
                 .menu = ActionMenu::Ticket,
                 .menuGroup = 10,
                 .enabledWhen = hasTicket},
                this, [this] { open(DraftKind::Note); });
    actions.add({.id = QStringLiteral("ticket.call"),
                 .text = tr("Record a &call"),
                 .category = category,
                 .icon = QStringLiteral("call-start"),
                 .shortcuts = {QKeySequence(Qt::Key_C)},
                 .scope = ActionScope::Tickets,
                 .menu = ActionMenu::Ticket,
                 .menuGroup = 10,
                 .enabledWhen = hasTicket},
                this, [this] { open(DraftKind::Call); });
    addSendActions();
}

void Composer::addSendActions()
{
    ActionRegistry &actions = m_context.actions;
    const QString category = tr("Writing");
    const auto isOpenNow = [this] { return m_open; };
    actions.add({.id = QStringLiteral("composer.send"),
                 .text = tr("Send"),
                 .category = category,
                 .icon = QStringLiteral("mail-send"),
                 .shortcuts = {QKeySequence(QStringLiteral("Ctrl+Return")), QKeySequence(QStringLiteral("Ctrl+Enter"))},
                 .scope = ActionScope::Composer,
                 .enabledWhen = [this] { return m_open && !m_presenter.isSending(); },
                 .sends = true},
                this, [this] { send(); });
    actions.add({.id = QStringLiteral("composer.close"),
                 .text = tr("Close the composer, keep the draft"),
                 .category = category,
                 .shortcuts = {QKeySequence(Qt::Key_Escape)},
                 .scope = ActionScope::Composer,
                 .enabledWhen = isOpenNow},
                this, [this] { close(); });
    actions.add({.id = QStringLiteral("composer.discard"),
                 .text = tr("Throw the draft away"),
                 .category = category,
                 .icon = QStringLiteral("edit-delete"),
                 .shortcuts = {QKeySequence(QStringLiteral("Ctrl+Shift+D"))},
                 .scope = ActionScope::Composer,
                 .enabledWhen = isOpenNow},
                this, [this] { discard(); });
    actions.add({.id = QStringLiteral("composer.attach"),
                 .text = tr("Attach files…"),
                 .category = category,
                 .icon = QStringLiteral("mail-attachment"),
                 .shortcuts = {QKeySequence(QStringLiteral("Ctrl+Shift+A"))},
                 .scope = ActionScope::Composer,
                 .enabledWhen = isOpenNow},
                this, [this] { chooseFiles(); });
    m_formats->addActions(actions, isOpenNow);
    actions.bind(ActionScope::Composer, this);
}

} // namespace deskhand
