// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/wire/schema_samples.h"
#include "unit/wire/wire_doors.h"
#include "wire/upload_calls.h"

#include <QtTest>

#include <functional>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A value of each type that JSON has.
const QVector<QJsonValue> &valuesOfAllTypes()
{
    static const QJsonArray nested = QJsonDocument::fromJson("[[]]").array();
    static const QVector<QJsonValue> values{
        QJsonValue(), true, 1, 1.5, u"text"_s, nested, QJsonObject{{u"nobody declared this"_s, 1}}};
    return values;
}

bool isReason(const Error &error)
{
    static const QStringList reasons{u"unknown"_s,  u"wrong-type"_s, u"out-of-range"_s, u"bad-format"_s, u"too-many"_s,
                                     u"too-long"_s, u"too-deep"_s,   u"required"_s,     u"repeated"_s};
    return error.code == ErrorCode::Invalid && error.payload.size() == 1
           && reasons.contains(error.payload.first().toString()) && !error.payload.firstKey().isEmpty();
}

} // namespace

/// What comes from outside is taken only as it is declared: no field that nobody declared, no other type, no more than
/// the limits.
class RefusalsTest : public QObject
{
    Q_OBJECT

    QVector<WireDoor> m_doors;

    [[nodiscard]] QVector<QJsonObject> samplesOf(const WireDoor &door) const;
    static void paths(const QJsonValue &value, const QStringList &path, QVector<QStringList> *all);
    static QJsonValue withAt(const QJsonValue &value, const QStringList &path,
                             const std::function<QJsonValue(const QJsonValue &)> &edit);

private Q_SLOTS:
    void initTestCase();
    void undeclaredFields_data() { doors(); }
    void undeclaredFields();
    void namesOfOtherThings_data() { doors(); }
    void namesOfOtherThings();
    void otherTypes_data() { doors(); }
    void otherTypes();
    void repeatedFields_data() { doors(); }
    void repeatedFields();
    void whatIsNoJson();
    void limits();
    void whatIsReserved();
    void newerServicesMaySayMore();

private:
    void doors();
};

void RefusalsTest::initTestCase()
{
    for (const WireDoor &door : wireDoors()) {
        if (door.fromOutside)
            m_doors.append(door);
    }
}

void RefusalsTest::doors()
{
    QTest::addColumn<int>("door");
    for (int i = 0; i < m_doors.size(); ++i)
        QTest::newRow(qPrintable(m_doors[i].name)) << i;
}

/// With every field, in every form.
QVector<QJsonObject> RefusalsTest::samplesOf(const WireDoor &door) const
{
    SchemaSamples samples(1);
    const qsizetype forms = qMax<qsizetype>(1, samples.schema(door.schema).value("oneOf"_L1).toArray().size());
    QVector<QJsonObject> all;
    for (int i = 0; i < forms; ++i)
        all.append(samples.full(door.schema, i).toObject());
    return all;
}

/// Where there is an object.
void RefusalsTest::paths(const QJsonValue &value, const QStringList &path, QVector<QStringList> *all)
{
    if (value.isArray()) {
        for (qsizetype i = 0; i < value.toArray().size(); ++i)
            paths(value.toArray()[i], path + QStringList{QString::number(i)}, all);
    } else if (value.isObject()) {
        all->append(path);
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            paths(it.value(), path + QStringList{it.key()}, all);
    }
}

QJsonValue RefusalsTest::withAt(const QJsonValue &value, const QStringList &path,
                                const std::function<QJsonValue(const QJsonValue &)> &edit)
{
    if (path.isEmpty())
        return edit(value);
    if (value.isArray()) {
        QJsonArray list = value.toArray();
        const qsizetype index = path.first().toInt();
        list[index] = withAt(list[index], path.mid(1), edit);
        return list;
    }
    QJsonObject object = value.toObject();
    object[path.first()] = withAt(object.value(path.first()), path.mid(1), edit);
    return object;
}

