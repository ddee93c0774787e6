// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace deskhand {

class Theme;

/// Cells of a ledger: what does not count is muted, and a line parts what has happened from what is still to come.
class LedgerDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    LedgerDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QFont fontOf(const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace deskhand
