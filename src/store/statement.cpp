// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statement.h"

#include <utility>

namespace deskhand {

Statement::Statement(PreparedStatement *prepared, bool *inUse, const char *name)
    : m_prepared(prepared)
    , m_inUse(inUse)
    , m_name(name)
{
}

Statement::Statement(std::unique_ptr<PreparedStatement> prepared, const char *name)
    : m_owned(std::move(prepared))
    , m_prepared(m_owned.get())
    , m_name(name)
{
}

Statement::Statement(Error failure)
    : m_failure(std::move(failure))
{
}

Statement::Statement(Statement &&other) noexcept
    : m_owned(std::move(other.m_owned))
    , m_prepared(std::exchange(other.m_prepared, nullptr))
    , m_inUse(std::exchange(other.m_inUse, nullptr))
    , m_name(other.m_name)
    , m_failure(std::move(other.m_failure))
{
}

Statement::~Statement()
{
    if (!m_inUse)
        return;
    m_prepared->reset();
    m_prepared->forgetBindings();
    *m_inUse = false;
}

int Statement::indexOf(const char *placeholder)
{
    if (m_failure)
        return 0;
    const int index = m_prepared->indexOf(placeholder);
    if (index == 0) {
        m_failure = Error{ErrorCode::Internal,
                          QString::fromLatin1(m_name),
                          QStringLiteral("no placeholder %1").arg(QString::fromLatin1(placeholder)),
                          {}};
    }
    return index;
}

Statement &Statement::checked(bool done)
{
    if (!done)
        m_failure = m_prepared->error(m_name);
    return *this;
}

Statement &Statement::bind(const char *placeholder, qint64 value)
{
    const int index = indexOf(placeholder);
    return index ? bindAt(index, value) : *this;
}

Statement &Statement::bind(const char *placeholder, const QString &value)
{
    const int index = indexOf(placeholder);
    return index ? bindAt(index, value) : *this;
}

Statement &Statement::bind(const char *placeholder, const QByteArray &value)
{
    const int index = indexOf(placeholder);
    return index ? checked(m_prepared->bindBytes(index, value)) : *this;
}

Statement &Statement::bindNull(const char *placeholder)
{
    const int index = indexOf(placeholder);
    return index ? bindNullAt(index) : *this;
}

Statement &Statement::bindNullAt(int position)
{
    return m_failure ? *this : checked(m_prepared->bindNull(position));
}

Statement &Statement::bindAt(int position, qint64 value)
{
    return m_failure ? *this : checked(m_prepared->bindInteger(position, value));
}

Statement &Statement::bindAt(int position, const QString &value)
{
    return m_failure ? *this : checked(m_prepared->bindText(position, value));
}

Statement &Statement::bindTextAt(int position, const char *utf8, qsizetype size)
{
    return m_failure ? *this : checked(m_prepared->bindUtf8(position, utf8, size));
}

Statement &Statement::bindBlobAt(int position, const char *data, qsizetype size)
{
    return m_failure ? *this : checked(m_prepared->bindBlob(position, data, size));
}

bool Statement::next()
{
    if (m_failure)
        return false;
    const PreparedStatement::Step step = m_prepared->step();
    if (step == PreparedStatement::Step::Failed)
        m_failure = m_prepared->error(m_name);
    return step == PreparedStatement::Step::Row;
}

Result<void> Statement::run()
{
    while (next()) {
    }
    restart();
    return status();
}

Result<void> Statement::runLater(const std::optional<Error> &unlessOneRow)
{
    if (!m_failure && !m_prepared->later(unlessOneRow))
        m_failure = m_prepared->error(m_name);
    return status();
}

Result<qint64> Statement::runForNumber()
{
    const qint64 number = next() ? integer(0) : 0;
    if (Result<void> ended = run(); !ended)
        return ended.error();
    return number;
}

void Statement::restart()
{
    if (m_prepared)
        m_prepared->reset();
}

Result<void> Statement::status() const
{
    return m_failure ? Result<void>(*m_failure) : Result<void>();
}

} // namespace deskhand
