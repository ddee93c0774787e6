// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/number_button.h"

#include "widgets/elided_text.h"
#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace deskhand {

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
    painter.setFont(numberFont());
    painter.setPen(m_theme.color(underMouse() && isEnabled() ? Token::Accent : Token::Text));
    const QRect room = rect().adjusted(metrics::tight, 0, -metrics::tight, 0);
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
