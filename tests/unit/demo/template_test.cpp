// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/template_compiler.h"
#include "demo/template_library.h"
#include "demo/topic_compiler.h"

#include <QtTest>

using namespace deskhand;

namespace {

/// The least that a library needs around what a test is about.
QString frameOf(const QString &extra)
{
    return QStringLiteral(
               "== common en\n--- thanks\nThank you, {agentfirst}.\n--- reopen incident\nIt is back.\n"
               "== list greeting en\nHi,\n== list closing en\nThanks,\n== list agentgreeting en\nHi {first},\n"
               "== list agentclosing en\nRegards,\n== list quoteheader en\n{quotename} wrote:\n"
               "== list cable\n2* HDMI\nDisplayPort\n")
           + extra;
}

const QString &wholeTopic()
{
    static const QString text = QStringLiteral("== topic dock en\ntype: incident\nqueue: A\ncategory: B\n"
                                               "list shelf: 1..9|top\n"
                                               "subject a: {cable} {broken|dead}\nsubject b: Shelf {shelf}\n"
                                               "--- opening a +image\nMy {cable} is {cable2}.\n\nIt \\{really\\} is.\n"
                                               "--- opening b\nShelf {shelf}\n"
                                               "--- ask\nWhich?\n--- answer +log\nThis {a|b|{c|d}}.\n"
                                               "--- solution b\nDone.\n");
    return text;
}

Result<std::shared_ptr<const TemplateLibrary>> libraryOf(const QString &text)
{
    return TemplateLibrary::fromTexts({{QStringLiteral("t.txt"), text}});
}

} // namespace

class TemplateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsATopic();
    void choicesStayForTheTicket();
    void weightsCount();
    void errorsPointAtTheirLine_data();
    void errorsPointAtTheirLine();
    void splitsAlternatives();
};

void TemplateTest::readsATopic()
{
    const auto library = libraryOf(frameOf(wholeTopic()));
    QVERIFY2(bool(library), library ? "" : qPrintable(library.error().detail));
    QCOMPARE((*library)->topics().size(), 1);
    const DemoTopic &topic = (*library)->topics().first();
    QCOMPARE(topic.type, TopicType::Incident);
    QCOMPARE(topic.subjects.size(), 2);
    QCOMPARE(topic.subjects[1].variants, TopicVariants(2));
    const QVector<TopicPiece> &openings = topic.own[size_t(PieceKind::Opening)];
    QCOMPARE(openings.size(), 2);
    QCOMPARE(openings[0].file, PieceFile::Image);
    QCOMPARE(openings[0].variants, TopicVariants(1));
    QCOMPARE(topic.own[size_t(PieceKind::Ask)].first().answers.size(), 1);
    QCOMPARE(topic.own[size_t(PieceKind::Ask)].first().answerFiles.first(), PieceFile::Log);
    QCOMPARE(topic.common[size_t(PieceKind::Thanks)].size(), 1);
    QCOMPARE(topic.common[size_t(PieceKind::Reopen)].size(), 1);

    TemplateWriter writer((*library)->program());
    DemoRandom random(1);
    QString text;
    writer.write(openings[0].text, &random, &text);
    static const QRegularExpression expected(
        QStringLiteral("^My (HDMI|DisplayPort) is (HDMI|DisplayPort)\\.\n\nIt \\{really\\} is\\.$"));
    QVERIFY2(text.contains(expected), qPrintable(text));
}

void TemplateTest::choicesStayForTheTicket()
{
    const auto library = libraryOf(frameOf(wholeTopic()));
    QVERIFY(bool(library));
    const DemoTopic &topic = (*library)->topics().first();
    TemplateWriter writer((*library)->program());
    DemoRandom random(5);
    QSet<QString> seen;
    for (int ticket = 0; ticket < 60; ++ticket) {
        writer.forget();
        QString first;
        QString second;
        writer.write(topic.own[size_t(PieceKind::Opening)][1].text, &random, &first);
        writer.write(topic.subjects[1].text, &random, &second);
        QCOMPARE(first, second);
        seen.insert(first);
    }
    QVERIFY(seen.contains(QStringLiteral("Shelf top")));
    QVERIFY(seen.size() > 5);
}

