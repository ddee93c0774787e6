// SPDX-License-Identifier: GPL-3.0-or-later
// Who may sign in to the service, as an administrator decides it with deskhandctl.
#include "service/accounts/accounts.h"
#include "service/accounts/totp.h"
#include "store/sql_account_store.h"
#include "support/account_desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray plantedPassword = "planted secret 4711";

struct CtlRun {
    int code = -1;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonObject json(int line = 0) const
    {
        return QJsonDocument::fromJson(output.split('\n').value(line)).object();
    }
    [[nodiscard]] int lines() const { return int(output.count('\n')); }
};

QString programPath()
{
    return qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin")) + u"/deskhandctl"_s;
}

} // namespace

class DeskhandctlAccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usersAreAddedAndListed();
    void passwordsAreSetAndNeverSaid();
    void invitationsAndResetsAreTokens();
    void whoIsDisabledIsOut();
    void sessionsAreListedAndEnded();
    void secondFactorsAreSwitched();
    void tokensOfPrograms();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void helpSaysIt();

private:
    CtlRun ctl(const QStringList &arguments, const QByteArray &input = {});
    Result<SignedIn> signIn(const QByteArray &password, const QString &code = {});
    [[nodiscard]] QString keyFolder() const { return m_folder.filePath(u"keys"_s); }

    QTemporaryDir m_folder;
    QString m_desk;
    PersonId m_ben;
    std::unique_ptr<AccountDesk> m_made;
    std::unique_ptr<Accounts> m_accounts;
    QByteArray m_everything; ///< that was ever printed but for what is told once
};

CtlRun DeskhandctlAccountsTest::ctl(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(programPath(), arguments);
    process.write(input);
    process.closeWriteChannel();
    CtlRun run;
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return run;
    run.code = process.exitCode();
    run.output = process.readAllStandardOutput();
    run.errors = process.readAllStandardError();
    m_everything += run.output + run.errors;
    return run;
}

Result<SignedIn> DeskhandctlAccountsTest::signIn(const QByteArray &password, const QString &code)
{
    SignInRequest request;
    request.login = u"ben@desk.example"_s;
    request.password = password;
    request.code = code;
    request.device = u"laptop"_s;
    request.peer = u"192.0.2.7"_s;
    const Answered<SignedIn> answered;
    m_accounts->signIn(request, answered.done());
    return answered.wait();
}

void DeskhandctlAccountsTest::initTestCase()
{
    m_made = std::make_unique<AccountDesk>(nullptr);
    m_desk = m_made->path();
    m_ben = m_made->addAgent(u"Ben"_s, u"ben@desk.example"_s);
    AccountsOptions options = m_made->options();
    options.clock = std::make_shared<SystemClock>();
    options.cost = PasswordCost();
    options.limits = {{1000}, {1000}, {1000}};
    m_accounts = std::make_unique<Accounts>(options);
    m_accounts->start();
}

void DeskhandctlAccountsTest::usersAreAddedAndListed()
{
    QCOMPARE(ctl({u"user"_s, u"list"_s, m_desk}).output, QByteArray());
    const CtlRun added =
        ctl({u"user"_s, u"add"_s, m_desk, u"Ben"_s, u"--password-file"_s, u"-"_s, u"--json"_s}, plantedPassword + "\n");
    QVERIFY2(added.code == 0, added.errors.constData());
    const QJsonObject ben = added.json();
    QCOMPARE(ben.value(u"name"_s).toString(), u"Ben"_s);
    QCOMPARE(ben.value(u"person"_s).toInteger(), m_ben.value);
    QCOMPARE(ben.value(u"password"_s).toBool(), true);
    QCOMPARE(ben.value(u"second_factor"_s).toBool(), false);
    const CtlRun listed = ctl({u"user"_s, u"list"_s, m_desk, u"--json"_s});
    QCOMPARE(listed.lines(), 1);
    for (const char *key :
         {"person", "name", "address", "admin", "active", "disabled", "password", "must_change", "second_factor",
          "recovery_codes", "sessions", "api_tokens", "created_at", "password_at", "signed_in_at"})
        QVERIFY2(listed.json().contains(QLatin1String(key)), key);
    QVERIFY(ctl({u"user"_s, u"list"_s, m_desk}).output.contains("ben@desk.example"));
    QVERIFY(signIn(plantedPassword));
    QCOMPARE(ctl({u"user"_s, u"add"_s, m_desk, u"ben@desk.example"_s, u"--invite"_s}).code, 1); // has one
}

