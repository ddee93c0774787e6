// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QRect>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyle;
class QWidget;

namespace deskhand {

class Theme;

/// The pictures that AppStyle puts together. Each draws into option->rect and leaves the painter as it was.
namespace style {

enum class Direction { Up, Down, Left, Right };

/// A rounded plate with an outline that lies on whole pixels; an invalid colour is not drawn.
void plate(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &outline,
           qreal radius = metrics::radius);
void focusRing(QPainter *painter, const QRect &rect, const Theme &theme, qreal radius = metrics::radius);
void chevron(QPainter *painter, const QRect &rect, Direction direction, const QColor &color);

void pushButton(QPainter *painter, const QStyleOptionButton *option, const QWidget *widget, const Theme &theme);
/// Colour of a push button's text by what it is.
[[nodiscard]] Token pushButtonText(const QStyleOptionButton *option, const QWidget *widget);
void toolButton(QPainter *painter, const QStyleOption *option, const Theme &theme);
void checkBox(QPainter *painter, const QStyleOption *option, const Theme &theme);
void radioButton(QPainter *painter, const QStyleOption *option, const Theme &theme);
void inputFrame(QPainter *painter, const QStyleOption *option, const QRect &rect, const Theme &theme);
void comboBox(QPainter *painter, const QStyleOptionComboBox *option, const QRect &arrow, const Theme &theme);
void spinBox(QPainter *painter, const QStyleOptionSpinBox *option, const QRect &up, const QRect &down,
             const Theme &theme);
void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle, const Theme &theme);
void slider(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle, const Theme &theme);
void progressBar(QPainter *painter, const QStyleOptionProgressBar *option, const QWidget *widget, const Theme &theme);
void tab(QPainter *painter, const QStyleOptionTab *option, const Theme &theme);
void headerSection(QPainter *painter, const QStyleOption *option, const Theme &theme);
/// A hairline for a QFrame that is a line; false: it is none.
bool separator(QPainter *painter, const QStyleOption *option, const Theme &theme);
void menuHighlight(QPainter *painter, const QRect &rect, const Theme &theme);

} // namespace style

} // namespace deskhand
