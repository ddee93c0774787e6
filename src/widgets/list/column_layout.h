// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/saved_view.h"

#include <QObject>
#include <QVector>

class QHeaderView;

namespace deskhand {

class ListMemory;

/// Which of the chosen columns are shown and how wide. The subject takes what the others leave; where that would be too
/// little, the less important columns are left out until there is room again.
class ColumnLayout final : public QObject
{
    Q_OBJECT

public:
    static constexpr int leastSubjectWidth = 180; ///< logical pixels

    ColumnLayout(QHeaderView *header, ListMemory &memory, QObject *parent);

    void setOneLine(const QString &listKey, const QVector<ListColumn> &columns);
    /// A single column as wide as the view.
    void setTwoLines();
    /// After the view or the font changed its size.
    void arrange();
    /// Leftmost visible logical column.
    [[nodiscard]] int firstColumn() const;
    /// The columns of `chosen` for which `width` has room, in the same order.
    [[nodiscard]] QVector<ListColumn> fitting(const QVector<ListColumn> &chosen, int width) const;

Q_SIGNALS:
    /// The person moved a column.
    void reordered(const QVector<deskhand::ListColumn> &columns);

private:
    [[nodiscard]] int widthOf(ListColumn column) const;
    void takeMove();

    QHeaderView *m_header;
    ListMemory &m_memory;
    QString m_listKey;
    QVector<ListColumn> m_columns;
    bool m_twoLines = true;
    bool m_arranging = false;
};

} // namespace deskhand
