// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/imports/import_mapping.h"

#include <QFile>
#include <QtTest>

using namespace deskhand;

/// What a mapping may say, and that every mistake in one is told with its place.
class ImportMappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingIsRead();
    void mistakesHaveTheirPlace_data();
    void mistakesHaveTheirPlace();
    void timesAreReadInTheirZone();
    void oursAreRight();
};

void ImportMappingTest::everySettingIsRead()
{
    const Result<ImportMapping> read = importMappingFromJson(R"({
        "deskhand-import": 1, "source": "old", "note": "n", "rows": "events", "zone": "Europe/Berlin",
        "csv": {"delimiter": "tab", "charset": "windows-1252"}, "times": ["d.M.yyyy", "iso"], "missing": ["-"],
        "dirty": "leave-out", "numbers": "new", "order": "time", "agents": "active",
        "opening-state": {"name": "Before", "type": "new"},
        "columns": {
            "case": "id", "time": {"column": "at", "times": "unix"},
            "subject": {"text": "{a}: {b}"},
            "priority": {"column": "p", "values": {"1": {"name": "High", "rank": 2}, "2": "Low"}, "otherwise": "skip-row",
                         "missing": "Low"},
            "state": {"column": "s", "values": {"x": {"name": "Done", "type": "solved"}}, "otherwise": "leave-out"},
            "channel": {"column": "c", "values": {"tel": "phone"}},
            "reassigned": "n",
            "messages": {"text": "m", "from": {"column": "w", "values": {"a": "agent"}}, "author": "who"},
            "tags": ["t", {"column": "u", "tag": "odd", "when": ["1", "2"]}, {"column": "v", "tag": "none", "when": "missing"}]
        },
        "verdicts": [{"column": "ok", "target": "first-response", "met": ["y"], "missed": "n"}]
    })");
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    const ImportMapping &mapping = *read;
    QCOMPARE(mapping.rows, ImportMapping::Rows::Events);
    QCOMPARE(mapping.csv.delimiter, '\t');
    QCOMPARE(mapping.csv.charset, CsvCharset::Windows1252);
    QCOMPARE(mapping.zone, QTimeZone("Europe/Berlin"));
    QVERIFY(mapping.sortByTime && !mapping.keepNumbers);
    QCOMPARE(mapping.dirty, ImportMapping::Dirty::LeaveOut);
    QCOMPARE(mapping.agents, ImportMapping::Agents::Active);
    QCOMPARE(mapping.openingState->name, QStringLiteral("Before"));
    QCOMPARE(mapping.priority.values.value(QStringLiteral("1")).rank, 2);
    QCOMPARE(mapping.priority.missing->name, QStringLiteral("Low"));
    QCOMPARE(mapping.state.values.value(QStringLiteral("x")).type, StateType::Solved);
    QCOMPARE(mapping.state.otherwise, ImportField::Otherwise::LeaveOut);
    QCOMPARE(mapping.verdicts.first().target, SlaTargetKind::FirstResponse);
    QCOMPARE(mapping.tags.size(), 3);
    QVERIFY(mapping.tags[2].whenMissing);
    QStringList columns = mapping.columns();
    columns.sort();
    QCOMPARE(columns.join(u' '), QStringLiteral("a at b c id m n ok p s t u v w who"));
}

