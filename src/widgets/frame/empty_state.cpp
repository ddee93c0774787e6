// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/empty_state.h"

#include "widgets/actions/action_registry.h"
#include "widgets/plain_label.h"

#include <QAction>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

EmptyState::EmptyState(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new PlainLabel(this))
    , m_title(new PlainLabel(this))
    , m_sentence(new PlainLabel(this))
    , m_button(new QPushButton(this))
{
    m_icon->setObjectName(QStringLiteral("emptyIconLabel"));
    m_title->setObjectName(QStringLiteral("emptyTitleLabel"));
    m_sentence->setObjectName(QStringLiteral("emptySentenceLabel"));
    m_button->setObjectName(QStringLiteral("emptyActionButton"));
    m_button->setAccessibleName(tr("What to do here"));
    m_title->setStyleOf(theme, TextStyle::Heading);
    m_sentence->setStyleOf(theme, TextStyle::Body, Token::TextMuted);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(360);
    m_sentence->setMinimumWidth(120);
    for (PlainLabel *label : {m_icon, m_title, m_sentence})
        label->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::huge, metrics::huge, metrics::huge, metrics::huge);
    layout->setSpacing(metrics::small);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    auto *sentenceRow = new QHBoxLayout; // a wrapping label needs its width from a row, not from an alignment
    sentenceRow->addStretch(1);
    sentenceRow->addWidget(m_sentence, 8);
    sentenceRow->addStretch(1);
    layout->addLayout(sentenceRow);
    layout->addSpacing(metrics::small);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });
    connect(&theme, &Theme::changed, this,
            [this] { m_icon->setPixmap(m_theme.icon(m_iconName).pixmap(QSize(44, 44), devicePixelRatioF())); });
}

void EmptyState::setContent(const QString &icon, const QString &title, const QString &sentence, QAction *action)
{
    m_iconName = icon;
    m_icon->setPixmap(m_theme.icon(icon).pixmap(QSize(44, 44), devicePixelRatioF()));
    m_icon->setVisible(!icon.isEmpty());
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_sentence->setText(sentence);
    if (m_action)
        disconnect(m_action, nullptr, this, nullptr);
    m_action = action;
    m_button->setVisible(action != nullptr);
    if (!action)
        return;
    const auto follow = [this] {
        m_button->setText(plainActionText(m_action->text()));
        m_button->setAccessibleName(m_button->text());
        m_button->setEnabled(m_action->isEnabled());
    };
    follow();
    connect(action, &QAction::changed, this, follow);
}

} // namespace deskhand
