// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/mail_text_delegate.h"

#include "models/mail_text_list_model.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

namespace deskhand {

MailTextDelegate::MailTextDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

void MailTextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    TwoLineRow row(*painter, option, m_theme);
    const bool active = index.data(MailTextListModel::ActiveRole).toBool();
    const auto kind = MailTextKind(index.data(MailTextListModel::KindRole).toInt());
    row.icon(m_theme.icon(kind == MailTextKind::Acknowledgement  ? QStringLiteral("mail-reply-sender")
                          : kind == MailTextKind::QueueSignature ? QStringLiteral("group")
                                                                 : QStringLiteral("user")));
    const QString scope = index.data(MailTextListModel::ScopeRole).toString();
    row.firstAtRight(active ? scope : tr("switched off"), TextStyle::Small, Token::TextMuted);
    row.first(index.data().toString(), TextStyle::Strong, active ? Token::Text : Token::TextMuted);
    row.second(index.data(MailTextListModel::ExcerptRole).toString(), TextStyle::Small, Token::TextMuted);
}

QSize MailTextDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return TwoLineRow::sizeHint(m_theme);
}

} // namespace deskhand
