// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_mail_servers.h"
#include "support/history_check.h"
#include "support/mail_job_fixture.h"

#include <QtTest>

namespace deskhand::test {
namespace {

constexpr int patience = 20'000; // ms, for what must happen
const QString host = QStringLiteral("one.example");

/// A desk with real store and pipeline, servers in memory, and a worker in between.
struct JobDesk {
    JobDesk()
        : desk(TestDesk::withSystemClock())
        , clock(std::make_shared<ShiftedClock>())
        , transport(std::make_shared<FakeMailTransport>())
        , ports(jobPortsFor(desk->desk(), desk->path(), clock))
    {
        ports.transport = transport;
    }

    MailboxId add(const QString &name, const std::function<void(Mailbox *)> &change = {})
    {
        Mailbox mailbox = FakeMailTransport::mailbox(name);
        if (change)
            change(&mailbox);
        mailbox.id = {};
        return MailboxId{desk->submit(SaveMailbox{mailbox, {}}).id};
    }
    std::unique_ptr<MailWorker> work(const QString &owner = QStringLiteral("worker"), MailboxCrowd::Limits limits = {})
    {
        MailWorker::Options options;
        options.owner = owner;
        options.limits = limits;
        auto worker = std::make_unique<MailWorker>(ports, options);
        worker->start();
        return worker;
    }
    FakeAccount &account(const QString &name = host) { return transport->account(name); }
    MailReport report() { return desk->expect(desk->desk().mailReport()); }
    MailReconciliation sums(int index = 0) { return report().mailboxes.value(index).sums; }
    bool addsUp()
    {
        const MailReport now = report();
        return std::all_of(now.mailboxes.cbegin(), now.mailboxes.cend(), [](const MailboxReport &mailbox) {
            return mailbox.arrivals == mailbox.sums.seen() - mailbox.sums.backlog;
        });
    }
    OutboundMailId reply(const QString &text)
    {
        const CommandAnswer opened = desk->openTicket(QStringLiteral("Lamp"));
        PostArticle post;
        post.ticket = opened.ticket;
        post.evenUnseen = true;
        post.article.channel = Channel::Email;
        post.article.text = text;
        post.article.to = {MailAddress{QStringLiteral("Rita"), QStringLiteral("rita@customer.example")}};
        return desk->submit(post).outbound;
    }
    std::optional<MailDelivery> delivery(OutboundMailId id)
    {
        for (const MailDelivery &mail : desk->expect(desk->desk().outbox(desk->me()))) {
            if (mail.id == id)
                return mail;
        }
        return {};
    }

    /// Lets time pass, no faster than a lease is renewed.
    bool passUntil(const std::function<bool()> &condition)
    {
        constexpr int steps = 40;
        for (int step = 0; step < steps && !condition(); ++step) {
            clock->shift(LeasedJob::leaseTime / 2);
            (void)QTest::qWaitFor(condition, 1000);
        }
        return condition();
    }
    bool isWorkedBy(const QString &owner)
    {
        const QVector<JobReport> all = report().jobs;
        return std::any_of(all.cbegin(), all.cend(), [&owner](const JobReport &job) { return job.owner == owner; });
    }

