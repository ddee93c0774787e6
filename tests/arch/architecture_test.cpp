// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of src/ARCHITECTURE.md, read out of the sources. Every rule is first tried on a small sample that breaks
// it, so that none can fall silent, and then on the project.
#include "arch/code_rules.h"
#include "arch/layer_rules.h"
#include "arch/resource_rules.h"
#include "arch/source_text.h"

#include <QDir>
#include <QTest>

using namespace deskhand::arch;

class ArchitectureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void readsCodeApartFromTextAndComments();
    void findsFunctions();

    void layersAgree();
    void layersAreKept();
    void layersAreLinkedAsTold();

    void sizesAreKept();
    void spellingsAreKept_data();
    void spellingsAreKept();
    void continuationsHaveNoContext();
    void connectionsHaveReceivers();
    void typesHaveTheirOwnNames();
    void nothingIsMarkedForLater();
    void skippedTestsSayWhy();

    void sqlIsInTheCatalogue();
    void everyStatementIsUsed();
    void everyUsedStatementIsDeclared();
    void everyFormIsUsed();
    void everyResourceIsNamed();

private:
    static SourceText sample(const char *path, const char *text)
    {
        return SourceText(QString::fromLatin1(path), QString::fromUtf8(text));
    }
    static void report(const Violations &violations)
    {
        for (const Violation &violation : violations)
            qWarning("%s", qPrintable(violation.toString()));
        QVERIFY2(violations.isEmpty(), qPrintable(QStringLiteral("%1 places break this rule").arg(violations.size())));
    }
    template <typename Check>
    static Violations overAll(const QVector<SourceText> &sources, Check check)
    {
        Violations result;
        for (const SourceText &source : sources)
            result += check(source);
        return result;
    }

    const QString m_root = QStringLiteral(DESKHAND_SOURCE_DIR);
    LayerTable m_table;
    QVector<SourceText> m_sources; ///< src/
    QVector<SourceText> m_all;     ///< src/ and tests/
    SqlNames m_statements;
};

void ArchitectureTest::initTestCase()
{
    m_table = LayerTable::fromMarkdown(readFile(m_root, QStringLiteral("src/ARCHITECTURE.md")));
    QVERIFY(!m_table.isEmpty());
    m_sources = readSources(m_root, {QStringLiteral("src")});
    QVERIFY(m_sources.size() > 10);
    m_all = m_sources + readSources(m_root, {QStringLiteral("tests")});
    QVERIFY(m_all.size() > m_sources.size());
    const QStringList sqlFiles = filesBelow(m_root, {QStringLiteral("resources/sql")}, {QStringLiteral(".sql")});
    for (const QString &path : sqlFiles)
        m_statements.add(path, readFile(m_root, path));
}

void ArchitectureTest::readsCodeApartFromTextAndComments()
{
    const SourceText source = sample("src/base/x.cpp", "int a = 1'000; // one {\n"
                                                       "#define B {\\\n  {\n"
                                                       "const char *s = \"quo\\\"te {\"; /* { */ char c = '{';\n"
                                                       "auto r = R\"sql(SELECT \" {)sql\"; int end;\n");
    QCOMPARE(source.code().size(), source.text().size());
    QVERIFY(!source.code().contains(u'{'));
    QVERIFY(source.code().contains(QLatin1String("int end;")));
    QCOMPARE(source.literals().size(), 2);
    QCOMPARE(source.literals()[0].text, QStringLiteral("quo\\\"te {"));
    QCOMPARE(source.literals()[0].line, 4);
    QCOMPARE(source.literals()[1].text, QStringLiteral("SELECT \" {"));
    QCOMPARE(source.lineCount(), 5);
    QCOMPARE(source.layer(), QStringLiteral("base"));
}

void ArchitectureTest::findsFunctions()
{
    const SourceText source = sample("src/base/x.cpp", "namespace a {\n"
                                                       "template <class T> struct S final : B<T>\n{\n"
                                                       "    S() : m_a{1}, m_b{2} {\n        run();\n    }\n"
                                                       "    int f() const { return 1; }\n"
                                                       "};\n"
                                                       "static const int table[] = {\n 1,\n 2,\n};\n"
                                                       "template <class T> T g(T x) -> T\n{\n"
                                                       "    auto h = [] { return 1; };\n"
                                                       "    if (x) { return h(); }\n"
                                                       "}\n"
                                                       "} // namespace a\n");
    QVector<QPair<int, int>> lines;
    const auto functions = source.functions();
    for (const FunctionBody &function : functions)
        lines.append({function.firstLine, function.lastLine});
    QVERIFY(lines.contains(qMakePair(4, 6)));
    QVERIFY(lines.contains(qMakePair(7, 7)));
    QVERIFY(lines.contains(qMakePair(14, 17)));
    QVERIFY(!lines.contains(qMakePair(9, 12)));
}

