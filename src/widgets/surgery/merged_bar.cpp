// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surgery/merged_bar.h"

#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace deskhand {

MergedBar::MergedBar(const TicketPresenter &presenter, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_theme(theme)
    , m_text(new PlainLabel(this))
    , m_open(new QPushButton(tr("Open"), this))
{
    setObjectName(QStringLiteral("mergedBar"));
    setAccessibleName(tr("Merged ticket"));
    m_text->setObjectName(QStringLiteral("mergedBarPlainLabel"));
    m_text->setStyleOf(theme, TextStyle::Body);
    m_text->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("openTargetPushButton"));
    m_open->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::large + metrics::tight, metrics::tight, metrics::medium, metrics::tight);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_presenter.isLoaded())
            Q_EMIT openRequested(m_presenter.detail().mergedInto);
    });
    connect(&presenter, &TicketPresenter::opened, this, &MergedBar::refresh);
    connect(&presenter, &TicketPresenter::changed, this, &MergedBar::refresh);
    connect(&presenter, &TicketPresenter::closed, this, &MergedBar::refresh);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void MergedBar::refresh()
{
    const bool merged = m_presenter.isLoaded() && m_presenter.detail().mergedInto.isValid();
    setVisible(merged);
    if (!merged)
        return;
    const QString number = m_presenter.detail().mergedIntoNumber;
    m_open->setVisible(!number.isEmpty());
    m_open->setText(tr("Open #%1").arg(number));
    m_text->setText(number.isEmpty()
                        ? tr("This ticket was merged into one that you do not see.")
                        : tr("This ticket was merged into #%1: its messages are read and answered there.").arg(number));
    setAccessibleDescription(m_text->text());
}

void MergedBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::InfoTint));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(Token::Info));
}

} // namespace deskhand
