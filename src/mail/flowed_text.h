// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand {

/// Text of a format=flowed part (RFC 3676) with its paragraphs joined: lines that end in a blank go on in the next
/// one of the same quote depth, blanks added for stuffing go. `delSp`: the joining blank is deleted as well.
[[nodiscard]] QString unflowed(const QString &text, bool delSp);

} // namespace deskhand
