// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_import_store.h"

#include "store/connection.h"
#include "store/sql_unit_of_work.h"

namespace deskhand {
namespace {

Result<std::unique_ptr<ImportStore>> importStoreOver(const Result<SqlJobConnection::Opener> &opener)
{
    if (!opener)
        return opener.error();
    Result<std::unique_ptr<Connection>> connection = (*opener)();
    if (!connection)
        return connection.error();
    return std::unique_ptr<ImportStore>(std::make_unique<SqlImportStore>(*std::move(connection)));
}

} // namespace

SqlImportStore::SqlImportStore(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
    , m_index(*m_connection)
{
}

SqlImportStore::~SqlImportStore() = default;

Result<void> SqlImportStore::change(const Work &work)
{
    SqlUnitOfWork unit(*m_connection, m_cache, m_index);
    Result<void> done = unit.begin();
    if (done)
        done = unit.lockCatalog();
    if (done)
        done = work(unit);
    return done ? unit.commit() : done;
}

Result<void> SqlImportStore::tryOut(const Work &work)
{
    SqlUnitOfWork unit(*m_connection, m_cache, m_index);
    Result<void> done = unit.begin();
    return done ? work(unit) : done;
}

Result<std::unique_ptr<ImportStore>> openImportStore(const QString &path)
{
    return importStoreOver(SqlJobConnection::ofFile(path));
}

Result<std::unique_ptr<ImportStore>> openServerImportStore(const PostgresAddress &address)
{
    return importStoreOver(SqlJobConnection::ofServer(address));
}

} // namespace deskhand
