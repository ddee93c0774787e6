// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/encoded_words.h"

#include "mail/charset_decoder.h"
#include "mail/transfer_decoder.h"

#include <optional>

namespace deskhand {
namespace {

struct EncodedWord {
    QByteArray charset;
    bool base64 = false;
    QByteArray text;   ///< still encoded
    qsizetype end = 0; ///< behind the closing "?="
};

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

int hexDigitValue(char c)
{
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

/// Where the "?=" that closes a word is. A "?=" followed by two hex digits may be a raw '?' and the begin of an
/// escape ("=?utf-8?Q?what?=3F?="); then the next one counts, if it comes before a blank.
qsizetype closingMark(QByteArrayView raw, qsizetype from, bool base64)
{
    qsizetype at = raw.indexOf("?=", from);
    while (!base64 && at >= 0 && at + 3 < raw.size() && isHexDigit(raw[at + 2]) && isHexDigit(raw[at + 3])) {
        const qsizetype next = raw.indexOf("?=", at + 2);
        if (next < 0 || raw.sliced(at, next - at).contains(' '))
            break;
        at = next;
    }
    return at;
}

std::optional<EncodedWord> encodedWordAt(QByteArrayView raw, qsizetype at)
{
    constexpr qsizetype longestCharset = 64;
    const qsizetype charsetEnd = raw.sliced(at, qMin(raw.size() - at, longestCharset + 2)).indexOf('?', 2);
    if (charsetEnd <= 2)
        return std::nullopt;
    const qsizetype mark = at + charsetEnd;
    if (mark + 2 >= raw.size() || raw[mark + 2] != '?')
        return std::nullopt;
    const char kind = static_cast<char>(raw[mark + 1] | 0x20);
    if (kind != 'b' && kind != 'q')
        return std::nullopt;
    EncodedWord word;
    word.charset = raw.sliced(at + 2, charsetEnd - 2).toByteArray().toLower();
    if (const qsizetype language = word.charset.indexOf('*'); language >= 0)
        word.charset.truncate(language);
    if (word.charset.contains(' '))
        return std::nullopt;
    word.base64 = kind == 'b';
    const qsizetype start = mark + 3;
    const qsizetype close = closingMark(raw, start, word.base64);
    // Cut off at the end of the header: take what is there.
    word.text = raw.sliced(start, (close < 0 ? raw.size() : close) - start).toByteArray();
    word.end = close < 0 ? raw.size() : close + 2;
    return word;
}

QByteArray decodeQ(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '_') {
            bytes += ' ';
        } else if (c == '=' && i + 2 < text.size() && isHexDigit(text[i + 1]) && isHexDigit(text[i + 2])) {
            bytes += static_cast<char>(hexDigitValue(text[i + 1]) * 16 + hexDigitValue(text[i + 2]));
            i += 2;
        } else {
            bytes += c;
        }
    }
    return bytes;
}

bool onlyBlanks(QByteArrayView text)
{
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            return false;
    }
    return true;
}

/// Collects the bytes of neighbouring words of one charset.
class WordRun
{
public:
    explicit WordRun(DefectNotes &defects)
        : m_defects(defects)
    {
    }

    void add(const EncodedWord &word, QString &out)
    {
        const bool continues = m_active && word.charset == m_charset;
        if (!continues)
            flush(out);
        m_active = true;
        m_charset = word.charset;
        if (!word.base64) {
            endBase64();
            m_bytes += decodeQ(word.text);
        } else {
            // Some mailers cut base64 anywhere, not at a multiple of four: join the text, then decode.
            m_base64 += word.text;
            if (word.text.endsWith('=') || m_base64.size() % 4 == 0)
                endBase64();
        }
    }

    void flush(QString &out)
    {
        endBase64();
        if (m_active)
            out += decodeCharset(m_bytes, m_charset, m_defects);
        m_bytes.clear();
        m_active = false;
    }

    [[nodiscard]] bool active() const { return m_active; }

private:
    void endBase64()
    {
        if (!m_base64.isEmpty())
            m_bytes += decodeBase64(m_base64);
        m_base64.clear();
    }

    DefectNotes &m_defects;
    QByteArray m_charset;
    QByteArray m_bytes;
    QByteArray m_base64;
    bool m_active = false;
};

QString plainText(QByteArrayView raw, DefectNotes &defects, QByteArrayView hint)
{
    // ISO-2022-JP sent without encoded words is recognisable by its escapes.
    if (raw.contains("\x1b$") || raw.contains("\x1b("))
        return decodeCharset(raw, "iso-2022-jp", defects);
    for (const char c : raw) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            defects.note(defect::rawEightBitHeader);
            return decodeCharset(raw, {}, defects, hint);
        }
    }
    return QString::fromLatin1(raw);
}

} // namespace

QByteArray unfolded(QByteArrayView raw)
{
    QByteArray flat;
    flat.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const char c = raw[i];
        if (c != '\r' && c != '\n') {
            flat += c;
        } else if (c == '\n' && i + 1 < raw.size() && raw[i + 1] != ' ' && raw[i + 1] != '\t') {
            flat += ' ';
        }
    }
    return flat;
}

QString cleanHeaderText(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (u < 0x20 || u == 0x7f || u == 0x2028 || u == 0x2029 || u == 0x85)
            clean += u == 0 ? QString() : QStringLiteral(" ");
        else if (!(u >= 0x202a && u <= 0x202e) && !(u >= 0x2066 && u <= 0x2069) && u != 0x200b && u != 0xfeff)
            clean += c;
    }
    return clean.trimmed();
}

QString decodeHeaderText(QByteArrayView raw, DefectNotes &defects, QByteArrayView charsetHint)
{
    const QByteArray flat = unfolded(raw);
    const QByteArrayView view(flat);
    QString out;
    WordRun run(defects);
    qsizetype plainStart = 0;
    qsizetype at = view.indexOf("=?");
    const auto plainUpTo = [&](qsizetype end) {
        const QByteArrayView between = view.sliced(plainStart, end - plainStart);
        // Blanks between two words belong to the folding, not to the text.
        if (between.isEmpty() || (run.active() && end < view.size() && onlyBlanks(between)))
            return;
        run.flush(out);
        out += plainText(between, defects, charsetHint);
    };
    while (at >= 0) {
        const std::optional<EncodedWord> word = encodedWordAt(view, at);
        if (!word) {
            defects.note(defect::encodedWordMalformed);
            at = view.indexOf("=?", at + 2);
            continue;
        }
        plainUpTo(at);
        run.add(*word, out);
        plainStart = word->end;
        at = view.indexOf("=?", plainStart);
    }
    plainUpTo(view.size());
    run.flush(out);
    return cleanHeaderText(out);
}

} // namespace deskhand
