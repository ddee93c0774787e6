// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"

#include <QByteArray>
#include <QHash>

namespace deskhand {

/// A command as it is sent, and what the service has to have before it.
struct PackedCommand {
    QByteArray json;
    QHash<QByteArray, QByteArray> uploads; ///< by SHA-256 (32 bytes)
};

/// Attachments of that size stay in the command, as long as all of them together are not too much for its JSON.
inline constexpr qsizetype largestInlineAttachment = 64 * 1024;
inline constexpr qsizetype largestInlineAttachments = 256 * 1024;

/// Large attachments are uploads that the command names; and so is a command that is still too large without them.
[[nodiscard]] PackedCommand packedCommand(const Command &command);

} // namespace deskhand
