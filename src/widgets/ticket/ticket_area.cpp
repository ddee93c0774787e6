// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/ticket_area.h"

#include "models/delivery_text.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "models/outbox_presenter.h"
#include "models/pending_marks.h"
#include "widgets/actions/action_registry.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/send_later_menu.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/error_banner.h"
#include "widgets/sla/sla_explainer.h"
#include "widgets/sla/sla_strip.h"
#include "widgets/surgery/merged_bar.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/thread_panel.h"
#include "widgets/ticket/conflict_bars.h"
#include "widgets/ticket/field_choices.h"
#include "widgets/ticket/held_mail_bar.h"
#include "widgets/ticket/subject_line.h"
#include "widgets/ticket/ticket_header.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace deskhand {

TicketArea::TicketArea(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts,
                       TicketAreaServices services, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_desk(desk)
    , m_catalog(catalog)
    , m_presenter(desk, catalog)
    , m_sla(desk, catalog)
    , m_thread(desk)
    , m_composerPresenter(desk, catalog, drafts)
    , m_presence(desk, catalog)
    , m_explainer(new SlaExplainer(context, m_sla, this))
{
    m_composerPresenter.setSettings(context.settings);
    setObjectName(QStringLiteral("ticketArea"));
    setAccessibleName(tr("Ticket"));
    build(std::move(services));
    connectModels();
    addActions();
    connect(&context.navigator, &Navigator::ticketRequested, this, &TicketArea::openTicket);
    connect(&context.navigator, &Navigator::writingRequested, this, &TicketArea::goOnWriting);
    connect(&context.navigator, &Navigator::ticketClosed, this, [this] { openTicket({}, false); });
    if (context.navigator.currentTicket().isValid())
        openTicket(context.navigator.currentTicket(), false);
}

TicketArea::~TicketArea()
{
    disconnect(qApp, nullptr, this, nullptr);
    // What shows goes before what is shown: the composer hands over the last keys.
    delete m_stack;
    delete m_explainer;
}

void TicketArea::build(TicketAreaServices services)
{
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(m_context.theme, m_stack);
    m_empty->setContent(QStringLiteral("mail-read"), tr("No ticket is open"),
                        tr("Choose a ticket in the list, or press Enter on it, to read and answer it here."));
    m_page = new QWidget(m_stack);
    m_header = new TicketHeader(m_presenter, m_catalog, m_context.theme, m_page);
    auto *clocks = new SlaStrip(*m_explainer, m_context.theme, m_header);
    m_header->addLine(clocks);
    m_explainer->setPlace(clocks);
    auto *conflicts = new ConflictBars(m_presenter, m_context.theme, m_page);
    auto *merged = new MergedBar(m_presenter, m_context.theme, m_page);
    auto *held = new HeldMailBar(m_presenter, m_context.theme, m_page);
    m_error = new ErrorBanner(m_context.theme, m_page);
    m_threadPanel = new ThreadPanel(m_context, m_desk, m_thread, m_catalog.clock(), services.openUrl, m_page);
    m_composer = new Composer(m_context, m_desk, m_catalog, m_composerPresenter, std::move(services.cleaner), m_page);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_header);
    page->addWidget(merged);
    page->addWidget(conflicts);
    page->addWidget(held);
    page->addWidget(m_error);
    page->addWidget(m_threadPanel, 1);
    page->addWidget(m_composer);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setFocusProxy(m_threadPanel);
    connect(m_header, &TicketHeader::menuRequested, this, &TicketArea::showMenu);
    connect(m_threadPanel, &ThreadPanel::remotePicturesRequested, this, &TicketArea::remotePicturesRequested);
    connect(merged, &MergedBar::openRequested, this,
            [this](TicketId target) { m_context.navigator.openTicket(target, true); });
    connect(m_threadPanel, &ThreadPanel::splitRequested, this, &TicketArea::requestSplit);
    connect(held, &HeldMailBar::showRequested, this, [this] { Q_EMIT heldMailRequested(m_presenter.ticket()); });
    connect(m_threadPanel, &ThreadPanel::deliveryMenuRequested, this, &TicketArea::showDeliveryMenu);
    connect(m_composer, &Composer::sent, this, &TicketArea::takeSent);
    connect(m_composer, &Composer::unseenRequested, this, [this] {
        m_threadPanel->view()->scrollToNewest();
        m_threadPanel->view()->setFocus();
    });
    connect(m_composer, &Composer::openedChanged, this, [this](bool open) {
        if (!open && m_composer->isAncestorOf(QWidget::focusWidget()))
            m_threadPanel->view()->setFocus();
    });
}

