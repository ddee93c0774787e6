// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/prepared_statement.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVector>

#include <functional>
#include <string>
#include <vector>

struct pg_result;

namespace deskhand {

class PostgresConnection;

/// PreparedStatement of a PostgreSQL connection, through QtSql's driver. A statement without placeholders is sent as it
/// is: PostgreSQL prepares neither transactions nor changes of the schema. Values are read from libpq's own result:
/// through QVariant the ids of a million tickets take three times as long.
class PostgresStatement final : public PreparedStatement
{
public:
    explicit PostgresStatement(PostgresConnection &connection);

    /// Once, before everything else. False: see error().
    bool prepare(const QByteArray &text);

    [[nodiscard]] int indexOf(const char *placeholder) const override;
    bool bindInteger(int position, qint64 value) override;
    bool bindText(int position, const QString &value) override;
    bool bindBytes(int position, const QByteArray &value) override;
    bool bindNull(int position) override;
    bool bindUtf8(int position, const char *utf8, qsizetype size) override;
    bool bindBlob(int position, const char *data, qsizetype size) override;
    Step step() override;
    void reset() override;
    void forgetBindings() override;
    [[nodiscard]] int changedRows() const override { return m_changedRows; }
    [[nodiscard]] Error error(const char *where) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] QByteArray bytes(int column) const override;
    [[nodiscard]] bool isNull(int column) const override;

private:
    bool bind(int position, const QVariant &value);
    bool execute();

    PostgresConnection &m_connection;
    QSqlQuery m_query;
    QString m_text;
    std::vector<std::string> m_names; ///< with their colon, in the order of their first use; empty: question marks
    bool m_takesValues = false;
    pg_result *m_rows = nullptr; ///< of m_query while it runs
    int m_rowCount = 0;
    int m_row = -1;
    bool m_isRunning = false;
    int m_changedRows = 0;
    QSqlError m_error;
};

/// The names of the placeholders (":name") of a statement, each once; casts and quoted text have none.
[[nodiscard]] std::vector<std::string> placeholdersOf(const QByteArray &text);

} // namespace deskhand
