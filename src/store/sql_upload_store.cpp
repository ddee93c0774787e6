// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_upload_store.h"

#include "store/upload_rows.h"

namespace deskhand {
namespace {

/// What is in memory of an upload while it is stored.
constexpr qint64 pieceBytes = 1024LL * 1024;
/// Somebody may use or sweep up what is being stored; then it begins again.
constexpr int mostAttempts = 3;

Statement &bindUpload(Statement &statement, PersonId person, const QByteArray &sha256)
{
    return statement.bind(":person", person).bind(":sha256", sha256);
}

Result<qint64> bytesOfOthers(Connection &connection, PersonId person, const QByteArray &sha256, Instant now)
{
    Statement others = connection.sql("upload.others");
    return bindUpload(others, person, sha256).bind(":least", smallestUploadShare).bind(":now", now).runForNumber();
}

/// Gives whether all of it is there.
Result<bool> finish(Connection &connection, const NewUpload &upload)
{
    Statement done = connection.sql("upload.finish");
    const Result<void> finished = bindUpload(done, upload.person, upload.sha256).run();
    return finished ? Result<bool>(done.changedRows() > 0) : Result<bool>(finished.error());
}

} // namespace

SqlUploadStore::SqlUploadStore(SqlJobConnection::Opener opener)
    : m_job(std::move(opener))
{
}

Result<UploadsOfPerson> SqlUploadStore::look(PersonId person, const QByteArray &sha256, Instant now)
{
    UploadsOfPerson found;
    const Result<void> looked = m_job.look([&](Connection &connection) -> Result<void> {
        const Result<qint64> others = bytesOfOthers(connection, person, sha256, now);
        if (!others)
            return others.error();
        const Result<std::optional<qint64>> size = readUploadSize(connection, person, sha256, now);
        if (!size)
            return size.error();
        found = UploadsOfPerson{*others, *size};
        return {};
    });
    return looked ? Result<UploadsOfPerson>(found) : Result<UploadsOfPerson>(looked.error());
}

/// Gives whether it is there already.
Result<bool> SqlUploadStore::begin(const NewUpload &upload)
{
    bool isThere = false;
    const Result<void> begun = m_job.change([&](Connection &connection) -> Result<void> {
        const Result<qint64> others = bytesOfOthers(connection, upload.person, upload.sha256, upload.now);
        if (!others)
            return others.error();
        if (*others + qMax(upload.size, smallestUploadShare) > upload.quota)
            return Error{ErrorCode::Invalid,
                         QStringLiteral("store.upload"),
                         {},
                         {{QStringLiteral("reason"), QStringLiteral("quota")}}};
        const Result<std::optional<qint64>> size = readUploadSize(connection, upload.person, upload.sha256, upload.now);
        if (!size)
            return size.error();
        isThere = size->has_value();
        Statement insert = connection.sql("upload.begin");
        bindUpload(insert, upload.person, upload.sha256).bind(":size", upload.size);
        return insert.bind(":expiresAt", upload.expiresAt).run();
    });
    return begun ? Result<bool>(isThere) : Result<bool>(begun.error());
}

/// Gives whether all of it is there in the end. Pieces have the same bytes whoever stores them.
Result<bool> SqlUploadStore::keepOnce(const NewUpload &upload, const Read &read)
{
    const Result<bool> begun = begin(upload);
    if (!begun || *begun)
        return begun;
    bool isWhole = false;
    for (qint64 at = 0; at < upload.size; at += pieceBytes) {
        const Result<QByteArray> piece = read(at, pieceBytes);
        if (!piece)
            return piece.error();
        const Result<void> kept = m_job.change([&](Connection &connection) -> Result<void> {
            Statement add = connection.sql("upload.addPiece");
            bindUpload(add, upload.person, upload.sha256).bind(":number", at / pieceBytes).bind(":bytes", *piece);
            Result<void> added = add.run();
            if (!added || at + pieceBytes < upload.size)
                return added;
            const Result<bool> whole = finish(connection, upload);
            isWhole = whole.value_or(false);
            return whole ? Result<void>() : Result<void>(whole.error());
        });
        if (!kept)
            return kept.error();
    }
    return isWhole;
}

Result<void> SqlUploadStore::keep(const NewUpload &upload, const Read &read)
{
    for (int attempt = 1; attempt <= mostAttempts; ++attempt) {
        const Result<bool> kept = keepOnce(upload, read);
        if (kept && *kept)
            return {};
        // When its place has gone meanwhile a foreign key says so.
        const bool again = kept || kept.error().code == ErrorCode::Integrity || kept.error().code == ErrorCode::Busy;
        if (!kept && (!again || attempt == mostAttempts))
            return kept.error();
    }
    return Error{ErrorCode::Busy, QStringLiteral("store.upload"), QStringLiteral("it is being used"), {}};
}

Result<QByteArray> SqlUploadStore::bytes(PersonId person, const QByteArray &sha256, Instant now, qint64 largest)
{
    QByteArray bytes;
    const Result<void> looked = m_job.look([&](Connection &connection) -> Result<void> {
        Result<QByteArray> read = readUpload(connection, person, sha256, now, largest);
        if (!read)
            return read.error();
        bytes = *std::move(read);
        return {};
    });
    return looked ? Result<QByteArray>(bytes) : Result<QByteArray>(looked.error());
}

/// Nobody who wants to write waits for more than one of them.
Result<int> SqlUploadStore::sweep(Instant now)
{
    int swept = 0;
    for (bool more = true; more;) {
        const Result<void> done = m_job.change([&](Connection &connection) -> Result<void> {
            Statement one = connection.sql("upload.sweepOne");
            Result<void> removed = one.bind(":now", now).run();
            more = removed && one.changedRows() > 0;
            return removed;
        });
        if (!done)
            return done.error();
        swept += more ? 1 : 0;
    }
    return swept;
}

Result<void> SqlUploadStore::drop(PersonId person, const QByteArray &sha256)
{
    return m_job.change([&](Connection &connection) { return dropUploaded(connection, person, sha256); });
}

Result<std::unique_ptr<UploadStore>> openUploadStoreAt(const QString &place)
{
    Result<SqlJobConnection::Opener> opener = Error{};
    if (isPostgresUrl(place)) {
        const Result<PostgresAddress> address = postgresAddressFromUrl(place);
        if (!address)
            return address.error();
        opener = SqlJobConnection::ofServer(*address);
    } else {
        opener = SqlJobConnection::ofFile(place);
    }
    if (!opener)
        return opener.error();
    return std::unique_ptr<UploadStore>(std::make_unique<SqlUploadStore>(*std::move(opener)));
}

} // namespace deskhand
