// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet.h"

#include <QXmlStreamReader>
#include <QtEndian>
#include <QtTest>

#include <zlib.h>

using namespace deskhand;

namespace {

/// The files of a ZIP archive by name, read by its central directory; empty when something about it is wrong.
QHash<QString, QByteArray> unzipped(const QByteArray &zip)
{
    QHash<QString, QByteArray> files;
    const auto at16 = [&](qsizetype place) { return qFromLittleEndian<quint16>(zip.constData() + place); };
    const auto at32 = [&](qsizetype place) { return qFromLittleEndian<quint32>(zip.constData() + place); };
    const qsizetype end = zip.lastIndexOf(QByteArrayLiteral("PK\x05\x06"));
    if (end < 0)
        return {};
    qsizetype entry = at32(end + 16);
    for (int left = at16(end + 10); left > 0; --left) {
        const quint16 method = at16(entry + 10);
        const quint32 packed = at32(entry + 20);
        const quint32 size = at32(entry + 24);
        const QString name = QString::fromUtf8(zip.mid(entry + 46, at16(entry + 28)));
        const qsizetype local = at32(entry + 42);
        const QByteArray raw = zip.mid(local + 30 + at16(local + 26) + at16(local + 28), packed);
        QByteArray content(size, '\0');
        if (method == 0) {
            content = raw;
        } else {
            z_stream stream{};
            inflateInit2(&stream, -MAX_WBITS);
            stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(raw.constData()));
            stream.avail_in = uInt(raw.size());
            stream.next_out = reinterpret_cast<Bytef *>(content.data());
            stream.avail_out = uInt(content.size());
            const int result = inflate(&stream, Z_FINISH);
            inflateEnd(&stream);
            if (result != Z_STREAM_END)
                return {};
        }
        files.insert(name, content);
        entry += 46 + at16(entry + 28) + at16(entry + 30) + at16(entry + 32);
    }
    return files;
}

struct ReadCell {
    QString type;
    QString value;
    bool formula = false;
};

QHash<QString, ReadCell> cellsOf(const QByteArray &sheet)
{
    QHash<QString, ReadCell> cells;
    QXmlStreamReader reader(sheet);
    QString place;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("c")) {
            place = reader.attributes().value(QStringLiteral("r")).toString();
            cells[place].type = reader.attributes().value(QStringLiteral("t")).toString();
        } else if (reader.name() == QLatin1String("v")) {
            cells[place].value = reader.readElementText();
        } else if (reader.name() == QLatin1String("f")) {
            cells[place].formula = true;
        }
    }
    return cells;
}

QStringList sharedStrings(const QByteArray &xml)
{
    QStringList all;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("t"))
            all.append(reader.readElementText());
    }
    return all;
}

} // namespace

class XlsxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesStayWhatTheyAre()
    {
        Sheet sheet;
        sheet.name = QStringLiteral("Tickets: by [queue]/day");
        sheet.title = QStringLiteral("Tickets");
        sheet.notes = {QStringLiteral("March")};
        sheet.zone = QTimeZone("Europe/Berlin");
        sheet.columns = {{QStringLiteral("Queue"), SheetKind::Text},
                         {QStringLiteral("Tickets"), SheetKind::Count},
                         {QStringLiteral("Median"), SheetKind::Duration},
                         {QStringLiteral("Day"), SheetKind::Day}};
        sheet.rows.append({QStringLiteral("=1+1"), 1204.0, 43'200'000.0, 1'740'956'400'000.0});
        const Result<QByteArray> bytes = xlsxOf({sheet, sheet});
        QVERIFY(bytes);
        const QHash<QString, QByteArray> files = unzipped(*bytes);
        QVERIFY(files.contains(QStringLiteral("[Content_Types].xml")));
        QVERIFY(files.contains(QStringLiteral("xl/worksheets/sheet2.xml")));
        for (auto file = files.cbegin(); file != files.cend(); ++file) {
            QXmlStreamReader reader(file.value());
            while (!reader.atEnd())
                reader.readNext();
            QVERIFY2(!reader.hasError(), qPrintable(file.key() + reader.errorString()));
        }
        const QStringList texts = sharedStrings(files.value(QStringLiteral("xl/sharedStrings.xml")));
        const QHash<QString, ReadCell> cells = cellsOf(files.value(QStringLiteral("xl/worksheets/sheet1.xml")));
        const auto textAt = [&](const QString &place) { return texts.value(cells.value(place).value.toInt()); };
        QCOMPARE(textAt(QStringLiteral("A1")), QStringLiteral("Tickets"));
        QCOMPARE(textAt(QStringLiteral("A2")), QStringLiteral("March"));
        QCOMPARE(textAt(QStringLiteral("A4")), QStringLiteral("Queue"));
        QCOMPARE(textAt(QStringLiteral("A5")), QStringLiteral("=1+1"));
        QCOMPARE(cells.value(QStringLiteral("A5")).type, QStringLiteral("s"));
        QVERIFY(!cells.value(QStringLiteral("A5")).formula);
        QCOMPARE(cells.value(QStringLiteral("B5")).value, QStringLiteral("1204"));
        QCOMPARE(cells.value(QStringLiteral("C5")).value, QStringLiteral("0.5"));
        QCOMPARE(cells.value(QStringLiteral("D5")).value, QStringLiteral("45719")); // 3 March 2025
        // Names of tabs: what the format forbids is gone, and no two are the same.
        const QByteArray workbook = files.value(QStringLiteral("xl/workbook.xml"));
        QVERIFY(workbook.contains("name=\"Tickets by queue day\""));
        QVERIFY(workbook.contains("name=\"Tickets by queue day 2\""));
    }

    void strangeTextsAreNoBrokenFile()
    {
        Sheet sheet;
        sheet.columns = {{QStringLiteral("Text"), SheetKind::Text}};
        sheet.rows = {{QStringLiteral("a\x01") + QStringLiteral("b & <c> \"d\"")},
                      {QString(40'000, u'x')},
                      {QString(QChar(0xD800))},
                      {QStringLiteral("😀")}};
        const Result<QByteArray> bytes = xlsxOf({sheet});
        QVERIFY(bytes);
        const QByteArray strings = unzipped(*bytes).value(QStringLiteral("xl/sharedStrings.xml"));
        QXmlStreamReader reader(strings);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        const QStringList texts = sharedStrings(strings);
        QCOMPARE(texts.last(), QStringLiteral("😀"));
        QCOMPARE(texts.value(2).size(), 32'767);
    }

    void whatIsTooMuchIsRefused()
    {
        Sheet sheet;
        sheet.columns.resize(maxSheetColumns + 1);
        const Result<QByteArray> bytes = xlsxOf({sheet});
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().code, ErrorCode::Invalid);
    }

    void nothingIsAnEmptyWorkbook() { QVERIFY(!unzipped(*xlsxOf({})).isEmpty()); }
};

QTEST_GUILESS_MAIN(XlsxTest)
#include "xlsx_test.moc"
