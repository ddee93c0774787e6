// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/json_tree.h"
#include "wire/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue valueOf(const JsonNode &node)
{
    switch (node.kind()) {
    case JsonTree::Kind::Null: return {};
    case JsonTree::Kind::False: return false;
    case JsonTree::Kind::True: return true;
    case JsonTree::Kind::Number: return node.number().value_or(0);
    case JsonTree::Kind::Text: return node.text();
    case JsonTree::Kind::Array: {
        QJsonArray array;
        JsonNode at = node;
        for (int i = 0; i < node.count(); ++i) {
            at = i == 0 ? node.first() : at.next();
            array.append(valueOf(at));
        }
        return array;
    }
    case JsonTree::Kind::Object: {
        QJsonObject object;
        JsonNode key = node;
        for (int i = 0; i < node.count(); ++i) {
            key = i == 0 ? node.first() : key.next().next();
            object.insert(key.text(), valueOf(key.next()));
        }
        return object;
    }
    }
    return {};
}

} // namespace

class JsonTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatJsonIs_data();
    void readsWhatJsonIs();
    void agreesWithAnotherReader();
    void textsSurvive();
    void numbersAreWhole_data();
    void numbersAreWhole();
    void limitsAreKept();
};

void JsonTreeTest::readsWhatJsonIs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isJson");
    const auto good = [](const char *text) { QTest::newRow(text) << QByteArray(text) << true; };
    const auto bad = [](const char *text) { QTest::newRow(text) << QByteArray(text) << false; };
    good("null");
    good(" \t\r\n[ 1 , 2 ] ");
    good("-0");
    good("1.5e+10");
    good("[]");
    good("{}");
    good("{\"a\":{\"b\":[[],{}]}}");
    good("\"\\u0000\\uD83D\\uDE00 \\/\"");
    good("\"\xF0\x9F\x96\xA8\"");
    bad("");
    bad(" ");
    bad("nul");
    bad("nulll");
    bad("TRUE");
    bad("+1");
    bad("01");
    bad("1.");
    bad(".5");
    bad("1e");
    // What no double holds, other readers do not take.
    bad("1e309");
    bad("[-1e999]");
    bad("1e-999");
    good("1e308");
    QTest::newRow("very long") << QByteArray('[' + QByteArray(400, '1') + ']') << false;
    QTest::newRow("very small") << QByteArray("[0." + QByteArray(400, '0') + "1]") << false;
    QTest::newRow("long") << QByteArray('[' + QByteArray(200, '1') + ']') << true;
    bad("-");
    bad("0x10");
    bad("[1,]");
    bad("[,1]");
    bad("[1 2]");
    bad("[1");
    bad("{\"a\"}");
    bad("{\"a\":}");
    bad("{\"a\":1,}");
    bad("{a:1}");
    bad("{\"a\":1 \"b\":2}");
    bad("\"");
    bad("\"\\\"");
    bad("\"\\x\"");
    bad("\"\\u12\"");
    bad("\"\\u-123\"");
    bad("\"\\uD83D\"");
    bad("\"\\uD83D\\u0041\"");
    bad("\"\\uDE00\"");
    bad("\"\n\"");
    bad("\"\x80\"");
    bad("\"\xC0\xAF\"");
    bad("\"\xE0\x80\xAF\"");
    bad("\"\xED\xA0\x80\"");
    bad("\"\xF4\x90\x80\x80\"");
    bad("\"\xF5\x80\x80\x80\"");
    bad("\"\xE2\x82\"");
    bad("[1] 2");
}

void JsonTreeTest::readsWhatJsonIs()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isJson);
    JsonTree tree;
    QCOMPARE(tree.parse(text, requestJsonLimits), isJson);
    QCOMPARE(tree.reason(), isJson ? QLatin1String() : "bad-format"_L1);
}

