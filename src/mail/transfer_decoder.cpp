// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transfer_decoder.h"

#include "mail/uuencode.h"

#include <array>

namespace deskhand {
namespace {

constexpr unsigned char notBase64 = 0xff;
constexpr unsigned char base64Blank = 0xfe;
constexpr unsigned char base64Padding = 0xfd;

constexpr std::array<unsigned char, 256> base64Values = [] {
    std::array<unsigned char, 256> values{};
    values.fill(notBase64);
    for (unsigned char i = 0; i < 26; ++i) {
        values[static_cast<size_t>('A' + i)] = i;
        values[static_cast<size_t>('a' + i)] = static_cast<unsigned char>(26 + i);
    }
    for (unsigned char i = 0; i < 10; ++i)
        values[static_cast<size_t>('0' + i)] = static_cast<unsigned char>(52 + i);
    values['+'] = 62;
    values['/'] = 63;
    values['='] = base64Padding;
    for (const char blank : {' ', '\t', '\r', '\n'})
        values[static_cast<size_t>(blank)] = base64Blank;
    return values;
}();

/// Behind the last character that is no base64.
qsizetype endOfForeign(QByteArrayView text)
{
    qsizetype end = text.size();
    while (end > 0 && base64Values[static_cast<unsigned char>(text[end - 1])] != notBase64)
        --end;
    return end;
}

int hexValueOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

QByteArray decodeBase64(QByteArrayView text)
{
    QByteArray bytes(text.size() / 4 * 3 + 3, Qt::Uninitialized);
    char *out = bytes.data();
    unsigned block = 0;
    int have = 0;
    // Two letters are one byte, three are two; a single one is nothing.
    const auto flush = [&] {
        if (have >= 2)
            *out++ = static_cast<char>(block >> (have == 3 ? 10 : 4));
        if (have == 3)
            *out++ = static_cast<char>(block >> 2);
        block = 0;
        have = 0;
    };
    // Padding ends the data, unless only base64 follows: then it stands between pieces that were encoded one by one.
    const qsizetype foreignEnd = endOfForeign(text);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const unsigned char value = base64Values[static_cast<unsigned char>(text[i])];
        if (value < 64) {
            block = block << 6 | value;
            if (++have == 4) {
                *out++ = static_cast<char>(block >> 16);
                *out++ = static_cast<char>(block >> 8);
                *out++ = static_cast<char>(block);
                block = 0;
                have = 0;
            }
        } else if (value == base64Padding && have > 0) {
            flush();
            if (i < foreignEnd)
                break;
        }
    }
    flush();
    bytes.truncate(out - bytes.constData());
    return bytes;
}

QByteArray decodeQuotedPrintable(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            bytes += text[i];
            continue;
        }
        qsizetype at = i + 1;
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
            ++at;
        if (at >= text.size())
            break;
        if (text[at] == '\n' || (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n')) {
            i = text[at] == '\n' ? at : at + 1;
            continue;
        }
        const int high = i + 2 < text.size() ? hexValueOf(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValueOf(text[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            bytes += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            bytes += '=';
        }
    }
    return bytes;
}

QByteArray decodeUuencode(QByteArrayView text)
{
    QString lines = QString::fromLatin1(text);
    lines.remove(u'\r');
    // The end may have been lost with the rest of the mail.
    if (!lines.contains(QLatin1String("\nend")))
        lines += QLatin1String("\nend\n");
    const QList<UuencodedFile> files = takeUuencodedFiles(lines, MailLimits());
    return files.isEmpty() ? text.toByteArray() : files.first().bytes;
}

} // namespace deskhand
