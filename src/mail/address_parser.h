// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/defects.h"
#include "operations/parsed_mail.h"

#include <QByteArrayView>

namespace deskhand {

/// The mailboxes of a From/To/Cc header value as it stands in the mail (RFC 5322 3.4, with its obsolete forms).
///
/// Lives with what real mail has: missing quotes around names with commas ("Doe, John <j@x>" is one person),
/// missing or doubled angle brackets, names in comments, addresses without brackets after a name, encoded words
/// inside quotes, semicolons as separators. Groups give their members; "undisclosed-recipients:;" gives none.
/// Linear in the length; stops after `limit` addresses.
[[nodiscard]] QList<MailAddress> parseAddresses(QByteArrayView raw, int limit, DefectNotes &defects,
                                                QByteArrayView charsetHint = {});

} // namespace deskhand