void DeskhandctlAccountsTest::passwordsAreSetAndNeverSaid()
{
    const SignedIn session = *signIn(plantedPassword);
    const CtlRun set =
        ctl({u"user"_s, u"password"_s, m_desk, u"Ben"_s, u"--password-file"_s, u"-"_s, u"--must-change"_s},
            "another planted 4711\n");
    QVERIFY2(set.code == 0, set.errors.constData());
    QVERIFY(!signIn(plantedPassword));
    const Result<SignedIn> changed = signIn("another planted 4711");
    QVERIFY(changed && changed->mustChange);
    QTRY_VERIFY([&] {
        const Answered<Principal> answered;
        m_accounts->authenticate(session.token, answered.done());
        return !answered.wait();
    }());
    const CtlRun easy = ctl({u"user"_s, u"password"_s, m_desk, u"Ben"_s, u"--password-file"_s, u"-"_s}, "4711\n");
    QCOMPARE(easy.code, 1);
    QVERIFY2(easy.errors.contains("too-short"), easy.errors.constData());
    // Without a terminal and without a file there is nobody to ask.
    QCOMPARE(ctl({u"user"_s, u"password"_s, m_desk, u"Ben"_s}, plantedPassword + "\n").code, 1);
    QCOMPARE(ctl({u"user"_s, u"password"_s, m_desk, u"Ben"_s, u"--password"_s, u"x"_s}).code, 2);
    QVERIFY(ctl({u"user"_s, u"password"_s, m_desk, u"Ben"_s, u"--password-file"_s, u"-"_s}, plantedPassword + "\n").code
            == 0);
    QVERIFY(!m_everything.contains("4711"));
    QVERIFY(!m_everything.contains("argon2"));
}

void DeskhandctlAccountsTest::invitationsAndResetsAreTokens()
{
    const CtlRun reset = ctl({u"user"_s, u"reset"_s, m_desk, u"Ben"_s, u"--hours"_s, u"2"_s, u"--json"_s});
    QVERIFY2(reset.code == 0, reset.errors.constData());
    QCOMPARE(reset.json().value(u"kind"_s).toString(), u"reset"_s);
    const QDateTime until = QDateTime::fromString(reset.json().value(u"expires_at"_s).toString(), Qt::ISODateWithMs);
    QVERIFY(qAbs(QDateTime::currentDateTimeUtc().secsTo(until) - 7200) < 60);
    const QByteArray token = reset.json().value(u"token"_s).toString().toLatin1();
    QVERIFY(signIn(plantedPassword)); // asking changes nothing
    const Answered<void> used;
    m_accounts->acceptLink(token, "chosen by myself", used.done());
    QVERIFY(used.wait());
    QVERIFY(!signIn(plantedPassword));
    QVERIFY(signIn("chosen by myself"));
    const PersonId ivan = m_made->addAgent(u"Ivan"_s, u"ivan@desk.example"_s);
    QVERIFY(ivan.isValid());
    QCOMPARE(ctl({u"user"_s, u"reset"_s, m_desk, u"Ivan"_s}).code, 1); // has no account
    const CtlRun invited = ctl({u"user"_s, u"invite"_s, m_desk, u"Ivan"_s});
    QVERIFY2(invited.code == 0, invited.errors.constData());
    const Answered<AccountLink> link;
    m_accounts->link(invited.output.trimmed(), link.done());
    QCOMPARE(link.wait()->kind, AccountLinkKind::Invitation);
    QVERIFY(ctl({u"user"_s, u"password"_s, m_desk, u"Ben"_s, u"--password-file"_s, u"-"_s}, plantedPassword + "\n").code
            == 0);
}

