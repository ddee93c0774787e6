// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chips/section_button.h"

#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace deskhand {

SectionButton::SectionButton(const Theme &theme, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setAttribute(Qt::WA_Hover, true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SectionButton::setCount(int count)
{
    m_count = count;
    update();
}

QSize SectionButton::sizeHint() const
{
    return {120, QFontMetrics(m_theme.font(TextStyle::SmallStrong)).height() + 2 * metrics::small};
}

void SectionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Token::Accent), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(4, 2, -4, -2), metrics::radius, metrics::radius);
    }
    painter.setFont(m_theme.font(TextStyle::SmallStrong));
    painter.setPen(m_theme.color(underMouse() ? Token::Text : Token::TextMuted));
    const QRect room = rect().adjusted(metrics::large, 0, -metrics::large, 0);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_count >= 0) {
        const int x = room.left() + painter.fontMetrics().horizontalAdvance(text()) + metrics::small;
        painter.setFont(m_theme.font(TextStyle::Small));
        painter.drawText(QRect(x, 0, 60, height()), Qt::AlignVCenter | Qt::AlignLeft, locale().toString(m_count));
    }
    style::chevron(&painter, QRect(room.right() - 12, 0, 16, height()),
                   isChecked() ? style::Direction::Down : style::Direction::Right, m_theme.color(Token::TextMuted));
}

} // namespace deskhand
