// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/unit_of_work.h"

namespace deskhand {

/// The articles that a command brings, to look at or to change; the pointers are into `body`.
[[nodiscard]] QVector<NewArticle *> articlesOf(CommandBody *body);

/// Whether a command names an attachment by its hash.
[[nodiscard]] bool namesUploads(const CommandBody &body);

/// The command with the bytes that its actor has uploaded in place of their hashes; they are used by it in the same
/// transaction. Nobody gets at anything by a hash that somebody else has uploaded, or that the desk knows. All of them
/// together are in memory then: at most largestAttachments. Errors: Invalid, with a `reason` in its payload:
/// "upload-missing" (and "uploads", the hashes as a QStringList of hex digits: they have not been uploaded by the
/// actor, or no longer), "too-long" (all attachments together), "repeated" (bytes and a hash); those of the store.
[[nodiscard]] Result<Command> withUploads(const Command &command, UnitOfWork &unit, Instant now);

} // namespace deskhand
