// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/held_lease.h"
#include "operations/jobs/mail_job_ports.h"
#include "operations/jobs/mail_store_thread.h"

namespace deskhand {

/// A provider gave a new refresh token: it is sealed into the desk and into `work`. When the desk does not take it, the
/// next sign-in is refused, and the mailbox says that it needs a new one.
void keepRefreshToken(const MailJobPorts &ports, MailStoreThread &store, HeldLease &lease, const QByteArray &token,
                      MailboxWork *work);

} // namespace deskhand
