// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "store/prepared_statement.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace deskhand {

class Connection;

/// A prepared statement of a connection's cache, while somebody uses it.
///
///     Statement found = connection.sql("ticket.byNumber");
///     found.bind(":number", number);
///     if (found.next())
///         id = found.id<TicketId>(0);
///     if (Result<void> status = found.status(); !status)
///         return status.error();
///
/// The first failure (also of preparing and binding) stays in status() and ends everything after it. Going out of scope
/// hands the statement back; do that before committing. Lives no longer than its connection; used in its thread.
class Statement
{
public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    // Placeholders with their colon, as in the SQL; one that the statement does not have is a failure.
    Statement &bind(const char *placeholder, qint64 value);
    Statement &bind(const char *placeholder, int value) { return bind(placeholder, qint64(value)); }
    Statement &bind(const char *placeholder, bool value) { return bind(placeholder, qint64(value ? 1 : 0)); }
    Statement &bind(const char *placeholder, const QString &value);    ///< a null string is an empty text
    Statement &bind(const char *placeholder, const QByteArray &value); ///< as blob; a null array is an empty blob
    Statement &bindNull(const char *placeholder);
    template <typename Tag>
    Statement &bind(const char *placeholder, Id<Tag> id)
    {
        return bind(placeholder, id.value);
    }
    /// By number from 1, for SQL that was composed.
    Statement &bindAt(int position, qint64 value);
    Statement &bindAt(int position, const QString &value);
    /// UTF-8 or a blob that is not copied: it must stay until the statement ran.
    Statement &bindTextAt(int position, const char *utf8, qsizetype size);
    Statement &bindBlobAt(int position, const char *data, qsizetype size);
    Statement &bindNullAt(int position);

    /// Steps to the next row; false at the end and after a failure.
    bool next();
    /// Runs to the end and makes the statement ready for new values: for statements whose rows nobody reads.
    Result<void> run();
    /// As run(), but a server may be told only with the next statement that is waited for, which then fails in its
    /// place: for what is written in a transaction and answers nothing. `unlessOneRow`: the failure when not exactly
    /// one row was changed.
    Result<void> runLater(const std::optional<Error> &unlessOneRow = {});
    /// Runs to the end like run() and gives the first number of the first row, for "RETURNING id" and the like; 0
    /// without a row.
    Result<qint64> runForNumber();
    /// Ready for another round with new values; what was bound stays. Keeps an earlier failure.
    void restart();
    [[nodiscard]] Result<void> status() const;
    /// Rows that run() has changed.
    [[nodiscard]] int changedRows() const { return m_prepared ? m_prepared->changedRows() : 0; }

    // Columns of the current row from 0.
    [[nodiscard]] qint64 integer(int column) const { return m_prepared->integer(column); }
    [[nodiscard]] double real(int column) const { return m_prepared->real(column); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] QString text(int column) const { return m_prepared->text(column); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_prepared->bytes(column); }
    [[nodiscard]] bool isNull(int column) const { return m_prepared->isNull(column); }
    template <typename IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType{integer(column)};
    }

private:
    friend class Connection;
    Statement(PreparedStatement *prepared, bool *inUse, const char *name);
    Statement(std::unique_ptr<PreparedStatement> prepared, const char *name);
    explicit Statement(Error failure);

    [[nodiscard]] int indexOf(const char *placeholder);
    Statement &checked(bool done);

    std::unique_ptr<PreparedStatement> m_owned; ///< null: of the connection's cache
    PreparedStatement *m_prepared = nullptr;
    bool *m_inUse = nullptr;
    const char *m_name = "";
    std::optional<Error> m_failure;
};

/// Reads the columns of a row one after another, so that long rows need no numbers.
class ColumnReader
{
public:
    explicit ColumnReader(const Statement &statement, int firstColumn = 0)
        : m_statement(statement)
        , m_column(firstColumn)
    {
    }

    qint64 integer() { return m_statement.integer(m_column++); }
    bool flag() { return m_statement.flag(m_column++); }
    QString text() { return m_statement.text(m_column++); }
    QByteArray bytes() { return m_statement.bytes(m_column++); }
    template <typename IdType>
    IdType id()
    {
        return m_statement.id<IdType>(m_column++);
    }
    template <typename Enum>
    Enum enumerator()
    {
        return static_cast<Enum>(m_statement.integer(m_column++));
    }
    [[nodiscard]] int column() const { return m_column; }

private:
    const Statement &m_statement;
    int m_column;
};

} // namespace deskhand
