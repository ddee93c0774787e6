// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"

namespace deskhand {

/// The active text of a kind for a queue: one in the first of `languages` that there is one in, of the queue itself or
/// the nearest above it; else one that is for every language; else any. An AgentSignature is one of `agent`, the others
/// are of nobody. Null: there is none. Pure; the pointer is into the catalogue.
[[nodiscard]] const MailText *chooseMailText(const Catalog &catalog, MailTextKind kind, QueueId queue, PersonId agent,
                                             const QStringList &languages);

} // namespace deskhand
