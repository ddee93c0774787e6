// SPDX-License-Identifier: GPL-3.0-or-later
// What a ChartView does with keys and the pointer.
#include "widgets/charts/chart_accessible.h"
#include "widgets/charts/chart_view.h"
#include "widgets/plain_label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>

namespace deskhand {

namespace {

constexpr double zoomFactor = 0.5;

std::optional<ChartMove> moveOf(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Left: return modifiers & Qt::ControlModifier ? ChartMove::PageLeft : ChartMove::Left;
    case Qt::Key_Right: return modifiers & Qt::ControlModifier ? ChartMove::PageRight : ChartMove::Right;
    case Qt::Key_Up: return ChartMove::Up;
    case Qt::Key_Down: return ChartMove::Down;
    case Qt::Key_Home: return ChartMove::Home;
    case Qt::Key_End: return ChartMove::End;
    case Qt::Key_PageUp: return ChartMove::PageLeft;
    case Qt::Key_PageDown: return ChartMove::PageRight;
    default: return {};
    }
}

} // namespace

int ChartView::columnAt(qreal x) const
{
    const QVector<QRectF> &columns = scene().columns;
    for (int column = 0; column < columns.size(); ++column) {
        if (x < columns[column].right())
            return scene().window.first + column;
    }
    return scene().window.last;
}

void ChartView::tellFocus()
{
    if (hasFocus())
        tellChartFocus(this, m_current);
}

void ChartView::zoomBy(double factor)
{
    zoomTo(zoomedWindow(m_data, m_window, m_current.point, factor));
}

void ChartView::zoomToSpan()
{
    if (!m_spanFrom)
        return;
    const ChartWindow span{std::min(*m_spanFrom, m_spanTo), std::max(*m_spanFrom, m_spanTo)};
    m_spanFrom.reset();
    zoomTo(span);
    update();
}

bool ChartView::zoomKey(QKeyEvent *event)
{
    if (!canZoom())
        return false;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(zoomFactor); return true;
    case Qt::Key_Minus: zoomBy(1 / zoomFactor); return true;
    case Qt::Key_0: zoomTo({}); return true;
    case Qt::Key_Escape:
        // Otherwise it belongs to whoever is around.
        if (m_spanFrom) {
            m_spanFrom.reset();
            update();
            return true;
        }
        if (!isZoomed())
            return false;
        zoomTo({});
        return true;
    default: return false;
    }
}

bool ChartView::moveKey(QKeyEvent *event)
{
    const std::optional<ChartMove> move = moveOf(event->key(), event->modifiers());
    if (!move || (event->modifiers() & (Qt::AltModifier | Qt::MetaModifier)))
        return false;
    const ChartSpot to = movedSpot(m_data, m_window, m_current, *move);
    if ((event->modifiers() & Qt::ShiftModifier) && canZoom()) {
        if (!m_spanFrom)
            m_spanFrom = m_current.point;
        m_spanTo = to.point;
    } else {
        m_spanFrom.reset();
    }
    setCurrentPoint(to.series, to.point);
    update();
    return true;
}

void ChartView::keyPressEvent(QKeyEvent *event)
{
    if (m_data.pointCount() == 0 || m_state == State::Failed)
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_spanFrom)
            zoomToSpan();
        else if (currentPoint())
            Q_EMIT activated(m_current.series, m_current.point);
        return;
    }
    if (!zoomKey(event) && !moveKey(event))
        QWidget::keyPressEvent(event);
}

void ChartView::setHovered(std::optional<ChartSpot> spot, QPoint globalPos)
{
    if (spot == m_hovered)
        return;
    m_hovered = spot;
    setCursor(spot ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    if (!spot)
        return QToolTip::hideText();
    // Many cells of a heat map share a column: there only the one is meant.
    const QString text = m_data.kind == ChartKind::HeatMap ? m_words.position(m_data, spot->point) + u'\n'
                                                                 + m_words.valueLine(m_data, spot->series, spot->point)
                                                           : m_words.toolTip(m_data, spot->point);
    QToolTip::showText(globalPos, plainToolTip(text), this);
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_state == State::Failed || m_data.isEmpty())
        return;
    if (m_pressed && canZoom()
        && (m_dragging || std::abs(event->pos().x() - m_pressed->x()) >= QApplication::startDragDistance())) {
        m_dragging = true;
        m_spanFrom = columnAt(m_pressed->x());
        m_spanTo = columnAt(event->position().x());
        setHovered({}, {});
        update();
        return;
    }
    setHovered(scene().spotAt(event->position(), true), event->globalPosition().toPoint());
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_data.isEmpty())
        return QWidget::mousePressEvent(event);
    m_pressed = event->pos();
    m_dragging = false;
    m_spanFrom.reset();
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return QWidget::mouseReleaseEvent(event);
    const QPoint pressed = *m_pressed;
    m_pressed.reset();
    if (m_dragging) {
        m_dragging = false;
        zoomToSpan();
        return;
    }
    const std::optional<ChartSpot> spot = scene().spotAt(event->position(), true);
    if (!spot || (pressed - event->pos()).manhattanLength() > QApplication::startDragDistance())
        return;
    setCurrentPoint(spot->series, spot->point);
    Q_EMIT activated(spot->series, spot->point);
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!scene().spotAt(event->position(), true))
        zoomTo({});
}

void ChartView::leaveEvent(QEvent *event)
{
    setHovered({}, {});
    QWidget::leaveEvent(event);
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    tellFocus();
}

void ChartView::focusOutEvent(QFocusEvent *event)
{
    m_spanFrom.reset();
    QWidget::focusOutEvent(event);
    update();
}

} // namespace deskhand
