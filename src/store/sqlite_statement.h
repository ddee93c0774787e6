// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/prepared_statement.h"

struct sqlite3;
struct sqlite3_stmt;

namespace deskhand {

/// PreparedStatement of a SQLite connection. Owns `statement`.
class SqliteStatement final : public PreparedStatement
{
public:
    SqliteStatement(sqlite3 *handle, sqlite3_stmt *statement)
        : m_handle(handle)
        , m_statement(statement)
    {
    }
    ~SqliteStatement() override;

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
    [[nodiscard]] int changedRows() const override;
    [[nodiscard]] Error error(const char *where) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] double real(int column) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] QByteArray bytes(int column) const override;
    [[nodiscard]] bool isNull(int column) const override;

private:
    bool done(int code);

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement;
    int m_code = 0;                 ///< of the last call that failed
    std::optional<Error> m_refusal; ///< of later()
};

} // namespace deskhand
