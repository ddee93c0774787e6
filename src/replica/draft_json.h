// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/draft_store.h"

#include <QJsonObject>

#include <functional>

namespace deskhand {

/// Name of the file that holds an attachment's bytes: SHA-256 in hexadecimal.
[[nodiscard]] QString draftFileName(const QByteArray &bytes);

/// A draft as it is written to disk; the bytes of its attachments are only named, by draftFileName().
[[nodiscard]] QJsonObject draftToJson(const Draft &draft);

/// Reads a draft back. `bytesOf(name)` gives the bytes of an attachment; a null QByteArray means that they are gone,
/// which loses the attachment but not the text. Errors: Corrupt.
[[nodiscard]] Result<Draft> draftFromJson(const QJsonObject &json,
                                          const std::function<QByteArray(const QString &)> &bytesOf);

} // namespace deskhand
