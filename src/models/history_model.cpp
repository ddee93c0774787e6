// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history_model.h"

#include "base/deliver.h"

#include <algorithm>

namespace deskhand {

HistoryModel::HistoryModel(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    connect(&desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        const bool concerned = std::any_of(changes.cbegin(), changes.cend(), [this](const Change &change) {
            return change.ticket == m_ticket && change.kind != ChangeKind::ReadMarkSet;
        });
        if (concerned)
            ask();
    });
}

void HistoryModel::setTicket(TicketId ticket, PersonId me)
{
    if (ticket == m_ticket && me == m_me)
        return;
    m_ticket = ticket;
    m_me = me;
    take({});
    ask();
}

void HistoryModel::setWanted(bool wanted)
{
    const bool wasWanted = std::exchange(m_wanted, wanted);
    if (wanted && !wasWanted)
        ask();
}

void HistoryModel::ask()
{
    if (!m_wanted || !m_ticket.isValid())
        return;
    m_wish.cancel();
    const TicketId asked = m_ticket;
    m_wish = m_desk.history(m_ticket, m_me, shownEntries);
    deliver(m_wish, this, [this, asked](const Result<QVector<HistoryEntry>> &entries) {
        if (asked != m_ticket)
            return;
        if (entries)
            take(*entries);
        else if (entries.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(entries.error());
    });
}

void HistoryModel::take(const QVector<HistoryEntry> &entries)
{
    beginResetModel();
    m_lines.clear();
    const TimeWords words;
    for (const HistoryEntry &entry : entries) {
        HistoryLine line = historyLine({entry}, words, m_catalog.now());
        line.what = historyWhat(entry, words, m_catalog.now(), true);
        m_lines.append(line);
    }
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const HistoryLine &shown = m_lines.at(index.row());
    return shown.why.isEmpty() ? QString(shown.who + u' ' + shown.what)
                               : QString(shown.who + u' ' + shown.what + QStringLiteral(" · ") + shown.why);
}

} // namespace deskhand
