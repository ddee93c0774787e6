// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite_connection.h"

#include "base/logging.h"
#include "store/search_ranking.h"
#include "store/sqlite_error.h"
#include "store/sqlite_statement.h"

#include <QDir>

#include <sqlite3.h>

namespace deskhand {
namespace {

constexpr int busyTimeoutMs = 5000;
/// SQLite's own waiting sleeps longer and longer, and would miss the moments that a long job leaves to others.
constexpr int lookForLockEveryMs = 2;
/// Virtual machine steps between two looks at whether the work is still wanted: well under a millisecond.
constexpr int stepsBetweenLooks = 4000;

/// Called while another writer has the lock: whether to try again.
int waitForLock(void *, int tries)
{
    if (tries * lookForLockEveryMs >= busyTimeoutMs)
        return 0;
    sqlite3_sleep(lookForLockEveryMs);
    return 1;
}

int openFlags(ConnectionUse use)
{
    // One thread at a time uses a connection: SQLite's own mutex is not needed.
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    return use == ConnectionUse::Create ? flags | SQLITE_OPEN_CREATE : flags;
}

/// SQLite counts its memory under one lock for all threads, which nobody reads here and which costs an eighth of a bulk
/// load. It can only be told before its first use; where somebody else was first it stays as it is.
void stopCountingMemory()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(once);
}

int askWhetherCancelled(void *isCancelled)
{
    return (*static_cast<std::function<bool()> *>(isCancelled))() ? 1 : 0;
}

} // namespace

Result<std::unique_ptr<Connection>> SqliteConnection::open(const QString &path, ConnectionUse use,
                                                           std::shared_ptr<const StatementCatalogue> catalogue,
                                                           int cacheKiB)
{
    sqlite3 *handle = nullptr;
    const QByteArray file = QDir::toNativeSeparators(path).toUtf8();
    stopCountingMemory();
    const int code = sqlite3_open_v2(file.constData(), &handle, openFlags(use), nullptr);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle, std::move(catalogue)));
    if (code != SQLITE_OK)
        return sqliteError(code, handle, QStringLiteral("store.open"));
    if (Result<void> configured = connection->configure(use, cacheKiB); !configured)
        return configured.error();
    return std::unique_ptr<Connection>(std::move(connection));
}

SqliteConnection::SqliteConnection(sqlite3 *handle, std::shared_ptr<const StatementCatalogue> catalogue)
    : Connection(std::move(catalogue))
    , m_handle(handle)
{
}

SqliteConnection::~SqliteConnection()
{
    dropStatements();
    if (sqlite3_close(m_handle) != SQLITE_OK)
        qCWarning(lcStore, "a connection was closed while a statement was in use");
}

Result<void> SqliteConnection::configure(ConnectionUse use, int cacheKiB)
{
    sqlite3_busy_handler(m_handle, waitForLock, nullptr);
    if (Result<void> status = sql("connection.walMode").run(); !status)
        return status;
    if (Result<void> status = sql("connection.fullSync").run(); !status)
        return status;
    if (Result<void> status = sql("connection.foreignKeys").run(); !status)
        return status;
    if (Result<void> status = sql("connection.distrustSchema").run(); !status)
        return status;
    if (Result<void> status = sql("connection.tempInMemory").run(); !status)
        return status;
    // Pragmas take no bound values; the number is ours.
    const QByteArray cache = fragment("connection.cacheSize") + QByteArray::number(-cacheKiB);
    if (Result<void> status = once(cache, "connection.cacheSize").run(); !status)
        return status;
    if (Result<void> status = installSearchRanking(*this); !status)
        return status;
    return use == ConnectionUse::Read ? sql("connection.readOnly").run() : Result<void>();
}

Result<std::unique_ptr<PreparedStatement>> SqliteConnection::prepare(const QByteArray &text, const char *name,
                                                                     Keep keep)
{
    sqlite3_stmt *statement = nullptr;
    const unsigned flags = keep == Keep::Prepared ? SQLITE_PREPARE_PERSISTENT : 0;
    const int code = sqlite3_prepare_v3(m_handle, text.constData(), int(text.size()) + 1, flags, &statement, nullptr);
    if (code != SQLITE_OK || !statement)
        return sqliteError(code, m_handle, QString::fromLatin1(name));
    return std::unique_ptr<PreparedStatement>(std::make_unique<SqliteStatement>(m_handle, statement));
}

bool SqliteConnection::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

void SqliteConnection::setCancelled(std::function<bool()> isCancelled)
{
    m_isCancelled = std::move(isCancelled);
    if (m_isCancelled)
        sqlite3_progress_handler(m_handle, stepsBetweenLooks, askWhetherCancelled, &m_isCancelled);
    else
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
}

} // namespace deskhand
