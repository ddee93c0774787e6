// SPDX-License-Identifier: GPL-3.0-or-later
// A day's changes of 500 tickets over a link like those of trains: 250 kbit/s and 300 ms there and back.
#include "support/chaos_proxy.h"
#include "support/local_desk_fixture.h"
#include "support/remote_fixture.h"

#include <QElapsedTimer>
#include <QtTest>

namespace deskhand::test {
namespace {

constexpr int slowTickets = 500;
constexpr int ticketsAtOnce = 100;
constexpr ChaosWeather regular2G{150, 30, 31'250, 0};
constexpr qint64 limitMs = 30'000;

} // namespace

class RemoteSlowLinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayComesWithinHalfAMinute();

private:
    static void makeADay(Desk &desk, PersonId admin);
};

void RemoteSlowLinkTest::makeADay(Desk &desk, PersonId admin)
{
    const QString sentence =
        QStringLiteral("The printer on the %1. floor of building %2 blinks in %3 and prints nothing "
                       "since this morning; we have switched it off and on, changed the paper "
                       "and the toner, and called the shop, who said to write to you. ");
    QVector<QFuture<Result<CommandAnswer>>> answers;
    for (int i = 0; i < slowTickets; ++i) {
        OpenTicket open;
        open.subject = QStringLiteral("Printer %1 prints nothing").arg(i * 7919 % 1000);
        open.requesterAddress.address = QStringLiteral("person%1@customer.example").arg(i % 90);
        NewArticle article;
        article.senderRole = SenderRole::Customer;
        for (int line = 0; line < 4; ++line)
            article.text += sentence.arg(i % 9).arg((i * 31 + line) % 97).arg(i * line % 13);
        open.article = article;
        Command command = Command::make({}, open);
        command.actorKind = ActorKind::System;
        answers.append(desk.submit(command));
    }
    for (int i = 0; i < slowTickets; ++i) {
        const auto opened = await(answers[i], 120'000);
        QVERIFY(opened);
        NewArticle reply;
        reply.text =
            QStringLiteral("Dear customer %1, we come at %2 o'clock and bring another one.").arg(i).arg(i % 8 + 9);
        answers[i] = desk.submit(Command::make(admin, PostArticle{opened->ticket, reply, {}, {}, 0, false}));
    }
    for (const auto &answer : std::as_const(answers))
        QVERIFY(await(answer, 120'000));
}

void RemoteSlowLinkTest::aDayComesWithinHalfAMinute()
{
    LocalDeskFixture desk;
    ServedTestDesk served(desk.path(), desk.desk(), std::make_shared<SystemClock>());
    makeADay(desk.desk(), desk.admin());
    ChaosProxy proxy(served.url().port());
    RemoteDeskOptions options;
    options.place.service = served.url();
    options.place.service.setPort(proxy.port());
    options.token = served.newToken(desk.admin());
    options.listens = false;
    proxy.setWeather(regular2G);

    QElapsedTimer timer;
    timer.start();
    RemoteDesk door(options);
    QVERIFY(await(door.syncHead()));
    QSet<qint64> changed;
    qint64 cursor = 0;
    for (bool more = true; more;) {
        const auto page = await(door.changesSince(cursor, 1000));
        QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
        for (const Change &change : page->changes) {
            if (change.ticket.isValid())
                changed.insert(change.ticket.value);
        }
        cursor = page->cursor;
        more = page->more;
    }
    QCOMPARE(changed.size(), slowTickets);
    QVector<QFuture<Result<SyncRows>>> parts;
    QVector<TicketId> ids;
    for (const qint64 id : std::as_const(changed)) {
        ids.append(TicketId(id));
        if (ids.size() == ticketsAtOnce)
            parts.append(door.syncTickets(std::exchange(ids, {}), {}));
    }
    qint64 bytes = 0;
    for (const auto &part : std::as_const(parts)) {
        const auto rows = await(part, 120'000);
        QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
        QVERIFY(rows->gone.isEmpty());
        bytes += rows->rows.size();
    }
    const qint64 elapsed = timer.elapsed();
    qInfo("500 tickets: %lld ms, %lld bytes of rows, %lld bytes on the way", elapsed, bytes,
          proxy.bytesPassed(ChaosWay::ToClient));
    QVERIFY2(elapsed <= limitMs, qPrintable(QString::number(elapsed)));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::RemoteSlowLinkTest)
#include "remote_slow_link_test.moc"
