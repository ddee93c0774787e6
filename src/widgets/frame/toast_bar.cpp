// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/toast_bar.h"

#include "widgets/frame/kept_clear.h"
#include "widgets/plain_label.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace deskhand {

namespace {
constexpr int toastMargin = 6; // room for the shadow around the plate
}

ToastBar::ToastBar(const Theme &theme, const KeptClear &clear, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clear(clear)
    , m_text(new PlainLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("toastBar"));
    setAccessibleName(tr("Message"));
    m_text->setObjectName(QStringLiteral("toastLabel"));
    m_text->setElideMode(Qt::ElideRight);
    m_text->setStyleOf(theme, TextStyle::Body);
    m_button->setObjectName(QStringLiteral("toastActionButton"));
    m_button->setFlat(true);
    m_button->setAccessibleName(tr("Do something about it"));
    m_close->setObjectName(QStringLiteral("toastCloseToolButton"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setAutoRaise(true);
    m_close->setIcon(theme.icon(QStringLiteral("edit-delete-remove")));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::large + toastMargin, metrics::tight + toastMargin, metrics::small + toastMargin,
                               metrics::tight + toastMargin);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (underMouse() || m_button->hasFocus())
            m_timer.start();
        else
            hide();
    });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto action = std::exchange(m_action, {}))
            action();
    });
    connect(&clear, &KeptClear::changed, this, [this] {
        if (isVisible())
            place();
    });
    parent->installEventFilter(this);
    hide();
}

void ToastBar::showNotice(const Notice &notice)
{
    m_text->setText(notice.text);
    m_action = notice.action;
    m_button->setVisible(!notice.actionText.isEmpty());
    if (!notice.actionText.isEmpty()) {
        m_button->setText(notice.actionText);
        m_button->setAccessibleName(notice.actionText);
    }
    setAccessibleDescription(notice.text);
    place();
    show();
    raise();
    m_timer.start(notice.milliseconds);
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void ToastBar::setLift(int height)
{
    m_lift = height;
    if (isVisible())
        place();
}

bool ToastBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void ToastBar::place()
{
    const int wish = m_text->fontMetrics().horizontalAdvance(m_text->text()) + metrics::large;
    layout()->activate();
    const int rest = layout()->sizeHint().width() - m_text->sizeHint().width();
    const QRect room = parentWidget()->rect();
    const int width = qMin(wish + rest, room.width() - 2 * metrics::large);
    const int height = layout()->sizeHint().height();
    setGeometry(m_clear.above(
        {(room.width() - width) / 2, room.height() - height - m_lift - 10 * metrics::step, width, height}));
}

void ToastBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plate = QRectF(rect()).adjusted(toastMargin, toastMargin, -toastMargin, -toastMargin);
    for (int i = toastMargin; i > 0; --i) {
        QColor shade = m_theme.color(Token::Shadow);
        shade.setAlphaF(0.018F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shade);
        painter.drawRoundedRect(plate.adjusted(-i, -i + 1, i, i), metrics::radius + i, metrics::radius + i);
    }
    painter.setPen(m_theme.color(Token::Border));
    painter.setBrush(m_theme.color(Token::Raised));
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

} // namespace deskhand
