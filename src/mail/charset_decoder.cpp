// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/charset_decoder.h"

#include "mail/gmime_handle.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

constexpr std::array<char16_t, 32> windows1252Upper = {0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                       0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
                                                       0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                       0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178};

struct CharsetAlias {
    const char *alias;
    const char *name;
};

/// Names seen in real mail that iconv does not know, or knows as a narrower charset than the one really used.
constexpr CharsetAlias charsetAliases[] = {
    {"utf8", "utf-8"},
    {"utf-8-sig", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"x-utf-8", "utf-8"},
    {"utf-8mb4", "utf-8"},
    {"utf8mb4", "utf-8"},
    {"65001", "utf-8"},
    {"cp65001", "utf-8"},
    {"ascii", "us-ascii"},
    {"ansi_x3.4-1968", "us-ascii"},
    {"iso646-us", "us-ascii"},
    {"646", "us-ascii"},
    {"x-ascii", "us-ascii"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"iso-88591", "windows-1252"},
    {"iso_8859_1", "windows-1252"},
    {"8859-1", "windows-1252"},
    {"ansi", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"cp-1252", "windows-1252"},
    {"x-ansi", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"1252", "windows-1252"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-8-e", "iso-8859-8"},
    {"iso-8859-6-i", "iso-8859-6"},
    {"iso-8859-6-e", "iso-8859-6"},
    {"x-sjis", "cp932"},
    {"shift_jis", "cp932"},
    {"shift-jis", "cp932"},
    {"sjis", "cp932"},
    {"windows-31j", "cp932"},
    {"ms_kanji", "cp932"},
    {"x-euc-jp", "euc-jp"},
    {"ks_c_5601-1987", "cp949"},
    {"ks_c_5601", "cp949"},
    {"ksc5601", "cp949"},
    {"euc-kr", "cp949"},
    {"windows-949", "cp949"},
    {"korean", "cp949"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"cp936", "gb18030"},
    {"936", "gb18030"},
    {"euc-cn", "gb18030"},
    {"chinese", "gb18030"},
    {"hz-gb-2312", "hz"},
    {"x-big5", "big5"},
    {"cn-big5", "big5"},
    {"x-x-big5", "big5"},
    {"windows-950", "big5"},
    {"cp950", "big5"},
    {"950", "big5"},
    {"macroman", "macintosh"},
    {"x-mac-roman", "macintosh"},
    {"x-mac-cyrillic", "mac-cyrillic"},
    {"x-mac-ce", "maccentraleurope"},
    {"koi8r", "koi8-r"},
    {"koi8", "koi8-r"},
    {"koi", "koi8-r"},
    {"koi8-ru", "koi8-u"},
    {"tis620", "tis-620"},
    {"windows-874", "cp874"},
    {"dos-874", "cp874"},
    {"iso-8859-11", "tis-620"},
    {"unicode", "utf-16"},
    {"ucs2", "utf-16"},
    {"ucs-2", "utf-16"},
    {"iso-10646-ucs-2", "utf-16"},
    {"ucs4", "utf-32"},
    {"ucs-4", "utf-32"},
    {"cp-850", "cp850"},
    {"cp-437", "cp437"},
    {"ibm850", "cp850"},
    {"dos-850", "cp850"},
    {"x-user-defined", ""},
    {"unknown", ""},
    {"unknown-8bit", ""},
    {"x-unknown", ""},
    {"8bit", ""},
    {"7bit", ""},
    {"binary", ""},
    {"default", ""},
    {"default_charset", ""},
    {"none", ""},
    {"us-ascii", "us-ascii"},
    {"_autodetect", ""},
    {"_iso-2022-jp$esc", "iso-2022-jp"},
};

bool hasHighByte(QByteArrayView bytes)
{
    return std::any_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

QString fromWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    QChar *out = text.data();
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        *out++ = byte >= 0x80 && byte < 0xa0 ? QChar(windows1252Upper[byte - 0x80]) : QChar(char16_t(byte));
    }
    return text;
}

