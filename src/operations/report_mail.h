// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"

namespace deskhand {

/// Why a reader gets no mail of a schedule; stored as ReportSending::problem.
namespace reportproblem {
inline constexpr QLatin1String inactive("inactive");      ///< the reader is no active agent (any more)
inline constexpr QLatin1String noAddress("no-address");   ///< or one that cannot be sent to
inline constexpr QLatin1String ownAddress("own-address"); ///< of a mailbox of the desk: it would come back
inline constexpr QLatin1String noMailbox("no-mailbox");   ///< no mailbox sends
inline constexpr QLatin1String gone("gone");              ///< the report was deleted, or its owner does not see it
inline constexpr QLatin1String denied("denied");          ///< the reader may see nothing of it
inline constexpr QLatin1String notPainted("not-painted"); ///< the painter failed, several times
} // namespace reportproblem

/// Why this person gets no report at all; empty: they do.
[[nodiscard]] QString reportReaderProblem(const Catalog &catalog, PersonId reader);

} // namespace deskhand
