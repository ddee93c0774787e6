// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace deskhand {

class Theme;

/// A row of the palette: icon, title with the matched letters marked, subtitle, shortcut at the end.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PaletteDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintTitle(QPainter *painter, const QRect &rect, const QModelIndex &index) const;
    /// Draws the keys from the right; gives the width they took.
    int paintKeys(QPainter *painter, const QRect &rect, const QString &keys) const;

    const Theme &m_theme;
};

} // namespace deskhand
