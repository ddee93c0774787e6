// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/wire_socket.h"
#include "wire/wire_type.h"

namespace deskhand {

// The messages of the WebSocket. Found by wireType<T>().

[[nodiscard]] const WireType &wireShape(const SocketByeReason *);
[[nodiscard]] const WireType &wireShape(const SocketHello *);
[[nodiscard]] const WireType &wireShape(const SocketSigns *);
[[nodiscard]] const WireType &wireShape(const SocketWelcome *);
[[nodiscard]] const WireType &wireShape(const SocketLook *);
[[nodiscard]] const WireType &wireShape(const SocketChanges *);
[[nodiscard]] const WireType &wireShape(const SocketPresence *);
[[nodiscard]] const WireType &wireShape(const SocketPresenceChanges *);
[[nodiscard]] const WireType &wireShape(const SocketCatalogChanged *);
[[nodiscard]] const WireType &wireShape(const SocketBye *);

/// Each message with its "type".
[[nodiscard]] QJsonObject socketUpSchema(WireSchemas *schemas);
[[nodiscard]] QJsonObject socketDownSchema(WireSchemas *schemas);

} // namespace deskhand
