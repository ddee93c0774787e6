// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/upload_rows.h"

namespace deskhand {
namespace {

Error uploadError(ErrorCode code, const char *reason)
{
    return Error{code, QStringLiteral("store.upload"), {}, {{QStringLiteral("reason"), QString::fromLatin1(reason)}}};
}

} // namespace

Result<std::optional<qint64>> readUploadSize(Connection &connection, PersonId person, const QByteArray &sha256,
                                             Instant now)
{
    Statement statement = connection.sql("upload.size");
    statement.bind(":person", person).bind(":sha256", sha256).bind(":now", now);
    std::optional<qint64> size;
    if (statement.next())
        size = statement.integer(0);
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return size;
}

/// Piece by piece: the answer of a server is there twice while it is read.
Result<QByteArray> readUpload(Connection &connection, PersonId person, const QByteArray &sha256, Instant now,
                              qint64 largest)
{
    const Result<std::optional<qint64>> size = readUploadSize(connection, person, sha256, now);
    if (!size)
        return size.error();
    if (!*size)
        return uploadError(ErrorCode::NotFound, "upload-missing");
    if (**size > largest)
        return uploadError(ErrorCode::Invalid, "too-long");
    QByteArray bytes;
    bytes.reserve(**size);
    Statement piece = connection.sql("upload.piece");
    for (int number = 0; bytes.size() < **size; ++number) {
        piece.bind(":person", person).bind(":sha256", sha256).bind(":number", number);
        if (!piece.next()) {
            const Result<void> status = piece.status();
            return status ? uploadError(ErrorCode::NotFound, "upload-missing") : status.error();
        }
        bytes += piece.bytes(0);
        piece.restart();
    }
    return bytes;
}

Result<void> dropUploaded(Connection &connection, PersonId person, const QByteArray &sha256)
{
    return connection.sql("upload.drop").bind(":person", person).bind(":sha256", sha256).run();
}

} // namespace deskhand