void RefusalsTest::undeclaredFields()
{
    QFETCH(int, door);
    for (const QJsonObject &sample : samplesOf(m_doors[door])) {
        const Result<QByteArray> passed = m_doors[door].pass(compactJson(sample));
        QVERIFY2(passed, qPrintable(passed ? QString() : passed.error().detail));
        QVector<QStringList> places;
        paths(sample, {}, &places);
        for (const QStringList &place : places) {
            const QJsonValue changed = withAt(sample, place, [](const QJsonValue &object) {
                QJsonObject more = object.toObject();
                more.insert(u"isAdmin"_s, true);
                return more;
            });
            const Result<QByteArray> refused = m_doors[door].pass(compactJson(changed));
            QVERIFY2(!refused, qPrintable(place.join(u'.')));
            QVERIFY2(isReason(refused.error()), qPrintable(refused.error().detail));
        }
    }
}

/// Every name that is declared anywhere, where it is not declared.
void RefusalsTest::namesOfOtherThings()
{
    QFETCH(int, door);
    SchemaSamples samples(1);
    QSet<QString> names{u"me"_s,   u"actor"_s,     u"actorKind"_s, u"why"_s,       u"author"_s,    u"raw"_s,
                        u"role"_s, u"messageId"_s, u"automatic"_s, u"createdAt"_s, u"__proto__"_s, {}};
    for (const QJsonValue &schema : samples.schemas()) {
        const QStringList keys = schema.toObject().value("properties"_L1).toObject().keys();
        names += QSet<QString>(keys.begin(), keys.end());
    }
    QVERIFY(names.size() > 200);
    for (const QJsonObject &sample : samplesOf(m_doors[door])) {
        for (const QString &name : std::as_const(names)) {
            if (sample.contains(name))
                continue;
            QJsonObject more = sample;
            more.insert(name, 1);
            const Result<QByteArray> refused = m_doors[door].pass(compactJson(more));
            QVERIFY2(!refused && isReason(refused.error()), qPrintable(name));
        }
    }
}

void RefusalsTest::otherTypes()
{
    QFETCH(int, door);
    for (const QJsonObject &sample : samplesOf(m_doors[door])) {
        QVector<QStringList> places;
        paths(sample, {}, &places);
        for (const QStringList &place : places) {
            QJsonObject object;
            static_cast<void>(withAt(sample, place, [&object](const QJsonValue &value) {
                object = value.toObject();
                return value;
            }));
            for (const QString &key : object.keys()) {
                for (const QJsonValue &other : valuesOfAllTypes()) {
                    const bool sameType = other.type() == object.value(key).type();
                    const bool isValue = key == "value"_L1; // of a changed field: a text or a number
                    if ((sameType && !(other.isDouble() && other.toDouble() == 1.5) && !other.isArray()
                         && !other.isObject())
                        || isValue)
                        continue;
                    const QJsonValue changed =
                        withAt(sample, place + QStringList{key}, [&other](const QJsonValue &) { return other; });
                    const Result<QByteArray> refused = m_doors[door].pass(compactJson(changed));
                    QVERIFY2(!refused && isReason(refused.error()),
                             qPrintable((place + QStringList{key}).join(u'.') + u' '
                                        + QString::fromUtf8(compactJson(changed))));
                }
            }
        }
    }
}

void RefusalsTest::repeatedFields()
{
    QFETCH(int, door);
    for (const QJsonObject &sample : samplesOf(m_doors[door])) {
        for (const QString &key : sample.keys()) {
            const QByteArray pair = compactJson(QJsonObject{{key, sample.value(key)}});
            QByteArray text = compactJson(sample);
            text.insert(1, pair.mid(1, pair.size() - 2) + ',');
            const Result<QByteArray> refused = m_doors[door].pass(text);
            QVERIFY2(!refused && isReason(refused.error()), text.constData());
        }
    }
}

