// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/header_writer.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype foldAt = 78;
constexpr qsizetype longestWord = 75; ///< of an encoded word (RFC 2047 2)

bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

/// Whether ASCII text can be folded at its blanks so that no line is too long or blank.
bool foldsWell(const QString &text)
{
    if (text.contains(u"=?") || text.contains(u"  "))
        return false;
    qsizetype word = 0;
    for (const QChar c : text) {
        word = c == u' ' ? 0 : word + 1;
        if (word > 900)
            return false;
    }
    return true;
}

/// Characters that stand for themselves in any encoded word (RFC 2047 5.3).
bool isSafeInWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || QByteArrayView("!*+-/").contains(c);
}

QByteArray encodedByte(char c, char mark)
{
    static const char digits[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    return QByteArray(1, mark) + digits[byte >> 4] + digits[byte & 15];
}

QByteArray inQ(const QByteArray &utf8)
{
    QByteArray out;
    for (const char c : utf8)
        out += c == ' ' ? QByteArray("_") : isSafeInWord(c) ? QByteArray(1, c) : encodedByte(c, '=');
    return out;
}

/// The text as encoded words of whole characters, in the shorter one of the two encodings.
QList<QByteArray> encodedWords(const QString &text)
{
    const QByteArray all = text.toUtf8();
    const bool base64 = inQ(all).size() > all.size() * 4 / 3 + 3;
    const QByteArray begin = base64 ? QByteArray("=?utf-8?B?") : QByteArray("=?utf-8?Q?");
    const qsizetype room = longestWord - begin.size() - 2;
    QList<QByteArray> words;
    QByteArray piece;
    const auto sizeOf = [base64](const QByteArray &bytes) {
        return base64 ? (bytes.size() + 2) / 3 * 4 : inQ(bytes).size();
    };
    const auto finish = [&] {
        if (!piece.isEmpty())
            words.append(begin + (base64 ? piece.toBase64() : inQ(piece)) + "?=");
        piece.clear();
    };
    for (qsizetype at = 0; at < all.size();) {
        qsizetype end = at + 1;
        while (end < all.size() && (static_cast<unsigned char>(all[end]) & 0xc0) == 0x80)
            ++end;
        const QByteArray character = all.mid(at, end - at);
        if (sizeOf(piece + character) > room)
            finish();
        piece += character;
        at = end;
    }
    finish();
    return words;
}

/// "Name: words", a line break before each one that does not fit.
QByteArray folded(const QByteArray &name, const QList<QByteArray> &words)
{
    if (words.isEmpty())
        return {};
    QByteArray out = name + ':';
    qsizetype column = out.size();
    for (const QByteArray &word : words) {
        if (column > name.size() + 1 && column + 1 + word.size() > foldAt) {
            out += "\r\n";
            column = 0;
        }
        out += ' ' + word;
        column += 1 + word.size();
    }
    return out + "\r\n";
}

bool isAtomText(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || QByteArrayView("!#$%&'*+-/=?^_`{|}~").contains(c);
}

/// A display name as words: atoms, a quoted string, or encoded words.
QList<QByteArray> phrase(const QString &name)
{
    if (name.isEmpty())
        return {};
    if (!isPlain(name) || !foldsWell(name))
        return encodedWords(name);
    const QByteArray text = name.toLatin1();
    const bool atoms = std::all_of(text.begin(), text.end(), [](char c) { return isAtomText(c) || c == ' '; });
    if (atoms)
        return text.split(' ');
    if (text.size() > 60)
        return encodedWords(name);
    return {'"' + QByteArray(text).replace('\\', "\\\\").replace('"', "\\\"") + '"'};
}

bool isDotAtom(const QByteArray &text)
{
    if (text.isEmpty() || text.startsWith('.') || text.endsWith('.') || text.contains(".."))
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return isAtomText(c) || c == '.'; });
}

/// What stands between quotes, escapes resolved.
QByteArray unquoted(const QByteArray &text)
{
    QByteArray out;
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '\\' && i + 2 < text.size())
            ++i;
        out += text[i];
    }
    return out;
}

bool isHostName(const QByteArray &domain)
{
    if (domain.isEmpty() || domain.size() > 253)
        return false;
    for (const QByteArray &label : domain.split('.')) {
        if (label.isEmpty() || label.size() > 63 || label.startsWith('-') || label.endsWith('-'))
            return false;
        const bool good = std::all_of(label.begin(), label.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        });
        if (!good)
            return false;
    }
    return true;
}

bool isAddressLiteral(const QByteArray &domain)
{
    return domain.size() > 2 && domain.size() < 60 && domain.startsWith('[') && domain.endsWith(']')
           && std::all_of(domain.begin() + 1, domain.end() - 1, [](char c) {
                  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.'
                         || c == ':';
              });
}

} // namespace

