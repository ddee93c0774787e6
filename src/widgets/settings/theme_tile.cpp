// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/theme_tile.h"

#include "widgets/elided_text.h"
#include "widgets/theme/style_parts.h"

#include <QPainter>
#include <QPainterPath>

namespace deskhand {

namespace {

constexpr QSize tilePicture(120, 76);

void paintMiniature(QPainter *painter, const QRect &rect, const TokenSet &tokens)
{
    const auto color = [&tokens](Token token) { return tokens[static_cast<std::size_t>(token)]; };
    const auto bar = [&](int x, int y, int width, Token token, int height = 4) {
        style::plate(painter, QRect(rect.left() + x, rect.top() + y, width, height), color(token), QColor(), 2);
    };
    painter->fillRect(rect, color(Token::Surface));
    painter->fillRect(QRect(rect.left(), rect.top(), 28, rect.height()), color(Token::Window));
    painter->fillRect(QRect(rect.left() + 28, rect.top(), 1, rect.height()), color(Token::Hairline));
    painter->fillRect(QRect(rect.left() + 66, rect.top(), 1, rect.height()), color(Token::Hairline));
    for (int i = 0; i < 4; ++i)
        bar(6, 10 + 10 * i, i == 1 ? 12 : 16, Token::TextMuted, 3);
    painter->fillRect(QRect(rect.left() + 29, rect.top() + 20, 37, 18), color(Token::Selection));
    for (int i = 0; i < 3; ++i) {
        bar(34, 8 + 18 * i, 24, Token::Text, 3);
        bar(34, 13 + 18 * i, 16, Token::TextMuted, 3);
    }
    bar(73, 8, 34, Token::Text);
    bar(73, 17, 10, Token::StateOpen);
    bar(86, 17, 10, Token::PriorityHigh);
    bar(73, 28, 38, Token::TextMuted, 3);
    style::plate(painter, QRect(rect.left() + 72, rect.top() + 38, 42, 14), color(Token::NoteTint),
                 color(Token::NoteFrame), 2);
    bar(90, 60, 24, Token::Accent, 8);
}

const TokenSet &tokensOf(ThemeChoice choice)
{
    if (choice == ThemeChoice::HighContrast)
        return highContrastTokens();
    return choice == ThemeChoice::Dark ? darkTokens() : lightTokens();
}

} // namespace

ThemeTile::ThemeTile(const Theme &theme, ThemeChoice choice, const QString &name, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_choice(choice)
{
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ThemeTile::sizeHint() const
{
    return {tilePicture.width() + 8, tilePicture.height() + 8 + metrics::tight + fontMetrics().height()};
}

void ThemeTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect frame(0, 0, tilePicture.width() + 8, tilePicture.height() + 8);
    const QRect picture = frame.adjusted(4, 4, -4, -4);
    painter.save();
    QPainterPath clip;
    clip.addRoundedRect(picture, metrics::radius - 2, metrics::radius - 2);
    painter.setClipPath(clip);
    paintMiniature(&painter, picture, tokensOf(m_choice));
    if (m_choice == ThemeChoice::System) { // the other half dark
        QPainterPath half;
        half.addPolygon(QPolygonF(
            {QPointF(picture.right() - 30, picture.top()), QPointF(picture.right() + 1, picture.top()),
             QPointF(picture.right() + 1, picture.bottom() + 1), QPointF(picture.left() + 30, picture.bottom() + 1)}));
        painter.setClipPath(clip.intersected(half));
        paintMiniature(&painter, picture, darkTokens());
    }
    painter.restore();
    style::plate(&painter, picture, QColor(), m_theme.color(Token::Border), metrics::radius - 2);
    if (isChecked())
        style::focusRing(&painter, frame, m_theme, metrics::radius);
    painter.setFont(m_theme.font(isChecked() ? TextStyle::Strong : TextStyle::Body));
    painter.setPen(m_theme.color(isChecked() || underMouse() ? Token::Text : Token::TextMuted));
    const QRect name(0, frame.bottom() + metrics::tight, width(), fontMetrics().height() + 2);
    painter.drawText(name, Qt::AlignHCenter | Qt::AlignTop,
                     elidedText(painter.fontMetrics(), text(), Qt::ElideRight, name.width()));
    if (hasFocus()) {
        const int extent = qMin(width(), painter.fontMetrics().horizontalAdvance(text()));
        painter.fillRect(QRect((width() - extent) / 2, name.bottom() - 1, extent, 1), m_theme.color(Token::Accent));
    }
}

} // namespace deskhand
