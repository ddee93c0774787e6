// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv_reader.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace deskhand;

namespace {

struct ReadTable {
    QVector<QStringList> rows;
    QVector<CsvRecord> records;
    std::optional<Error> error;
};

/// In pieces of `piece` bytes.
ReadTable readTable(const QByteArray &bytes, qsizetype piece = 1 << 16, CsvOptions options = {})
{
    qsizetype at = 0;
    CsvReader reader(
        [&]() -> Result<QByteArray> {
            const QByteArray next = bytes.mid(at, piece);
            at += next.size();
            return next;
        },
        options);
    ReadTable table;
    for (;;) {
        CsvRecord record;
        const Result<bool> more = reader.next(&record);
        if (!more)
            table.error = more.error();
        if (!more || !*more)
            return table;
        QStringList texts;
        for (const QByteArray &field : std::as_const(record.fields)) {
            QString text;
            reader.text(field, &text);
            texts.append(text);
        }
        table.rows.append(texts);
        table.records.append(record);
    }
}

QByteArray written(const QVector<QStringList> &rows, char delimiter, const QByteArray &lineEnd)
{
    QByteArray bytes;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            QString text = row[i];
            text.replace(u'"', QStringLiteral("\"\""));
            bytes += (i > 0 ? QByteArray(1, delimiter) : QByteArray()) + '"' + text.toUtf8() + '"';
        }
        bytes += lineEnd;
    }
    return bytes;
}

} // namespace

/// Tables as programs write them, and as they are broken.
class CsvReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void rows();
    void whatWasWrittenIsReadWhereverItIsCut();
    void aStrayQuoteCostsOneRow();
    void whatIsTooLongIsLeftOut();
    void charsets();
    void errorsOfTheSourceEndIt();
    void nothingIsNoRow();
};

void CsvReaderTest::rows_data()
{
    using Rows = QVector<QStringList>;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Rows>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const Rows &expected) {
        QTest::newRow(name) << bytes << expected;
    };
    using namespace Qt::Literals::StringLiterals;
    const Rows two{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    row("LF", "a,b\n1,2\n", two);
    row("CRLF", "a,b\r\n1,2\r\n", two);
    row("CR", "a,b\r1,2\r", two);
    row("no last line end", "a,b\n1,2", two);
    row("empty lines", "a,b\n\n\r\n1,2\n\n", two);
    row("semicolons", "a;b\n1;2\n", two);
    row("tabs", "a\tb\n1\t2\n", two);
    row("bars", "a|b\n1|2\n", two);
    row("the mark of UTF-8",
        "\xEF\xBB\xBF"
        "a,b\n1,2\n",
        two);
    row("quoted", "\"a\",\"b\"\n\"1\",2\n", two);
    row("line ends and delimiters inside", "a,b\n\"1\r\n2,3\",\"x\ny\"\n",
        {{u"a"_s, u"b"_s}, {u"1\n2,3"_s, u"x\ny"_s}});
    row("doubled quotes", "a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n", {{u"a"_s, u"b"_s}, {u"say \"hi\""_s, u"\""_s}});
    row("a quote inside of a word", "a,b\n5\" disk,2\n", {{u"a"_s, u"b"_s}, {u"5\" disk"_s, u"2"_s}});
    row("empty fields", "a,b\n,\n\"\",\n", {{u"a"_s, u"b"_s}, {u""_s, u""_s}, {u""_s, u""_s}});
    row("another delimiter in the heading", "\"a,b\";c\n1;2\n", {{u"a,b"_s, u"c"_s}, {u"1"_s, u"2"_s}});
    row("controls go", QByteArray("a,b\n1\0\x01,2\n", 10), two);
    row("fewer and more columns", "a,b\n1\n1,2,3\n", {{u"a"_s, u"b"_s}, {u"1"_s}, {u"1"_s, u"2"_s, u"3"_s}});
}

void CsvReaderTest::rows()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QVector<QStringList>, expected);
    for (const qsizetype piece : {1, 2, 3, 7, 1000}) {
        const ReadTable table = readTable(bytes, piece);
        QVERIFY(!table.error);
        QCOMPARE(table.rows, expected);
    }
}

void CsvReaderTest::whatWasWrittenIsReadWhereverItIsCut()
{
    QRandomGenerator random(7);
    const QString letters = QStringLiteral("ab\",;\t|\n 'ü接\"\"");
    for (int round = 0; round < 200; ++round) {
        QVector<QStringList> rows;
        const int columns = random.bounded(1, 5);
        for (int r = random.bounded(1, 8); r > 0; --r) {
            QStringList row;
            for (int c = 0; c < columns; ++c) {
                QString text;
                for (int i = random.bounded(0, 12); i > 0; --i)
                    text += letters[random.bounded(letters.size())];
                row.append(text);
            }
            rows.append(row);
        }
        CsvOptions options;
        options.delimiter = ",;\t|"[random.bounded(4)];
        const QByteArray lineEnd = QVector<QByteArray>{"\n", "\r\n", "\r"}[random.bounded(3)];
        const QByteArray bytes = written(rows, options.delimiter, lineEnd);
        const ReadTable table = readTable(bytes, random.bounded(1, 40), options);
        QCOMPARE(table.rows, rows);
        qint64 row = 0;
        for (const CsvRecord &record : table.records) {
            QCOMPARE(record.row, ++row);
            QCOMPARE(record.problem, CsvProblem::None);
        }
    }
}

