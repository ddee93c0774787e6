// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/account_desk.h"

#include <QtTest>

namespace deskhand::test {

/// Accounts of a desk in a file or, when the row of the test is called "postgres", on a server. Ben has a password.
class AccountsFixture : public QObject
{
protected:
    static QByteArray goodPassword() { return "correct horse battery"; }
    static constexpr qint64 aMinute = 60'000;

    static void databases()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    void startServer() { m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk()); }
    /// False: the test is skipped.
    bool begin();
    void end();
    void start(AccountsOptions options);
    [[nodiscard]] AccountsOptions options();
    Result<SignedIn> signIn(const QString &login, const QByteArray &password, const QString &code = {},
                            const QString &peer = QStringLiteral("192.0.2.7"));
    Result<Principal> authenticate(const QByteArray &token) { return authenticateAt(*m_accounts, token); }
    static Result<Principal> authenticateAt(Accounts &accounts, const QByteArray &token)
    {
        const Answered<Principal> answered;
        accounts.authenticate(token, answered.done());
        return answered.wait();
    }
    [[nodiscard]] QVector<QUuid> revoked()
    {
        const std::lock_guard lock(m_mutex);
        return m_revoked;
    }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<AccountDesk> m_desk;
    std::unique_ptr<Accounts> m_accounts;
    PersonId m_ben;

private:
    std::mutex m_mutex;
    QVector<QUuid> m_revoked;
};

} // namespace deskhand::test