void ImportMappingTest::mistakesHaveTheirPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &json, const char *place) {
        QTest::newRow(name) << json << QString::fromLatin1(place);
    };
    const auto with = [](const QByteArray &root, const QByteArray &columns) {
        return QByteArray(R"({"deskhand-import": 1, "source": "s", )") + root
               + R"("columns": {"case": "id", "opened": "o")" + columns + "}}";
    };
    row("no JSON", "{\n \"source\": \"s\",,\n}", "line 2, column 17");
    row("no object", "[]", "");
    row("no version", R"({"source": "s", "columns": {"case": "a", "opened": "b"}})", "deskhand-import");
    row("unknown setting", with(R"("colums": {}, )", ""), "colums");
    row("unknown column", with("", R"(, "subjekt": "a")"), "columns.subjekt");
    row("no source", R"({"deskhand-import": 1, "columns": {"case": "a", "opened": "b"}})", "source");
    row("no case", R"({"deskhand-import": 1, "source": "s", "columns": {"opened": "b"}})", "columns.case");
    row("no opening", R"({"deskhand-import": 1, "source": "s", "columns": {"case": "b"}})", "columns.opened");
    row("no time", with(R"("rows": "events", )", ""), "columns.time");
    row("unknown zone", with(R"("zone": "Mars/Base", )", ""), "zone");
    row("unknown word", with(R"("dirty": "maybe", )", ""), "dirty");
    row("unknown type", with("", R"(, "state": {"column": "s", "values": {"x": {"name": "X", "type": "odd"}}})"),
        "columns.state.values.x.type");
    row("bad rank", with("", R"(, "priority": {"column": "s", "values": {"x": {"name": "X", "rank": 0}}})"),
        "columns.priority.values.x.rank");
    row("unknown channel", with("", R"(, "channel": {"column": "s", "values": {"x": "pigeon"}})"),
        "columns.channel.values.x");
    row("open brace", with("", R"(, "subject": {"text": "{a"})"), "columns.subject.text");
    row("two sources", with("", R"(, "subject": {"text": "a", "column": "b"})"), "columns.subject.column");
    row("unknown target", with(R"("verdicts": [{"column": "a", "target": "odd", "met": "1"}], )", ""),
        "verdicts.1.target");
    row("no verdict", with(R"("verdicts": [{"column": "a", "target": "resolution"}], )", ""), "verdicts.1.met");
    row("wrong kind", with(R"("missing": 7, )", ""), "missing");
    row("delimiter", with(R"("csv": {"delimiter": "x"}, )", ""), "csv.delimiter");
}

void ImportMappingTest::mistakesHaveTheirPlace()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, place);
    const Result<ImportMapping> mapping = importMappingFromJson(json);
    QVERIFY(!mapping);
    QCOMPARE(mapping.error().code, ErrorCode::Invalid);
    QCOMPARE(mapping.error().payload.value(QStringLiteral("place")).toString(), place);
    QVERIFY(!mapping.error().payload.value(QStringLiteral("problem")).toString().isEmpty());
}

void ImportMappingTest::timesAreReadInTheirZone()
{
    const auto read = [](const char *text, const char *format, const char *zone = "UTC") {
        const auto at = parseImportTime(QString::fromLatin1(text), {QString::fromLatin1(format)}, QTimeZone(zone));
        return at ? QDateTime::fromMSecsSinceEpoch(*at, Qt::UTC).toString(Qt::ISODateWithMs) : QStringLiteral("none");
    };
    QCOMPARE(read("29/2/2016 01:16", "d/M/yyyy HH:mm"), QStringLiteral("2016-02-29T01:16:00.000Z"));
    QCOMPARE(read("29/2/2016 01:16", "d/M/yyyy HH:mm", "Europe/Rome"), QStringLiteral("2016-02-29T00:16:00.000Z"));
    QCOMPARE(read("29/2/2015 01:16", "d/M/yyyy HH:mm"), QStringLiteral("none"));
    QCOMPARE(read("29/2/2016", "d/M/yyyy HH:mm"), QStringLiteral("none"));
    QCOMPARE(read("2010-01-13T08:40:25.000+02:00", "iso"), QStringLiteral("2010-01-13T06:40:25.000Z"));
    QCOMPARE(read("2010-01-13 08:40:25", "iso", "Europe/Rome"), QStringLiteral("2010-01-13T07:40:25.000Z"));
    QCOMPARE(read("2010-01-13", "iso"), QStringLiteral("2010-01-13T00:00:00.000Z"));
    QCOMPARE(read("1456708560", "unix"), QStringLiteral("2016-02-29T01:16:00.000Z"));
    QCOMPARE(read("1456708560000", "unix-ms"), QStringLiteral("2016-02-29T01:16:00.000Z"));
    QCOMPARE(read("1e300", "unix"), QStringLiteral("none"));
    QCOMPARE(read("0", "unix"), QStringLiteral("none"));
    QCOMPARE(read("Mar 3 2016 1:05 PM", "MMM d yyyy h:mm AP"), QStringLiteral("2016-03-03T13:05:00.000Z"));
}

void ImportMappingTest::oursAreRight()
{
    for (const char *name : {"uci_incidents", "italian_helpdesk"}) {
        QFile file(QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/import/%1.map.json").arg(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<ImportMapping> mapping = importMappingFromJson(file.readAll());
        QVERIFY2(mapping, mapping ? "" : qPrintable(mapping.error().detail));
    }
}

QTEST_GUILESS_MAIN(ImportMappingTest)
#include "import_mapping_test.moc"
