// SPDX-License-Identifier: GPL-3.0-or-later
// A desk's mail from the command line alone, with a real Dovecot and a real Postfix: a desk in a file, and one on a
// server that an admin sets up and a service works.
#include "support/dovecot_server.h"
#include "support/postfix_server.h"
#include "support/postgres_server.h"
#include "support/test_certificates.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <csignal>

namespace deskhand::test {
namespace {

constexpr int patience = 60'000; // ms, for what must happen
const QString deskAddress = QStringLiteral("support@example.test");
const QString customer = QStringLiteral("rita@example.test");

QByteArray letter(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "From: Rita Rivera <rita@example.test>\r\nTo: support@example.test\r\nSubject: Lamp " + n
           + "\r\nMessage-ID: <lamp" + n + "@example.test>\r\nDate: Mon, 02 Mar 2026 09:00:00 +0000\r\n"
           + "Content-Type: text/plain; charset=utf-8\r\n\r\nThe lamp of room " + n + " is dark.\r\n";
}

} // namespace

class DeskhandctlMailTest : public QObject
{
    Q_OBJECT

public:
    enum class Door { File, Server };
    explicit DeskhandctlMailTest(Door door)
        : m_door(door)
    {
    }

private:
    struct Outcome {
        int code = -1;
        QString output;
        QString errors;
        [[nodiscard]] QStringList lines() const { return output.split(u'\n', Qt::SkipEmptyParts); }
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(output.toUtf8()).object(); }
    };

