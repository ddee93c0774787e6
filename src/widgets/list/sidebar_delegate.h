// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

class QTreeView;

namespace deskhand {

class Theme;

/// Paints sections, views and queues of the sidebar: icon, name, count.
class SidebarDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    static constexpr int arrowWidth = 16; ///< before the icon, for queues that have queues below them

    SidebarDelegate(const Theme &theme, QTreeView *view);

    /// Another workspace than that of the views is shown: the current view is one of many, unless the keys go here.
    void setElsewhere(bool elsewhere);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintSection(QPainter *painter, const QRect &row, const QModelIndex &index) const;
    void paintArrow(QPainter *painter, const QPointF &middle, bool open) const;

    const Theme &m_theme;
    QTreeView *m_view;
    bool m_elsewhere = false;
};

} // namespace deskhand
