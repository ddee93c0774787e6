// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mbox_reader.h"

#include "mail/header_block.h"

namespace deskhand {
namespace {

constexpr qint64 longestLine = 1024 * 1024; ///< read in pieces beyond this

bool isBlankLine(QByteArrayView line)
{
    return line == "\n" || line == "\r\n";
}

bool isDigitAt(QByteArrayView text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// "hh:mm" somewhere, and a year: enough to tell a separator from a sentence that begins with "From".
bool hasTimeAndYear(QByteArrayView text)
{
    bool time = false;
    bool year = false;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == ':' && isDigitAt(text, i - 1) && isDigitAt(text, i + 1) && isDigitAt(text, i + 2))
            time = true;
        const bool fourDigits = isDigitAt(text, i) && isDigitAt(text, i + 1) && isDigitAt(text, i + 2)
                                && isDigitAt(text, i + 3) && !isDigitAt(text, i + 4) && text[i - 1] == ' '
                                && (text[i] == '1' || text[i] == '2');
        year = year || fourDigits;
    }
    return time && year;
}

/// "From -" or "From someone@somewhere", with a mail header in the line below.
bool isDatelessSeparator(QByteArrayView line, QByteArrayView below)
{
    if (!line.startsWith("From "))
        return false;
    const QByteArrayView sender = line.sliced(5).trimmed();
    if (sender != "-" && (!sender.contains('@') || sender.contains(' ')))
        return false;
    const qsizetype end = below.indexOf('\n');
    return isKnownMailHeader(end < 0 ? below : below.first(end));
}

/// ">From " and deeper lose one mark.
QByteArray unquoted(const QByteArray &bytes)
{
    if (!bytes.contains(">From "))
        return bytes;
    QByteArray out;
    out.reserve(bytes.size());
    qsizetype start = 0;
    while (start < bytes.size()) {
        qsizetype end = bytes.indexOf('\n', start);
        end = end < 0 ? bytes.size() : end + 1;
        const QByteArrayView line = QByteArrayView(bytes).sliced(start, end - start);
        qsizetype marks = 0;
        while (marks < line.size() && line[marks] == '>')
            ++marks;
        const bool quoted = marks > 0 && line.sliced(marks).startsWith("From ");
        out += quoted ? line.sliced(1) : line;
        start = end;
    }
    return out;
}

/// The empty line before the next separator belongs to the format.
void dropLastBlankLine(QByteArray &bytes)
{
    if (bytes.endsWith("\r\n\r\n"))
        bytes.chop(2);
    else if (bytes.endsWith("\n\n"))
        bytes.chop(1);
}

bool hasUnquotedFromLine(const QByteArray &bytes)
{
    return bytes.contains("\nFrom ");
}

} // namespace

MboxReader::MboxReader(std::unique_ptr<QIODevice> device, qint64 largestMail)
    : m_device(std::move(device))
    , m_largestMail(largestMail)
{
}

bool MboxReader::isSeparator(QByteArrayView line)
{
    constexpr qsizetype longest = 512;
    return line.startsWith("From ") && line.size() < longest && hasTimeAndYear(line.sliced(5));
}

bool MboxReader::beginsMbox(QByteArrayView begin)
{
    const qsizetype end = begin.indexOf('\n');
    if (end < 0 || !begin.startsWith("From "))
        return false;
    const QByteArrayView line = begin.first(end);
    return isSeparator(line) || isDatelessSeparator(line, begin.sliced(end + 1));
}

bool MboxReader::separates(QByteArrayView line, bool blankBefore)
{
    constexpr qint64 headerName = 256;
    if (blankBefore && isSeparator(line))
        return true;
    return m_dateless && line.startsWith("From ") && isDatelessSeparator(line, m_device->peek(headerName));
}

QByteArray MboxReader::readLine()
{
    return m_device->readLine(longestLine);
}

qint64 MboxReader::contentLength(const QByteArray &headers) const
{
    DefectNotes ignored;
    const HeaderBlock block = HeaderBlock::read(headers, MailLimits(), ignored);
    bool ok = false;
    const qint64 length = block.value("Content-Length").trimmed().toLongLong(&ok);
    return ok && length >= 0 ? length : -1;
}

bool MboxReader::takeByContentLength(qint64 length, MboxMessage &message)
{
    const qint64 start = m_device->pos();
    if (length > m_largestMail || !m_device->seek(start + length))
        return false;
    // A separator must follow, after at most one empty line, or the end.
    qint64 separatorAt = m_device->pos();
    QByteArray line = readLine();
    if (isBlankLine(line)) {
        separatorAt = m_device->pos();
        line = readLine();
    }
    const bool matches = separates(line, true) || (line.isEmpty() && m_device->size() == m_device->pos());
    if (!matches || start + length > m_device->size()) {
        m_device->seek(start);
        return false;
    }
    m_device->seek(start);
    const QByteArray body = m_device->read(length);
    message.bytes += hasUnquotedFromLine(body) ? body : unquoted(body);
    m_device->seek(separatorAt);
    m_separatorOffset = separatorAt;
    m_separator = readLine();
    return true;
}

std::optional<MboxMessage> MboxReader::next()
{
    while (m_separator.isEmpty() && !m_device->atEnd()) {
        m_separatorOffset = m_device->pos();
        const QByteArray line = readLine();
        if (isBlankLine(line))
            continue;
        m_separator = line;
        m_dateless = line.startsWith("From ") && !isSeparator(line);
    }
    if (m_separator.isEmpty())
        return std::nullopt;
    MboxMessage message;
    message.offset = m_separatorOffset;
    // A file that does not begin with a separator is one mail at least.
    if (!m_separator.startsWith("From "))
        message.bytes = m_separator;
    m_separator.clear();

    bool inHeaders = true;
    bool blankBefore = false;
    while (!m_device->atEnd()) {
        const qint64 lineStart = m_device->pos();
        const QByteArray line = readLine();
        if (separates(line, blankBefore)) {
            m_separator = line;
            m_separatorOffset = lineStart;
            break;
        }
        blankBefore = isBlankLine(line);
        if (!message.tooLarge)
            message.bytes += line;
        if (message.bytes.size() > m_largestMail) {
            message.tooLarge = true;
            message.bytes.clear();
        }
        if (inHeaders && blankBefore) {
            inHeaders = false;
            const qint64 length = contentLength(message.bytes);
            if (length >= 0 && takeByContentLength(length, message))
                return message;
        }
    }
    if (!m_separator.isEmpty())
        dropLastBlankLine(message.bytes);
    message.bytes = unquoted(message.bytes);
    return message;
}

} // namespace deskhand
