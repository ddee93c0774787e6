// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace deskhand {

class Theme;

/// A row of NotificationModel: what was reached and when, below it the ticket. What was not seen stands out.
class NotificationDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    NotificationDelegate(const Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace deskhand
