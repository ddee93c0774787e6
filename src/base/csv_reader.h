// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringDecoder>
#include <QVector>

#include <functional>

namespace deskhand {

/// How texts are written. Automatic: what is valid UTF-8 is UTF-8, any other field Windows-1252; a mark at the
/// beginning says UTF-8 or UTF-16.
enum class CsvCharset { Automatic, Utf8, Windows1252 };

struct CsvOptions {
    char delimiter = 0; ///< ',', ';', '|' or a tab; 0: the one of them that the first record has most often
    CsvCharset charset = CsvCharset::Automatic;
    qsizetype longestRecord = 1 << 20; ///< bytes
    int mostColumns = 2000;
};

/// What is wrong with a record. It is given all the same, as far as it could be read.
enum class CsvProblem {
    None,
    BehindQuote,    ///< something stands between a closing quote and the next delimiter; taken as text
    UnclosedQuote,  ///< a quote is not closed: the line of the quote is a record, and reading goes on behind it
    TooLong,        ///< the rest of it was left out
    TooManyColumns, ///< those behind the last allowed were left out
};

/// Bytes, as they are in the file but for quoting, and where they are.
struct CsvRecord {
    qint64 row = 0;  ///< 1, 2, 3 … as a spreadsheet counts, the heading among them; empty lines are none
    qint64 line = 0; ///< of the file, where it begins
    CsvProblem problem = CsvProblem::None;
    QVector<QByteArray> fields;
};

/// Reads comma-separated values as RFC 4180 describes them and as programs write them: lines end with CR, LF or both,
/// quoted fields may hold line ends, a stray quote costs one row and not the rest of the file. Any bytes are read; what
/// is kept in memory is a record and a piece of the file. One thread.
class CsvReader
{
public:
    /// The next bytes; empty: that was all. Errors end the reading.
    using Source = std::function<Result<QByteArray>()>;

    explicit CsvReader(Source source, CsvOptions options = {});

    /// False: there is none any more. Errors: of the source; Invalid (detail says why): so many quotes are left open
    /// that this is no such file.
    [[nodiscard]] Result<bool> next(CsvRecord *record);

    /// A field as text, without characters that no text has (NUL and other controls but line ends and tabs).
    /// False: it is not of the charset; then it was read as Windows-1252.
    bool text(const QByteArray &field, QString *text) const;

    [[nodiscard]] char delimiter() const { return m_options.delimiter; } ///< 0 before the first record
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }       ///< of what the source gave

private:
    enum class Step { Ended, NeedsMore };

    Result<void> fill();
    void chooseDelimiter();
    [[nodiscard]] bool atEnd() const { return m_at >= m_buffer.size(); }
    /// A delimiter, a line end, or the end of what is here.
    [[nodiscard]] bool isStop(qsizetype place) const
    {
        return place >= m_buffer.size() || m_buffer[place] == m_options.delimiter || m_buffer[place] == '\n'
               || m_buffer[place] == '\r';
    }
    Step readRecord(CsvRecord *record);
    Step readField(CsvRecord *record, bool *isLast);
    Step readQuoted(CsvRecord *record, QByteArray *field);
    void endLine(char first);
    Result<void> dropRestOfLine();
    void recover(CsvRecord *record);
    void addField(CsvRecord *record, QByteArray field) const;
    void countLines(qsizetype from, qsizetype to);

    Source m_source;
    CsvOptions m_options;
    QByteArray m_buffer;
    qsizetype m_at = 0;    ///< in the buffer
    qsizetype m_begin = 0; ///< of the record
    qsizetype m_quote = 0; ///< of the last opening quote
    bool m_hasAll = false; ///< the source has nothing more
    bool m_begun = false;
    bool m_giveUpQuote = false; ///< the record is read again, and its last quote opens nothing
    bool m_dropsLine = false;   ///< up to the next line end nothing is read
    QStringDecoder m_wide;      ///< of UTF-16
    bool m_isWide = false;
    qint64 m_bytesRead = 0;
    qint64 m_row = 0;
    qint64 m_line = 1;
    int m_recoveries = 0;
};

} // namespace deskhand
