// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QVector>

namespace deskhand {

/// A colleague who is in a ticket now.
struct PresentColleague {
    PersonId person;
    QString name;
    PresenceKind kind = PresenceKind::Viewing;
    bool operator==(const PresentColleague &) const = default;
};

/// Who else is where: what the desk says of other clients, by ticket and with names. Everybody is in a ticket once,
/// whatever programs they have, and the person at this screen is not among them. Desk and catalog must outlive it.
class PresenceBoard final : public QObject
{
    Q_OBJECT

public:
    PresenceBoard(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    /// Who writes first, then by name.
    [[nodiscard]] QVector<PresentColleague> in(TicketId ticket) const { return m_shown.value(ticket); }

    /// "Anna Berg is writing a reply · Jonas Okafor is looking at this"; empty: nobody.
    [[nodiscard]] static QString words(const QVector<PresentColleague> &colleagues);

Q_SIGNALS:
    /// For these tickets in() gives something else now.
    void changed(const QSet<deskhand::TicketId> &tickets);

private:
    void rebuild();

    const CatalogHolder &m_catalog;
    QVector<Presence> m_others;
    QHash<TicketId, QVector<PresentColleague>> m_shown;
};

} // namespace deskhand
