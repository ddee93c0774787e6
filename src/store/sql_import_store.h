// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/imports/import_run.h"
#include "store/catalog_cache.h"
#include "store/search_index.h"
#include "store/sql_job_connection.h"

namespace deskhand {

/// ImportStore over a connection of its own.
class SqlImportStore final : public ImportStore
{
public:
    explicit SqlImportStore(std::unique_ptr<Connection> connection);
    ~SqlImportStore() override;

    Result<void> change(const Work &work) override;
    Result<void> tryOut(const Work &work) override;

private:
    std::unique_ptr<Connection> m_connection;
    CatalogCache m_cache;
    SearchIndex m_index;
};

/// For a desk's file, and for one on a server. Errors as of SqlJobConnection's openers.
[[nodiscard]] Result<std::unique_ptr<ImportStore>> openImportStore(const QString &path);
[[nodiscard]] Result<std::unique_ptr<ImportStore>> openServerImportStore(const PostgresAddress &address);

} // namespace deskhand
