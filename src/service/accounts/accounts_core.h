// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/accounts/account_thread.h"
#include "service/accounts/accounts.h"
#include "service/accounts/attempt_counter.h"
#include "service/accounts/hash_lanes.h"
#include "service/accounts/session_cache.h"

#include <atomic>

namespace deskhand {

/// What is behind Accounts: its threads and what they share. The steps of signing in are in sign_in.cpp, those of
/// second factors in second_factor.cpp, links in account_links.cpp.
class AccountsCore
{
public:
    template <typename T>
    using Done = Accounts::Done<T>;

    explicit AccountsCore(AccountsOptions options);
    ~AccountsCore();
    AccountsCore(const AccountsCore &) = delete;
    AccountsCore &operator=(const AccountsCore &) = delete;

    void start();
    void stop();

    void signIn(const SignInRequest &request, const Done<SignedIn> &done);
    void authenticate(const QByteArray &token, const Done<Principal> &done);
    void signOut(const Principal &who, const Done<void> &done);
    void sessions(const Principal &who, const Done<QVector<AccountSession>> &done);
    void revokeSession(const Principal &who, const QUuid &session, const Done<void> &done);
    void revokeOtherSessions(const Principal &who, const Done<void> &done);
    void changePassword(const Principal &who, const QByteArray &oldPassword, const QByteArray &newPassword,
                        const QString &peer, const Done<SignedIn> &done);
    void offerSecondFactor(const Principal &who, const QByteArray &password, const QString &peer,
                           const Done<SecondFactorOffer> &done);
    void confirmSecondFactor(const Principal &who, const QString &code, const Done<QStringList> &done);
    void dropSecondFactor(const Principal &who, const QByteArray &password, const QString &peer,
                          const Done<void> &done);
    void link(const QByteArray &token, const Done<AccountLink> &done);
    void acceptLink(const QByteArray &token, const QByteArray &password, const Done<void> &done);
    void requestReset(const QString &login, const QString &peer, const Done<void> &done);
    [[nodiscard]] AccountsFigures figures() const;

private:
    using Places = QVector<AttemptCounter::Place>;

    /// An attempt on its way; shared by its steps.
    struct Attempt {
        SignInRequest request; ///< its password is wiped as soon as it was worked on
        QByteArray newPassword;
        SignInAttempt counted; ///< for the store
        Places places;         ///< in memory
        HashLanes::Slot slot;
        SignInStart start;
        bool proven = false;
        QByteArray newHash; ///< of newPassword, or the same password at the present cost
        ~Attempt();
    };
    using AttemptPtr = std::shared_ptr<Attempt>;
    /// With the attempt whose password was worked on, in the store's thread.
    using Proven = std::function<void(const AttemptPtr &attempt, AccountStore &store)>;

    [[nodiscard]] Instant now() const { return m_options.clock->now(); }
    /// Whether it is a program, which has no account of its own; then it was told.
    template <typename T>
    static bool isNoPerson(const Principal &who, const Done<T> &done);
    template <typename T>
    void withStore(const Done<T> &done, std::function<Result<T>(AccountStore &store)> work);

    // Sign-in, step by step.
    /// Null, and `refuse` was told: too many at once, or too often.
    AttemptPtr admit(const SignInRequest &request, PersonId person, const std::function<void(Error)> &refuse);
    /// Counts, works on the password, and goes on in the store's thread, also when it is wrong.
    void prove(const AttemptPtr &attempt, const std::function<void(Error)> &refuse, const Proven &then);
    void workOnPassword(Attempt &attempt);
    Result<SignedIn> finish(const AttemptPtr &attempt, AccountStore &store);
    Result<void> checkSecondFactor(const Attempt &attempt, AccountStore &store, SignInFinish *finish);
    Result<void> checkAppCode(const Attempt &attempt, SignInFinish *finish);
    void giveBackAttempt(const Attempt &attempt, AccountStore &store);
    Result<SignedIn> beginSession(AccountStore &store, SignInFinish finish, const NewSession &like);
    NewSession sessionLike(const SignInRequest &request) const;
    Result<SignedIn> storeNewPassword(const Principal &who, const AttemptPtr &attempt, AccountStore &store);

    [[nodiscard]] Result<SealKeys> keysHere() const; ///< Errors: Denied
    void makeReset(const QString &login, AccountStore &store);

    // Noticing, in the store's thread.
    void look(AccountStore &store);
    void forgetRevoked(AccountStore &store);
    void writeUse(AccountStore &store, bool all);

    AccountsOptions m_options;
    QByteArray m_dummyHash; ///< of nobody's password, for names that nobody has
    AttemptCounter m_attempts;
    SessionCache m_cache;
    std::optional<AccountStamp> m_stamp;         ///< of the store's thread
    SessionCache::Monotonic::time_point m_swept; ///< likewise
    std::atomic<qint64> m_hashes = 0;
    std::atomic<qint64> m_signedIn = 0;
    std::atomic<qint64> m_failed = 0;
    std::atomic<qint64> m_refusedByLimit = 0;
    std::atomic<qint64> m_refusedByLoad = 0;
    HashLanes m_lanes;
    AccountThread m_thread;
};

/// Errors of Accounts, see there.
[[nodiscard]] Error notSignedIn(const char *reason);
[[nodiscard]] Error tooOften(qint64 wait); ///< ms
[[nodiscard]] Error tooManyAtOnce();

/// A session of a person has every scope, until its password has to be changed.
[[nodiscard]] Principal principalOf(const AccountAccess &access);

template <typename T>
bool AccountsCore::isNoPerson(const Principal &who, const Done<T> &done)
{
    if (who.isApi)
        done(Error{ErrorCode::Denied, QStringLiteral("accounts"), QStringLiteral("only for people"), {}});
    return who.isApi;
}

template <typename T>
void AccountsCore::withStore(const Done<T> &done, std::function<Result<T>(AccountStore &store)> work)
{
    m_thread.post([done, work = std::move(work)](const Result<AccountStore *> &store) {
        done(store ? work(**store) : Result<T>(store.error()));
    });
}

} // namespace deskhand
