// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/imap_response.h"

#include <QDateTime>
#include <QString>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int imapMostNesting = 50;

/// Reads tokens of a response's text.
class ImapCursor
{
public:
    explicit ImapCursor(ImapResponse *response)
        : m_response(response)
        , m_text(response->text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    bool takeIf(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    void skipBlanks()
    {
        while (peek() == ' ')
            ++m_at;
    }

    /// "BODY[HEADER.FIELDS (DATE)]<0>": brackets belong to the name.
    QByteArray key()
    {
        QByteArray result;
        int brackets = 0;
        for (; !atEnd(); ++m_at) {
            const char c = m_text[m_at];
            if (brackets == 0 && (c == ' ' || c == '(' || c == ')'))
                break;
            brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
            result.append(c);
        }
        return result.toUpper();
    }

    /// A value as bytes; a list gives what is between its brackets. False: none can be read.
    bool value(QByteArray *into, bool *isNil)
    {
        *isNil = false;
        into->clear();
        switch (peek()) {
        case '"': return quoted(into);
        case '(': return list(into);
        case '~':
        case '{': return literal(into);
        default: break;
        }
        const qsizetype from = m_at;
        while (!atEnd() && m_text[m_at] != ' ' && m_text[m_at] != ')' && m_text[m_at] != '(')
            ++m_at;
        *into = m_text.sliced(from, m_at - from).toByteArray();
        *isNil = into->compare("NIL", Qt::CaseInsensitive) == 0;
        return !into->isEmpty();
    }

private:
    bool quoted(QByteArray *into)
    {
        for (++m_at; !atEnd(); ++m_at) {
            if (m_text[m_at] == '"') {
                ++m_at;
                return true;
            }
            if (m_text[m_at] == '\\' && ++m_at >= m_text.size())
                return false;
            into->append(m_text[m_at]);
        }
        return false;
    }

    bool literal(QByteArray *into)
    {
        const qsizetype end = m_text.indexOf('}', m_at);
        if (end < 0 || m_literal >= m_response->literals.size())
            return false;
        *into = std::move(m_response->literals[m_literal++]);
        m_at = end + 1;
        return true;
    }

    bool list(QByteArray *into)
    {
        const qsizetype from = m_at + 1;
        int depth = 0;
        QByteArray skipped;
        while (!atEnd()) {
            const char c = m_text[m_at];
            if (c == '"') {
                if (!quoted(&skipped))
                    return false;
                continue;
            }
            if (c == '{') {
                if (!literal(&skipped))
                    return false;
                continue;
            }
            ++m_at;
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > imapMostNesting)
                return false;
            if (depth == 0) {
                *into = m_text.sliced(from, m_at - 1 - from).toByteArray();
                return true;
            }
        }
        return false;
    }

    ImapResponse *m_response;
    QByteArrayView m_text;
    qsizetype m_at = 0;
    qsizetype m_literal = 0;
};

struct ImapHead {
    quint32 number = 0;
    qsizetype wordAt = 0;
    qsizetype wordEnd = 0;
};

ImapHead imapHead(const QByteArray &text)
{
    ImapHead head;
    qsizetype end = text.indexOf(' ');
    bool isNumber = false;
    const quint32 number = text.left(end < 0 ? text.size() : end).toUInt(&isNumber);
    if (isNumber && end > 0) {
        head.number = number;
        head.wordAt = end + 1;
        end = text.indexOf(' ', head.wordAt);
    }
    head.wordEnd = end < 0 ? text.size() : end;
    return head;
}

bool readFetched(const QByteArray &key, QByteArray &&value, bool isNil, ImapFetched *into)
{
    bool ok = true;
    if (key == "UID") {
        const quint32 uid = value.toUInt(&ok);
        into->uid = uid;
        return ok && uid > 0;
    }
    if (key == "RFC822.SIZE") {
        const quint64 size = value.toULongLong(&ok);
        into->size = qint64(qMin<quint64>(size, Q_INT64_C(1) << 53));
        return ok;
    }
    if (key == "INTERNALDATE")
        into->arrivedAt = imapDateTime(value);
    else if (key == "FLAGS")
        into->flags = value.toUpper().split(' ');
    else if (key == "BODY[]" || key == "RFC822") {
        into->hasBody = true;
        into->bodyIsNil = isNil;
        if (!isNil)
            into->body = std::move(value);
    }
    return true;
}

} // namespace

QByteArray ImapResponse::word() const
{
    const ImapHead head = imapHead(text);
    return text.mid(head.wordAt, head.wordEnd - head.wordAt).toUpper();
}

quint32 ImapResponse::number() const
{
    return imapHead(text).number;
}

QByteArray ImapResponse::rest() const
{
    return text.mid(imapHead(text).wordEnd + 1);
}

bool ImapResponse::isStatus() const
{
    const QByteArray first = word();
    return first == "OK" || first == "NO" || first == "BAD" || first == "BYE" || first == "PREAUTH";
}

