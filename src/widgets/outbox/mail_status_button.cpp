// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outbox/mail_status_button.h"

#include "models/mail_status.h"
#include "widgets/actions/action_registry.h"
#include "widgets/elided_text.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QMenu>
#include <QWidgetAction>

namespace deskhand {

namespace {

constexpr int widestText = 420; // the rest unfolds

} // namespace

MailStatusButton::MailStatusButton(const Theme &theme, const MailStatus &status, const ActionRegistry &actions,
                                   QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_status(status)
    , m_actions(actions)
{
    setObjectName(QStringLiteral("mailStatusToolButton"));
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(&status, &MailStatus::changed, this, &MailStatusButton::refresh);
    connect(&theme, &Theme::changed, this, &MailStatusButton::refresh);
    connect(this, &QToolButton::clicked, this, &MailStatusButton::showDetails);
    refresh();
}

void MailStatusButton::refresh()
{
    setFont(m_theme.font(TextStyle::Small));
    setVisible(m_status.isShown());
    const QString text = m_status.text();
    setText(elidedText(fontMetrics(), text, Qt::ElideRight, widestText).replace(u'&', QStringLiteral("&&")));
    setAccessibleName(tr("Mail: %1").arg(text));
    const bool trouble = m_status.isTrouble();
    setIcon(trouble ? m_theme.icon(QStringLiteral("dialog-warning"), Token::Warning)
                    : m_theme.icon(QStringLiteral("mail-message")));
    setToolTip(plainToolTip(m_status.details().join(u'\n')));
}

void MailStatusButton::showDetails()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("mailStatusMenu"));
    const QStringList lines = m_status.details();
    if (!lines.isEmpty()) {
        auto *words = new QWidgetAction(menu);
        auto *label = new PlainLabel(lines.join(u'\n'));
        label->setObjectName(QStringLiteral("mailStatusPlainLabel"));
        label->setStyleOf(m_theme, TextStyle::Body);
        label->setContentsMargins(metrics::medium, metrics::small, metrics::medium, metrics::small);
        words->setDefaultWidget(label);
        menu->addAction(words);
        menu->addSeparator();
    }
    for (const char *id : {"mail.undoSend", "go.outbox", "go.heldMail"}) {
        if (QAction *action = m_actions.action(QString::fromLatin1(id)); action != nullptr)
            menu->addAction(action);
    }
    menu->popup(mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

} // namespace deskhand