void TicketArea::connectModels()
{
    connect(&m_presenter, &TicketPresenter::opened, this, [this] {
        m_thread.setReadUpTo(m_presenter.detail().readUpTo);
        giveContext();
    });
    connect(&m_presenter, &TicketPresenter::changed, this, &TicketArea::giveContext);
    connect(&m_presenter, &TicketPresenter::changed, this, &TicketArea::followMerges);
    connect(&m_presenter, &TicketPresenter::changed, this,
            [this] { m_sla.setWaiting(m_presenter.isLoaded() && isPending(m_presenter.head())); });
    connect(&m_presenter, &TicketPresenter::failed, this, &TicketArea::showError);
    connect(&m_thread, &ThreadModel::failed, this, &TicketArea::showError);
    connect(&m_thread, &ThreadModel::opened, this, [this] {
        giveContext();
        noteSeen();
        if (std::exchange(m_focusWhenOpened, false))
            m_threadPanel->view()->setFocus();
    });
    connect(&m_thread, &ThreadModel::articlesArrived, this, [this] {
        giveContext();
        noteSeen();
    });
    connect(&m_thread, &ThreadModel::articlesWithdrawn, this, [this] {
        giveContext();
        noteSeen();
    });
    connect(m_threadPanel->view(), &ThreadView::seenChanged, this, &TicketArea::noteSeen);
    connect(&m_composerPresenter, &ComposerPresenter::written, this, &TicketArea::noteWriting);
    connect(&m_composerPresenter, &ComposerPresenter::draftReplaced, this, [this] {
        if (m_composerPresenter.isEmpty())
            m_presence.endWriting();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now != nullptr && m_composer->isAncestorOf(now))
            noteWriting();
    });
}

void TicketArea::setPresence(const PresenceBoard &board)
{
    m_board = &board;
    connect(&board, &PresenceBoard::changed, this, [this](const QSet<TicketId> &tickets) {
        if (tickets.contains(m_presenter.ticket()))
            showColleagues();
    });
    showColleagues();
}

void TicketArea::showColleagues()
{
    if (m_board != nullptr)
        m_header->setColleagues(m_board->in(m_presenter.ticket()));
}

void TicketArea::noteWriting()
{
    if (m_composerPresenter.isEmpty())
        m_presence.endWriting();
    else
        m_presence.noteWriting();
}

void TicketArea::openTicket(TicketId ticket, bool focus)
{
    m_context.actions.refresh();
    if (ticket == m_presenter.ticket()) {
        m_wanted = m_wanted || focus;
        if (focus && ticket.isValid())
            m_threadPanel->view()->setFocus();
        if (focus && m_presenter.isLoaded()) {
            m_toldMerged = {};
            followMerges();
        }
        return;
    }
    m_wanted = focus;
    m_toldMerged = {};
    m_composer->flush();
    m_error->hide();
    m_focusWhenOpened = focus;
    m_presenter.open(ticket);
    m_thread.open(ticket, m_catalog.me());
    m_composerPresenter.openTicket(ticket);
    m_sla.open(ticket);
    m_presence.setTicket(ticket);
    showColleagues();
    m_stack->setCurrentWidget(ticket.isValid() ? m_page : m_empty);
}

void TicketArea::goOnWriting(TicketId ticket, DraftKind kind)
{
    if (ticket != m_presenter.ticket())
        return;
    m_focusWhenOpened = false; // the keyboard goes into the text
    m_composer->open(kind);
}

void TicketArea::giveContext()
{
    if (m_presenter.isLoaded() && m_thread.isLoaded())
        m_composerPresenter.setContext(m_presenter.detail(), m_thread.articles());
}

