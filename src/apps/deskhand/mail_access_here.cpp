// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/mail_access_here.h"

#include "apps/deskhand/oauth_sign_in.h"
#include "base/sealed_secret.h"
#include "mail/transport/oauth.h"
#include "replica/seal_key_file.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int mailTestsAtOnce = 4;
constexpr int exchangePatienceMs = 30'000;

QVector<MailSecret> secretsOf(MailHalf half, const Mailbox &mailbox)
{
    const bool receives = half == MailHalf::Receiving;
    switch ((receives ? mailbox.incoming : mailbox.outgoing).signIn) {
    case MailSignIn::None: break;
    case MailSignIn::Password: return {receives ? MailSecret::IncomingPassword : MailSecret::OutgoingPassword};
    case MailSignIn::OAuth2: return {MailSecret::RefreshToken};
    }
    return {};
}

bool hasAll(const MailSecrets &secrets, const QVector<MailSecret> &wanted)
{
    return std::all_of(wanted.cbegin(), wanted.cend(),
                       [&secrets](MailSecret secret) { return secrets.contains(secret); });
}

void wipeAll(MailSecrets *secrets)
{
    for (QByteArray &secret : *secrets)
        wipe(&secret);
}

} // namespace

MailAccessHere::MailAccessHere(std::shared_ptr<MailTransport> transport, const QString &keyFolder,
                               SavedSecrets savedSecrets, std::function<QString()> sealKey)
    : m_transport(std::move(transport))
    , m_keyFolder(keyFolder)
    , m_savedSecrets(std::move(savedSecrets))
    , m_sealKey(std::move(sealKey))
    , m_ending(std::make_shared<std::atomic<bool>>(false))
{
    m_pool.setMaxThreadCount(mailTestsAtOnce);
}

MailAccessHere::~MailAccessHere()
{
    *m_ending = true;
    m_pool.waitForDone();
}

QFuture<MailTestStep> MailAccessHere::test(MailHalf half, const Mailbox &mailbox, const MailSecrets &typed)
{
    auto promise = std::make_shared<QFutureInterface<MailTestStep>>();
    promise->reportStarted();
    const QFuture<MailTestStep> future = promise->future();
    m_pool.start([=, this, sealKey = m_sealKey(), ending = m_ending] {
        const KeepGoing keepGoing = [&] { return !promise->isCanceled() && !*ending; };
        const auto told = [&](const MailTestStep &step) {
            if (keepGoing())
                promise->reportResult(step);
        };
        MailSecrets secrets = typed;
        const QVector<MailSecret> wanted = secretsOf(half, mailbox);
        bool known = hasAll(secrets, wanted);
        if (!known && mailbox.id.isValid() && m_savedSecrets) {
            const Result<MailSecrets> saved = m_savedSecrets(mailbox.id, sealKey);
            if (saved) {
                for (auto secret = saved->cbegin(); secret != saved->cend(); ++secret) {
                    if (!secrets.contains(secret.key()))
                        secrets.insert(secret.key(), *secret);
                }
            }
            known = hasAll(secrets, wanted);
        }
        if (!known)
            told({QStringLiteral("secrets"), false, {}});
        else if (half == MailHalf::Receiving)
            m_transport->testInbox(mailbox, secrets, keepGoing, told);
        else
            m_transport->testOutlet(mailbox, secrets, keepGoing, told);
        wipeAll(&secrets);
        promise->reportFinished();
    });
    return future;
}

QFuture<Result<QByteArray>> MailAccessHere::signIn(const Mailbox &mailbox, const QByteArray &clientSecret,
                                                   std::function<void(const QUrl &page)> browse)
{
    auto promise = std::make_shared<QFutureInterface<Result<QByteArray>>>();
    promise->reportStarted();
    const auto finish = [promise](const Result<QByteArray> &result) {
        promise->reportResult(result);
        promise->reportFinished();
    };
    auto *way =
        new OAuthSignIn(mailbox.oauth, mailbox.address, this,
                        [this, mailbox, clientSecret, promise, finish](const Result<OAuthSignIn::Answer> &answer) {
                            if (!answer)
                                return finish(answer.error());
                            m_pool.start([=, oauth = mailbox.oauth, given = *answer, ending = m_ending] {
                                const KeepGoing keepGoing = [&] { return !promise->isCanceled() && !*ending; };
                                OAuthClient client({exchangePatienceMs, {}});
                                const Result<OAuthTokens> tokens =
                                    client.exchange(oauth, clientSecret, given.grant, given.code, keepGoing);
                                if (!tokens)
                                    finish(tokens.error());
                                else if (tokens->refreshToken.isEmpty())
                                    finish(Error{ErrorCode::Invalid,
                                                 QStringLiteral("deskhand.signIn"),
                                                 QStringLiteral("the provider gave no refresh token"),
                                                 {}});
                                else
                                    finish(tokens->refreshToken);
                            });
                        });
    auto *watcher = new QFutureWatcher<Result<QByteArray>>(way);
    connect(watcher, &QFutureWatcherBase::canceled, way, &OAuthSignIn::cancel);
    watcher->setFuture(promise->future());
    const QUrl page = way->begin();
    if (!page.isEmpty())
        browse(page);
    return promise->future();
}

QFuture<Result<QString>> MailAccessHere::makeSealKey()
{
    auto promise = std::make_shared<QFutureInterface<Result<QString>>>();
    promise->reportStarted();
    const QFuture<Result<QString>> future = promise->future();
    m_pool.start([promise, folder = m_keyFolder] {
        if (folder.isEmpty()) {
            promise->reportResult(Error{ErrorCode::NotFound,
                                        QStringLiteral("deskhand.sealKey"),
                                        QStringLiteral("another computer does the desk's work"),
                                        {}});
        } else {
            Result<SealKeys> keys = makeSealKeyFile(folder);
            if (keys) {
                promise->reportResult(Result<QString>(sealKeyText(keys->publicKey)));
                wipe(&keys->secretKey);
            } else {
                promise->reportResult(keys.error());
            }
        }
        promise->reportFinished();
    });
    return future;
}

} // namespace deskhand
