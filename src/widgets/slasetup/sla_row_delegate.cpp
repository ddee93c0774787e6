// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/sla_row_delegate.h"

#include "models/sla/sla_list_models.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

namespace deskhand {

SlaRowDelegate::SlaRowDelegate(const Theme &theme, const QString &icon, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
    , m_icon(icon)
{
}

void SlaRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool serious = index.data(SlaSeriousRole).toBool();
    const bool inUse = index.data(SlaInUseRole).toBool();
    TwoLineRow row(*painter, option, m_theme);
    row.icon(serious ? m_theme.icon(QStringLiteral("dialog-warning"), Token::Warning) : m_theme.icon(m_icon));
    const QString note = index.data(SlaNoteRole).toString();
    if (!note.isEmpty())
        row.firstAtRight(note, TextStyle::Small, Token::TextMuted);
    row.first(index.data().toString(), TextStyle::Strong, inUse ? Token::Text : Token::TextMuted);
    row.second(index.data(SlaDetailRole).toString(), TextStyle::Small, Token::TextMuted);
}

QSize SlaRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return TwoLineRow::sizeHint(m_theme);
}

} // namespace deskhand
