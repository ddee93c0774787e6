// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_text_list_model.h"

#include "models/mail_text_words.h"

#include <algorithm>
#include <tuple>

namespace deskhand {

MailTextListModel::MailTextListModel(const MailOverview &overview, QObject *parent)
    : QAbstractListModel(parent)
    , m_overview(overview)
{
    connect(&overview, &MailOverview::changed, this, &MailTextListModel::take);
    take();
}

void MailTextListModel::take()
{
    const CatalogPtr catalog = m_overview.catalog().catalog();
    const PersonId me = m_overview.catalog().me();
    QVector<MailText> rows;
    for (const MailText &text : m_overview.setup().texts) {
        const bool own = text.kind == MailTextKind::AgentSignature && text.agent == me;
        if (own || m_overview.mayAdminister())
            rows.append(text);
    }
    const auto place = [&catalog](const MailText &text) {
        return std::tuple(int(text.kind), catalog->queuePath(text.queue), text.language, text.id.value);
    };
    std::sort(rows.begin(), rows.end(),
              [&place](const MailText &one, const MailText &other) { return place(one) < place(other); });
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int MailTextListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MailTextListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const MailText &text = m_rows.at(index.row());
    const CatalogPtr catalog = m_overview.catalog().catalog();
    switch (role) {
    case Qt::DisplayRole: return MailTextWords::title(text, *catalog, m_overview.catalog().me());
    case ScopeRole: return MailTextWords::scope(text, *catalog);
    case ExcerptRole: return text.text.simplified().left(200);
    case ActiveRole: return text.active;
    case KindRole: return int(text.kind);
    case Qt::AccessibleDescriptionRole:
        return QStringList{data(index, ScopeRole).toString(), data(index, ExcerptRole).toString()}.join(
            QStringLiteral(", "));
    default: return {};
    }
}

int MailTextListModel::rowOf(MailTextId id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return int(i);
    }
    return -1;
}

} // namespace deskhand
