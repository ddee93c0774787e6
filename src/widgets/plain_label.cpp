// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plain_label.h"

#include "widgets/elided_text.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QToolTip>

namespace deskhand {

PlainLabel::PlainLabel(QWidget *parent)
    : PlainLabel(QString(), parent)
{
}

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
}

void PlainLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
    update();
}

void PlainLabel::setWholeOrNothing()
{
    m_wholeOrNothing = true;
    setElideMode(Qt::ElideRight);
}

void PlainLabel::setStyleOf(const Theme &theme, TextStyle style, Token color)
{
    const auto apply = [this, &theme, style, color] {
        setFont(theme.font(style));
        setForegroundRole(QPalette::WindowText); // on a base-coloured parent it would be another role
        QPalette colors = palette();
        colors.setColor(QPalette::WindowText, theme.color(color));
        setPalette(colors);
    };
    apply();
    connect(&theme, &Theme::changed, this, apply);
}

QSize PlainLabel::minimumSizeHint() const
{
    if (m_elide == Qt::ElideNone)
        return QLabel::minimumSizeHint();
    return {fontMetrics().horizontalAdvance(QStringLiteral("M…")), QLabel::minimumSizeHint().height()};
}

bool PlainLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_elide != Qt::ElideNone && toolTip().isEmpty()) {
        if (fontMetrics().horizontalAdvance(text()) > contentsRect().width())
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

void PlainLabel::paintEvent(QPaintEvent *event)
{
    if (m_elide == Qt::ElideNone)
        return QLabel::paintEvent(event);
    if (m_wholeOrNothing && fontMetrics().horizontalAdvance(text()) > contentsRect().width())
        return;
    QPainter painter(this);
    const QString line = elidedText(fontMetrics(), text().simplified(), m_elide, contentsRect().width());
    const Qt::Alignment aligned = QStyle::visualAlignment(layoutDirection(), alignment());
    style()->drawItemText(&painter, contentsRect(), int(aligned) | Qt::TextSingleLine, palette(), isEnabled(), line,
                          foregroundRole());
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString()
                          : QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped());
}

} // namespace deskhand