    std::unique_ptr<TestDesk> desk;
    std::shared_ptr<ShiftedClock> clock;
    std::shared_ptr<FakeMailTransport> transport;
    MailJobPorts ports;
};

} // namespace

class MailJobsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatArrivesIsStoredThenSettledThenATicket()
    {
        JobDesk jobs;
        jobs.add(host);
        for (int i = 1; i <= 5; ++i)
            jobs.account().add(customerMail(i));
        const auto worker = jobs.work();
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 5, patience);
        QTRY_COMPARE_WITH_TIMEOUT(jobs.account().settledNow(), 5, patience);
        jobs.account().add(customerMail(6)); // the session waits for it
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 6, patience);
        QVERIFY(jobs.addsUp());
        QTRY_VERIFY_WITH_TIMEOUT(jobs.report().mailboxes.first().progress.reachedAt != 0, patience);
    }

    void fromNowOnLeavesWhatWasThereAlsoAfterAnotherValidity()
    {
        JobDesk jobs;
        jobs.add(host, [](Mailbox *mailbox) { mailbox->first = FirstFetch::FromNowOn; });
        const Instant now = jobs.clock->now();
        constexpr qint64 week = 7 * 24 * 60 * 60 * 1000;
        for (int i = 1; i <= 4; ++i)
            jobs.account().add(customerMail(i), now - week);
        auto worker = jobs.work();
        QTRY_VERIFY_WITH_TIMEOUT(jobs.report().mailboxes.first().progress.firstAt != 0, patience);
        jobs.account().add(customerMail(5), now);
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 1, patience);
        {
            // The server was moved: the same mails, other UIDs.
            const std::lock_guard lock(jobs.account().mutex);
            jobs.account().validity = 8;
            jobs.account().mails.clear();
            jobs.account().next = 1;
        }
        for (int i = 1; i <= 4; ++i)
            jobs.account().add(customerMail(i), now - week);
        jobs.account().add(customerMail(5), now);
        jobs.account().add(customerMail(6), now);
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().duplicates, 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().seen(), 3, patience); // the backlog is written at the end of a round
        QVERIFY(jobs.addsUp());
    }

    void uidsThatGoBackWithoutAnotherValidityLoseNothing()
    {
        JobDesk jobs;
        jobs.add(host);
        for (int i = 1; i <= 3; ++i)
            jobs.account().add(customerMail(i));
        auto worker = jobs.work();
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 3, patience);
        worker.reset();
        {
            // Restored from a backup: two mails are gone, and new ones get the UIDs that they had.
            const std::lock_guard lock(jobs.account().mutex);
            jobs.account().mails.remove(2);
            jobs.account().mails.remove(3);
            jobs.account().next = 2;
        }
        jobs.account().add(customerMail(4));
        worker = jobs.work();
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 4, patience);
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().duplicates, 1, patience);
        QVERIFY(jobs.addsUp());
    }

    void whatACrashLeftUnsettledIsSettledFirst()
    {
        JobDesk jobs;
        const MailboxId mailbox = jobs.add(host);
        const QByteArray mail = customerMail(1);
        jobs.account().add(mail);
        {
            // As a program leaves it that dies between the commit and what it tells the server.
            const auto store = openMailStore(jobs.desk->path());
            QVERIFY(store);
            const auto lease = (*store)->takeLease(QStringLiteral("mail-intake"), QStringLiteral("dead"),
                                                   jobs.clock->now() - 60'000, 30'000);
            QVERIFY(lease && *lease);
            QVERIFY((*store)->storeArrival(
                **lease, {mailbox, QStringLiteral("INBOX"), 7, QStringLiteral("1"), jobs.clock->now()}, mail));
        }
        jobs.account().add(customerMail(2));
        const auto worker = jobs.work();
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 2, patience);
        const QStringList journal = jobs.account().journalNow();
        QVERIFY(!journal.contains(QStringLiteral("fetch 1")));
        QVERIFY(journal.indexOf(QStringLiteral("settle 1")) >= 0);
        QVERIFY(journal.indexOf(QStringLiteral("settle 1")) < journal.indexOf(QStringLiteral("fetch 2")));
    }

    void aMailboxThatHangsDelaysNoOther_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("a thread for each") << 64;
        QTest::newRow("in turns") << 1;
    }

    void aMailboxThatHangsDelaysNoOther()
    {
        QFETCH(int, threads);
        JobDesk jobs;
        jobs.add(QStringLiteral("hangs.example"));
        jobs.account(QStringLiteral("hangs.example")).hangs = true;
        for (int i = 1; i <= 4; ++i) {
            const QString name = QStringLiteral("well%1.example").arg(i);
            jobs.add(name);
            jobs.account(name).add(customerMail(i));
        }
        const auto worker = jobs.work(QStringLiteral("worker"), MailboxCrowd::Limits{threads, 50});
        for (int i = 1; i <= 4; ++i)
            QTRY_COMPARE_WITH_TIMEOUT(jobs.account(QStringLiteral("well%1.example").arg(i)).settledNow(), 1, patience);
        FakeAccount &hanging = jobs.account(QStringLiteral("hangs.example"));
        if (threads > 1) { // it still does, and nobody waited for it
            const std::lock_guard lock(hanging.mutex);
            QCOMPARE(hanging.hanging, 1);
        }
        QVERIFY(!hanging.journalNow().contains(QStringLiteral("list")));
        {
            const std::lock_guard lock(hanging.mutex);
            hanging.hangs = false;
        }
        hanging.add(customerMail(9));
        jobs.clock->shift(60'000);
        QTRY_COMPARE_WITH_TIMEOUT(hanging.settledNow(), 1, patience);
        QVERIFY(jobs.addsUp());
    }

    void aServerThatRefusesToFlagStopsNothing()
    {
        JobDesk jobs;
        jobs.add(host);
        jobs.account().refusesToSettle = true;
        jobs.account().add(customerMail(1));
        const auto worker = jobs.work();
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 1, patience);
        jobs.account().add(customerMail(2));
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(jobs.report().mailboxes.first().progress.problem, QStringLiteral("not-settled"),
                                  patience);
        {
            const std::lock_guard lock(jobs.account().mutex);
            jobs.account().refusesToSettle = false;
        }
        jobs.clock->shift(60 * 60 * 1000);
        jobs.account().add(customerMail(3));
        QTRY_COMPARE_WITH_TIMEOUT(jobs.account().settledNow(), 3, patience);
    }

    void mailsThatBreakSessionsOrAreTooLargeStopNothing()
    {
        JobDesk jobs;
        jobs.add(host, [](Mailbox *mailbox) { mailbox->largestMail = 1024 * 1024; });
        const qint64 broken = jobs.account().add(customerMail(1));
        {
            const std::lock_guard lock(jobs.account().mutex);
            jobs.account().mails[broken].breaksSession = true;
        }
        jobs.account().add(customerMail(2) + QByteArray(1'200'000, 'x'));
        jobs.account().add(customerMail(3));
        const auto worker = jobs.work();
        QVERIFY(jobs.passUntil([&] { return jobs.sums().opened == 1; }));
        QCOMPARE(jobs.sums().rejected, 1);
        QCOMPARE(jobs.sums().reasons.value(QStringLiteral("too-large")), 1);
        QCOMPARE(jobs.sums().backlog, 1);
        QVERIFY(jobs.addsUp());
        {
            const std::lock_guard lock(jobs.account().mutex);
            jobs.account().mails[broken].breaksSession = false;
        }
        QVERIFY(jobs.passUntil([&] { return jobs.sums().opened == 2; }));
    }

    void whatCannotBeAppliedIsATicketWithItsFileAndStopsNothing()
    {
        JobDesk jobs;
        jobs.add(host);
        const auto submit = jobs.ports.submit;
        std::atomic<int> refusals = 0;
        jobs.ports.submit = [&](const Command &command) -> Result<CommandAnswer> {
            const auto *accept = std::get_if<AcceptMail>(&command.body);
            if (accept && accept->subject.contains(u"number 1") && accept->problem.isEmpty()) {
                ++refusals;
                return Error{ErrorCode::Internal, QStringLiteral("test"), QStringLiteral("a defect"), {}};
            }
            return submit(command);
        };
        for (const int number : {1, 2, 3})
            jobs.account().add(customerMail(number));
        const auto worker = jobs.work();
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 2, patience);
        QCOMPARE(jobs.sums().waiting, 1);
        QVERIFY(jobs.passUntil([&] { return jobs.sums().opened == 3; }));
        QVERIFY(refusals >= 3);
        QVERIFY(jobs.addsUp());
        QCOMPARE(brokenDesk(jobs.desk->path()), QString());
    }

    void ofTwoWorkersOneWorksAndTheOtherTakesOver()
    {
        JobDesk jobs;
        jobs.add(host);
        jobs.account().add(customerMail(1));
        auto first = jobs.work(QStringLiteral("first"));
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 1, patience);
        auto second = jobs.work(QStringLiteral("second"));
        jobs.account().add(customerMail(2));
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 2, patience);
        for (const JobReport &job : jobs.report().jobs)
            QCOMPARE(job.owner, QStringLiteral("first"));
        const qint64 fence = jobs.report().jobs.first().fence;
        first.reset();
        jobs.clock->shift(10'000);
        jobs.account().add(customerMail(3));
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 3, patience);
        QCOMPARE(jobs.report().jobs.first().owner, QStringLiteral("second"));
        QVERIFY(jobs.report().jobs.first().fence > fence);
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().seen(), 3, patience); // the backlog is written at the end of a round
    }

    void whoHasLostTheLeaseWritesNothingMore()
    {
        JobDesk jobs;
        jobs.add(host);
        auto sleeper = jobs.work(QStringLiteral("sleeper"));
        QTRY_VERIFY_WITH_TIMEOUT(!jobs.report().jobs.isEmpty(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(jobs.report().mailboxes.first().progress.reachedAt != 0, patience);
        // Another computer, by whose clock the lease has run out long ago.
        MailJobPorts later = jobs.ports;
        const auto laterClock = std::make_shared<ShiftedClock>(10 * 60 * 1000);
        later.clock = laterClock;
        MailWorker::Options options;
        options.owner = QStringLiteral("other");
        MailWorker other(later, options);
        other.start();
        QTRY_VERIFY_WITH_TIMEOUT(jobs.isWorkedBy(QStringLiteral("other")), patience);
        for (int i = 1; i <= 10; ++i)
            jobs.account().add(customerMail(i));
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().opened, 10, patience);
        QTRY_COMPARE_WITH_TIMEOUT(jobs.sums().seen(), 10, patience); // the backlog is written at the end of a round
        QCOMPARE(brokenDesk(jobs.desk->path()), QString());
    }

    void aReplyIsTriedAgainWithTheSameBytesUntilItIsOut()
    {
        JobDesk jobs;
        jobs.add(host, [](Mailbox *mailbox) { mailbox->protocol = MailProtocol::None; });
        {
            const std::lock_guard lock(jobs.account().mutex);
            jobs.account().puttingOff = 1;
            jobs.account().unknownAnswers = 1;
            jobs.account().isAway = true;
        }
        const OutboundMailId mail = jobs.reply(QStringLiteral("The lamp is lit."));
        QVERIFY(mail.isValid());
        const auto worker = jobs.work();
        QTRY_VERIFY_WITH_TIMEOUT(
            worker->done().sent == 0 && jobs.delivery(mail)->recipients.first().nextAt > jobs.clock->now(), patience);
        QCOMPARE(jobs.delivery(mail)->recipients.first().attempts, 0); // nobody was reached: no attempt
        {
            const std::lock_guard lock(jobs.account().mutex);
            jobs.account().isAway = false;
        }
        for (int i = 0; i < 30 && jobs.account().takenNow().size() < 2; ++i) {
            jobs.clock->shift(30 * 60 * 1000);
            worker->wake();
            (void)QTest::qWaitFor([&] { return jobs.account().takenNow().size() == 2; }, 500);
        }
        const QVector<QByteArray> taken = jobs.account().takenNow();
        QCOMPARE(taken.size(), 2); // one without an answer, one with
        QCOMPARE(taken[0], taken[1]);
        QTRY_COMPARE_WITH_TIMEOUT(jobs.report().queued, 0, patience);
    }

    void aServerThatEndsSessionsBetweenMailsDelaysNone()
    {
        JobDesk jobs;
        jobs.add(host, [](Mailbox *mailbox) { mailbox->protocol = MailProtocol::None; });
        jobs.account().mailsEach = 1;
        for (int i = 0; i < 4; ++i)
            jobs.reply(QStringLiteral("Lamp %1 is lit.").arg(i));
        const auto worker = jobs.work();
        QTRY_COMPARE_WITH_TIMEOUT(jobs.report().queued, 0, patience); // and the clock stands still
        QCOMPARE(jobs.account().takenNow().size(), 4);
        QCOMPARE(worker->done().failed, 0);
    }

    void whatIsOutIsNotSentAgainBecauseTheDeskIsBusy()
    {
        JobDesk jobs;
        jobs.add(host, [](Mailbox *mailbox) { mailbox->protocol = MailProtocol::None; });
        const auto submit = jobs.ports.submit;
        std::atomic<int> refusals = 4;
        jobs.ports.submit = [&](const Command &command) -> Result<CommandAnswer> {
            if (std::holds_alternative<RecordDelivery>(command.body) && --refusals >= 0)
                return Error{ErrorCode::Offline, QStringLiteral("test"), QStringLiteral("the disk is full"), {}};
            return submit(command);
        };
        jobs.reply(QStringLiteral("The lamp is lit."));
        const auto worker = jobs.work();
        QTRY_COMPARE_WITH_TIMEOUT(jobs.report().queued, 0, patience);
        QVERIFY(refusals < 0);
        QCOMPARE(jobs.account().takenNow().size(), 1);
    }

    void onceDoesWhatIsThereAndEnds()
    {
        JobDesk jobs;
        jobs.add(host);
        for (int i = 1; i <= 3; ++i)
            jobs.account().add(customerMail(i));
        jobs.reply(QStringLiteral("The lamp is lit."));
        MailWorker worker(jobs.ports, {});
        QVERIFY(worker.runOnce());
        QCOMPARE(worker.done().fetched, 3);
        QCOMPARE(worker.done().applied, 3);
        QVERIFY(worker.done().sent >= 1);
        QCOMPARE(worker.done().failed, 0);
        QCOMPARE(jobs.sums().opened, 3);
        for (const JobReport &job : jobs.report().jobs)
            QVERIFY(job.until <= jobs.clock->now()); // given back
    }
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::MailJobsTest)
#include "mail_jobs_test.moc"
