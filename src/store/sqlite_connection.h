// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/statement.h"
#include "store/statement_catalogue.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

struct sqlite3;

namespace deskhand {

enum class ConnectionUse {
    Create, ///< as Write; the file is made when it is not there
    Write,
    Read, ///< refuses to change anything
};

/// One connection to a desk's SQLite file with its prepared statements. Used by one thread at a time; it may be handed
/// from one thread to another.
///
/// SQLite's own interface is used instead of QtSql's driver: binding and reading through QVariant costs more than the
/// statements of a command themselves, and cancelling needs the handle anyway. Everything above sees only Statement.
class SqliteConnection
{
public:
    /// Sets WAL, synchronous=FULL (what was committed survives a power cut), foreign keys, an untrusted schema, a busy
    /// timeout of 5 s and a page cache of `cacheKiB`. Errors: NotFound, Denied, Corrupt (not a database), Busy,
    /// Internal.
    [[nodiscard]] static Result<std::unique_ptr<SqliteConnection>>
    open(const QString &path, ConnectionUse use, std::shared_ptr<const StatementCatalogue> catalogue, int cacheKiB);

    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    // Names are string literals: they are kept as they are.

    /// A statement of the catalogue, prepared once. An unknown name is a failed statement (Internal).
    [[nodiscard]] Statement sql(const char *name);
    /// A statement put together from pieces of the catalogue; the last few dozen stay prepared.
    [[nodiscard]] Statement composed(const QByteArray &text, const char *name);
    /// A statement that is used once: of a migration.
    [[nodiscard]] Statement once(const QByteArray &text, const char *name);

    /// The text of a statement or fragment of the catalogue, for composing; empty when there is none.
    [[nodiscard]] QByteArray fragment(const char *name) const;

    /// Rows changed by the statement that ran last.
    [[nodiscard]] int changedRows() const;
    [[nodiscard]] qint64 lastInsertedId() const;
    [[nodiscard]] bool isInTransaction() const;

    /// Asked from time to time while a statement runs; true ends the statement with ErrorCode::Cancelled.
    /// An empty function: nobody is asked.
    void setCancelled(std::function<bool()> isCancelled);

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    [[nodiscard]] const StatementCatalogue &catalogue() const { return *m_catalogue; }

private:
    struct Prepared {
        QByteArray text;
        sqlite3_stmt *statement = nullptr;
        bool inUse = false;
    };

    SqliteConnection(sqlite3 *handle, std::shared_ptr<const StatementCatalogue> catalogue);
    Result<void> configure(ConnectionUse use, int cacheKiB);
    Statement prepare(Prepared *slot, const QByteArray &text, const char *name);

    sqlite3 *m_handle;
    std::shared_ptr<const StatementCatalogue> m_catalogue;
    std::unordered_map<std::string_view, std::unique_ptr<Prepared>> m_named;
    std::deque<std::unique_ptr<Prepared>> m_composed; ///< the last used in front
    std::function<bool()> m_isCancelled;
};

} // namespace deskhand
