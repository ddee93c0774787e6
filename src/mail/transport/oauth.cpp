// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/oauth.h"

#include "mail/transport/mail_channel.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <curl/curl.h>

namespace deskhand {
namespace {

constexpr size_t oauthLongestAnswer = 256 * 1024;
constexpr int oauthLookEveryMs = 200;
constexpr int oauthSpareSeconds = 60; ///< a token that expires sooner is not used any more

struct OAuthExchange {
    QByteArray answer;
    const KeepGoing *keepGoing = nullptr;
};

size_t takeOAuthAnswer(char *bytes, size_t size, size_t count, void *exchange)
{
    QByteArray &answer = static_cast<OAuthExchange *>(exchange)->answer;
    if (size_t(answer.size()) + size * count > oauthLongestAnswer)
        return 0;
    answer.append(bytes, qsizetype(size * count));
    return size * count;
}

int oauthGoesOn(void *exchange, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const KeepGoing *keepGoing = static_cast<OAuthExchange *>(exchange)->keepGoing;
    return keepGoing != nullptr && *keepGoing && !(*keepGoing)() ? 1 : 0;
}

qint64 monotonicNow()
{
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
}

void appendField(QByteArray *form, const char *name, const QByteArray &value)
{
    if (value.isEmpty())
        return;
    *form += (form->isEmpty() ? "" : "&") + QByteArray(name) + '=' + value.toPercentEncoding();
}

/// Names an account without its secrets.
QByteArray oauthAccount(const MailOAuth &oauth, const QByteArray &refreshToken)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part :
         {oauth.tokenUrl.toUtf8(), oauth.clientId.toUtf8(), oauth.scope.toUtf8(), refreshToken}) {
        hash.addData(part);
        hash.addData(QByteArrayView("\0", 1));
    }
    return hash.result();
}

Error oauthError(ErrorCode code, const QString &detail, const char *reason = "token")
{
    return mailError(code, QStringLiteral("mail.token"), detail, QLatin1String(reason));
}

Error oauthFailure(CURLcode code)
{
    const QString words = QString::fromLatin1(curl_easy_strerror(code));
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK: return oauthError(ErrorCode::Cancelled, {});
    case CURLE_OPERATION_TIMEDOUT: return oauthError(ErrorCode::Timeout, words);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE: return oauthError(ErrorCode::Denied, words, "certificate");
    case CURLE_WRITE_ERROR: return oauthError(ErrorCode::Invalid, QStringLiteral("the answer is too long"));
    default: return oauthError(ErrorCode::Offline, words);
    }
}

/// The provider's own words are left out: an answer may repeat what it was sent. Its code is one of a list.
Result<OAuthTokens> readOAuthAnswer(long status, const QByteArray &answer)
{
    const QJsonObject object = QJsonDocument::fromJson(answer).object();
    if (status == 200) {
        OAuthTokens tokens;
        tokens.accessToken = object.value(QLatin1String("access_token")).toString().toUtf8();
        tokens.refreshToken = object.value(QLatin1String("refresh_token")).toString().toUtf8();
        const QJsonValue seconds = object.value(QLatin1String("expires_in"));
        tokens.seconds = seconds.isString() ? seconds.toString().toInt() : seconds.toInt(300);
        if (!tokens.accessToken.isEmpty())
            return tokens;
        return oauthError(ErrorCode::Invalid, QStringLiteral("the answer has no token"));
    }
    const QString code = object.value(QLatin1String("error")).toString().left(60);
    if (status == 429 || status >= 500 || code == QLatin1String("temporarily_unavailable"))
        return oauthError(ErrorCode::Offline, QStringLiteral("status %1").arg(status));
    if (code == QLatin1String("invalid_grant") || code == QLatin1String("interaction_required"))
        return oauthError(ErrorCode::Unauthenticated, code, "refresh-token");
    if (code == QLatin1String("invalid_client") || code == QLatin1String("unauthorized_client") || status == 401)
        return oauthError(ErrorCode::Unauthenticated, code, "client");
    return oauthError(ErrorCode::Invalid, code.isEmpty() ? QStringLiteral("status %1").arg(status) : code);
}

} // namespace

OAuthClient::OAuthClient(Options options)
    : m_options(std::move(options))
{
}

