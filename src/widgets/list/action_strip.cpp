// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list/action_strip.h"

#include "widgets/actions/action_registry.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace deskhand {

namespace {
constexpr int widthForTexts = 620; ///< logical pixels from which buttons have texts beside their icons
}

ActionStrip::ActionStrip(ActionRegistry &actions, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_count(new PlainLabel(this))
{
    setObjectName(QStringLiteral("actionStripWidget"));
    setAccessibleName(tr("Marked tickets"));
    m_count->setObjectName(QStringLiteral("markedCountLabel"));
    m_count->setStyleOf(theme, TextStyle::Strong);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::medium, metrics::tight, metrics::tight, metrics::tight);
    layout->setSpacing(metrics::tight / 2);
    layout->addWidget(m_count);
    layout->addStretch(1);
    struct Part {
        QString actionId;
        QString name;
    };
    const Part parts[] = {
        {QStringLiteral("ticket.state"), tr("State")}, {QStringLiteral("ticket.priority"), tr("Priority")},
        {QStringLiteral("ticket.owner"), tr("Owner")}, {QStringLiteral("ticket.queue"), tr("Queue")},
        {QStringLiteral("ticket.tag"), tr("Tag")},     {QStringLiteral("ticket.read"), tr("Read")},
        {QStringLiteral("ticket.merge"), tr("Merge")}};
    for (const Part &part : parts) {
        QAction *action = actions.action(part.actionId);
        auto *button = new QToolButton(this);
        button->setObjectName(part.actionId + QStringLiteral("StripToolButton"));
        button->setAutoRaise(true);
        button->setIcon(action->icon());
        button->setText(part.name);
        button->setAccessibleName(plainActionText(action->text()));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(plainToolTip(
            keys.isEmpty() ? plainActionText(action->text())
                           : tr("%1 (%2)", "action and its key").arg(plainActionText(action->text()), keys)));
        button->setFocusPolicy(Qt::NoFocus); // the list keeps the keyboard: the targets are its marks
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        layout->addWidget(button);
        m_buttons.append(button);
    }
    auto *clear = new QToolButton(this);
    clear->setObjectName(QStringLiteral("clearMarksToolButton"));
    clear->setAutoRaise(true);
    clear->setIcon(theme.icon(QStringLiteral("window-close")));
    clear->setAccessibleName(tr("Clear marks"));
    clear->setToolTip(tr("Clear marks (Esc)"));
    clear->setFocusPolicy(Qt::NoFocus);
    connect(clear, &QToolButton::clicked, this, &ActionStrip::clearRequested);
    layout->addWidget(clear);
    hide();
}

void ActionStrip::setCount(int marked)
{
    m_count->setText(tr("%L1 marked").arg(marked));
    setVisible(marked > 0);
}

void ActionStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(QRect(0, 0, width(), metrics::hairline), m_theme.color(Token::Hairline));
}

void ActionStrip::resizeEvent(QResizeEvent *event)
{
    const Qt::ToolButtonStyle style = width() >= widthForTexts ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
    for (QToolButton *button : std::as_const(m_buttons))
        button->setToolButtonStyle(style);
    QWidget::resizeEvent(event);
}

} // namespace deskhand
