// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sla/notification_delegate.h"

#include "models/notification_model.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket_marks.h"
#include "widgets/two_line_row.h"

#include <QStyleOptionViewItem>

namespace deskhand {

NotificationDelegate::NotificationDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

void NotificationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto text = [&index](int role) { return index.data(role).toString(); };
    const auto level = TimeLeft(index.data(NotificationModel::LevelRole).toInt());
    const bool seen = index.data(NotificationModel::SeenRole).toBool();
    TwoLineRow row(*painter, option, m_theme);
    row.icon(ticket_marks::timeLeftIcon(level, m_theme));
    row.firstAtRight(text(NotificationModel::WhenRole), TextStyle::Small, Token::TextMuted);
    if (!seen)
        row.firstAtRight(tr("new", "a notification that was not seen"), TextStyle::SmallStrong, Token::Accent);
    row.first(text(NotificationModel::WhatRole), seen ? TextStyle::Body : TextStyle::Strong,
              seen ? Token::TextMuted : ticket_marks::timeLeftToken(level));
    row.second(index.data().toString(), TextStyle::Small, seen ? Token::TextMuted : Token::Text);
    row.second(text(NotificationModel::DueRole), TextStyle::Small, Token::TextMuted);
}

QSize NotificationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return TwoLineRow::sizeHint(m_theme);
}

} // namespace deskhand
