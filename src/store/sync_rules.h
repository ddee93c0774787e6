// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/desk_copy_tables.h"

#include <QByteArray>
#include <QVector>

#include <memory>
#include <mutex>

namespace deskhand {

/// When rows of a table are sent to a replica.
enum class SyncWith {
    Settings, ///< with everything that is no ticket's
    Tickets,  ///< with the tickets that they belong to
    Both,     ///< people: those who work here with the settings, the others with their tickets
    Never,    ///< secrets, jobs, what is made anew
};

/// What is done with the rows of a table that a replica has already.
enum class SyncReplacing {
    All,   ///< all of them go
    Owned, ///< those that the rule's condition names go
    ByKey, ///< each new row takes the place of the one with its key
};

/// What somebody has said about a table. A new table has to be entered here: reading and writing refuse a schema with
/// one that is missing, and a test fails.
struct SyncRule {
    const char *table;
    SyncWith with = SyncWith::Never;
    SyncReplacing replacing = SyncReplacing::ByKey;
    const char *settingsRows = nullptr; ///< a condition of the catalogue: which rows go with the settings; null: all
    const char *ticketsRows = nullptr;  ///< likewise, with tickets
    const char *blanked = "";           ///< columns that are sent empty, joined by blanks
};
/// In an order in which nothing refers to what comes later.
[[nodiscard]] const QVector<SyncRule> &syncRules();

/// A table as this desk has it, with its rule.
struct SyncTable {
    SyncRule rule;
    CopyTable table;
    QVector<bool> isBlanked; ///< of its columns
};

/// The tables of a desk that are ever sent. Errors: Internal for a table without a rule; of the store.
[[nodiscard]] Result<QVector<SyncTable>> readSyncTables(Connection &connection);

/// The same, looked up once: the schema of an open desk does not change. Thread-safe.
class SyncTables
{
public:
    [[nodiscard]] Result<QVector<SyncTable>> get(Connection &connection);

private:
    std::mutex m_mutex;
    QVector<SyncTable> m_tables;
};

/// A template of the catalogue with table, columns and condition put in; `where` is the name of a condition.
[[nodiscard]] QByteArray syncSql(const Connection &connection, const char *name, const CopyTable &table,
                                 const char *where);

} // namespace deskhand
