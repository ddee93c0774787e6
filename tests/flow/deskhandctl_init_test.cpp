// SPDX-License-Identifier: GPL-3.0-or-later
// From nothing to a service that somebody signs in to, and how it is doing, by deskhandctl alone.
#include "service/config/service_config.h"
#include "service/principal.h"
#include "support/served_desk.h"
#include "support/service_client.h"
#include "support/service_process.h"
#include "support/test_certificates.h"

#include <QProcess>
#include <QtTest>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto password = "correct horse battery";

struct ProgramRun {
    int code = -1;
    QByteArray output;
    QByteArray errors;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

ProgramRun runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {},
                      const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin")) + u'/' + program,
                  arguments);
    process.write(input);
    process.closeWriteChannel();
    ProgramRun run;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return run;
    run.code = process.exitCode();
    run.output = process.readAllStandardOutput();
    run.errors = process.readAllStandardError();
    return run;
}

} // namespace

class DeskhandctlInitTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    int m_files = 0;

    [[nodiscard]] QString newFile(const char *name)
    {
        return m_folder.filePath(QString::number(++m_files) + QLatin1String(name));
    }
    [[nodiscard]] QString emptyPlace()
    {
        const bool onServer = QTest::currentDataTag() == QByteArray("PostgreSQL");
        return onServer ? placeOf(m_server->newDatabase()) : newFile(".desk");
    }
    void places()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("file") << false;
        if (m_server)
            QTest::newRow("PostgreSQL") << true;
    }
    static ProgramRun init(const QString &place, const QStringList &more, const QByteArray &input = {})
    {
        return runProgram(
            u"deskhandctl"_s,
            QStringList{u"init"_s, place, u"--agent"_s, u"Ada Lee"_s, u"--address"_s, u"ada@desk.example"_s} + more,
            input);
    }
    static ProgramRun status(const QUrl &service, const QByteArray &token, const QStringList &more = {},
                             const QString &caFile = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"DESKHAND_TOKEN_FILE"_s);
        environment.insert(u"DESKHAND_TOKEN"_s, QString::fromLatin1(token));
        if (!caFile.isEmpty())
            environment.insert(u"DESKHAND_CA_FILE"_s, caFile);
        return runProgram(u"deskhandctl"_s, QStringList{u"status"_s, service.toString()} + more, {}, environment);
    }

private Q_SLOTS:
    void initTestCase() { m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk()); }
    void withAPasswordOneCanSignIn_data() { places(); }
    void withAPasswordOneCanSignIn();
    void withAnInvitationOneChoosesAPassword();
    void whatIsWrongMakesNoDesk_data();
    void whatIsWrongMakesNoDesk();
    void aServiceSaysHowItIsDoing_data() { places(); }
    void aServiceSaysHowItIsDoing();
    void statusGoesOverTls();
    void whoMayNotAskIsTold();
    void aDeskOfOnesOwnHasAStatus_data() { places(); }
    void aDeskOfOnesOwnHasAStatus();
};

void DeskhandctlInitTest::withAPasswordOneCanSignIn()
{
    const QString place = emptyPlace();
    const QString config = newFile(".conf");
    const ProgramRun made =
        init(place, {u"--password-file"_s, u"-"_s, u"--config"_s, config}, QByteArray(password) + '\n');
    QVERIFY2(made.code == 0, made.errors.constData());
    QVERIFY(!made.output.contains(password) && !made.errors.contains(password));

    // What was written is a configuration in which every key is explained, and which nobody else can read.
    QFile file(config);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const ConfigKey &key : configKeys())
        QVERIFY2(text.contains(u"# "_s + key.help), qPrintable(key.key));
    QVERIFY(text.contains(place));
    QVERIFY(!(file.permissions() & (QFileDevice::ReadOther | QFileDevice::ReadGroup | QFileDevice::WriteOther)));
    const ProgramRun checked = runProgram(u"deskhandd"_s, {u"--config"_s, config, u"--check"_s});
    QVERIFY2(checked.code == 0, checked.errors.constData());

    ServiceProcess service(place, {u"--config="_s + config});
    ServiceClient client(service.url());
    QVERIFY(!client.signIn(u"ada@desk.example"_s, u"wrong"_s));
    QVERIFY(client.signIn(u"ada@desk.example"_s, QLatin1String(password)));
    const ServiceAnswer saved =
        client.command(u"save-desk-settings"_s, {{u"deskName"_s, u"Support"_s}}); // an admin may
    QVERIFY2(saved.status == 200, saved.body.constData());
}

