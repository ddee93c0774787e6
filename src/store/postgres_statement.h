// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/postgres_result.h"
#include "store/prepared_statement.h"

#include <QVector>

#include <string>
#include <vector>

namespace deskhand {

class PostgresConnection;

/// PreparedStatement of a PostgreSQL connection, prepared and executed as text (PREPARE and EXECUTE), so that several
/// can be sent together. A statement without placeholders is sent as it is: PostgreSQL prepares neither transactions
/// nor changes of the schema.
class PostgresStatement final : public PreparedStatement
{
public:
    explicit PostgresStatement(PostgresConnection &connection);
    ~PostgresStatement() override;

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
    bool later(const std::optional<Error> &unlessOneRow) override;
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
    bool bind(int position, const QByteArray &literal);
    /// As it is sent, with its values.
    [[nodiscard]] QByteArray call() const;

    PostgresConnection &m_connection;
    QByteArray m_text;
    QByteArray m_name;                ///< on the server; empty: not prepared
    std::vector<std::string> m_names; ///< with their colon, in the order of their first use; empty: question marks
    std::vector<QByteArray> m_values; ///< as literals
    PostgresResult m_rows;            ///< while it runs
    int m_rowCount = 0;
    int m_row = -1;
    bool m_isRunning = false;
    int m_changedRows = 0;
    std::optional<Error> m_error; ///< without a place: its own
};

/// The names of the placeholders (":name") of a statement, each once; casts and quoted text have none.
[[nodiscard]] std::vector<std::string> placeholdersOf(const QByteArray &text);

} // namespace deskhand
