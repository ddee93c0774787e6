// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket_finder.h"

#include "base/deliver.h"
#include "models/ticket_text.h"

namespace deskhand {

namespace {
constexpr int finderRestMs = 80;
}

TicketFinder::TicketFinder(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(finderRestMs);
    connect(&m_rest, &QTimer::timeout, this, &TicketFinder::ask);
}

void TicketFinder::setAround(const QSet<PersonId> &requesters, const QSet<TicketId> &except)
{
    if (requesters == m_requesters && except == m_except)
        return;
    m_requesters = requesters;
    m_except = except;
    ask();
}

void TicketFinder::find(const QString &text)
{
    const QString wanted = text.simplified();
    if (wanted == m_text)
        return;
    m_text = wanted;
    m_rest.start();
}

void TicketFinder::ask()
{
    m_rest.stop();
    m_search.cancel();
    ++m_question;
    m_asking = true;
    if (m_text.isEmpty())
        askNearby();
    else
        askWords(m_text);
}

void TicketFinder::askNearby()
{
    QVector<qint64> people;
    for (const PersonId person : std::as_const(m_requesters))
        people.append(person.value);
    if (people.isEmpty())
        return show({});
    TicketQuery query;
    query.condition =
        Condition::all({Condition::is(ConditionField::Requester, people),
                        Condition::is(ConditionField::StateType,
                                      {qint64(StateType::New), qint64(StateType::Open),
                                       qint64(StateType::PendingReminder), qint64(StateType::PendingAuto)})});
    query.sort = ListSort{ListColumn::Updated, true};
    query.me = m_catalog.me();
    query.now = m_catalog.now();
    deliver(m_desk.tickets(query), this, [this, question = m_question](const Result<TicketList> &list) {
        if (question == m_question)
            takeIds(list ? list->ids : QVector<TicketId>());
    });
}

void TicketFinder::askWords(const QString &text)
{
    const QString number = text.startsWith(u'#') ? text.mid(1) : text;
    deliver(m_desk.ticketByNumber(number, m_catalog.me()), this,
            [this, text, question = m_question](const Result<TicketId> &exact) {
                if (question != m_question)
                    return;
                const TicketId first = exact.value_or(TicketId{});
                SearchQuery query;
                query.text = text;
                query.limit = shownTickets;
                query.me = m_catalog.me();
                query.now = m_catalog.now();
                m_search = m_desk.search(query);
                deliver(m_search, this, [this, first, question](const Result<SearchHits> &hits) {
                    if (question != m_question)
                        return;
                    QVector<TicketId> ids;
                    if (first.isValid())
                        ids.append(first);
                    if (hits) {
                        for (const SearchHit &hit : hits->hits) {
                            if (hit.ticket != first)
                                ids.append(hit.ticket);
                        }
                    }
                    takeIds(ids);
                });
            });
}

void TicketFinder::takeIds(QVector<TicketId> ids)
{
    ids.removeIf([this](TicketId id) { return m_except.contains(id); });
    ids.resize(std::min<qsizetype>(ids.size(), shownTickets));
    if (ids.isEmpty())
        return show({});
    deliver(m_desk.rows(ids, m_catalog.me()), this,
            [this, question = m_question](const Result<QVector<TicketRow>> &rows) {
                if (question == m_question)
                    show(rows.value_or(QVector<TicketRow>()));
            });
}

void TicketFinder::show(const QVector<TicketRow> &rows)
{
    m_asking = false;
    beginResetModel();
    m_rows = rows;
    // Who is merged already cannot be merged once more.
    m_rows.removeIf(
        [this](const TicketRow &row) { return m_catalog.catalog()->stateType(row.head.state) == StateType::Merged; });
    endResetModel();
    Q_EMIT found();
}

int TicketFinder::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TicketFinder::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const TicketRow &row = m_rows.at(index.row());
    const CatalogPtr catalog = m_catalog.catalog();
    const TicketText text(catalog, m_catalog.now());
    switch (role) {
    case Qt::DisplayRole: return QString(u'#' + row.head.number + u' ' + row.head.subject);
    case TicketIdRole: return row.head.id.value;
    case SubjectRole: return row.head.subject;
    case StateTypeRole: return int(catalog->stateType(row.head.state));
    case Qt::AccessibleDescriptionRole:
    case DetailRole: {
        QStringList parts{text.requester(row)};
        if (row.head.queue.isValid())
            parts.append(catalog->queuePath(row.head.queue));
        parts.append(text.age(row.head.updatedAt));
        return parts.join(QStringLiteral(" · "));
    }
    default: return {};
    }
}

} // namespace deskhand
