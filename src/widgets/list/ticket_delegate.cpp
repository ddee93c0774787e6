// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/ticket_delegate.h"

#include "base/text_folding.h"
#include "models/pending_marks.h"
#include "models/ticket_list_model.h"
#include "widgets/plain_label.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace deskhand {

TicketDelegate::TicketDelegate(const TicketListModel &model, const Theme &theme, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
    , m_painter(theme)
{
}

void TicketDelegate::begin(const Scene &scene)
{
    m_scene = scene;
    m_catalog = m_model.holder().catalog();
    m_text = std::make_unique<TicketText>(m_catalog, m_model.holder().now());
    m_words = m_model.spec().isSearch() ? foldedWords(m_model.spec().searchText) : QStringList();
}

void TicketDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!m_text)
        return;
    const int rowNumber = index.row();
    const QRect row(m_scene.rowLeft, option.rect.top(), m_scene.rowWidth, option.rect.height());
    if (m_model.isGroupRow(rowNumber)) {
        // The heading runs through all cells: each paints its part of it.
        painter->save();
        painter->setClipRect(option.rect, Qt::IntersectClip);
        paintGroupCell(painter, row, rowNumber);
        painter->restore();
        return;
    }
    RowLook look;
    look.current = rowNumber == m_scene.currentRow;
    look.marked = option.state & QStyle::State_Selected;
    look.hovered = rowNumber == m_scene.hoveredRow;
    look.focused = m_scene.focused;
    look.stale = m_model.isStale(rowNumber);
    look.anyMarked = m_scene.anyMarked;
    m_painter.paintPlane(painter, option.rect, look);
    const bool first = index.column() == m_scene.firstColumn;

    const TicketRow *ticket = m_model.rowAt(rowNumber);
    if (!ticket) {
        if (first && m_model.isMissing(rowNumber))
            m_painter.paintMissing(painter, row, tr("This ticket no longer exists"));
        else if (first)
            m_painter.paintSkeleton(painter, row, m_scene.twoLines, rowNumber);
        return;
    }
    RowContent content;
    content.row = ticket;
    content.text = m_text.get();
    content.catalog = m_catalog.get();
    content.me = m_model.holder().me();
    content.draft = m_model.hasDraft(ticket->head.id);
    content.pending = isPending(ticket->head);
    content.present = m_model.present(ticket->head.id);
    if (m_scene.twoLines) {
        content.excerpt = m_model.excerpt(ticket->head.id);
        content.words = m_words;
        m_painter.paintTwoLines(painter, row, content, look);
    } else {
        content.stateMark = !m_scene.stateColumn;
        m_painter.paintCell(painter, option.rect, ListColumn(index.column()), first, content, look);
    }
}

void TicketDelegate::paintGroupCell(QPainter *painter, const QRect &row, int rowNumber) const
{
    const qint64 key = m_model.groupKey(rowNumber);
    m_painter.paintGroup(painter, row, m_text->groupTitle(m_model.spec().groupBy.value_or(ListColumn::State), key),
                         QLocale().toString(m_model.groupSize(key)), m_model.isCollapsed(key),
                         rowNumber == m_scene.hoveredRow);
}

QSize TicketDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_scene.twoLines ? m_painter.twoLinesHeight() : m_painter.oneLineHeight()};
}

bool TicketDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    const TicketId id = m_model.ticketAt(index.row());
    const TicketRow *ticket = id.isValid() ? m_model.peek(id) : nullptr;
    if (event->type() != QEvent::ToolTip || !ticket)
        return false;
    const TicketText text(m_model.holder().catalog(), m_model.holder().now());
    QString words = text.cell(*ticket, m_scene.twoLines ? ListColumn::Subject : ListColumn(index.column()));
    if (m_model.isStale(index.row()))
        words = tr("This ticket has a new place in the list and moves there when the pointer leaves it.");
    else if (!m_scene.twoLines
             && option.fontMetrics.horizontalAdvance(words) <= option.rect.width() - 2 * metrics::small)
        words.clear();
    if (m_scene.twoLines || ListColumn(index.column()) == ListColumn::TimeLeft) {
        const QString promised = text.promisedTip(ticket->head);
        if (!promised.isEmpty())
            words += (words.isEmpty() ? QString() : QStringLiteral("\n")) + promised;
    }
    const QString present = PresenceBoard::words(m_model.present(id));
    if (!present.isEmpty())
        words += (words.isEmpty() ? QString() : QStringLiteral("\n")) + present;
    QString trouble = TicketText::deliveryTrouble(ticket->head);
    if (!trouble.isEmpty()) {
        trouble.front() = trouble.front().toUpper();
        words += (words.isEmpty() ? QString() : QStringLiteral("\n")) + trouble;
    }
    QToolTip::showText(event->globalPos(), plainToolTip(words), view, option.rect);
    return true;
}

} // namespace deskhand
