// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/field_button.h"

#include "widgets/elided_text.h"
#include "widgets/plain_label.h"
#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace deskhand {

namespace {
constexpr int signEdge = 14;
constexpr int chevronRoom = 14;
constexpr int widestField = 220;
} // namespace

FieldButton::FieldButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setAttribute(Qt::WA_Hover, true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FieldButton::setValue(const QString &field, const QString &value, const QIcon &sign, bool muted)
{
    m_muted = muted;
    setIcon(sign);
    setText(value);
    setAccessibleName(field + QStringLiteral(": ") + value);
    setToolTip(plainToolTip(field + QStringLiteral(": ") + value));
    updateGeometry();
    update();
}

void FieldButton::setCompact()
{
    m_compact = true;
    updateGeometry();
}

QSize FieldButton::sizeHint() const
{
    const QFontMetrics fontMetrics(m_theme.font(m_compact ? TextStyle::Small : TextStyle::Body));
    int width = fontMetrics.horizontalAdvance(text().simplified()) + 2 * (m_compact ? metrics::tight : metrics::small)
                + chevronRoom + 2;
    if (!icon().isNull())
        width += signEdge + metrics::tight + 2;
    return {std::min(width, widestField), fontMetrics.height() + (m_compact ? metrics::tight : metrics::small + 2)};
}

QSize FieldButton::minimumSizeHint() const
{
    return {std::min(72, sizeHint().width()), sizeHint().height()};
}

void FieldButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (isDown())
        style::plate(&painter, rect(), m_theme.color(Token::Pressed), QColor());
    else if (underMouse() && isEnabled())
        style::plate(&painter, rect(), m_theme.color(Token::Hover), QColor());
    if (hasFocus())
        style::focusRing(&painter, rect(), m_theme);
    const int side = m_compact ? metrics::tight : metrics::small;
    QRect room = rect().adjusted(side, 0, -side, 0);
    if (!icon().isNull()) {
        icon().paint(&painter, QRect(room.left(), (height() - signEdge) / 2, signEdge, signEdge), Qt::AlignCenter,
                     isEnabled() ? QIcon::Normal : QIcon::Disabled);
        room.setLeft(room.left() + signEdge + metrics::tight + 2);
    }
    style::chevron(&painter, QRect(room.right() - 9, 0, 10, height()), style::Direction::Down,
                   m_theme.color(isEnabled() ? Token::TextMuted : Token::TextDisabled));
    room.setRight(room.right() - chevronRoom);
    painter.setFont(m_theme.font(m_compact ? TextStyle::Small : TextStyle::Body));
    painter.setPen(m_theme.color(!isEnabled() ? Token::TextDisabled : m_muted ? Token::TextMuted : Token::Text));
    painter.drawText(room, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                     elidedText(painter.fontMetrics(), text().simplified(), Qt::ElideRight, room.width()));
}

} // namespace deskhand
