// SPDX-License-Identifier: GPL-3.0-or-later
// A table of another system: whatever the bytes are and wherever they are cut, the records are the same, in order, and
// none is longer than allowed.
#include "base/csv_reader.h"

#include <cstdint>
#include <cstdlib>

using namespace deskhand;

namespace {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    qCritical("%s", what);
    std::abort();
}

struct FuzzedTable {
    QVector<CsvRecord> records;
    QStringList texts;
    bool failed = false;
};

FuzzedTable readPieces(const QByteArray &bytes, qsizetype piece, const CsvOptions &options)
{
    qsizetype at = 0;
    CsvReader reader(
        [&]() -> Result<QByteArray> {
            const QByteArray next = bytes.mid(at, piece);
            at += next.size();
            return next;
        },
        options);
    FuzzedTable table;
    for (;;) {
        CsvRecord record;
        const Result<bool> more = reader.next(&record);
        table.failed = !more;
        if (!more || !*more)
            return table;
        for (const QByteArray &field : std::as_const(record.fields)) {
            QString text;
            reader.text(field, &text);
            require(!text.contains(QChar(0)) && !text.contains(u'\r'), "a text has what no text has");
            table.texts.append(text);
        }
        table.records.append(record);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    CsvOptions options;
    constexpr char delimiters[] = {0, ',', ';', '\t', '|', ','};
    options.delimiter = delimiters[data[0] % sizeof delimiters];
    options.charset = CsvCharset(data[0] / 16 % 3);
    options.longestRecord = 200;
    options.mostColumns = 20;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 2, qsizetype(size) - 2);
    const FuzzedTable whole = readPieces(bytes, bytes.size() + 1, options);
    const FuzzedTable pieces = readPieces(bytes, data[1] % 64 + 1, options);
    require(whole.failed == pieces.failed, "an error depends on where it is cut");
    require(whole.texts == pieces.texts, "what is read depends on where it is cut");
    qint64 row = 0;
    qint64 line = 0;
    for (const CsvRecord &record : whole.records) {
        require(record.row == ++row, "rows are not counted");
        require(record.line > line, "lines do not rise");
        require(!record.fields.isEmpty() && record.fields.size() <= options.mostColumns, "too many columns");
        qsizetype bytesOfRecord = 0;
        for (const QByteArray &field : record.fields)
            bytesOfRecord += field.size();
        require(bytesOfRecord <= 2 * options.longestRecord, "a record is too long");
        line = record.line;
    }
    return 0;
}