void TicketArea::followMerges()
{
    if (!m_presenter.isLoaded())
        return;
    const TicketDetail &detail = m_presenter.detail();
    QHash<TicketId, QString> numbers;
    for (const MergedTicket &merged : detail.mergedFrom)
        numbers.insert(merged.ticket, merged.number);
    m_thread.setOrigins(numbers);
    m_composer->setEnabled(!detail.mergedInto.isValid()); // a stub takes no change
    if (!detail.mergedInto.isValid() || detail.mergedIntoNumber.isEmpty() || m_toldMerged == m_presenter.ticket())
        return;
    m_toldMerged = m_presenter.ticket();
    m_composer->flush();
    // Whoever listens may open another ticket, and this is the middle of the presenter's signal.
    QMetaObject::invokeMethod(
        this,
        [this, source = m_presenter.ticket(), target = detail.mergedInto, open = m_wanted] {
            Q_EMIT mergedAway(source, target, open);
        },
        Qt::QueuedConnection);
}

void TicketArea::requestSplit(ArticleId article, bool andLater)
{
    QSet<ArticleId> chosen;
    for (const Article &one : m_thread.articles()) {
        if (one.id == article || (andLater && one.id > article))
            chosen.insert(one.id);
    }
    Q_EMIT splitRequested(chosen);
}

void TicketArea::noteSeen()
{
    const ArticleId seen = m_threadPanel->view()->newestSeen();
    if (seen.isValid() && m_presenter.isLoaded())
        m_presenter.markRead(seen);
    m_composerPresenter.setSeen(seen, m_threadPanel->view()->unseenCount());
}

void TicketArea::showError(const Error &error)
{
    const QString what = m_thread.isLoaded() ? tr("The change was not made.") : tr("The ticket could not be opened.");
    m_error->showError(
        what, error, m_thread.isLoaded() ? std::function<void()>() : [this] {
            const TicketId again = m_presenter.ticket();
            openTicket({}, false);
            openTicket(again, false);
        });
}

void TicketArea::setOutbox(OutboxPresenter &outbox)
{
    m_outbox = &outbox;
}

void TicketArea::takeSent(DraftKind kind, const CommandAnswer &answer)
{
    if (answer.article.value >= provisionalFrom && kind != DraftKind::NewTicket) {
        m_context.notices.post(tr("Kept on this computer: it is sent as soon as the service can be reached."));
        m_threadPanel->view()->setFocus();
        return;
    }
    switch (kind) {
    case DraftKind::Reply:
        if (!answer.outbound.isValid())
            m_context.notices.post(tr("Reply added. It was not mailed: no mailbox sends for this queue."));
        else if (m_composerPresenter.undoWindow() == 0) // else the bar says it, with the way back
            m_context.notices.post(tr("Reply sent"));
        break;
    case DraftKind::Note: m_context.notices.post(tr("Internal note added")); break;
    case DraftKind::Call: m_context.notices.post(tr("Call recorded")); break;
    case DraftKind::NewTicket: break;
    }
    m_threadPanel->view()->setFocus();
}

void TicketArea::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char *id : {"ticket.reply", "ticket.note", "ticket.call"}) {
        if (QAction *action = m_context.actions.action(QString::fromLatin1(id)); action != nullptr)
            menu->addAction(action);
    }
    menu->addSeparator();
    for (const char *id : {"ticket.logWork", "ticket.explainTime", "ticket.editSubject", "ticket.copyNumber",
                           "ticket.merge", "ticket.split"}) {
        if (QAction *action = m_context.actions.action(QString::fromLatin1(id)); action != nullptr)
            menu->addAction(action);
    }
    menu->popup(position);
}

