// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/mailbox.h"

#include <QByteArray>
#include <QByteArrayList>

namespace deskhand {

/// Who comes in, and by what. `secret`: the password, or the access token of OAuth 2.
struct MailCredentials {
    MailSignIn signIn = MailSignIn::None;
    QByteArray user;
    QByteArray secret;
};

/// Which of the mechanisms offered is used: "PLAIN", "LOGIN", "XOAUTH2"; empty: none fits. `offered` in capitals.
[[nodiscard]] QByteArray chosenMechanism(const MailCredentials &credentials, const QByteArrayList &offered);
/// The first answer of PLAIN (RFC 4616) or XOAUTH2, not yet in base64.
[[nodiscard]] QByteArray saslInitialResponse(const QByteArray &mechanism, const MailCredentials &credentials);
/// Invalid: a line end or NUL, by which somebody could speak to the server.
[[nodiscard]] Result<void> checkCredentials(const MailCredentials &credentials);
/// What a server said, as text for people: without control characters, and without a secret that it repeats.
[[nodiscard]] QString serverWords(const QByteArray &said, const MailCredentials &credentials);

} // namespace deskhand
