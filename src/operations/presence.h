// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QMetaType>
#include <QUuid>
#include <QVector>

namespace deskhand {

/// What somebody does in a ticket at this moment. The numbers are stored: never reorder.
enum class PresenceKind {
    Viewing = 1, ///< it is open in a window
    Writing = 2, ///< a reply or a note is being written
};

/// What this client does in a ticket.
struct PresenceSign {
    TicketId ticket;
    PresenceKind kind = PresenceKind::Viewing;
    bool operator==(const PresenceSign &) const = default;
};

/// What another client does in a ticket. A person with two programs is there twice.
struct Presence {
    TicketId ticket;
    PersonId person;
    QUuid client;
    PresenceKind kind = PresenceKind::Viewing;
    Instant since = 0; ///< the desk's clock
    bool operator==(const Presence &) const = default;
};

/// A client whose last sign of life is older than this is no longer there.
constexpr qint64 presenceLastsMs = 25'000;

} // namespace deskhand

Q_DECLARE_METATYPE(deskhand::Presence)
