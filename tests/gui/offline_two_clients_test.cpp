// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/new_desk.h"
#include "support/chaos_proxy.h"
#include "support/driven_program.h"
#include "support/postgres_desk.h"
#include "support/service_process.h"
#include "support/test_desk.h"

#include <QDir>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray passwordOfBoth = QByteArrayLiteral("correct horse battery");

} // namespace

/// Two people in two programs at a deskhandd on PostgreSQL. The network of one is cut; both go on working on the same
/// tickets; it comes back. DESKHAND_PICTURES names a folder that keeps what they saw.
class OfflineTwoClientsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PostgresServer> m_server;
    PostgresAddress m_address;
    std::unique_ptr<LocalDesk> m_desk; ///< of nobody: to set up and to look
    std::unique_ptr<ServiceProcess> m_service;
    std::unique_ptr<ChaosProxy> m_annasNetwork;
    PersonId m_ada;
    PersonId m_annasId;
    QTemporaryDir m_folder;
    QString m_vpn;
    QString m_projector;
    QString m_printer;
    std::unique_ptr<DrivenProgram> m_anna;
    std::unique_ptr<DrivenProgram> m_mike;

    CommandAnswer submit(const CommandBody &body)
    {
        const auto answer = await(m_desk->submit(Command::make(m_ada, body)));
        if (!answer)
            qFatal("%s: %s", qPrintable(answer.error().where), qPrintable(answer.error().detail));
        return *answer;
    }
    PersonId addAgent(const QString &name)
    {
        Person person;
        person.name = name;
        person.address = name.section(u' ', 0, 0).toLower() + u"@desk.example"_s;
        person.role = PersonRole::Agent;
        const PersonId id{submit(SavePerson{person}).id};
        ServiceProcess::givePassword(placeOf(m_address), id, passwordOfBoth);
        return id;
    }
    QString openTicket(const QString &subject, const QString &text)
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
        return submit(open).ticketNumber;
    }
    QString there(const QString &sql) { return m_server->psql(m_address, sql).trimmed(); }
    int articlesWith(const QString &text)
    {
        return there(u"SELECT count(*) FROM deskhand.article WHERE text LIKE '%%1%'"_s.arg(text)).toInt();
    }
    QString stateOf(const QString &number)
    {
        return there(u"SELECT s.name FROM deskhand.ticket t JOIN deskhand.state s ON s.id = t.state_id "
                     "WHERE t.number = '%1'"_s.arg(number));
    }
    void picture(DrivenProgram &client, const QString &name)
    {
        const QString wanted = qEnvironmentVariable("DESKHAND_PICTURES");
        const QString folder = wanted.isEmpty() ? m_folder.path() : wanted;
        QDir().mkpath(folder);
        TELL(client, {u"shot"_s, u"%1/train-%2.png"_s.arg(folder, name)});
        if (wanted.isEmpty())
            return;
        TELL(client, {u"theme"_s, u"dark"_s});
        TELL(client, {u"shot"_s, u"%1/train-%2-dark.png"_s.arg(folder, name)});
        TELL(client, {u"theme"_s, u"light"_s});
    }
    void pictures(const QString &stage)
    {
        picture(*m_anna, stage + u"-anna"_s);
        picture(*m_mike, stage + u"-mike"_s);
    }
    static void choose(DrivenProgram &client, const QString &button, const QString &value)
    {
        TELL(client, {u"click"_s, button});
        TELL(client, {u"type"_s, u"choiceFilterLineEdit"_s, value});
        TELL(client, {u"key"_s, u"choiceFilterLineEdit"_s, u"Return"_s});
        TELL(client, {u"wait"_s, button, value});
    }
    static void send(DrivenProgram &client, const QString &action, const QString &text)
    {
        TELL(client, {u"action"_s, action});
        TELL(client, {u"type"_s, u"composerTextEdit"_s, text});
        TELL(client, {u"click"_s, u"sendPushButton"_s});
        TELL(client, {u"wait"_s, u"threadView"_s, text});
    }
    /// What is said of a ticket in the list.
    static QString rowOf(DrivenProgram &client, const QString &words)
    {
        const QStringList lines = client.text(u"ticketListView"_s).split(u'\n');
        for (const QString &line : lines) {
            if (line.contains(words))
                return line;
        }
        return {};
    }
    void signIn(DrivenProgram &client, const QString &login)
    {
        TELL(client, {u"type"_s, u"signInLoginLineEdit"_s, login}, 30'000);
        TELL(client, {u"type"_s, u"signInPasswordLineEdit"_s, QString::fromLatin1(passwordOfBoth)});
        picture(client, u"0-sign-in-"_s + login.section(u'@', 0, 0));
        TELL(client, {u"click"_s, u"signInGoOnPushButton"_s});
        TELL(client, {u"wait"_s, u"syncToolButton"_s, u"Online"_s}, 40'000);
        TELL(client, {u"view"_s, u"open"_s});
        TELL(client, {u"wait"_s, u"ticketListView"_s, u"Printer is out of paper"_s});
    }
    /// What waits for a decision is looked at and gone through with.
    void insistOn(const QString &shown, const QString &name)
    {
        TELL(*m_anna, {u"wait"_s, u"syncWindow"_s, shown}, 20'000);
        picture(*m_anna, name);
        TELL(*m_anna, {u"click"_s, u"queuedInsistPushButton"_s});
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!HiddenScreen::isInstalled())
            QSKIP("Xvfb is not installed");
        m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk());
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        m_address = m_server->newDatabase();
        QVERIFY(createDeskOnServer(m_address, NewDesk{u"IT Support"_s, u"Ada Admin"_s, u"ada@desk.example"_s, {}}));
        auto opened = LocalDesk::openServer(m_address);
        QVERIFY(opened);
        m_desk = *std::move(opened);
        m_ada = (*await(m_desk->catalog()))->agents.first().id;
        m_annasId = addAgent(u"Anna Berg"_s);
        addAgent(u"Mike Torres"_s);
        m_vpn = openTicket(u"VPN drops every hour"_s, u"Since Monday my connection drops every hour."_s);
        m_projector =
            openTicket(u"Projector in room 4 stays dark"_s, u"Nothing helps, and we have a meeting at ten."_s);
        m_printer = openTicket(u"Printer is out of paper"_s, u"The one beside the stairs."_s);
        m_service = std::make_unique<ServiceProcess>(placeOf(m_address));
        m_annasNetwork = std::make_unique<ChaosProxy>(m_service->port());
        m_anna = std::make_unique<DrivenProgram>(u"Anna"_s, u"http://127.0.0.1:%1/"_s.arg(m_annasNetwork->port()));
        m_mike = std::make_unique<DrivenProgram>(u"Mike"_s, m_service->url().toString() + u'/');
    }

    void cleanupTestCase()
    {
        m_anna.reset();
        m_mike.reset();
        m_annasNetwork.reset();
        m_service.reset();
        m_desk.reset();
        m_server.reset();
    }

    void bothSignIn()
    {
        signIn(*m_anna, u"anna@desk.example"_s);
        signIn(*m_mike, u"mike@desk.example"_s);
        TELL(*m_anna, {u"ticket"_s, m_vpn});
        TELL(*m_mike, {u"ticket"_s, m_vpn});
        TELL(*m_anna, {u"wait"_s, u"presenceLabel"_s, u"Mike Torres"_s}, 20'000);
        TELL(*m_mike, {u"wait"_s, u"presenceLabel"_s, u"Anna Berg"_s}, 20'000);
        pictures(u"1-online"_s);
    }

    /// The train enters a tunnel: triage, a reply, a new ticket and a search go on.
    void annaGoesOnOffline()
    {
        m_annasNetwork->setOpen(false);
        TELL(*m_anna, {u"wait"_s, u"syncToolButton"_s, u"Offline since"_s}, 30'000);
        send(*m_anna, u"ticket.reply"_s, u"Please try the new client, it is in the software centre."_s);
        TELL(*m_anna, {u"ticket"_s, m_projector});
        choose(*m_anna, u"stateFieldButton"_s, u"Solved"_s);
        TELL(*m_anna, {u"ticket"_s, m_printer});
        choose(*m_anna, u"priorityFieldButton"_s, u"Low"_s);
        TELL(*m_anna, {u"wait"_s, u"syncToolButton"_s, u"3 queued"_s});
        TELL(*m_anna, {u"ticket"_s, m_vpn});
        picture(*m_anna, u"2-offline-anna"_s);

        TELL(*m_anna, {u"action"_s, u"desk.newTicket"_s});
        TELL(*m_anna, {u"type"_s, u"requesterRecipientEdit/chipLineEdit"_s, u"sarah.lind@customer.example"_s});
        TELL(*m_anna, {u"key"_s, u"requesterRecipientEdit/chipLineEdit"_s, u"Return"_s});
        TELL(*m_anna, {u"type"_s, u"newTicketFields/subjectLineEdit"_s, u"Chair in the quiet car is broken"_s});
        TELL(*m_anna, {u"type"_s, u"descriptionTextEdit"_s, u"She called me on the train."_s});
        TELL(*m_anna, {u"click"_s, u"openTicketPushButton"_s});
        TELL(*m_anna, {u"wait"_s, u"syncToolButton"_s, u"4 queued"_s});
        TELL(*m_anna, {u"view"_s, u"open"_s});
        TELL(*m_anna, {u"wait"_s, u"ticketListView"_s, u"Chair in the quiet car"_s});
        TELL(*m_anna, {u"wait"_s, u"ticketListView"_s, u"new-"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!rowOf(*m_anna, u"Chair in the quiet car"_s).contains(u"Unread"), 5000);
        picture(*m_anna, u"3-new-ticket-anna"_s);

        TELL(*m_anna, {u"type"_s, u"searchLineEdit"_s, u"software"_s});
        TELL(*m_anna, {u"key"_s, u"searchLineEdit"_s, u"Return"_s});
        TELL(*m_anna, {u"wait"_s, u"ticketListView"_s, u"VPN drops"_s}); // by what she has just written
        TELL(*m_anna, {u"wait"_s, u"partialPlainLabel"_s, u""_s});
        picture(*m_anna, u"4-search-anna"_s);
        QCOMPARE(articlesWith(u"new client"_s), 0);
    }

    /// Meanwhile the same tickets change at the office.
    void mikeChangesTheSameTickets()
    {
        TELL(*m_mike, {u"gone"_s, u"presenceLabel"_s, u"Anna"_s}, 40'000);
        send(*m_mike, u"ticket.reply"_s, u"We have restarted the gateway."_s);
        TELL(*m_mike, {u"ticket"_s, m_projector});
        choose(*m_mike, u"stateFieldButton"_s, u"Open"_s);
        TELL(*m_mike, {u"ticket"_s, m_printer});
        choose(*m_mike, u"ownerFieldButton"_s, u"Mike"_s);
        // Told when it was done here, and told once when the service has done it, too.
        TELL(*m_mike, {u"wait"_s, u"threadView"_s, u"assigned it to Mike Torres"_s});
        TELL(*m_mike, {u"gone"_s, u"syncToolButton"_s, u"queued"_s}, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(there(u"SELECT count(*) FROM deskhand.history WHERE what = 'owner'"_s).toInt(), 1,
                                  10'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_mike->text(u"threadView"_s).count(u"assigned it to"_s), 1, 10'000);
        picture(*m_mike, u"5-meanwhile-mike"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(m_projector), u"Open"_s, 10'000);
        TELL(*m_anna, {u"click"_s, u"syncToolButton"_s});
        TELL(*m_anna, {u"wait"_s, u"syncWindow"_s, u"Chair in the quiet car"_s});
        picture(*m_anna, u"6-waiting-anna"_s);
    }

    void annaComesBack()
    {
        m_annasNetwork->setOpen(true);
        TELL(*m_anna, {u"click"_s, u"syncTryNowPushButton"_s});
        TELL(*m_anna, {u"wait"_s, u"syncToolButton"_s, u"2 need"_s}, 40'000);
        TELL(*m_anna, {u"gone"_s, u"syncToolButton"_s, u"queued"_s}, 20'000);
        QCOMPARE(articlesWith(u"new client"_s), 0); // held beside what she had not seen
        QCOMPARE(stateOf(m_projector), u"Open"_s);  // his stays until she has decided
        TELL(*m_mike, {u"view"_s, u"open"_s});
        TELL(*m_mike, {u"wait"_s, u"ticketListView"_s, u"Chair in the quiet car"_s}, 20'000);
        TELL(*m_mike, {u"gone"_s, u"ticketListView"_s, u"new-"_s});
        pictures(u"7-back"_s);
    }

    void annaDecides()
    {
        insistOn(u"new client"_s, u"8-held-anna"_s);
        TELL(*m_anna, {u"wait"_s, u"syncToolButton"_s, u"1 need"_s}, 20'000);
        insistOn(u"Set mine"_s, u"9-conflict-anna"_s);
        TELL(*m_anna, {u"gone"_s, u"syncToolButton"_s, u"attention"_s}, 20'000);
        TELL(*m_anna, {u"wait"_s, u"syncWindow"_s, u"Nothing waits"_s}, 20'000);
        picture(*m_anna, u"10-nothing-waits-anna"_s);
        QTRY_COMPARE_WITH_TIMEOUT(articlesWith(u"new client"_s), 1, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(m_projector), u"Solved"_s, 20'000);
        TELL(*m_anna, {u"key"_s, u"syncWindow"_s, u"Escape"_s});
    }

    void bothSeeTheSame()
    {
        for (DrivenProgram *client : {m_anna.get(), m_mike.get()}) {
            TELL(*client, {u"wait"_s, u"syncToolButton"_s, u"Online"_s}, 20'000);
            TELL(*client, {u"ticket"_s, m_printer});
            TELL(*client, {u"wait"_s, u"priorityFieldButton"_s, u"Low"_s}, 20'000); // different fields have merged
            TELL(*client, {u"wait"_s, u"ownerFieldButton"_s, u"Mike Torres"_s}, 20'000);
            QTRY_COMPARE_WITH_TIMEOUT(client->text(u"threadView"_s).count(u"assigned it to"_s), 1, 10'000);
            TELL(*client, {u"ticket"_s, m_projector});
            TELL(*client, {u"wait"_s, u"stateFieldButton"_s, u"Solved"_s}, 20'000);
            TELL(*client, {u"ticket"_s, m_vpn});
            TELL(*client, {u"wait"_s, u"threadView"_s, u"restarted the gateway"_s}, 20'000);
            TELL(*client, {u"wait"_s, u"threadView"_s, u"new client"_s}, 20'000);
        }
        pictures(u"11-the-same"_s);
        QCOMPARE(articlesWith(u"new client"_s), 1);
        QCOMPARE(articlesWith(u"restarted the gateway"_s), 1);
        QCOMPARE(articlesWith(u"called me on the train"_s), 1);
        QCOMPARE(there(u"SELECT count(*) FROM deskhand.ticket"_s).toInt(), 4);
    }
};

QTEST_GUILESS_MAIN(OfflineTwoClientsTest)
#include "offline_two_clients_test.moc"