QString headerLine(const QString &text)
{
    QString line = text;
    line.remove(QChar(0));
    for (QChar &c : line) {
        if (c < u' ' || (c >= QChar(0x7f) && c <= QChar(0x9f)) || c == QChar(0x2028) || c == QChar(0x2029))
            c = u' ';
    }
    return line.trimmed();
}

QByteArray textField(const QByteArray &name, const QString &text)
{
    const QString line = headerLine(text);
    if (line.isEmpty())
        return {};
    if (isPlain(line) && foldsWell(line))
        return folded(name, line.toLatin1().split(' '));
    return folded(name, encodedWords(line));
}

QByteArray addressField(const QByteArray &name, const QVector<MailAddress> &addresses)
{
    QList<QByteArray> words;
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        const QByteArray comma = i + 1 < addresses.size() ? QByteArray(",") : QByteArray();
        const QByteArray address = sendableAddress(addresses[i].address);
        const QList<QByteArray> named = phrase(headerLine(addresses[i].name));
        words += named;
        words += (named.isEmpty() ? address : '<' + address + '>') + comma;
    }
    return folded(name, words);
}

QByteArray idField(const QByteArray &name, const QStringList &ids)
{
    QByteArray out;
    for (const QString &id : ids)
        out += (out.isEmpty() ? name + ": <" : QByteArray("\r\n <")) + id.toLatin1() + '>';
    return out.isEmpty() ? out : out + "\r\n";
}

QByteArray wordsField(const QByteArray &name, const QStringList &words)
{
    QList<QByteArray> list;
    for (qsizetype i = 0; i < words.size(); ++i)
        list.append(words[i].toLatin1() + (i + 1 < words.size() ? "," : ""));
    return folded(name, list);
}

QByteArray parameter(const QByteArray &name, const QString &value)
{
    const QString line = headerLine(value);
    if (isPlain(line) && line.size() <= 60)
        return ";\r\n " + name + "=\"" + line.toLatin1().replace('\\', "\\\\").replace('"', "\\\"") + '"';
    QList<QByteArray> pieces{QByteArray("utf-8''")};
    const qsizetype room = 74 - name.size() - 6;
    for (const char c : line.toUtf8()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                           || QByteArrayView("-._").contains(c);
        const QByteArray coded = plain ? QByteArray(1, c) : encodedByte(c, '%');
        if (pieces.last().size() + coded.size() > room)
            pieces.append(QByteArray());
        pieces.last() += coded;
    }
    if (pieces.size() == 1)
        return ";\r\n " + name + "*=" + pieces.first();
    QByteArray out;
    for (qsizetype i = 0; i < pieces.size(); ++i)
        out += ";\r\n " + name + '*' + QByteArray::number(i) + "*=" + pieces[i];
    return out;
}

QByteArray legacyParameter(const QByteArray &name, const QString &value)
{
    const QString line = headerLine(value);
    if (isPlain(line) && line.size() <= 60)
        return parameter(name, line);
    return ";\r\n " + name + "=\"" + encodedWords(line).join("\r\n ") + '"';
}

QByteArray sendableAddress(const QString &address)
{
    const QString trimmed = address.trimmed();
    const qsizetype sign = trimmed.lastIndexOf(u'@');
    if (sign <= 0)
        return {};
    const QString local = trimmed.left(sign);
    if (!isPlain(local) || local.size() > 300)
        return {};
    QByteArray written = local.size() > 2 && local.startsWith(u'"') && local.endsWith(u'"') ? unquoted(local.toLatin1())
                                                                                            : local.toLatin1();
    if (written.size() > 128 || written.contains('<') || written.contains('>'))
        return {};
    // What looks like an encoded word (RFC 2047) may be read as one, and the mail goes to somebody else.
    if (written.contains("=?"))
        return {};
    if (!isDotAtom(written))
        written = '"' + written.replace('\\', "\\\\").replace('"', "\\\"") + '"';
    const QString domain = trimmed.mid(sign + 1);
    if (domain.size() > 253)
        return {};
    const QByteArray host = isPlain(domain) ? domain.toLatin1() : QUrl::toAce(domain);
    if (!isHostName(host) && !isAddressLiteral(host))
        return {};
    return written + '@' + host;
}

bool isCleanMessageId(const QString &id)
{
    const qsizetype sign = id.lastIndexOf(u'@');
    return sign > 0 && sign + 1 < id.size() && id.size() <= 900 && std::all_of(id.begin(), id.end(), [](QChar c) {
               return c > u' ' && c <= u'~' && c != u'<' && c != u'>';
           });
}

bool isLanguageTag(const QString &language)
{
    static const QRegularExpression tag(QStringLiteral("\\A[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}\\z"));
    return tag.match(language).hasMatch();
}

QByteArray headerDate(Instant at)
{
    return QLocale::c()
        .toString(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss '+0000'"))
        .toLatin1();
}

} // namespace deskhand
