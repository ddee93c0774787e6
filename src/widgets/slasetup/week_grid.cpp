// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/slasetup/week_grid.h"

#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace deskhand {

namespace {

constexpr int headerRoom = 20;
constexpr int labelGap = 8;
constexpr int fullDay = 1440;

} // namespace

WeekGrid::WeekGrid(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("weekGrid"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Working time of a week"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    tell();
}

void WeekGrid::setWeek(const WorkingWeek &week)
{
    m_week = week;
    update();
    tell();
}

int WeekGrid::rowHeight() const
{
    return m_theme.controlHeight() + metrics::step;
}

int WeekGrid::headerHeight() const
{
    return qMax(headerRoom, QFontMetrics(m_theme.font(TextStyle::Small)).height() + metrics::step);
}

QSize WeekGrid::sizeHint() const
{
    return {480, headerHeight() + 7 * rowHeight()};
}

QSize WeekGrid::minimumSizeHint() const
{
    return {280, headerHeight() + 7 * rowHeight()};
}

int WeekGrid::xOf(int minute) const
{
    const QFontMetrics letters(m_theme.font(TextStyle::Body));
    int labels = 0;
    for (int day = 1; day <= 7; ++day)
        labels = qMax(labels, letters.horizontalAdvance(locale().dayName(day, QLocale::ShortFormat)));
    const int left = labels + labelGap;
    const int right = width() - QFontMetrics(m_theme.font(TextStyle::Small)).horizontalAdvance(u'0') - 2;
    return left + int(qint64(right - left) * minute / fullDay);
}

QRect WeekGrid::rowRect(int day) const
{
    const int top = headerHeight() + day * rowHeight();
    return {xOf(0), top + 2, xOf(fullDay) - xOf(0), rowHeight() - 4};
}

QRect WeekGrid::slotRect(int day, int slot) const
{
    const QRect row = rowRect(day);
    const int from = xOf(slot * slotMinutes);
    return {from, row.top(), xOf((slot + 1) * slotMinutes) - from, row.height()};
}

int WeekGrid::slotAt(int x) const
{
    const int span = qMax(1, xOf(fullDay) - xOf(0));
    return qBound(0, (x - xOf(0)) * slotCount / span, slotCount - 1);
}

int WeekGrid::dayAt(int y) const
{
    return qBound(0, (y - headerHeight()) / rowHeight(), 6);
}

void WeekGrid::paintHeader(QPainter *painter) const
{
    painter->setFont(m_theme.font(TextStyle::Small));
    painter->setPen(m_theme.color(Token::TextMuted));
    const int room = xOf(180) - xOf(0);
    const int step = painter->fontMetrics().horizontalAdvance(QStringLiteral("00  ")) < room ? 3 : 6;
    for (int hour = 0; hour <= 24; hour += step) {
        const QRect text(xOf(hour * 60) - room / 2, 0, room, headerHeight());
        painter->drawText(text, Qt::AlignCenter, QString::number(hour));
    }
}

void WeekGrid::paintDay(QPainter *painter, int day) const
{
    const QRect row = rowRect(day);
    painter->setPen(m_theme.color(day < 5 ? Token::Text : Token::TextMuted));
    painter->setFont(m_theme.font(TextStyle::Body));
    painter->drawText(QRect(0, row.top(), row.left() - labelGap, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
                      locale().dayName(day + 1, QLocale::ShortFormat));
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(Token::Hover));
    painter->drawRoundedRect(row, 3, 3);
    for (int hour = 3; hour < 24; hour += 3) {
        const int x = xOf(hour * 60);
        painter->fillRect(QRect(x, row.top(), 1, row.height()), m_theme.color(Token::Hairline));
    }
    const auto bar = [&](int from, int to, bool fromYesterday) {
        const QRect part(xOf(from), row.top(), xOf(to) - xOf(from), row.height());
        QColor fill = m_theme.color(Token::Accent);
        painter->setBrush(fill);
        painter->drawRoundedRect(part, 3, 3);
        if (!fromYesterday)
            return;
        // A night shift is that of the evening before: hatched, so that it can be told.
        fill = m_theme.color(Token::OnAccent);
        fill.setAlpha(90);
        painter->setBrush(QBrush(fill, Qt::BDiagPattern));
        painter->drawRoundedRect(part, 3, 3);
    };
    for (const WorkingFrame &frame : m_week[std::size_t(day)])
        bar(frame.start, qMin(frame.end, fullDay), false);
    for (const WorkingFrame &frame : m_week[std::size_t((day + 6) % 7)]) {
        if (frame.end > fullDay)
            bar(0, frame.end - fullDay, true);
    }
}

void WeekGrid::paintStroke(QPainter *painter) const
{
    const bool marked = m_anchorDay != m_day || m_anchorSlot != m_slot;
    if (!hasFocus() && !m_stroke)
        return;
    const QRect from = slotRect(m_anchorDay, m_anchorSlot);
    const QRect to = slotRect(m_day, m_slot);
    painter->setBrush(Qt::NoBrush);
    if (marked || m_stroke) {
        QColor tint = m_theme.color(m_stroke && !m_paints ? Token::Danger : Token::Accent);
        painter->setPen(QPen(tint, 1, Qt::DashLine));
        tint.setAlpha(50);
        painter->setBrush(tint);
        painter->drawRect(from.united(to).adjusted(0, 0, -1, -1));
        painter->setBrush(Qt::NoBrush);
    }
    painter->setPen(QPen(m_theme.color(Token::Text), 2));
    painter->drawRect(to.adjusted(-1, -1, 0, 0));
}

void WeekGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeader(&painter);
    for (int day = 0; day < 7; ++day)
        paintDay(&painter, day);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintStroke(&painter);
}