void RefusalsTest::whatIsNoJson()
{
    const QByteArrayList texts{"{",
                               "}",
                               "[]",
                               "null",
                               "1",
                               "\"x\"",
                               "{}{}",
                               "{} x",
                               "{\"a\"}",
                               "{a:1}",
                               "{'a':1}",
                               "\xEF\xBB\xBF{}",
                               "{\"a\":\"\xff\"}",
                               "{\"a\":01}",
                               "{,}",
                               "{\"a\":1,}",
                               "{\"a\":NaN}",
                               "{\"a\":\"\\ud800\"}",
                               "// x\n{}"};
    for (const WireDoor &door : std::as_const(m_doors)) {
        for (const QByteArray &text : texts) {
            const Result<QByteArray> refused = door.pass(text);
            QVERIFY2(!refused && isReason(refused.error()), qPrintable(door.name + u' ' + QString::fromUtf8(text)));
        }
    }
    QCOMPARE(decodeCall("nothing", "{}").error().code, ErrorCode::NotFound);
    QCOMPARE(decodeCall("sign-in", "{}").error().code, ErrorCode::NotFound);
    QCOMPARE(decodeAccountCall("tickets", "{}").error().code, ErrorCode::NotFound);
    QVERIFY(decodeCall("catalog", {}));
    QVERIFY(!decodeCall("ticket", "{}"));
}

