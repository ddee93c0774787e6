// SPDX-License-Identifier: GPL-3.0-or-later
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
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr qint64 megabyte = 1024 * 1024;

template <typename Widget>
Widget *namedField(Widget *widget, const char *name)
{
    widget->setObjectName(QLatin1String(name));
    return widget;
}

} // namespace

MailboxForm::MailboxForm(const AreaContext &context, const MailOverview &overview, MailboxPresenter &presenter,
                         UrlOpener browser, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_overview(overview)
    , m_presenter(presenter)
    , m_browser(std::move(browser))
    , m_form(new SettingsForm(context.theme, this))
{
    setObjectName(QStringLiteral("mailboxForm"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, metrics::small, 0);
    layout->setSpacing(metrics::medium);
    layout->addWidget(m_form);
    buildWho();
    buildReceiving();
    buildAfterwards();
    buildSending();
    buildSignIn();
    buildAdvanced();
    layout->addWidget(m_advanced);
    layout->addStretch(1);
    connectFields();
}

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

void MailboxForm::connectFields()
{
    for (QLineEdit *edit : {m_name, m_address, m_aliases, m_folder, m_moveTo, m_clientId, m_authorizeUrl, m_tokenUrl,
                            m_scope, m_authserv, m_incomingCa, m_outgoingCa})
        connect(edit, &QLineEdit::textChanged, this, &MailboxForm::take);
    for (QComboBox *box : {m_queue, m_after, m_first})
        connect(box, &QComboBox::currentIndexChanged, this, &MailboxForm::take);
    connect(m_protocol, &QComboBox::currentIndexChanged, this, [this] {
        if (m_loading)
            return;
        m_presenter.useProtocol(MailProtocol(chosenValue(m_protocol)));
        showProtocol();
    });
    for (QCheckBox *box : {m_sends, m_idle, m_bounceTokens})
        connect(box, &QCheckBox::toggled, this, &MailboxForm::take);
    for (QSpinBox *box : {m_poll, m_largest})
        connect(box, &QSpinBox::valueChanged, this, &MailboxForm::take);
    connect(m_shares, &QCheckBox::toggled, this, [this](bool shares) {
        if (!m_loading)
            m_presenter.setSharesSignIn(shares);
    });
    const auto connectServer = [this](MailServerFields *fields, MailSecret secret) {
        connect(fields, &MailServerFields::edited, this, &MailboxForm::take);
        connect(fields, &MailServerFields::passwordTyped, this,
                [this, secret](const QString &typed) { m_presenter.setSecret(secret, typed); });
    };
    connectServer(m_incoming, MailSecret::IncomingPassword);
    connectServer(m_outgoing, MailSecret::OutgoingPassword);
    connect(m_clientSecret, &QLineEdit::textChanged, this, [this](const QString &typed) {
        if (!m_loading)
            m_presenter.setSecret(MailSecret::ClientSecret, typed);
    });
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        if (m_presenter.isSigningIn())
            m_presenter.stopSignIn();
        else
            m_presenter.signIn(m_browser);
    });
    for (MailTestPanel *panel : {m_testReceiving, m_testSending})
        connect(panel, &MailTestPanel::grown, this, [this, panel] { Q_EMIT attentionWanted(panel); });
    connect(&m_presenter, &MailboxPresenter::changed, this, &MailboxForm::updateRows);
    connect(&m_presenter, &MailboxPresenter::signInChanged, this, &MailboxForm::showSignIn);
}

void MailboxForm::fillQueues()
{
    m_queue->clear();
    const CatalogPtr catalog = m_overview.catalog().catalog();
    m_queue->addItem(tr("The first queue"), qint64(0));
    for (const Queue &queue : catalog->queues) {
        if (queue.active || queue.id == m_presenter.mailbox().queue)
            m_queue->addItem(catalog->queuePath(queue.id), queue.id.value);
    }
}