void DeskhandctlAccountsTest::whoIsDisabledIsOut()
{
    QVERIFY(signIn(plantedPassword));
    QCOMPARE(ctl({u"user"_s, u"disable"_s, m_desk, u"Ben"_s}).code, 0);
    QCOMPARE(reasonOf(signIn(plantedPassword)), u"credentials"_s);
    QVERIFY(ctl({u"user"_s, u"list"_s, m_desk}).output.contains("disabled"));
    QCOMPARE(ctl({u"user"_s, u"reset"_s, m_desk, u"Ben"_s}).code, 1);
    QCOMPARE(ctl({u"user"_s, u"enable"_s, m_desk, u"Ben"_s}).code, 0);
    QVERIFY(signIn(plantedPassword));
}

void DeskhandctlAccountsTest::sessionsAreListedAndEnded()
{
    QVERIFY(ctl({u"user"_s, u"revoke"_s, m_desk, u"Ben"_s}).code == 0);
    QVERIFY(signIn(plantedPassword));
    QVERIFY(signIn(plantedPassword));
    const CtlRun listed = ctl({u"user"_s, u"sessions"_s, m_desk, u"Ben"_s, u"--json"_s});
    QCOMPARE(listed.lines(), 2);
    QCOMPARE(listed.json().value(u"device"_s).toString(), u"laptop"_s);
    QCOMPARE(listed.json().value(u"address"_s).toString(), u"192.0.2.7"_s);
    QVERIFY(!listed.output.contains("dhs_"));
    const QString id = listed.json().value(u"id"_s).toString();
    QCOMPARE(ctl({u"user"_s, u"revoke"_s, m_desk, u"Ben"_s, id}).code, 0);
    QCOMPARE(ctl({u"user"_s, u"revoke"_s, m_desk, u"Ben"_s, id}).code, 1);
    const CtlRun left = ctl({u"user"_s, u"sessions"_s, m_desk, u"Ben"_s});
    QCOMPARE(left.lines(), 1);
    QVERIFY(!left.output.contains(id.toLatin1()));
    QCOMPARE(ctl({u"user"_s, u"revoke"_s, m_desk, u"Ben"_s}).output.trimmed(), QByteArray("1"));
}

