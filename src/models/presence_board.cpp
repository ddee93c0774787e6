// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presence_board.h"

#include <QStringList>

#include <algorithm>
#include <tuple>
#include <utility>

namespace deskhand {
namespace {

QStringList namesOf(const QVector<PresentColleague> &colleagues, PresenceKind kind)
{
    QStringList names;
    for (const PresentColleague &colleague : colleagues) {
        if (colleague.kind == kind)
            names.append(colleague.name);
    }
    return names;
}

QString writingWords(const QStringList &names)
{
    if (names.size() == 1)
        return PresenceBoard::tr("%1 is writing a reply").arg(names.first());
    if (names.size() == 2)
        return PresenceBoard::tr("%1 and %2 are writing replies").arg(names.first(), names.last());
    return PresenceBoard::tr("%1 and %n other(s) are writing replies", nullptr, int(names.size()) - 1)
        .arg(names.first());
}

QString viewingWords(const QStringList &names)
{
    if (names.size() == 1)
        return PresenceBoard::tr("%1 is looking at this").arg(names.first());
    if (names.size() == 2)
        return PresenceBoard::tr("%1 and %2 are looking at this").arg(names.first(), names.last());
    return PresenceBoard::tr("%1 and %n other(s) are looking at this", nullptr, int(names.size()) - 1)
        .arg(names.first());
}

} // namespace

PresenceBoard::PresenceBoard(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
{
    connect(&desk, &Desk::presenceChanged, this, [this](const QVector<Presence> &others) {
        m_others = others;
        rebuild();
    });
    connect(&catalog, &CatalogHolder::changed, this, &PresenceBoard::rebuild);
}

void PresenceBoard::rebuild()
{
    QHash<TicketId, QVector<PresentColleague>> shown;
    const CatalogPtr catalog = m_catalog.catalog();
    for (const Presence &other : std::as_const(m_others)) {
        // Somebody the catalogue does not know yet has no name to show.
        const Person *person = catalog->agent(other.person);
        if (person == nullptr || other.person == m_catalog.me())
            continue;
        QVector<PresentColleague> &there = shown[other.ticket];
        const auto known = std::find_if(there.begin(), there.end(), [&](const PresentColleague &colleague) {
            return colleague.person == other.person;
        });
        if (known == there.end())
            there.append({other.person, displayName(*person), other.kind});
        else
            known->kind = std::max(known->kind, other.kind);
    }
    QSet<TicketId> differing;
    for (auto ticket = shown.begin(); ticket != shown.end(); ++ticket) {
        std::sort(ticket->begin(), ticket->end(), [](const PresentColleague &a, const PresentColleague &b) {
            return std::tuple(-int(a.kind), a.name, a.person.value) < std::tuple(-int(b.kind), b.name, b.person.value);
        });
        if (m_shown.value(ticket.key()) != *ticket)
            differing.insert(ticket.key());
    }
    for (auto ticket = m_shown.cbegin(); ticket != m_shown.cend(); ++ticket) {
        if (!shown.contains(ticket.key()))
            differing.insert(ticket.key());
    }
    m_shown = std::move(shown);
    if (!differing.isEmpty())
        Q_EMIT changed(differing);
}

QString PresenceBoard::words(const QVector<PresentColleague> &colleagues)
{
    QStringList parts;
    if (const QStringList writing = namesOf(colleagues, PresenceKind::Writing); !writing.isEmpty())
        parts.append(writingWords(writing));
    if (const QStringList viewing = namesOf(colleagues, PresenceKind::Viewing); !viewing.isEmpty())
        parts.append(viewingWords(viewing));
    return parts.join(QStringLiteral(" · "));
}

} // namespace deskhand
