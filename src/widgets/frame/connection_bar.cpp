// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/connection_bar.h"

#include "models/desk_status.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

ConnectionBar::ConnectionBar(const Theme &theme, const DeskStatus &status, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_status(status)
    , m_icon(new PlainLabel(this))
    , m_text(new PlainLabel(tr("The connection to the desk is lost; it is tried again and again."), this))
    , m_detail(new PlainLabel(this))
    , m_tryNow(new QPushButton(tr("Try now"), this))
{
    setObjectName(QStringLiteral("connectionBar"));
    setAccessibleName(tr("Connection"));
    m_text->setObjectName(QStringLiteral("connectionLabel"));
    m_detail->setObjectName(QStringLiteral("connectionDetailLabel"));
    m_tryNow->setObjectName(QStringLiteral("tryNowPushButton"));
    m_text->setStyleOf(theme, TextStyle::Strong);
    m_detail->setStyleOf(theme, TextStyle::Body);
    m_text->setWordWrap(true);
    m_detail->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::tight / 2);
    words->addWidget(m_text);
    words->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::large, metrics::medium, metrics::medium, metrics::medium);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(m_tryNow);
    const auto restyle = [this] {
        m_icon->setPixmap(
            m_theme.icon(QStringLiteral("dialog-warning"), Token::Warning).pixmap(QSize(22, 22), devicePixelRatioF()));
        QFrame::update();
    };
    restyle();
    connect(&theme, &Theme::changed, this, restyle);
    connect(&status, &DeskStatus::changed, this, &ConnectionBar::update);
    connect(m_tryNow, &QPushButton::clicked, this, &ConnectionBar::tryNowRequested);
    update();
}

void ConnectionBar::update()
{
    const bool lost = m_status.connection() == DeskStatus::Connection::Offline;
    QString detail =
        tr("You see the desk as it was. You can go on: what you do is kept and sent when the desk is back.");
    if (m_status.queued() > 0)
        detail = tr("%n change(s) of yours wait and are sent when the desk is back. You can go on working.", nullptr,
                    m_status.queued());
    m_detail->setText(detail);
    const bool isNew = lost && isHidden();
    setVisible(lost);
    if (!isNew)
        return;
    setAccessibleDescription(m_text->text() + u' ' + detail);
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void ConnectionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::WarningTint));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Hairline));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(Token::Warning));
}

} // namespace deskhand
