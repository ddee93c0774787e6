// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/saved_desks.h"
#include "store/new_desk.h"
#include "store/postgres_rights.h"
#include "support/driven_program.h"
#include "support/postgres_server.h"
#include "support/test_desk.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Holds a lock at the server, so that what the clients want to write is on its way for as long as the test wants.
class WritersStopped
{
public:
    WritersStopped(PostgresServer &server, const PostgresAddress &address)
    {
        m_process.start(server.tool("psql"),
                        {u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-h"_s, address.host, u"-p"_s,
                         QString::number(address.port), u"-U"_s, u"owner"_s, u"-d"_s, address.database});
        m_process.waitForStarted();
        m_process.write("BEGIN; LOCK TABLE deskhand.ticket IN EXCLUSIVE MODE; SELECT 'locked';\n");
        if (!m_process.waitForReadyRead(10'000))
            qFatal("no lock");
    }
    ~WritersStopped() { end(); }
    WritersStopped(const WritersStopped &) = delete;
    WritersStopped &operator=(const WritersStopped &) = delete;

    void end()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.write("COMMIT;\n");
        m_process.closeWriteChannel();
        m_process.waitForFinished(10'000);
    }

private:
    QProcess m_process;
};

} // namespace

/// Two people in two programs at one desk on one server. DESKHAND_PICTURES names a folder that keeps what they saw.
class TwoClientsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PostgresServer> m_server;
    PostgresAddress m_address;
    std::unique_ptr<LocalDesk> m_desk; ///< of nobody: to set up and to look
    PersonId m_ada;
    QTemporaryDir m_folder;
    QString m_number;
    std::unique_ptr<DrivenProgram> m_anna;
    std::unique_ptr<DrivenProgram> m_mike;

