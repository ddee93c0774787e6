// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/second_factor.h"
#include "service/accounts/access_token.h"
#include "service/accounts/accounts_core.h"
#include "service/accounts/totp.h"

namespace deskhand {
namespace {

constexpr int recoveryCodeCount = 10;

} // namespace

Result<QStringList> confirmSecondFactor(AccountStore &store, const SealKeys &keys, PersonId person, const QString &code,
                                        const AccountChange &change)
{
    const Result<QByteArray> offered = store.offeredSecondFactor(person);
    if (!offered)
        return offered.error();
    if (offered->isEmpty())
        return Error{ErrorCode::NotFound,
                     QStringLiteral("accounts.secondFactor"),
                     QStringLiteral("no second factor was offered"),
                     {}};
    Result<QByteArray> secret = openSecret(keys, *offered);
    if (!secret)
        return secret.error();
    const qint64 step = matchTotp(*secret, code, change.at, 0);
    wipe(&*secret);
    if (step == 0)
        return notSignedIn("code");
    QStringList codes;
    QVector<QByteArray> hashes;
    for (int i = 0; i < recoveryCodeCount; ++i) {
        const QByteArray fresh = makeRecoveryCode();
        codes.append(QString::fromLatin1(fresh));
        hashes.append(*recoveryCodeSha256(fresh));
    }
    const Result<void> confirmed = store.confirmSecondFactor(person, *offered, step, hashes, change);
    return confirmed ? Result<QStringList>(codes) : Result<QStringList>(confirmed.error());
}

Result<SecondFactorOffer> offerSecondFactor(AccountStore &store, const QByteArray &publicKey, PersonId person,
                                            const QString &issuer)
{
    const Result<Account> account = store.account(person);
    if (!account)
        return account.error();
    QByteArray secret = makeTotpSecret();
    const QByteArray sealed = sealSecret(publicKey, secret);
    if (sealed.isEmpty())
        return Error{
            ErrorCode::Denied, QStringLiteral("accounts.secondFactor"), QStringLiteral("there is no key here"), {}};
    const QString name = account->address.isEmpty() ? account->name : account->address;
    SecondFactorOffer offer{base32Text(secret), totpUri(secret, issuer, name)};
    wipe(&secret);
    const Result<void> stored = store.offerSecondFactor(person, sealed);
    return stored ? Result<SecondFactorOffer>(offer) : Result<SecondFactorOffer>(stored.error());
}

Result<SealKeys> AccountsCore::keysHere() const
{
    const Result<SealKeys> keys = m_options.keys ? m_options.keys() : Result<SealKeys>(Error{});
    return keys ? keys
                : Error{ErrorCode::Denied,
                        QStringLiteral("accounts.secondFactor"),
                        QStringLiteral("the desk's key is not here"),
                        {}};
}

void AccountsCore::offerSecondFactor(const Principal &who, const QByteArray &password, const QString &peer,
                                     const Done<SecondFactorOffer> &done)
{
    if (isNoPerson<SecondFactorOffer>(who, done))
        return;
    const auto refuse = [done](Error error) { done(std::move(error)); };
    SignInRequest request;
    request.password = password;
    request.peer = peer;
    if (const AttemptPtr attempt = admit(request, who.person, refuse)) {
        prove(attempt, refuse, [this, who, done](const AttemptPtr &proven, AccountStore &store) {
            giveBackAttempt(*proven, store);
            const Result<SealKeys> keys = keysHere();
            done(keys ? deskhand::offerSecondFactor(store, keys->publicKey, who.person, m_options.issuer)
                      : Result<SecondFactorOffer>(keys.error()));
        });
    }
}

void AccountsCore::confirmSecondFactor(const Principal &who, const QString &code, const Done<QStringList> &done)
{
    if (isNoPerson<QStringList>(who, done))
        return;
    withStore<QStringList>(done, [this, who, code](AccountStore &store) -> Result<QStringList> {
        const Result<SealKeys> keys = keysHere();
        if (!keys)
            return keys.error();
        const Result<qint64> wait = store.count(QStringLiteral("confirm ") + QString::number(who.person.value),
                                                m_options.limits.account, now());
        if (!wait || *wait > 0)
            return wait ? tooOften(*wait) : wait.error();
        return deskhand::confirmSecondFactor(store, *keys, who.person, code, {who.person, now()});
    });
}

void AccountsCore::dropSecondFactor(const Principal &who, const QByteArray &password, const QString &peer,
                                    const Done<void> &done)
{
    if (isNoPerson<void>(who, done))
        return;
    const auto refuse = [done](Error error) { done(std::move(error)); };
    SignInRequest request;
    request.password = password;
    request.peer = peer;
    if (const AttemptPtr attempt = admit(request, who.person, refuse)) {
        prove(attempt, refuse, [this, who, done](const AttemptPtr &proven, AccountStore &store) {
            giveBackAttempt(*proven, store);
            done(store.dropSecondFactor(who.person, {who.person, now()}));
        });
    }
}

} // namespace deskhand
