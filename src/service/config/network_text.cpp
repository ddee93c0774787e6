// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/network_text.h"

#include <QByteArray>

#ifdef Q_OS_WIN
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#endif

namespace deskhand {
namespace {

/// Its bytes, 4 or 16; empty: it is no address.
QByteArray networkBytes(const QString &text)
{
    QByteArray bytes(16, Qt::Uninitialized);
    const QByteArray name = text.toLatin1();
    if (inet_pton(AF_INET, name.constData(), bytes.data()) == 1)
        return bytes.left(4);
    return inet_pton(AF_INET6, name.constData(), bytes.data()) == 1 ? bytes : QByteArray();
}

} // namespace

bool isNetworkAddress(const QString &text)
{
    return !networkBytes(text).isEmpty();
}

bool isNetworkOrAddress(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    const QByteArray bytes = networkBytes(text.left(slash));
    if (bytes.isEmpty() || slash < 0)
        return !bytes.isEmpty();
    bool ok = false;
    const int bits = text.mid(slash + 1).toInt(&ok);
    return ok && bits >= 0 && bits <= 8 * bytes.size();
}

bool isLoopbackAddress(const QString &text)
{
    const QByteArray bytes = networkBytes(text);
    if (bytes.size() == 4)
        return bytes[0] == 127;
    if (bytes.size() != 16)
        return false;
    const QByteArray mapped = QByteArray(10, '\0') + QByteArray(2, '\xff');
    return bytes == QByteArray(15, '\0') + '\x01' || (bytes.startsWith(mapped) && bytes[12] == 127);
}

} // namespace deskhand
