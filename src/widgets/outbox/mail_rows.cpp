// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outbox/mail_rows.h"

#include "models/delivery_text.h"
#include "models/held_mail_model.h"
#include "models/outbox_model.h"
#include "widgets/theme/theme.h"
#include "widgets/two_line_row.h"

namespace deskhand {

Token deliveryToken(DeliveryTone tone)
{
    switch (tone) {
    case DeliveryTone::Quiet:
    case DeliveryTone::Waiting: return Token::TextMuted;
    case DeliveryTone::Warning: return Token::Warning;
    case DeliveryTone::Danger: return Token::Danger;
    }
    return Token::TextMuted;
}

QIcon deliveryIcon(DeliveryState state, const Theme &theme)
{
    switch (state) {
    case DeliveryState::None:
    case DeliveryState::Withdrawn: return theme.icon(QStringLiteral("edit-undo"));
    case DeliveryState::Sent: return theme.icon(QStringLiteral("checkmark"));
    case DeliveryState::Queued: return theme.icon(QStringLiteral("clock"));
    case DeliveryState::Sending: return theme.icon(QStringLiteral("mail-send"));
    case DeliveryState::Delayed: return theme.icon(QStringLiteral("dialog-warning"), Token::Warning);
    case DeliveryState::Failed:
    case DeliveryState::Bounced: return theme.icon(QStringLiteral("dialog-error"), Token::Danger);
    }
    return {};
}

OutboxDelegate::OutboxDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

void OutboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tone = DeliveryTone(index.data(OutboxModel::ToneRole).toInt());
    TwoLineRow row(*painter, option, m_theme);
    row.icon(deliveryIcon(DeliveryState(index.data(OutboxModel::StateRole).toInt()), m_theme));
    row.firstAtRight(index.data(OutboxModel::WhenRole).toString(), TextStyle::Small, Token::TextMuted);
    row.first(index.data().toString(), TextStyle::Strong, Token::Text);
    row.second(index.data(OutboxModel::StateTextRole).toString(),
               tone >= DeliveryTone::Warning ? TextStyle::SmallStrong : TextStyle::Small, deliveryToken(tone));
    row.second(index.data(OutboxModel::RecipientsRole).toString(), TextStyle::Small, Token::TextMuted);
}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return TwoLineRow::sizeHint(m_theme);
}

HeldMailDelegate::HeldMailDelegate(const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_theme(theme)
{
}

void HeldMailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto reason = HoldReason(index.data(HeldMailModel::ReasonRole).toInt());
    TwoLineRow row(*painter, option, m_theme);
    row.icon(isQuarantine(reason) ? m_theme.icon(QStringLiteral("object-locked"), Token::Warning)
                                  : m_theme.icon(QStringLiteral("user-identity"), Token::Warning));
    row.firstAtRight(index.data(HeldMailModel::WhenRole).toString(), TextStyle::Small, Token::TextMuted);
    row.first(index.data().toString(), TextStyle::Strong, Token::Text);
    row.second(index.data(HeldMailModel::ShortReasonRole).toString(), TextStyle::SmallStrong, Token::Warning);
    row.second(index.data(HeldMailModel::SenderRole).toString(), TextStyle::Small, Token::TextMuted);
}

QSize HeldMailDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return TwoLineRow::sizeHint(m_theme);
}

} // namespace deskhand