void MailboxForm::load()
{
    m_loading = true;
    fillQueues();
    const Mailbox &mailbox = m_presenter.mailbox();
    m_name->setText(mailbox.name);
    m_address->setText(mailbox.address);
    m_aliases->setText(mailbox.aliases.join(QStringLiteral(", ")));
    m_queue->setCurrentIndex(qMax(0, m_queue->findData(mailbox.queue.value)));
    chooseValue(m_protocol, int(mailbox.protocol));
    m_incoming->setServer(mailbox.incoming, mailbox.protocol);
    m_outgoing->setServer(mailbox.outgoing, MailProtocol::None);
    m_folder->setText(mailbox.folder);
    loadAfterwards(mailbox);
    m_sends->setChecked(mailbox.sends);
    m_shares->setChecked(m_presenter.sharesSignIn());
    m_clientId->setText(mailbox.oauth.clientId);
    m_authorizeUrl->setText(mailbox.oauth.authorizeUrl);
    m_tokenUrl->setText(mailbox.oauth.tokenUrl);
    m_scope->setText(mailbox.oauth.scope);
    m_idle->setChecked(mailbox.idle);
    m_poll->setValue(mailbox.pollSeconds);
    m_largest->setValue(int(mailbox.largestMail / megabyte));
    m_authserv->setText(mailbox.authservId);
    m_incomingCa->setText(mailbox.incoming.caFile);
    m_outgoingCa->setText(mailbox.outgoing.caFile);
    m_bounceTokens->setChecked(mailbox.bounceTokens);
    loadSecrets();
    m_loading = false;
    updateRows();
}

/// What follows from the protocol, without what was typed meanwhile being lost.
void MailboxForm::showProtocol()
{
    m_loading = true;
    const Mailbox &mailbox = m_presenter.mailbox();
    m_incoming->setServer(mailbox.incoming, mailbox.protocol);
    m_scope->setText(mailbox.oauth.scope);
    loadAfterwards(mailbox);
    m_loading = false;
    updateRows();
}

void MailboxForm::loadAfterwards(const Mailbox &mailbox)
{
    const bool imap = mailbox.protocol == MailProtocol::Imap;
    m_after->clear();
    if (imap)
        m_after->addItem(tr("Mark them as read there"), int(AfterFetch::Flag));
    m_after->addItem(tr("Leave them exactly as they are"), int(AfterFetch::Leave));
    if (imap)
        m_after->addItem(tr("Move them to another folder there"), int(AfterFetch::Move));
    m_after->addItem(tr("Delete them there"), int(AfterFetch::Delete));
    chooseValue(m_after, int(mailbox.after));
    m_moveTo->setText(mailbox.moveTo);
    chooseValue(m_first, int(mailbox.first));
}

void MailboxForm::loadSecrets()
{
    m_incoming->clearPassword();
    m_outgoing->clearPassword();
    m_clientSecret->clear();
    m_incoming->setPasswordSaved(m_presenter.isSaved(MailSecret::IncomingPassword));
    m_outgoing->setPasswordSaved(m_presenter.isSaved(MailSecret::OutgoingPassword));
    m_clientSecret->setPlaceholderText(
        m_presenter.isSaved(MailSecret::ClientSecret) ? tr("saved; enter a new one to replace it") : QString());
}

void MailboxForm::focusFirst()
{
    m_incoming->focusPassword();
}

