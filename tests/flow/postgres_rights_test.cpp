// SPDX-License-Identifier: GPL-3.0-or-later
// A team's desk as its administrator sets it up with deskhandctl, as an owner who is no superuser, and as people then
// use it with logins of their own.
#include "support/postgres_server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

namespace deskhand::test {
namespace {

struct CtlOutcome {
    int code = -1;
    QString output;
    QString errors;
};

CtlOutcome ctl(const QStringList &arguments, const QByteArray &input = {})
{
    const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
    QProcess process;
    process.start(folder + QStringLiteral("/deskhandctl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    CtlOutcome outcome;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    outcome.output = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    outcome.errors = QString::fromUtf8(process.readAllStandardError()).trimmed();
    return outcome;
}

QStringList wordsOf(const char *line)
{
    return QString::fromUtf8(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class PostgresRightsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = PostgresServer::start();
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        m_address = m_server->newDatabase();
        m_server->psql(m_address, QStringLiteral("CREATE ROLE desk_owner LOGIN CREATEROLE"));
        m_server->psql(m_address, QStringLiteral("CREATE DATABASE team OWNER desk_owner"));
    }

    void theDeskIsMadeOnceAndRepairedAfterwards()
    {
        const QStringList init{QStringLiteral("init-postgres"), url("desk_owner"),
                               QStringLiteral("--agent"),       QStringLiteral("Anna Admin"),
                               QStringLiteral("--address"),     QStringLiteral("anna@desk.example"),
                               QStringLiteral("--login"),       QStringLiteral("anna")};
        const CtlOutcome made = ctl(init);
        QVERIFY2(made.code == 0, qPrintable(made.errors));
        QVERIFY2(QRegularExpression(QStringLiteral("^anna [a-z2-9]{26}$")).match(made.output).hasMatch(),
                 qPrintable(made.output));
        m_server->psql(team(), QStringLiteral("REVOKE ALL ON deskhand.ticket FROM team_agent"));
        m_server->psql(team(), QStringLiteral("GRANT ALL ON deskhand.search TO PUBLIC"));
        const CtlOutcome again = ctl(init);
        QVERIFY2(again.code == 0, qPrintable(again.errors));
        QCOMPARE(again.output, QString());
        const QString rights = QStringLiteral("SELECT has_table_privilege('anna', 'deskhand.ticket', 'SELECT'), "
                                              "has_table_privilege('anna', 'deskhand.search', 'SELECT')");
        QCOMPARE(m_server->psql(team(), rights), QStringLiteral("t|f"));
    }

    void peopleGetLoginsAndWork()
    {
        QCOMPARE(ctl(wordsOf("person add")
                     + QStringList{url("anna"), QStringLiteral("Ben"), QStringLiteral("--agent"),
                                   QStringLiteral("--address"), QStringLiteral("ben@desk.example")})
                     .code,
                 0);
        const CtlOutcome added =
            ctl({QStringLiteral("login"), QStringLiteral("add"), url("desk_owner"), QStringLiteral("ben"),
                 QStringLiteral("ben@desk.example"), QStringLiteral("--password-stdin")},
                "a secret\n");
        QVERIFY2(added.code == 0, qPrintable(added.errors));
        QCOMPARE(added.output, QStringLiteral("ben")); // and not the password
        QCOMPARE(ctl(wordsOf("queue add") + QStringList{url("anna"), QStringLiteral("People")}).code, 0);
        const CtlOutcome members =
            ctl({QStringLiteral("queue"), QStringLiteral("members"), url("anna"), QStringLiteral("People"),
                 QStringLiteral("--add"), QStringLiteral("Anna Admin"), QStringLiteral("--json")});
        QVERIFY2(members.code == 0 && members.output.contains(QLatin1String("Anna Admin")), qPrintable(members.errors));
        const QStringList open{QStringLiteral("ticket"),     QStringLiteral("open"),    url("ben"),
                               QStringLiteral("--subject"),  QStringLiteral("Printer"), QStringLiteral("--requester"),
                               QStringLiteral("rita@x.org"), QStringLiteral("--text"),  QStringLiteral("It is broken")};
        const CtlOutcome opened = ctl(open);
        QVERIFY2(opened.code == 0, qPrintable(opened.errors));
        // Who came in as Ben is Ben, and no admin.
        const CtlOutcome queue = ctl(wordsOf("queue add") + QStringList{url("ben"), QStringLiteral("Own")});
        QCOMPARE(queue.code, 1);
        const CtlOutcome asAnna = ctl(open + QStringList{QStringLiteral("--as"), QStringLiteral("anna@desk.example")});
        QCOMPARE(asAnna.code, 1);
    }

    void whatIsNotSeenIsNotListed()
    {
        QStringList open = wordsOf("ticket open");
        open += {url("anna"),
                 QStringLiteral("--subject"),
                 QStringLiteral("Payslip"),
                 QStringLiteral("--requester"),
                 QStringLiteral("rita@x.org"),
                 QStringLiteral("--queue"),
                 QStringLiteral("People"),
                 QStringLiteral("--text"),
                 QStringLiteral("for you alone")};
        QCOMPARE(ctl(open).code, 0);
        QVERIFY(listed("anna").contains(QLatin1String("Payslip")));
        QVERIFY(!listed("ben").contains(QLatin1String("Payslip")));
        QVERIFY(listed("ben").contains(QLatin1String("Printer")));
    }

    void aLoginIsTakenAway()
    {
        const CtlOutcome list =
            ctl({QStringLiteral("login"), QStringLiteral("list"), url("desk_owner"), QStringLiteral("--json")});
        QCOMPARE(list.output.count(u'\n'), 1);
        QVERIFY(list.output.contains(QLatin1String("\"Ben\"")));
        QCOMPARE(ctl({QStringLiteral("login"), QStringLiteral("list"), url("ben")}).code, 1); // only the owner
        QCOMPARE(
            ctl({QStringLiteral("login"), QStringLiteral("remove"), url("desk_owner"), QStringLiteral("ben")}).code, 0);
        QCOMPARE(ctl({QStringLiteral("status"), url("ben")}).code, 1);
        QCOMPARE(ctl({QStringLiteral("status"), url("anna")}).code, 0);
    }

private:
    [[nodiscard]] QString url(const char *user) const
    {
        return QStringLiteral("postgresql://%1@127.0.0.1:%2/team?sslmode=disable")
            .arg(QLatin1String(user))
            .arg(m_address.port);
    }
    [[nodiscard]] PostgresAddress team() const
    {
        PostgresAddress address = m_address;
        address.database = QStringLiteral("team");
        return address;
    }
    [[nodiscard]] QString listed(const char *user) const
    {
        return ctl({QStringLiteral("ticket"), QStringLiteral("list"), url(user), QString()}).output;
    }

    std::unique_ptr<PostgresServer> m_server;
    PostgresAddress m_address;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::PostgresRightsTest)
#include "postgres_rights_test.moc"
