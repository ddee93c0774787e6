// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/command.h"
#include "operations/jobs/desk_trouble.h"
#include "operations/mail_codec.h"
#include "operations/mail_store.h"
#include "operations/mail_transport.h"

#include <functional>
#include <memory>

namespace deskhand {

/// Opens what was sealed for the desk's key. Errors: Denied (sealed for another key), NotFound (the key is not here).
using SecretOpener = std::function<Result<QByteArray>(const QByteArray &sealed)>;

/// All that the mail jobs know of the world. Every function is called in threads of the jobs, several at a time.
struct MailJobPorts {
    /// A store for the calling thread, on a connection of its own.
    std::function<Result<std::unique_ptr<MailStore>>()> openStore;
    std::shared_ptr<MailTransport> transport;
    std::shared_ptr<const MailCodec> codec;
    /// Runs a command and returns when it is durable. The same command may be given again.
    std::function<Result<CommandAnswer>(const Command &command)> submit;
    SecretOpener openSecret;
    /// Seals for the desk's key.
    std::function<Result<QByteArray>(const QByteArray &plain)> sealSecret;
    std::shared_ptr<const Clock> clock; ///< thread-safe
};

/// The secrets of a mailbox, opened. Errors have the payload `reason` "secrets".
[[nodiscard]] Result<MailSecrets> openSecrets(const MailJobPorts &ports, const MailboxWork &work);
/// MailboxProgress::problem of an error: why it happened, where that says more than its code ("secrets", "certificate",
/// "tls", "not-offered", "resolve", "connect", "refresh-token"), else its code ("unauthenticated").
[[nodiscard]] QString mailProblemName(const Error &error);
/// AcceptMail::source of what comes to a mailbox.
[[nodiscard]] inline QString mailSourceOf(MailboxId mailbox)
{
    return QStringLiteral("mailbox/%1").arg(mailbox.value);
}

/// What jobs have done since they were made.
struct MailWorkDone {
    qint64 fetched = 0;
    qint64 applied = 0;
    qint64 sent = 0;   ///< mails that were handed to a server, for all or some of their recipients
    qint64 failed = 0; ///< attempts of any kind that came to nothing
};

} // namespace deskhand