    CommandAnswer submit(const CommandBody &body, PersonId actor = {})
    {
        Command command = Command::make(actor, body);
        if (!actor.isValid())
            command.actorKind = ActorKind::System;
        const auto answer = await(m_desk->submit(command));
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail));
        return *answer;
    }
    PersonId addAgent(const QString &name)
    {
        Person person;
        person.name = name;
        person.address = name.section(u' ', 0, 0).toLower() + u"@desk.example"_s;
        person.role = PersonRole::Agent;
        person.admin = true;
        return PersonId{submit(SavePerson{person}, m_ada).id};
    }
    CommandAnswer openTicket(const QString &subject, const QString &text)
    {
        OpenTicket open;
        open.subject = subject;
        open.requesterAddress = MailAddress{u"Sarah Lind"_s, u"sarah.lind@customer.example"_s};
        open.channel = Channel::Email;
        NewArticle article;
        article.senderRole = SenderRole::Customer;
        article.channel = Channel::Email;
        article.text = text;
        open.article = article;
        return submit(open, m_ada);
    }
    int articlesWith(const QString &text)
    {
        return m_server->psql(m_address, u"SELECT count(*) FROM deskhand.article WHERE text LIKE '%%1%'"_s.arg(text))
            .toInt();
    }
    QString picture(const QString &name) const
    {
        const QString wanted = qEnvironmentVariable("DESKHAND_PICTURES");
        const QString folder = wanted.isEmpty() ? m_folder.path() : wanted;
        QDir().mkpath(folder);
        return folder + u'/' + name + u".png"_s;
    }
    void pictures(const QString &stage)
    {
        TELL(*m_anna, {u"shot"_s, picture(stage + u"-anna"_s)});
        TELL(*m_mike, {u"shot"_s, picture(stage + u"-mike"_s)});
    }
    static void choose(DrivenProgram &client, const QString &button, const QString &value)
    {
        TELL(client, {u"click"_s, button});
        TELL(client, {u"type"_s, u"choiceFilterLineEdit"_s, value});
        TELL(client, {u"key"_s, u"choiceFilterLineEdit"_s, u"Return"_s});
    }
    static void write(DrivenProgram &client, const QString &text)
    {
        TELL(client, {u"action"_s, u"ticket.reply"_s});
        TELL(client, {u"type"_s, u"composerTextEdit"_s, text});
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!HiddenScreen::isInstalled())
            QSKIP("Xvfb is not installed");
        m_server = PostgresServer::start();
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        m_address = m_server->newDatabase();
        const NewDesk desk{u"IT Support"_s, u"Ada Admin"_s, u"ada@desk.example"_s};
        QVERIFY(createDeskOnServer(m_address, desk));
        auto opened = LocalDesk::openServer(m_address);
        QVERIFY(opened);
        m_desk = *std::move(opened);
        m_ada = (*await(m_desk->catalog()))->agents.first().id;
        const PersonId anna = addAgent(u"Anna Berg"_s);
        const PersonId mike = addAgent(u"Mike Torres"_s);
        openTicket(u"VPN drops every hour"_s, u"Since Monday my connection drops every hour."_s);
        openTicket(u"New laptop for a new colleague"_s, u"She starts on the first."_s);
        m_number = openTicket(u"Monitor went dark after docking"_s, u"My second screen went dark when I docked."_s)
                       .ticketNumber;
        ServerPlace place;
        place.host = m_address.host;
        place.port = m_address.port;
        place.database = m_address.database;
        place.verifiesTls = false;
        // Each comes in with a login of their own, and is held to what it may.
        QVERIFY(setUpRights(m_address));
        QVERIFY(addLogin(m_address, u"anna"_s, anna, randomPassword()));
        QVERIFY(addLogin(m_address, u"mike"_s, mike, randomPassword()));
        SavedDesk entered;
        entered.server = place;
        entered.server.user = u"anna"_s;
        m_anna = std::make_unique<DrivenProgram>(u"Anna"_s, entered.place());
        entered.server.user = u"mike"_s;
        m_mike = std::make_unique<DrivenProgram>(u"Mike"_s, entered.place());
    }

    void cleanupTestCase()
    {
        m_anna.reset();
        m_mike.reset();
        m_desk.reset();
        m_server.reset();
    }

    void bothOpenTheSameTicket()
    {
        TELL(*m_anna, {u"ticket"_s, m_number});
        TELL(*m_mike, {u"ticket"_s, m_number});
        TELL(*m_anna, {u"wait"_s, u"statusLabel"_s, u"Online"_s});
        TELL(*m_anna, {u"wait"_s, u"presenceLabel"_s, u"Mike Torres"_s});
        TELL(*m_mike, {u"wait"_s, u"presenceLabel"_s, u"Anna Berg"_s});
        pictures(u"1-together"_s);
    }

    void differentFieldsMerge()
    {
        {
            WritersStopped stopped(*m_server, m_address);
            choose(*m_anna, u"priorityFieldButton"_s, u"High"_s);
            choose(*m_mike, u"ownerFieldButton"_s, u"Mike"_s);
        }
        TELL(*m_anna, {u"wait"_s, u"ownerFieldButton"_s, u"Mike Torres"_s});
        TELL(*m_mike, {u"wait"_s, u"priorityFieldButton"_s, u"High"_s});
        QVERIFY(!m_anna->text(u"conflictBars"_s).contains(u"Keep"));
        QVERIFY(!m_mike->text(u"conflictBars"_s).contains(u"Keep"));
    }

    void theSameFieldIsAConflictWithAChoice()
    {
        {
            WritersStopped stopped(*m_server, m_address);
            choose(*m_anna, u"priorityFieldButton"_s, u"Medium"_s);
            choose(*m_mike, u"priorityFieldButton"_s, u"Low"_s);
        }
        // One of the two was first; the other is asked.
        const auto isAsked = [](DrivenProgram &client) {
            return client.text(u"conflictBars"_s).contains(u"while you chose");
        };
        DrivenProgram *asked = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((asked = isAsked(*m_anna)   ? m_anna.get()
                                          : isAsked(*m_mike) ? m_mike.get()
                                                             : nullptr)
                                     != nullptr,
                                 15'000);
        QVERIFY(!isAsked(asked == m_anna.get() ? *m_mike : *m_anna));
        pictures(u"2-conflict"_s);
        const QString mine = asked == m_anna.get() ? u"Medium"_s : u"Low"_s;
        TELL(*asked, {u"click"_s, u"takeMinePushButton"_s});
        TELL(*m_anna, {u"wait"_s, u"priorityFieldButton"_s, mine});
        TELL(*m_mike, {u"wait"_s, u"priorityFieldButton"_s, mine});
        TELL(*asked, {u"gone"_s, u"conflictBars"_s, u"while you chose"_s});
    }

    void aReplyIsHeldBesideWhatIsNew()
    {
        write(*m_mike, u"Please try another cable."_s);
        TELL(*m_anna, {u"wait"_s, u"presenceLabel"_s, u"Mike Torres is writing"_s});
        write(*m_anna, u"I bring you a new dock at two."_s);
        TELL(*m_mike, {u"wait"_s, u"presenceLabel"_s, u"Anna Berg is writing"_s});
        pictures(u"3-both-write"_s);
        TELL(*m_anna, {u"key"_s, u"composerTextEdit"_s, u"Ctrl+Return"_s});
        QTRY_COMPARE_WITH_TIMEOUT(articlesWith(u"new dock at two"_s), 1, 15'000);
        // However fast his window hears of it: it has not been before his eyes.
        TELL(*m_mike, {u"key"_s, u"composerTextEdit"_s, u"Ctrl+Return"_s});
        TELL(*m_mike, {u"wait"_s, u"heldBar"_s, u"Anna Berg has replied already"_s});
        TELL(*m_mike, {u"wait"_s, u"heldBar"_s, u"new dock at two"_s});
        QCOMPARE(articlesWith(u"another cable"_s), 0);
        pictures(u"4-held"_s);
        // It lets go when he has had it before his eyes for a while; he may also be faster.
        if (m_mike->tell({u"gone"_s, u"heldBar"_s, u""_s}, 3000))
            TELL(*m_mike, {u"key"_s, u"composerTextEdit"_s, u"Ctrl+Return"_s});
        else
            TELL(*m_mike, {u"click"_s, u"sendAnywayPushButton"_s});
        QTRY_COMPARE_WITH_TIMEOUT(articlesWith(u"another cable"_s), 1, 15'000);
    }

    void theServerDiesWithAReplyOnItsWay()
    {
        // She has read what he wrote, or hers would be held.
        TELL(*m_anna, {u"wait"_s, u"threadView"_s, u"another cable"_s});
        TELL(*m_anna, {u"gone"_s, u"newsPushButton"_s, u""_s}, 20'000);
        {
            WritersStopped stopped(*m_server, m_address);
            write(*m_anna, u"The dock is on your desk now."_s);
            TELL(*m_anna, {u"key"_s, u"composerTextEdit"_s, u"Ctrl+Return"_s});
            TELL(*m_anna, {u"shot"_s, picture(u"5-on-its-way-anna"_s)});
            m_server->crash();
        }
        for (DrivenProgram *client : {m_anna.get(), m_mike.get()})
            TELL(*client, {u"wait"_s, u"connectionBar"_s, u"connection to the desk is lost"_s}, 30'000);
        TELL(*m_anna, {u"wait"_s, u"statusLabel"_s, u" queued"_s}, 30'000);
        TELL(*m_anna, {u"wait"_s, u"waitingPlainLabel"_s, u"Not sent yet"_s});
        choose(*m_mike, u"stateFieldButton"_s, u"Solved"_s); // he goes on working
        TELL(*m_mike, {u"wait"_s, u"statusLabel"_s, u" queued"_s});
        TELL(*m_mike, {u"gone"_s, u"presenceLabel"_s, u"Anna"_s}); // nobody knows what she does now
        pictures(u"5-server-gone"_s);
        m_server->restart();
        for (DrivenProgram *client : {m_anna.get(), m_mike.get()}) {
            TELL(*client, {u"gone"_s, u"connectionBar"_s, u""_s}, 40'000);
            TELL(*client, {u"wait"_s, u"statusLabel"_s, u"Online"_s});
            TELL(*client, {u"gone"_s, u"statusLabel"_s, u"queued"_s});
        }
        QTRY_COMPARE_WITH_TIMEOUT(articlesWith(u"on your desk now"_s), 1, 15'000);
        TELL(*m_anna, {u"wait"_s, u"stateFieldButton"_s, u"Solved"_s}, 20'000);
        TELL(*m_mike, {u"wait"_s, u"stateFieldButton"_s, u"Solved"_s});
        pictures(u"6-back"_s);
        QCOMPARE(articlesWith(u"on your desk now"_s), 1); // once, whatever became of the first attempt
        QCOMPARE(articlesWith(u"another cable"_s), 1);
        QCOMPARE(articlesWith(u"new dock at two"_s), 1);
    }

    /// Both windows show what the desk has.
    void bothConverge()
    {
        for (DrivenProgram *client : {m_anna.get(), m_mike.get()}) {
            TELL(*client, {u"wait"_s, u"priorityFieldButton"_s, u""_s});
            for (const QString &text : {u"new dock at two"_s, u"another cable"_s, u"on your desk now"_s})
                TELL(*client, {u"wait"_s, u"threadView"_s, text});
        }
        QCOMPARE(m_anna->text(u"priorityFieldButton"_s), m_mike->text(u"priorityFieldButton"_s));
        QCOMPARE(m_anna->text(u"ownerFieldButton"_s), m_mike->text(u"ownerFieldButton"_s));
        QCOMPARE(m_anna->text(u"stateFieldButton"_s), m_mike->text(u"stateFieldButton"_s));
        TELL(*m_anna, {u"wait"_s, u"presenceLabel"_s, u"Mike Torres"_s});
        TELL(*m_mike, {u"wait"_s, u"presenceLabel"_s, u"Anna Berg"_s});
        pictures(u"7-the-same"_s);
    }
};

QTEST_GUILESS_MAIN(TwoClientsTest)
#include "two_clients_test.moc"
