// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

struct sqlite3;

namespace deskhand {

/// One connection to a desk's SQLite file. It may be handed from one thread to another.
///
/// SQLite's own interface is used instead of QtSql's driver: binding and reading through QVariant costs more than the
/// statements of a command themselves, and cancelling needs the handle anyway.
class SqliteConnection final : public Connection
{
public:
    /// Sets WAL, synchronous=FULL (what was committed survives a power cut), foreign keys, an untrusted schema, a busy
    /// timeout of 5 s and a page cache of `cacheKiB`. Errors: NotFound, Denied, Corrupt (not a database), Busy,
    /// Internal.
    [[nodiscard]] static Result<std::unique_ptr<Connection>>
    open(const QString &path, ConnectionUse use, std::shared_ptr<const StatementCatalogue> catalogue, int cacheKiB);

    ~SqliteConnection() override;

    [[nodiscard]] SqlDialect dialect() const override { return SqlDialect::Sqlite; }
    [[nodiscard]] bool isInTransaction() const override;
    [[nodiscard]] bool isBroken() const override { return false; }
    void setCancelled(std::function<bool()> isCancelled) override;

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    SqliteConnection(sqlite3 *handle, std::shared_ptr<const StatementCatalogue> catalogue);
    Result<void> configure(ConnectionUse use, int cacheKiB);
    Result<std::unique_ptr<PreparedStatement>> prepare(const QByteArray &text, const char *name, Keep keep) override;

    sqlite3 *m_handle;
    std::function<bool()> m_isCancelled;
};

} // namespace deskhand