void ArchitectureTest::layersAgree()
{
    const LayerTable bad = LayerTable::fromMarkdown(QStringLiteral("| layer | may use | Qt | libraries | holds |\n"
                                                                   "|---|---|---|---|---|\n"
                                                                   "| `a` | b | Core | – | x |\n"
                                                                   "| `b` | a, c | Core | – | x |\n"));
    QCOMPARE(bad.names(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(bad.contradictions().size(), 3); // c is no layer; a and b use each other
    QCOMPARE(checkFolders({QStringLiteral("a"), QStringLiteral("z")}, bad).size(), 2);

    report(m_table.contradictions());
    report(checkFolders(QDir(m_root + QStringLiteral("/src")).entryList(QDir::Dirs | QDir::NoDotAndDotDot), m_table));
}

void ArchitectureTest::layersAreKept()
{
    const QtHeaders qt = QtHeaders::installed();
    QCOMPARE(qt.moduleOf(QStringLiteral("QString")), QStringLiteral("QtCore"));
    QCOMPARE(qt.moduleOf(QStringLiteral("QtSql/QSqlQuery")), QStringLiteral("QtSql"));
    QCOMPARE(qt.moduleOf(QStringLiteral("vector")), QString());

    const auto badLines = [&](const char *path, const char *text) {
        return checkIncludes(sample(path, text), m_table, qt).size();
    };
    QCOMPARE(badLines("src/base/x.h", "#include \"domain/ticket.h\"\n"), 1);
    QCOMPARE(badLines("src/models/x.h", "#include \"store/store.h\"\n#include \"widgets/w.h\"\n"), 2);
    QCOMPARE(badLines("src/domain/x.h", "#include \"ticket.h\"\n#include \"../base/ids.h\"\n"), 2);
    QCOMPARE(badLines("src/domain/x.h", "#include <QWidget>\n#include <QtSql/QSqlQuery>\n#include <QTcpSocket>\n"), 3);
    QCOMPARE(badLines("src/models/x.h", "#include <QWidget>\n#include <QSqlQuery>\n#include <QTcpSocket>\n"), 3);
    QCOMPARE(badLines("src/widgets/x.h", "#include <QSqlQuery>\n#include <QTcpSocket>\n#include <sqlite3.h>\n"), 3);
    QCOMPARE(badLines("src/store/x.h", "#include <gmime/gmime.h>\n"), 1);
    QCOMPARE(badLines("src/service/x.cpp", "#include <boost/asio.hpp>\n#include <openssl/ssl.h>\n"), 2);
    QCOMPARE(badLines("src/service/x.h", "#include \"boost/asio.hpp\"\n"), 1);
    QCOMPARE(badLines("src/mail/x.cpp", "#include <boost/beast/http.hpp>\n#include <openssl/ssl.h>\n"), 1);
    QCOMPARE(badLines("src/edge/x.cpp", "#include <boost/asio/post.hpp>\n#include <openssl/ssl.h>\n"), 0);
    QCOMPARE(badLines("src/edge/x.h", "#include <QTcpSocket>\n#include <QSqlQuery>\n#include \"wire/x.h\"\n"), 3);
    QCOMPARE(badLines("src/widgets/x.cpp", "#include \"models/m.h\"\n#include <QWidget>\n#include \"ui_x.h\"\n"
                                           "#include <vector>\n#include \"widgets/x.h\"\n"),
             0);

    report(overAll(m_sources, [&](const SourceText &source) { return checkIncludes(source, m_table, qt); }));
}

void ArchitectureTest::layersAreLinkedAsTold()
{
    const LayerTable table = LayerTable::fromMarkdown(
        QStringLiteral("| `a` | – | Core | – | x |\n| `b` | a | Core | – | x |\n| `c` | a | Core | – | x |\n"));
    const QString cmake = QStringLiteral("deskhand_add_layer(a)\ndeskhand_add_layer(b USES c PUBLIC Qt6::Core)\n");
    QCOMPARE(checkCMake(cmake, table).size(), 2); // b links c, c is not built

    report(checkCMake(readFile(m_root, QStringLiteral("src/CMakeLists.txt")), m_table));
}

void ArchitectureTest::sizesAreKept()
{
    const QString longFunction = QStringLiteral("void f()\n{\n") + QStringLiteral("g();\n").repeated(99) + u'}';
    QCOMPARE(checkSize(SourceText(QStringLiteral("src/a.cpp"), longFunction)).size(), 1);
    QCOMPARE(checkSize(SourceText(QStringLiteral("src/a.cpp"), QStringLiteral("int a;\n").repeated(801))).size(), 1);
    QCOMPARE(checkSize(SourceText(QStringLiteral("src/a.cpp"), QStringLiteral("int a;\n").repeated(800))).size(), 0);

    report(overAll(m_all, checkSize));
}

void ArchitectureTest::spellingsAreKept_data()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < bannedSpellings().size(); ++i)
        QTest::newRow(qPrintable(bannedSpellings()[i].name)) << i;
}

