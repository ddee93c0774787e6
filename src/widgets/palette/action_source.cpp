// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/action_source.h"

#include "models/fuzzy_match.h"
#include "widgets/actions/action_registry.h"

#include <QAction>

#include <algorithm>

namespace deskhand {

ActionSource::ActionSource(ActionRegistry &registry, QObject *parent)
    : PaletteSource(parent)
    , m_registry(registry)
{
}

void ActionSource::query(const QString &text, int limit)
{
    QVector<PaletteItem> items;
    for (const QString &id : m_registry.ids()) {
        const ActionSpec *spec = m_registry.spec(id);
        if (!spec->inPalette || (spec->enabledWhen && !spec->enabledWhen()))
            continue;
        const QString title = plainActionText(m_registry.action(id)->text());
        auto match = fuzzyMatch(text, title);
        if (!match) {
            // "ticket reply": the category may be typed as well; then nothing of the title is marked.
            match = fuzzyMatch(text, spec->category + QLatin1Char(' ') + title);
            if (!match)
                continue;
            match->positions.clear();
        }
        const QList<QKeySequence> keys = m_registry.action(id)->shortcuts();
        items.append({id, title, spec->category, spec->icon,
                      keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText), match->score,
                      match->positions, [registry = &m_registry, id] { registry->trigger(id); }});
    }
    // Best match first; equal ones by name, so that they can be found by looking.
    std::sort(items.begin(), items.end(), [](const PaletteItem &one, const PaletteItem &other) {
        return one.score != other.score ? one.score > other.score : one.title.localeAwareCompare(other.title) < 0;
    });
    Q_EMIT found(text, items.mid(0, limit));
}

} // namespace deskhand