/// At least one well-formed sequence of two or more bytes: then it is UTF-8 with damage, not another charset.
bool hasUtf8Sequence(QByteArrayView bytes)
{
    for (qsizetype i = 0; i + 1 < bytes.size(); ++i) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const int follow = lead >= 0xc2 && lead < 0xe0   ? 1
                           : lead >= 0xe0 && lead < 0xf0 ? 2
                           : lead >= 0xf0 && lead < 0xf5 ? 3
                                                         : 0;
        if (follow == 0 || i + follow >= bytes.size())
            continue;
        bool whole = true;
        for (int k = 1; k <= follow; ++k)
            whole = whole && (static_cast<unsigned char>(bytes[i + k]) & 0xc0) == 0x80;
        if (whole)
            return true;
    }
    return false;
}

/// UTF-16/32 without a mark: where the zero bytes of ASCII characters are tells the order; big-endian if nothing does.
QByteArray withByteOrder(QByteArrayView bytes, const QByteArray &charset)
{
    const int width = charset.contains("32") ? 4 : 2;
    qsizetype zeroFirst = 0;
    qsizetype zeroLast = 0;
    const qsizetype looked = qMin<qsizetype>(bytes.size(), 4096);
    for (qsizetype i = 0; i + width <= looked; i += width) {
        zeroFirst += bytes[i] == 0;
        zeroLast += bytes[i + width - 1] == 0;
    }
    return (width == 4 ? QByteArray("utf-32") : QByteArray("utf-16")) + (zeroLast > zeroFirst ? "le" : "be");
}

/// iconv with U+FFFD for what cannot be read. False when iconv does not know the charset.
bool convertWithIconv(QByteArrayView bytes, const QByteArray &charset, QString &text, bool &damaged)
{
    ensureGmime();
    iconv_t converter = g_mime_iconv_open("UTF-8", charset.constData());
    if (converter == reinterpret_cast<iconv_t>(-1))
        return false;
    QByteArray utf8;
    utf8.reserve(bytes.size() * 2);
    std::array<char, 8192> buffer;
    // iconv takes a non-const pointer and does not write through it.
    char *in = const_cast<char *>(bytes.data());
    size_t left = static_cast<size_t>(bytes.size());
    bool flushed = false;
    while (left > 0 || !flushed) {
        flushed = left == 0;
        char *out = buffer.data();
        size_t room = buffer.size();
        const size_t result = g_mime_iconv(converter, flushed ? nullptr : &in, flushed ? nullptr : &left, &out, &room);
        const int problem = errno;
        utf8.append(buffer.data(), out - buffer.data());
        if (result == static_cast<size_t>(-1) && problem != E2BIG && left > 0) {
            damaged = true;
            utf8.append("\xef\xbf\xbd");
            ++in;
            --left;
        }
    }
    g_mime_iconv_close(converter);
    text = QString::fromUtf8(utf8);
    return true;
}

QByteArray charsetByMark(QByteArrayView bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        return "utf-8";
    if (bytes.startsWith(QByteArrayView("\xff\xfe\0\0", 4)))
        return "utf-32le";
    if (bytes.startsWith(QByteArrayView("\0\0\xfe\xff", 4)))
        return "utf-32be";
    if (bytes.startsWith("\xff\xfe"))
        return "utf-16le";
    if (bytes.startsWith("\xfe\xff"))
        return "utf-16be";
    return {};
}

QString guessed(QByteArrayView bytes, QByteArrayView hint, DefectNotes &defects)
{
    if (isValidUtf8(bytes))
        return QString::fromUtf8(bytes);
    const QByteArray hinted = canonicalCharset(hint);
    QString text;
    bool damaged = false;
    if (!hinted.isEmpty() && hinted != "us-ascii" && hinted != "utf-8" && !hinted.startsWith("utf-")
        && convertWithIconv(bytes, hinted, text, damaged) && !damaged)
        return text;
    if (hasUtf8Sequence(bytes)) {
        defects.note(defect::charsetWrong);
        return QString::fromUtf8(bytes);
    }
    return fromWindows1252(bytes);
}

QString withoutMark(QString text)
{
    if (text.startsWith(QChar(0xfeff)))
        text.remove(0, 1);
    return text;
}

} // namespace

