// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/accounts_fixture.h"

namespace deskhand::test {

bool AccountsFixture::begin()
{
    const bool server = QByteArray(QTest::currentDataTag()) == "postgres";
    if (server && !m_server)
        return false;
    m_desk = std::make_unique<AccountDesk>(server ? m_server.get() : nullptr);
    m_ben = m_desk->addAgentWithPassword(QStringLiteral("Ben Bär"), QStringLiteral("ben@desk.example"), goodPassword());
    m_revoked.clear();
    start(options());
    return true;
}

void AccountsFixture::end()
{
    m_accounts.reset();
    m_desk.reset();
}

AccountsOptions AccountsFixture::options()
{
    AccountsOptions options = m_desk->options();
    options.revoked = [this](const QUuid &session) {
        const std::lock_guard lock(m_mutex);
        m_revoked.append(session);
    };
    return options;
}

void AccountsFixture::start(AccountsOptions options)
{
    m_accounts.reset();
    m_accounts = std::make_unique<Accounts>(std::move(options));
    m_accounts->start();
}

Result<SignedIn> AccountsFixture::signIn(const QString &login, const QByteArray &password, const QString &code,
                                         const QString &peer)
{
    SignInRequest request;
    request.login = login;
    request.password = password;
    request.code = code;
    request.device = QStringLiteral("laptop");
    request.peer = peer;
    const Answered<SignedIn> answered;
    m_accounts->signIn(request, answered.done());
    return answered.wait();
}

} // namespace deskhand::test