void RefusalsTest::limits()
{
    const auto reason = [](const auto &result) {
        return result ? u"taken"_s : result.error().payload.first().toString();
    };
    QByteArray deep = R"({"condition":)" + QByteArray(R"({"not":)").repeated(40) + R"({"all":[]})"
                      + QByteArray("}").repeated(40) + '}';
    QCOMPARE(reason(decodeCall("tickets", deep)), u"too-deep"_s);
    QByteArray many = R"({"ids":[0)" + QByteArray(",1").repeated(10'000) + "]}";
    QCOMPARE(reason(decodeCall("rows", many)), u"too-many"_s);
    QCOMPARE(reason(decodeCall("rows", R"({"ids":[0)" + QByteArray(",1").repeated(300'000) + "]}")), u"too-many"_s);
    QCOMPARE(reason(decodeCall("rows", R"({"ids":[9007199254740992]})")), u"out-of-range"_s);
    QCOMPARE(reason(decodeCall("rows", R"({"ids":[1e3]})")), u"out-of-range"_s);
    QCOMPARE(reason(decodeCall("rows", QByteArray(2'000'000, ' ') + "{}")), u"too-long"_s);
    QCOMPARE(reason(decodeCall("thread", R"({"ticket":1,"limit":100001})")), u"out-of-range"_s);
    QCOMPARE(reason(decodeCall("thread", R"({"ticket":1,"limit":-1})")), u"out-of-range"_s);
    QCOMPARE(reason(decodeSyncCall("sync-tickets", R"({"ids":[0)" + QByteArray(",1").repeated(500) + "]}")),
             u"too-many"_s);
    QByteArray keys = "{";
    for (int i = 0; i < 300; ++i)
        keys += "\"k" + QByteArray::number(i) + "\":1,";
    QCOMPARE(reason(decodeCall("tickets", keys + "\"z\":1}")), u"too-many"_s);
    QCOMPARE(reason(decodeSocketUp(R"({"type":"presence","signs":[)"
                                   + QByteArray(R"({"ticket":1},)").repeated(mostPresenceSigns) + R"({"ticket":1}]})")),
             u"too-many"_s);
    QCOMPARE(reason(decodeSocketUp(R"({"type":"presence"})" + QByteArray(largestSocketUp, ' '))), u"too-long"_s);

    PostArticle post;
    post.ticket = TicketId{1};
    for (int i = 0; i < 3; ++i)
        post.article.attachments.append({u"a"_s, u"b"_s, QByteArray(largestAttachments / 4, 'x'), false, {}});
    Command command = Command::make(PersonId{1}, post);
    // On the wire they are uploads; an outbox keeps them with the command.
    QCOMPARE(reason(decodeCommand(encodeCommand(command))), u"too-long"_s);
    QVERIFY(decodeCommand(encodeCommand(command), largestKeptCommand));
    post.article.attachments[0].bytes += QByteArray(largestAttachments / 4 + 1, 'y');
    command.body = post;
    QCOMPARE(reason(decodeCommand(encodeCommand(command), largestKeptCommand)), u"too-long"_s);
    post.article.attachments = {{u"a"_s, u"b"_s, {}, false, {}, QByteArray(31, 'x')}};
    command.body = post;
    QVERIFY(!decodeCommand(encodeCommand(command)));
    post.article.attachments.first().upload += 'x';
    command.body = post;
    QVERIFY(decodeCommand(encodeCommand(command)));
    for (const char *other : {R"({"uploaded":"00"})", R"({"uploaded":"../x","id":1})", R"({"uploaded":7})", "[]", ""})
        QVERIFY(!decodeUploadedCommand(other));
    QCOMPARE(decodeUploadedCommand(encodeUploadedCommand(QByteArray(32, 'x'))), QByteArray(32, 'x'));
}

/// What is not the person's to say.
void RefusalsTest::whatIsReserved()
{
    Command command = Command::make(PersonId{1}, MarkRead{TicketId{1}, ArticleId{2}});
    command.why = u"a rule"_s;
    const Result<Command> read = decodeCommand(encodeCommand(command));
    QVERIFY(read);
    QCOMPARE(read->id, command.id);
    QVERIFY(!read->actor.isValid() && read->why.isEmpty() && read->actorKind == ActorKind::Person);
    command.actorKind = ActorKind::System;
    QCOMPARE(encodeCommand(command), QByteArray());
    for (const CommandBody &body :
         {CommandBody(AcceptMail()), CommandBody(RecordDelivery()), CommandBody(RecalculateSla()),
          CommandBody(ReachSlaLevels()), CommandBody(RecordReportSending())}) {
        QCOMPARE(encodeCommand(Command::make(PersonId{1}, body)), QByteArray());
        QVERIFY(commandKindName(body).isEmpty());
    }
    // Every other command is there.
    QCOMPARE(size_t(commandKindNames().size()), std::variant_size_v<CommandBody> - 5);
    for (const char *kind :
         {"accept-mail", "record-delivery", "recalculate-sla", "reach-sla-levels", "record-report-sending"}) {
        const QByteArray text =
            QByteArray(R"({"id":"00000007-0002-0003-0405-060708090a0b","kind":")") + kind + R"(","body":{}})";
        QCOMPARE(decodeCommand(text).error().payload, (QVariantMap{{u"kind"_s, u"unknown"_s}}));
    }
    QVERIFY(!decodeCommand(R"({"id":"00000000-0000-0000-0000-000000000000","kind":"mark-read","body":{"ticket":1}})"));
}

void RefusalsTest::newerServicesMaySayMore()
{
    const Result<TicketList> list = decodeAnswer<TicketsCall>(R"({"ids":[3,1],"cursor":9,"mood":{"a":[1]}})");
    QVERIFY(list);
    QCOMPARE(list->ids, (QVector<TicketId>{TicketId{3}, TicketId{1}}));
    QCOMPARE(list->cursor, 9);
    QCOMPARE(decodeAnswer<TicketsCall>(R"({"ids":"3"})").error().code, ErrorCode::Corrupt);
    QCOMPARE(decodeAnswer<RowsCall>(R"({})").error().code, ErrorCode::Corrupt);
    QCOMPARE(decodeAnswer<TicketsCall>("<html>").error().code, ErrorCode::Corrupt);
    QCOMPARE(decodeSocketDown(R"({"type":"fanfare"})").error().code, ErrorCode::NotFound);
    QVERIFY(decodeSocketDown(R"({"type":"look","cursor":3,"mood":1})"));
    // Conditions of any depth that a text can have.
    Condition condition = Condition::is(ConditionField::Queue, {1});
    for (int i = 0; i < 190; ++i)
        condition = i % 2 ? Condition::all({condition}) : Condition::negate(condition);
    SavedView view;
    view.condition = condition;
    const auto views = decodeAnswer<ViewsCall>(encodeAnswer<ViewsCall>({view}));
    QVERIFY(views);
    QCOMPARE(views->first(), view);
}

QTEST_GUILESS_MAIN(RefusalsTest)
#include "refusals_test.moc"
