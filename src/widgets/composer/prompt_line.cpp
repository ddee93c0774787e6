// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/prompt_line.h"

#include "widgets/elided_text.h"
#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace deskhand {

PromptLine::PromptLine(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover, true);
    setCursor(Qt::IBeamCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PromptLine::sizeHint() const
{
    return {200, m_theme.controlHeight()};
}

void PromptLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    style::plate(&painter, rect(), m_theme.color(underMouse() && isEnabled() ? Token::Hover : Token::Surface),
                 m_theme.color(Token::Border));
    if (hasFocus())
        style::focusRing(&painter, rect(), m_theme);
    QRect room = rect().adjusted(metrics::small + 2, 0, -metrics::small, 0);
    icon().paint(&painter, QRect(room.left(), (height() - metrics::icon) / 2, metrics::icon, metrics::icon));
    room.setLeft(room.left() + metrics::icon + metrics::small);
    painter.setFont(m_theme.font());
    painter.setPen(m_theme.color(isEnabled() ? Token::TextMuted : Token::TextDisabled));
    painter.drawText(room, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                     elidedText(painter.fontMetrics(), text().simplified(), Qt::ElideRight, room.width()));
}

} // namespace deskhand
