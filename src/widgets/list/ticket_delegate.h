// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/list/row_painter.h"

#include <QAbstractItemDelegate>

#include <memory>

namespace deskhand {

class TicketListModel;

/// Brings rows of the model to the painter. The view says before every paint event what is current, hovered and so on.
class TicketDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    TicketDelegate(const TicketListModel &model, const Theme &theme, QObject *parent);

    [[nodiscard]] const RowPainter &painter() const { return m_painter; }
    void restyle() { m_painter.restyle(); }

    /// Once for a paint event: the time, the words and what rows look like.
    struct Scene {
        int currentRow = -1;
        int hoveredRow = -1;
        bool focused = false;
        bool anyMarked = false;
        bool twoLines = true;
        int firstColumn = 0;      ///< leftmost visible logical column
        bool stateColumn = false; ///< the state has a column of its own
        int rowLeft = 0;          ///< of the whole row, in the viewport
        int rowWidth = 0;
    };
    void begin(const Scene &scene);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Shows a cell that is cut, as plain text.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintGroupCell(QPainter *painter, const QRect &row, int rowNumber) const;

    const TicketListModel &m_model;
    RowPainter m_painter;
    Scene m_scene;
    CatalogPtr m_catalog;
    std::unique_ptr<TicketText> m_text;
    QStringList m_words;
};

} // namespace deskhand
