// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace deskhand {

class Theme;

/// Rows of the list of dashboards and reports: headings, and what is below them with icon, name and a muted detail.
class ShelfDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    ShelfDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    const Theme &m_theme;
};

} // namespace deskhand