void DeskhandctlInitTest::withAnInvitationOneChoosesAPassword()
{
    const QString place = newFile(".desk");
    const ProgramRun made = init(place, {u"--invite"_s, u"--hours"_s, u"2"_s, u"--json"_s});
    QVERIFY2(made.code == 0, made.errors.constData());
    const QString token = made.json()[u"token"_s].toString();
    QVERIFY(token.startsWith(u"dhl_"_s));
    const ServiceProcess service(place);
    ServiceClient client(service.url());
    QCOMPARE(client.call(u"accept-link"_s, {{u"token"_s, token}, {u"password"_s, QLatin1String(password)}}).status,
             200);
    QVERIFY(client.signIn(u"Ada Lee"_s, QLatin1String(password)));
}

void DeskhandctlInitTest::whatIsWrongMakesNoDesk_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::newRow("too short") << QStringList{u"--password-file"_s, u"-"_s} << QByteArray("short\n") << 2;
    QTest::newRow("both") << QStringList{u"--password-file"_s, u"-"_s, u"--invite"_s} << QByteArray(password) << 2;
    QTest::newRow("no such file") << QStringList{u"--password-file"_s, u"/nowhere/at/all"_s} << QByteArray() << 2;
    QTest::newRow("hours") << QStringList{u"--invite"_s, u"--hours"_s, u"none"_s} << QByteArray() << 2;
    QTest::newRow("a configuration is there")
        << QStringList{u"--config"_s, QStringLiteral(DESKHAND_SOURCE_DIR "/README.md")} << QByteArray() << 1;
}

void DeskhandctlInitTest::whatIsWrongMakesNoDesk()
{
    QFETCH(QStringList, more);
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    const QString place = newFile(".desk");
    const ProgramRun made = init(place, more, input);
    QCOMPARE(made.code, code);
    QVERIFY(!made.errors.isEmpty());
    QVERIFY(!QFile::exists(place));
}

