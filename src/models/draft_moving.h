// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/draft_keeper.h"

#include <optional>

namespace deskhand {

/// A draft that went with its ticket.
struct MovedDraft {
    Draft before;               ///< as it was in the source
    std::optional<Draft> there; ///< what the target had
    Draft now;                  ///< what the target has
};

/// What was begun to be written on one ticket goes to another. Where something of the same kind had been begun there,
/// the text is put behind it; nothing is thrown away. Whoever writes hears it (DraftKeeper::thrownAway, givenBack).
QVector<MovedDraft> moveDrafts(DraftKeeper &drafts, TicketId from, TicketId to, Instant now);

/// Takes it back for drafts that nobody has gone on with since; others stay where they are.
void moveDraftsBack(DraftKeeper &drafts, const QVector<MovedDraft> &moved);

} // namespace deskhand
