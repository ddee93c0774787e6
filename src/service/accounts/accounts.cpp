// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/accounts.h"

#include "service/accounts/access_token.h"
#include "service/accounts/accounts_core.h"

namespace deskhand {
namespace {

constexpr std::chrono::seconds sweepEvery{10};

} // namespace

Error notSignedIn(const char *reason)
{
    return Error{ErrorCode::Unauthenticated,
                 QStringLiteral("accounts"),
                 QStringLiteral("not signed in"),
                 {{QStringLiteral("reason"), QString::fromLatin1(reason)}}};
}

Error tooOften(qint64 wait)
{
    return Error{ErrorCode::Busy,
                 QStringLiteral("accounts"),
                 QStringLiteral("tried too often"),
                 {{QStringLiteral("reason"), QStringLiteral("limit")},
                  {QStringLiteral("retryAfter"), std::max<qint64>(1, (wait + 999) / 1000)}}};
}

Error tooManyAtOnce()
{
    return Error{ErrorCode::Busy,
                 QStringLiteral("accounts"),
                 QStringLiteral("too many sign in at once"),
                 {{QStringLiteral("reason"), QStringLiteral("load")}, {QStringLiteral("retryAfter"), qint64(2)}}};
}

Principal principalOf(const AccountAccess &access)
{
    Principal principal;
    principal.person = access.person;
    principal.role = access.role;
    principal.session = access.id;
    principal.isApi = access.isApi;
    principal.scopes = access.scopes;
    if (!access.isApi && !access.mustChange) {
        for (const AccessScope scope : allAccessScopes())
            principal.scopes |= int(scope);
    }
    return principal;
}

AccountsCore::AccountsCore(AccountsOptions options)
    : m_options(std::move(options))
    , m_lanes(m_options.hashThreads, m_options.hashQueue)
    , m_thread(m_options.openStore, m_options.watchEvery, [this](AccountStore &store) { look(store); })
{
}

AccountsCore::~AccountsCore()
{
    stop();
}

void AccountsCore::start()
{
    m_dummyHash = hashPassword(makeToken(TokenKind::Link).text, m_options.cost).value_or(QByteArray());
    m_thread.start();
}

void AccountsCore::stop()
{
    m_lanes.stop();
    m_thread.stop();
}

void AccountsCore::authenticate(const QByteArray &token, const Done<Principal> &done)
{
    const std::optional<QByteArray> session = tokenSha256(token, TokenKind::Session);
    const std::optional<QByteArray> stored = session ? session : tokenSha256(token, TokenKind::Api);
    if (!stored) {
        done(notSignedIn("token"));
        return;
    }
    if (const std::optional<AccountAccess> known = m_cache.use(*stored, now())) {
        done(principalOf(*known));
        return;
    }
    withStore<Principal>(done, [this, sha256 = *stored, isApi = !session](AccountStore &store) -> Result<Principal> {
        const Result<AccountAccess> access =
            isApi ? store.apiAccess(sha256, now()) : store.sessionAccess(sha256, now());
        if (!access)
            return access.error().code == ErrorCode::NotFound ? notSignedIn("token") : access.error();
        m_cache.insert(sha256, *access, now());
        return principalOf(*access);
    });
}

void AccountsCore::signOut(const Principal &who, const Done<void> &done)
{
    revokeSession(who, who.session, done);
}

void AccountsCore::sessions(const Principal &who, const Done<QVector<AccountSession>> &done)
{
    if (isNoPerson<QVector<AccountSession>>(who, done))
        return;
    withStore<QVector<AccountSession>>(done, [this, who](AccountStore &store) {
        writeUse(store, true);
        return store.sessions(who.person, now());
    });
}

void AccountsCore::revokeSession(const Principal &who, const QUuid &session, const Done<void> &done)
{
    if (isNoPerson<void>(who, done))
        return;
    withStore<void>(done, [this, who, session](AccountStore &store) {
        const Result<void> revoked = store.revokeSession(who.person, session);
        if (revoked)
            forgetRevoked(store);
        return revoked;
    });
}

void AccountsCore::revokeOtherSessions(const Principal &who, const Done<void> &done)
{
    if (isNoPerson<void>(who, done))
        return;
    withStore<void>(done, [this, who](AccountStore &store) {
        const Result<int> revoked = store.revokeSessions(who.person, who.session, {who.person, now()});
        if (revoked)
            forgetRevoked(store);
        return revoked ? Result<void>() : Result<void>(revoked.error());
    });
}

AccountsFigures AccountsCore::figures() const
{
    AccountsFigures figures;
    figures.hashes = m_hashes;
    figures.signedIn = m_signedIn;
    figures.failed = m_failed;
    figures.refusedByLimit = m_refusedByLimit;
    figures.refusedByLoad = m_refusedByLoad;
    figures.waiting = m_lanes.waiting();
    figures.sessions = m_cache.size();
    return figures;
}

void AccountsCore::look(AccountStore &store)
{
    const SessionCache::Monotonic::time_point begun = SessionCache::Monotonic::now();
    writeUse(store, false);
    const Result<AccountStamp> stamp = store.stamp();
    if (!stamp)
        return; // what is known gets too old to be used
    if (m_stamp != *stamp || begun - m_swept >= sweepEvery || m_cache.hasExpired(now()))
        forgetRevoked(store);
    else
        m_cache.lookedAt(begun);
}

void AccountsCore::forgetRevoked(AccountStore &store)
{
    const SessionCache::Monotonic::time_point begun = SessionCache::Monotonic::now();
    writeUse(store, m_cache.hasExpired(now()));
    // The stamp first: what happens after it is noticed by the next look.
    const Result<AccountStamp> stamp = store.stamp();
    const Result<QHash<QUuid, Instant>> good =
        stamp ? store.sweep(m_options.limits, now()) : Result<QHash<QUuid, Instant>>(stamp.error());
    if (!good) {
        m_stamp.reset();
        return;
    }
    const QVector<QUuid> gone = m_cache.keepOnly(*good);
    m_stamp = *stamp;
    m_swept = begun;
    m_cache.lookedAt(begun);
    if (m_options.revoked) {
        for (const QUuid &session : gone)
            m_options.revoked(session);
    }
}

void AccountsCore::writeUse(AccountStore &store, bool all)
{
    // What could not be written is, with the next use; it costs a session at most a minute of its silence.
    if (const QVector<AccountAccess> used = m_cache.takeUsed(all); !used.isEmpty())
        (void)store.noteUse(used);
}

// What is told to everybody.

Accounts::Accounts(AccountsOptions options)
    : m_core(std::make_unique<AccountsCore>(std::move(options)))
{
}

Accounts::~Accounts() = default;

void Accounts::start()
{
    m_core->start();
}

void Accounts::stop()
{
    m_core->stop();
}

void Accounts::signIn(const SignInRequest &request, const Done<SignedIn> &done)
{
    m_core->signIn(request, done);
}

void Accounts::authenticate(const QByteArray &token, const Done<Principal> &done)
{
    m_core->authenticate(token, done);
}

void Accounts::signOut(const Principal &who, const Done<void> &done)
{
    m_core->signOut(who, done);
}

void Accounts::sessions(const Principal &who, const Done<QVector<AccountSession>> &done)
{
    m_core->sessions(who, done);
}

void Accounts::revokeSession(const Principal &who, const QUuid &session, const Done<void> &done)
{
    m_core->revokeSession(who, session, done);
}

void Accounts::revokeOtherSessions(const Principal &who, const Done<void> &done)
{
    m_core->revokeOtherSessions(who, done);
}

void Accounts::changePassword(const Principal &who, const QByteArray &oldPassword, const QByteArray &newPassword,
                              const QString &peer, const Done<SignedIn> &done)
{
    m_core->changePassword(who, oldPassword, newPassword, peer, done);
}

void Accounts::offerSecondFactor(const Principal &who, const QByteArray &password, const QString &peer,
                                 const Done<SecondFactorOffer> &done)
{
    m_core->offerSecondFactor(who, password, peer, done);
}

void Accounts::confirmSecondFactor(const Principal &who, const QString &code, const Done<QStringList> &done)
{
    m_core->confirmSecondFactor(who, code, done);
}

void Accounts::dropSecondFactor(const Principal &who, const QByteArray &password, const QString &peer,
                                const Done<void> &done)
{
    m_core->dropSecondFactor(who, password, peer, done);
}

void Accounts::link(const QByteArray &token, const Done<AccountLink> &done)
{
    m_core->link(token, done);
}

void Accounts::acceptLink(const QByteArray &token, const QByteArray &password, const Done<void> &done)
{
    m_core->acceptLink(token, password, done);
}

void Accounts::requestReset(const QString &login, const QString &peer, const Done<void> &done)
{
    m_core->requestReset(login, peer, done);
}

AccountsFigures Accounts::figures() const
{
    return m_core->figures();
}

} // namespace deskhand
