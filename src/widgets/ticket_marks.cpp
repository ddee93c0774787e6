// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket_marks.h"

#include "widgets/theme/theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPointer>

#include <functional>

namespace deskhand::ticket_marks {

namespace {

constexpr qreal strokeWidth = 1.6;

/// The marks are designed on a square of 14.
class MarkFrame
{
public:
    MarkFrame(QPainter *painter, const QRectF &square)
        : m_painter(painter)
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(square.topLeft());
        painter->scale(square.width() / size, square.height() / size);
    }
    ~MarkFrame() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(MarkFrame)

private:
    QPainter *m_painter;
};

QPen markPen(const QColor &color)
{
    return QPen(color, strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void drawChevron(QPainter *painter, qreal tip, qreal foot)
{
    const QPointF points[] = {{3.5, foot}, {7, tip}, {10.5, foot}};
    painter->drawPolyline(points, 3);
}

void drawCheck(QPainter *painter)
{
    const QPointF points[] = {{4.4, 7.2}, {6.3, 9.1}, {9.7, 5.2}};
    painter->drawPolyline(points, 3);
}

class MarkIconEngine final : public QIconEngine
{
public:
    using Paint = std::function<void(QPainter *, const QRectF &)>;

    explicit MarkIconEngine(Paint paintMark)
        : m_paint(std::move(paintMark))
    {
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        m_paint(painter, QRectF(rect));
    }
    QPixmap pixmap(const QSize &pixels, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(pixels);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), pixels), mode, state);
        return picture;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new MarkIconEngine(m_paint); }
    [[nodiscard]] QString key() const override { return QStringLiteral("deskhand-mark"); }

private:
    Paint m_paint;
};

/// An icon may outlive the theme in a style's cache.
QIcon markIcon(const Theme &theme, std::function<void(QPainter *, const QRectF &, const Theme &)> paint)
{
    return QIcon(new MarkIconEngine(
        [guard = QPointer<const Theme>(&theme), paint = std::move(paint)](QPainter *painter, const QRectF &square) {
            if (guard)
                paint(painter, square, *guard);
        }));
}

} // namespace

void paintPriority(QPainter *painter, const QRectF &square, int rank, const Theme &theme)
{
    const MarkFrame frame(painter, square);
    QPen pen = markPen(theme.color(priorityToken(rank)));
    pen.setWidthF(2);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    if (rank <= 1) {
        drawChevron(painter, 2.5, 6);
        drawChevron(painter, 7.5, 11);
    } else if (rank == 2) {
        drawChevron(painter, 5, 8.5);
    } else if (rank == 3) {
        painter->drawLine(QPointF(4, 7), QPointF(10, 7));
    } else {
        drawChevron(painter, 9, 5.5);
    }
}

void paintState(QPainter *painter, const QRectF &square, StateType type, const Theme &theme)
{
    const MarkFrame frame(painter, square);
    const QColor color = theme.color(stateToken(type));
    const QRectF ring(1.8, 1.8, 10.4, 10.4);
    painter->setPen(markPen(color));
    painter->setBrush(type == StateType::Solved ? QBrush(color) : QBrush(Qt::NoBrush));
    painter->drawEllipse(ring);
    switch (type) {
    case StateType::New:
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(QPointF(7, 7), 2, 2);
        break;
    case StateType::Open:
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPie(QRectF(3.6, 3.6, 6.8, 6.8), -90 * 16, 180 * 16);
        break;
    case StateType::PendingReminder:
    case StateType::PendingAuto:
        painter->drawLine(QPointF(5.6, 5), QPointF(5.6, 9));
        painter->drawLine(QPointF(8.4, 5), QPointF(8.4, 9));
        break;
    case StateType::Solved:
        painter->setPen(markPen(theme.color(Token::Surface)));
        drawCheck(painter);
        break;
    case StateType::Closed: drawCheck(painter); break;
    case StateType::Merged: {
        const QPointF arrow[] = {{6.4, 4.8}, {9, 7}, {6.4, 9.2}};
        painter->drawPolyline(arrow, 3);
        painter->drawLine(QPointF(4.6, 7), QPointF(8.6, 7));
        break;
    }
    }
}

Token timeLeftToken(TimeLeft level)
{
    switch (level) {
    case TimeLeft::None:
    case TimeLeft::Plenty:
    case TimeLeft::Met: return Token::TextMuted;
    case TimeLeft::Soon: return Token::TimeSoon;
    case TimeLeft::Critical: return Token::TimeCritical;
    case TimeLeft::Overdue:
    case TimeLeft::Missed: return Token::TimeOverdue;
    case TimeLeft::Paused: return Token::TimePaused;
    }
    return Token::TextMuted;
}

