// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/upload_store.h"
#include "store/sql_job_connection.h"

namespace deskhand {

/// UploadStore over a connection of its own.
class SqlUploadStore final : public UploadStore
{
public:
    explicit SqlUploadStore(SqlJobConnection::Opener opener);

    Result<UploadsOfPerson> look(PersonId person, const QByteArray &sha256, Instant now) override;
    Result<void> keep(const NewUpload &upload, const Read &read) override;
    Result<QByteArray> bytes(PersonId person, const QByteArray &sha256, Instant now, qint64 largest) override;
    Result<int> sweep(Instant now) override;
    Result<void> drop(PersonId person, const QByteArray &sha256) override;

private:
    Result<bool> begin(const NewUpload &upload);
    Result<bool> keepOnce(const NewUpload &upload, const Read &read);

    SqlJobConnection m_job;
};

/// For a desk's file, and for one on a server as its owner or a service ("postgresql://"). Errors as of
/// SqlJobConnection's openers.
[[nodiscard]] Result<std::unique_ptr<UploadStore>> openUploadStoreAt(const QString &place);

} // namespace deskhand
