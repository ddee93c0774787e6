// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/mailbox_form.h"

#include "widgets/chips/collapsible_section.h"
#include "widgets/mailsetup/mail_server_fields.h"
#include "widgets/mailsetup/mail_test_panel.h"
#include "widgets/plain_label.h"
#include "widgets/settings/settings_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr qint64 megabyte = 1024 * 1024;

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
