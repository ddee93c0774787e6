// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/draft_store.h"

namespace deskhand {

/// What a draft says of the mail that it became. It is kept beside new drafts of the same ticket until the mail is
/// released, also over the end of the program.
struct SentMark {
    OutboundMailId mail;
    QString key;       ///< of the draft before it was sent
    Instant at = 0;    ///< when it was sent
    Instant until = 0; ///< when its mail is released
    CommandId undo;    ///< of the command that takes it back and whose answer is not known; null: none
};

[[nodiscard]] bool isSentDraft(const Draft &draft);
[[nodiscard]] SentMark sentMark(const Draft &sent);
/// The key under which a draft is kept while its mail can be taken back.
[[nodiscard]] QString sentDraftKey(const QString &key, OutboundMailId mail);

[[nodiscard]] Draft asSent(const Draft &draft, OutboundMailId mail, Instant at, Instant until);
[[nodiscard]] Draft withRelease(const Draft &sent, Instant until);
/// `command` null: nobody takes it back any more.
[[nodiscard]] Draft withUndo(const Draft &sent, const CommandId &command);

/// The very draft that was sent. Sending it again is another command.
[[nodiscard]] Draft unsent(const Draft &sent, Instant now);
/// A draft that came back, and below it what was begun in its place meanwhile.
[[nodiscard]] Draft joinedDrafts(const Draft &returned, const Draft &begun);

} // namespace deskhand
