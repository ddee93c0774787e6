// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/error_banner.h"

#include "widgets/error_words.h"
#include "widgets/plain_label.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskhand {

ErrorBanner::ErrorBanner(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new PlainLabel(this))
    , m_happened(new PlainLabel(this))
    , m_advice(new PlainLabel(this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_copy(new QPushButton(tr("Copy details"), this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("errorBanner"));
    setAccessibleName(tr("Error"));
    m_happened->setObjectName(QStringLiteral("errorHappenedLabel"));
    m_advice->setObjectName(QStringLiteral("errorAdviceLabel"));
    m_retry->setObjectName(QStringLiteral("errorRetryButton"));
    m_copy->setObjectName(QStringLiteral("errorCopyButton"));
    m_close->setObjectName(QStringLiteral("errorCloseToolButton"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close"));
    m_close->setAutoRaise(true);
    m_close->setIcon(theme.icon(QStringLiteral("edit-delete-remove")));
    m_happened->setStyleOf(theme, TextStyle::Strong);
    m_advice->setStyleOf(theme, TextStyle::Body);
    m_happened->setWordWrap(true);
    m_advice->setWordWrap(true);

    auto *words = new QVBoxLayout;
    words->setSpacing(metrics::tight / 2);
    words->addWidget(m_happened);
    words->addWidget(m_advice);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::large, metrics::medium, metrics::small, metrics::medium);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(m_retry);
    layout->addWidget(m_copy);
    layout->addWidget(m_close, 0, Qt::AlignTop);

    const auto restyle = [this] {
        m_icon->setPixmap(
            m_theme.icon(QStringLiteral("dialog-error"), Token::Danger).pixmap(QSize(22, 22), devicePixelRatioF()));
        update();
    };
    restyle();
    connect(&theme, &Theme::changed, this, restyle);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_details); });
    connect(m_retry, &QPushButton::clicked, this, [this] {
        hide();
        if (m_retryCallback)
            m_retryCallback();
    });
    hide();
}

void ErrorBanner::showError(const QString &what, const Error &error, std::function<void()> retry)
{
    const ErrorWords words = wordsFor(error);
    m_happened->setText(what.isEmpty() ? words.happened : what + QLatin1Char(' ') + words.happened);
    m_advice->setText(QStringList{words.safe, words.advice}.join(QLatin1Char(' ')).trimmed());
    m_details = words.details;
    m_retryCallback = std::move(retry);
    m_retry->setVisible(bool(m_retryCallback));
    setAccessibleDescription(m_happened->text() + QLatin1Char(' ') + m_advice->text());
    show();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

void ErrorBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::DangerTint));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Hairline));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(Token::Danger));
}

} // namespace deskhand
