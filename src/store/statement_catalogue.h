// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace deskhand {

enum class SqlDialect {
    Sqlite,
    Postgres,
};

/// The folder of the dialect's files.
[[nodiscard]] QString sqlDialectName(SqlDialect dialect);

/// All SQL of the program by name ("ticket.insert"). In the files every statement follows a line
/// "-- name: area.statement"; other comment lines are dropped. An immutable value after loading; thread-safe as such.
class StatementCatalogue
{
public:
    /// The statements built into the program: common/*.sql, replaced by name where the dialect's folder says otherwise.
    /// Errors: Internal (a defect of the files, see add()).
    [[nodiscard]] static Result<StatementCatalogue> load(SqlDialect dialect = SqlDialect::Sqlite);

    /// Those of SQLite, some of them replaced for a replica's file, where ids and numbers are provisional.
    [[nodiscard]] static Result<StatementCatalogue> loadReplica();

    /// Adds the statements of one file. Errors: Internal for text before the first name, a malformed or repeated name
    /// or an empty statement.
    Result<void> add(const QByteArray &text, const QString &fileName);

    /// Adds a dialect's file: names that are known are replaced, others are added. Errors as add(); the same name twice
    /// in the dialect is one.
    Result<void> addDialect(const QByteArray &text, const QString &fileName);

    /// Null when there is no such statement. The text is UTF-8 and ends in a zero byte.
    [[nodiscard]] const QByteArray *find(std::string_view name) const;
    [[nodiscard]] QStringList names() const;

private:
    struct Entry {
        QByteArray text;
        bool fromDialect = false;
    };

    std::map<std::string, Entry, std::less<>> m_statements;

    Result<void> parse(const QByteArray &text, const QString &fileName, bool dialect);
    Result<void> insert(const QByteArray &name, const QByteArray &text, const QString &fileName, bool dialect);
};

} // namespace deskhand
