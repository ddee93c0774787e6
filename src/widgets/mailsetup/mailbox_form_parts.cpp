// SPDX-License-Identifier: GPL-3.0-or-later
// Of MailboxForm: its groups of fields.
#include "widgets/mailsetup/mailbox_form.h"

#include "models/settings.h"
#include "widgets/chips/collapsible_section.h"
#include "widgets/mailsetup/mail_server_fields.h"
#include "widgets/mailsetup/mail_test_panel.h"
#include "widgets/plain_label.h"
#include "widgets/prompt.h"
#include "widgets/settings/settings_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace deskhand {

namespace {

template <typename Widget>
Widget *namedField(Widget *widget, const char *name)
{
    widget->setObjectName(QLatin1String(name));
    return widget;
}

} // namespace

void MailboxForm::buildWho()
{
    m_name = namedField(new QLineEdit(m_form), "mailboxNameLineEdit");
    m_name->setMaxLength(120);
    m_address = namedField(new QLineEdit(m_form), "mailboxAddressLineEdit");
    m_address->setMaxLength(254);
    m_aliases = namedField(new QLineEdit(m_form), "mailboxAliasesLineEdit");
    m_aliases->setMaxLength(4000);
    m_queue = namedField(new QComboBox(m_form), "mailboxQueueComboBox");
    m_form->addHeading(tr("Who it is"));
    m_form->addRow(tr("Name"), m_name, tr("What recipients see before the address."));
    m_form->addRow(tr("Address"), m_address);
    m_form->addRow(tr("Other addresses"), m_aliases,
                   tr("That arrive in the same mailbox, with commas between them. Mail from any of them is never taken "
                      "for a customer's."));
    m_form->addRow(tr("New tickets go to"), m_queue);
}

void MailboxForm::buildReceiving()
{
    m_protocol = namedField(new QComboBox(m_form), "mailboxProtocolComboBox");
    m_protocol->addItem(tr("IMAP (keeps mails on the server)"), int(MailProtocol::Imap));
    m_protocol->addItem(tr("POP3"), int(MailProtocol::Pop3));
    m_protocol->addItem(tr("Nothing: this mailbox only sends"), int(MailProtocol::None));
    m_form->addHeading(tr("Receiving"));
    m_form->addRow(tr("By"), m_protocol);
    m_incoming = new MailServerFields(MailHalf::Receiving, m_form);
    m_folder = namedField(new QLineEdit(m_form), "mailboxFolderLineEdit");
    m_folder->setMaxLength(255);
    m_form->addRow(tr("Folder"), m_folder);
    m_testReceiving = new MailTestPanel(m_context.theme, m_presenter, MailHalf::Receiving, m_form);
    m_form->addField(m_testReceiving);
}

void MailboxForm::buildAfterwards()
{
    m_after = namedField(new QComboBox(m_form), "mailboxAfterComboBox");
    m_moveTo = namedField(new QLineEdit(m_form), "mailboxMoveToLineEdit");
    m_moveTo->setMaxLength(255);
    m_moveTo->setPlaceholderText(QStringLiteral("Imported"));
    m_first = namedField(new QComboBox(m_form), "mailboxFirstComboBox");
    m_first->addItem(tr("Only mails that arrive from now on"), int(FirstFetch::FromNowOn));
    m_first->addItem(tr("Everything that is there already"), int(FirstFetch::Everything));
    m_form->addHeading(tr("Mails that were fetched"));
    m_form->addRow(tr("Then"), m_after,
                   tr("Only once a mail is stored safely in the desk. Whether it is marked as read never decides "
                      "whether it is fetched."));
    m_form->addRow(tr("Move to"), m_moveTo);
    m_form->addRow(tr("Begin with"), m_first);
}

void MailboxForm::buildSending()
{
    m_sends = namedField(new QCheckBox(tr("Replies can be sent with this mailbox"), m_form), "mailboxSendsCheckBox");
    m_shares = namedField(new QCheckBox(tr("Sign in as for receiving"), m_form), "mailboxSharesCheckBox");
    m_form->addHeading(tr("Sending"));
    m_form->addField(m_sends);
    m_form->addField(m_shares);
    m_outgoing = new MailServerFields(MailHalf::Sending, m_form);
    m_testSending = new MailTestPanel(m_context.theme, m_presenter, MailHalf::Sending, m_form);
    m_form->addField(m_testSending);
}

