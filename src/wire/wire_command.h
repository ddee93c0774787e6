// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/command.h"
#include "operations/upload_store.h"

#include <QByteArray>
#include <QStringList>

namespace deskhand {

// Commands of people: {"id":"…uuid…","kind":"post-article","body":{…}}, read as strictly as questions (wire_calls.h).
//
// Not on the wire, whoever asks for it: who acts (the token says so), kinds of actors other than people, the reason
// that rules and imports leave in history, the commands of jobs, and of an article what only a mail or an import may
// say: author, date, Message-ID, what it answers, raw bytes, that no person wrote it. HTML is taken as it comes: the
// service makes it safe before anything is stored.

/// A command as JSON, in bytes. What does not fit is uploaded before it: wire/upload_calls.h.
inline constexpr qint64 largestWireCommand = 1024 * 1024;
/// Of a command whose JSON was uploaded: an article of four megabytes of HTML and the quote of another, as UTF-8.
inline constexpr qint64 largestUploadedCommand = 16LL * 1024 * 1024;
/// As an outbox keeps it, with all attachments in it (base64 makes a third more of them).
inline constexpr qint64 largestKeptCommand = largestAttachments / 3 * 4 + largestUploadedCommand;

/// "post-article", …; empty: the command is not on the wire.
[[nodiscard]] QString commandKindName(const CommandBody &body);
/// Of every command on the wire.
[[nodiscard]] QStringList commandKindNames();
/// Whether it sets the desk up (people, queues, mailboxes, policies …), else it is work on tickets and on one's own
/// things. What a token needs to be allowed to; whether its person may is decided in the pipeline.
[[nodiscard]] bool setsUpDesk(const CommandBody &body);

/// Empty for a command that is not on the wire.
[[nodiscard]] QByteArray encodeCommand(const Command &command);
/// The actor is invalid: the service sets it. Errors: Invalid.
[[nodiscard]] Result<Command> decodeCommand(const QByteArray &json, qint64 largest = largestWireCommand);

[[nodiscard]] QByteArray encodeCommandAnswer(const CommandAnswer &answer);
/// Errors: Corrupt.
[[nodiscard]] Result<CommandAnswer> decodeCommandAnswer(const QByteArray &json);

} // namespace deskhand
