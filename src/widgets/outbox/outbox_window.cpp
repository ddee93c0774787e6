// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outbox/outbox_window.h"

#include "models/delivery_text.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "widgets/actions/action_registry.h"
#include "widgets/composer/send_later_menu.h"
#include "widgets/frame/empty_state.h"
#include "widgets/outbox/mail_rows.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int timesEvery = 5000; // ms
constexpr int detailLines = 4;

} // namespace

OutboxWindow::OutboxWindow(const AreaContext &context, OutboxPresenter &outbox, const CatalogHolder &catalog,
                           QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_outbox(outbox)
    , m_catalog(catalog)
    , m_model(outbox, catalog)
    , m_list(new QListView(this))
    , m_details(new QPlainTextEdit(this))
    , m_empty(new EmptyState(context.theme, this))
    , m_openTicket(new QPushButton(tr("Open the ticket"), this))
    , m_undo(new QPushButton(tr("Take back"), this))
    , m_later(new QPushButton(tr("Send later"), this))
    , m_now(new QPushButton(tr("Send now"), this))
{
    setObjectName(QStringLiteral("outboxWindow"));
    setWindowTitle(tr("Outbox"));
    resize(640, 480);
    build();
    addAction();
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        const int row = std::max(0, m_model.rowOf(m_current));
        if (m_model.rowCount() > 0)
            m_list->setCurrentIndex(m_model.index(row));
        showState();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &OutboxWindow::showState);
    m_clockwork.setInterval(timesEvery);
    connect(&m_clockwork, &QTimer::timeout, this, [this] {
        if (isVisible())
            m_model.refreshTimes();
    });
    m_clockwork.start();
    showState();
}

void OutboxWindow::addAction()
{
    m_context.actions.add({.id = QStringLiteral("go.outbox"),
                           .text = tr("&Outbox…"),
                           .category = tr("Go"),
                           .icon = QStringLiteral("mail-send"),
                           .shortcuts = {QKeySequence(QStringLiteral("Ctrl+Shift+M"))},
                           .menu = ActionMenu::Go,
                           .menuGroup = 10},
                          this, [this] { open(); });
}

void OutboxWindow::build()
{
    m_list->setObjectName(QStringLiteral("outboxListView"));
    m_list->setAccessibleName(tr("Outbox"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new OutboxDelegate(m_context.theme, m_list));
    showAsRows(m_list);
    m_details->setObjectName(QStringLiteral("deliveryDetailsPlainTextEdit"));
    m_details->setAccessibleName(tr("What the mail servers said"));
    m_details->setReadOnly(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setTabChangesFocus(true);
    m_details->setFixedHeight(m_details->fontMetrics().lineSpacing() * detailLines + 2 * metrics::small);
    m_empty->setContent(QStringLiteral("mail-send"), tr("Nothing is on its way"),
                        tr("Replies wait here until they are sent, so that they can be taken back. What a mail server "
                           "puts off or refuses stays here for seven days."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, metrics::medium);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    auto *details = new QHBoxLayout;
    details->setContentsMargins(metrics::medium, 0, metrics::medium, 0);
    details->addWidget(m_details);
    layout->addLayout(details);
    layout->addLayout(buildButtons());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            m_current = m_model.mailAt(now.row()).id;
        showState();
    });
    connect(m_list, &QListView::activated, m_openTicket, &QPushButton::click);
}

QLayout *OutboxWindow::buildButtons()
{
    m_openTicket->setObjectName(QStringLiteral("outboxOpenTicketPushButton"));
    m_undo->setObjectName(QStringLiteral("outboxTakeBackPushButton"));
    m_later->setObjectName(QStringLiteral("outboxSendLaterPushButton"));
    m_now->setObjectName(QStringLiteral("outboxSendNowPushButton"));
    auto *menu = new QMenu(m_later);
    m_later->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &OutboxWindow::fillLater);
    m_now->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(metrics::medium, 0, metrics::medium, 0);
    buttons->setSpacing(metrics::small);
    for (QPushButton *button : {m_openTicket, m_undo, m_later, m_now})
        button->setAutoDefault(false);
    buttons->addWidget(m_openTicket);
    buttons->addStretch(1);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_later);
    buttons->addWidget(m_now);
    connect(m_openTicket, &QPushButton::clicked, this, [this] {
        const TicketId ticket = current().ticket;
        if (!ticket.isValid())
            return;
        close();
        m_context.navigator.openTicket(ticket, true);
    });
    connect(m_undo, &QPushButton::clicked, this, [this] { m_outbox.undo(current().id); });
    connect(m_now, &QPushButton::clicked, this, [this] { m_outbox.sendNow(current().id); });
    connect(&m_outbox, &OutboxPresenter::givenBack, this, [this](TicketId, DraftKind, bool wanted) {
        if (wanted)
            close(); // the person goes on writing
    });
    return buttons;
}

void OutboxWindow::fillLater()
{
    m_later->menu()->clear();
    addSendLaterTimes(m_later->menu(), m_catalog.clock(), m_context.notices,
                      [this, mail = current().id](Instant at) { m_outbox.sendLater(mail, at); });
}

MailDelivery OutboxWindow::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_model.mailAt(index.row()) : MailDelivery();
}

void OutboxWindow::open()
{
    m_outbox.refresh();
    m_model.refreshTimes();
    if (m_model.rowCount() > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model.index(0));
    showState();
    show();
    raise();
    activateWindow();
    m_list->setFocus();
}

void OutboxWindow::showMail(OutboundMailId mail)
{
    m_current = mail;
    if (const int row = m_model.rowOf(mail); row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
    open();
}

void OutboxWindow::showState()
{
    const bool any = m_model.rowCount() > 0;
    for (QWidget *part : std::initializer_list<QWidget *>{m_list, m_details, m_openTicket, m_undo, m_later, m_now})
        part->setVisible(any);
    m_empty->setVisible(!any);
    const MailDelivery mail = current();
    const bool chosen = mail.id.isValid();
    const bool waits = chosen && OutboxPresenter::isWaiting(mail) && !m_outbox.isTakingBack(mail.id);
    const bool again = chosen && OutboxPresenter::canTryAgain(mail);
    m_openTicket->setEnabled(chosen);
    m_undo->setEnabled(waits && OutboxPresenter::canTakeBack(mail, m_catalog.now()));
    m_later->setEnabled(waits);
    const bool released = mail.releaseAt <= m_catalog.now() && !again;
    m_now->setEnabled(again || (waits && !released));
    m_now->setText(again ? tr("Try again") : tr("Send now"));
    const QString details = chosen ? deliveryDetails(mail, m_catalog.now()) : QString();
    if (m_details->toPlainText() != details)
        m_details->setPlainText(details);
}

} // namespace deskhand
