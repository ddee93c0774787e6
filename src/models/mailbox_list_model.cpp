// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mailbox_list_model.h"

#include <algorithm>

namespace deskhand {

MailboxListModel::MailboxListModel(const MailOverview &overview, QObject *parent)
    : QAbstractListModel(parent)
    , m_overview(overview)
{
    connect(&overview, &MailOverview::changed, this, &MailboxListModel::take);
    take();
}

void MailboxListModel::take()
{
    QVector<MailboxReport> rows;
    for (const Mailbox &mailbox : m_overview.setup().mailboxes) {
        MailboxReport row;
        for (const MailboxReport &report : m_overview.report().mailboxes) {
            if (report.mailbox.id == mailbox.id)
                row = report;
        }
        row.mailbox = mailbox;
        rows.append(row);
    }
    const bool same = std::equal(
        rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
        [](const MailboxReport &one, const MailboxReport &other) { return one.mailbox.id == other.mailbox.id; });
    if (same) { // the selection stays
        m_rows = rows;
        if (!rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int MailboxListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

MailboxHealth MailboxListModel::healthAt(int row) const
{
    return m_words.health(m_rows.at(row), m_overview.catalog().now());
}

QVariant MailboxListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const MailboxReport &row = m_rows.at(index.row());
    const Instant now = m_overview.catalog().now();
    switch (role) {
    case Qt::DisplayRole: return row.mailbox.name.isEmpty() ? row.mailbox.address : row.mailbox.name;
    case AddressRole: return row.mailbox.address;
    case HealthRole: return int(healthAt(index.row()).kind);
    case StateRole: return healthAt(index.row()).state;
    case ActivityRole: {
        QStringList parts{m_words.lastFetch(row, now), m_words.backlog(row)};
        parts.removeAll(QString());
        const MailboxHealth health = healthAt(index.row());
        return health.problem.isEmpty() ? parts.join(QStringLiteral(" · ")) : health.problem;
    }
    case Qt::AccessibleDescriptionRole:
        return QStringList{row.mailbox.address, data(index, StateRole).toString(), data(index, ActivityRole).toString()}
            .join(QStringLiteral(", "));
    default: return {};
    }
}

int MailboxListModel::rowOf(MailboxId id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).mailbox.id == id)
            return int(i);
    }
    return -1;
}

} // namespace deskhand
