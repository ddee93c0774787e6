// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace deskhand {

class Theme;

/// A desk in two lines: its name, and where it is and who enters it.
class SavedDeskDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    explicit SavedDeskDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace deskhand