void CsvReaderTest::aStrayQuoteCostsOneRow()
{
    const QByteArray bytes = "a,b\n1,\"never closed\n2,x\n3,\"y\"z\n4,w\n";
    for (const qsizetype piece : {1, 5, 1000}) {
        const ReadTable table = readTable(bytes, piece);
        // The quote of line 2 closes at line 4: what stands behind it says that something is wrong.
        QCOMPARE(table.records.size(), 3);
        QCOMPARE(table.records[1].problem, CsvProblem::BehindQuote);
        QCOMPARE(table.records[1].line, qint64(2));
        QCOMPARE(table.records[2].line, qint64(5));
    }
    const ReadTable open = readTable("a,b\n1,\"never closed\n2,x\n3,y\n");
    QCOMPARE(open.records.size(), 4);
    QCOMPARE(open.records[1].problem, CsvProblem::UnclosedQuote);
    QCOMPARE(open.rows[1], QStringList({QStringLiteral("1"), QStringLiteral("\"never closed")}));
    QCOMPARE(open.rows[3], QStringList({QStringLiteral("3"), QStringLiteral("y")}));
    QCOMPARE(open.records[3].line, qint64(4));
    QVERIFY(readTable(QByteArray("a\n") + QByteArray("\"\"\"x\n").repeated(5001)).error
            || readTable(QByteArray("a\n") + QByteArray("\"\"\"x\n").repeated(5001)).rows.size() > 1000);
}

void CsvReaderTest::whatIsTooLongIsLeftOut()
{
    CsvOptions options;
    options.longestRecord = 20;
    options.mostColumns = 3;
    const QByteArray bytes =
        "a,b\n" + QByteArray(100, 'x') + ",y\r\n1,2\n\"" + QByteArray(100, 'q') + "\",3\n1,2,3,4\n5,6\n";
    for (const qsizetype piece : {1, 7, 1000}) {
        const ReadTable table = readTable(bytes, piece, options);
        QCOMPARE(table.rows.last(), QStringList({QStringLiteral("5"), QStringLiteral("6")}));
        QCOMPARE(table.records.last().line, qint64(6));
        QVector<CsvProblem> problems;
        for (const CsvRecord &record : table.records) {
            QVERIFY(record.fields.first().size() <= options.longestRecord);
            problems.append(record.problem);
        }
        QCOMPARE(problems,
                 QVector<CsvProblem>({CsvProblem::None, CsvProblem::TooLong, CsvProblem::None,
                                      CsvProblem::UnclosedQuote, CsvProblem::TooManyColumns, CsvProblem::None}));
    }
}

void CsvReaderTest::charsets()
{
    const QByteArray windows = "a\nM\xFCller \x80\x93\n";
    QCOMPARE(readTable(windows).rows[1], QStringList({QStringLiteral("Müller €“")}));
    CsvOptions options;
    options.charset = CsvCharset::Windows1252;
    QCOMPARE(readTable("a\nM\xC3\xBC\n", 100, options).rows[1], QStringList({QStringLiteral("MÃ¼")}));
    QCOMPARE(readTable("a\nM\xC3\xBC\n").rows[1], QStringList({QStringLiteral("Mü")}));
    const QString wide = QStringLiteral("a\tb\nMüller\t接\n");
    QByteArray utf16("\xFF\xFE", 2);
    for (const QChar c : wide)
        utf16 += QByteArray(1, char(c.unicode() & 0xFF)) + char(c.unicode() >> 8);
    for (const qsizetype piece : {3, 1000})
        QCOMPARE(readTable(utf16, piece).rows[1], QStringList({QStringLiteral("Müller"), QStringLiteral("接")}));

    options.charset = CsvCharset::Utf8;
    const CsvReader reader([] { return Result<QByteArray>(QByteArray()); }, options);
    QString text;
    QVERIFY(!reader.text("M\xFCller", &text));
    QCOMPARE(text, QStringLiteral("Müller"));
    QVERIFY(reader.text("M\xC3\xBCller", &text));
}

void CsvReaderTest::errorsOfTheSourceEndIt()
{
    int calls = 0;
    CsvOptions options;
    options.delimiter = ',';
    CsvReader reader(
        [&calls]() -> Result<QByteArray> {
            if (++calls == 1)
                return QByteArray("a,b\n1,");
            return Error{ErrorCode::Corrupt, QStringLiteral("test"), {}, {}};
        },
        options);
    CsvRecord record;
    QVERIFY(*reader.next(&record));
    const Result<bool> broken = reader.next(&record);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::Corrupt);
}

void CsvReaderTest::nothingIsNoRow()
{
    QVERIFY(readTable("").rows.isEmpty());
    QVERIFY(readTable("\xEF\xBB\xBF").rows.isEmpty());
    QVERIFY(readTable("\n\r\n\n").rows.isEmpty());
}

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "csv_reader_test.moc"
