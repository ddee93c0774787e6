// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/smtp_reply.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype smtpLongestLocal = 64; ///< RFC 5321 4.5.3.1
constexpr qsizetype smtpLongestDomain = 255;

bool isAtomText(QChar c)
{
    return c.isLetterOrNumber() || c.unicode() > 127 || QStringView(u"!#$%&'*+-/=?^_`{|}~").contains(c);
}

/// A dot-atom as it is, anything else quoted.
QString smtpLocalPart(const QString &local)
{
    bool plain = !local.startsWith(u'.') && !local.endsWith(u'.') && !local.contains(QLatin1String(".."));
    for (const QChar c : local)
        plain = plain && (c == u'.' || isAtomText(c));
    if (plain)
        return local;
    if (local.size() >= 2 && local.startsWith(u'"') && local.endsWith(u'"'))
        return local;
    QString escaped = local;
    escaped.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return u'"' + escaped + u'"';
}

} // namespace

QString SmtpReply::status() const
{
    static const QRegularExpression pattern(QStringLiteral("^([245]\\.\\d{1,3}\\.\\d{1,3})(\\s|$)"));
    const auto match = pattern.match(QString::fromLatin1(lines.value(0).left(40)));
    const QString found = match.captured(1);
    return !found.isEmpty() && found[0].digitValue() == code / 100 ? found : QString();
}

QByteArray SmtpReply::text() const
{
    return QByteArray::number(code) + ' ' + lines.join(' ');
}

bool appendSmtpLine(const QByteArray &line, SmtpReply *reply, bool *last)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (line.size() < 3 || !isDigit(line[0]) || !isDigit(line[1]) || !isDigit(line[2]))
        return false;
    const char separator = line.size() > 3 ? line[3] : ' ';
    const int code = line.left(3).toInt();
    if ((separator != ' ' && separator != '-') || code < 200 || code > 599)
        return false;
    if (reply->code != 0 && reply->code != code)
        return false;
    reply->code = code;
    reply->lines.append(line.mid(4));
    *last = separator == ' ';
    return true;
}

DeliveryState smtpState(const SmtpReply &reply)
{
    return reply.positive() ? DeliveryState::Sent : reply.permanent() ? DeliveryState::Failed : DeliveryState::Delayed;
}

QByteArray smtpData(const QByteArray &mail)
{
    QByteArray data;
    data.reserve(mail.size() + mail.size() / 50 + 2);
    bool lineBegins = true;
    for (qsizetype i = 0; i < mail.size(); ++i) {
        const char c = mail[i];
        if (c == '\r' || c == '\n') {
            if (c == '\r' && i + 1 < mail.size() && mail[i + 1] == '\n')
                ++i;
            data += "\r\n";
            lineBegins = true;
            continue;
        }
        if (lineBegins && c == '.')
            data += '.';
        data += c;
        lineBegins = false;
    }
    if (!lineBegins)
        data += "\r\n";
    return data;
}

QByteArray smtpAddress(const QString &address, bool *needsUtf8)
{
    *needsUtf8 = false;
    const qsizetype at = address.lastIndexOf(u'@');
    const QString local = address.left(at);
    const QString domain = address.mid(at + 1);
    if (at < 1 || domain.isEmpty() || local.startsWith(u'-') || domain.startsWith(u'-'))
        return {};
    for (const QChar c : address) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f || c == u'<' || c == u'>' || c == u'\x85' || c == u'\x2028'
            || c == u'\x2029')
            return {};
    }
    const bool isLiteral = domain.startsWith(u'[') && domain.endsWith(u']');
    const QByteArray ascii = isLiteral ? domain.toLatin1() : QUrl::toAce(domain);
    const auto isHostText = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-'
               || c == '_';
    };
    const auto isLiteralText = [](char c) { return c > ' ' && c < 0x7f && c != '\\'; };
    if (ascii.isEmpty() || ascii.size() > smtpLongestDomain
        || !(isLiteral ? std::all_of(ascii.cbegin(), ascii.cend(), isLiteralText)
                       : std::all_of(ascii.cbegin(), ascii.cend(), isHostText)))
        return {};
    const QByteArray path = smtpLocalPart(local).toUtf8();
    if (path.size() > smtpLongestLocal + 2)
        return {};
    *needsUtf8 = !std::all_of(path.cbegin(), path.cend(), [](char c) { return (c & 0x80) == 0; });
    return path + '@' + ascii;
}

} // namespace deskhand
