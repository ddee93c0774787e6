// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "operations/mail_codec.h"
#include "operations/unit_of_work.h"

#include <QVector>

namespace deskhand {

/// What a command did. For a command that had run before: its answer, no changes.
struct CommandOutcome {
    CommandAnswer answer;
    QVector<Change> changes; ///< in feed order
    bool catalogChanged = false;
};

/// The one way in which anything in a desk is changed: repeated? → authorise → what it names by hash → validate and
/// apply (the command's handler) → history → feed → answer kept. Everything happens in the transaction of `unit`, which
/// the caller commits after success and rolls back after an error. Errors: Denied, Unauthenticated (the actor is
/// nobody), Invalid (payload: see field_errors.h), NotFound, Conflict, of the store. Without a codec nothing is mailed.
[[nodiscard]] Result<CommandOutcome> runCommand(const Command &command, UnitOfWork &unit, const Clock &clock,
                                                const MailCodec *codec = nullptr);

} // namespace deskhand
