// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/held_mail_bar.h"

#include "models/ticket_presenter.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace deskhand {

HeldMailBar::HeldMailBar(const TicketPresenter &presenter, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_theme(theme)
    , m_text(new PlainLabel(this))
{
    setObjectName(QStringLiteral("heldMailBar"));
    setAccessibleName(tr("Mail that claims this ticket"));
    m_text->setObjectName(QStringLiteral("heldMailPlainLabel"));
    m_text->setStyleOf(theme, TextStyle::Body);
    m_text->setWordWrap(true);
    auto *button = new QPushButton(tr("Show"), this);
    button->setObjectName(QStringLiteral("showHeldMailPushButton"));
    button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::large + metrics::tight, metrics::tight, metrics::medium, metrics::tight);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_text, 1);
    layout->addWidget(button);
    connect(button, &QPushButton::clicked, this, &HeldMailBar::showRequested);
    connect(&presenter, &TicketPresenter::opened, this, &HeldMailBar::refresh);
    connect(&presenter, &TicketPresenter::changed, this, &HeldMailBar::refresh);
    connect(&presenter, &TicketPresenter::closed, this, &HeldMailBar::refresh);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void HeldMailBar::refresh()
{
    const int held = m_presenter.isLoaded() ? m_presenter.detail().heldMails : 0;
    setVisible(held > 0);
    m_text->setText(tr("%n mail(s) from an unknown address claim this ticket.", nullptr, held));
    setAccessibleDescription(m_text->text());
}

void HeldMailBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::WarningTint));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(Token::Warning));
}

} // namespace deskhand
