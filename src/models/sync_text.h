// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time_text.h"
#include "operations/desk_sync.h"

#include <QCoreApplication>

namespace deskhand {

/// How a client that keeps a replica stands, in words for people.
class SyncText
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::SyncText)

public:
    /// How loud it is said.
    enum class Tone { Good, Busy, Warning, Danger };

    /// "Online", "Connecting…", "Offline since 14:05", "Syncing 120 of 5,000", "Signed out", "Too old".
    [[nodiscard]] static QString phase(const SyncState &state, Instant now, const TimeWords &words = {});
    /// The line for the status bar: phase, "3 queued", "2 need attention".
    [[nodiscard]] static QString line(const SyncState &state, Instant now, const TimeWords &words = {});
    /// What is in the way and what can be done about it, a sentence or two; empty: nothing to say.
    [[nodiscard]] static QString advice(const SyncState &state);
    [[nodiscard]] static Tone tone(const SyncState &state);
    /// "My tickets", "My queues' open tickets", "Nothing".
    [[nodiscard]] static QString extent(ReplicaExtent extent);
};

} // namespace deskhand
