// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/mail_job_ports.h"

namespace deskhand {

Result<MailSecrets> openSecrets(const MailJobPorts &ports, const MailboxWork &work)
{
    MailSecrets opened;
    for (auto sealed = work.sealed.cbegin(); sealed != work.sealed.cend(); ++sealed) {
        Result<QByteArray> plain = ports.openSecret(sealed.value());
        if (!plain) {
            Error error = plain.error();
            error.payload.insert(QStringLiteral("reason"), QStringLiteral("secrets"));
            return error;
        }
        opened.insert(sealed.key(), *std::move(plain));
    }
    return opened;
}

QString mailProblemName(const Error &error)
{
    const QString reason = error.payload.value(QStringLiteral("reason")).toString();
    for (const char *known : {"secrets", "certificate", "tls", "not-offered", "resolve", "connect", "refresh-token"}) {
        if (reason == QLatin1String(known))
            return reason;
    }
    return errorCodeName(error.code);
}

} // namespace deskhand
