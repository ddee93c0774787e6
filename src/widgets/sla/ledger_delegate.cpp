// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sla/ledger_delegate.h"

#include "models/sla_ledger_model.h"
#include "widgets/elided_text.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace deskhand {

LedgerDelegate::LedgerDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QFont LedgerDelegate::fontOf(const QModelIndex &index) const
{
    QFont font = m_theme.font(TextStyle::Small);
    font.setItalic(index.data(SlaLedgerModel::AheadRole).toBool());
    return font;
}

void LedgerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool chosen = option.state & QStyle::State_Selected;
    const bool active = option.state & QStyle::State_Active && option.widget && option.widget->hasFocus();
    painter->fillRect(option.rect, m_theme.color(!chosen  ? Token::Raised
                                                 : active ? Token::Selection
                                                          : Token::SelectionInactive));
    if (index.data(SlaLedgerModel::FirstAheadRole).toBool())
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), 2),
                          m_theme.color(Token::Accent));
    const bool counts = index.data(SlaLedgerModel::CountsRole).toBool();
    const bool ahead = index.data(SlaLedgerModel::AheadRole).toBool();
    painter->setFont(fontOf(index));
    painter->setPen(m_theme.color(counts && !ahead ? Token::Text : Token::TextMuted));
    const QRect inside = option.rect.adjusted(metrics::tight, 0, -metrics::tight, 0);
    const auto side = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    painter->drawText(
        inside, int(side) | Qt::TextSingleLine,
        elidedText(painter->fontMetrics(), index.data().toString().simplified(), Qt::ElideRight, inside.width()));
    painter->restore();
}

QSize LedgerDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics letters(fontOf(index));
    return {letters.horizontalAdvance(index.data().toString()) + 2 * metrics::small, letters.height() + metrics::small};
}

} // namespace deskhand