    static QString program()
    {
        return qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"))
               + QStringLiteral("/deskhandctl");
    }
    Outcome run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.start(program(), arguments);
        process.write(input);
        process.closeWriteChannel();
        Outcome outcome;
        if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
            return outcome;
        outcome.code = process.exitCode();
        outcome.output = QString::fromUtf8(process.readAllStandardOutput());
        outcome.errors = QString::fromUtf8(process.readAllStandardError());
        return outcome;
    }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString keyFile() const { return QStringLiteral("--key-file=") + file(QStringLiteral("desk.key")); }
    QJsonObject mailStatus()
    {
        return run({QStringLiteral("status"), m_desk, QStringLiteral("--json")})
            .json()
            .value(QStringLiteral("mail"))
            .toObject();
    }
    QJsonObject reconciliation()
    {
        return mailStatus()
            .value(QStringLiteral("mailboxes"))
            .toArray()
            .first()
            .toObject()
            .value(QStringLiteral("reconciliation"))
            .toObject();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!TestCertificates::canBeMade())
            QSKIP("openssl is not installed");
        const auto authority = m_certificates.newAuthority();
        m_caFile = authority.certificate;
        const auto certificate = m_certificates.newCertificate(authority, QStringLiteral("127.0.0.1"));
        m_dovecot = DovecotServer::start(certificate.certificate, certificate.key);
        if (!m_dovecot)
            QSKIP("Dovecot is not installed");
        m_postfix = PostfixServer::start(*m_dovecot, certificate.certificate, certificate.key);
        if (!m_postfix)
            QSKIP("Postfix cannot be started by this user");
        m_dovecot->addUser(deskAddress, QStringLiteral("hunter2"));
        m_dovecot->addUser(customer, QStringLiteral("other"));
        if (m_door == Door::Server)
            startServer();
        else
            m_desk = m_worker = file(QStringLiteral("mail.desk"));
        if (m_desk.isEmpty())
            QSKIP("PostgreSQL is not installed");
        QFile password(file(QStringLiteral("password")));
        QVERIFY(password.open(QIODevice::WriteOnly) && password.write("hunter2\n") == 8);
    }

    void aMailboxIsAddedAndTested()
    {
        const QStringList person{QStringLiteral("--agent"), QStringLiteral("Ada"), QStringLiteral("--address"),
                                 QStringLiteral("ada@desk.example")};
        if (m_door == Door::File) {
            QCOMPARE(run(QStringList{QStringLiteral("init"), m_desk} + person).code, 0);
        } else {
            const Outcome made = run(QStringList{QStringLiteral("init-postgres"), url("desk_owner")} + person
                                     + QStringList{QStringLiteral("--login"), QStringLiteral("ada")});
            QVERIFY2(made.code == 0, qPrintable(made.errors));
            const Outcome service =
                run({QStringLiteral("login"), QStringLiteral("add"), url("desk_owner"), QStringLiteral("robot"),
                     QStringLiteral("--service"), QStringLiteral("--password-stdin")},
                    "a secret\n");
            QVERIFY2(service.code == 0, qPrintable(service.errors));
        }
        const Outcome added = run({QStringLiteral("mailbox"),
                                   QStringLiteral("add"),
                                   m_desk,
                                   QStringLiteral("Support"),
                                   QStringLiteral("--address"),
                                   deskAddress,
                                   QStringLiteral("--host=127.0.0.1"),
                                   QStringLiteral("--port=%1").arg(m_dovecot->ports().imaps),
                                   QStringLiteral("--ca-file"),
                                   m_caFile,
                                   QStringLiteral("--first=everything"),
                                   QStringLiteral("--smtp-host=127.0.0.1"),
                                   QStringLiteral("--smtp-port=%1").arg(m_postfix->port()),
                                   QStringLiteral("--smtp-encryption=starttls"),
                                   QStringLiteral("--smtp-ca-file"),
                                   m_caFile,
                                   QStringLiteral("--password-file"),
                                   file(QStringLiteral("password")),
                                   QStringLiteral("--smtp-password-file"),
                                   file(QStringLiteral("password")),
                                   keyFile()});
        QVERIFY2(added.code == 0, qPrintable(added.errors));
        const Outcome listed =
            run({QStringLiteral("mailbox"), QStringLiteral("list"), m_desk, QStringLiteral("--json")});
        QCOMPARE(listed.json().value(QStringLiteral("secrets")).toArray().size(), 2);
        QVERIFY(!listed.output.contains(QStringLiteral("hunter2")));
        if (m_door == Door::File) {
            QFile desk(m_desk);
            QVERIFY(desk.open(QIODevice::ReadOnly));
            QVERIFY(!desk.readAll().contains("hunter2"));
        }
        const Outcome tested =
            run({QStringLiteral("mailbox"), QStringLiteral("test"), m_worker, QStringLiteral("Support"), keyFile()});
        QVERIFY2(tested.code == 0, qPrintable(tested.output + tested.errors));
        const Outcome keyless = run({QStringLiteral("mailbox"), QStringLiteral("test"), m_worker,
                                     QStringLiteral("Support"), QStringLiteral("--key-file"), m_folder.path()});
        QCOMPARE(keyless.code, 1);
        QVERIFY(keyless.errors.contains(QStringLiteral("does not have the desk's key")));
    }

    void mailIsReceivedAnsweredAndSent()
    {
        for (int i = 1; i <= 5; ++i)
            m_dovecot->deliver(deskAddress, letter(i));
        const Outcome worked =
            run({QStringLiteral("work"), m_worker, QStringLiteral("--once"), keyFile(), QStringLiteral("--json")});
        QVERIFY2(worked.code == 0, qPrintable(worked.output + worked.errors));
        QCOMPARE(worked.json().value(QStringLiteral("fetched")).toInt(), 5);
        QCOMPARE(worked.json().value(QStringLiteral("applied")).toInt(), 5);
        QCOMPARE(reconciliation().value(QStringLiteral("opened")).toInt(), 5);
        QCOMPARE(reconciliation().value(QStringLiteral("adds_up")).toBool(), true);

        const Outcome replied = run({QStringLiteral("reply"), m_desk, QStringLiteral("00001"), QStringLiteral("--text"),
                                     QStringLiteral("The lamp is lit again."), QStringLiteral("--undo=0")});
        QVERIFY2(replied.code == 0, qPrintable(replied.errors));
        const Outcome taken =
            run({QStringLiteral("reply"), m_desk, QStringLiteral("00002"), QStringLiteral("--text"),
                 QStringLiteral("Nobody may read this."), QStringLiteral("--undo=600"), QStringLiteral("--json")});
        const QString mail = QString::number(taken.json().value(QStringLiteral("mail")).toInt());
        QCOMPARE(run({QStringLiteral("outbox"), QStringLiteral("undo"), m_desk, mail}).code, 0);
        QCOMPARE(run({QStringLiteral("work"), m_worker, QStringLiteral("--once"), keyFile()}).code, 0);
        const auto delivered = [this](const QByteArray &words) {
            const QVector<QByteArray> mails = m_dovecot->mails(customer);
            return std::count_if(mails.cbegin(), mails.cend(),
                                 [&words](const QByteArray &bytes) { return bytes.contains(words); });
        };
        QTRY_COMPARE_WITH_TIMEOUT(delivered("The lamp is lit again."), 1, patience);
        QCOMPARE(delivered("Nobody may read this."), 0);
        // Once more changes nothing.
        QCOMPARE(run({QStringLiteral("work"), m_worker, QStringLiteral("--once"), keyFile()}).code, 0);
        QCOMPARE(reconciliation().value(QStringLiteral("seen")).toInt(), 5);
        QCOMPARE(delivered("The lamp is lit again."), 1);
    }

    void workGoesOnUntilItIsToldToEnd()
    {
        QProcess work;
        work.start(program(), {QStringLiteral("work"), m_worker, keyFile()});
        QVERIFY(work.waitForStarted());
        m_dovecot->deliver(deskAddress, letter(6));
        QTRY_COMPARE_WITH_TIMEOUT(reconciliation().value(QStringLiteral("opened")).toInt(), 6, patience);
        const Outcome second = run({QStringLiteral("work"), m_worker, QStringLiteral("--once"), keyFile()});
        QCOMPARE(second.code, 1); // somebody does it
        QVERIFY(second.errors.contains(QStringLiteral("another program")));
        ::kill(pid_t(work.processId()), SIGTERM);
        QVERIFY(work.waitForFinished(patience));
        QCOMPARE(work.exitStatus(), QProcess::NormalExit);
        QCOMPARE(work.exitCode(), 0);
        const QJsonArray jobs = run({QStringLiteral("status"), m_desk, QStringLiteral("--json")})
                                    .json()
                                    .value(QStringLiteral("jobs"))
                                    .toArray();
        QCOMPARE(jobs.size(), 6);
        for (const QJsonValue &job : jobs)
            QVERIFY(!job.toObject().value(QStringLiteral("works")).toBool()); // given back
    }

