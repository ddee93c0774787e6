// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/wire/schema_samples.h"
#include "unit/wire/wire_doors.h"

#include "wire/service_hello.h"
#include "wire/service_status.h"

#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

/// What is in tests/data/wire/v1 is what programs of that version say; it never changes. A version that says more adds
/// fields to it, which old clients pass over; whatever changes or goes is another version. Run with
/// DESKHAND_WRITE_GOLDEN=1 to write what is new.
class GoldenTest : public QObject
{
    Q_OBJECT

    struct Golden {
        QString file;
        int door = 0;
        QJsonValue sample;
    };
    QVector<WireDoor> m_doors = wireDoors();
    QVector<Golden> m_goldens;

    void addForms(int door, const QString &prefix, QLatin1String nameKey);

private Q_SLOTS:
    void initTestCase();
    void isAsItWas();
    void nothingElseIsThere();
    void helloIsForEver();
    void statusIsRead();
};

/// One file for each command or message.
void GoldenTest::addForms(int door, const QString &prefix, QLatin1String nameKey)
{
    SchemaSamples samples(1);
    const QJsonArray forms = samples.schema(m_doors[door].schema).value("oneOf"_L1).toArray();
    for (int i = 0; i < forms.size(); ++i) {
        const QJsonValue sample = samples.full(m_doors[door].schema, i);
        m_goldens.append({prefix + sample.toObject().value(nameKey).toString(), door, sample});
    }
}

void GoldenTest::initTestCase()
{
    SchemaSamples samples(1);
    for (int i = 0; i < m_doors.size(); ++i) {
        if (m_doors[i].name == "command"_L1)
            addForms(i, u"command-"_s, "kind"_L1);
        else if (m_doors[i].name == "up"_L1 || m_doors[i].name == "down"_L1)
            addForms(i, u"socket-"_s + m_doors[i].name + u'-', "type"_L1);
        else
            m_goldens.append({m_doors[i].name, i, samples.full(m_doors[i].schema)});
    }
    QVERIFY(m_goldens.size() > 90);
}

void GoldenTest::isAsItWas()
{
    const QString folder = QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/wire/v%1/").arg(wireVersion);
    for (const Golden &golden : std::as_const(m_goldens)) {
        const Result<QByteArray> now = m_doors[golden.door].pass(compactJson(golden.sample));
        QVERIFY2(now, qPrintable(golden.file + u": "_s + (now ? QString() : now.error().detail)));
        QFile file(folder + golden.file + u".json"_s);
        if (qEnvironmentVariableIsSet("DESKHAND_WRITE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(*now + '\n');
            continue;
        }
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArray then = file.readAll().trimmed();
        QVERIFY2(*now == then, qPrintable(golden.file + u"\nthen "_s + QString::fromUtf8(then) + u"\nnow  "_s
                                          + QString::fromUtf8(*now)));
        const Result<QByteArray> read = m_doors[golden.door].pass(then);
        QVERIFY2(read && *read == then, qPrintable(golden.file));
    }
}

void GoldenTest::nothingElseIsThere()
{
    const QDir folder(QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/wire/v%1").arg(wireVersion));
    QSet<QString> wanted{u"hello.json"_s, u"service-status.json"_s};
    for (const Golden &golden : std::as_const(m_goldens))
        wanted.insert(golden.file + u".json"_s);
    const QStringList files = folder.entryList(QDir::Files);
    QCOMPARE(QSet<QString>(files.begin(), files.end()), wanted);
}

void GoldenTest::helloIsForEver()
{
    QFile file(QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/wire/v1/hello.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<ServiceHello> hello = decodeServiceHello(file.readAll());
    QVERIFY(hello);
    QCOMPARE(*hello, (ServiceHello{1, 1, u"0.1.0"_s, 1'790'000'000'000}));
}

void GoldenTest::statusIsRead()
{
    QFile file(QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/wire/v1/service-status.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray then = file.readAll();
    const Result<ServiceStatus> status = decodeServiceStatus(then);
    QVERIFY(status);
    QCOMPARE(
        *status,
        (ServiceStatus{
            u"0.1.0"_s, u"postgresql"_s, true, {}, true, 7, 4711, 2, 1, 65'536, 1'790'000'000'000, 1'790'000'060'000}));
    QCOMPARE(encodeServiceStatus(*status), then.trimmed());
    // Of a newer service, and of none.
    QVERIFY(decodeServiceStatus(R"({"version":"9","more":[1]})"));
    for (const char *wrong : {"", "[]", "{}", "null", R"({"service":"deskhand"})"})
        QVERIFY2(!decodeServiceStatus(wrong), wrong);
}

QTEST_GUILESS_MAIN(GoldenTest)
#include "golden_test.moc"