void ArchitectureTest::spellingsAreKept()
{
    QFETCH(int, index);
    const BannedSpelling &rule = bannedSpellings()[index];
    QVERIFY(rule.pattern.isValid());
    const QString path = rule.where.first() + QStringLiteral("sample.cpp");
    QVERIFY(!checkSpelling(SourceText(path, rule.sample), rule).isEmpty());
    QCOMPARE(checkSpelling(SourceText(path, rule.good), rule).size(), 0);
    QCOMPARE(checkSpelling(SourceText(path, QStringLiteral("// ") + rule.sample), rule).size(), 0);
    QCOMPARE(checkSpelling(SourceText(QStringLiteral("elsewhere/x.cpp"), rule.sample), rule).size(), 0);

    report(overAll(m_all, [&](const SourceText &source) { return checkSpelling(source, rule); }));
}

void ArchitectureTest::continuationsHaveNoContext()
{
    QCOMPARE(checkThen(sample("src/a.cpp", "f.then(this, [](int) {});")).size(), 1);
    QCOMPARE(checkThen(sample("src/a.cpp", "f().then(\n    context, g);")).size(), 1);
    QCOMPARE(checkThen(sample("src/a.cpp", "f.then([a, b](int) { return g(a, b); });")).size(), 0);
    QCOMPARE(checkThen(sample("src/a.cpp", "f.then(QtFuture::Launch::Async, g);")).size(), 0);

    report(overAll(m_all, checkThen));
}

void ArchitectureTest::connectionsHaveReceivers()
{
    QCOMPARE(checkConnect(sample("src/a.cpp", "connect(a, &A::b, [this] { c(); });")).size(), 1);
    QCOMPARE(checkConnect(sample("src/a.cpp", "connect(a, &A::b, this, [this] { c(); });")).size(), 0);
    QCOMPARE(checkConnect(sample("src/a.cpp", "connect(a, &A::b, c, &C::d);")).size(), 0);

    report(overAll(m_sources, checkConnect));
}

void ArchitectureTest::typesHaveTheirOwnNames()
{
    const Violations twice = checkTypeNames({sample("src/a/a.h", "struct Wish {\n};\nclass Other;\n"),
                                             sample("src/b/b.h", "class Other final\n    : public Wish\n{\n};\n"),
                                             sample("src/c/c.h", "class Wish\n{\n    struct Other {\n    };\n};\n")});
    QCOMPARE(twice.size(), 1);
    QCOMPARE(twice.first().path, QStringLiteral("src/c/c.h"));

    report(checkTypeNames(m_sources));
}

void ArchitectureTest::nothingIsMarkedForLater()
{
    const QString marker = QStringLiteral("TO") + QStringLiteral("DO");
    const QString path = QStringLiteral("src/a.cpp");
    QCOMPARE(checkMarkers(path, QStringLiteral("int a;\n// ") + marker + QStringLiteral(": later")).size(), 1);
    QCOMPARE(checkMarkers(path, QStringLiteral("auto methodology = hacker(fix);")).size(), 0);

    Violations found =
        overAll(m_all, [](const SourceText &source) { return checkMarkers(source.path(), source.text()); });
    const QStringList others = filesBelow(
        m_root, {QStringLiteral("ui"), QStringLiteral("resources/sql"), QStringLiteral("tools")}, {QString()});
    for (const QString &other : others)
        found += checkMarkers(other, readFile(m_root, other));
    report(found);
}

void ArchitectureTest::skippedTestsSayWhy()
{
    QCOMPARE(checkSkips(sample("tests/a.cpp", "QSKIP(\"\");")).size(), 1);
    QCOMPARE(checkSkips(sample("tests/a.cpp", "f(\"a long enough text\"); QSKIP(\"no\");")).size(), 1);
    QCOMPARE(checkSkips(sample("tests/a.cpp", "QSKIP(\"the foreign mail is not here\");")).size(), 0);
    QCOMPARE(checkSkips(sample("tests/a.cpp", "QSKIP(qPrintable(reason));")).size(), 0);

    report(overAll(m_all, checkSkips));
}

