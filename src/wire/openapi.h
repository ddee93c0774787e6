// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace deskhand {

/// The description of the service for programs (OpenAPI 3.1.0): every endpoint of the table with the schemas of what it
/// takes and gives, made of the same descriptions that encoders and decoders go by. The messages of the WebSocket are
/// its schemas SocketUp and SocketDown.
[[nodiscard]] QJsonObject openApiObject();
/// The same as JSON, made once; thread-safe.
[[nodiscard]] const QByteArray &openApiDescription();

} // namespace deskhand
