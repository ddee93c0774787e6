// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QLatin1String>

#include <optional>

namespace deskhand {

// Uploads: PUT /api/v1/uploads/{sha256} keeps bytes for whoever sends them until a command of theirs uses them, GET
// (HEAD) says whether it would. What is too large for the JSON of a command goes there before it: attachments, which
// the command then names by their SHA-256 (NewAttachment::upload), and a command that is large without them.

/// What is kept: {"sha256":"…64 hex digits…","size":…}
struct UploadAnswer {
    QByteArray sha256; ///< 32 bytes
    qint64 size = 0;
    bool operator==(const UploadAnswer &) const = default;
};
[[nodiscard]] QByteArray encodeUploadAnswer(const UploadAnswer &answer);
/// Errors: Corrupt.
[[nodiscard]] Result<UploadAnswer> decodeUploadAnswer(const QByteArray &json);
[[nodiscard]] QJsonObject uploadAnswerSchema();

/// In the error of GET for what is not kept: how large one may be, and how large this one may be now, in bytes.
inline constexpr QLatin1String uploadLargestKey{"largest"};
inline constexpr QLatin1String uploadRoomKey{"room"};

/// The {sha256} of a path: 64 lower-case hex digits and nothing else; nothing: it is none.
[[nodiscard]] std::optional<QByteArray> sha256OfPath(const QByteArray &parameter);

/// {"uploaded":"…64 hex digits…"} in place of a command whose JSON was uploaded.
[[nodiscard]] QByteArray encodeUploadedCommand(const QByteArray &sha256);
/// Nothing: it is something else.
[[nodiscard]] std::optional<QByteArray> decodeUploadedCommand(const QByteArray &json);
[[nodiscard]] QJsonObject uploadedCommandSchema();

} // namespace deskhand
