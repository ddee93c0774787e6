// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/guard_bar.h"

#include "models/composer_presenter.h"
#include "models/guard_words.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

GuardBar::GuardBar(ComposerPresenter &presenter, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("guardBar"));
    setAccessibleName(tr("Look again before this leaves"));
    m_layout->setContentsMargins(metrics::medium, metrics::small, metrics::small, metrics::small);
    m_layout->setSpacing(metrics::tight);
    auto *what = new PlainLabel(tr("Not sent yet. Look again:"), this);
    what->setObjectName(QStringLiteral("guardTitlePlainLabel"));
    what->setStyleOf(theme, TextStyle::Strong);
    auto *send = new QPushButton(tr("Send anyway"), this);
    send->setObjectName(QStringLiteral("sendInSpitePushButton"));
    send->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->addWidget(what, 1);
    top->addWidget(send);
    m_layout->addLayout(top);
    connect(send, &QPushButton::clicked, this, &GuardBar::sendRequested);
    connect(&presenter, &ComposerPresenter::warningsChanged, this, &GuardBar::refresh);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void GuardBar::refresh()
{
    if (m_lines != nullptr) {
        m_lines->hide();
        m_lines->deleteLater(); // the button that was pressed may be in it
        m_layout->removeWidget(m_lines);
        m_lines = nullptr;
    }
    const QVector<GuardWarning> warnings = m_presenter.warnings();
    if (warnings.isEmpty()) {
        hide();
        return;
    }
    m_lines = new QWidget(this);
    auto *rows = new QVBoxLayout(m_lines);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    QStringList spoken;
    for (const GuardWarning &warning : warnings) {
        const QString text = guardText(warning);
        spoken.append(text);
        auto *label = new PlainLabel(text, m_lines);
        label->setObjectName(QStringLiteral("guardWarningPlainLabel"));
        label->setStyleOf(m_theme, TextStyle::Body);
        label->setWordWrap(true);
        auto *row = new QHBoxLayout;
        row->setSpacing(metrics::small);
        row->addWidget(label, 1);
        const bool attach = warning.concern == GuardConcern::NoAttachment;
        if (attach || !warning.addresses.isEmpty()) {
            auto *mend = new QPushButton(attach ? tr("Attach files…") : tr("Leave out"), m_lines);
            mend->setObjectName(attach ? QStringLiteral("guardAttachPushButton")
                                       : QStringLiteral("guardLeaveOutPushButton"));
            mend->setAccessibleDescription(text);
            mend->setAutoDefault(false);
            mend->setFlat(true);
            row->addWidget(mend, 0, Qt::AlignTop);
            if (attach)
                connect(mend, &QPushButton::clicked, this, &GuardBar::attachRequested);
            else
                connect(mend, &QPushButton::clicked, this,
                        [this, addresses = warning.addresses] { m_presenter.removeRecipients(addresses); });
        }
        rows->addLayout(row);
    }
    m_layout->addWidget(m_lines);
    fitLines();
    setAccessibleDescription(spoken.join(u' '));
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// Lines that wrap need a height which layouts above do not ask for.
void GuardBar::fitLines()
{
    const int wanted = m_layout->heightForWidth(width());
    if (wanted > 0 && wanted != minimumHeight())
        setMinimumHeight(wanted);
}

void GuardBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitLines();
}

void GuardBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::WarningTint));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(Token::Warning));
}

} // namespace deskhand
