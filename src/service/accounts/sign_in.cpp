// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_folding.h"
#include "service/accounts/access_token.h"
#include "service/accounts/accounts_core.h"
#include "service/accounts/peer_place.h"
#include "service/accounts/totp.h"

namespace deskhand {
namespace {

constexpr qsizetype longestLogin = 320; // a mail address
constexpr qsizetype longestDevice = 100;

} // namespace

AccountsCore::Attempt::~Attempt()
{
    wipe(&request.password);
    wipe(&newPassword);
}

AccountsCore::AttemptPtr AccountsCore::admit(const SignInRequest &request, PersonId person,
                                             const std::function<void(Error)> &refuse)
{
    auto attempt = std::make_shared<Attempt>();
    attempt->slot = m_lanes.take();
    if (!attempt->slot) {
        ++m_refusedByLoad;
        refuse(tooManyAtOnce());
        return {};
    }
    attempt->request = request;
    // Copies of it stay with whoever asked; this one is ours to wipe.
    attempt->request.password.detach();
    const PeerPlace peer = peerPlace(request.peer);
    attempt->counted.login = foldText(request.login.left(longestLogin).trimmed());
    attempt->counted.person = person;
    attempt->counted.peer = peer.address;
    attempt->counted.subnet = peer.subnet;
    attempt->counted.limits = m_options.limits;
    attempt->counted.at = now();
    const QString who = person.isValid() ? QStringLiteral("p ") + QString::number(person.value)
                                         : QStringLiteral("l ") + attempt->counted.login;
    // What is tried from elsewhere the database counts together, or not, as the account is known there.
    attempt->places = {{who + u' ' + peer.subnet, m_options.limits.account},
                       {QStringLiteral("a ") + peer.address, m_options.limits.address},
                       {QStringLiteral("s ") + peer.subnet, m_options.limits.subnet}};
    if (const qint64 wait = m_attempts.count(attempt->places, now()); wait > 0) {
        ++m_refusedByLimit;
        refuse(tooOften(wait));
        return {};
    }
    return attempt;
}

void AccountsCore::workOnPassword(Attempt &attempt)
{
    const bool known = attempt.start.secrets.has_value() && !attempt.start.secrets->password.isEmpty();
    const QByteArray &hash = known ? attempt.start.secrets->password : m_dummyHash;
    QByteArray &password = attempt.request.password;
    // What is too long to be a password is wrong, and takes as long.
    const bool fits = !password.isEmpty() && password.size() <= longestPassword;
    ++m_hashes;
    const bool right = verifyPassword(hash, fits ? password : QByteArray("-")) && fits;
    attempt.proven = right && known;
    const bool isNew = !attempt.newPassword.isEmpty();
    if (attempt.proven && (isNew || needsRehash(hash, m_options.cost))) {
        ++m_hashes;
        attempt.newHash = hashPassword(isNew ? attempt.newPassword : password, m_options.cost).value_or(QByteArray());
    }
    wipe(&password);
    wipe(&attempt.newPassword);
    attempt.slot.reset();
}

void AccountsCore::prove(const AttemptPtr &attempt, const std::function<void(Error)> &refuse, const Proven &then)
{
    const auto afterwards = [this, attempt, refuse, then](const Result<AccountStore *> &store) {
        if (!store) {
            refuse(store.error());
            return;
        }
        if (!attempt->proven) {
            ++m_failed;
            refuse(notSignedIn("credentials"));
            return;
        }
        then(attempt, **store);
    };
    m_thread.post([this, attempt, refuse, afterwards](const Result<AccountStore *> &store) {
        Result<SignInStart> start =
            store ? (*store)->beginSignIn(attempt->counted) : Result<SignInStart>(store.error());
        if (!start || start->retryAfter > 0) {
            m_refusedByLimit += start ? 1 : 0;
            refuse(start ? tooOften(start->retryAfter) : start.error());
            return;
        }
        attempt->start = *std::move(start);
        m_lanes.run([this, attempt, refuse, afterwards](bool work) {
            if (!work) {
                refuse(
                    Error{ErrorCode::Cancelled, QStringLiteral("accounts"), QStringLiteral("the service stops"), {}});
                return;
            }
            workOnPassword(*attempt);
            m_thread.post(afterwards);
        });
    });
}

void AccountsCore::signIn(const SignInRequest &request, const Done<SignedIn> &done)
{
    const auto refuse = [done](Error error) { done(std::move(error)); };
    const AttemptPtr attempt = admit(request, {}, refuse);
    if (!attempt)
        return;
    prove(attempt, refuse,
          [this, done](const AttemptPtr &proven, AccountStore &store) { done(finish(proven, store)); });
}

Result<void> AccountsCore::checkAppCode(const Attempt &attempt, SignInFinish *finish)
{
    const AccountSecrets &secrets = *attempt.start.secrets;
    const Result<SealKeys> keys = keysHere();
    if (!keys)
        return keys.error();
    Result<QByteArray> secret = openSecret(*keys, secrets.secondFactor);
    if (!secret)
        return secret.error();
    finish->codeStep = matchTotp(*secret, attempt.request.code, now(), secrets.codeStep);
    wipe(&*secret);
    return finish->codeStep != 0 ? Result<void>() : Result<void>(notSignedIn("code"));
}

Result<void> AccountsCore::checkSecondFactor(const Attempt &attempt, AccountStore &store, SignInFinish *finish)
{
    if (attempt.start.secrets->secondFactor.isEmpty())
        return {};
    if (attempt.request.code.trimmed().isEmpty()) {
        giveBackAttempt(attempt, store); // nothing was wrong so far
        return notSignedIn("second-factor");
    }
    if (const std::optional<QByteArray> recovery = recoveryCodeSha256(attempt.request.code.toLatin1())) {
        finish->recoverySha256 = *recovery;
        return {};
    }
    return checkAppCode(attempt, finish);
}

void AccountsCore::giveBackAttempt(const Attempt &attempt, AccountStore &store)
{
    m_attempts.giveBack(attempt.places);
    (void)store.giveBack(attempt.start.counted); // else it is forgotten with the window
}

Result<SignedIn> AccountsCore::finish(const AttemptPtr &attempt, AccountStore &store)
{
    SignInFinish finish;
    finish.proven = *attempt->start.secrets;
    finish.newHash = attempt->newHash;
    finish.counted = attempt->start.counted;
    finish.at = now();
    if (const Result<void> checked = checkSecondFactor(*attempt, store, &finish); !checked) {
        m_failed += checked.error().code == ErrorCode::Unauthenticated ? 1 : 0;
        return checked.error();
    }
    Result<SignedIn> signedIn = beginSession(store, std::move(finish), sessionLike(attempt->request));
    if (!signedIn) {
        const bool refused = signedIn.error().code == ErrorCode::Unauthenticated;
        m_failed += refused ? 1 : 0;
        const bool byCode = !attempt->start.secrets->secondFactor.isEmpty();
        return refused ? notSignedIn(byCode ? "code" : "credentials") : signedIn.error();
    }
    m_attempts.giveBack(attempt->places);
    ++m_signedIn;
    return signedIn;
}

NewSession AccountsCore::sessionLike(const SignInRequest &request) const
{
    NewSession session;
    for (const QChar sign : request.device.left(longestDevice).simplified())
        session.device += sign.isPrint() ? sign : QChar(QChar::ReplacementCharacter);
    session.peer = request.peer.left(longestDevice);
    const QString subnet = peerPlace(request.peer).subnet;
    session.subnet = subnet == u"?" ? QString() : subnet;
    session.remembered = request.remember;
    session.idle = request.remember ? m_options.remembered : m_options.idle;
    session.expiresAt = now() + (request.remember ? m_options.remembered : m_options.lasts);
    return session;
}

Result<SignedIn> AccountsCore::beginSession(AccountStore &store, SignInFinish finish, const NewSession &like)
{
    FreshToken token = makeToken(TokenKind::Session);
    NewSession session = like;
    session.id = QUuid::createUuid();
    session.tokenSha256 = token.sha256;
    session.at = now();
    finish.session = session;
    if (const Result<void> finished = store.finishSignIn(finish); !finished)
        return finished.error();
    const Result<AccountAccess> access = store.sessionAccess(token.sha256, now());
    if (!access)
        return access.error().code == ErrorCode::NotFound ? notSignedIn("credentials") : access.error();
    m_cache.insert(token.sha256, *access, now());
    SignedIn signedIn;
    signedIn.token = std::move(token.text);
    signedIn.principal = principalOf(*access);
    signedIn.session = {session.id, finish.proven.person, session.device, session.peer,      session.at,
                        session.at, session.expiresAt,    session.idle,   session.remembered};
    signedIn.mustChange = access->mustChange;
    return signedIn;
}

void AccountsCore::changePassword(const Principal &who, const QByteArray &oldPassword, const QByteArray &newPassword,
                                  const QString &peer, const Done<SignedIn> &done)
{
    if (isNoPerson<SignedIn>(who, done))
        return;
    const auto refuse = [done](Error error) { done(std::move(error)); };
    SignInRequest request;
    request.password = oldPassword;
    request.peer = peer;
    m_thread.post([this, who, request, newPassword, done, refuse](const Result<AccountStore *> &store) {
        const Result<Account> account = store ? (*store)->account(who.person) : Result<Account>(store.error());
        const Result<void> fits =
            account ? checkPassword(newPassword, account->name, account->address) : Result<void>(account.error());
        if (!fits) {
            refuse(fits.error());
            return;
        }
        const AttemptPtr attempt = admit(request, who.person, refuse);
        if (!attempt)
            return;
        attempt->newPassword = newPassword;
        attempt->newPassword.detach();
        prove(attempt, refuse, [this, who, done](const AttemptPtr &proven, AccountStore &proving) {
            done(storeNewPassword(who, proven, proving));
        });
    });
}

Result<SignedIn> AccountsCore::storeNewPassword(const Principal &who, const AttemptPtr &attempt, AccountStore &store)
{
    if (attempt->newHash.isEmpty())
        return tooManyAtOnce(); // there was no memory for it
    giveBackAttempt(*attempt, store);
    NewSession like = sessionLike(attempt->request);
    const Result<QVector<AccountSession>> sessions = store.sessions(who.person, now());
    if (!sessions)
        return sessions.error();
    for (const AccountSession &session : *sessions) {
        if (session.id != who.session)
            continue;
        like.device = session.device;
        like.remembered = session.remembered;
        like.idle = session.idle;
        like.expiresAt = now() + (session.expiresAt - session.createdAt);
    }
    const Result<void> stored = store.setPassword(who.person, attempt->newHash, false, {who.person, now()});
    if (!stored)
        return stored.error();
    forgetRevoked(store);
    SignInFinish finish;
    const Result<AccountSecrets> secrets = store.secrets(who.person);
    if (!secrets)
        return secrets.error();
    finish.proven = *secrets;
    finish.at = now();
    return beginSession(store, std::move(finish), like);
}

} // namespace deskhand
