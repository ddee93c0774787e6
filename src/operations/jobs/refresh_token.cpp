// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/refresh_token.h"

namespace deskhand {

void keepRefreshToken(const MailJobPorts &ports, MailStoreThread &store, HeldLease &lease, const QByteArray &token,
                      MailboxWork *work)
{
    const Result<QByteArray> sealed = ports.sealSecret(token);
    if (!sealed)
        return;
    work->sealed.insert(MailSecret::RefreshToken, *sealed);
    (void)store.run([&](MailStore &stored) {
        return stored.storeSecret(lease.lease(), work->mailbox.id, MailSecret::RefreshToken, *sealed);
    });
}

} // namespace deskhand
