// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mailbox.h"

namespace deskhand {

/// Who runs the servers of an address, as far as it can be told.
enum class MailProvider { Other = 0, Google = 1, Microsoft = 2 };

/// "google", "microsoft", "": as in MailOAuth::provider.
[[nodiscard]] QString mailProviderName(MailProvider provider);
[[nodiscard]] MailProvider mailProviderFromName(QStringView name);
/// By the domain of the address; a company's own domain is Other, also where Google or Microsoft run it.
[[nodiscard]] MailProvider mailProviderOf(const QString &address);

/// The port that a protocol is spoken at with an encryption (RFC 8314); MailProtocol::None is sending, by SMTP.
[[nodiscard]] int standardMailPort(MailProtocol protocol, MailEncryption encryption);
/// The port of a server, also where it has set none.
[[nodiscard]] inline int mailPort(const MailServer &server, MailProtocol protocol)
{
    return server.port != 0 ? server.port : standardMailPort(protocol, server.encryption);
}

/// Where the accounts of a provider get their tokens and what is asked of it for this protocol; without a client id,
/// which everybody registers for themselves. Empty for Other.
[[nodiscard]] MailOAuth mailOAuthOf(MailProvider provider, MailProtocol protocol);
/// Fills in servers and sign-in as the provider has them; of an Other one what is usual: imap. and smtp. before the
/// domain, and a password. Keeps name, queue and what is not of the servers.
void presetMailbox(Mailbox *mailbox, MailProvider provider);

} // namespace deskhand
