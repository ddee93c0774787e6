// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sync/queued_delegate.h"

#include "models/queued_command_model.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

namespace deskhand {

namespace {

QIcon queuedIcon(QueuedState state, const Theme &theme)
{
    switch (state) {
    case QueuedState::Waiting: return theme.icon(QStringLiteral("clock"));
    case QueuedState::Sending: return theme.icon(QStringLiteral("mail-send"));
    case QueuedState::Held: return theme.icon(QStringLiteral("object-locked"), Token::Warning);
    case QueuedState::Conflict: return theme.icon(QStringLiteral("dialog-warning"), Token::Warning);
    case QueuedState::Refused: return theme.icon(QStringLiteral("dialog-error"), Token::Danger);
    }
    return {};
}

Token queuedToken(QueuedState state)
{
    if (!needsDecision(state))
        return Token::TextMuted;
    return state == QueuedState::Refused ? Token::Danger : Token::Warning;
}

} // namespace

QueuedDelegate::QueuedDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

void QueuedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto state = QueuedState(index.data(QueuedCommandModel::StateRole).toInt());
    TwoLineRow row(*painter, option, m_theme);
    row.icon(queuedIcon(state, m_theme));
    row.firstAtRight(index.data(QueuedCommandModel::WhenRole).toString(), TextStyle::Small, Token::TextMuted);
    row.first(index.data().toString(), TextStyle::Strong, Token::Text);
    row.second(index.data(QueuedCommandModel::StateTextRole).toString(),
               needsDecision(state) ? TextStyle::SmallStrong : TextStyle::Small, queuedToken(state));
}

QSize QueuedDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return TwoLineRow::sizeHint(m_theme);
}

} // namespace deskhand
