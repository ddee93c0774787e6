// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/mailbox_start.h"

#include "widgets/plain_label.h"
#include "widgets/settings/settings_form.h"
#include "widgets/start/choice_card.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace deskhand {

MailboxStart::MailboxStart(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_address(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_hint(new PlainLabel(this))
{
    setObjectName(QStringLiteral("mailboxStart"));
    auto *title = new PlainLabel(tr("Which mailbox do people write to?"), this);
    title->setStyleOf(theme, TextStyle::Heading);
    m_address->setObjectName(QStringLiteral("startAddressLineEdit"));
    m_address->setMaxLength(254);
    m_address->setPlaceholderText(QStringLiteral("support@example.org"));
    m_name->setObjectName(QStringLiteral("startNameLineEdit"));
    m_name->setMaxLength(120);
    m_name->setPlaceholderText(tr("Example Support"));
    m_hint->setObjectName(QStringLiteral("startHintLabel"));
    m_hint->setWordWrap(true);
    auto *form = new SettingsForm(theme, this);
    form->addRow(tr("Address"), m_address);
    form->addRow(tr("Name"), m_name, tr("What recipients see before the address."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(title);
    layout->addWidget(form);
    layout->addSpacing(metrics::small);
    layout->addWidget(m_hint);
    layout->addWidget(addCard(MailProvider::Google, QStringLiteral("googleChoiceCard"), QStringLiteral("mail-message"),
                              tr("Google"),
                              tr("Gmail or Google Workspace. You sign in at Google; Deskhand never sees your "
                                 "password.")));
    layout->addWidget(addCard(MailProvider::Microsoft, QStringLiteral("microsoftChoiceCard"),
                              QStringLiteral("mail-message"), tr("Microsoft"),
                              tr("Microsoft 365 or Outlook.com. You sign in at Microsoft; Deskhand never sees your "
                                 "password.")));
    layout->addWidget(addCard(MailProvider::Other, QStringLiteral("otherChoiceCard"), QStringLiteral("configure"),
                              tr("Another provider, or a server of your own"),
                              tr("IMAP or POP3 to receive, SMTP to send, with user and password.")));
    layout->addStretch(1);
    connect(m_address, &QLineEdit::textChanged, this, &MailboxStart::guess);
    connect(m_address, &QLineEdit::returnPressed, this, [this] { choose(mailProviderOf(address())); });
    guess();
}

ChoiceCard *MailboxStart::addCard(MailProvider provider, const QString &objectName, const QString &icon,
                                  const QString &title, const QString &sentence)
{
    auto *card = new ChoiceCard(this);
    card->setObjectName(objectName);
    card->setContent(m_theme, icon, title, sentence);
    connect(card, &ChoiceCard::clicked, this, [this, provider] { choose(provider); });
    return card;
}

void MailboxStart::begin()
{
    m_address->clear();
    m_name->clear();
    guess();
    m_address->setFocus();
}

QString MailboxStart::address() const
{
    return m_address->text().trimmed();
}

QString MailboxStart::name() const
{
    return m_name->text().simplified();
}

void MailboxStart::guess()
{
    m_hint->setStyleOf(m_theme, TextStyle::Body, Token::Text);
    switch (mailProviderOf(address())) {
    case MailProvider::Google: m_hint->setText(tr("This is an address of Google:")); break;
    case MailProvider::Microsoft: m_hint->setText(tr("This is an address of Microsoft:")); break;
    case MailProvider::Other: m_hint->setText(tr("Who runs it?")); break;
    }
}

void MailboxStart::choose(MailProvider provider)
{
    const qsizetype at = address().lastIndexOf(u'@');
    if (at > 0 && at < address().size() - 1) {
        Q_EMIT chosen(provider);
        return;
    }
    m_hint->setStyleOf(m_theme, TextStyle::Body, Token::Danger);
    m_hint->setText(tr("The whole address is needed first, such as support@example.org."));
    m_address->setFocus();
}

} // namespace deskhand
