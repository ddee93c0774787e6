// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QByteArray>
#include <QString>

namespace deskhand {

/// A Message-ID of ours, or the token in an envelope sender: it names a ticket, and a signature proves that this desk
/// wrote it, so that nobody else can claim a ticket by making one up.
struct SignedTicket {
    TicketId ticket;
    QString nonce;
    bool operator==(const SignedTicket &) const = default;
};

/// "dh.<ticket>.<nonce>.<signature>@<domain>": ticket in base 36, the nonce 16 hex digits made of the uuid of the
/// command that sends the mail (the same command gives the same id), 20 hex digits (80 bits) of HMAC-SHA-256 over
/// "<ticket>.<nonce>".
[[nodiscard]] QString makeMessageId(const QByteArray &key, TicketId ticket, const QUuid &command,
                                    const QString &domain);
/// Without angle brackets; letter case and domain do not matter (some servers change both). False: not ours.
[[nodiscard]] bool readMessageId(const QByteArray &key, const QString &messageId, SignedTicket *signedTicket);

/// The part of a Message-ID of ours that stands for the mail in an envelope sender: "<nonce>.<signature>".
[[nodiscard]] QString bounceToken(const QString &messageId);
/// "support+b.<token>@example.com" from "support@example.com"; the address alone when that would be longer than servers
/// take (a local part of 64 characters).
[[nodiscard]] QString addressWithToken(const QString &address, const QString &token);
/// The token in an address; empty: none.
[[nodiscard]] QString tokenOfAddress(const QString &address);
/// "support@example.com" again.
[[nodiscard]] QString addressWithoutToken(const QString &address);

} // namespace deskhand
