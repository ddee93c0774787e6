// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/held_bar.h"

#include "models/composer_presenter.h"
#include "models/time_text.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {
namespace {

constexpr int longestExcerpt = 300;

QString nameOf(const Article &article)
{
    return article.from.name.isEmpty() ? article.from.address : article.from.name;
}

/// One sentence: who wrote what, and when.
QString heldSentence(const QVector<Article> &holding, int count, Instant now)
{
    if (holding.isEmpty() || nameOf(holding.last()).isEmpty())
        return HeldBar::tr("Not sent: %n new message(s) arrived while you were writing.", nullptr, count);
    const Article &newest = holding.last();
    const QString when = TimeWords().moment(newest.createdAt, now);
    if (count > 1)
        return HeldBar::tr("Not sent: %n new messages while you were writing, the newest by %1, %2.", nullptr, count)
            .arg(nameOf(newest), when);
    if (newest.visibility == Visibility::Internal)
        return HeldBar::tr("Not sent: %1 added an internal note, %2.").arg(nameOf(newest), when);
    if (newest.senderRole == SenderRole::Agent)
        return HeldBar::tr("Not sent: %1 has replied already, %2.").arg(nameOf(newest), when);
    return HeldBar::tr("Not sent: %1 has written again, %2.").arg(nameOf(newest), when);
}

} // namespace

HeldBar::HeldBar(const ComposerPresenter &presenter, const Clock &clock, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_clock(clock)
    , m_theme(theme)
    , m_what(new PlainLabel(this))
    , m_excerpt(new PlainLabel(this))
{
    setObjectName(QStringLiteral("heldBar"));
    setAccessibleName(tr("Your text is held"));
    m_what->setObjectName(QStringLiteral("unseenPlainLabel"));
    m_what->setStyleOf(theme, TextStyle::Strong);
    m_what->setWordWrap(true);
    m_excerpt->setObjectName(QStringLiteral("heldExcerptPlainLabel"));
    m_excerpt->setStyleOf(theme, TextStyle::Body);
    m_excerpt->setElideMode(Qt::ElideRight);
    auto *read = new QPushButton(tr("Show it"), this);
    read->setObjectName(QStringLiteral("readFirstPushButton"));
    read->setToolTip(tr("Goes to what is new; your text stays here"));
    auto *drop = new QPushButton(tr("Throw mine away"), this);
    drop->setObjectName(QStringLiteral("dropHeldPushButton"));
    auto *anyway = new QPushButton(tr("Send anyway"), this);
    anyway->setObjectName(QStringLiteral("sendAnywayPushButton"));
    for (QPushButton *button : {read, drop, anyway})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::small);
    buttons->addWidget(read);
    buttons->addStretch(1);
    buttons->addWidget(drop);
    buttons->addWidget(anyway);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::medium, metrics::small, metrics::small, metrics::small);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_what);
    layout->addWidget(m_excerpt);
    layout->addLayout(buttons);
    connect(read, &QPushButton::clicked, this, &HeldBar::showRequested);
    connect(drop, &QPushButton::clicked, this, &HeldBar::dropRequested);
    connect(anyway, &QPushButton::clicked, this, &HeldBar::sendRequested);
    connect(&presenter, &ComposerPresenter::heldChanged, this, &HeldBar::refresh);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void HeldBar::refresh()
{
    if (!m_presenter.isHeld()) {
        hide();
        return;
    }
    const QVector<Article> holding = m_presenter.holding();
    m_what->setText(heldSentence(holding, m_presenter.holdingCount(), m_clock.now()));
    const QString text = holding.isEmpty() ? QString() : holding.last().text.left(longestExcerpt).simplified();
    m_excerpt->setText(text.isEmpty() ? QString() : tr("“%1”").arg(text));
    m_excerpt->setVisible(!text.isEmpty());
    const QString spoken = (m_what->text() + u' ' + m_excerpt->text()).trimmed();
    const bool news = !isVisibleTo(parentWidget()) || spoken != accessibleDescription();
    setAccessibleDescription(spoken);
    show();
    if (!news)
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void HeldBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::WarningTint));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(Token::Warning));
}

} // namespace deskhand
