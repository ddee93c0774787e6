// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/header_block.h"

#include <QList>
#include <QMap>
#include <QString>

namespace deskhand {

/// One method of an Authentication-Results header (RFC 8601 2.2).
struct AuthenticationResult {
    QByteArray method;                       ///< lower case: "dkim", "spf", "dmarc"
    QByteArray result;                       ///< lower case: "pass", "fail", "none", …
    QMap<QByteArray, QByteArray> properties; ///< "header.d", "smtp.mailfrom", …, names in lower case
};

struct AuthenticationResults {
    QByteArray authservId; ///< lower case; empty: the value is malformed
    QList<AuthenticationResult> results;
};

/// A header value: comments, folds and quoted strings understood.
[[nodiscard]] AuthenticationResults parseAuthenticationResults(QByteArrayView value);

/// Whether our own mail server, which calls itself `authservId`, has found that the mail comes from the domain that its
/// From claims: DMARC passed, or DKIM or SPF for that domain.
///
/// Whoever sends a mail can write such headers. Ours stand above everything that came with the mail, so only the
/// topmost one with our id counts, and further ones where nothing but our server can have put them: above the first
/// Received. One below a Received of another organisation than the first one's came with the mail.
[[nodiscard]] bool isSenderProven(const HeaderBlock &headers, const QString &authservId, const QString &fromAddress);

} // namespace deskhand
