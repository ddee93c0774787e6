// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QObject>

namespace deskhand {

/// Fetches the remote pictures of one message after a person asked for them. https only; no cookies, no cache, no
/// referrer; at most 5 MB and ten seconds each; nothing from private, local or reserved addresses, also not after a
/// redirection. The address is looked up first, and the connection goes to that very address.
class PictureFetcher final : public QObject
{
    Q_OBJECT

public:
    explicit PictureFetcher(QObject *parent = nullptr);

    void fetch(const Article &article);

    /// Whether an address belongs to the public network.
    [[nodiscard]] static bool isPublicAddress(const QHostAddress &address);
    /// https, a host name or public address, no user info, the usual port.
    [[nodiscard]] static bool isAllowedUrl(const QUrl &url);

Q_SIGNALS:
    /// Empty bytes: it could not be had.
    void fetched(deskhand::ArticleId article, int number, const QByteArray &bytes);

private:
    void lookUp(ArticleId article, int number, const QUrl &url, int redirections);
    void get(ArticleId article, int number, const QUrl &url, const QHostAddress &address, int redirections);
    void take(ArticleId article, int number, QNetworkReply *reply, int redirections);

    QNetworkAccessManager m_network;
};

} // namespace deskhand
