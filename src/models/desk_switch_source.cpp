// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk_switch_source.h"

#include "models/fuzzy_match.h"
#include "models/saved_desks.h"

#include <algorithm>

namespace deskhand {

DeskSwitchSource::DeskSwitchSource(const SavedDesks &desks, std::function<void(const QString &id)> open,
                                   QObject *parent)
    : PaletteSource(parent)
    , m_desks(desks)
    , m_open(std::move(open))
{
}

QString DeskSwitchSource::id() const
{
    return QStringLiteral("desks");
}

QString DeskSwitchSource::title() const
{
    return tr("Desks");
}

void DeskSwitchSource::query(const QString &text, int limit)
{
    QVector<PaletteItem> items;
    if (text.trimmed().isEmpty()) {
        Q_EMIT found(text, items);
        return;
    }
    for (const SavedDesk &desk : m_desks.desks()) {
        if (desk.id() == m_desks.current())
            continue;
        const QString name = tr("Switch to %1").arg(desk.name);
        auto match = fuzzyMatch(text, name);
        if (!match)
            continue;
        const QString icon = !desk.isFile() ? QStringLiteral("group") : QStringLiteral("document-open");
        items.append({desk.id(),
                      name,
                      desk.placeText(),
                      icon,
                      {},
                      match->score,
                      match->positions,
                      [open = m_open, id = desk.id()] { open(id); }});
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const PaletteItem &a, const PaletteItem &b) { return a.score > b.score; });
    Q_EMIT found(text, items.mid(0, limit));
}

} // namespace deskhand
