// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/postgres_address.h"
#include "store/postgres_result.h"

#include <QSqlDatabase>
#include <QVector>

#include <memory>

struct pg_conn;

namespace deskhand {

class PostgresCanceller;

/// One connection to a desk on PostgreSQL 15 or newer. QtSql's driver QPSQL opens it; statements go to libpq. Opened
/// and used in one thread.
class PostgresConnection final : public Connection
{
public:
    /// Waits at most ten seconds for the server. Read: transactions are read-only. Errors: those of
    /// postgresConnectError(), Internal (no driver).
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const PostgresAddress &address, ConnectionUse use,
                                                                  std::shared_ptr<const StatementCatalogue> catalogue);

    ~PostgresConnection() override;

    [[nodiscard]] SqlDialect dialect() const override { return SqlDialect::Postgres; }
    [[nodiscard]] bool isInTransaction() const override;
    [[nodiscard]] bool isBroken() const override;
    void setCancelled(std::function<bool()> isCancelled) override;

    /// What the server keeps of a password instead of it (SCRAM-SHA-256): made here, so that the password is not sent.
    [[nodiscard]] Result<QString> passwordVerifier(const QString &role, const QString &password);

    Result<void> settleLater() override;
    void forgetLater() override { m_later.clear(); }

    struct Executed {
        PostgresResult result;      ///< of the last statement; null after an error
        std::optional<Error> error; ///< without a place when it is the statement's own
    };
    /// Sends what was kept for later and behind it, in the same message, `text`, and waits for the answers.
    [[nodiscard]] Executed execute(const QByteArray &text);
    /// Kept until execute(): for what belongs to the open transaction.
    void executeLater(const QByteArray &text, const std::optional<Error> &unlessOneRow);
    /// No other statement of this connection has it.
    [[nodiscard]] QByteArray newStatementName() { return "s" + QByteArray::number(++m_statements); }
    /// The server forgets it when a statement is prepared the next time.
    void dropPrepared(const QByteArray &name) { m_dropped.append(name); }

    /// libpq's own, for what the driver cannot do; null when there is none.
    [[nodiscard]] pg_conn *handle() const;

    /// To be waited for: readable when the server says something by itself, or goes. -1: there is none any more.
    [[nodiscard]] qintptr socket() const;
    /// What was said on the channels that this connection listens to since the last call; also what came along with the
    /// answers of statements, so call it before waiting for the socket. Does not wait. Finds out that the server is
    /// gone.
    [[nodiscard]] QVector<QByteArray> takeNotices();

    /// While it lives a statement runs, which may be cancelled.
    class CancelScope
    {
    public:
        explicit CancelScope(PostgresConnection &connection);
        ~CancelScope();
        CancelScope(const CancelScope &) = delete;
        CancelScope &operator=(const CancelScope &) = delete;

    private:
        PostgresCanceller *m_canceller;
    };

private:
    PostgresConnection(QString name, std::shared_ptr<const StatementCatalogue> catalogue);
    Result<void> connect(const PostgresAddress &address);
    Result<void> configure(ConnectionUse use);
    Result<std::unique_ptr<PreparedStatement>> prepare(const QByteArray &text, const char *name, Keep keep) override;

    struct Later {
        QByteArray text;
        std::optional<Error> unlessOneRow;
    };
    [[nodiscard]] Executed failed(const pg_result *result) const;

    QString m_name; ///< among QtSql's connections
    QSqlDatabase m_database;
    std::unique_ptr<PostgresCanceller> m_canceller; ///< made when somebody first wants to cancel
    bool m_mayCancel = false;
    QVector<Later> m_later;
    QVector<QByteArray> m_dropped; ///< names of statements that nobody uses any more
    qint64 m_statements = 0;
};

} // namespace deskhand
