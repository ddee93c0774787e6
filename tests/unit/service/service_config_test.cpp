// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/config_text.h"
#include "service/config/network_text.h"
#include "service/config/service_config.h"

#include <QTemporaryDir>
#include <QtTest>

namespace deskhand {
namespace {

QStringList problemsOf(const ConfigSource &source)
{
    const Result<ServiceConfig> config = readServiceConfig(source);
    return config ? QStringList() : config.error().payload.value(QStringLiteral("problems")).toStringList();
}

} // namespace

class ServiceConfigTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const QByteArray &text)
    {
        const QString path = m_folder.filePath(QStringLiteral("deskhandd.conf"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther);
        return path;
    }

private Q_SLOTS:
    void laterSourcesCount()
    {
        ConfigSource source;
        source.file = write("# a comment\n\n[desk]\nplace = /srv/one.desk\n[listen]\nport = 1001\nthreads=3\n"
                            "[jobs]\nsend = no\n[log]\nlevel = debug\n");
        source.environment = {{QStringLiteral("DESKHAND_LISTEN_PORT"), QStringLiteral("1002")},
                              {QStringLiteral("DESKHAND_LISTEN_THREADS"), QStringLiteral("4")},
                              {QStringLiteral("DESKHAND_NIGHTLY"), QStringLiteral("1")},
                              {QStringLiteral("DESKHAND_SHARED_DATA"), QStringLiteral("/x")}};
        source.flags = QStringList{QStringLiteral("--listen-port=1003"),
                                   QStringLiteral("--limits-connections-per-address"), QStringLiteral("7")};
        const Result<ServiceConfig> config = readServiceConfig(source);
        QVERIFY2(config.has_value(), qPrintable(problemsOf(source).join(u'\n')));
        QCOMPARE(config->desk, QStringLiteral("/srv/one.desk"));
        QCOMPARE(config->listen.port, quint16(1003));
        QCOMPARE(config->listen.threads, 4);
        QCOMPARE(config->listen.limits.perAddress, 7);
        QVERIFY(config->receives);
        QVERIFY(!config->sends);
        QCOMPARE(config->logLevel, LogLevel::Debug);
    }

    void everyProblemIsToldWithItsPlace()
    {
        ConfigSource source;
        source.file =
            write("port = 1\n[desk]\nplace = a\nplace = b\n[listen]\nport = 70000\nprot = 1\nnothing\n[what]\nx = 1\n"
                  "[bad section\n[listen]\n");
        source.environment = {{QStringLiteral("DESKHAND_LOG_LEVEL"), QStringLiteral("loud")}};
        source.flags = QStringList{QStringLiteral("--listen-prot=1"), QStringLiteral("--verbose"),
                                   QStringLiteral("--listen-port")};
        const QString name = source.file;
        const QStringList expected{
            name + QStringLiteral(":1: “port” stands before the first section"),
            name + QStringLiteral(":4: “place” is there twice in [desk]"),
            name + QStringLiteral(":8: this line is no setting; it has to look like “key = value”"),
            name + QStringLiteral(":11: “[bad section” is no section; it has to look like [listen]"),
            name + QStringLiteral(":12: section [listen] is there twice"),
            name
                + QStringLiteral(
                    ":6: “70000” is wrong for “port” in [listen]: it has to be a whole number, 0 to 65535"),
            name
                + QStringLiteral(":7: there is no key “prot” in [listen]; there are: address, port, certificate, key, "
                                 "trusted-proxies, origins, upload-folder, threads"),
            name + QStringLiteral(":10: there is no section [what]"),
            QStringLiteral(
                "DESKHAND_LOG_LEVEL: “loud” is wrong for “level” in [log]: it has to be error, warning, info or "
                "debug"),
            QStringLiteral(
                "--listen-prot: there is no key “prot” in [listen]; there are: address, port, certificate, key, "
                "trusted-proxies, origins, upload-folder, threads"),
            QStringLiteral("--verbose: there is no such flag"),
            QStringLiteral("--listen-port: its value is missing"),
        };
        QCOMPARE(problemsOf(source), expected);
    }

    void whatDoesNotFitTogetherIsTold_data()
    {
        QTest::addColumn<QStringList>("flags");
        QTest::addColumn<QString>("problem");
        QTest::newRow("no desk") << QStringList{}
                                 << QStringLiteral("[desk] place: it has to be said which desk is served");
        QTest::newRow("open without TLS")
            << QStringList{QStringLiteral("--desk-place=a"), QStringLiteral("--listen-address=0.0.0.0")}
            << QStringLiteral(
                   "[listen] certificate: without one only 127.0.0.1 or ::1 may be listened to, not 0.0.0.0");
        QTest::newRow("certificate without key")
            << QStringList{QStringLiteral("--desk-place=a"), QStringLiteral("--listen-certificate=c.pem")}
            << QStringLiteral("[listen] certificate and key: one is of no use without the other");
        QTest::newRow("origin that is a path")
            << QStringList{QStringLiteral("--desk-place=a"), QStringLiteral("--listen-origins=https://a.example/b")}
            << QStringLiteral(
                   "--listen-origins: “https://a.example/b” is wrong for “origins” in [listen]: it has to be "
                   "like https://desk.example.org, with commas between them");
        QTest::newRow("proxy that is a name")
            << QStringList{QStringLiteral("--desk-place=a"),
                           QStringLiteral("--listen-trusted-proxies=10.0.0.0/8,proxy")}
            << QStringLiteral(
                   "--listen-trusted-proxies: “10.0.0.0/8,proxy” is wrong for “trusted-proxies” in [listen]: it "
                   "has to be addresses or networks, with commas between them");
    }

    void whatDoesNotFitTogetherIsTold()
    {
        QFETCH(QStringList, flags);
        QFETCH(QString, problem);
        ConfigSource source;
        source.flags = flags;
        QCOMPARE(problemsOf(source), QStringList{problem});
    }

    void noSecretIsTold()
    {
        const QByteArray secret = "hunter2-hunter2";
        ConfigSource source;
        source.file = write("[desk]\nplace " + secret + "\n[metrics]\ntoken = short\n");
        QVERIFY(QFile::setPermissions(source.file, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        const QString told = problemsOf(source).join(u'\n');
        QVERIFY(told.contains(u"conf:2: "));
        QVERIFY(told.contains(u"conf:4: "));
        QVERIFY(!told.contains(QString::fromLatin1(secret)));
        QVERIFY(!told.contains(u"“short”"));
    }

    void aFileWithAPasswordIsForItsOwner()
    {
        ConfigSource source;
        source.file = write("[desk]\nplace = postgresql://a:secret@h/d\n");
        const Result<ServiceConfig> open = readServiceConfig(source);
        QVERIFY(!open);
        QCOMPARE(open.error().code, ErrorCode::Denied);
        QVERIFY(QFile::setPermissions(source.file, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        QVERIFY(readServiceConfig(source).has_value());
        source.file = m_folder.filePath(QStringLiteral("none.conf"));
        QCOMPARE(readServiceConfig(source).error().code, ErrorCode::NotFound);
    }

    void theSampleIsAConfiguration()
    {
        ConfigSource source;
        source.file = write(sampleServiceConfig(QStringLiteral("/srv/one.desk")).toUtf8());
        const Result<ServiceConfig> config = readServiceConfig(source);
        QVERIFY2(config.has_value(), qPrintable(problemsOf(source).join(u'\n')));
        const ServiceConfig usual;
        QCOMPARE(config->desk, QStringLiteral("/srv/one.desk"));
        QCOMPARE(config->listen.limits.connections, usual.listen.limits.connections);
        QCOMPARE(config->listen.limits.perAddress, usual.listen.limits.perAddress);
        QCOMPARE(config->listen.limits.bodies, usual.listen.limits.bodies);
        QCOMPARE(config->listen.limits.socketBacklog, usual.listen.limits.socketBacklog);
        QCOMPARE(config->requestsPerSecond, usual.requestsPerSecond);
        QCOMPARE(config->querySeconds, usual.querySeconds);
        QCOMPARE(config->drainSeconds, usual.drainSeconds);
        for (const ConfigKey &key : configKeys())
            QVERIFY2(sampleServiceConfig({}).contains(key.key + QStringLiteral(" = ")), qPrintable(key.key));
    }

    void addressesAreKnown()
    {
        QVERIFY(isNetworkAddress(QStringLiteral("192.0.2.1")));
        QVERIFY(!isNetworkAddress(QStringLiteral("192.0.2.256")));
        QVERIFY(isNetworkOrAddress(QStringLiteral("2001:db8::/32")));
        QVERIFY(!isNetworkOrAddress(QStringLiteral("10.0.0.0/33")));
        QVERIFY(isLoopbackAddress(QStringLiteral("127.8.9.1")));
        QVERIFY(isLoopbackAddress(QStringLiteral("::1")));
        QVERIFY(isLoopbackAddress(QStringLiteral("::ffff:127.0.0.1")));
        QVERIFY(!isLoopbackAddress(QStringLiteral("::ffff:10.0.0.1")));
        QVERIFY(!isLoopbackAddress(QStringLiteral("localhost.example")));
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::ServiceConfigTest)
#include "service_config_test.moc"