/// Random texts that are nearly JSON: whatever is taken, is taken as Qt takes it.
void JsonTreeTest::agreesWithAnotherReader()
{
    QRandomGenerator random(7);
    const QByteArrayList pieces{
        "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\\n\"", "1", "-20", "true", "null", " ", "\"\xC3\xBC\"", "\"", "\\"};
    int taken = 0;
    for (int i = 0; i < 200'000; ++i) {
        QByteArray text = random.bounded(2) == 0 ? "[" : "{\"k\":";
        for (int piece = random.bounded(8); piece > 0; --piece)
            text += pieces[random.bounded(int(pieces.size()))];
        text += text.startsWith('[') ? "]" : "}";
        JsonTree tree;
        if (!tree.parse(text, requestJsonLimits))
            continue;
        ++taken;
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        QVERIFY2(error.error == QJsonParseError::NoError, text.constData());
        const QJsonValue theirs = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        QVERIFY2(valueOf(tree.root()) == theirs, text.constData());
    }
    QVERIFY(taken > 1000);
}

void JsonTreeTest::textsSurvive()
{
    QString all;
    for (char32_t character = 0; character < 0x3000; ++character)
        all += QChar(char16_t(character));
    all += u"\U0001F5A8\U0010FFFF\uFFFF\uE000"_s;
    JsonWriter json;
    json.beginObject();
    json.key(QStringView(all));
    json.text(all);
    json.endObject();
    JsonTree tree;
    QVERIFY(tree.parse(json.bytes(), requestJsonLimits));
    QCOMPARE(tree.root().first().text(), all);
    QCOMPARE(tree.root().first().next().text(), all);
    QCOMPARE(QJsonDocument::fromJson(json.bytes()).object().value(all).toString(), all);

    JsonWriter lone;
    lone.text(QString(QChar(0xD800)) + u'a' + QChar(0xDC00));
    QVERIFY(tree.parse(lone.bytes(), requestJsonLimits));
    QCOMPARE(tree.root().text(), u"\uFFFDa\uFFFD"_s);
}

void JsonTreeTest::numbersAreWhole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("largest") << QByteArray("9007199254740991") << true;
    QTest::newRow("smallest") << QByteArray("-9007199254740991") << true;
    QTest::newRow("too large") << QByteArray("9007199254740992") << false;
    QTest::newRow("far too large") << QByteArray("99999999999999999999") << false;
    QTest::newRow("fraction") << QByteArray("1.0") << false;
    QTest::newRow("exponent") << QByteArray("1e2") << false;
    QTest::newRow("minus nothing") << QByteArray("-0") << true;
    QTest::newRow("text") << QByteArray("\"1\"") << false;
}

void JsonTreeTest::numbersAreWhole()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isWhole);
    JsonTree tree;
    QVERIFY(tree.parse(text, requestJsonLimits));
    QCOMPARE(tree.root().number().has_value(), isWhole);
    if (isWhole)
        QCOMPARE(*tree.root().number(), text.toLongLong());
}

void JsonTreeTest::limitsAreKept()
{
    const auto reason = [](const QByteArray &text, const JsonLimits &limits) {
        JsonTree tree;
        return tree.parse(text, limits) ? u"taken"_s : QString(tree.reason());
    };
    const JsonLimits limits{100, 3, 10, 2};
    QCOMPARE(reason(QByteArray(101, ' '), limits), u"too-long"_s);
    QCOMPARE(reason("[[[]]]", limits), u"taken"_s);
    QCOMPARE(reason("[[[[]]]]", limits), u"too-deep"_s);
    QCOMPARE(reason("[1,2,3,4,5,6,7,8,9]", limits), u"taken"_s);
    QCOMPARE(reason("[1,2,3,4,5,6,7,8,9,0]", limits), u"too-many"_s);
    QCOMPARE(reason("{\"a\":1,\"b\":2}", limits), u"taken"_s);
    QCOMPARE(reason("{\"a\":1,\"b\":2,\"c\":3}", limits), u"too-many"_s);
    // A hundred thousand brackets are refused before the stack is.
    QCOMPARE(reason(QByteArray(100'000, '['), answerJsonLimits), u"too-deep"_s);
}

QTEST_GUILESS_MAIN(JsonTreeTest)
#include "json_tree_test.moc"