/// What is entered becomes what the presenter has.
void MailboxForm::take()
{
    if (m_loading)
        return;
    Mailbox mailbox = m_presenter.mailbox();
    mailbox.name = m_name->text();
    mailbox.address = m_address->text().trimmed();
    mailbox.aliases = m_aliases->text().split(QRegularExpression(QStringLiteral("[\\s,;]+")), Qt::SkipEmptyParts);
    mailbox.queue = QueueId{m_queue->currentData().toLongLong()};
    mailbox.incoming = m_incoming->server(mailbox.incoming);
    mailbox.incoming.caFile = m_incomingCa->text().trimmed();
    mailbox.outgoing = m_outgoing->server(mailbox.outgoing);
    mailbox.outgoing.caFile = m_outgoingCa->text().trimmed();
    mailbox.folder = m_folder->text();
    mailbox.after = AfterFetch(chosenValue(m_after));
    mailbox.moveTo = m_moveTo->text();
    mailbox.first = FirstFetch(chosenValue(m_first));
    mailbox.sends = m_sends->isChecked();
    mailbox.oauth.clientId = m_clientId->text().trimmed();
    mailbox.oauth.authorizeUrl = m_authorizeUrl->text().trimmed();
    mailbox.oauth.tokenUrl = m_tokenUrl->text().trimmed();
    mailbox.oauth.scope = m_scope->text().simplified();
    mailbox.idle = m_idle->isChecked();
    mailbox.pollSeconds = m_poll->value();
    mailbox.largestMail = m_largest->value() * megabyte;
    mailbox.authservId = m_authserv->text().trimmed();
    mailbox.bounceTokens = m_bounceTokens->isChecked();
    m_presenter.setMailbox(mailbox);
}

void MailboxForm::updateRows()
{
    if (m_loading)
        return;
    const Mailbox &mailbox = m_presenter.mailbox();
    const bool receives = mailbox.protocol != MailProtocol::None;
    const bool imap = mailbox.protocol == MailProtocol::Imap;
    m_incoming->setProtocol(mailbox.protocol);
    m_incoming->setVisible(receives);
    m_form->setRowVisible(m_folder, imap);
    m_form->setRowVisible(m_testReceiving, receives);
    m_form->setRowVisible(m_after, receives);
    m_form->setRowVisible(m_moveTo, receives && mailbox.after == AfterFetch::Move);
    m_form->setRowVisible(m_first, receives && m_presenter.isNew());
    m_form->setRowVisible(m_shares, receives && mailbox.sends);
    m_outgoing->setVisible(mailbox.sends);
    m_outgoing->setOwnSignIn(!receives || !m_presenter.sharesSignIn());
    m_form->setRowVisible(m_testSending, mailbox.sends);
    m_form->setRowVisible(m_signIn->parentWidget()->parentWidget(), m_presenter.usesOAuth());
    m_advancedForm->setRowVisible(m_idle, imap);
    m_advancedForm->setRowVisible(m_poll, receives);
    m_advancedForm->setRowVisible(m_largest, receives);
    m_advancedForm->setRowVisible(m_authserv, receives);
    m_advancedForm->setRowVisible(m_incomingCa->parentWidget(), receives);
    m_advancedForm->setRowVisible(m_outgoingCa->parentWidget(), mailbox.sends);
    m_advancedForm->setRowVisible(m_bounceTokens, mailbox.sends && receives);
    showSignIn();
}

void MailboxForm::showSignIn()
{
    const bool waiting = m_presenter.isSigningIn();
    const MailOAuth &oauth = m_presenter.mailbox().oauth;
    m_signIn->setText(waiting ? tr("Stop waiting") : tr("Sign in…"));
    m_signIn->setEnabled(waiting || (!oauth.clientId.isEmpty() && !oauth.authorizeUrl.isEmpty()));
    const bool typed = m_presenter.isTyped(MailSecret::RefreshToken);
    const bool saved = m_presenter.isSaved(MailSecret::RefreshToken);
    m_signInState->setText(waiting ? tr("Waiting for you to sign in, in the browser…")
                           : typed ? tr("Signed in. Save to keep it.")
                           : saved ? tr("Signed in.")
                                   : tr("Nobody has signed in yet."));
    m_signInState->setStyleOf(m_context.theme, TextStyle::Body,
                              !waiting && (typed || saved) ? Token::Success : Token::TextMuted);
}

} // namespace deskhand
