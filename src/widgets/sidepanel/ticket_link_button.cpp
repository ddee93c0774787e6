// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sidepanel/ticket_link_button.h"

#include "models/ticket_text.h"
#include "widgets/elided_text.h"
#include "widgets/plain_label.h"
#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"
#include "widgets/ticket_marks.h"

#include <QPainter>

namespace deskhand {

TicketLinkButton::TicketLinkButton(const Theme &theme, const TicketRow &row, CatalogPtr catalog, Instant now,
                                   QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_row(row)
    , m_state(catalog->stateType(row.head.state))
    , m_age(TicketText(catalog, now).age(row.head.updatedAt))
{
    setObjectName(QStringLiteral("ticketLinkButton"));
    const State *state = catalog->state(row.head.state);
    setAccessibleName(u'#' + row.head.number + u' ' + row.head.subject + QStringLiteral(", ")
                      + (state != nullptr ? state->name : QString()));
    setToolTip(plainToolTip(accessibleName()));
    setAttribute(Qt::WA_Hover, true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TicketLinkButton::sizeHint() const
{
    return {120, QFontMetrics(m_theme.font(TextStyle::Small)).height() + metrics::small};
}

void TicketLinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse())
        style::plate(&painter, rect(), m_theme.color(Token::Hover), QColor());
    if (hasFocus())
        style::focusRing(&painter, rect(), m_theme);
    QRect room = rect().adjusted(metrics::tight, 0, -metrics::tight, 0);
    ticket_marks::paintState(
        &painter, QRectF(room.left(), (height() - ticket_marks::size) / 2.0, ticket_marks::size, ticket_marks::size),
        m_state, m_theme);
    room.setLeft(room.left() + ticket_marks::size + metrics::small - 2);
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.color(Token::TextMuted));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, m_age);
    room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(m_age) - metrics::small);
    const QString number = u'#' + m_row.head.number;
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, number);
    room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(number) + metrics::small - 2);
    painter.setPen(m_theme.color(isUnresolved(m_state) ? Token::Text : Token::TextMuted));
    painter.drawText(room, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                     elidedText(painter.fontMetrics(), m_row.head.subject.simplified(), Qt::ElideRight, room.width()));
}

} // namespace deskhand