void WeekGrid::moveCursor(int day, int slot, bool marking)
{
    m_day = qBound(0, day, 6);
    m_slot = qBound(0, slot, slotCount - 1);
    if (!marking) {
        m_anchorDay = m_day;
        m_anchorSlot = m_slot;
    }
    update();
    tell();
}

void WeekGrid::applyStroke()
{
    const int from = qMin(m_anchorSlot, m_slot) * slotMinutes;
    const int to = (qMax(m_anchorSlot, m_slot) + 1) * slotMinutes;
    for (int day = qMin(m_anchorDay, m_day); day <= qMax(m_anchorDay, m_day); ++day)
        Q_EMIT painted(day, from, to, m_paints);
}

void WeekGrid::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    if (event->button() != Qt::LeftButton || at.y() < headerHeight() || at.x() < xOf(0) - labelGap)
        return QWidget::mousePressEvent(event);
    const bool extends = event->modifiers() & Qt::ShiftModifier;
    moveCursor(dayAt(at.y()), slotAt(at.x()), extends);
    m_stroke = true;
    m_paints = !isWorking(m_week, m_anchorDay, m_anchorSlot * slotMinutes);
}

void WeekGrid::mouseMoveEvent(QMouseEvent *event)
{
    if (m_stroke)
        moveCursor(dayAt(int(event->position().y())), slotAt(int(event->position().x())), true);
}

void WeekGrid::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_stroke || event->button() != Qt::LeftButton)
        return;
    m_stroke = false;
    applyStroke();
    moveCursor(m_day, m_slot, false);
}

void WeekGrid::keyPressEvent(QKeyEvent *event)
{
    const bool marking = event->modifiers() & Qt::ShiftModifier;
    const int step = event->modifiers() & Qt::ControlModifier ? 60 / slotMinutes : 1;
    switch (event->key()) {
    case Qt::Key_Left: return moveCursor(m_day, m_slot - step, marking);
    case Qt::Key_Right: return moveCursor(m_day, m_slot + step, marking);
    case Qt::Key_Up: return moveCursor(m_day - 1, m_slot, marking);
    case Qt::Key_Down: return moveCursor(m_day + 1, m_slot, marking);
    case Qt::Key_Home: return moveCursor(m_day, 0, marking);
    case Qt::Key_End: return moveCursor(m_day, slotCount - 1, marking);
    case Qt::Key_Space:
        m_paints = !isWorking(m_week, m_anchorDay, m_anchorSlot * slotMinutes);
        applyStroke();
        return moveCursor(m_day, m_slot, false);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_paints = false;
        applyStroke();
        return moveCursor(m_day, m_slot, false);
    default: QWidget::keyPressEvent(event);
    }
}

void WeekGrid::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    tell();
}

void WeekGrid::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void WeekGrid::tell()
{
    const QString where = tr("%1, %2", "day, time").arg(locale().dayName(m_day + 1), minuteText(m_slot * slotMinutes));
    const QString what = isWorking(m_week, m_day, m_slot * slotMinutes) ? tr("working time") : tr("closed");
    const QString marked =
        m_anchorDay != m_day || m_anchorSlot != m_slot
            ? tr(", marked from %1 %2").arg(locale().dayName(m_anchorDay + 1), minuteText(m_anchorSlot * slotMinutes))
            : QString();
    setAccessibleDescription(where + QStringLiteral(": ") + what + marked);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace deskhand
