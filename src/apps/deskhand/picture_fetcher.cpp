// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/picture_fetcher.h"

#include <QHostInfo>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

constexpr qint64 largestPicture = 5 * 1024 * 1024;
constexpr int longestWait = 10'000;
constexpr int mostRedirections = 3;

/// IANA's special-purpose registries: everything that is not for everybody.
constexpr std::array reservedNetworks{
    "0.0.0.0/8",      "10.0.0.0/8",   "100.64.0.0/10",  "127.0.0.0/8",    "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24",   "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",  "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4",  "240.0.0.0/4",    "::/128",         "::1/128",        "64:ff9b::/96",
    "64:ff9b:1::/48", "100::/64",     "2001::/23",      "2001:db8::/32",  "2002::/16",      "fc00::/7",
    "fe80::/10",      "ff00::/8"};

} // namespace

PictureFetcher::PictureFetcher(QObject *parent)
    : QObject(parent)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

bool PictureFetcher::isPublicAddress(const QHostAddress &address)
{
    if (address.isNull())
        return false;
    bool isMapped = false;
    const quint32 mapped = address.toIPv4Address(&isMapped);
    const QHostAddress plain = isMapped ? QHostAddress(mapped) : address;
    for (const char *network : reservedNetworks) {
        const auto subnet = QHostAddress::parseSubnet(QString::fromLatin1(network));
        if (subnet.first.protocol() == plain.protocol() && plain.isInSubnet(subnet))
            return false;
    }
    return true;
}

bool PictureFetcher::isAllowedUrl(const QUrl &url)
{
    if (!url.isValid() || url.scheme() != u"https" || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (url.port(443) != 443)
        return false;
    const QHostAddress literal(url.host());
    return literal.isNull() || isPublicAddress(literal);
}

void PictureFetcher::fetch(const Article &article)
{
    for (int number = 0; number < article.remoteImages.size(); ++number)
        lookUp(article.id, number, QUrl(article.remoteImages[number]), 0);
}

void PictureFetcher::lookUp(ArticleId article, int number, const QUrl &url, int redirections)
{
    if (!isAllowedUrl(url) || redirections > mostRedirections) {
        Q_EMIT fetched(article, number, {});
        return;
    }
    QHostInfo::lookupHost(url.host(), this, [=, this](const QHostInfo &host) {
        const QList<QHostAddress> addresses = host.addresses();
        const bool isPublic =
            !addresses.isEmpty() && std::all_of(addresses.cbegin(), addresses.cend(), isPublicAddress);
        if (isPublic)
            get(article, number, url, addresses.first(), redirections);
        else
            Q_EMIT fetched(article, number, {});
    });
}

void PictureFetcher::get(ArticleId article, int number, const QUrl &url, const QHostAddress &address, int redirections)
{
    // The name is checked against the certificate and sent as Host, but the connection goes where we looked: a name
    // that answers differently the second time leads nowhere else.
    QUrl direct = url;
    direct.setHost(address.toString());
    QNetworkRequest request(direct);
    request.setPeerVerifyName(url.host());
    request.setRawHeader("Host", url.host(QUrl::FullyEncoded).toLatin1());
    request.setRawHeader("Accept", "image/*");
    request.setTransferTimeout(longestWait);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QNetworkReply *reply = m_network.get(request);
    reply->setProperty("url", url);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > largestPicture)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [=, this] { take(article, number, reply, redirections); });
}

void PictureFetcher::take(ArticleId article, int number, QNetworkReply *reply, int redirections)
{
    reply->deleteLater();
    const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!target.isEmpty()) {
        lookUp(article, number, reply->property("url").toUrl().resolved(target), redirections + 1);
        return;
    }
    const bool good = reply->error() == QNetworkReply::NoError && reply->size() <= largestPicture;
    Q_EMIT fetched(article, number, good ? reply->readAll() : QByteArray());
}

} // namespace deskhand
