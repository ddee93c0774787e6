// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/outgoing_mail.h"
#include "operations/command.h"

namespace deskhand {

/// Mail as bytes, for the pipeline and the jobs; `mail` has the one there is. Pure and thread-safe.
class MailCodec
{
public:
    virtual ~MailCodec() = default;

    /// The final bytes of a mail, CRLF line ends. The same mail gives the same bytes. Errors: Invalid (no sender, no
    /// recipient, an address that cannot be sent to).
    [[nodiscard]] virtual Result<QByteArray> write(const OutgoingMail &mail) const = 0;

    /// What a raw mail asks of the desk. Never fails: what is no mail becomes one with its file and
    /// AcceptMail::problem. `mailbox` says which of its headers count; null for a mail out of an archive.
    [[nodiscard]] virtual AcceptMail read(const QByteArray &raw, const QString &source,
                                          const Mailbox *mailbox) const = 0;
};

} // namespace deskhand
