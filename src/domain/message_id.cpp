// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/message_id.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QStringList>
#include <QUuid>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int nonceDigits = 16;
constexpr int signatureDigits = 20;
constexpr int longestLocalPart = 64; // RFC 5321 4.5.3.1.1
constexpr int longestMessageId = 998;

/// Of the nonce and of the ticket both, so that neither can be put to another.
QString ticketSignature(const QByteArray &key, const QString &ticket, const QString &nonce)
{
    const QByteArray message = ticket.toLatin1() + '.' + nonce.toLatin1();
    const QByteArray mac = QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
    return QString::fromLatin1(mac.toHex().left(signatureDigits));
}

bool isLowerHex(const QString &text, int digits)
{
    return text.size() == digits && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

/// Takes as long for a good guess as for a bad one.
bool sameSignature(const QString &one, const QString &other)
{
    if (one.size() != other.size())
        return false;
    int difference = 0;
    for (int i = 0; i < one.size(); ++i)
        difference |= one[i].unicode() ^ other[i].unicode();
    return difference == 0;
}

bool looksLikeToken(const QString &token)
{
    const QStringList parts = token.split(u'.');
    return parts.size() == 2 && isLowerHex(parts[0], nonceDigits) && isLowerHex(parts[1], signatureDigits);
}

} // namespace

QString makeMessageId(const QByteArray &key, TicketId ticket, const QUuid &command, const QString &domain)
{
    // Half a hash is as good as a uuid here, and leaves room in the local part of an envelope sender.
    const QByteArray hash = QCryptographicHash::hash(command.toRfc4122(), QCryptographicHash::Sha256);
    const QString nonce = QString::fromLatin1(hash.toHex().left(nonceDigits));
    const QString number = QString::number(ticket.value, 36);
    return QStringLiteral("dh.%1.%2.%3@%4").arg(number, nonce, ticketSignature(key, number, nonce), domain);
}

bool readMessageId(const QByteArray &key, const QString &messageId, SignedTicket *signedTicket)
{
    if (messageId.size() > longestMessageId)
        return false;
    const QStringList parts = messageId.left(messageId.indexOf(u'@')).toLower().split(u'.');
    if (parts.size() != 4 || parts[0] != QLatin1String("dh"))
        return false;
    bool isNumber = false;
    const qint64 ticket = parts[1].toLongLong(&isNumber, 36);
    if (!isNumber || ticket <= 0 || QString::number(ticket, 36) != parts[1])
        return false;
    if (!isLowerHex(parts[2], nonceDigits) || !sameSignature(parts[3], ticketSignature(key, parts[1], parts[2])))
        return false;
    *signedTicket = SignedTicket{TicketId{ticket}, parts[2]};
    return true;
}

QString bounceToken(const QString &messageId)
{
    const QStringList parts = messageId.left(messageId.indexOf(u'@')).toLower().split(u'.');
    return parts.size() == 4 ? parts[2] + u'.' + parts[3] : QString();
}

QString addressWithToken(const QString &address, const QString &token)
{
    const qsizetype at = address.lastIndexOf(u'@');
    const QString local = address.left(at) + QStringLiteral("+b.") + token;
    // Servers refuse a longer one; the bounce is then known by the Message-ID alone.
    if (at <= 0 || token.isEmpty() || local.size() > longestLocalPart)
        return address;
    return local + address.mid(at);
}

QString tokenOfAddress(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    const QString local = address.left(at).toLower();
    const qsizetype plus = at > 0 ? local.lastIndexOf(QLatin1String("+b.")) : -1;
    if (plus < 0)
        return {};
    const QString token = local.mid(plus + 3);
    return looksLikeToken(token) ? token : QString();
}

QString addressWithoutToken(const QString &address)
{
    const QString token = tokenOfAddress(address);
    const qsizetype at = address.lastIndexOf(u'@');
    return token.isEmpty() ? address : address.left(at - token.size() - 3) + address.mid(at);
}

} // namespace deskhand
