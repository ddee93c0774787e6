// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mail_provider.h"

namespace deskhand {
namespace {

QString domainOfAddress(const QString &address)
{
    return address.section(u'@', -1).trimmed().toLower();
}

// Of developers.google.com/identity/protocols/oauth2/native-app and developers.google.com/workspace/gmail/imap.
MailOAuth googleOAuth()
{
    MailOAuth oauth;
    oauth.provider = mailProviderName(MailProvider::Google);
    oauth.authorizeUrl = QStringLiteral("https://accounts.google.com/o/oauth2/v2/auth");
    oauth.tokenUrl = QStringLiteral("https://oauth2.googleapis.com/token");
    oauth.scope = QStringLiteral("https://mail.google.com/");
    return oauth;
}

// Of learn.microsoft.com/exchange/client-developer/legacy-protocols, "Authenticate an IMAP, POP or SMTP connection".
MailOAuth microsoftOAuth(MailProtocol protocol)
{
    MailOAuth oauth;
    oauth.provider = mailProviderName(MailProvider::Microsoft);
    oauth.authorizeUrl = QStringLiteral("https://login.microsoftonline.com/common/oauth2/v2.0/authorize");
    oauth.tokenUrl = QStringLiteral("https://login.microsoftonline.com/common/oauth2/v2.0/token");
    const QString incoming =
        protocol == MailProtocol::Pop3   ? QStringLiteral("https://outlook.office.com/POP.AccessAsUser.All ")
        : protocol == MailProtocol::Imap ? QStringLiteral("https://outlook.office.com/IMAP.AccessAsUser.All ")
                                         : QString();
    oauth.scope = incoming + QStringLiteral("https://outlook.office.com/SMTP.Send offline_access");
    return oauth;
}

MailServer serverAt(const QString &host, MailEncryption encryption, MailSignIn signIn, const QString &user)
{
    MailServer server;
    server.host = host;
    server.encryption = encryption;
    server.signIn = signIn;
    server.user = user;
    return server;
}

} // namespace

QString mailProviderName(MailProvider provider)
{
    switch (provider) {
    case MailProvider::Other: break;
    case MailProvider::Google: return QStringLiteral("google");
    case MailProvider::Microsoft: return QStringLiteral("microsoft");
    }
    return {};
}

MailProvider mailProviderFromName(QStringView name)
{
    for (const MailProvider provider : {MailProvider::Google, MailProvider::Microsoft}) {
        if (name == mailProviderName(provider))
            return provider;
    }
    return MailProvider::Other;
}

MailProvider mailProviderOf(const QString &address)
{
    const QString domain = domainOfAddress(address);
    if (domain == QLatin1String("gmail.com") || domain == QLatin1String("googlemail.com"))
        return MailProvider::Google;
    const QString first = domain.section(u'.', 0, 0);
    if (first == QLatin1String("outlook") || first == QLatin1String("hotmail") || first == QLatin1String("live")
        || domain == QLatin1String("msn.com") || domain.endsWith(QLatin1String(".onmicrosoft.com")))
        return MailProvider::Microsoft;
    return MailProvider::Other;
}

int standardMailPort(MailProtocol protocol, MailEncryption encryption)
{
    const bool tls = encryption == MailEncryption::Tls;
    switch (protocol) {
    case MailProtocol::Imap: return tls ? 993 : 143;
    case MailProtocol::Pop3: return tls ? 995 : 110;
    case MailProtocol::None: break;
    }
    return tls ? 465 : encryption == MailEncryption::StartTls ? 587 : 25;
}

MailOAuth mailOAuthOf(MailProvider provider, MailProtocol protocol)
{
    switch (provider) {
    case MailProvider::Google: return googleOAuth();
    case MailProvider::Microsoft: return microsoftOAuth(protocol);
    case MailProvider::Other: break;
    }
    return {};
}

void presetMailbox(Mailbox *mailbox, MailProvider provider)
{
    const QString user = mailbox->address.trimmed();
    const QString domain = domainOfAddress(mailbox->address);
    const bool pop = mailbox->protocol == MailProtocol::Pop3;
    const QString clientId = mailbox->oauth.clientId;
    mailbox->oauth = mailOAuthOf(provider, mailbox->protocol);
    mailbox->oauth.clientId = provider == MailProvider::Other ? QString() : clientId;
    switch (provider) {
    case MailProvider::Google:
        mailbox->incoming = serverAt(pop ? QStringLiteral("pop.gmail.com") : QStringLiteral("imap.gmail.com"),
                                     MailEncryption::Tls, MailSignIn::OAuth2, user);
        mailbox->outgoing = serverAt(QStringLiteral("smtp.gmail.com"), MailEncryption::Tls, MailSignIn::OAuth2, user);
        mailbox->authservId = QStringLiteral("mx.google.com");
        break;
    case MailProvider::Microsoft:
        mailbox->incoming =
            serverAt(QStringLiteral("outlook.office365.com"), MailEncryption::Tls, MailSignIn::OAuth2, user);
        mailbox->outgoing =
            serverAt(QStringLiteral("smtp.office365.com"), MailEncryption::StartTls, MailSignIn::OAuth2, user);
        break;
    case MailProvider::Other:
        mailbox->incoming = serverAt((pop ? QStringLiteral("pop.") : QStringLiteral("imap.")) + domain,
                                     MailEncryption::Tls, MailSignIn::Password, user);
        mailbox->outgoing = serverAt(QStringLiteral("smtp.") + domain, MailEncryption::Tls, MailSignIn::Password, user);
        break;
    }
}

} // namespace deskhand
