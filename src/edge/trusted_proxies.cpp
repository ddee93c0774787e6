// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/trusted_proxies.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <optional>

namespace deskhand {

namespace {

/// Of both kinds in the form of IPv6.
std::optional<std::array<quint8, 16>> addressBytes(const QString &text)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(text.toStdString(), error);
    if (error)
        return std::nullopt;
    const auto wide = address.is_v4()
                          ? boost::asio::ip::make_address_v6(boost::asio::ip::v4_mapped, address.to_v4()).to_bytes()
                          : address.to_v6().to_bytes();
    std::array<quint8, 16> result{};
    std::copy(wide.begin(), wide.end(), result.begin());
    return result;
}

bool isForProxies(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    return lower == "forwarded" || lower == "x-real-ip" || lower == "true-client-ip" || lower.startsWith("x-forwarded-")
           || lower.startsWith("x-remote-");
}

/// "1.2.3.4:567" and "[::1]:80", which some proxies write.
QString withoutPort(QString text)
{
    if (text.startsWith(u'['))
        return text.mid(1, text.indexOf(u']') - 1);
    return text.count(u':') == 1 ? text.section(u':', 0, 0) : text;
}

} // namespace

Result<TrustedProxies> TrustedProxies::fromTexts(const QStringList &texts)
{
    TrustedProxies result;
    for (const QString &text : texts) {
        const QString host = text.section(u'/', 0, 0).trimmed();
        const auto bytes = addressBytes(host);
        bool isNumber = true;
        const int most = host.contains(u':') ? 128 : 32;
        const int bits = text.contains(u'/') ? text.section(u'/', 1).trimmed().toInt(&isNumber) : most;
        if (!bytes || !isNumber || bits < 0 || bits > most)
            return Error{ErrorCode::Invalid,
                         QStringLiteral("trustedProxies"),
                         QStringLiteral("\"%1\" is no address and no network").arg(text),
                         {}};
        result.m_networks.append({*bytes, 128 - most + bits});
    }
    return result;
}

bool TrustedProxies::contains(const QString &address) const
{
    const auto bytes = addressBytes(address);
    if (!bytes)
        return false;
    return std::any_of(m_networks.begin(), m_networks.end(), [&](const Network &network) {
        for (int bit = 0; bit < network.bits; ++bit) {
            const quint8 mask = quint8(0x80 >> (bit % 8));
            if (((*bytes)[size_t(bit / 8)] ^ network.bytes[size_t(bit / 8)]) & mask)
                return false;
        }
        return true;
    });
}

void TrustedProxies::apply(const EdgePeer &peer, HttpRequest &request) const
{
    request.peer = peer.address;
    request.secure = peer.secure;
    if (!peer.isProxy) {
        request.headers.removeIf([](const auto &header) { return isForProxies(header.first); });
        return;
    }
    QStringList chain;
    for (const auto &[name, value] : std::as_const(request.headers)) {
        if (name.compare("x-forwarded-for", Qt::CaseInsensitive) == 0)
            chain += QString::fromLatin1(value).split(u',', Qt::SkipEmptyParts);
    }
    while (!chain.isEmpty()) {
        const QString named = withoutPort(chain.takeLast().trimmed());
        if (!addressBytes(named))
            break; // what lies before it was written by nobody who is believed
        request.peer = named;
        if (!contains(named))
            break;
    }
    const QByteArray protocol = headerOf(request.headers, "X-Forwarded-Proto");
    if (!protocol.isEmpty())
        request.secure = protocol.compare("https", Qt::CaseInsensitive) == 0;
}

QByteArray addressGroup(const QString &address)
{
    const auto bytes = addressBytes(address);
    if (!bytes)
        return {};
    const QByteArray all(reinterpret_cast<const char *>(bytes->data()), qsizetype(bytes->size()));
    constexpr char mappedPrefix[] = "\0\0\0\0\0\0\0\0\0\0\xff\xff";
    return all.startsWith(QByteArrayView(mappedPrefix, 12)) ? all : all.left(8);
}

} // namespace deskhand
