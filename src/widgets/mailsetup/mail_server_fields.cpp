// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailsetup/mail_server_fields.h"

#include "domain/mail_provider.h"
#include "widgets/plain_label.h"
#include "widgets/settings/settings_form.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>

namespace deskhand {

namespace {

constexpr int portLetters = 8;

} // namespace

void chooseValue(QComboBox *box, int value)
{
    box->setCurrentIndex(qMax(0, box->findData(value)));
}

int chosenValue(const QComboBox *box)
{
    return box->currentData().toInt();
}

MailServerFields::MailServerFields(MailHalf half, SettingsForm *form)
    : QObject(form)
    , m_half(half)
    , m_form(form)
    , m_place(new QWidget(form))
    , m_host(new QLineEdit(m_place))
    , m_port(new QLineEdit(m_place))
    , m_encryption(new QComboBox(form))
    , m_signIn(new QComboBox(form))
    , m_user(new QLineEdit(form))
    , m_password(new QLineEdit(form))
{
    const QString side = half == MailHalf::Receiving ? QStringLiteral("incoming") : QStringLiteral("outgoing");
    m_place->setObjectName(side + QStringLiteral("PlaceWidget"));
    m_host->setObjectName(side + QStringLiteral("HostLineEdit"));
    m_port->setObjectName(side + QStringLiteral("PortLineEdit"));
    m_encryption->setObjectName(side + QStringLiteral("EncryptionComboBox"));
    m_signIn->setObjectName(side + QStringLiteral("SignInComboBox"));
    m_user->setObjectName(side + QStringLiteral("UserLineEdit"));
    m_password->setObjectName(side + QStringLiteral("PasswordLineEdit"));
    m_host->setMaxLength(255);
    m_port->setMaxLength(5);
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_port->setFixedWidth(portLetters * m_port->fontMetrics().averageCharWidth() + 2 * metrics::medium);
    m_port->setAccessibleName(tr("Port"));
    m_user->setMaxLength(255);
    m_password->setMaxLength(4000);
    m_password->setEchoMode(QLineEdit::Password);
    auto *portLabel = new PlainLabel(tr("Port"), m_place);
    portLabel->setBuddy(m_port);
    auto *place = new QHBoxLayout(m_place);
    place->setContentsMargins(0, 0, 0, 0);
    place->setSpacing(metrics::small);
    place->addWidget(m_host, 1);
    place->addWidget(portLabel);
    place->addWidget(m_port);
    m_encryption->addItem(tr("TLS from the first byte (usual)"), int(MailEncryption::Tls));
    m_encryption->addItem(tr("STARTTLS, required"), int(MailEncryption::StartTls));
    m_encryption->addItem(tr("None: only for a server on this computer"), int(MailEncryption::None));
    m_signIn->addItem(tr("With user and password"), int(MailSignIn::Password));
    m_signIn->addItem(tr("At the provider, in the browser (OAuth 2)"), int(MailSignIn::OAuth2));
    if (half == MailHalf::Sending)
        m_signIn->addItem(tr("Not at all: the server knows this computer"), int(MailSignIn::None));
    form->addRow(tr("Server"), m_place, {}, m_host);
    form->addRow(tr("Encryption"), m_encryption);
    form->addRow(tr("Sign-in"), m_signIn);
    form->addRow(tr("User"), m_user);
    form->addRow(tr("Password"), m_password);

    const auto tell = [this] {
        updateRows();
        if (!m_loading)
            Q_EMIT edited();
    };
    for (QLineEdit *edit : {m_host, m_port, m_user})
        connect(edit, &QLineEdit::textChanged, this, tell);
    for (QComboBox *box : {m_encryption, m_signIn})
        connect(box, &QComboBox::currentIndexChanged, this, tell);
    connect(m_password, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!m_loading)
            Q_EMIT passwordTyped(text);
    });
}

void MailServerFields::setServer(const MailServer &server, MailProtocol protocol)
{
    m_loading = true;
    m_protocol = protocol;
    m_host->setText(server.host);
    const bool usual = server.port == 0 || server.port == standardMailPort(protocol, server.encryption);
    m_port->setText(usual ? QString() : QString::number(server.port));
    chooseValue(m_encryption, int(server.encryption));
    chooseValue(m_signIn, int(server.signIn));
    m_user->setText(server.user);
    m_loading = false;
    updateRows();
}

MailServer MailServerFields::server(const MailServer &before) const
{
    MailServer server = before;
    server.host = m_host->text().trimmed();
    server.port = m_port->text().toInt();
    server.encryption = MailEncryption(chosenValue(m_encryption));
    server.signIn = MailSignIn(chosenValue(m_signIn));
    server.user = m_user->text().trimmed();
    return server;
}

void MailServerFields::setProtocol(MailProtocol protocol)
{
    m_protocol = protocol;
    updateRows();
}

void MailServerFields::focusPassword()
{
    m_password->setFocus();
}

void MailServerFields::setPasswordSaved(bool saved)
{
    m_password->setPlaceholderText(saved ? tr("saved; enter a new one to replace it") : QString());
}

void MailServerFields::clearPassword()
{
    m_loading = true;
    m_password->clear();
    m_loading = false;
}

void MailServerFields::setVisible(bool visible)
{
    m_visible = visible;
    updateRows();
}

void MailServerFields::setOwnSignIn(bool own)
{
    m_ownSignIn = own;
    updateRows();
}

void MailServerFields::updateRows()
{
    const MailSignIn signIn = MailSignIn(chosenValue(m_signIn));
    const MailEncryption encryption = MailEncryption(chosenValue(m_encryption));
    m_port->setPlaceholderText(QString::number(standardMailPort(m_protocol, encryption)));
    m_form->setRowVisible(m_place, m_visible);
    m_form->setRowVisible(m_encryption, m_visible);
    m_form->setRowVisible(m_signIn, m_visible && m_ownSignIn);
    m_form->setRowVisible(m_user, m_visible && m_ownSignIn && signIn != MailSignIn::None);
    m_form->setRowVisible(m_password, m_visible && m_ownSignIn && signIn == MailSignIn::Password);
    m_form->setHint(m_encryption, encryption == MailEncryption::None
                                      ? tr("Everybody on the way could read and change everything.")
                                      : QString());
}

} // namespace deskhand
