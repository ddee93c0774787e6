// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/requester_tickets.h"

#include "base/deliver.h"

#include <algorithm>

namespace deskhand {

RequesterTickets::RequesterTickets(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    connect(&desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        const bool concerned = std::any_of(changes.cbegin(), changes.cend(), [this](const Change &change) {
            // A change made elsewhere does not say whose the ticket was.
            const bool unknown = change.ticket.isValid() && !change.before && !change.after;
            const bool wasHis = change.before && change.before->head.requester == m_requester;
            const bool isHis = change.after && change.after->head.requester == m_requester;
            return (wasHis || isHis || unknown) && change.ticket != m_except && change.kind != ChangeKind::ReadMarkSet;
        });
        if (concerned && m_requester.isValid())
            ask();
    });
}

void RequesterTickets::show(PersonId requester, TicketId except)
{
    if (requester == m_requester && except == m_except)
        return;
    m_requester = requester;
    m_except = except;
    setRows({}, 0);
    if (requester.isValid())
        ask();
}

void RequesterTickets::ask()
{
    m_listWish.cancel();
    m_rowsWish.cancel();
    TicketQuery query;
    query.condition = Condition::is(ConditionField::Requester, {m_requester.value});
    query.sort = ListSort{ListColumn::Updated, true};
    query.me = m_catalog.me();
    query.now = m_catalog.now();
    const PersonId asked = m_requester;
    m_listWish = m_desk.tickets(query);
    deliver(m_listWish, this, [this, asked](const Result<TicketList> &list) {
        if (asked == m_requester)
            takeIds(list);
    });
}

void RequesterTickets::takeIds(const Result<TicketList> &list)
{
    if (!list)
        return; // what was shown stays; the open ticket says when the desk cannot be read
    QVector<TicketId> ids = list->ids;
    ids.removeAll(m_except);
    const int more = std::max(0, int(ids.size()) - shownTickets);
    ids.resize(std::min<qsizetype>(ids.size(), shownTickets));
    const PersonId asked = m_requester;
    m_rowsWish = m_desk.rows(ids, m_catalog.me());
    deliver(m_rowsWish, this, [this, asked, more](const Result<QVector<TicketRow>> &rows) {
        if (asked == m_requester && rows)
            setRows(*rows, more);
    });
}

void RequesterTickets::setRows(const QVector<TicketRow> &rows, int more)
{
    beginResetModel();
    m_rows = rows;
    m_more = more;
    endResetModel();
    Q_EMIT shown();
}

int RequesterTickets::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RequesterTickets::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const TicketHead &head = m_rows.at(index.row()).head;
    return QString(u'#' + head.number + u' ' + head.subject);
}

} // namespace deskhand
