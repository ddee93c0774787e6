// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/workplace.h"

#include "models/desk_palette_sources.h"
#include "widgets/list/list_area.h"
#include "widgets/list/sidebar.h"
#include "widgets/main_window.h"
#include "widgets/palette/command_palette.h"

namespace deskhand {

Workplace::Workplace(const AreaContext &context, std::unique_ptr<LocalDesk> desk, PersonId me, const Clock &clock,
                     const QString &folder, MainWindow &window, CommandPalette &palette)
    : m_context(context)
    , m_desk(std::move(desk))
    , m_catalog(*m_desk, me, clock)
    , m_views(*m_desk, m_catalog)
    , m_folder(folder)
    , m_window(window)
    , m_palette(palette)
{
    addAreas();
    connect(&m_catalog, &CatalogHolder::changed, this, &Workplace::ready, Qt::SingleShotConnection);
    m_catalog.refresh();
}

Workplace::~Workplace()
{
    for (const Area area : {Area::Sidebar, Area::List, Area::Ticket, Area::SidePanel})
        m_window.setArea(area, nullptr);
}

void Workplace::addAreas()
{
    auto *sidebar = new Sidebar(m_context, *m_desk, m_catalog, m_views);
    auto *list = new ListArea(m_context, *m_desk, m_catalog, m_views);
    m_window.setArea(Area::Sidebar, sidebar);
    m_window.setArea(Area::List, list);
    QObject::connect(sidebar, &Sidebar::editRequested, list, &ListArea::editView);
    m_palette.addSource(new TicketPaletteSource(*m_desk, m_catalog, m_context.navigator, this));
    m_palette.addSource(new ViewPaletteSource(m_views, m_context.navigator, this));
    m_palette.addSource(new PersonPaletteSource(*m_desk, m_catalog, m_context.navigator, this));
    m_views.refresh();
    list->start();
}

} // namespace deskhand
