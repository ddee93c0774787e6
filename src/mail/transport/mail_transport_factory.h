// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/transport/mail_channel.h"

namespace deskhand {

struct MailTransportOptions {
    MailPatience patience;
    QString tokenCaFile; ///< PEM of the only authorities for OAuth 2 endpoints; empty: the system's
};

/// IMAP, POP3 and SMTP over TLS, for as many mailboxes and threads as there are.
[[nodiscard]] std::unique_ptr<MailTransport> makeMailTransport(const MailTransportOptions &options = {});

} // namespace deskhand
