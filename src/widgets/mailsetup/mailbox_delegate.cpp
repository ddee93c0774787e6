// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/mailbox_delegate.h"

#include "models/mailbox_list_model.h"
#include "widgets/mailsetup/mailbox_tone.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

namespace deskhand {

MailboxDelegate::MailboxDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

void MailboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto kind = MailboxHealth::Kind(index.data(MailboxListModel::HealthRole).toInt());
    const Token tone = healthTone(kind);
    TwoLineRow row(*painter, option, m_theme);
    row.icon(m_theme.icon(healthIcon(kind), tone));
    row.firstAtRight(index.data(MailboxListModel::StateRole).toString(), TextStyle::Small, tone);
    const QString name = index.data().toString();
    const QString address = index.data(MailboxListModel::AddressRole).toString();
    row.first(name, TextStyle::Strong, kind == MailboxHealth::Kind::Inactive ? Token::TextMuted : Token::Text);
    if (address != name)
        row.first(address, TextStyle::Body, Token::TextMuted, Qt::ElideMiddle);
    row.second(index.data(MailboxListModel::ActivityRole).toString(), TextStyle::Small,
               kind == MailboxHealth::Kind::Failing ? Token::Danger : Token::TextMuted);
}

QSize MailboxDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return TwoLineRow::sizeHint(m_theme);
}

} // namespace deskhand