void DeskhandctlInitTest::aServiceSaysHowItIsDoing()
{
    const QString place = emptyPlace();
    QCOMPARE(init(place, {}).code, 0);
    const ServedDesk desk(place);
    ServiceProcess service(place, {u"--jobs-sla=yes"_s});
    const QByteArray token = ServiceProcess::openApiToken(place, desk.ada, int(AccessScope::Read));
    ServiceSocket listener(service.url(), ServiceProcess::openSession(place, desk.ada));
    QTRY_VERIFY(listener.isOpen());
    listener.hello();
    QTRY_COMPARE(listener.heard(u"hello"_s).size(), 1);

    const auto jobOf = [](const QJsonObject &told, const QString &name) {
        for (const QJsonValue &job : told[u"jobs"_s].toArray()) {
            if (job[u"name"_s].toString() == name)
                return job.toObject();
        }
        return QJsonObject();
    };
    QJsonObject told;
    const auto hasWorker = [&] {
        const ProgramRun asked = status(service.url(), token, {u"--json"_s});
        if (asked.code != 0)
            qWarning("%s", asked.errors.constData());
        told = asked.json();
        return jobOf(told, u"sla-watch"_s)[u"works"_s].toBool();
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasWorker(), 20'000);
    const QJsonObject now = told[u"service"_s].toObject();
    QCOMPARE(now[u"version"_s].toString(), QStringLiteral(DESKHAND_VERSION));
    QCOMPARE(now[u"kind"_s].toString(), isPostgresUrl(place) ? u"postgresql"_s : u"file"_s);
    QCOMPARE(now[u"ready"_s].toBool(), true);
    QCOMPARE(now[u"has_jobs"_s].toBool(), true);
    QCOMPARE(now[u"clients"_s].toInt(), 1);
    QCOMPARE(now[u"cursor"_s].toInteger(), must(await(desk.open()->syncHead())).cursor);
    for (const char *key : {"running", "changes_to_tell", "bytes_to_send", "started_at", "clock", "problem"})
        QVERIFY2(now.contains(QLatin1String(key)), key);
    QVERIFY(jobOf(told, u"sla-watch"_s)[u"owner"_s].toString().contains(u"/%1/"_s.arg(service.processId())));
    QVERIFY(jobOf(told, u"sla-watch"_s).contains(u"backlog"_s));
    QCOMPARE(told[u"agents"_s].toInt(), 2);

    const ProgramRun text = status(service.url(), token);
    QVERIFY2(text.code == 0, text.errors.constData());
    QVERIFY2(text.output.contains("ready") && text.output.contains("1 clients listen"), text.output.constData());
    QVERIFY(text.output.contains("sla-watch: "));
    const QUrl url = service.url();
    QCOMPARE(service.terminate(), 0);
    const ProgramRun gone = status(url, token, {u"--json"_s});
    QCOMPARE(gone.code, 1);
    QVERIFY(!gone.errors.isEmpty());
}

void DeskhandctlInitTest::statusGoesOverTls()
{
    if (!TestCertificates::canBeMade())
        QSKIP("there is no openssl program to make certificates with");
    TestCertificates certificates;
    const auto authority = certificates.newAuthority();
    const auto made = certificates.newCertificate(authority, u"localhost"_s);
    const QString place = newFile(".desk");
    QCOMPARE(init(place, {}).code, 0);
    const ServiceProcess service(place, {u"--listen-certificate="_s + made.certificate, u"--listen-key="_s + made.key});
    const QByteArray token = ServiceProcess::openApiToken(place, PersonId{1}, int(AccessScope::Read));
    const ProgramRun asked = status(service.url(), token, {u"--json"_s}, authority.certificate);
    QVERIFY2(asked.code == 0, asked.errors.constData());
    QVERIFY(asked.json()[u"service"_s][u"ready"_s].toBool());
    QCOMPARE(status(service.url(), token).code, 1); // an authority that nobody knows
}

void DeskhandctlInitTest::whoMayNotAskIsTold()
{
    const QString place = newFile(".desk");
    QCOMPARE(init(place, {}).code, 0);
    const ServiceProcess service(place);
    const QByteArray other = ServiceProcess::openApiToken(place, PersonId{1}, int(AccessScope::Write));
    for (const QByteArray &token :
         {other, QByteArray("dha_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), QByteArray()}) {
        const ProgramRun asked = status(service.url(), token, {u"--json"_s});
        QCOMPARE(asked.code, 1);
        QVERIFY(asked.output.isEmpty() && !asked.errors.isEmpty());
        QVERIFY(token.isEmpty() || !asked.errors.contains(token));
    }
}

void DeskhandctlInitTest::aDeskOfOnesOwnHasAStatus()
{
    const QString place = emptyPlace();
    QCOMPARE(init(place, {}).code, 0);
    const ProgramRun asked = runProgram(u"deskhandctl"_s, {u"status"_s, place, u"--json"_s});
    QVERIFY2(asked.code == 0, asked.errors.constData());
    const QJsonObject told = asked.json();
    QCOMPARE(told[u"kind"_s].toString(), isPostgresUrl(place) ? u"postgresql"_s : u"file"_s);
    QCOMPARE(told[u"version"_s].toString(), QStringLiteral(DESKHAND_VERSION));
    QCOMPARE(told[u"cursor"_s].toInteger(), must(await(openDeskAt(place)->syncHead())).cursor);
    QCOMPARE(told[u"agents"_s].toInt(), 1);
    QVERIFY(!told.contains(u"service"_s));
    QVERIFY(told[u"jobs"_s].isArray());
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::DeskhandctlInitTest)
#include "deskhandctl_init_test.moc"
