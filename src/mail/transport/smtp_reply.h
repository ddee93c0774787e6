// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace deskhand {

/// An answer of an SMTP server (RFC 5321 4.2), all of its lines.
struct SmtpReply {
    int code = 0;
    QByteArrayList lines; ///< without the code
    [[nodiscard]] bool positive() const { return code >= 200 && code < 300; }
    [[nodiscard]] bool intermediate() const { return code >= 300 && code < 400; }
    [[nodiscard]] bool transient() const { return code >= 400 && code < 500; }
    [[nodiscard]] bool permanent() const { return code >= 500 && code < 600; }
    /// "5.1.1" of RFC 3463; empty: it has none, or one of another class than its code.
    [[nodiscard]] QString status() const;
    /// "550 5.1.1 no such user": all on one line.
    [[nodiscard]] QByteArray text() const;
};

/// Adds a line to a reply. False: it is none, or one of another code.
[[nodiscard]] bool appendSmtpLine(const QByteArray &line, SmtpReply *reply, bool *last);

/// The state of a recipient whose mail met this reply to RCPT or to its data.
[[nodiscard]] DeliveryState smtpState(const SmtpReply &reply);

/// Dots at the beginning of lines doubled, every line end CR LF, and one at the end: what stands between DATA and the
/// lone dot (RFC 5321 4.5.2). A mail that has CR LF already comes out as it is but for the dots.
[[nodiscard]] QByteArray smtpData(const QByteArray &mail);

/// An address as it stands in MAIL and RCPT; empty: it cannot stand there (RFC 5321 4.1.2), or might be taken for an
/// option by a program behind the server. `needsUtf8`: only with SMTPUTF8 (RFC 6531).
[[nodiscard]] QByteArray smtpAddress(const QString &address, bool *needsUtf8);

} // namespace deskhand
