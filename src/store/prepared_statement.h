// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace deskhand {

/// A statement as a database keeps it prepared: what Statement is made of, once for each kind of database.
/// Positions count from 1, columns from 0. What returns false has failed, and error() says why.
/// Lives no longer than its connection; used in its thread.
class PreparedStatement
{
public:
    enum class Step { Row, Done, Failed };

    PreparedStatement() = default;
    virtual ~PreparedStatement() = default;
    PreparedStatement(const PreparedStatement &) = delete;
    PreparedStatement &operator=(const PreparedStatement &) = delete;

    /// With the colon; 0: the statement has no such placeholder.
    [[nodiscard]] virtual int indexOf(const char *placeholder) const = 0;

    virtual bool bindInteger(int position, qint64 value) = 0;
    virtual bool bindText(int position, const QString &value) = 0;
    virtual bool bindBytes(int position, const QByteArray &value) = 0;
    virtual bool bindNull(int position) = 0;
    /// Not copied where the database allows it: must stay until the statement ran.
    virtual bool bindUtf8(int position, const char *utf8, qsizetype size) = 0;
    virtual bool bindBlob(int position, const char *data, qsizetype size) = 0;

    virtual Step step() = 0;
    /// Runs to the end, or keeps what is bound and runs before the next statement of the connection that is waited for.
    /// What goes wrong then is told there: `unlessOneRow`, if there is one, when it has not changed exactly one row.
    /// Only in a transaction that writes.
    virtual bool later(const std::optional<Error> &unlessOneRow) = 0;
    /// Ready for another round; what was bound stays.
    virtual void reset() = 0;
    virtual void forgetBindings() = 0;
    [[nodiscard]] virtual int changedRows() const = 0;
    /// Of the last call that failed.
    [[nodiscard]] virtual Error error(const char *where) const = 0;

    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual QByteArray bytes(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
};

} // namespace deskhand
