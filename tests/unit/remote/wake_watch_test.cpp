// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/wake_watch.h"

#include "remote/remote_thread.h"
#include "support/scripted_service.h"
#include "wire/service_hello.h"
#include "wire/sync_calls.h"
#include "wire/wire_calls.h"
#include "wire/wire_socket.h"

#include <QSignalSpy>
#include <QtTest>

namespace deskhand::test {

/// A computer that sleeps, and what is done when it wakes up.
class WakeWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sleepIsNoticed();
    void itLooksByItself();
    void whoWakesUpBeginsAnew();
};

void WakeWatchTest::sleepIsNoticed()
{
    qint64 now = 1'000'000;
    WakeWatch watch(nullptr, [&now] { return now; });
    const QSignalSpy woke(&watch, &WakeWatch::woke);
    now += WakeWatch::lookEveryMs;
    watch.look();
    now += WakeWatch::lookEveryMs + WakeWatch::sleptMs; // it was busy
    watch.look();
    now -= 3'600'000; // somebody has set the clock
    watch.look();
    now += WakeWatch::lookEveryMs;
    watch.look();
    QCOMPARE(woke.size(), 0);
    now += WakeWatch::lookEveryMs + WakeWatch::sleptMs + 1;
    watch.look();
    QCOMPARE(woke.size(), 1);
    now += WakeWatch::lookEveryMs;
    watch.look();
    QCOMPARE(woke.size(), 1);
    now += 8LL * 3'600'000;
    watch.look();
    QCOMPARE(woke.size(), 2);
}

void WakeWatchTest::itLooksByItself()
{
    qint64 now = 1'000'000;
    WakeWatch watch(nullptr, [&now] { return now; });
    const QSignalSpy woke(&watch, &WakeWatch::woke);
    now += 3'600'000;
    QTRY_COMPARE_WITH_TIMEOUT(woke.size(), 1, 3 * WakeWatch::lookEveryMs);
}

/// The way of before looks sound and is dead: no question waits for its time-out.
void WakeWatchTest::whoWakesUpBeginsAnew()
{
    ScriptedService service;
    service.answer("/api/hello", encodeServiceHello(ServiceHello()));
    const QUuid epoch = QUuid::createUuid();
    service.answer("/api/v1/sync-head", encodeAnswer<SyncHeadCall>(SyncHead{epoch, 0, 10, 0}));
    service.answer("/api/v1/changes", encodeAnswer<ChangesSinceCall>(FeedPage{{}, 0, false}));
    connect(&service, &ScriptedService::socketOpened, this, [&service, epoch] {
        service.say(encodeSocketDown(SocketWelcome{wireVersion, 0, 0, epoch, QUuid::createUuid()}));
    });
    RemotePlace place;
    place.service = QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(service.port()));
    place.times.firstPause = 60'000; // it is not by trying again that it comes back
    RemoteWorks works(place, "dhs_token", true);
    const QSignalSpy online(&works.feed, &RemoteFeed::online);
    works.link.start();
    QTRY_COMPARE(online.size(), 1);
    QTRY_COMPARE(service.socketsOpen(), 1);
    const ScriptedService::Reply silence{200, {}, {}, {}, ScriptedService::Fault::Silence};
    service.failNext("/api/v1/signed-in", silence);
    QStringList answers;
    HttpQuestion question;
    question.path = QStringLiteral("/api/v1/signed-in");
    works.link.ask(question, [&answers](const Result<QByteArray> &answer) {
        answers.append(answer ? QStringLiteral("answer") : errorCodeName(answer.error().code));
    });
    QTRY_COMPARE(service.asked("/api/v1/signed-in"), 1);
    const int greetings = service.asked("/api/hello");
    Q_EMIT works.wakes.woke();
    QTRY_COMPARE(online.size(), 2);
    QCOMPARE(service.asked("/api/hello"), greetings + 1);
    QTRY_COMPARE(service.socketsOpen(), 1);
    QCOMPARE(works.link.phase(), RemoteLink::Phase::Reached);
    QTRY_COMPARE(answers, QStringList{QStringLiteral("offline")});
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::WakeWatchTest)
#include "wake_watch_test.moc"
