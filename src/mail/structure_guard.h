// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/defects.h"
#include "mail/mail_limits.h"

#include <QByteArrayView>

namespace deskhand {

/// The begin of `body` that a MIME parser can read at bounded cost: cut where there are more part separators, or
/// a part with more header lines, than the limits allow. Almost always all of it; one pass, no memory.
/// `contentType` is the mail's own Content-Type value.
[[nodiscard]] QByteArrayView boundedBody(QByteArrayView body, QByteArrayView contentType, const MailLimits &limits,
                                         DefectNotes &defects);

} // namespace deskhand
