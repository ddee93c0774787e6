// SPDX-License-Identifier: GPL-3.0-or-later
// The command-line program at a desk behind a service.
#include "support/local_desk_fixture.h"
#include "support/remote_fixture.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace deskhand::test {

class DeskhandctlServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anAdminWorksOverTheService();
    void theTokenMayBeInAFile();
    void whoeverTheTokenBelongsToActs();
    void withoutATokenNothingIsAsked();
    void aTokenThatIsNotGoodIsSaid();
    void whatOnlyTheDatabaseCanDoIsSaid();

private:
    struct Outcome {
        int code = -1;
        QString output;
        QString errors;
    };
    Outcome run(const QStringList &arguments);
    QString url() const { return m_served->url().toString(); }

    std::unique_ptr<LocalDeskFixture> m_desk;
    std::unique_ptr<ServedTestDesk> m_served;
    QProcessEnvironment m_environment;
};

void DeskhandctlServiceTest::init()
{
    m_desk = std::make_unique<LocalDeskFixture>();
    m_served = std::make_unique<ServedTestDesk>(m_desk->path(), m_desk->desk(), std::make_shared<SystemClock>());
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.remove(QStringLiteral("DESKHAND_TOKEN_FILE"));
    m_environment.insert(QStringLiteral("DESKHAND_TOKEN"), QString::fromLatin1(m_served->newToken(m_desk->admin())));
}

void DeskhandctlServiceTest::cleanup()
{
    m_served.reset();
    m_desk.reset();
}

DeskhandctlServiceTest::Outcome DeskhandctlServiceTest::run(const QStringList &arguments)
{
    const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(folder + QStringLiteral("/deskhandctl"), arguments);
    Outcome outcome;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

void DeskhandctlServiceTest::anAdminWorksOverTheService()
{
    const Outcome created =
        run({QStringLiteral("ticket"), QStringLiteral("open"), url(), QStringLiteral("--subject"),
             QStringLiteral("Printer on fire"), QStringLiteral("--requester"), QStringLiteral("rita@customer.example"),
             QStringLiteral("--text"), QStringLiteral("Please come"), QStringLiteral("--json")});
    QVERIFY2(created.code == 0, qPrintable(created.errors));
    const Outcome listed = run({QStringLiteral("ticket"), QStringLiteral("list"), url(), QStringLiteral("--json")});
    QVERIFY2(listed.code == 0, qPrintable(listed.errors));
    QVERIFY2(listed.output.contains(QStringLiteral("Printer on fire")), qPrintable(listed.output));
    // And the desk has it, in the name of whoever the token belongs to.
    const auto tickets = await(m_desk->desk().tickets({}));
    QVERIFY(tickets);
    QCOMPARE(tickets->ids.size(), 1);
    const auto history = await(m_desk->desk().history(tickets->ids.first(), {}, 10));
    QVERIFY(history);
    QCOMPARE(history->last().actor, m_desk->admin());
}

void DeskhandctlServiceTest::theTokenMayBeInAFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("token")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_environment.value(QStringLiteral("DESKHAND_TOKEN")).toLatin1() + '\n');
    file.close();
    m_environment.remove(QStringLiteral("DESKHAND_TOKEN"));
    m_environment.insert(QStringLiteral("DESKHAND_TOKEN_FILE"), file.fileName());
    const Outcome listed = run({QStringLiteral("ticket"), QStringLiteral("list"), url()});
    QVERIFY2(listed.code == 0, qPrintable(listed.errors));
}

void DeskhandctlServiceTest::whoeverTheTokenBelongsToActs()
{
    Person ben;
    ben.name = QStringLiteral("Ben Brook");
    ben.address = QStringLiteral("ben@desk.example");
    ben.role = PersonRole::Agent;
    QVERIFY(await(m_desk->desk().submit(Command::make(m_desk->admin(), SavePerson{ben}))));
    const Outcome other =
        run({QStringLiteral("ticket"), QStringLiteral("list"), url(), QStringLiteral("--as"), ben.address});
    QCOMPARE(other.code, 1);
    QVERIFY2(other.errors.contains(QStringLiteral("token belongs")), qPrintable(other.errors));
    const Outcome herself = run({QStringLiteral("ticket"), QStringLiteral("list"), url(), QStringLiteral("--as"),
                                 QStringLiteral("ada@desk.example")});
    QVERIFY2(herself.code == 0, qPrintable(herself.errors));
}

void DeskhandctlServiceTest::withoutATokenNothingIsAsked()
{
    m_environment.remove(QStringLiteral("DESKHAND_TOKEN"));
    const Outcome listed = run({QStringLiteral("ticket"), QStringLiteral("list"), url()});
    QCOMPARE(listed.code, 1);
    QVERIFY2(!listed.errors.isEmpty(), "a reason");
}

void DeskhandctlServiceTest::aTokenThatIsNotGoodIsSaid()
{
    const QString wrong = QStringLiteral("dha_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    m_environment.insert(QStringLiteral("DESKHAND_TOKEN"), wrong);
    const Outcome listed = run({QStringLiteral("ticket"), QStringLiteral("list"), url()});
    QCOMPARE(listed.code, 1);
    QVERIFY2(!listed.errors.isEmpty() && !listed.errors.contains(wrong), qPrintable(listed.errors));
}

void DeskhandctlServiceTest::whatOnlyTheDatabaseCanDoIsSaid()
{
    const Outcome work = run({QStringLiteral("work"), url(), QStringLiteral("--once")});
    QCOMPARE(work.code, 1);
    QVERIFY2(work.errors.contains(QStringLiteral("not through a service")), qPrintable(work.errors));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::DeskhandctlServiceTest)
#include "deskhandctl_service_test.moc"
