// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/number_button.h"

#include "widgets/elided_text.h"
#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace deskhand {
namespace {

constexpr double smallestNumberScale = 0.55; ///< of its size

}

NumberButton::NumberButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover, true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void NumberButton::setScale(int percent)
{
    m_scale = percent;
    updateGeometry();
    update();
}

QFont NumberButton::numberFont() const
{
    QFont font = m_theme.font(TextStyle::Title);
    if (font.pixelSize() > 0)
        font.setPixelSize(font.pixelSize() * m_scale / 100);
    else
        font.setPointSizeF(font.pointSizeF() * m_scale / 100);
    return font;
}

QSize NumberButton::sizeHint() const
{
    // A rounded width may be a part of a pixel too narrow, and the number would lose its last figure.
    const QFontMetricsF fontMetrics(numberFont());
    return {int(std::ceil(fontMetrics.horizontalAdvance(text()))) + 1 + 2 * metrics::tight,
            int(std::ceil(fontMetrics.height())) + 2};
}

QSize NumberButton::minimumSizeHint() const
{
    return sizeHint();
}

void NumberButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect room = rect().adjusted(metrics::tight, 0, -metrics::tight, 0);
    QFont font = numberFont();
    // A long number is smaller before it is cut.
    const double fits = room.width() / std::max(1.0, QFontMetricsF(font).horizontalAdvance(text()) + 1);
    if (fits < 1 && font.pixelSize() > 0)
        font.setPixelSize(int(font.pixelSize() * std::max(smallestNumberScale, fits)));
    else if (fits < 1)
        font.setPointSizeF(font.pointSizeF() * std::max(smallestNumberScale, fits));
    painter.setFont(font);
    painter.setPen(m_theme.color(underMouse() && isEnabled() ? Token::Accent : Token::Text));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     elidedText(painter.fontMetrics(), text(), Qt::ElideRight, room.width()));
    if (hasFocus())
        style::focusRing(&painter, rect(), m_theme);
}

void NumberButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace deskhand
