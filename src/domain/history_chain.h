// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"

#include <QByteArray>

namespace deskhand {

// The history of a desk is one chain: hash(n) = SHA-256(canonical(n) ‖ hash(n-1)), the first with an empty predecessor.
// Whoever changes, removes or inserts an entry breaks all that follow. Names, values and comments go in by their own
// hash, so that a person's data can be erased later while the chain still holds.

/// SHA-256 over actorName, oldValue, newValue, oldText, newText, why.
[[nodiscard]] QByteArray historyPayloadHash(const HistoryEntry &entry);

/// Hash of the entry, whose id is set, after the one with hash `previous`.
[[nodiscard]] QByteArray historyHash(const HistoryEntry &entry, const QByteArray &payloadHash,
                                     const QByteArray &previous);

} // namespace deskhand
