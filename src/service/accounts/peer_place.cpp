// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/peer_place.h"

#include <QByteArray>

#include <arpa/inet.h>
#include <sys/socket.h>

#include <array>
#include <cstring>

namespace deskhand {
namespace {

PeerPlace placeOfIPv4(const uchar *bytes)
{
    const QString net = QStringLiteral("%1.%2.%3").arg(bytes[0]).arg(bytes[1]).arg(bytes[2]);
    return {net + u'.' + QString::number(bytes[3]), net + QStringLiteral(".0/24")};
}

} // namespace

PeerPlace peerPlace(const QString &address)
{
    QByteArray text = address.trimmed().toLatin1();
    if (const qsizetype zone = text.indexOf('%'); zone >= 0)
        text.truncate(zone);
    std::array<uchar, 16> bytes{};
    if (inet_pton(AF_INET, text.constData(), bytes.data()) == 1)
        return placeOfIPv4(bytes.data());
    if (inet_pton(AF_INET6, text.constData(), bytes.data()) != 1)
        return {QStringLiteral("?"), QStringLiteral("?")};
    constexpr std::array<uchar, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (std::memcmp(bytes.data(), mapped.data(), mapped.size()) == 0)
        return placeOfIPv4(bytes.data() + mapped.size());
    const QByteArray net = QByteArray(reinterpret_cast<const char *>(bytes.data()), 8).toHex(':');
    const QString subnet = QString::fromLatin1(net) + QStringLiteral("::/64");
    return {subnet, subnet};
}

} // namespace deskhand