void MailboxForm::buildSignIn()
{
    m_clientId = namedField(new QLineEdit(m_form), "oauthClientIdLineEdit");
    m_clientSecret = namedField(new QLineEdit(m_form), "oauthClientSecretLineEdit");
    m_clientSecret->setEchoMode(QLineEdit::Password);
    m_authorizeUrl = namedField(new QLineEdit(m_form), "oauthAuthorizeLineEdit");
    m_tokenUrl = namedField(new QLineEdit(m_form), "oauthTokenLineEdit");
    m_scope = namedField(new QLineEdit(m_form), "oauthScopeLineEdit");
    for (QLineEdit *edit : {m_clientId, m_clientSecret, m_authorizeUrl, m_tokenUrl, m_scope})
        edit->setMaxLength(2000);
    m_signIn = namedField(new QPushButton(m_form), "oauthSignInButton");
    m_signIn->setAutoDefault(false);
    m_signInState = namedField(new PlainLabel(m_form), "oauthStateLabel");
    m_signInState->setWordWrap(true);
    auto *line = new QWidget(m_form);
    auto *lineLayout = new QHBoxLayout(line);
    lineLayout->setContentsMargins(0, 0, 0, 0);
    lineLayout->setSpacing(metrics::medium);
    lineLayout->addWidget(m_signIn);
    lineLayout->addWidget(m_signInState, 1);
    auto *oauth = new SettingsForm(m_context.theme, m_form);
    oauth->setObjectName(QStringLiteral("oauthForm"));
    oauth->layout()->setContentsMargins(0, metrics::medium, 0, 0);
    oauth->addHeading(tr("Sign-in at the provider"));
    oauth->addRow(tr("Client ID"), m_clientId,
                  tr("Of your organization's registration with the provider; “Help” says how to get one."));
    oauth->addRow(tr("Client secret"), m_clientSecret, tr("Only where the provider gave one."));
    oauth->addRow(tr("Sign-in page"), m_authorizeUrl);
    oauth->addRow(tr("Token address"), m_tokenUrl);
    oauth->addRow(tr("Rights asked for"), m_scope);
    oauth->addField(line);
    m_form->addWide(oauth);
}

void MailboxForm::buildAdvanced()
{
    const bool expanded = m_context.settings.value(QStringLiteral("sections/mailboxAdvancedSection"), false).toBool();
    m_advanced = new CollapsibleSection(m_context.theme, m_context.settings, QStringLiteral("mailboxAdvancedSection"),
                                        tr("Advanced"), this);
    m_advancedForm = new SettingsForm(m_context.theme, m_advanced);
    m_advanced->contentLayout()->addWidget(m_advancedForm);
    m_advanced->contentLayout()->setContentsMargins(0, metrics::small, 0, metrics::medium);
    m_advanced->setExpanded(expanded); // unlike other sections it is folded at first
    m_idle = namedField(new QCheckBox(tr("Be told by the server at once (IDLE), where it can"), m_advancedForm),
                        "mailboxIdleCheckBox");
    m_poll = namedField(new QSpinBox(m_advancedForm), "mailboxPollSpinBox");
    m_poll->setRange(5, 3600);
    m_poll->setSuffix(tr(" s"));
    m_largest = namedField(new QSpinBox(m_advancedForm), "mailboxLargestSpinBox");
    m_largest->setRange(1, 500);
    m_largest->setSuffix(tr(" MB"));
    m_authserv = namedField(new QLineEdit(m_advancedForm), "mailboxAuthservLineEdit");
    m_authserv->setMaxLength(255);
    m_authserv->setPlaceholderText(QStringLiteral("mx.example.org"));
    m_incomingCa = new QLineEdit(m_advancedForm);
    m_outgoingCa = new QLineEdit(m_advancedForm);
    m_bounceTokens = namedField(new QCheckBox(tr("Recognize bounces by the return address"), m_advancedForm),
                                "mailboxBounceTokensCheckBox");
    m_advancedForm->addField(m_idle);
    m_advancedForm->addRow(tr("Look every"), m_poll, tr("Also while the server tells of new mail by itself."));
    m_advancedForm->addRow(tr("Largest mail"), m_largest,
                           tr("A larger one stays on the server, and is counted as not taken."));
    m_advancedForm->addRow(tr("Own mail server"), m_authserv,
                           tr("The name that your server writes into its Authentication-Results. Only what this name "
                              "says proves who sent a mail; empty: nothing does, and nobody is taken for an agent."));
    addAuthorities(m_advancedForm, m_incomingCa, tr("Receiving trusts"), QStringLiteral("incomingCa"));
    addAuthorities(m_advancedForm, m_outgoingCa, tr("Sending trusts"), QStringLiteral("outgoingCa"));
    m_advancedForm->addField(m_bounceTokens,
                             tr("Mails are sent from address+token, so that every bounce finds its mail. Your server "
                                "has to deliver such addresses to this mailbox."));
}

void MailboxForm::addAuthorities(SettingsForm *form, QLineEdit *edit, const QString &label, const QString &objectName)
{
    auto *line = new QWidget(form);
    edit->setParent(line);
    edit->setObjectName(objectName + QStringLiteral("LineEdit"));
    edit->setMaxLength(4000);
    edit->setPlaceholderText(tr("the authorities that this computer trusts"));
    auto *choose = new QPushButton(tr("Choose…"), line);
    choose->setObjectName(objectName + QStringLiteral("Button"));
    choose->setAccessibleName(tr("Choose a file of certificate authorities"));
    choose->setAutoDefault(false);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(edit, 1);
    layout->addWidget(choose);
    form->addRow(label, line, {}, edit);
    connect(choose, &QPushButton::clicked, this, [this, edit] {
        m_context.prompt.askOpenFiles(this, tr("Certificates of the trusted authorities"),
                                      tr("Certificates (*.crt *.pem *.cer);;All files (*)"),
                                      [edit](const QStringList &paths) {
                                          if (!paths.isEmpty())
                                              edit->setText(paths.first());
                                      });
    });
}

} // namespace deskhand
