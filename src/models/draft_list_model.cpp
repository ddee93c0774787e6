// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draft_list_model.h"

#include "base/deliver.h"
#include "models/time_text.h"

#include <algorithm>

namespace deskhand {

namespace {

constexpr int excerptLength = 200;

} // namespace

DraftListModel::DraftListModel(Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
    , m_catalog(catalog)
    , m_keeper(drafts)
{
    connect(&drafts, &DraftKeeper::loaded, this, &DraftListModel::rebuild);
    connect(&drafts, &DraftKeeper::changed, this, &DraftListModel::rebuild);
    connect(&drafts, &DraftKeeper::saved, this, &DraftListModel::rebuild);
    rebuild();
}

int DraftListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_drafts.size());
}

void DraftListModel::rebuild()
{
    QVector<Draft> now = m_keeper.drafts();
    now.removeIf([this](const Draft &draft) { return draft.author != m_catalog.me(); });
    std::reverse(now.begin(), now.end());
    const auto sameKey = [](const Draft &a, const Draft &b) { return a.key == b.key; };
    if (std::equal(now.cbegin(), now.cend(), m_drafts.cbegin(), m_drafts.cend(), sameKey)) {
        m_drafts = now;
        if (!now.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(now.size()) - 1));
        return;
    }
    const bool otherCount = now.size() != m_drafts.size();
    beginResetModel();
    m_drafts = now;
    endResetModel();
    if (otherCount)
        Q_EMIT countChanged(int(m_drafts.size()));
    const bool unknown = std::any_of(now.cbegin(), now.cend(), [this](const Draft &draft) {
        return draft.ticket.isValid() && !m_titles.contains(draft.ticket);
    });
    if (unknown)
        askTickets();
}

void DraftListModel::refresh()
{
    rebuild();
    askTickets();
}

void DraftListModel::askTickets()
{
    QVector<TicketId> tickets;
    for (const Draft &draft : std::as_const(m_drafts)) {
        if (draft.ticket.isValid() && !tickets.contains(draft.ticket))
            tickets.append(draft.ticket);
    }
    if (tickets.isEmpty())
        return;
    deliver(m_desk.rows(tickets, m_catalog.me()), this, [this, tickets](const Result<QVector<TicketRow>> &rows) {
        if (!rows)
            return; // what they were called stays; drafts need no desk
        for (const TicketId ticket : tickets)
            m_titles.insert(ticket, tr("A ticket that no longer exists"));
        for (const TicketRow &row : *rows)
            m_titles.insert(row.head.id, u'#' + row.head.number + u' ' + row.head.subject);
        if (!m_drafts.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_drafts.size()) - 1));
    });
}

QString DraftListModel::title(const Draft &draft) const
{
    if (draft.kind != DraftKind::NewTicket)
        return m_titles.value(draft.ticket, tr("Ticket"));
    return draft.subject.trimmed().isEmpty() ? tr("New ticket without a subject") : draft.subject;
}

QVariant DraftListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Draft &draft = m_drafts.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return title(draft);
    case KindRole: return int(draft.kind);
    case KindTextRole:
        switch (draft.kind) {
        case DraftKind::Reply: return tr("Reply");
        case DraftKind::Note: return tr("Internal note");
        case DraftKind::Call: return tr("Call");
        case DraftKind::NewTicket: return tr("New ticket");
        }
        return {};
    case ExcerptRole: {
        const QString text = draft.fields.value(QStringLiteral("text")).toString().left(4 * excerptLength).simplified();
        if (text.isEmpty() && !draft.attachments.isEmpty())
            return tr("%n file(s)", nullptr, int(draft.attachments.size()));
        return text.left(excerptLength);
    }
    case SavedRole: return TimeWords().ago(draft.savedAt, m_catalog.now());
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3: %4", "kind of draft, ticket, when, text")
            .arg(index.data(KindTextRole).toString(), title(draft), index.data(SavedRole).toString(),
                 index.data(ExcerptRole).toString());
    default: return {};
    }
}

Draft DraftListModel::throwAway(int row)
{
    const Draft thrown = draftAt(row);
    m_keeper.throwAway(thrown.key);
    return thrown;
}

bool DraftListModel::putBack(const Draft &draft)
{
    return m_keeper.putBack(draft);
}

} // namespace deskhand