private:
    QString url(const char *user) const
    {
        return QString(m_address).replace(QStringLiteral("USER"), QLatin1String(user));
    }
    void startServer()
    {
        m_server = PostgresServer::start();
        if (!m_server)
            return;
        PostgresAddress address = m_server->newDatabase();
        m_server->psql(address, QStringLiteral("CREATE ROLE desk_owner LOGIN CREATEROLE"));
        m_server->psql(address, QStringLiteral("CREATE DATABASE team OWNER desk_owner"));
        m_address = QStringLiteral("postgresql://USER@127.0.0.1:%1/team?sslmode=disable").arg(address.port);
        m_desk = url("ada");
        m_worker = url("robot");
    }

    Door m_door;
    QString m_address; ///< of the server's desk, for anybody
    QString m_worker;  ///< by which its mail is worked
    std::unique_ptr<PostgresServer> m_server;
    QTemporaryDir m_folder;
    TestCertificates m_certificates;
    QString m_caFile;
    QString m_desk;
    std::unique_ptr<DovecotServer> m_dovecot;
    std::unique_ptr<PostfixServer> m_postfix;
};

} // namespace deskhand::test

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    using Test = deskhand::test::DeskhandctlMailTest;
    Test file(Test::Door::File);
    Test server(Test::Door::Server);
    return QTest::qExec(&file, argc, argv) + QTest::qExec(&server, argc, argv);
}

#include "deskhandctl_mail_test.moc"
