// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_report.h"
#include "store/statement.h"

namespace deskhand {

/// The first 13 columns of mail.heldById: a held mail and the queue of the ticket that it claims (invalid: none).
[[nodiscard]] HeldMail readHeldMail(ColumnReader &row, QueueId *queue);

} // namespace deskhand
