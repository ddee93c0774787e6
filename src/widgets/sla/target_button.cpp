// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sla/target_button.h"

#include "widgets/elided_text.h"
#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket_marks.h"

#include <QEnterEvent>
#include <QPainter>

namespace deskhand {

namespace {

constexpr int targetMark = 14;
constexpr int lineBarWidth = 36;
constexpr int barHeight = 4;
constexpr int innerGap = 6;
constexpr int roundingRoom = 3; ///< letters are a little wider on some screens than they are measured

} // namespace

TargetButton::TargetButton(const Theme &theme, Shape shape, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_shape(shape)
{
    setAttribute(Qt::WA_Hover, true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(shape == Shape::Card ? QSizePolicy::Expanding : QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAccessibleDescription(tr("Shows what was counted and why"));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void TargetButton::setBlock(const SlaBlock &block)
{
    if (block == m_block)
        return;
    m_block = block;
    setObjectName(QStringLiteral("target%1TargetButton").arg(int(block.target)));
    setText(block.title + u' ' + block.brief);
    setAccessibleName(block.spoken());
    updateGeometry();
    update();
}

int TargetButton::side() const
{
    return m_shape == Shape::Card ? metrics::tight : metrics::small;
}

bool TargetButton::showsProgress() const
{
    return m_block.level != TimeLeft::None && (!m_block.ended || m_shape == Shape::Card);
}

QFont TargetButton::briefFont() const
{
    const bool pressing = m_block.level == TimeLeft::Overdue || m_block.level == TimeLeft::Critical;
    return m_theme.font(pressing ? TextStyle::SmallStrong : TextStyle::Small);
}

QSize TargetButton::sizeHint() const
{
    const QFontMetrics title(m_theme.font(TextStyle::Small));
    const QFontMetrics brief(briefFont());
    const int width = 2 * side() + targetMark + innerGap + title.horizontalAdvance(m_block.title) + innerGap
                      + brief.horizontalAdvance(m_block.brief) + roundingRoom;
    if (m_shape == Shape::Line)
        return {width + (showsProgress() ? lineBarWidth + innerGap : 0), title.height() + metrics::small};
    return {width, title.height() + metrics::small + (showsProgress() ? barHeight + innerGap : 0)};
}

QSize TargetButton::minimumSizeHint() const
{
    return {qMin(96, sizeHint().width()), sizeHint().height()};
}

void TargetButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPlane(&painter);
    if (m_shape == Shape::Line)
        paintLine(&painter);
    else
        paintCard(&painter);
}

void TargetButton::paintPlane(QPainter *painter) const
{
    if (isDown() || underMouse())
        style::plate(painter, rect(), m_theme.color(isDown() ? Token::Pressed : Token::Hover), QColor());
    if (hasFocus())
        style::focusRing(painter, rect(), m_theme);
}

void TargetButton::paintLine(QPainter *painter) const
{
    QRect room = rect().adjusted(side(), 0, -side(), 0);
    const QRectF mark(room.left(), (height() - targetMark) / 2.0, targetMark, targetMark);
    ticket_marks::paintTimeLeft(painter, mark, m_block.level, m_theme);
    room.setLeft(room.left() + targetMark + innerGap);
    if (showsProgress()) {
        const QRectF bar(room.right() + 1 - lineBarWidth, (height() - barHeight) / 2.0, lineBarWidth, barHeight);
        paintProgress(painter, bar);
        room.setRight(room.right() - lineBarWidth - innerGap);
    }
    painter->setFont(briefFont());
    const int briefWidth = painter->fontMetrics().horizontalAdvance(m_block.brief);
    painter->setPen(m_theme.color(ticket_marks::timeLeftToken(m_block.level)));
    painter->drawText(room, int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, m_block.brief);
    room.setRight(room.right() - briefWidth - innerGap);
    painter->setFont(m_theme.font(TextStyle::Small));
    painter->setPen(m_theme.color(m_block.ended ? Token::TextMuted : Token::Text));
    painter->drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                      elidedText(painter->fontMetrics(), m_block.title, Qt::ElideRight, room.width()));
}

void TargetButton::paintCard(QPainter *painter) const
{
    QRect room = rect().adjusted(side(), 0, -side(), 0);
    if (showsProgress())
        room.setBottom(room.bottom() - barHeight - innerGap);
    const QFont brief = briefFont();
    const int briefWidth = QFontMetrics(brief).horizontalAdvance(m_block.brief);
    painter->setFont(brief);
    painter->setPen(m_theme.color(ticket_marks::timeLeftToken(m_block.level)));
    painter->drawText(room, int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, m_block.brief);
    const QRectF mark(room.right() + 1 - briefWidth - innerGap - targetMark, room.center().y() - targetMark / 2.0 + 0.5,
                      targetMark, targetMark);
    ticket_marks::paintTimeLeft(painter, mark, m_block.level, m_theme);
    QRect title = room;
    title.setRight(int(mark.left()) - innerGap);
    painter->setFont(m_theme.font(TextStyle::SmallStrong));
    painter->setPen(m_theme.color(Token::Text));
    painter->drawText(title, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                      elidedText(painter->fontMetrics(), m_block.title, Qt::ElideRight, title.width()));
    if (showsProgress())
        paintProgress(painter, QRectF(room.left(), height() - barHeight - innerGap + 1, room.width(), barHeight));
}

void TargetButton::paintProgress(QPainter *painter, const QRectF &bar) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(Token::Border));
    painter->drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    const bool quiet = m_block.level == TimeLeft::Plenty || m_block.level == TimeLeft::Met;
    QRectF used = bar;
    used.setWidth(qMax(bar.height(), bar.width() * m_block.permille / 1000));
    painter->setBrush(m_theme.color(quiet ? Token::TimePlenty : ticket_marks::timeLeftToken(m_block.level)));
    if (m_block.permille > 0)
        painter->drawRoundedRect(used, bar.height() / 2, bar.height() / 2);
    painter->restore();
}

void TargetButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    Q_EMIT pointed(true);
}

void TargetButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    Q_EMIT pointed(false);
}

} // namespace deskhand