bool isValidUtf8(QByteArrayView bytes)
{
    // Plain ASCII is the common case and needs no decoder.
    if (!hasHighByte(bytes))
        return true;
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder.decode(bytes);
    return !text.isNull() && !decoder.hasError();
}

QByteArray canonicalCharset(QByteArrayView name)
{
    QByteArray canonical;
    for (const char c : name) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        const bool usable = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '-'
                            || lower == '_' || lower == '.' || lower == ':' || lower == '$';
        if (lower == ';' || (lower == ' ' && !canonical.isEmpty()))
            break;
        if (usable && canonical.size() < 64)
            canonical += lower;
    }
    if (canonical.startsWith("charset"))
        canonical.remove(0, 7);
    for (const CharsetAlias &entry : charsetAliases) {
        if (canonical == entry.alias)
            return entry.name;
    }
    return canonical;
}

QString decodeCharset(QByteArrayView bytes, QByteArrayView declared, DefectNotes &defects, QByteArrayView hint)
{
    QByteArray charset = canonicalCharset(declared);
    const QByteArray marked = charsetByMark(bytes);
    if (charset.contains("utf-7") || charset.contains("utf7")) {
        defects.note(defect::utf7Refused);
        return guessed(bytes, {}, defects);
    }
    if (!hasHighByte(bytes)
        && (charset.isEmpty() || charset == "us-ascii" || charset == "utf-8" || charset == "windows-1252"))
        return QString::fromLatin1(bytes);
    if (charset.isEmpty() || charset == "us-ascii") {
        if (charset == "us-ascii")
            defects.note(defect::charsetWrong);
        if (marked.isEmpty())
            return guessed(bytes, hint, defects);
        charset = marked;
    }
    if (marked == "utf-8" && isValidUtf8(bytes))
        charset = marked;
    if (charset == "utf-16" || charset == "utf-32")
        charset = marked.startsWith(charset) ? marked : withByteOrder(bytes, charset);
    if (charset == "utf-8") {
        if (isValidUtf8(bytes))
            return withoutMark(QString::fromUtf8(bytes));
        defects.note(defect::charsetWrong);
        return withoutMark(hasUtf8Sequence(bytes) ? QString::fromUtf8(bytes) : fromWindows1252(bytes));
    }
    if (charset == "windows-1252")
        return fromWindows1252(bytes);
    QString text;
    bool damaged = false;
    if (!convertWithIconv(bytes, charset, text, damaged)) {
        defects.note(defect::charsetUnknown);
        return guessed(bytes, hint, defects);
    }
    if (damaged)
        defects.note(defect::charsetWrong);
    return withoutMark(text);
}

QString decodeHtmlBytes(QByteArrayView bytes, QByteArrayView declared, DefectNotes &defects)
{
    constexpr qsizetype lookedAt = 2048;
    if (!canonicalCharset(declared).isEmpty() && canonicalCharset(declared) != "us-ascii")
        return decodeCharset(bytes, declared, defects);
    const QByteArray begin = bytes.first(qMin(bytes.size(), lookedAt)).toByteArray().toLower();
    const qsizetype meta = begin.indexOf("<meta");
    const qsizetype at = meta < 0 ? -1 : begin.indexOf("charset=", meta);
    QByteArray charset;
    for (qsizetype i = at + 8; at >= 0 && i < begin.size() && charset.size() < 40; ++i) {
        const char c = begin[i];
        if (c == '"' || c == '\'') {
            if (!charset.isEmpty())
                break;
        } else if (c == '>' || c == ' ' || c == '/' || c == ';') {
            break;
        } else {
            charset += c;
        }
    }
    // A meta that could be read cannot be in UTF-16.
    return decodeCharset(bytes, charset.startsWith("utf-16") ? QByteArray("utf-8") : charset, defects);
}

QString withUnixLineEnds(QString text, DefectNotes &defects)
{
    const bool hasNul = text.contains(QChar(u'\0'));
    if (hasNul)
        defects.note(defect::nulBytes);
    if (!hasNul && !text.contains(u'\r'))
        return text;
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r') {
            if (i + 1 >= text.size() || text[i + 1] != u'\n')
                out += u'\n';
        } else if (c != u'\0') {
            out += c;
        }
    }
    return out;
}

} // namespace deskhand
