// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_folding.h"
#include "service/accounts/access_token.h"
#include "service/accounts/accounts_core.h"
#include "service/accounts/peer_place.h"

namespace deskhand {
namespace {

/// A password on its way to its hash.
struct PasswordToSet {
    QByteArray sha256; ///< of the link
    QByteArray password;
    HashLanes::Slot slot;
    Result<QByteArray> hash = tooManyAtOnce();
    ~PasswordToSet() { wipe(&password); }
};

template <typename T>
Result<T> asLinkError(Error error)
{
    return error.code == ErrorCode::NotFound ? notSignedIn("link") : std::move(error);
}

} // namespace

void AccountsCore::link(const QByteArray &token, const Done<AccountLink> &done)
{
    const std::optional<QByteArray> sha256 = tokenSha256(token, TokenKind::Link);
    if (!sha256) {
        done(notSignedIn("link"));
        return;
    }
    withStore<AccountLink>(done, [this, sha256 = *sha256](AccountStore &store) {
        Result<AccountLink> found = store.link(sha256, now());
        return found ? found : asLinkError<AccountLink>(found.error());
    });
}

void AccountsCore::acceptLink(const QByteArray &token, const QByteArray &password, const Done<void> &done)
{
    const std::optional<QByteArray> sha256 = tokenSha256(token, TokenKind::Link);
    if (!sha256) {
        done(notSignedIn("link"));
        return;
    }
    auto setting = std::make_shared<PasswordToSet>();
    setting->sha256 = *sha256;
    setting->password = password;
    setting->password.detach();
    setting->slot = m_lanes.take();
    if (!setting->slot) {
        ++m_refusedByLoad;
        done(tooManyAtOnce());
        return;
    }
    const Done<void> store = [this, setting, done](const Result<void> &hashed) {
        if (!hashed) {
            done(hashed);
            return;
        }
        withStore<void>(done, [this, setting](AccountStore &accounts) {
            Result<void> set = setting->hash ? accounts.redeemLink(setting->sha256, *setting->hash, now())
                                             : Result<void>(setting->hash.error());
            if (set)
                forgetRevoked(accounts);
            return set ? set : asLinkError<void>(set.error());
        });
    };
    // Whose link it is comes first: without one nothing is worked on.
    link(token, [this, setting, store](const Result<AccountLink> &found) {
        const Result<void> fits =
            found ? checkPassword(setting->password, found->name, found->address) : Result<void>(found.error());
        if (!fits) {
            store(fits);
            return;
        }
        m_lanes.run([this, setting, store](bool work) {
            if (work) {
                ++m_hashes;
                setting->hash = hashPassword(setting->password, m_options.cost);
            }
            wipe(&setting->password);
            setting->slot.reset();
            store({});
        });
    });
}

void AccountsCore::requestReset(const QString &login, const QString &peer, const Done<void> &done)
{
    const QString name = foldText(login.left(320).trimmed());
    const QString from = peerPlace(peer).address;
    m_thread.post([this, name, from, done](const Result<AccountStore *> &store) {
        if (!store) {
            done(store.error());
            return;
        }
        Result<qint64> wait = (*store)->count(QStringLiteral("reset from ") + from, m_options.resetsOfAddress, now());
        if (wait && *wait == 0)
            wait = (*store)->count(QStringLiteral("reset of ") + name, m_options.resetsOfAccount, now());
        if (!wait || *wait > 0) {
            done(wait ? tooOften(*wait) : wait.error());
            return;
        }
        done({}); // before anything that not everybody has
        makeReset(name, **store);
    });
}

void AccountsCore::makeReset(const QString &login, AccountStore &store)
{
    const Result<PersonId> person = store.agentNamed(login);
    if (!person || !person->isValid() || !m_options.handOutReset)
        return;
    const FreshToken token = makeToken(TokenKind::Link);
    const Result<AccountLink> link =
        store.addLink(AccountLinkKind::Reset, *person, token.sha256, now() + m_options.resetLasts, {*person, now()});
    if (link)
        m_options.handOutReset(*link, token.text);
}

} // namespace deskhand
