// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QVector>

namespace deskhand {

class Connection;

/// What copying a desk does with a table.
enum class CopyKind {
    Rows,    ///< its rows are copied as they are
    Index,   ///< made anew from other tables
    Follows, ///< of one dialect: says again what other tables have
    Left,    ///< belongs to this server or to the moment
};

struct CopyColumn {
    QByteArray name;
    bool isNumber = false;
    bool isText = false; ///< neither: bytes
    int numberSize = 8;  ///< bytes of a number in this database's own binary form
};

/// A table as one of the two databases has it. The columns of the key come first, in its order, then the others by
/// name, so that the order is the same in both.
struct CopyTable {
    QByteArray name;
    QVector<CopyColumn> columns;
    int keyColumns = 0;
    bool countsIds = false; ///< the database remembers the highest id it gave out
};

/// Every table that a desk may have, in an order in which nothing refers to what is not there yet. A new table has to
/// be entered here: the copier refuses a schema with one that is missing, and a test fails.
struct CopyRule {
    const char *table;
    CopyKind kind;
};
[[nodiscard]] const QVector<CopyRule> &copyRules();

/// The tables of a desk whose rows are copied, in that order. Errors: Internal for a table without a rule, one without
/// a key, or a column of a kind that nobody has thought of; those of the store.
[[nodiscard]] Result<QVector<CopyTable>> readCopyTables(Connection &connection);

/// The columns joined by commas; those of the key only.
[[nodiscard]] QByteArray copyColumns(const CopyTable &table);
[[nodiscard]] QByteArray copyKey(const CopyTable &table, const char *direction = "");

/// A template of the catalogue with table, columns and key put in.
[[nodiscard]] QByteArray copySql(const Connection &connection, const char *name, const CopyTable &table);

} // namespace deskhand
