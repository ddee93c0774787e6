// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/prepared_statement.h"
#include "store/statement.h"
#include "store/statement_catalogue.h"

#include <QByteArray>
#include <QString>

#include <deque>
#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace deskhand {

enum class ConnectionUse {
    Create, ///< as Write; the file is made when it is not there
    Write,
    Read, ///< refuses to change anything
};

/// One connection to a desk's database with its prepared statements. Used by one thread at a time.
class Connection
{
public:
    virtual ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] virtual SqlDialect dialect() const = 0;
    /// Different for every connection that this process ever opened.
    [[nodiscard]] qint64 serial() const { return m_serial; }

    // Names are string literals: they are kept as they are.

    /// A statement of the catalogue, prepared once. An unknown name is a failed statement (Internal).
    [[nodiscard]] Statement sql(const char *name);
    /// A statement put together from pieces of the catalogue; the last few dozen stay prepared.
    [[nodiscard]] Statement composed(const QByteArray &text, const char *name);
    /// A statement that is used once: of a migration.
    [[nodiscard]] Statement once(const QByteArray &text, const char *name);

    /// The text of a statement or fragment of the catalogue, for composing; empty when there is none.
    [[nodiscard]] QByteArray fragment(const char *name) const;

    [[nodiscard]] virtual bool isInTransaction() const = 0;
    /// Before a commit: does what Statement::runLater() has kept, where that has to be looked at.
    virtual Result<void> settleLater() { return {}; }
    /// What Statement::runLater() has kept is not done any more: its transaction is given up.
    virtual void forgetLater() {}
    /// The server is gone or has thrown us out: nothing works on this connection any more.
    [[nodiscard]] virtual bool isBroken() const = 0;

    /// Asked from time to time while a statement runs; true ends the statement with ErrorCode::Cancelled.
    /// An empty function: nobody is asked.
    virtual void setCancelled(std::function<bool()> isCancelled) = 0;

    [[nodiscard]] const StatementCatalogue &catalogue() const { return *m_catalogue; }

protected:
    enum class Keep { Once, Prepared };

    explicit Connection(std::shared_ptr<const StatementCatalogue> catalogue);
    virtual Result<std::unique_ptr<PreparedStatement>> prepare(const QByteArray &text, const char *name, Keep keep) = 0;
    /// To be called by the destructor of who derives, while the database is still there.
    void dropStatements();

private:
    struct Slot {
        QByteArray text;
        std::unique_ptr<PreparedStatement> statement;
        bool inUse = false;
    };

    Statement use(Slot *slot, const char *name);

    qint64 m_serial;
    std::shared_ptr<const StatementCatalogue> m_catalogue;
    std::unordered_map<std::string_view, std::unique_ptr<Slot>> m_named;
    std::deque<std::unique_ptr<Slot>> m_composed; ///< the last used in front
};

} // namespace deskhand
