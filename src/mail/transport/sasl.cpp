// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/sasl.h"

#include "mail/transport/mail_channel.h"

namespace deskhand {

QByteArray chosenMechanism(const MailCredentials &credentials, const QByteArrayList &offered)
{
    if (credentials.signIn == MailSignIn::OAuth2)
        return offered.contains("XOAUTH2") ? QByteArrayLiteral("XOAUTH2") : QByteArray();
    for (const char *mechanism : {"PLAIN", "LOGIN"}) {
        if (offered.contains(mechanism))
            return mechanism;
    }
    return {};
}

QByteArray saslInitialResponse(const QByteArray &mechanism, const MailCredentials &credentials)
{
    if (mechanism == "XOAUTH2")
        return "user=" + credentials.user
               + "\x01"
                 "auth=Bearer "
               + credentials.secret + "\x01\x01";
    return QByteArray(1, '\0') + credentials.user + QByteArray(1, '\0') + credentials.secret;
}

Result<void> checkCredentials(const MailCredentials &credentials)
{
    for (const QByteArray &text : {credentials.user, credentials.secret}) {
        if (text.contains('\r') || text.contains('\n') || text.contains('\0') || text.contains('\x01')) {
            return mailError(ErrorCode::Unauthenticated, QStringLiteral("mail.signIn"),
                             QStringLiteral("the name or the password has characters that no server takes"),
                             QStringLiteral("sign-in"));
        }
    }
    if (credentials.signIn != MailSignIn::None && (credentials.user.isEmpty() || credentials.secret.isEmpty())) {
        return mailError(ErrorCode::Unauthenticated, QStringLiteral("mail.signIn"),
                         QStringLiteral("there is no name or no password"), QStringLiteral("sign-in"));
    }
    return {};
}

QString serverWords(const QByteArray &said, const MailCredentials &credentials)
{
    QByteArray clean = said.left(2000);
    if (!credentials.secret.isEmpty()) {
        clean.replace(credentials.secret, "***");
        clean.replace(credentials.secret.toBase64(), "***");
        clean.replace(saslInitialResponse("PLAIN", credentials).toBase64(), "***");
        clean.replace(saslInitialResponse("XOAUTH2", credentials).toBase64(), "***");
    }
    QString text = QString::fromUtf8(clean);
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    }
    return text.simplified().left(400);
}

} // namespace deskhand
