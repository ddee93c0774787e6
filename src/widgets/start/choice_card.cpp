// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/choice_card.h"

#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace deskhand {

ChoiceCard::ChoiceCard(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceCard::setContent(const Theme &theme, const QString &icon, const QString &title, const QString &sentence)
{
    m_theme = &theme;
    m_icon = icon;
    m_sentence = sentence;
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
    updateGeometry();
}

QSize ChoiceCard::sizeHint() const
{
    if (!m_theme)
        return {200, 64};
    const int title = QFontMetrics(m_theme->font(TextStyle::Strong)).height();
    const int sentence = QFontMetrics(m_theme->font()).lineSpacing();
    return {400, title + 2 * sentence + metrics::tight + 2 * metrics::large};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    if (!m_theme)
        return;
    QPainter painter(this);
    const bool hover = underMouse() && isEnabled();
    style::plate(&painter, rect(), m_theme->color(isDown() ? Token::Pressed : (hover ? Token::Hover : Token::Surface)),
                 m_theme->color(hover ? Token::Accent : Token::Border), metrics::radius);
    if (hasFocus())
        style::focusRing(&painter, rect(), *m_theme);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), rect(), logical); };
    const QRect inner = rect().adjusted(metrics::large, metrics::large, -metrics::large, -metrics::large);
    m_theme->icon(m_icon, Token::Accent).paint(&painter, place(QRect(inner.left(), inner.top(), 22, 22)));
    const QRect words = inner.adjusted(22 + metrics::large, 0, -2 * metrics::large, metrics::small);
    painter.setFont(m_theme->font(TextStyle::Strong));
    painter.setPen(m_theme->color(Token::Text));
    const int titleHeight = painter.fontMetrics().height();
    const Qt::Alignment side = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(place(QRect(words.left(), words.top(), words.width(), titleHeight)), int(side | Qt::AlignVCenter),
                     text());
    painter.setFont(m_theme->font());
    painter.setPen(m_theme->color(Token::TextMuted));
    painter.drawText(place(words.adjusted(0, titleHeight + metrics::tight, 0, 0)),
                     int(side | Qt::AlignTop) | Qt::TextWordWrap, m_sentence);
    style::chevron(&painter, place(QRect(inner.right() - 12, inner.top(), 16, inner.height())),
                   mirrored ? style::Direction::Left : style::Direction::Right,
                   m_theme->color(hover ? Token::Accent : Token::TextMuted));
}

} // namespace deskhand
