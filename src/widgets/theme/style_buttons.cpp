// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/style_parts.h"

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QWidget>

namespace deskhand::style {

namespace {

enum class ButtonKind { Plain, Primary, Danger, Note, Flat };

ButtonKind kindOf(const QStyleOptionButton *option, const QWidget *widget)
{
    if (widget && widget->property("danger").toBool())
        return ButtonKind::Danger;
    if (widget && widget->property("note").toBool())
        return ButtonKind::Note;
    if ((option->features & QStyleOptionButton::DefaultButton) || (widget && widget->property("primary").toBool()))
        return ButtonKind::Primary;
    return option->features & QStyleOptionButton::Flat ? ButtonKind::Flat : ButtonKind::Plain;
}

struct PlateColors {
    QColor fill;
    QColor outline;
};

PlateColors colorsOf(ButtonKind kind, bool hover, bool down, const Theme &theme)
{
    switch (kind) {
    case ButtonKind::Primary: {
        const QColor fill = theme.color(hover || down ? Token::AccentStrong : Token::Accent);
        return {fill, down ? theme.color(Token::Accent) : fill};
    }
    case ButtonKind::Danger:
        return {theme.color(hover || down ? Token::DangerTint : Token::Surface), theme.color(Token::Danger)};
    case ButtonKind::Note:
        return {theme.color(Token::NoteTint), theme.color(hover || down ? Token::NoteText : Token::NoteFrame)};
    case ButtonKind::Flat:
        return {down ? theme.color(Token::Pressed) : (hover ? theme.color(Token::Hover) : QColor()), QColor()};
    case ButtonKind::Plain: break;
    }
    return {theme.color(down ? Token::Pressed : (hover ? Token::Hover : Token::Surface)), theme.color(Token::Border)};
}

} // namespace

void plate(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &outline, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(outline.isValid() ? QPen(outline, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    QRectF shape(rect);
    if (outline.isValid())
        shape.adjust(0.5, 0.5, -0.5, -0.5);
    painter->drawRoundedRect(shape, radius, radius);
    painter->restore();
}

void focusRing(QPainter *painter, const QRect &rect, const Theme &theme, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.color(Token::Accent), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

void chevron(QPainter *painter, const QRect &rect, Direction direction, const QColor &color)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(QRectF(rect).center());
    switch (direction) {
    case Direction::Down: break;
    case Direction::Up: painter->rotate(180); break;
    case Direction::Left: painter->rotate(90); break;
    case Direction::Right: painter->rotate(-90); break;
    }
    QPen pen(color, 1.4);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter->setPen(pen);
    painter->drawPolyline(QPolygonF({{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}}));
    painter->restore();
}

void pushButton(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget, const Theme &theme)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const ButtonKind kind = kindOf(option, widget);
    if (enabled) {
        const PlateColors colors = colorsOf(kind, hover, down, theme);
        if (colors.fill.isValid() || colors.outline.isValid())
            plate(painter, option->rect, colors.fill, colors.outline);
    } else if (kind != ButtonKind::Flat) {
        plate(painter, option->rect, theme.color(Token::Window), theme.color(Token::Hairline));
    }
    if ((option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange)) {
        if (kind == ButtonKind::Primary) // on its own colour a ring is seen only apart from the edge
            plate(painter, option->rect.adjusted(2, 2, -2, -2), QColor(), theme.color(Token::OnAccent),
                  metrics::radius - 2);
        else
            focusRing(painter, option->rect, theme);
    }
}

Token pushButtonText(const QStyleOptionButton *option, const QWidget *widget)
{
    if (!(option->state & QStyle::State_Enabled))
        return Token::TextDisabled;
    switch (kindOf(option, widget)) {
    case ButtonKind::Primary: return Token::OnAccent;
    case ButtonKind::Danger: return Token::Danger;
    case ButtonKind::Note: return Token::NoteText;
    case ButtonKind::Flat: return Token::Accent;
    case ButtonKind::Plain: break;
    }
    return Token::Text;
}

void toolButton(QPainter *painter, const QStyleOption *option, const Theme &theme)
{
    const bool raised = option->state & QStyle::State_AutoRaise;
    const bool hover = (option->state & QStyle::State_Enabled) && (option->state & QStyle::State_MouseOver);
    const bool down = option->state & QStyle::State_Sunken;
    const bool on = option->state & QStyle::State_On;
    QColor fill = raised ? QColor() : theme.color(Token::Surface);
    if (down)
        fill = theme.color(Token::Pressed);
    else if (on)
        fill = theme.color(Token::Selection);
    else if (hover)
        fill = theme.color(Token::Hover);
    const QColor outline = raised ? QColor() : theme.color(Token::Border);
    if (fill.isValid() || outline.isValid())
        plate(painter, option->rect, fill, outline);
    if ((option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange))
        focusRing(painter, option->rect, theme);
}

void checkBox(QPainter *painter, const QStyleOption *option, const Theme &theme)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    QRect box(0, 0, 16, 16);
    box.moveCenter(option->rect.center());
    const QColor accent = theme.color(enabled ? Token::Accent : Token::TextDisabled);
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    if (!on && !partly) {
        plate(painter, box, theme.color(hover ? Token::Hover : Token::Surface),
              theme.color(enabled ? Token::TextMuted : Token::Border), 4);
        return;
    }
    plate(painter, box, accent, accent, 4);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(theme.color(Token::OnAccent), 1.8);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter->setPen(pen);
    painter->translate(box.topLeft());
    if (on)
        painter->drawPolyline(QPolygonF({{4, 8.2}, {7, 11.2}, {12, 5.2}}));
    else
        painter->drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
    painter->restore();
}

void radioButton(QPainter *painter, const QStyleOption *option, const Theme &theme)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    QRect box(0, 0, 16, 16);
    box.moveCenter(option->rect.center());
    const QColor accent = theme.color(enabled ? Token::Accent : Token::TextDisabled);
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    plate(painter, box, theme.color(hover ? Token::Hover : Token::Surface),
          on ? accent : theme.color(enabled ? Token::TextMuted : Token::Border), 8);
    if (on)
        plate(painter, box.adjusted(4, 4, -4, -4), accent, QColor(), 4);
}

} // namespace deskhand::style
