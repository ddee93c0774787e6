// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/presence.h"
#include "operations/query.h"
#include "wire/wire_error.h"

#include <QByteArray>
#include <QUuid>
#include <QVector>

#include <variant>

namespace deskhand {

// What goes over the WebSocket at /api/v1/socket, which is opened with the same token as every request: text messages,
// {"type":"hello",…}. Keeping it alive is up to pings of the protocol itself. Nothing of a ticket but its id is pushed;
// what it says is asked for, and that is where rights are checked. Messages to the service are read as strictly as
// questions, those to clients as answers (wire_calls.h); a message of a type that a client does not know is left aside.

// Up.

/// The first message of a client.
struct SocketHello {
    int version = wireVersion;
    qint64 cursor = 0; ///< up to where it has seen the feed; 0: nothing yet, it begins with now
    bool operator==(const SocketHello &) const = default;
};
/// All that this client does now, in place of what it said before. Writing is what others see as typing.
struct SocketSigns {
    QVector<PresenceSign> signs;
    bool operator==(const SocketSigns &) const = default;
};
using SocketUp = std::variant<SocketHello, SocketSigns>;

// Down.

/// Answers the hello.
struct SocketWelcome {
    int version = wireVersion;
    qint64 cursor = 0; ///< where the feed ends now; look at once when you are not there
    Instant now = 0;   ///< the service's clock
    QUuid epoch;       ///< of the desk; another one than before: it was restored from a backup, and no cursor counts
    QUuid client;      ///< what Presence::client says of this one
    bool operator==(const SocketWelcome &) const = default;
};
/// The feed goes on behind the cursor that you have: ask for it (changesSince). Up to `cursor` at least.
struct SocketLook {
    qint64 cursor = 0;
    bool operator==(const SocketLook &) const = default;
};
/// What came behind `since`, in order and complete, as changesSince() gives it to this person; never with the tickets
/// before and after. Who is not at `since` asks.
struct SocketChanges {
    qint64 since = 0;
    QVector<Change> changes;
    qint64 cursor = 0;
};
/// All that others do now in tickets that this person sees, in place of what was said before.
struct SocketPresence {
    QVector<Presence> others;
    bool operator==(const SocketPresence &) const = default;
};
/// What these clients do now, in place of what was last said of each of them; of the others it goes on. Behind a
/// SocketPresence, and only to a client that has opened its socket with this header (and any value): it is told of
/// itself, too, since everybody is told the same.
struct SocketPresenceChanges {
    QVector<QUuid> clients;
    QVector<Presence> others;
    bool operator==(const SocketPresenceChanges &) const = default;
};
inline constexpr QLatin1String presenceChangesHeader{"Deskhand-Presence"};
struct SocketCatalogChanged {
    bool operator==(const SocketCatalogChanged &) const = default;
};
/// Why the service closes the socket. "restart": come back; the others need a person.
enum class SocketByeReason { Restart, SignedOut, TooOld, TooNew, TooSlow, BadMessage };
struct SocketBye {
    SocketByeReason reason = SocketByeReason::Restart;
    int retryAfterMs = 0; ///< of Restart: come back no earlier, each client at another time
    bool operator==(const SocketBye &) const = default;
};
using SocketDown = std::variant<SocketWelcome, SocketLook, SocketChanges, SocketPresence, SocketPresenceChanges,
                                SocketCatalogChanged, SocketBye>;

/// A message to the service, and to a client; no longer than what EdgeLimits::socketMessage allows, up.
inline constexpr qint64 largestSocketUp = 64LL * 1024;
inline constexpr int mostPresenceSigns = 100;

[[nodiscard]] QByteArray encodeSocketUp(const SocketUp &message);
/// Errors: Invalid.
[[nodiscard]] Result<SocketUp> decodeSocketUp(const QByteArray &json);
[[nodiscard]] QByteArray encodeSocketDown(const SocketDown &message);
/// Errors: Corrupt; NotFound for a type that this program does not know.
[[nodiscard]] Result<SocketDown> decodeSocketDown(const QByteArray &json);

} // namespace deskhand
