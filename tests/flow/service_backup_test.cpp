// SPDX-License-Identifier: GPL-3.0-or-later
// A backup that is taken while clients work at a service is the desk at one moment, and is served as such elsewhere.
#include "support/history_check.h"
#include "support/served_desk.h"
#include "support/service_client.h"
#include "support/service_process.h"
#include "wire/command_done.h"
#include "wire/wire_command.h"

#include <QNetworkReply>
#include <QtTest>

#include <algorithm>
#include <vector>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Somebody at a service who opens tickets, answers in them and changes them, one after the other, and knows what has
/// been said of each command.
class BusyClient : public QObject
{
public:
    BusyClient(const QUrl &service, const QByteArray &token, PersonId me, int number)
        : m_client(service, token)
        , m_me(me)
        , m_number(number)
    {
        openTicket();
    }

    QSet<CommandId> given;
    QSet<CommandId> done;
    bool ends = false;
    [[nodiscard]] bool isIdle() const { return given.size() == done.size(); }

private:
    void give(const CommandBody &what, void (BusyClient::*next)(const CommandAnswer &))
    {
        const Command command = Command::make(m_me, what);
        given.insert(command.id);
        QNetworkReply *reply = m_network.post(m_client.request(u"/api/v1/commands"_s), encodeCommand(command));
        connect(reply, &QNetworkReply::finished, this, [this, reply, next, id = command.id] {
            reply->deleteLater();
            const QByteArray body = reply->readAll();
            const Result<WireCommandDone> answer = decodeCommandDone(body);
            if (reply->error() != QNetworkReply::NoError || !answer)
                qFatal("client %d: %s %s", m_number, qPrintable(reply->errorString()), body.constData());
            done.insert(id);
            if (!ends)
                (this->*next)(answer->answer);
        });
    }
    void openTicket(const CommandAnswer & = {})
    {
        OpenTicket open;
        open.subject = u"Ticket %1 of %2"_s.arg(++m_serial).arg(m_number);
        open.requesterAddress.address = u"rita%1@customer.example"_s.arg(m_serial % 7);
        open.article = NewArticle();
        open.article->text = u"Text %1 of %2"_s.arg(m_serial).arg(m_number);
        give(open, &BusyClient::reply);
    }
    void reply(const CommandAnswer &opened)
    {
        PostArticle post;
        post.ticket = opened.ticket;
        post.article.text = u"Answer %1 of %2"_s.arg(m_serial).arg(m_number);
        post.evenUnseen = true;
        give(post, &BusyClient::rename);
    }
    void rename(const CommandAnswer &posted)
    {
        FieldChange subject;
        subject.field = TicketField::Subject;
        subject.value = u"Renamed %1 of %2"_s.arg(m_serial).arg(m_number);
        give(ChangeTicket{posted.ticket, posted.version, {subject}, {}}, &BusyClient::openTicket);
    }

    ServiceClient m_client;
    QNetworkAccessManager m_network;
    PersonId m_me;
    int m_number;
    int m_serial = 0;
};

/// What was known when a backup was begun and when it was there.
struct TakenBackup {
    QString file;
    QSet<CommandId> doneBefore;
    QSet<CommandId> givenBefore; ///< its end
};

