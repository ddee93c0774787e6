// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drafts/draft_delegate.h"

#include "models/draft_list_model.h"
#include "widgets/elided_text.h"
#include "widgets/theme/theme.h"

#include <QPainter>

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
    const bool selected = option.state & QStyle::State_Selected;
    const bool active = option.state & QStyle::State_Active && option.state & QStyle::State_HasFocus;
    const Token plane = selected ? (active ? Token::Selection : Token::SelectionInactive)
                        : option.state & QStyle::State_MouseOver ? Token::Hover
                                                                 : Token::Surface;
    painter->save();
    painter->fillRect(option.rect, m_theme.color(plane));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), metrics::hairline),
                      m_theme.color(Token::Hairline));
    const auto draw = [&](QRect room, const QString &text, TextStyle style, Token color, Qt::Alignment side) {
        painter->setFont(m_theme.font(style));
        painter->setPen(m_theme.color(color));
        const QFontMetrics letters(painter->font());
        const QString line = elidedText(letters, text.simplified(), Qt::ElideRight, room.width());
        painter->drawText(room, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, line);
        return letters.horizontalAdvance(line) + metrics::small;
    };
    const QRect inside =
        option.rect.adjusted(metrics::medium, m_theme.rowPadding(), -metrics::medium, -m_theme.rowPadding());
    const int bodyHeight = QFontMetrics(m_theme.font()).height();
    QRect first(inside.left() + metrics::icon + metrics::medium, inside.top(), 0, bodyHeight);
    first.setRight(inside.right());
    QRect second(first.left(), first.bottom() + metrics::tight, first.width(), inside.bottom() - first.bottom());
    draftIcon(DraftKind(index.data(DraftListModel::KindRole).toInt()), m_theme)
        .paint(painter, QRect(inside.left(), first.center().y() - metrics::icon / 2 + 1, metrics::icon, metrics::icon));
    first.setRight(first.right()
                   - draw(first, index.data(DraftListModel::SavedRole).toString(), TextStyle::Small, Token::TextMuted,
                          Qt::AlignRight));
    draw(first, index.data().toString(), TextStyle::Strong, Token::Text, Qt::AlignLeft);
    second.setLeft(second.left()
                   + draw(second, index.data(DraftListModel::KindTextRole).toString(), TextStyle::SmallStrong,
                          Token::TextMuted, Qt::AlignLeft));
    draw(second, index.data(DraftListModel::ExcerptRole).toString(), TextStyle::Small, Token::TextMuted, Qt::AlignLeft);
    painter->restore();
}

QSize DraftDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines = QFontMetrics(m_theme.font()).height() + QFontMetrics(m_theme.font(TextStyle::Small)).height();
    return {0, lines + metrics::tight + 2 * m_theme.rowPadding()};
}

} // namespace deskhand
