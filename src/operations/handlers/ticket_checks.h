// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command_run.h"
#include "operations/field_errors.h"

namespace deskhand {

inline constexpr int longestSubject = 1000;

// Whether a ticket may get this value. A thing that was switched off may stay where it is but not be chosen anew, so
// callers ask only about values that change. Invalid ids: "required", or nothing where none is allowed.
void checkState(const CommandRun &run, StateId id, FieldErrors *errors);
void checkPriority(const CommandRun &run, PriorityId id, FieldErrors *errors);
void checkQueue(const CommandRun &run, QueueId id, FieldErrors *errors);
void checkCategory(const CommandRun &run, CategoryId id, FieldErrors *errors);
void checkOwner(const CommandRun &run, PersonId id, FieldErrors *errors);
void checkInstant(TicketField field, Instant at, FieldErrors *errors);

/// Stored forms of tags, without empty ones and duplicates, sorted.
[[nodiscard]] QStringList normalizedTags(const QStringList &tags);

/// A tag that no ticket had makes the catalogue new.
void noteNewTags(CommandRun &run, const QStringList &tags);

} // namespace deskhand
