// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv_reader.h"

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

constexpr int mostRecoveries = 1000;
constexpr std::array csvDelimiters{',', ';', '\t', '|'};

/// Of 0x80 to 0x9F; the others are those of Latin 1. 0: there is none.
constexpr std::array<char16_t, 32> windowsLetters{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

QString fromWindows(const QByteArray &bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = uchar(bytes[i]);
        char16_t letter = byte;
        if (byte >= 0x80 && byte < 0xA0) {
            letter = windowsLetters[size_t(byte - 0x80)];
            if (letter == 0)
                letter = QChar::ReplacementCharacter;
        }
        text[i] = QChar(letter);
    }
    return text;
}

bool isNoText(QChar c)
{
    return (c.unicode() < 0x20 && c != u'\n' && c != u'\t') || c.unicode() == 0x7F;
}

/// Lines end with LF; what no text has goes.
void cleanText(QString *text)
{
    text->replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text->replace(u'\r', u'\n');
    text->removeIf(isNoText);
}

} // namespace

CsvReader::CsvReader(Source source, CsvOptions options)
    : m_source(std::move(source))
    , m_options(options)
{
}

Result<void> CsvReader::fill()
{
    if (m_begin > 0) {
        m_buffer.remove(0, m_begin);
        m_at -= m_begin;
        m_quote -= m_begin;
        m_begin = 0;
    }
    constexpr qsizetype longestMark = 4; // it must not be cut
    Result<QByteArray> more = m_source();
    while (more && !more->isEmpty() && !m_begun && more->size() < longestMark) {
        const Result<QByteArray> next = m_source();
        if (!next)
            return next.error();
        if (next->isEmpty())
            break;
        *more += *next;
    }
    if (!more)
        return more.error();
    m_bytesRead += more->size();
    m_hasAll = more->isEmpty();
    const bool isFirst = !m_begun;
    m_begun = true;
    if (isFirst && (more->startsWith("\xFF\xFE") || more->startsWith("\xFE\xFF"))) {
        m_isWide = true;
        m_wide = QStringDecoder(QStringDecoder::Utf16);
    }
    if (m_isWide) {
        const QString decoded = m_wide(*more);
        m_buffer += decoded.toUtf8();
    } else {
        m_buffer += *more;
    }
    if (isFirst && m_buffer.startsWith("\xEF\xBB\xBF"))
        m_buffer.remove(0, 3);
    return {};
}

void CsvReader::chooseDelimiter()
{
    std::array<int, csvDelimiters.size()> counts{};
    bool quoted = false;
    for (const char c : std::as_const(m_buffer)) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        for (size_t i = 0; i < csvDelimiters.size(); ++i)
            counts[i] += !quoted && c == csvDelimiters[i] ? 1 : 0;
    }
    size_t best = 0;
    for (size_t i = 1; i < counts.size(); ++i)
        best = counts[i] > counts[best] ? i : best;
    m_options.delimiter = csvDelimiters[best];
}

Result<bool> CsvReader::next(CsvRecord *record)
{
    // What the first record looks like is looked at in a good piece of it.
    constexpr qsizetype enoughToChoose = 64 * 1024;
    while (!m_hasAll && m_options.delimiter == 0 && m_buffer.size() < enoughToChoose) {
        if (const Result<void> filled = fill(); !filled)
            return filled.error();
    }
    if (m_options.delimiter == 0)
        chooseDelimiter();
    for (;;) {
        if (const Result<void> dropped = dropRestOfLine(); !dropped)
            return dropped.error();
        if (m_recoveries > mostRecoveries)
            return Error{ErrorCode::Invalid, QStringLiteral("base.csv"), QStringLiteral("too many open quotes"), {}};
        record->fields.clear();
        record->problem = m_giveUpQuote ? CsvProblem::UnclosedQuote : CsvProblem::None;
        record->line = m_line;
        m_at = m_begin;
        if (readRecord(record) == Step::NeedsMore) {
            if (const Result<void> filled = fill(); !filled)
                return filled.error();
            continue;
        }
        const bool isEmpty = record->fields.size() == 1 && record->fields.first().isEmpty()
                             && (m_at == m_begin || m_buffer[m_begin] == '\n' || m_buffer[m_begin] == '\r');
        const bool wasLast = isEmpty && m_hasAll && m_begin >= m_buffer.size();
        countLines(m_begin, m_at);
        m_begin = m_at;
        m_giveUpQuote = false;
        if (wasLast)
            return false;
        if (isEmpty)
            continue;
        record->row = ++m_row;
        return true;
    }
}

