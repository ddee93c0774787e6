// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/workplace.h"

#include "apps/deskhand/picture_fetcher.h"
#include "apps/deskhand/service_desk.h"
#include "mail/html_sanitizer.h"
#include "models/desk_palette_sources.h"
#include "models/draft_moving.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "widgets/actions/action_registry.h"
#include "widgets/drafts/drafts_window.h"
#include "widgets/frame/desk_status_bar.h"
#include "widgets/frame/workspace_bar.h"
#include "widgets/list/list_area.h"
#include "widgets/list/sidebar.h"
#include "widgets/main_window.h"
#include "widgets/outbox/mail_place.h"
#include "widgets/palette/command_palette.h"
#include "widgets/reports/reports_place.h"
#include "widgets/sidepanel/side_panel.h"
#include "widgets/sla/sla_place.h"
#include "widgets/surgery/surgery_place.h"
#include "widgets/sync/sync_window.h"
#include "widgets/thread/thread_panel.h"
#include "widgets/ticket/new_ticket_dialog.h"
#include "widgets/ticket/ticket_area.h"
#include "widgets/work/work_place.h"

#include <QVBoxLayout>

namespace deskhand {
namespace {

/// What is pasted goes the same way as what comes by mail.
QString cleanHtml(const QString &html)
{
    return sanitizeHtml(html, {}, false).html;
}

} // namespace

Workplace::Workplace(const AreaContext &context, std::unique_ptr<LocalDesk> desk, Door door, PersonId me,
                     const Clock &clock, const QString &folder, MainWindow &window, CommandPalette &palette)
    : m_context(context)
    , m_desk(std::move(desk))
    , m_steady(door == Door::Server ? std::make_unique<SteadyDesk>(*m_desk) : nullptr)
    , m_door(m_steady ? static_cast<Desk &>(*m_steady) : *m_desk)
    , m_catalog(m_door, me, clock)
    , m_presence(m_door, m_catalog)
    , m_views(m_door, m_catalog)
    , m_draftFiles(folder)
    , m_drafts(m_draftFiles)
    , m_draftList(m_door, m_catalog, m_drafts)
    , m_window(window)
    , m_palette(palette)
{
    fill();
}

Workplace::Workplace(const AreaContext &context, std::unique_ptr<ServiceDesk> desk, PersonId me, const Clock &clock,
                     const QString &folder, MainWindow &window, CommandPalette &palette)
    : m_context(context)
    , m_service(std::move(desk))
    , m_door(m_service->desk())
    , m_catalog(m_door, me, clock)
    , m_presence(m_door, m_catalog)
    , m_views(m_door, m_catalog)
    , m_draftFiles(folder)
    , m_drafts(m_draftFiles)
    , m_draftList(m_door, m_catalog, m_drafts)
    , m_window(window)
    , m_palette(palette)
{
    fill();
}

void Workplace::fill()
{
    if (m_steady) {
        QObject::connect(m_steady.get(), &Desk::connectionChanged, this, &Workplace::connectionChanged);
        QObject::connect(m_steady.get(), &SteadyDesk::waitingChanged, this, &Workplace::connectionChanged);
    }
    addAreas();
    addTicketAreas();
    addPaletteSources();
    connectDrafts();
    connectPresence();
    if (m_service)
        addSync();
    m_list->start();
    connect(&m_catalog, &CatalogHolder::changed, this, &Workplace::ready, Qt::SingleShotConnection);
    m_catalog.refresh();
}

Workplace::~Workplace()
{
    delete m_syncWindow;
    delete m_reports;
    delete m_work;
    delete m_surgery;
    delete m_sla;
    delete m_mail;
    delete m_newTicket;
    delete m_draftsWindow;
    m_window.deskStatusBar()->setDrafts(0);
    m_window.deskStatusBar()->setPresence({});
    for (const Area area : {Area::Sidebar, Area::List, Area::Ticket, Area::SidePanel})
        m_window.setArea(area, nullptr);
}

void Workplace::tryNow()
{
    if (m_steady)
        m_steady->tryNow();
    if (m_service)
        m_service->sync().tryNow();
}

void Workplace::addSync()
{
    DeskSync &sync = m_service->sync();
    m_syncWindow = new SyncWindow(m_context, sync, m_catalog, &m_window);
    connect(m_syncWindow, &SyncWindow::removeWanted, this, &Workplace::removeFromComputerWanted);
    connect(m_syncWindow, &SyncWindow::signInWanted, this, &Workplace::signInWanted);
    connect(m_window.deskStatusBar(), &DeskStatusBar::syncRequested, m_syncWindow, &SyncWindow::open);
    connect(&sync, &DeskSync::stateChanged, this, &Workplace::connectionChanged);
    // A ticket that was opened here is the same under its number from the service.
    connect(&sync, &DeskSync::ticketSettled, this, [this](TicketId provisional, TicketId now, const QString &number) {
        moveDrafts(m_drafts, provisional, now, m_catalog.now());
        if (m_context.navigator.currentTicket() == provisional)
            m_context.navigator.openTicket(now, false);
        m_context.notices.post(tr("The ticket that you opened is #%1").arg(number));
    });
    connect(&sync, &DeskSync::viewSettled, this, [this](SavedViewId provisional, SavedViewId now) {
        if (m_list)
            m_list->followView(provisional, now);
    });
}

void Workplace::addAreas()
{
    auto *sidebar = new Sidebar(m_context, m_door, m_catalog, m_views);
    m_list = new ListArea(m_context, m_door, m_catalog, m_views);
    auto *bar = new WorkspaceBar(m_context.theme);
    auto *column = new QWidget;
    column->setObjectName(QStringLiteral("sidebarColumnWidget"));
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(sidebar, 1);
    column->setFocusProxy(sidebar);
    m_window.setArea(Area::Sidebar, column);
    m_window.setArea(Area::List, m_list);
    m_reports = new ReportsPlace(m_context, m_door, m_catalog, m_window);
    m_reports->follow(*m_list, *bar);
    connect(m_list, &ListArea::densityShown, &m_window,
            [this](ListDensity density) { m_window.setListWide(density == ListDensity::OneLine); });
    connect(&m_window, &MainWindow::workspaceShown, sidebar, &Sidebar::setElsewhere);
    QObject::connect(sidebar, &Sidebar::editRequested, m_list, &ListArea::editView);
    m_views.refresh();
}

void Workplace::addTicketAreas()
{
    m_ticket = new TicketArea(m_context, m_door, m_catalog, m_drafts, {cleanHtml});
    auto *panel = new SidePanel(m_context, m_door, m_catalog, m_ticket->presenter(), m_ticket->explainer());
    m_window.setArea(Area::Ticket, m_ticket);
    m_window.setArea(Area::SidePanel, panel);
    m_newTicket = new NewTicketDialog(m_context, m_door, m_catalog, m_drafts, cleanHtml, &m_window);
    connect(&m_context.navigator, &Navigator::newTicketRequested, m_newTicket, &NewTicketDialog::start);

    m_surgery = new SurgeryPlace(m_context, m_door, m_catalog, m_drafts, &m_window);
    m_surgery->follow(*m_list, *m_ticket, *panel);
    m_work = new WorkPlace(m_context, m_door, m_catalog, *m_ticket, &m_window);
    m_work->follow(*panel);

    m_fetcher = new PictureFetcher(this);
    connect(m_ticket, &TicketArea::remotePicturesRequested, m_fetcher, &PictureFetcher::fetch);
    connect(m_fetcher, &PictureFetcher::fetched, m_ticket,
            [this](ArticleId article, int number, const QByteArray &bytes) {
                m_ticket->threadPanel()->setRemotePicture(article, number, bytes);
            });
}

void Workplace::connectDrafts()
{
    const auto mark = [this] { m_list->setDrafts(m_drafts.ticketsWithDrafts()); };
    connect(&m_drafts, &DraftKeeper::loaded, m_list, mark);
    connect(&m_drafts, &DraftKeeper::changed, m_list, mark);
    m_mail = new MailPlace(m_context, m_door, m_catalog, m_drafts, m_window);
    m_mail->follow(*m_ticket);
    connect(m_list, &ListArea::ticketsChanging, m_mail, &MailPlace::noteTicketChange);
    m_sla = new SlaPlace(m_context, m_door, m_catalog, m_window);
    m_draftsWindow = new DraftsWindow(m_context, m_draftList, &m_window);
    DeskStatusBar *statusBar = m_window.deskStatusBar();
    connect(&m_draftList, &DraftListModel::countChanged, statusBar, &DeskStatusBar::setDrafts);
    connect(statusBar, &DeskStatusBar::draftsRequested, m_draftsWindow, &DraftsWindow::open);
    m_drafts.load();
}

void Workplace::connectPresence()
{
    m_list->setPresence(m_presence);
    m_ticket->setPresence(m_presence);
    const auto say = [this] {
        const TicketId open = m_context.navigator.currentTicket();
        m_window.deskStatusBar()->setPresence(PresenceBoard::words(m_presence.in(open)));
    };
    connect(&m_presence, &PresenceBoard::changed, this, say);
    connect(&m_context.navigator, &Navigator::ticketRequested, this, say);
    connect(&m_context.navigator, &Navigator::ticketClosed, this, say);
}

void Workplace::addPaletteSources()
{
    Navigator &navigator = m_context.navigator;
    m_palette.addSource(new TicketPaletteSource(m_door, m_catalog, navigator, this));
    m_palette.addSource(new PersonPaletteSource(m_door, m_catalog, navigator, this));
    m_palette.addSource(new ViewPaletteSource(m_views, navigator, this));
}

} // namespace deskhand
