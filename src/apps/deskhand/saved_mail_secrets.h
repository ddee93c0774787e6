// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_transport.h"

namespace deskhand {

/// The secrets of a mailbox of a desk's file, opened with the desk's key (`sealKey`, see MailSettings) in `keyFolder`.
/// Blocks. Errors: NotFound (no such mailbox, no key), Denied (sealed for another key), of the store.
[[nodiscard]] Result<MailSecrets> savedMailSecrets(const QString &deskFile, const QString &keyFolder,
                                                   const QString &sealKey, MailboxId mailbox);

} // namespace deskhand
