// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/raised_plate.h"

#include "widgets/theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace deskhand {

namespace {
constexpr float shadePerRing = 0.018F;
}

void paintRaisedPlate(QWidget *widget, const Theme &theme)
{
    QPainter painter(widget);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plate =
        QRectF(widget->rect()).adjusted(raisedPlateMargin, raisedPlateMargin, -raisedPlateMargin, -raisedPlateMargin);
    QColor shade = theme.color(Token::Shadow);
    shade.setAlphaF(shadePerRing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    for (int ring = raisedPlateMargin; ring > 0; --ring)
        painter.drawRoundedRect(plate.adjusted(-ring, -ring + 1, ring, ring), metrics::radius + ring,
                                metrics::radius + ring);
    painter.setPen(theme.color(Token::Border));
    painter.setBrush(theme.color(Token::Raised));
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

} // namespace deskhand