Result<OAuthTokens> OAuthClient::ask(const QString &tokenUrl, const QByteArray &form, const KeepGoing &keepGoing)
{
    const QUrl url(tokenUrl, QUrl::StrictMode);
    const QString host = url.host();
    const bool isLocal = host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
    if (!url.isValid() || host.isEmpty() || !url.userInfo().isEmpty()
        || (url.scheme() != QLatin1String("https") && !(isLocal && url.scheme() == QLatin1String("http"))))
        return oauthError(ErrorCode::Invalid, QStringLiteral("the token URL is not one of https"));
    startCurlOnce();
    CURL *easy = curl_easy_init();
    OAuthExchange exchange{{}, &keepGoing};
    const QByteArray address = url.toEncoded();
    const QByteArray caFile = m_options.caFile.toLocal8Bit();
    curl_easy_setopt(easy, CURLOPT_URL, address.constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, isLocal ? "http,https" : "https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(form.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, form.constData());
    if (!caFile.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_CAINFO, caFile.constData());
        curl_easy_setopt(easy, CURLOPT_CAPATH, nullptr);
    }
    if (isLocal)
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // who gives up does not wait for a look-up that hangs
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, long(m_options.patienceMs));
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, takeOAuthAnswer);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &exchange);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, oauthGoesOn);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &exchange);
    const CURLcode code = curl_easy_perform(easy);
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_cleanup(easy);
    return code == CURLE_OK ? readOAuthAnswer(status, exchange.answer) : Result<OAuthTokens>(oauthFailure(code));
}

Result<QByteArray> OAuthClient::accessToken(const MailOAuth &oauth, const MailSecrets &secrets,
                                            const KeepGoing &keepGoing, const MailTransport::Refreshed &refreshed,
                                            const QByteArray &rejected)
{
    const QByteArray given = secrets.value(MailSecret::RefreshToken);
    if (given.isEmpty())
        return oauthError(ErrorCode::Unauthenticated, QStringLiteral("nobody has signed in yet"), "refresh-token");
    const QByteArray account = oauthAccount(oauth, given);
    std::shared_ptr<QMutex> asking;
    {
        const QMutexLocker lock(&m_mutex);
        std::shared_ptr<QMutex> &known = m_asking[account];
        if (!known)
            known = std::make_shared<QMutex>();
        asking = known;
    }
    while (!asking->tryLock(oauthLookEveryMs)) {
        if (keepGoing && !keepGoing())
            return oauthError(ErrorCode::Cancelled, {});
    }
    auto token = lockedToken(account, oauth, secrets, keepGoing, refreshed, rejected);
    asking->unlock();
    return token;
}

Result<QByteArray> OAuthClient::lockedToken(const QByteArray &account, const MailOAuth &oauth,
                                            const MailSecrets &secrets, const KeepGoing &keepGoing,
                                            const MailTransport::Refreshed &refreshed, const QByteArray &rejected)
{
    QByteArray refreshToken = secrets.value(MailSecret::RefreshToken);
    {
        const QMutexLocker lock(&m_mutex);
        const Kept kept = m_kept.value(account);
        if (!kept.accessToken.isEmpty() && kept.accessToken != rejected && monotonicNow() < kept.until)
            return kept.accessToken;
        if (!kept.refreshToken.isEmpty())
            refreshToken = kept.refreshToken;
    }
    QByteArray form;
    appendField(&form, "grant_type", "refresh_token");
    appendField(&form, "refresh_token", refreshToken);
    appendField(&form, "client_id", oauth.clientId.toUtf8());
    appendField(&form, "client_secret", secrets.value(MailSecret::ClientSecret));
    appendField(&form, "scope", oauth.provider == QLatin1String("google") ? QByteArray() : oauth.scope.toUtf8());
    const auto tokens = ask(oauth.tokenUrl, form, keepGoing);
    if (!tokens)
        return tokens.error();
    const bool isNew = !tokens->refreshToken.isEmpty() && tokens->refreshToken != refreshToken;
    const Kept kept{tokens->accessToken, isNew ? tokens->refreshToken : refreshToken,
                    monotonicNow() + qint64(qMax(0, tokens->seconds - oauthSpareSeconds)) * 1000};
    {
        const QMutexLocker lock(&m_mutex);
        m_kept.insert(account, kept);
        if (isNew) // who has heard of it asks with it
            m_kept.insert(oauthAccount(oauth, tokens->refreshToken), kept);
    }
    if (isNew && refreshed)
        refreshed(tokens->refreshToken);
    return tokens->accessToken;
}

Result<OAuthTokens> OAuthClient::exchange(const MailOAuth &oauth, const QByteArray &clientSecret,
                                          const OAuthGrant &grant, const QByteArray &code, const KeepGoing &keepGoing)
{
    QByteArray form;
    appendField(&form, "grant_type", "authorization_code");
    appendField(&form, "code", code);
    appendField(&form, "redirect_uri", grant.redirectUri.toUtf8());
    appendField(&form, "client_id", oauth.clientId.toUtf8());
    appendField(&form, "client_secret", clientSecret);
    appendField(&form, "code_verifier", grant.verifier);
    return ask(oauth.tokenUrl, form, keepGoing);
}

} // namespace deskhand
