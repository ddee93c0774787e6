// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk_palette_sources.h"

#include "base/deliver.h"
#include "models/catalog_holder.h"
#include "models/fuzzy_match.h"
#include "models/navigator.h"
#include "models/view_list_model.h"

#include <algorithm>

namespace deskhand {

namespace {

constexpr int pauseMs = 80; // between two letters of a quick typist
constexpr int exactScore = 1000;
constexpr int foundScore = 20; // below an action whose words begin like this, above scattered letters

} // namespace

DeskPaletteSource::DeskPaletteSource(Desk &desk, const CatalogHolder &holder, Navigator &navigator, QObject *parent)
    : PaletteSource(parent)
    , m_desk(desk)
    , m_holder(holder)
    , m_navigator(navigator)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { ask(m_text, m_limit); });
}

void DeskPaletteSource::query(const QString &text, int limit)
{
    m_pause.stop();
    if (text.isEmpty()) {
        Q_EMIT found(text, {});
        return;
    }
    m_text = text;
    m_limit = limit;
    m_pause.start();
}

void TicketPaletteSource::ask(const QString &text, int limit)
{
    m_search.cancel();
    deliver(m_desk.ticketByNumber(text.startsWith(u'#') ? text.mid(1) : text, m_holder.me()), this,
            [this, text, limit](const Result<TicketId> &ticket) { search(text, limit, ticket.value_or(TicketId{})); });
}

void TicketPaletteSource::search(const QString &text, int limit, TicketId exact)
{
    SearchQuery query;
    query.text = text;
    query.limit = limit;
    query.me = m_holder.me();
    query.now = m_holder.now();
    m_search = m_desk.search(query);
    deliver(m_search, this, [this, text, exact](const Result<SearchHits> &hits) {
        QVector<TicketId> ids;
        if (exact.isValid())
            ids.append(exact);
        if (hits) {
            for (const SearchHit &hit : hits->hits) {
                if (hit.ticket != exact)
                    ids.append(hit.ticket);
            }
        }
        showRows(text, ids, exact);
    });
}

void TicketPaletteSource::showRows(const QString &text, const QVector<TicketId> &ids, TicketId exact)
{
    if (ids.isEmpty()) {
        Q_EMIT found(text, {});
        return;
    }
    deliver(m_desk.rows(ids, m_holder.me()), this, [this, text, exact](const Result<QVector<TicketRow>> &rows) {
        QVector<PaletteItem> items;
        for (const TicketRow &row : rows.value_or(QVector<TicketRow>())) {
            const TicketId id = row.head.id;
            const QString who = row.requesterName.isEmpty() ? row.requesterAddress : row.requesterName;
            items.append({QString::number(id.value),
                          QStringLiteral("#%1  %2").arg(row.head.number, row.head.subject),
                          who,
                          QStringLiteral("mail-message"),
                          {},
                          id == exact ? exactScore : foundScore,
                          {},
                          [navigator = &m_navigator, id] { navigator->openTicket(id, true); }});
        }
        Q_EMIT found(text, items);
    });
}

void PersonPaletteSource::ask(const QString &text, int limit)
{
    PeopleQuery query;
    query.startsWith = text;
    query.limit = limit;
    deliver(m_desk.people(query), this, [this, text](const Result<QVector<Person>> &people) {
        QVector<PaletteItem> items;
        for (const Person &person : people.value_or(QVector<Person>())) {
            items.append({QString::number(person.id.value),
                          displayName(person),
                          person.name.isEmpty() ? QString() : person.address,
                          QStringLiteral("user"),
                          {},
                          foundScore,
                          {},
                          [navigator = &m_navigator, id = person.id] { navigator->showPerson(id); }});
        }
        Q_EMIT found(text, items);
    });
}

ViewPaletteSource::ViewPaletteSource(const ViewListModel &views, Navigator &navigator, QObject *parent)
    : PaletteSource(parent)
    , m_views(views)
    , m_navigator(navigator)
{
}

void ViewPaletteSource::query(const QString &text, int limit)
{
    QVector<PaletteItem> items;
    for (const QString &key : m_views.keys()) {
        const QModelIndex index = m_views.indexOf(key);
        const QString name = index.data().toString();
        const auto match = fuzzyMatch(text, name);
        if (!match)
            continue;
        items.append({key,
                      name,
                      tr("View"),
                      index.data(ViewListModel::IconRole).toString(),
                      {},
                      match->score,
                      match->positions,
                      [navigator = &m_navigator, key] { navigator->openView(key); }});
    }
    if (!text.isEmpty())
        std::sort(items.begin(), items.end(), [](const PaletteItem &one, const PaletteItem &other) {
            return one.score != other.score ? one.score > other.score : one.title.localeAwareCompare(other.title) < 0;
        });
    Q_EMIT found(text, items.mid(0, limit));
}

} // namespace deskhand
