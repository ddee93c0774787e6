// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "edge/http_message.h"

#include <QStringList>

#include <array>

namespace deskhand {

/// Whom a connection comes from.
struct EdgePeer {
    QString address;
    bool secure = false;
    bool isProxy = false; ///< one whose word counts about for whom it asks
};

/// Addresses and networks whose X-Forwarded-For and X-Forwarded-Proto are believed. An IPv4 address and the same one
/// mapped into IPv6 are one.
class TrustedProxies
{
public:
    /// "127.0.0.1", "10.0.0.0/8", "2001:db8::/32". Errors: Invalid.
    [[nodiscard]] static Result<TrustedProxies> fromTexts(const QStringList &texts);

    [[nodiscard]] bool contains(const QString &address) const;
    /// For whom the request was made: of the addresses of X-Forwarded-For, read from its end, the first that is no
    /// proxy of ours. From anybody else all headers that only a proxy may write are taken out.
    void apply(const EdgePeer &peer, HttpRequest &request) const;

private:
    struct Network {
        std::array<quint8, 16> bytes{};
        int bits = 0;
    };
    QList<Network> m_networks;
};

/// What of an address counts when clients are counted: IPv4 whole, IPv6 its /64. Empty: it is none.
[[nodiscard]] QByteArray addressGroup(const QString &address);

} // namespace deskhand
