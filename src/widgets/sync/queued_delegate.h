// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace deskhand {

class Theme;

/// A command that waits, in two lines: what and on which ticket; how it stands.
class QueuedDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    QueuedDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace deskhand
