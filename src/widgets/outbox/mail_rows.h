// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "widgets/theme/tokens.h"

#include <QAbstractItemDelegate>

class QIcon;

namespace deskhand {

class Theme;
enum class DeliveryTone;

/// The colour of what is said about a delivery, and its icon: its shape says the same as its colour.
[[nodiscard]] Token deliveryToken(DeliveryTone tone);
[[nodiscard]] QIcon deliveryIcon(DeliveryState state, const Theme &theme);

/// A row of OutboxModel: ticket and subject, below it what became of the mail.
class OutboxDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    OutboxDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

/// A row of HeldMailModel: subject and age, below it why it waits and who sent it.
class HeldMailDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    HeldMailDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace deskhand