QVector<Change> feedAt(Desk &desk)
{
    QVector<Change> all;
    for (qint64 cursor = 0;;) {
        const FeedPage page = must(await(desk.changesSince(cursor, 10'000)));
        all += page.changes;
        cursor = page.cursor;
        if (!page.more)
            return all;
    }
}

/// Everything that has ever happened to the tickets of a desk, one line each, as far as these commands did it.
QStringList storyOf(Desk &desk, PersonId me, const QSet<CommandId> &commands)
{
    QStringList story;
    TicketQuery query;
    query.me = me;
    query.sort = ListSort{ListColumn::Number, false};
    for (const TicketId ticket : must(await(desk.tickets(query))).ids) {
        const QVector<HistoryEntry> entries = must(await(desk.history(ticket, me, 1000)));
        QSet<QString> articles;
        for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry) {
            if (!commands.contains(entry->command))
                continue;
            story.append(u"%1 %2 v%3 %4 %5 %6: %7 > %8"_s.arg(ticket.value)
                             .arg(entry->id)
                             .arg(entry->version)
                             .arg(entry->at)
                             .arg(entry->actorName, entry->what, entry->oldValue, entry->newValue));
            if (entry->what == u"article")
                articles.insert(entry->newValue);
        }
        ThreadQuery thread;
        thread.ticket = ticket;
        thread.me = me;
        thread.limit = 1000;
        for (const Article &article : must(await(desk.thread(thread))).articles) {
            if (articles.contains(QString::number(article.id.value)))
                story.append(u"%1 [%2] %3"_s.arg(ticket.value).arg(article.id.value).arg(article.text));
        }
    }
    return story;
}

QSet<CommandId> commandsOf(const QVector<Change> &feed)
{
    QSet<CommandId> commands;
    for (const Change &change : feed)
        commands.insert(change.command);
    return commands;
}

} // namespace

class ServiceBackupTest : public QObject
{
    Q_OBJECT

    DeskPlaces m_places;
    QTemporaryDir m_folder;
    int m_files = 0;
    QSet<CommandId> m_setUp; ///< what was done before anybody worked

    QString newFile(const QString &ending) { return m_folder.filePath(u"%1.%2"_s.arg(++m_files).arg(ending)); }
    /// deskhandctl, while everybody works on. False: it says no.
    static bool control(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(folder + u"/deskhandctl"_s, arguments);
        return (finished.size() > 0 || finished.wait(60'000)) && process.exitStatus() == QProcess::NormalExit
               && process.exitCode() == 0;
    }
    QString elsewhere(bool onServer)
    {
        return onServer ? placeOf(m_places.server().newDatabase()) : newFile(u"desk"_s);
    }
    void compare(const TakenBackup &backup, const QString &place, LocalDesk &source, PersonId me);

private Q_SLOTS:
    void initTestCase() { m_places.startServer(); }
    void underLoadItIsACommittedPoint_data();
    void underLoadItIsACommittedPoint();
};

void ServiceBackupTest::underLoadItIsACommittedPoint_data()
{
    QTest::addColumn<bool>("onServer");
    QTest::newRow("file") << false;
    if (m_places.hasServer())
        QTest::newRow("PostgreSQL") << true;
}

void ServiceBackupTest::underLoadItIsACommittedPoint()
{
    constexpr int clients = 6;
    constexpr int backups = 3;
    QFETCH(bool, onServer);
    const ServedDesk desk(m_places.newPlace(onServer));
    m_setUp = commandsOf(feedAt(*desk.open()));
    QVector<TakenBackup> taken;
    {
        const ServiceProcess service(desk.place, {u"--limits-api-requests-per-second=100000"_s});
        std::vector<std::unique_ptr<BusyClient>> busy;
        for (int i = 0; i < clients; ++i) {
            const PersonId me = i % 2 == 0 ? desk.ada : desk.ben;
            busy.push_back(
                std::make_unique<BusyClient>(service.url(), ServiceProcess::openSession(desk.place, me), me, i));
        }
        const auto all = [&busy](QSet<CommandId> BusyClient::*which) {
            QSet<CommandId> united;
            for (const auto &client : busy)
                united.unite(*client.*which);
            return united;
        };
        for (int round = 0; round < backups; ++round) {
            const qsizetype before = all(&BusyClient::done).size();
            QTRY_VERIFY(all(&BusyClient::done).size() > before + 4 * clients);
            TakenBackup backup{newFile(u"backup"_s), all(&BusyClient::done), {}};
            QVERIFY(control({u"backup"_s, desk.place, backup.file}));
            backup.givenBefore = all(&BusyClient::given);
            QVERIFY(backup.givenBefore.size() > backup.doneBefore.size() + clients); // there was load
            taken.append(backup);
        }
        for (const auto &client : busy)
            client->ends = true;
        for (const auto &client : busy)
            QTRY_VERIFY(client->isIdle());
    }
    const auto source = desk.open();
    for (const TakenBackup &backup : std::as_const(taken)) {
        // Elsewhere: on the other kind of desk, too, where there is one.
        const bool isLast = &backup == &taken.last();
        for (const bool server : isLast &&m_places.hasServer() ? QVector<bool>{false, true} : QVector<bool>{false}) {
            const QString place = elsewhere(server);
            QVERIFY(control({u"restore"_s, backup.file, place}));
            compare(backup, place, *source, desk.ada);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

/// A service elsewhere has what had been done when the backup was begun, nothing that was begun when it was there, and
/// of all between a beginning.
void ServiceBackupTest::compare(const TakenBackup &backup, const QString &place, LocalDesk &source, PersonId me)
{
    const auto restored = openDeskAt(place);
    const QVector<Change> whole = feedAt(source);
    const QVector<Change> feed = feedAt(*restored);
    QVERIFY(feed.size() > 10 && feed.size() <= whole.size());
    for (qsizetype i = 0; i < feed.size(); ++i) {
        QCOMPARE(feed[i].seq, whole[i].seq);
        QCOMPARE(feed[i].command, whole[i].command);
        QCOMPARE(feed[i].ticket, whole[i].ticket);
        QVERIFY(feed[i].kind == whole[i].kind);
    }
    if (feed.size() < whole.size())
        QVERIFY(feed.last().command != whole[feed.size()].command);
    const QSet<CommandId> commands = commandsOf(feed);
    QVERIFY(commands.contains(backup.doneBefore));
    QVERIFY(QSet<CommandId>(commands).subtract(backup.givenBefore).subtract(m_setUp).isEmpty());
    const QStringList there = storyOf(*restored, me, commandsOf(whole));
    const QStringList here = storyOf(source, me, commands);
    QVERIFY(there.size() > 20);
    QCOMPARE(there, here);
    if (!isPostgresUrl(place))
        QCOMPARE(brokenDesk(place), QString());
    // Another desk from here on, and it can be worked at.
    const QUuid epoch = must(await(restored->syncHead())).epoch;
    QVERIFY(!epoch.isNull() && epoch != must(await(source.syncHead())).epoch);
    const ServiceProcess service(place);
    ServiceClient client(service.url(), ServiceProcess::openSession(place, me));
    const ServiceAnswer status = client.get(u"/api/v1/status"_s);
    QCOMPARE(status.status, 200);
    const QJsonObject requester{{u"address"_s, u"rita@customer.example"_s}};
    const ServiceAnswer opened =
        client.command(u"open-ticket"_s, {{u"subject"_s, u"After it"_s}, {u"requesterAddress"_s, requester}});
    QVERIFY2(opened.status == 200, opened.body.constData());
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ServiceBackupTest)
#include "service_backup_test.moc"
