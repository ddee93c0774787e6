// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connect/saved_desk_delegate.h"

#include "models/saved_desks.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

namespace deskhand {

SavedDeskDelegate::SavedDeskDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

void SavedDeskDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    TwoLineRow row(*painter, option, m_theme);
    const bool isServer = index.data(SavedDesks::ServerRole).toBool();
    row.icon(m_theme.icon(isServer ? QStringLiteral("group") : QStringLiteral("document-open")));
    if (index.data(SavedDesks::CurrentRole).toBool())
        row.firstAtRight(tr("open now"), TextStyle::Small, Token::TextMuted);
    row.first(index.data().toString(), TextStyle::Strong, Token::Text);
    row.second(index.data(SavedDesks::PlaceTextRole).toString(), TextStyle::Small, Token::TextMuted, Qt::ElideMiddle);
}

QSize SavedDeskDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return TwoLineRow::sizeHint(m_theme);
}

} // namespace deskhand
