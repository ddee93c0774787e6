// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chips/chip_button.h"

#include "widgets/elided_text.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace deskhand {

namespace {
constexpr int chipEdge = 24;
constexpr int crossEdge = 16;
constexpr int widestChip = 280;
} // namespace

ChipButton::ChipButton(const Theme &theme, const QString &text, const QString &icon, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setObjectName(QStringLiteral("chipButton"));
    setAttribute(Qt::WA_Hover, true);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setFont(theme.font(TextStyle::Small));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ChipButton::setRemovable(bool removable)
{
    m_removable = removable;
    updateGeometry();
    update();
}

void ChipButton::setWarning(bool warning)
{
    m_warning = warning;
    update();
}

QSize ChipButton::sizeHint() const
{
    const int text = QFontMetrics(m_theme.font(TextStyle::Small)).horizontalAdvance(this->text().simplified());
    int width = text + 2 * metrics::small + 2;
    if (!m_icon.isEmpty())
        width += crossEdge + metrics::tight;
    if (m_removable)
        width += crossEdge;
    return {std::min(width, widestChip), chipEdge};
}

QSize ChipButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 60), chipEdge};
}

QRect ChipButton::crossRect() const
{
    if (!m_removable)
        return {};
    const int left = layoutDirection() == Qt::RightToLeft ? metrics::tight : width() - crossEdge - metrics::tight;
    return {left, (height() - crossEdge) / 2, crossEdge, crossEdge};
}

void ChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(hasFocus() ? Token::Accent : m_warning ? Token::Danger : Token::Border), 1));
    painter.setBrush(m_theme.color(m_warning ? Token::DangerTint : underMouse() ? Token::Pressed : Token::Hover));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    QRect room = rect().adjusted(metrics::small, 0, -metrics::small, 0);
    if (!m_icon.isEmpty()) {
        m_theme.icon(m_icon).paint(&painter, QRect(room.left() - 2, (height() - crossEdge) / 2, crossEdge, crossEdge));
        room.setLeft(room.left() + crossEdge + metrics::tight - 2);
    }
    if (m_removable)
        room.setRight(crossRect().left() - 2);
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.color(m_warning ? Token::Danger : Token::Text));
    painter.drawText(room, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                     elidedText(painter.fontMetrics(), text().simplified(), Qt::ElideMiddle, room.width()));
    if (m_removable) {
        const QRectF cross = QRectF(crossRect()).adjusted(4.5, 4.5, -4.5, -4.5);
        painter.setPen(
            QPen(m_theme.color(m_overCross ? Token::Text : Token::TextMuted), 1.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(cross.topLeft(), cross.bottomRight());
        painter.drawLine(cross.topRight(), cross.bottomLeft());
    }
}

void ChipButton::mouseMoveEvent(QMouseEvent *event)
{
    m_overCross = crossRect().contains(event->position().toPoint());
    update();
    QAbstractButton::mouseMoveEvent(event);
}

void ChipButton::leaveEvent(QEvent *event)
{
    m_overCross = false;
    QAbstractButton::leaveEvent(event);
}

void ChipButton::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && crossRect().contains(event->position().toPoint()) && isDown()) {
        setDown(false);
        Q_EMIT removeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void ChipButton::keyPressEvent(QKeyEvent *event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT removeRequested();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace deskhand
