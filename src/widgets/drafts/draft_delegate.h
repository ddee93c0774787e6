// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace deskhand {

class Theme;

/// A row of the list of drafts: what is answered and when it was written, below it the kind and the beginning of the
/// text. Rows are of DraftListModel.
class DraftDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    DraftDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace deskhand