/// Behind a record that was too long to be read as a whole.
Result<void> CsvReader::dropRestOfLine()
{
    while (m_dropsLine) {
        while (m_begin < m_buffer.size() && m_buffer[m_begin] != '\n' && m_buffer[m_begin] != '\r')
            ++m_begin;
        m_at = m_begin;
        const bool isUndecided =
            atEnd() || (m_buffer[m_at] == '\r' && m_at + 1 >= m_buffer.size()); // a line feed may follow
        if (isUndecided && !m_hasAll) {
            if (Result<void> filled = fill(); !filled)
                return filled;
            continue;
        }
        if (!atEnd()) {
            endLine(m_buffer[m_at]);
            ++m_line;
        }
        m_begin = m_at;
        m_dropsLine = false;
    }
    return {};
}

void CsvReader::countLines(qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i) {
        const bool isEnd = m_buffer[i] == '\n' || (m_buffer[i] == '\r' && (i + 1 >= to || m_buffer[i + 1] != '\n'));
        m_line += isEnd ? 1 : 0;
    }
}

/// From m_begin on; m_at is behind its line end afterwards.
CsvReader::Step CsvReader::readRecord(CsvRecord *record)
{
    bool isLast = false;
    while (!isLast) {
        if (readField(record, &isLast) == Step::NeedsMore)
            return Step::NeedsMore;
    }
    return Step::Ended;
}

void CsvReader::addField(CsvRecord *record, QByteArray field) const
{
    if (record->fields.size() < m_options.mostColumns)
        record->fields.append(std::move(field));
    else if (record->problem == CsvProblem::None)
        record->problem = CsvProblem::TooManyColumns;
}

CsvReader::Step CsvReader::readField(CsvRecord *record, bool *isLast)
{
    QByteArray field;
    const bool opens = !atEnd() && m_buffer[m_at] == '"' && !(m_giveUpQuote && m_at >= m_quote);
    if (opens && readQuoted(record, &field) == Step::NeedsMore)
        return Step::NeedsMore;
    const qsizetype from = m_at;
    const qsizetype limit = std::max(from, m_begin + m_options.longestRecord);
    while (m_at < limit && !isStop(m_at))
        ++m_at;
    if (atEnd() && !m_hasAll)
        return Step::NeedsMore;
    if (m_at > from) {
        if (opens && record->problem == CsvProblem::None)
            record->problem = CsvProblem::BehindQuote;
        field.append(m_buffer.constData() + from, m_at - from);
    }
    addField(record, std::move(field));
    if (!isStop(m_at)) {
        if (record->problem != CsvProblem::UnclosedQuote)
            record->problem = CsvProblem::TooLong;
        m_dropsLine = true;
    }
    if (atEnd() || m_dropsLine) {
        *isLast = true;
        return Step::Ended;
    }
    const char stop = m_buffer[m_at];
    if (stop == m_options.delimiter) {
        ++m_at;
        return Step::Ended;
    }
    // Whether a line feed follows has to be seen.
    if (stop == '\r' && m_at + 1 >= m_buffer.size() && !m_hasAll)
        return Step::NeedsMore;
    *isLast = true;
    endLine(stop);
    return Step::Ended;
}

void CsvReader::endLine(char first)
{
    ++m_at;
    if (first == '\r' && !atEnd() && m_buffer[m_at] == '\n')
        ++m_at;
}

CsvReader::Step CsvReader::readQuoted(CsvRecord *record, QByteArray *field)
{
    const qsizetype quote = m_at++;
    for (;;) {
        const qsizetype end = m_buffer.indexOf('"', m_at);
        const qsizetype to = end < 0 ? m_buffer.size() : end;
        const bool isTooLong = to - m_begin > m_options.longestRecord;
        if (end < 0 && !m_hasAll && !isTooLong)
            return Step::NeedsMore;
        if (end < 0 || isTooLong) {
            m_quote = quote;
            recover(record);
            field->clear();
            return Step::Ended;
        }
        field->append(m_buffer.constData() + m_at, end - m_at);
        m_at = end + 1;
        if (atEnd() && !m_hasAll)
            return Step::NeedsMore;
        if (atEnd() || m_buffer[m_at] != '"')
            return Step::Ended;
        field->append('"');
        ++m_at;
    }
}

/// The quote opens nothing: it is text like any other.
void CsvReader::recover(CsvRecord *record)
{
    ++m_recoveries;
    m_giveUpQuote = true;
    m_at = m_quote;
    record->problem = CsvProblem::UnclosedQuote;
}

bool CsvReader::text(const QByteArray &field, QString *text) const
{
    bool isRight = true;
    if (m_isWide || (m_options.charset != CsvCharset::Windows1252 && field.isValidUtf8())) {
        *text = QString::fromUtf8(field);
    } else {
        isRight = m_options.charset != CsvCharset::Utf8;
        *text = fromWindows(field);
    }
    cleanText(text);
    return isRight;
}

} // namespace deskhand
