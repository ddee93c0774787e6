// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog.h"
#include "operations/mail_report.h"
#include "store/statement.h"

#include <QHash>

namespace deskhand {

class Connection;

/// Rows as of catalog.mailboxes. Errors: of the store.
[[nodiscard]] Result<QVector<Mailbox>> readMailboxes(Statement statement);
[[nodiscard]] MailText readMailText(ColumnReader &row); ///< 8 columns, as catalog.mailTexts
[[nodiscard]] Result<QHash<MailboxId, MailboxProgress>> readMailProgress(Connection &connection);

} // namespace deskhand
