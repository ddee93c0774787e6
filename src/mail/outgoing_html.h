// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/outgoing_mail.h"

namespace deskhand {

/// The HTML of a mail that goes out, and the pictures in it.
struct OutgoingHtml {
    QString html;                   ///< a whole document
    QVector<OutgoingFile> pictures; ///< those that `html` shows by `cid:`
    QVector<OutgoingFile> files;    ///< the others
    bool cut = false;               ///< it is larger than anything that can be made safe
};

/// Makes it from the HTML of the mail, or from its text where it has none. What would be loaded from elsewhere (remote
/// pictures, and so everything that tracks) is left out, pictures as `data:` become parts of the mail, and the marks of
/// our own view go.
[[nodiscard]] OutgoingHtml outgoingHtml(const OutgoingMail &mail);

} // namespace deskhand