void ArchitectureTest::sqlIsInTheCatalogue()
{
    const auto count = [](const char *path, const char *text) { return checkSqlText(sample(path, text)).size(); };
    QCOMPARE(count("src/store/a.cpp", "run(\"SELECT id FROM ticket\");"), 1);
    QCOMPARE(count("src/models/a.cpp", "run(R\"(\n  insert into ticket values (1))\");"), 1);
    QCOMPARE(count("src/store/a.cpp", "run(QStringLiteral(\"PRAGMA user_version\"));"), 1);
    QCOMPARE(count("src/store/sqlite_connection.cpp", "run(\"PRAGMA user_version\"); run(\"DELETE FROM a\");"), 1);
    QCOMPARE(count("src/edge/a.cpp", "is(\"DELETE\"); run(\"DELETE FROM a\");"), 1);
    QCOMPARE(count("src/store/condition_sql.cpp", "run(\"SELECT id FROM ticket\");"), 0);
    QCOMPARE(count("src/widgets/a.cpp", "tr(\"Select a ticket\"); tr(\"Update\"); tr(\"select all\"); tr(\"Begin\");"),
             0);
    QCOMPARE(count("src/widgets/a.cpp", "// \"SELECT 1\"\n"), 0);

    report(overAll(m_sources, checkSqlText));
}

void ArchitectureTest::everyStatementIsUsed()
{
    SqlNames names;
    names.add(QStringLiteral("resources/sql/common/a.sql"),
              QStringLiteral("-- name: a.used\nSELECT 1\n-- name: a.idle\nSELECT 2\n-- name: a.idle\nSELECT 3\n"));
    names.add(QStringLiteral("resources/sql/sqlite/a.sql"), QStringLiteral("-- name: a.used\nSELECT 4\n"));
    QCOMPARE(names.repeated().size(), 1);
    const Violations idle = names.unusedBy({sample("src/store/a.cpp", "sql(\"a.used\"); // sql(\"a.idle\")")});
    QCOMPARE(idle.size(), 1);
    QVERIFY(idle.first().what.contains(QLatin1String("a.idle")));

    report(m_statements.repeated());
    report(m_statements.unusedBy(m_sources));
}

void ArchitectureTest::everyUsedStatementIsDeclared()
{
    SqlNames names;
    names.add(QStringLiteral("resources/sql/common/a.sql"), QStringLiteral("-- name: a.used\nSELECT 1\n"));
    QCOMPARE(
        checkSqlCalls(sample("src/store/a.cpp", "auto s = db.sql(\"a.used\"), t = db.sql(\"a.none\");"), names).size(),
        1);
    QCOMPARE(checkSqlCalls(sample("src/store/a.cpp", "db->sql(QStringLiteral(\"a.none\"));"), names).size(), 1);
    QCOMPARE(checkSqlCalls(sample("src/store/a.cpp", "where(\"a.none\");"), names).size(), 0);

    report(overAll(m_sources, [this](const SourceText &source) { return checkSqlCalls(source, m_statements); }));
}

void ArchitectureTest::everyFormIsUsed()
{
    const QVector<SourceText> sources{
        sample("src/widgets/a.cpp", "#include \"thread/ui_pane.h\"\n#include \"ui_box.h\"\n")};
    const QStringList forms{QStringLiteral("ui/thread/pane.ui"), QStringLiteral("ui/box.ui"),
                            QStringLiteral("ui/idle.ui")};
    const Violations idle = checkForms(forms, sources);
    QCOMPARE(idle.size(), 1);
    QCOMPARE(idle.first().path, QStringLiteral("ui/idle.ui"));

    report(checkForms(filesBelow(m_root, {QStringLiteral("ui")}, {QStringLiteral(".ui")}), m_sources));
}

void ArchitectureTest::everyResourceIsNamed()
{
    const QString qrc = QStringLiteral("<file>b.sql</file>\n<file alias=\"c\">none.sql</file>");
    QCOMPARE(checkQrc(QStringLiteral("resources/a.qrc"), qrc,
                      {QStringLiteral("resources/a.qrc"), QStringLiteral("resources/b.sql"),
                       QStringLiteral("resources/idle.sql")})
                 .size(),
             2);

    const QStringList lists = filesBelow(m_root, {QStringLiteral("resources")}, {QStringLiteral(".qrc")});
    for (const QString &list : lists)
        report(checkQrc(list, readFile(m_root, list), filesBelow(m_root, {list.section(u'/', 0, -2)}, {QString()})));
}

QTEST_APPLESS_MAIN(ArchitectureTest)
#include "architecture_test.moc"
