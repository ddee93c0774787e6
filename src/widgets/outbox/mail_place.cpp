// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outbox/mail_place.h"

#include "models/navigator.h"
#include "models/notices.h"
#include "widgets/actions/action_registry.h"
#include "widgets/composer/composer.h"
#include "widgets/frame/desk_status_bar.h"
#include "widgets/frame/kept_clear.h"
#include "widgets/frame/toast_bar.h"
#include "widgets/main_window.h"
#include "widgets/outbox/held_mail_window.h"
#include "widgets/outbox/mail_status_button.h"
#include "widgets/outbox/outbox_window.h"
#include "widgets/outbox/undo_key.h"
#include "widgets/outbox/undo_send_bar.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket/ticket_area.h"

#include <QApplication>
#include <QToolButton>

namespace deskhand {

namespace {

const QString undoSendId = QStringLiteral("mail.undoSend");

} // namespace

MailPlace::MailPlace(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts,
                     MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_window(window)
    , m_outbox(desk, catalog, drafts)
    , m_held(desk, catalog)
    , m_status(desk, catalog)
    , m_catalog(catalog)
    , m_outboxWindow(new OutboxWindow(context, m_outbox, catalog, &window))
    , m_heldWindow(new HeldMailWindow(context, desk, catalog, m_held, &window))
    , m_bar(new UndoSendBar(context.theme, m_outbox, catalog.clock(), window.keptClear(), &window))
{
    addAction();
    connectOutbox();
    addStatus();
    const auto isNewer = [this] {
        return !m_outbox.fresh().isEmpty() && m_outbox.fresh().first().sentAt > m_changedAt;
    };
    qApp->installEventFilter(
        new UndoKey(context.actions, undoSendId, QStringLiteral("ticket.undoChange"), isNewer, this));
    m_outbox.refresh();
    m_held.refresh();
    m_status.refresh();
}

MailPlace::~MailPlace()
{
    m_window.toast()->setLift(0);
    delete m_heldButton;
    delete m_button;
    delete m_bar;
    delete m_heldWindow;
    delete m_outboxWindow;
}

void MailPlace::addAction()
{
    m_context.actions.add({.id = undoSendId,
                           .text = tr("&Undo send"),
                           .category = tr("Writing"),
                           .icon = QStringLiteral("edit-undo"),
                           .shortcuts = {QKeySequence(QKeySequence::Undo)},
                           .scope = ActionScope::Sidebar | ActionScope::Ticket | ActionScope::Composer,
                           .menu = ActionMenu::Edit,
                           .menuGroup = 0,
                           .enabledWhen = [this] { return !m_outbox.fresh().isEmpty(); }},
                          this, [this] {
                              if (!m_outbox.fresh().isEmpty())
                                  m_outbox.undo(m_outbox.fresh().first().mail);
                          });
}

void MailPlace::connectOutbox()
{
    connect(&m_outbox, &OutboxPresenter::freshChanged, &m_context.actions, &ActionRegistry::refresh);
    connect(&m_outbox, &OutboxPresenter::changed, &m_status, &MailStatus::refresh);
    connect(&m_outbox, &OutboxPresenter::givenBack, this, [this](TicketId ticket, DraftKind kind, bool wanted) {
        if (wanted)
            m_context.navigator.goOnWriting(ticket, kind);
        else
            m_context.notices.post(tr("A mail was taken back. Its text is among your drafts."));
    });
    connect(&m_outbox, &OutboxPresenter::tooLate, this,
            [this] { m_context.notices.post(tr("Too late: the mail has been sent. It stays in the ticket.")); });
    connect(&m_outbox, &OutboxPresenter::undoFailed, this,
            [this](const Error &error) { m_context.notices.fail(tr("The mail was not taken back."), error); });
    connect(&m_outbox, &OutboxPresenter::releaseFailed, this, [this](const Error &error) {
        m_context.notices.fail(tr("When the mail is sent was not changed."), error);
    });
    connect(m_bar, &UndoSendBar::moreRequested, m_outboxWindow, &OutboxWindow::open);
    connect(m_bar, &UndoSendBar::shownChanged, m_window.toast(), &ToastBar::setLift);
}

void MailPlace::addStatus()
{
    DeskStatusBar *bar = m_window.deskStatusBar();
    m_button = new MailStatusButton(m_context.theme, m_status, m_context.actions, bar);
    m_heldButton = new QToolButton(bar);
    m_heldButton->setObjectName(QStringLiteral("heldMailToolButton"));
    m_heldButton->setAutoRaise(true);
    m_heldButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    const auto restyle = [this] { m_heldButton->setFont(m_context.theme.font(TextStyle::Small)); };
    restyle();
    connect(&m_context.theme, &Theme::changed, m_heldButton, restyle);
    bar->addPart(m_button);
    bar->addPart(m_heldButton);
    const auto count = [this](int held) {
        m_heldButton->setVisible(held > 0);
        m_heldButton->setText(tr("%n held mail(s)", nullptr, held));
        m_heldButton->setAccessibleName(m_heldButton->text());
    };
    count(0);
    connect(&m_held, &HeldMailModel::countChanged, m_heldButton, count);
    connect(m_heldButton, &QToolButton::clicked, m_heldWindow, &HeldMailWindow::open);
}

void MailPlace::noteTicketChange()
{
    m_changedAt = m_catalog.now();
}

void MailPlace::follow(TicketArea &area)
{
    area.setOutbox(m_outbox);
    m_window.keptClear().add(area.composer());
    connect(&m_outbox, &OutboxPresenter::aboutToGiveBack, area.composer(), [&area] { area.composer()->flush(); });
    connect(&area, &TicketArea::heldMailRequested, m_heldWindow, &HeldMailWindow::showTicket);
    connect(&area, &TicketArea::outboxRequested, m_outboxWindow, &OutboxWindow::showMail);
}

} // namespace deskhand