ImapStatus imapStatus(const ImapResponse &response)
{
    ImapStatus status;
    status.word = response.word();
    status.text = response.rest();
    const qsizetype end = status.text.indexOf(']');
    if (status.text.startsWith('[') && end > 0) {
        const QByteArray code = status.text.mid(1, end - 1);
        const qsizetype blank = code.indexOf(' ');
        status.code = code.left(blank < 0 ? code.size() : blank).toUpper();
        status.arguments = blank < 0 ? QByteArray() : code.mid(blank + 1);
        status.text = status.text.mid(end + 1).trimmed();
    }
    return status;
}

std::optional<ImapFetched> imapFetched(ImapResponse &&response)
{
    ImapFetched result;
    ImapResponse own = std::move(response);
    own.text = own.rest();
    ImapCursor cursor(&own);
    if (!cursor.takeIf('('))
        return std::nullopt;
    for (;;) {
        cursor.skipBlanks();
        if (cursor.takeIf(')')) {
            cursor.skipBlanks();
            return cursor.atEnd() ? std::optional<ImapFetched>(std::move(result)) : std::nullopt;
        }
        const QByteArray key = cursor.key();
        if (key.isEmpty() || !cursor.takeIf(' '))
            return std::nullopt;
        QByteArray value;
        bool isNil = false;
        if (!cursor.value(&value, &isNil) || !readFetched(key, std::move(value), isNil, &result))
            return std::nullopt;
    }
}

std::optional<quint64> imapLiteralSize(const QByteArray &line)
{
    if (!line.endsWith('}'))
        return std::nullopt;
    const qsizetype open = line.lastIndexOf('{');
    if (open < 0)
        return std::nullopt;
    QByteArray number = line.mid(open + 1, line.size() - open - 2);
    if (number.endsWith('+'))
        number.chop(1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (number.isEmpty() || number.size() > 18 || !std::all_of(number.cbegin(), number.cend(), isDigit))
        return std::nullopt;
    return number.toULongLong();
}

Instant imapDateTime(const QByteArray &text)
{
    static const QByteArrayList months{"jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec"};
    const QByteArrayList parts = text.trimmed().split(' ');
    if (parts.size() != 3)
        return 0;
    const QByteArrayList date = parts[0].split('-');
    const QByteArrayList time = parts[1].split(':');
    if (date.size() != 3 || time.size() != 3 || parts[2].size() != 5)
        return 0;
    const QDate day(date[2].toInt(), int(months.indexOf(date[1].toLower())) + 1, date[0].toInt());
    const QTime clock(time[0].toInt(), time[1].toInt(), qMin(time[2].toInt(), 59));
    if (!day.isValid() || !clock.isValid())
        return 0;
    const int zone = parts[2].mid(1, 2).toInt() * 3600 + parts[2].mid(3, 2).toInt() * 60;
    const qint64 seconds = QDateTime(day, clock, Qt::UTC).toSecsSinceEpoch();
    return (parts[2].startsWith('-') ? seconds + zone : seconds - zone) * 1000;
}

bool appendImapNumbers(const QByteArray &text, QVector<quint32> *numbers)
{
    quint64 number = 0;
    bool inNumber = false;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        if (c >= '0' && c <= '9') {
            number = number * 10 + quint64(c - '0');
            inNumber = true;
            if (number > 0xffffffffU)
                return false;
        } else if (c == ' ') {
            if (inNumber && number > 0)
                numbers->append(quint32(number));
            number = 0;
            inNumber = false;
        } else {
            return c == '(' && !inNumber; // "(MODSEQ 12)" at the end, RFC 7162
        }
    }
    return true;
}

QByteArray imapSet(const QVector<quint32> &numbers)
{
    QByteArray set;
    for (qsizetype i = 0; i < numbers.size();) {
        qsizetype last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        set += (set.isEmpty() ? "" : ",") + QByteArray::number(numbers[i]);
        if (last > i)
            set += ':' + QByteArray::number(numbers[last]);
        i = last + 1;
    }
    return set;
}

QByteArray imapQuoted(const QByteArray &text)
{
    QByteArray escaped = text;
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + escaped + '"';
}

QByteArray imapFolderName(const QString &name)
{
    QByteArray result;
    const auto isPlain = [](QChar c) { return c >= u' ' && c <= u'~'; };
    for (qsizetype i = 0; i < name.size();) {
        if (isPlain(name[i])) {
            result += name[i] == u'&' ? QByteArrayLiteral("&-") : QByteArray(1, char(name[i].unicode()));
            ++i;
            continue;
        }
        QByteArray units;
        for (; i < name.size() && !isPlain(name[i]); ++i) {
            units += char(name[i].unicode() >> 8);
            units += char(name[i].unicode() & 0xff);
        }
        result += '&' + units.toBase64(QByteArray::OmitTrailingEquals).replace('/', ',') + '-';
    }
    return result;
}

QByteArray imapOnFolder(const char *verb, const QString &name)
{
    return QByteArray(verb) + ' ' + imapQuoted(imapFolderName(name));
}

} // namespace deskhand
