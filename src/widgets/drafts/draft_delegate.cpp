// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drafts/draft_delegate.h"

#include "models/draft_list_model.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

namespace deskhand {

namespace {

QIcon draftIcon(DraftKind kind, const Theme &theme)
{
    switch (kind) {
    case DraftKind::Reply: return theme.icon(QStringLiteral("mail-reply-sender"));
    case DraftKind::Note: return theme.icon(QStringLiteral("lock"), Token::NoteText);
    case DraftKind::Call: return theme.icon(QStringLiteral("call-start"));
    case DraftKind::NewTicket: return theme.icon(QStringLiteral("list-add"));
    }
    return {};
}

} // namespace

DraftDelegate::DraftDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

void DraftDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    TwoLineRow row(*painter, option, m_theme);
    row.icon(draftIcon(DraftKind(index.data(DraftListModel::KindRole).toInt()), m_theme));
    row.firstAtRight(index.data(DraftListModel::SavedRole).toString(), TextStyle::Small, Token::TextMuted);
    row.first(index.data().toString(), TextStyle::Strong, Token::Text);
    row.second(index.data(DraftListModel::KindTextRole).toString(), TextStyle::SmallStrong, Token::TextMuted);
    row.second(index.data(DraftListModel::ExcerptRole).toString(), TextStyle::Small, Token::TextMuted);
}

QSize DraftDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return TwoLineRow::sizeHint(m_theme);
}

} // namespace deskhand
