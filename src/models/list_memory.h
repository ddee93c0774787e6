// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/list_spec.h"

#include <QHash>

namespace deskhand {

class Settings;

/// How a person left each list: order, grouping, columns with widths, density and the ticket at the top. Kept by the
/// list's key in the settings, which outlive this.
class ListMemory
{
public:
    explicit ListMemory(Settings &settings);

    /// The spec with everything this person changed about it.
    [[nodiscard]] ListSpec recalled(ListSpec spec) const;
    /// Keeps order, grouping, columns and density of a list.
    void remember(const ListSpec &spec);
    /// Back to how the view was made.
    void forget(const QString &key);

    /// Logical pixels; 0: never set.
    [[nodiscard]] int columnWidth(const QString &key, ListColumn column) const;
    void setColumnWidth(const QString &key, ListColumn column, int width);

    /// The ticket that stood at the top of the screen, and the current one; for this run of the program only.
    struct Place {
        TicketId top;
        TicketId current;
    };
    [[nodiscard]] Place place(const QString &key) const { return m_places.value(key); }
    void setPlace(const QString &key, const Place &place) { m_places.insert(key, place); }

private:
    Settings &m_settings;
    QHash<QString, Place> m_places;
};

} // namespace deskhand