void paintTimeLeft(QPainter *painter, const QRectF &square, TimeLeft level, const Theme &theme)
{
    const MarkFrame frame(painter, square);
    const QColor color = theme.color(timeLeftToken(level));
    painter->setPen(markPen(color));
    painter->setBrush(Qt::NoBrush);
    const QRectF dial(1.8, 1.8, 10.4, 10.4);
    switch (level) {
    case TimeLeft::None: break;
    case TimeLeft::Plenty: {
        painter->drawEllipse(dial);
        const QPointF hands[] = {{7, 4.4}, {7, 7}, {9, 8.2}};
        painter->drawPolyline(hands, 3);
        break;
    }
    case TimeLeft::Soon:
        painter->drawEllipse(dial);
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPie(QRectF(3.4, 3.4, 7.2, 7.2), 90 * 16, -180 * 16);
        break;
    case TimeLeft::Critical: {
        painter->setBrush(color);
        painter->drawEllipse(dial);
        painter->setPen(markPen(theme.color(Token::Surface)));
        const QPointF hands[] = {{7, 4.2}, {7, 7}, {9.2, 8.4}};
        painter->drawPolyline(hands, 3);
        break;
    }
    case TimeLeft::Overdue: {
        painter->setBrush(color);
        const QPointF triangle[] = {{7, 2}, {12.6, 12}, {1.4, 12}};
        painter->drawPolygon(triangle, 3);
        painter->setPen(markPen(theme.color(Token::Surface)));
        painter->drawLine(QPointF(7, 5.6), QPointF(7, 8.2));
        painter->drawPoint(QPointF(7, 10.7));
        break;
    }
    case TimeLeft::Paused:
        painter->drawLine(QPointF(5, 3.5), QPointF(5, 10.5));
        painter->drawLine(QPointF(9, 3.5), QPointF(9, 10.5));
        break;
    case TimeLeft::Met: {
        const QPointF check[] = {{2.8, 7.4}, {5.8, 10.4}, {11.2, 4}};
        painter->drawPolyline(check, 3);
        break;
    }
    case TimeLeft::Missed:
        painter->drawLine(QPointF(3.6, 3.6), QPointF(10.4, 10.4));
        painter->drawLine(QPointF(10.4, 3.6), QPointF(3.6, 10.4));
        break;
    }
}

void paintPerson(QPainter *painter, const QRectF &square, const QString &initials, bool mine, const Theme &theme)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.color(mine ? Token::Accent : Token::Pressed));
    painter->drawEllipse(square);
    QFont font = theme.font(TextStyle::SmallStrong);
    font.setPixelSize(qMax(6, int(square.height() * 0.42)));
    painter->setFont(font);
    painter->setPen(theme.color(mine ? Token::OnAccent : Token::Text));
    painter->drawText(square, Qt::AlignCenter | Qt::TextSingleLine, initials);
    painter->restore();
}

constexpr qreal presenceBadge = 0.58; // of the circle's width

void paintPresenceSign(QPainter *painter, const QRectF &square, PresenceKind kind, const QColor &color)
{
    const qreal unit = square.width() / 12;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(square.topLeft());
    painter->scale(unit, unit);
    painter->setPen(QPen(color, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    if (kind == PresenceKind::Writing) {
        const QPointF pencil[] = {{2, 10}, {2.6, 7.3}, {8.6, 1.6}, {10.4, 3.4}, {4.7, 9.4}, {2, 10}};
        painter->drawPolyline(pencil, int(std::size(pencil)));
        painter->drawLine(QPointF(7.3, 2.9), QPointF(9.1, 4.7));
    } else {
        QPainterPath lids(QPointF(1, 6));
        lids.quadTo(6, 0.6, 11, 6);
        lids.quadTo(6, 11.4, 1, 6);
        painter->drawPath(lids);
        painter->setBrush(color);
        painter->drawEllipse(QPointF(6, 6), 1.5, 1.5);
    }
    painter->restore();
}

void paintPresence(QPainter *painter, const QRectF &square, const QString &initials, PresenceKind kind,
                   const Theme &theme)
{
    const bool writing = kind == PresenceKind::Writing;
    paintPerson(painter, square, initials, false, theme);
    const qreal side = square.width() * presenceBadge;
    const QRectF badge(square.right() - side * 0.6, square.bottom() - side * 0.75, side, side);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.color(Token::Surface), 1.5));
    painter->setBrush(theme.color(writing ? Token::Accent : Token::Raised));
    painter->drawEllipse(badge);
    painter->restore();
    const qreal inset = side * 0.18;
    paintPresenceSign(painter, badge.adjusted(inset, inset, -inset, -inset), kind,
                      theme.color(writing ? Token::OnAccent : Token::Text));
}

QIcon priorityIcon(int rank, const Theme &theme)
{
    return markIcon(theme, [rank](QPainter *painter, const QRectF &square, const Theme &alive) {
        paintPriority(painter, square, rank, alive);
    });
}

QIcon timeLeftIcon(TimeLeft level, const Theme &theme)
{
    return markIcon(theme, [level](QPainter *painter, const QRectF &square, const Theme &alive) {
        paintTimeLeft(painter, square, level, alive);
    });
}

QIcon stateIcon(StateType type, const Theme &theme)
{
    return markIcon(theme, [type](QPainter *painter, const QRectF &square, const Theme &alive) {
        paintState(painter, square, type, alive);
    });
}

QIcon personIcon(const QString &initials, bool mine, const Theme &theme)
{
    return markIcon(theme, [initials, mine](QPainter *painter, const QRectF &square, const Theme &alive) {
        paintPerson(painter, square, initials, mine, alive);
    });
}

} // namespace deskhand::ticket_marks
