// SPDX-License-Identifier: GPL-3.0-or-later
// deskhandd as it is started, spoken to as any program could: on a file and on PostgreSQL.
#include "domain/article.h"
#include "support/served_desk.h"
#include "support/service_client.h"
#include "support/service_process.h"

#include <QSignalSpy>
#include <QtTest>

namespace deskhand::test {
namespace {

constexpr auto password = "correct horse battery";

QJsonObject openTicket(const QString &subject, QueueId queue = {})
{
    QJsonObject body{{QStringLiteral("subject"), subject},
                     {QStringLiteral("requesterAddress"),
                      QJsonObject{{QStringLiteral("address"), QStringLiteral("rita@customer.example")}}}};
    if (queue.isValid())
        body.insert(QStringLiteral("queue"), queue.value);
    return body;
}

QSet<qint64> ticketsIn(const QVector<QJsonObject> &messages)
{
    QSet<qint64> tickets;
    for (const QJsonObject &message : messages) {
        for (const QJsonValue &change : message[QStringLiteral("changes")].toArray())
            tickets.insert(change[QStringLiteral("ticket")].toInteger());
    }
    return tickets;
}

} // namespace

class ServiceTest : public QObject
{
    Q_OBJECT

private:
    DeskPlaces m_places;

    void places()
    {
        QTest::addColumn<bool>("server");
        QTest::newRow("file") << false;
        if (m_places.hasServer())
            QTest::newRow("PostgreSQL") << true;
    }
    ServedDesk newDesk() { return ServedDesk(m_places.newPlace(QTest::currentDataTag() == QByteArray("PostgreSQL"))); }

private Q_SLOTS:
    void initTestCase() { m_places.startServer(); }

    void whoSignsInAsksAndCommands_data() { places(); }
    void whoSignsInAsksAndCommands()
    {
        const ServedDesk desk = newDesk();
        ServiceProcess::givePassword(desk.place, desk.ada, password);
        ServiceProcess service(desk.place);
        ServiceClient client(service.url());
        QCOMPARE(client.get(QStringLiteral("/health")).status, 200);
        QCOMPARE(client.get(QStringLiteral("/ready")).status, 200);
        QCOMPARE(client.get(QStringLiteral("/api/hello")).json()[QStringLiteral("service")].toString(),
                 QStringLiteral("deskhand"));
        QCOMPARE(client.call(QStringLiteral("catalog")).status, 401);
        QVERIFY(!client.signIn(QStringLiteral("ada@desk.example"), QStringLiteral("wrong")));
        QVERIFY(client.signIn(QStringLiteral("ada@desk.example"), QString::fromLatin1(password)));

        // Five times the same command: one ticket, the same answer.
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        QSet<QByteArray> answers;
        for (int i = 0; i < 5; ++i) {
            const ServiceAnswer answer =
                client.command(QStringLiteral("open-ticket"), openTicket(QStringLiteral("Printer")), id);
            QVERIFY2(answer.status == 200, answer.body.constData());
            answers.insert(answer.body);
        }
        QCOMPARE(answers.size(), 1);
        const qint64 ticket = QJsonDocument::fromJson(*answers.cbegin()).object()[QStringLiteral("ticket")].toInteger();
        QVERIFY(ticket > 0);
        const ServiceAnswer detail = client.call(QStringLiteral("ticket"), {{QStringLiteral("id"), ticket}});
        QVERIFY2(detail.status == 200, detail.body.constData());
        QVERIFY(detail.body.contains("Printer"));
        const ServiceAnswer list = client.call(QStringLiteral("tickets"));
        QVERIFY2(list.status == 200, list.body.constData());
        QCOMPARE(list.json()[QStringLiteral("ids")].toArray().size(), 1);

        // What is no question, no endpoint, no method, no scope.
        QCOMPARE(client.call(QStringLiteral("ticket"), {{QStringLiteral("idd"), 1}}).status, 422);
        QCOMPARE(client.call(QStringLiteral("nothing")).status, 404);
        QCOMPARE(client.get(QStringLiteral("/api/v1/tickets")).status, 405);
        QCOMPARE(client.call(QStringLiteral("sign-out")).status, 200);
        QCOMPARE(client.call(QStringLiteral("catalog")).status, 401);
        QCOMPARE(service.terminate(), 0);
    }