void TicketArea::showDeliveryMenu(const MailDelivery &mail, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Theme &theme = m_context.theme;
    const bool early = OutboxPresenter::canTakeBack(mail, m_catalog.now());
    if (m_outbox != nullptr && early) {
        menu->addAction(theme.icon(QStringLiteral("edit-undo")), tr("Take back"), m_outbox,
                        [outbox = m_outbox, id = mail.id] { outbox->undo(id); });
        menu->addAction(theme.icon(QStringLiteral("mail-send")), tr("Send now"), m_outbox,
                        [outbox = m_outbox, id = mail.id] { outbox->sendNow(id); });
    }
    if (m_outbox != nullptr && OutboxPresenter::isWaiting(mail)) {
        QMenu *later = menu->addMenu(theme.icon(QStringLiteral("appointment-new")), tr("Send later"));
        addSendLaterTimes(later, m_catalog.clock(), m_context.notices,
                          [outbox = m_outbox, id = mail.id](Instant at) { outbox->sendLater(id, at); });
    }
    if (m_outbox != nullptr && OutboxPresenter::canTryAgain(mail))
        menu->addAction(theme.icon(QStringLiteral("view-refresh")), tr("Try again"), m_outbox,
                        [outbox = m_outbox, id = mail.id] { outbox->sendNow(id); });
    menu->addAction(
        theme.icon(QStringLiteral("edit-copy")), tr("Copy details"), this,
        [details = deliveryDetails(mail, m_catalog.now())] { QGuiApplication::clipboard()->setText(details); });
    if (m_outbox != nullptr && m_outbox->find(mail.id) != nullptr)
        menu->addAction(tr("Show in the outbox"), this, [this, id = mail.id] { Q_EMIT outboxRequested(id); });
    menu->popup(position);
}

void TicketArea::addActions()
{
    ActionRegistry &actions = m_context.actions;
    const QString category = tr("Ticket");
    const auto hasTicket = [this] { return m_presenter.ticket().isValid(); };
    actions.add({.id = QStringLiteral("ticket.editSubject"),
                 .text = tr("Edit the su&bject"),
                 .category = category,
                 .icon = QStringLiteral("edit-rename"),
                 .shortcuts = {QKeySequence(Qt::Key_F2)},
                 .scope = ActionScope::Ticket,
                 .menu = ActionMenu::Ticket,
                 .menuGroup = 30,
                 .enabledWhen = hasTicket},
                this, [this] { m_header->subject()->edit(); });
    actions.add({.id = QStringLiteral("ticket.copyNumber"),
                 .text = tr("Copy &number and subject"),
                 .category = category,
                 .icon = QStringLiteral("edit-copy"),
                 .shortcuts = {QKeySequence(QStringLiteral("Ctrl+Shift+N"))},
                 .scope = ActionScope::Tickets,
                 .menu = ActionMenu::Ticket,
                 .menuGroup = 30,
                 .enabledWhen = [this] { return m_presenter.isLoaded(); }},
                this, [this] {
                    const TicketHead head = m_presenter.head();
                    QGuiApplication::clipboard()->setText(u'#' + head.number + u' ' + head.subject);
                    m_context.notices.post(tr("Copied #%1").arg(head.number));
                });
    actions.add(
        {.id = QStringLiteral("ticket.split"),
         .text = tr("Sp&lit off messages…"),
         .category = category,
         .icon = QStringLiteral("split"),
         .shortcuts = {QKeySequence(QStringLiteral("Shift+X"))},
         .scope = ActionScope::Ticket,
         .menu = ActionMenu::Ticket,
         .menuGroup = 28,
         .enabledWhen = [this] { return m_presenter.isLoaded() && !m_presenter.detail().mergedInto.isValid(); }},
        this, [this] { requestSplit(m_threadPanel->view()->currentArticle(), false); });
    const auto addField = [&](const char *id, const QString &text, const QString &icon, const QString &keys,
                              const char *button) {
        actions.add({.id = QString::fromLatin1(id),
                     .text = text,
                     .category = category,
                     .icon = icon,
                     .shortcuts = {QKeySequence(keys)},
                     .scope = ActionScope::Ticket,
                     .menu = ActionMenu::Ticket,
                     .menuGroup = 25,
                     .enabledWhen = [this] { return m_presenter.isLoaded(); }},
                    this, [this, name = QString::fromLatin1(button)] {
                        if (auto *field = m_header->findChild<QAbstractButton *>(name); field != nullptr)
                            field->click();
                    });
    };
    addField("ticket.category", tr("Set cate&gory…"), QStringLiteral("bookmark-new"), QStringLiteral("Shift+C"),
             "categoryFieldButton");
    addField("ticket.due", tr("Set &due…"), QStringLiteral("clock"), QStringLiteral("D"), "dueFieldButton");
}

void TicketArea::resizeEvent(QResizeEvent *)
{
    m_composer->setRoom(height());
}

void TicketArea::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_context.theme.color(Token::Surface));
}

} // namespace deskhand
