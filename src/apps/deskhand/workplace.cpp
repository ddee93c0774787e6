// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/workplace.h"

#include "widgets/main_window.h"
#include "widgets/palette/command_palette.h"

namespace deskhand {

Workplace::Workplace(const AreaContext &context, std::unique_ptr<LocalDesk> desk, PersonId me, const Clock &clock,
                         const QString &folder, MainWindow &window, CommandPalette &palette)
    : m_context(context)
    , m_desk(std::move(desk))
    , m_catalog(*m_desk, me, clock)
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
}

} // namespace deskhand