    void whoMayNotSeeATicketHearsNothingOfIt_data() { places(); }
    void whoMayNotSeeATicketHearsNothingOfIt()
    {
        const ServedDesk desk = newDesk();
        ServiceProcess service(desk.place);
        const QByteArray adasToken = ServiceProcess::openSession(desk.place, desk.ada);
        const QByteArray bensToken = ServiceProcess::openSession(desk.place, desk.ben);
        ServiceClient ada(service.url(), adasToken);
        ServiceClient ben(service.url(), bensToken);
        ServiceSocket adasSocket(service.url(), adasToken);
        ServiceSocket bensSocket(service.url(), bensToken);
        QTRY_VERIFY(adasSocket.isOpen() && bensSocket.isOpen());
        adasSocket.hello();
        bensSocket.hello();
        QTRY_COMPARE(adasSocket.heard(QStringLiteral("hello")).size(), 1);
        QTRY_COMPARE(bensSocket.heard(QStringLiteral("hello")).size(), 1);

        const auto opened = [](const ServiceAnswer &answer) {
            return answer.json()[QStringLiteral("ticket")].toInteger();
        };
        const qint64 secret =
            opened(ada.command(QStringLiteral("open-ticket"), openTicket(QStringLiteral("Salaries"), desk.hidden)));
        const qint64 open = opened(ada.command(QStringLiteral("open-ticket"), openTicket(QStringLiteral("Printer"))));
        QVERIFY(secret > 0 && open > 0);
        QTRY_VERIFY(ticketsIn(adasSocket.heard(QStringLiteral("changes"))).contains(open));
        QTRY_VERIFY(ticketsIn(bensSocket.heard(QStringLiteral("changes"))).contains(open));
        QVERIFY(ticketsIn(adasSocket.heard(QStringLiteral("changes"))).contains(secret));
        QVERIFY(!ticketsIn(bensSocket.heard(QStringLiteral("changes"))).contains(secret));
        QCOMPARE(ben.call(QStringLiteral("ticket"), {{QStringLiteral("id"), secret}}).status, 404);
        QCOMPARE(ben.command(QStringLiteral("mark-read"), {{QStringLiteral("ticket"), secret}}).status, 404);

        // Presence: of both in the open one, of Ada in hers; Ben hears only of the first.
        const auto sign = [](qint64 ticket) {
            return QJsonObject{{QStringLiteral("ticket"), ticket}, {QStringLiteral("kind"), QStringLiteral("viewing")}};
        };
        adasSocket.say({{QStringLiteral("type"), QStringLiteral("presence")},
                        {QStringLiteral("signs"), QJsonArray{sign(secret), sign(open)}}});
        bensSocket.say({{QStringLiteral("type"), QStringLiteral("presence")},
                        {QStringLiteral("signs"), QJsonArray{sign(secret), sign(open)}}});
        const auto others = [](const ServiceSocket &socket) {
            const auto told = socket.heard(QStringLiteral("presence"));
            return told.isEmpty() ? QJsonArray() : told.last()[QStringLiteral("others")].toArray();
        };
        QTRY_COMPARE(others(bensSocket).size(), 1);
        QCOMPARE(others(bensSocket)[0][QStringLiteral("ticket")].toInteger(), open);
        QTRY_COMPARE(others(adasSocket).size(), 1);
        QCOMPARE(others(adasSocket)[0][QStringLiteral("person")].toInteger(), desk.ben.value);
        bensSocket.socket().close();
        QTRY_COMPARE(others(adasSocket).size(), 0);
    }