void TemplateTest::weightsCount()
{
    TemplateCompiler compiler;
    const auto list = compiler.declareList(QStringLiteral("x"), {}, -1, QStringLiteral("f"), 1,
                                           {{QStringLiteral("9* often"), 1}, {QStringLiteral("PO-100..PO-102"), 2}});
    QVERIFY(bool(list));
    QVERIFY(bool(compiler.compileLists()));
    const TemplateProgram program = compiler.takeProgram();
    TemplateWriter writer(program);
    DemoRandom random(2);
    int often = 0;
    for (int i = 0; i < 1000; ++i) {
        QString text;
        writer.writeItem(*list, &random, &text);
        often += text == QLatin1String("often") ? 1 : 0;
        QVERIFY2(text == QLatin1String("often") || (text >= QLatin1String("PO-100") && text <= QLatin1String("PO-102")),
                 qPrintable(text));
    }
    QVERIFY(often > 850 && often < 950);
}

void TemplateTest::errorsPointAtTheirLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("problem");
    const QString head = QStringLiteral("== topic t en\ntype: incident\nqueue: A\ncategory: B\nsubject: S\n");
    const auto row = [](const char *name, const QString &text, int line, const char *problem) {
        QTest::newRow(name) << text << line << QString::fromLatin1(problem);
    };
    row("before a section", QStringLiteral("# fine\n\nlost text\n"), 3, "before the first section");
    row("section", QStringLiteral("== thing x en\n"), 1, "unknown kind of section");
    row("no language", QStringLiteral("== topic x\n"), 1, "needs a language");
    row("key", QStringLiteral("== topic t en\nsort: incident\n"), 2, "unknown key");
    row("type", QStringLiteral("== topic t en\ntype: accident\n"), 2, "unknown type");
    row("priority", QStringLiteral("== topic t en\npriority: normal\n"), 2, "priority");
    row("tags", QStringLiteral("== topic t en\ntags: vip\n"), 2, "tags");
    row("piece", head + QStringLiteral("--- ending\nx\n"), 6, "unknown kind of piece");
    row("attachment", head + QStringLiteral("--- opening +film\nx\n"), 6, "unknown attachment");
    row("empty piece", head + QStringLiteral("--- opening\n\n--- note\nx\n"), 7, "empty piece");
    row("no opening", head, 1, "needs an opening");
    row("no subject", QStringLiteral("== topic t en\nqueue: A\ncategory: B\n--- opening\nx\n"), 1, "a subject");
    row("answer", head + QStringLiteral("--- opening\nx\n--- answer\nx\n"), 9, "must follow its ask");
    row("ask", head + QStringLiteral("--- opening\nx\n--- ask\nx\n"), 1, "no answer");
    row("placeholder", head + QStringLiteral("--- opening\none\ntwo {nothing} three\n"), 8, "\"nothing\"");
    row("open brace", head + QStringLiteral("--- opening\none {a|b\n"), 7, "without \"}\"");
    row("closed brace", head + QStringLiteral("--- opening\none a|b}\n"), 7, "without \"{\"");
    row("variant", head + QStringLiteral("--- opening A\nx\n"), 7, "unexpected");
    row("list twice", QStringLiteral("== list q\na\n== list q\nb\n"), 3, "twice");
    row("empty list", QStringLiteral("== list q\n== list r\nb\n"), 1, "empty");
    row("range", QStringLiteral("== list q\na\n9..2\n"), 3, "empty range");
    row("common type", QStringLiteral("== common de\n--- thanks accident\nx\n"), 3, "unknown type");
}

void TemplateTest::errorsPointAtTheirLine()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(QString, problem);
    const auto library =
        TemplateLibrary::fromTexts({{QStringLiteral("frame.txt"), frameOf({})}, {QStringLiteral("bad.txt"), text}});
    QVERIFY(!library);
    const Error error = library.error();
    QCOMPARE(error.code, ErrorCode::Invalid);
    QCOMPARE(error.payload.value(QStringLiteral("file")).toString(), QStringLiteral("bad.txt"));
    QVERIFY2(error.payload.value(QStringLiteral("line")).toInt() == line, qPrintable(error.detail));
    QVERIFY2(error.detail.contains(problem), qPrintable(error.detail));
    QVERIFY(error.detail.startsWith(QStringLiteral("bad.txt:%1: ").arg(line)));
}

void TemplateTest::splitsAlternatives()
{
    QCOMPARE(splitAlternatives(QStringLiteral("a|{b|c} d|e")),
             (QStringList{QStringLiteral("a"), QStringLiteral("{b|c} d"), QStringLiteral("e")}));
    QCOMPARE(splitAlternatives(QStringLiteral("one")), QStringList{QStringLiteral("one")});
}

QTEST_APPLESS_MAIN(TemplateTest)
#include "template_test.moc"
