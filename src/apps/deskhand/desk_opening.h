// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog.h"
#include "store/local_desk.h"

#include <QFuture>

namespace deskhand {

/// A new desk as its maker described it.
struct DeskFounding {
    QString deskName;
    QString personName;
    QString mailAddress; ///< may be empty
};

/// Makes the file of an empty desk with the initial states, priorities and queue. Errors: Conflict (there is such a
/// file already), Denied, Internal.
Result<void> makeDeskFile(const QString &path);

/// Gives a fresh desk its name and its first agent, an administrator; answers who that is.
QFuture<Result<PersonId>> foundDesk(Desk &desk, const DeskFounding &founding);

/// Who somebody without a choice on this computer is in a desk: the first active administrator, else the first
/// active agent; invalid: the desk has none.
[[nodiscard]] PersonId likelyMe(const Catalog &catalog);

} // namespace deskhand
