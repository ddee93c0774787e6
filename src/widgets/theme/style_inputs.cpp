// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/style_parts.h"

#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QFrame>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QTimer>
#include <QWidget>

namespace deskhand::style {

void inputFrame(QPainter *painter, const QStyleOption *option, const QRect &rect, const Theme &theme)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = enabled && (option->state & QStyle::State_HasFocus);
    plate(painter, rect, theme.color(enabled ? Token::Surface : Token::Window),
          theme.color(focus ? Token::Accent : (enabled ? Token::Border : Token::Hairline)));
    if (focus)
        focusRing(painter, rect, theme);
}

void comboBox(QPainter *painter, const QStyleOptionComboBox *option, const QRect &arrow, const Theme &theme)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    if (option->frame && option->editable) {
        inputFrame(painter, option, option->rect, theme);
    } else {
        const bool hover = enabled && (option->state & QStyle::State_MouseOver);
        const bool open = option->state & QStyle::State_On;
        QColor fill = option->frame ? theme.color(enabled ? Token::Surface : Token::Window) : QColor();
        if (hover || open)
            fill = theme.color(open ? Token::Pressed : Token::Hover);
        const QColor outline = option->frame ? theme.color(enabled ? Token::Border : Token::Hairline) : QColor();
        if (fill.isValid() || outline.isValid())
            plate(painter, option->rect, fill, outline);
        if ((option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange))
            focusRing(painter, option->rect, theme);
    }
    chevron(painter, arrow, Direction::Down, theme.color(enabled ? Token::TextMuted : Token::TextDisabled));
}

void spinBox(QPainter *painter, const QStyleOptionSpinBox *option, const QRect &up, const QRect &down,
             const Theme &theme)
{
    if (option->frame)
        inputFrame(painter, option, option->rect, theme);
    if (option->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](const QRect &rect, QAbstractSpinBox::StepEnabledFlag flag, QStyle::SubControl part,
                           Direction direction) {
        const bool enabled = (option->stepEnabled & flag) && (option->state & QStyle::State_Enabled);
        const bool hot = enabled && option->activeSubControls == part && (option->state & QStyle::State_MouseOver);
        chevron(painter, rect, direction,
                theme.color(enabled ? (hot ? Token::Accent : Token::TextMuted) : Token::TextDisabled));
    };
    arrow(up, QAbstractSpinBox::StepUpEnabled, QStyle::SC_SpinBoxUp, Direction::Up);
    arrow(down, QAbstractSpinBox::StepDownEnabled, QStyle::SC_SpinBoxDown, Direction::Down);
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle, const Theme &theme)
{
    if (option->minimum >= option->maximum)
        return;
    const bool hot = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    QColor color = theme.color(Token::TextMuted);
    if (theme.scheme() != Theme::Scheme::HighContrast)
        color.setAlphaF(hot ? 0.75F : 0.4F);
    const int margin = hot ? 2 : 3;
    const bool horizontal = option->orientation == Qt::Horizontal;
    const QRect bar = horizontal ? handle.adjusted(2, margin, -2, -margin) : handle.adjusted(margin, 2, -margin, -2);
    plate(painter, bar, color, QColor(), qMin(bar.width(), bar.height()) / 2.0);
}

void slider(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle, const Theme &theme)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const QPoint center = handle.center();
    QRect groove = option->rect;
    QRect filled;
    if (option->orientation == Qt::Horizontal) {
        groove.setTop(center.y() - 1);
        groove.setHeight(4);
        filled = groove;
        if (option->upsideDown)
            filled.setLeft(center.x());
        else
            filled.setRight(center.x());
    } else {
        groove.setLeft(center.x() - 1);
        groove.setWidth(4);
        filled = groove;
        filled.setTop(center.y());
    }
    plate(painter, groove, theme.color(Token::Border), QColor(), 2);
    plate(painter, filled, theme.color(enabled ? Token::Accent : Token::TextDisabled), QColor(), 2);
    QRect knob(0, 0, 16, 16);
    knob.moveCenter(center);
    plate(painter, knob, theme.color(Token::Surface), theme.color(enabled ? Token::Accent : Token::Border), 8);
    if ((option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange))
        focusRing(painter, knob, theme, 8);
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar *option, const QWidget *widget, const Theme &theme)
{
    QRect groove = option->rect;
    const int thickness = qMin(groove.height(), 6);
    groove.setTop(groove.center().y() - thickness / 2 + 1);
    groove.setHeight(thickness);
    const qreal radius = thickness / 2.0;
    plate(painter, groove, theme.color(Token::Pressed), QColor(), radius);
    QRect done = groove;
    if (option->minimum == 0 && option->maximum == 0) {
        // Not known how much: a third of the bar runs through in two seconds.
        const int width = groove.width() / 3;
        const qint64 phase = QDateTime::currentMSecsSinceEpoch() % 2000;
        done.setWidth(width);
        done.moveLeft(groove.left() - width + int((groove.width() + width) * phase / 2000));
        done = done.intersected(groove);
        if (auto *bar = const_cast<QWidget *>(widget); bar && bar->isVisible())
            QTimer::singleShot(40, bar, qOverload<>(&QWidget::update));
    } else {
        const qint64 range = qMax<qint64>(1, qint64(option->maximum) - option->minimum);
        done.setWidth(int(groove.width() * (qint64(option->progress) - option->minimum) / range));
    }
    if (done.width() <= 0)
        return;
    painter->save();
    QPainterPath clip;
    clip.addRoundedRect(groove, radius, radius);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipPath(clip);
    plate(painter, done, theme.color(Token::Accent), QColor(), radius);
    painter->restore();
}

void tab(QPainter *painter, const QStyleOptionTab *option, const Theme &theme)
{
    const bool selected = option->state & QStyle::State_Selected;
    const bool hover = option->state & QStyle::State_MouseOver;
    if (hover && !selected)
        plate(painter, option->rect.adjusted(2, 3, -2, -5), theme.color(Token::Hover), QColor());
    if (selected) {
        const QRect line(option->rect.left() + metrics::small, option->rect.bottom() - 1,
                         option->rect.width() - 2 * metrics::small, 2);
        painter->fillRect(line, theme.color(Token::Accent));
    }
    if ((option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange))
        focusRing(painter, option->rect.adjusted(2, 3, -2, -5), theme);
}

void headerSection(QPainter *painter, const QStyleOption *option, const Theme &theme)
{
    const bool hover = (option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled);
    painter->fillRect(option->rect, theme.color(hover ? Token::Hover : Token::Surface));
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                      theme.color(Token::Hairline));
}

bool separator(QPainter *painter, const QStyleOption *option, const Theme &theme)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (!frame || (frame->frameShape != QFrame::HLine && frame->frameShape != QFrame::VLine))
        return false;
    const QRect r = frame->rect;
    const QRect line = frame->frameShape == QFrame::HLine ? QRect(r.left(), r.center().y(), r.width(), 1)
                                                          : QRect(r.center().x(), r.top(), 1, r.height());
    painter->fillRect(line, theme.color(Token::Hairline));
    return true;
}

void menuHighlight(QPainter *painter, const QRect &rect, const Theme &theme)
{
    plate(painter, rect, theme.color(Token::Selection), QColor(), metrics::radius - 2);
}

} // namespace deskhand::style
