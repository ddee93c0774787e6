// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/wire/schema_samples.h"
#include "unit/wire/wire_doors.h"

#include "wire/wire_error.h"

#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What of `written` is not what had been given; fields that have their usual value are left out by whoever writes.
QString differenceOf(const QJsonValue &written, const QJsonValue &given, const QString &place, QSet<QString> *seen)
{
    if (written.isObject() && given.isObject()) {
        const QJsonObject object = written.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            seen->insert(place + u'.' + it.key());
            const QString inside =
                differenceOf(it.value(), given.toObject().value(it.key()), place + u'.' + it.key(), seen);
            if (!inside.isEmpty())
                return inside;
        }
        return {};
    }
    if (written.isArray() && given.isArray() && written.toArray().size() == given.toArray().size()) {
        const QJsonArray list = written.toArray();
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString inside = differenceOf(list[i], given.toArray()[i], place + u"[]"_s, seen);
            if (!inside.isEmpty())
                return inside;
        }
        return {};
    }
    return written == given ? QString() : place;
}

/// Every field that a schema has, as differenceOf() calls it.
void collectFields(const SchemaSamples &samples, const QJsonObject &schema, const QString &place, QSet<QString> *fields)
{
    const QString reference = schema.value("$ref"_L1).toString();
    if (reference.endsWith("/Condition"_L1) || reference.endsWith("/FieldChange"_L1))
        return;
    const QJsonObject resolved = samples.resolved(schema);
    for (const QJsonValue &form : resolved.value("oneOf"_L1).toArray())
        collectFields(samples, form.toObject(), place, fields);
    const QJsonObject properties = resolved.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        fields->insert(place + u'.' + it.key());
        collectFields(samples, it.value().toObject(), place + u'.' + it.key(), fields);
    }
    const QJsonValue items = resolved.value("items"_L1);
    if (items.isObject())
        collectFields(samples, items.toObject(), place + u"[]"_s, fields);
}

} // namespace

/// What is written is what was meant, for every question, answer, command and message.
class RoundTripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldSurvives_data();
    void everyFieldSurvives();
    void errorsSurvive();
    void rowsOfReplicasAreBytes();
};

void RoundTripTest::everyFieldSurvives_data()
{
    QTest::addColumn<int>("door");
    const QVector<WireDoor> doors = wireDoors();
    for (int i = 0; i < doors.size(); ++i)
        QTest::newRow(qPrintable(doors[i].name)) << i;
}

void RoundTripTest::everyFieldSurvives()
{
    QFETCH(int, door);
    const WireDoor tested = wireDoors()[door];
    SchemaSamples samples(quint32(door) + 1);
    QSet<QString> wanted;
    collectFields(samples, SchemaSamples::reference(tested.schema), u"it"_s, &wanted);
    QSet<QString> seen;
    const qsizetype forms = samples.schema(tested.schema).value("oneOf"_L1).toArray().size();
    for (qsizetype i = 0; i < 200 * qMax<qsizetype>(1, forms / 2); ++i) {
        const QJsonValue given = samples.random(tested.schema);
        const QByteArray text = compactJson(given);
        const Result<QByteArray> written = tested.pass(text);
        QVERIFY2(written, qPrintable(written ? QString() : written.error().detail + u' ' + QString::fromUtf8(text)));
        const QJsonDocument json = QJsonDocument::fromJson(*written);
        QVERIFY(json.isObject());
        const QString different = differenceOf(json.object(), given, u"it"_s, &seen);
        QVERIFY2(different.isEmpty(), qPrintable(different + u' ' + QString::fromUtf8(text)));
        const Result<QByteArray> again = tested.pass(*written);
        QVERIFY(again);
        QCOMPARE(*again, *written);
    }
    // A field that is declared and then forgotten would never be written.
    QStringList missing = (wanted - seen).values();
    missing.sort();
    QCOMPARE(missing, QStringList());
}

void RoundTripTest::errorsSurvive()
{
    const QVariantMap payload{{u"unseen"_s, QStringList{u"12"_s, u"9007199254740993"_s}},
                              {u"ticket"_s, qint64(9'007'199'254'740'991)},
                              {u"small"_s, qint64(-3)},
                              {u"held"_s, true},
                              {u"reason"_s, u"released"_s},
                              {u"nested"_s, QVariantMap{{u"list"_s, QVariantList{qint64(1), u"a"_s}}}}};
    for (const ErrorCode code : allErrorCodes()) {
        const Error error{code, u"store.x"_s, u"detail"_s, payload};
        const Error read = errorFromJson(QJsonDocument::fromJson(QJsonDocument(errorToJson(error)).toJson()).object());
        QCOMPARE(read.code, code);
        QCOMPARE(read.where, error.where);
        QCOMPARE(read.detail, error.detail);
        QCOMPARE(read.payload, payload);
        QCOMPARE(read.payload.value(u"unseen"_s).typeId(), QMetaType::QStringList);
        QCOMPARE(read.payload.value(u"ticket"_s).typeId(), QMetaType::LongLong);
    }
    QCOMPARE(errorFromJson({}).code, ErrorCode::Internal);
}

void RoundTripTest::rowsOfReplicasAreBytes()
{
    SyncRows rows;
    rows.rows = QByteArray("\0\n{\xff", 4);
    rows.gone = {TicketId{3}, TicketId{9}};
    rows.cursor = 12;
    const Result<SyncRows> read = decodeSyncRows(encodeSyncRows(rows));
    QVERIFY(read);
    QCOMPARE(read->rows, rows.rows);
    QCOMPARE(read->gone, rows.gone);
    QCOMPARE(read->cursor, rows.cursor);
    QCOMPARE(decodeSyncRows("{}").error().code, ErrorCode::Corrupt);
    QCOMPARE(decodeSyncRows("[1]\nrows").error().code, ErrorCode::Corrupt);
    QVERIFY(decodeSyncRows("{}\n")->rows.isEmpty());
}

QTEST_GUILESS_MAIN(RoundTripTest)
#include "round_trip_test.moc"
