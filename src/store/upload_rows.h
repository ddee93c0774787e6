// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/upload_store.h"
#include "store/connection.h"

namespace deskhand {

/// Bytes of an upload; none: it is not there.
[[nodiscard]] Result<std::optional<qint64>> readUploadSize(Connection &connection, PersonId person,
                                                           const QByteArray &sha256, Instant now);
/// See UploadStore::bytes().
[[nodiscard]] Result<QByteArray> readUpload(Connection &connection, PersonId person, const QByteArray &sha256,
                                            Instant now, qint64 largest);
Result<void> dropUploaded(Connection &connection, PersonId person, const QByteArray &sha256);

} // namespace deskhand