    void ticketsThatLeaveAreTold_data() { places(); }
    void ticketsThatLeaveAreTold()
    {
        const ServedDesk desk = newDesk();
        ServiceProcess service(desk.place);
        ServiceClient ada(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
        const QByteArray bensToken = ServiceProcess::openSession(desk.place, desk.ben);
        ServiceSocket ben(service.url(), bensToken);
        QTRY_VERIFY(ben.isOpen());
        ben.hello();
        QTRY_COMPARE(ben.heard(QStringLiteral("hello")).size(), 1);
        const ServiceAnswer opened = ada.command(QStringLiteral("open-ticket"), openTicket(QStringLiteral("Printer")));
        const qint64 ticket = opened.json()[QStringLiteral("ticket")].toInteger();
        QTRY_COMPARE(ben.heard(QStringLiteral("changes")).size(), 1);
        const auto change = [&](const QString &field, const QJsonValue &value, qint64 version) {
            const QJsonArray changes{QJsonObject{{QStringLiteral("field"), field}, {QStringLiteral("value"), value}}};
            const ServiceAnswer changed =
                ada.command(QStringLiteral("change-ticket"), {{QStringLiteral("ticket"), ticket},
                                                              {QStringLiteral("baseVersion"), version},
                                                              {QStringLiteral("changes"), changes}});
            if (changed.status != 200)
                qWarning("%s", changed.body.constData());
            return changed.json()[QStringLiteral("version")].toInteger();
        };
        const qint64 away =
            change(QStringLiteral("queue"), desk.hidden.value, opened.json()[QStringLiteral("version")].toInteger());
        QVERIFY(away > 0);
        // That it has changed, and nothing else: not who did it.
        QTRY_COMPARE(ben.heard(QStringLiteral("changes")).size(), 2);
        const QJsonObject gone =
            ben.heard(QStringLiteral("changes"))[1][QStringLiteral("changes")].toArray()[0].toObject();
        QCOMPARE(gone[QStringLiteral("ticket")].toInteger(), ticket);
        QVERIFY(!gone.contains(QStringLiteral("actor")));
        QVERIFY(!gone.contains(QStringLiteral("command")));
        // What becomes of it there is nothing to Ben.
        QVERIFY(change(QStringLiteral("subject"), QStringLiteral("Scanner"), away) > 0);
        const ServiceAnswer other = ada.command(QStringLiteral("open-ticket"), openTicket(QStringLiteral("Mouse")));
        const qint64 mouse = other.json()[QStringLiteral("ticket")].toInteger();
        QTRY_VERIFY(ticketsIn(ben.heard(QStringLiteral("changes"))).contains(mouse));
        QCOMPARE(ticketsIn(ben.heard(QStringLiteral("changes")).mid(2)), QSet<qint64>{mouse});
    }

    void aRevokedSessionIsOverWithinASecond_data() { places(); }
    void aRevokedSessionIsOverWithinASecond()
    {
        const ServedDesk desk = newDesk();
        ServiceProcess one(desk.place);
        ServiceProcess other(desk.place);
        const QByteArray token = ServiceProcess::openSession(desk.place, desk.ada);
        ServiceClient revoker(one.url(), ServiceProcess::openSession(desk.place, desk.ada));
        ServiceSocket here(one.url(), token);
        ServiceSocket there(other.url(), token);
        ServiceClient client(other.url(), token);
        QTRY_VERIFY(here.isOpen() && there.isOpen());
        here.hello();
        there.hello();
        QTRY_VERIFY(!here.heard(QStringLiteral("hello")).isEmpty());
        QTRY_VERIFY(!there.heard(QStringLiteral("hello")).isEmpty());
        QCOMPARE(client.call(QStringLiteral("signed-in")).status, 200);
        QElapsedTimer since;
        since.start();
        QCOMPARE(revoker.call(QStringLiteral("revoke-session")).status, 200); // all but its own
        QTRY_VERIFY_WITH_TIMEOUT(here.isClosed() && there.isClosed(), 5000);
        QVERIFY2(since.elapsed() <= 1500, qPrintable(QString::number(since.elapsed())));
        QCOMPARE(there.heard(QStringLiteral("bye")).last()[QStringLiteral("reason")].toString(),
                 QStringLiteral("signed-out"));
        QCOMPARE(client.call(QStringLiteral("signed-in")).status, 401);
    }

    void changesAndPresenceReachClientsOfAnotherProcess_data() { places(); }
    void changesAndPresenceReachClientsOfAnotherProcess()
    {
        const ServedDesk desk = newDesk();
        ServiceProcess one(desk.place);
        ServiceProcess other(desk.place);
        const QByteArray adasToken = ServiceProcess::openSession(desk.place, desk.ada);
        const QByteArray bensToken = ServiceProcess::openSession(desk.place, desk.ben);
        ServiceSocket ada(one.url(), adasToken);
        ServiceSocket ben(other.url(), bensToken);
        QTRY_VERIFY(ada.isOpen() && ben.isOpen());
        ada.hello();
        ben.hello();
        QTRY_VERIFY(!ada.heard(QStringLiteral("hello")).isEmpty() && !ben.heard(QStringLiteral("hello")).isEmpty());
        // Without stickiness: Ada's commands go to either.
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const ServiceAnswer first = ServiceClient(one.url(), adasToken)
                                        .command(QStringLiteral("open-ticket"), openTicket(QStringLiteral("One")), id);
        const ServiceAnswer again = ServiceClient(other.url(), adasToken)
                                        .command(QStringLiteral("open-ticket"), openTicket(QStringLiteral("One")), id);
        QVERIFY2(first.status == 200, first.body.constData());
        QCOMPARE(again.body, first.body);
        const qint64 ticket = first.json()[QStringLiteral("ticket")].toInteger();
        QTRY_VERIFY(ticketsIn(ben.heard(QStringLiteral("changes"))).contains(ticket));
        ada.say(
            {{QStringLiteral("type"), QStringLiteral("presence")},
             {QStringLiteral("signs"), QJsonArray{QJsonObject{{QStringLiteral("ticket"), ticket},
                                                              {QStringLiteral("kind"), QStringLiteral("writing")}}}}});
        const auto isThere = [&] {
            const auto told = ben.heard(QStringLiteral("presence"));
            const QJsonArray others = told.isEmpty() ? QJsonArray() : told.last()[QStringLiteral("others")].toArray();
            return others.size() == 1 && others[0][QStringLiteral("person")].toInteger() == desk.ada.value
                   && others[0][QStringLiteral("kind")].toString() == u"writing";
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10'000);
    }

    void afterARestartClientsGoOnByTheirCursor_data() { places(); }
    void afterARestartClientsGoOnByTheirCursor()
    {
        const ServedDesk desk = newDesk();
        ServiceProcess service(desk.place);
        const QByteArray token = ServiceProcess::openSession(desk.place, desk.ada);
        ServiceClient client(service.url(), token);
        ServiceSocket socket(service.url(), token);
        QTRY_VERIFY(socket.isOpen());
        socket.hello();
        QTRY_COMPARE(socket.heard(QStringLiteral("hello")).size(), 1);
        const qint64 cursor = socket.heard(QStringLiteral("hello"))[0][QStringLiteral("cursor")].toInteger();
        QCOMPARE(service.terminate(), 0);
        QTRY_VERIFY(socket.isClosed());
        QCOMPARE(socket.heard(QStringLiteral("bye")).last()[QStringLiteral("reason")].toString(),
                 QStringLiteral("restart"));
        {
            const auto local = desk.open(); // meanwhile somebody works
            OpenTicket open;
            open.subject = QStringLiteral("While it was away");
            open.requesterAddress = MailAddress{{}, QStringLiteral("rita@customer.example")};
            QVERIFY(await(local->submit(Command::make(desk.ada, open))).has_value());
        }
        service.start();
        ServiceSocket back(service.url(), token);
        QTRY_VERIFY(back.isOpen());
        back.hello(cursor);
        QTRY_COMPARE(back.heard(QStringLiteral("hello")).size(), 1);
        QVERIFY(back.heard(QStringLiteral("hello"))[0][QStringLiteral("cursor")].toInteger() > cursor);
        const ServiceAnswer missed = client.call(QStringLiteral("changes"), {{QStringLiteral("cursor"), cursor}});
        QVERIFY2(missed.status == 200, missed.body.constData());
        QVERIFY(!missed.json()[QStringLiteral("changes")].toArray().isEmpty());
    }

    void figuresAndLogHoldNoSecret()
    {
        const ServedDesk desk = newDesk();
        ServiceProcess::givePassword(desk.place, desk.ada, password);
        ServiceProcess service(desk.place, {QStringLiteral("--log-level=debug")});
        ServiceClient client(service.url());
        QVERIFY(!client.signIn(QStringLiteral("planted-login@desk.example"), QStringLiteral("planted-password")));
        QVERIFY(client.signIn(QStringLiteral("ada@desk.example"), QString::fromLatin1(password)));
        const QByteArray token = client.token;
        client.command(QStringLiteral("open-ticket"), openTicket(QStringLiteral("planted-subject")));
        client.call(QStringLiteral("search"), {{QStringLiteral("text"), QStringLiteral("planted-word")}});
        client.call(QStringLiteral("people"), {{QStringLiteral("startsWith"), QStringLiteral("planted-name")}});
        client.get(QStringLiteral("/planted-path"));
        const QByteArray metrics = client.get(QStringLiteral("/metrics")).body;
        QVERIFY(metrics.contains("deskhand_requests_total{endpoint=\"search\",status=\"200\"} 1"));
        QVERIFY(metrics.contains("deskhand_sign_ins_total 1"));
        QCOMPARE(service.terminate(), 0);
        const QByteArray log = service.log();
        QVERIFY(log.contains("\"endpoint\":\"search\""));
        for (const QByteArray &line : log.split('\n'))
            QVERIFY2(line.isEmpty() || QJsonDocument::fromJson(line).isObject(), line.constData());
        for (const QByteArray &told : {log, metrics}) {
            QVERIFY2(!told.contains("planted"), told.constData());
            QVERIFY(!told.contains(token));
            QVERIFY(!told.contains(password));
            QVERIFY(!told.contains("customer.example"));
            QVERIFY(!told.contains("desk.example"));
            QVERIFY(!told.contains("Ada"));
        }
    }

    void onlyTheTokenCounts()
    {
        const ServedDesk desk = newDesk();
        ServiceProcess service(desk.place, {QStringLiteral("--listen-origins=https://good.example")});
        const QByteArray token = ServiceProcess::openSession(desk.place, desk.ada);
        ServiceClient client(service.url());
        QNetworkAccessManager network;
        QNetworkRequest request = client.request(QStringLiteral("/api/v1/catalog"));
        request.setRawHeader("Cookie", "token=" + token);
        QNetworkReply *reply = network.post(request, QByteArray("{}"));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 401);
        reply->deleteLater();
        ServiceSocket nobody(service.url(), {});
        ServiceSocket bad(service.url(), token, "https://evil.example");
        ServiceSocket good(service.url(), token, "https://good.example");
        QTRY_VERIFY(good.isOpen());
        QTRY_COMPARE(bad.socket().state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(nobody.socket().state(), QAbstractSocket::UnconnectedState);
        // Before the greeting nothing else is listened to.
        good.say({{QStringLiteral("type"), QStringLiteral("presence")}, {QStringLiteral("signs"), QJsonArray()}});
        QTRY_VERIFY(good.isClosed());
        QCOMPARE(good.heard(QStringLiteral("bye")).last()[QStringLiteral("reason")].toString(),
                 QStringLiteral("bad-message"));
    }

    void answersArePackedForSlowLines()
    {
        const ServedDesk desk = newDesk();
        ServiceProcess service(desk.place);
        ServiceClient client(service.url(), ServiceProcess::openSession(desk.place, desk.ada));
        QNetworkAccessManager network;
        QNetworkRequest request = client.request(QStringLiteral("/api/v1/openapi.json"));
        request.setRawHeader("Accept-Encoding", "gzip"); // set by hand: Qt then leaves it packed
        QNetworkReply *reply = network.get(request);
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->rawHeader("Content-Encoding"), QByteArray("gzip"));
        const qsizetype packed = reply->readAll().size();
        reply->deleteLater();
        const ServiceAnswer whole = client.get(QStringLiteral("/api/v1/openapi.json"));
        QVERIFY(QJsonDocument::fromJson(whole.body).isObject());
        QVERIFY2(packed * 4 < whole.body.size(), qPrintable(QString::number(packed)));
    }
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ServiceTest)
#include "service_test.moc"