void DeskhandctlAccountsTest::secondFactorsAreSwitched()
{
    QProcess process;
    process.start(programPath(), {u"user"_s, u"second-factor"_s, u"on"_s, m_desk, u"Ben"_s, u"--code-file"_s, u"-"_s,
                                  u"--key-file"_s, keyFolder(), u"--json"_s});
    QVERIFY(process.waitForReadyRead(30'000));
    const QJsonObject offer = QJsonDocument::fromJson(process.readLine()).object();
    QVERIFY(offer.value(u"uri"_s).toString().startsWith(u"otpauth://totp/Deskhand:ben%40desk.example?"));
    const QByteArray secret = base32Bytes(offer.value(u"secret"_s).toString());
    QCOMPARE(secret.size(), 20);
    process.write(totpCode(secret, totpStep(SystemClock().now())).toLatin1() + "\n");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(30'000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    const QJsonArray codes =
        QJsonDocument::fromJson(process.readAllStandardOutput()).object().value(u"recovery_codes"_s).toArray();
    QCOMPARE(codes.size(), 10);
    QCOMPARE(reasonOf(signIn(plantedPassword)), u"second-factor"_s);
    QVERIFY(signIn(plantedPassword, codes[3].toString()));
    QCOMPARE(ctl({u"user"_s, u"list"_s, m_desk, u"--json"_s}).json().value(u"recovery_codes"_s).toInt(), 9);
    // A wrong code changes nothing.
    QCOMPARE(ctl({u"user"_s, u"second-factor"_s, u"on"_s, m_desk, u"Ben"_s, u"--code-file"_s, u"-"_s, u"--key-file"_s,
                  keyFolder()},
                 "000000\n")
                 .code,
             1);
    QVERIFY(signIn(plantedPassword, codes[4].toString()));
    QCOMPARE(ctl({u"user"_s, u"second-factor"_s, u"off"_s, m_desk, u"Ben"_s}).code, 0);
    QVERIFY(signIn(plantedPassword));
}

void DeskhandctlAccountsTest::tokensOfPrograms()
{
    const CtlRun made = ctl({u"token"_s, u"create"_s, m_desk, u"Ben"_s, u"Monitoring"_s, u"--scope"_s, u"read,socket"_s,
                             u"--days"_s, u"30"_s, u"--json"_s});
    QVERIFY2(made.code == 0, made.errors.constData());
    const QByteArray token = made.json().value(u"token"_s).toString().toLatin1();
    const Answered<Principal> answered;
    m_accounts->authenticate(token, answered.done());
    const Result<Principal> principal = answered.wait();
    QVERIFY(principal && principal->isApi && principal->person == m_ben);
    QCOMPARE(principal->scopes, int(AccessScope::Read) | int(AccessScope::Socket));
    const CtlRun listed = ctl({u"token"_s, u"list"_s, m_desk, u"--json"_s});
    QCOMPARE(listed.lines(), 1);
    QCOMPARE(listed.json().value(u"name"_s).toString(), u"Monitoring"_s);
    QCOMPARE(listed.json().value(u"scopes"_s).toArray(), QJsonArray({u"read"_s, u"socket"_s}));
    QVERIFY(!listed.output.contains("dha_"));
    QVERIFY(ctl({u"token"_s, u"list"_s, m_desk}).output.contains("Monitoring"));
    const QString id = listed.json().value(u"id"_s).toString();
    QCOMPARE(ctl({u"token"_s, u"revoke"_s, m_desk, id}).code, 0);
    QCOMPARE(ctl({u"token"_s, u"revoke"_s, m_desk, id}).code, 1);
    QTRY_VERIFY([&] {
        const Answered<Principal> again;
        m_accounts->authenticate(token, again.done());
        return !again.wait();
    }());
}

void DeskhandctlAccountsTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("nobody") << QStringList{u"user"_s, u"disable"_s, u"{desk}"_s, u"Zoe"_s} << 1;
    QTest::newRow("no person") << QStringList{u"user"_s, u"disable"_s, u"{desk}"_s} << 2;
    QTest::newRow("no desk") << QStringList{u"user"_s, u"list"_s, u"/nowhere/a.desk"_s} << 1;
    QTest::newRow("hours") << QStringList{u"user"_s, u"reset"_s, u"{desk}"_s, u"Ben"_s, u"--hours"_s, u"0"_s} << 2;
    QTest::newRow("no scope") << QStringList{u"token"_s, u"create"_s, u"{desk}"_s, u"Ben"_s, u"x"_s} << 2;
    QTest::newRow("another scope") << QStringList{u"token"_s, u"create"_s,  u"{desk}"_s, u"Ben"_s,
                                                  u"x"_s,     u"--scope"_s, u"root"_s}
                                   << 2;
    QTest::newRow("no id") << QStringList{u"token"_s, u"revoke"_s, u"{desk}"_s, u"x"_s} << 1;
    QTest::newRow("nobody acts") << QStringList{u"user"_s, u"disable"_s, u"{desk}"_s, u"Ben"_s, u"--as"_s, u"Zoe"_s}
                                 << 1;
}

void DeskhandctlAccountsTest::whatIsWrongIsSaid()
{
    QFETCH(QStringList, arguments);
    arguments.replaceInStrings(u"{desk}"_s, m_desk);
    const CtlRun run = ctl(arguments);
    QTEST(run.code, "code");
    QVERIFY(!run.errors.isEmpty());
}

void DeskhandctlAccountsTest::helpSaysIt()
{
    const QByteArray help = ctl({u"help"_s}).output;
    for (const char *command : {"user add", "user list", "user invite", "user reset", "user password", "user disable",
                                "user enable", "user sessions", "user revoke", "user second-factor on",
                                "user second-factor off", "token create", "token list", "token revoke"})
        QVERIFY2(help.contains(command), command);
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::DeskhandctlAccountsTest)
#include "deskhandctl_accounts_test.moc"
