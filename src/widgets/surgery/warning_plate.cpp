// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surgery/warning_plate.h"

#include <QPainter>

namespace deskhand {

WarningPlate::WarningPlate(const Theme &theme, QWidget *parent)
    : PlainLabel(parent)
    , m_theme(theme)
{
    setStyleOf(theme, TextStyle::Body);
    setWordWrap(true);
    setContentsMargins(metrics::medium, metrics::small, metrics::medium, metrics::small);
}

void WarningPlate::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::WarningTint));
    painter.drawRoundedRect(QRectF(rect()), metrics::radius, metrics::radius);
    painter.fillRect(QRect(0, metrics::radius, 3, height() - 2 * metrics::radius), m_theme.color(Token::Warning));
    painter.end();
    PlainLabel::paintEvent(event);
}

} // namespace deskhand
