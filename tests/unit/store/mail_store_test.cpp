// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fault_injection.h"
#include "support/mail_place.h"
#include "support/nightly.h"

#include <QRandomGenerator>
#include <QtTest>

namespace deskhand::test {

class MailStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installFaults();
        m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk());
    }
    void init()
    {
        if (!QTest::currentDataTag())
            return;
        const QByteArray place(QTest::currentDataTag());
        const bool isServer = place != "file";
        if (isServer && !m_server)
            QSKIP("PostgreSQL is not installed");
        m_place = std::make_unique<MailPlace>(isServer ? m_server.get() : nullptr, place == "service");
    }
    void cleanup()
    {
        if (m_place) {
            QCOMPARE(m_place->number("SELECT count(*) FROM outbound_mail m WHERE m.state <> (SELECT max(r.state) FROM "
                                     "outbound_recipient r WHERE r.mail_id = m.id)"),
                     qint64(0));
        }
        m_place.reset();
    }

    void oneHoldsALease_data() { places(); }
    void oneHoldsALease();
    void theOldHolderIsFencedOff_data() { places(); }
    void theOldHolderIsFencedOff();
    void mailIsStoredOnce_data() { places(); }
    void mailIsStoredOnce();
    void whatIsStoredIsApplied_data() { places(); }
    void whatIsStoredIsApplied();
    void whatIsAppliedIsSettled_data() { places(); }
    void whatIsAppliedIsSettled();
    void mailboxesComeWithWhatTheyNeed_data() { places(); }
    void mailboxesComeWithWhatTheyNeed();
    void theSumIsAlwaysRight_data() { places(); }
    void theSumIsAlwaysRight();
    void aFullDiskLosesNothing();
    void aBrokenConnectionIsMadeAgain();

private:
    static void places()
    {
        QTest::addColumn<int>("nothing");
        QTest::newRow("file") << 0;
        QTest::newRow("server") << 0;
        QTest::newRow("service") << 0;
    }
    [[nodiscard]] MailStore &store() { return *m_place->store; }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<MailPlace> m_place;
};

void MailStoreTest::oneHoldsALease()
{
    const QString name = QStringLiteral("mail-intake");
    const Lease first = leaseOf(store(), QStringLiteral("a"));
    QCOMPARE(first.until, mailStart + mailMinute);
    const std::unique_ptr<MailStore> other = m_place->open();
    QVERIFY(!must(other->takeLease(name, QStringLiteral("b"), mailStart + mailMinute - 1, mailMinute)));
    // Another job is another lease.
    QVERIFY(must(other->takeLease(QStringLiteral("mail-delivery"), QStringLiteral("b"), mailStart, mailMinute)));
    const Lease renewed = must(store().renewLease(first, mailStart + mailMinute - 1, mailMinute));
    QCOMPARE(renewed.fence, first.fence);
    QVERIFY(!must(other->takeLease(name, QStringLiteral("b"), mailStart + mailMinute, mailMinute)));
    const auto second = must(other->takeLease(name, QStringLiteral("b"), renewed.until, mailMinute));
    QVERIFY(second && second->fence > first.fence);
    QVERIFY(isFenced(store().renewLease(renewed, renewed.until, mailMinute)));
    QVERIFY(isFenced(store().releaseLease(renewed)));
    must(other->releaseLease(*second));
    QVERIFY(isFenced(other->renewLease(*second, renewed.until, mailMinute)));
    const auto third = must(store().takeLease(name, QStringLiteral("a"), mailStart, mailMinute));
    QVERIFY(third && third->fence > second->fence);
    // Whoever begins anew under the same name is somebody else, too.
    const auto again = must(store().takeLease(name, QStringLiteral("a"), mailStart, mailMinute));
    QVERIFY(again && again->fence > third->fence);
    QVERIFY(isFenced(store().renewLease(*third, mailStart, mailMinute)));
    const MailReport report = must(readMailReport(m_place->connection(), mailStart));
    QCOMPARE(report.jobs.size(), 2);
    QCOMPARE(report.jobs.last().name, name);
    QCOMPARE(report.jobs.last().owner, QStringLiteral("a"));
    QCOMPARE(report.jobs.last().fence, again->fence);
}

void MailStoreTest::theOldHolderIsFencedOff()
{
    const Lease old = leaseOf(store(), QStringLiteral("a"));
    const MailArrivalId arrival = must(store().storeArrival(old, arrivalAt(m_place->mailbox, 1), "raw"));
    const OutboundMailId mail = m_place->queueMail(mailStart);
    QCOMPARE(must(store().claimDue(old, mailStart, 10)).size(), 1);
    const Lease young = leaseOf(*m_place->open(), QStringLiteral("b"), mailStart + mailMinute);
    Lease forged = young;
    forged.owner = QStringLiteral("a");

    for (const Lease &lease : {old, forged}) {
        QVERIFY(isFenced(store().noteProgress(lease, progressOf(m_place->mailbox))));
        QVERIFY(isFenced(store().storeSecret(lease, m_place->mailbox, MailSecret::RefreshToken, "sealed")));
        QVERIFY(isFenced(store().storeArrival(lease, arrivalAt(m_place->mailbox, 2), "more")));
        QVERIFY(isFenced(store().rejectArrival(lease, arrivalAt(m_place->mailbox, 3), 9, QStringLiteral("too-large"))));
        QVERIFY(isFenced(store().noteArrivalFailure(lease, arrival, QStringLiteral("x"))));
        QVERIFY(isFenced(store().markSettled(lease, {arrival})));
        QVERIFY(isFenced(store().claimDue(lease, mailStart, 10)));
        QVERIFY(isFenced(store().giveBack(lease, mail, mailStart, {})));
    }
    QCOMPARE(m_place->number("SELECT count(*) FROM mail_arrival WHERE settled = 0 AND attempts = 0"), qint64(1));
    QCOMPARE(m_place->number("SELECT count(*) FROM mailbox_progress"), qint64(0));
    QCOMPARE(m_place->number("SELECT count(*) FROM mailbox_secret"), qint64(0));
    QCOMPARE(m_place->number("SELECT count(*) FROM blob"), qint64(2)); // the arrival and the mail
    QCOMPARE(m_place->delivery(mail).state, DeliveryState::Sending);
}

void MailStoreTest::mailIsStoredOnce()
{
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    QByteArray raw("From: rita@customer.example\r\n\r\n");
    raw += '\0';
    raw += QByteArray(200'000, '\xff');
    const MailArrivalId id = must(store().storeArrival(lease, arrivalAt(m_place->mailbox, 1), raw));
    QVERIFY(id.isValid());
    QVERIFY(!must(store().storeArrival(lease, arrivalAt(m_place->mailbox, 1), "something else")).isValid());
    // The same bytes under another key are another arrival, and stored once.
    QVERIFY(must(store().storeArrival(lease, arrivalAt(m_place->mailbox, 2), raw)).isValid());
    NewArrival elsewhere = arrivalAt(m_place->mailbox, 1);
    elsewhere.validity = 8;
    QVERIFY(must(store().storeArrival(lease, elsewhere, "new validity")).isValid());
    must(store().rejectArrival(lease, arrivalAt(m_place->mailbox, 3), 99'000'000, QStringLiteral("too-large")));
    must(store().rejectArrival(lease, arrivalAt(m_place->mailbox, 3), 99'000'000, QStringLiteral("too-large")));
    QCOMPARE(must(store().knownKeys(m_place->mailbox, QStringLiteral("INBOX"), 7)),
             QSet<QString>({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
    QCOMPARE(must(store().knownKeys(m_place->mailbox, QStringLiteral("INBOX"), 8)), QSet<QString>{QStringLiteral("1")});
    QVERIFY(must(store().knownKeys(m_place->mailbox, QStringLiteral("Other"), 7)).isEmpty());
    const auto pending = must(store().pendingArrivals(10));
    QCOMPARE(pending.size(), 3);
    QCOMPARE(pending.first().id, id);
    QCOMPARE(pending.first().size, raw.size());
    QCOMPARE(must(store().rawMail(pending.first().sha256)), raw);
    QCOMPARE(pending[1].sha256, pending[0].sha256);
    QCOMPARE(m_place->number("SELECT count(*) FROM blob"), qint64(2));
    QCOMPARE(store().rawMail(QByteArray(32, 'x')).error().code, ErrorCode::NotFound);
}

void MailStoreTest::whatIsStoredIsApplied()
{
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    QVector<MailArrivalId> ids;
    for (int i = 0; i < 4; ++i)
        ids.append(must(store().storeArrival(lease, arrivalAt(m_place->mailbox, i), QByteArray::number(i))));
    const auto waiting = [this](int limit) {
        QVector<MailArrivalId> found;
        for (const PendingArrival &arrival : must(store().pendingArrivals(limit)))
            found.append(arrival.id);
        return found;
    };
    QCOMPARE(waiting(2), ids.mid(0, 2));
    // What fails stands in nobody's way, and is not forgotten.
    must(store().noteArrivalFailure(lease, ids[0], QStringLiteral("broken")));
    QCOMPARE(waiting(2), ids.mid(1, 2));
    QCOMPARE(waiting(10), QVector<MailArrivalId>({ids[1], ids[2], ids[3], ids[0]}));
    QCOMPARE(must(store().pendingArrivals(10)).last().attempts, 1);
    m_place->settle(ids[2], MailOutcome::Opened);
    QCOMPARE(waiting(10), QVector<MailArrivalId>({ids[1], ids[3], ids[0]}));
    // What was applied meanwhile has not failed.
    must(store().noteArrivalFailure(lease, ids[2], QStringLiteral("late")));
    QCOMPARE(m_place->number("SELECT attempts FROM mail_arrival WHERE outcome = 1"), qint64(0));
}

void MailStoreTest::whatIsAppliedIsSettled()
{
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    const MailArrivalId one = must(store().storeArrival(lease, arrivalAt(m_place->mailbox, 1), "1"));
    const MailArrivalId two = must(store().storeArrival(lease, arrivalAt(m_place->mailbox, 2), "2"));
    must(
        store().rejectArrival(lease, arrivalAt(m_place->mailbox, 3), 9, QStringLiteral("too-large"))); // stays as it is
    const auto unsettled = must(store().unsettledArrivals(m_place->mailbox, 10));
    QCOMPARE(unsettled.size(), 2);
    QCOMPARE(unsettled.first().key, QStringLiteral("1"));
    QCOMPARE(unsettled.first().validity, qint64(7));
    QCOMPARE(unsettled.first().folder, QStringLiteral("INBOX"));
    QCOMPARE(must(store().unsettledArrivals(m_place->mailbox, 1)).size(), 1);
    QVERIFY(must(store().unsettledArrivals(MailboxId{99}, 10)).isEmpty());
    must(store().markSettled(lease, {one}));
    QCOMPARE(must(store().unsettledArrivals(m_place->mailbox, 10)).first().id, two);
    must(store().markSettled(lease, {one, two}));
    QVERIFY(must(store().unsettledArrivals(m_place->mailbox, 10)).isEmpty());
}

void MailStoreTest::mailboxesComeWithWhatTheyNeed()
{
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    must(store().storeSecret(lease, m_place->mailbox, MailSecret::RefreshToken, "old"));
    must(store().storeSecret(lease, m_place->mailbox, MailSecret::RefreshToken, QByteArray("n\0w", 3)));
    MailboxProgress progress;
    progress.mailbox = m_place->mailbox;
    progress.validity = 4'000'000'000;
    progress.firstKey = 17;
    progress.backlog = 3;
    progress.failures = 2;
    progress.problem = QStringLiteral("unauthenticated");
    progress.detail = QStringLiteral("535 no");
    progress.nextAt = mailStart;
    must(store().noteProgress(lease, progress));
    progress.failures = 3;
    must(store().noteProgress(lease, progress));
    Mailbox gone;
    gone.name = QStringLiteral("Old");
    gone.address = QStringLiteral("old@desk.example");
    gone.active = false;
    m_place->change([&gone](UnitOfWork &unit) { return unit.saveMailbox(gone); });
    const auto works = must(store().mailboxes());
    QCOMPARE(works.size(), 1);
    QCOMPARE(works.first().mailbox.address, QStringLiteral("support@desk.example"));
    QCOMPARE(works.first().sealed.value(MailSecret::RefreshToken), QByteArray("n\0w", 3));
    QCOMPARE(works.first().progress.validity, progress.validity);
    QCOMPARE(works.first().progress.failures, 3);
    QCOMPARE(works.first().progress.problem, progress.problem);
    const MailReport report = must(readMailReport(m_place->connection(), mailStart));
    QCOMPARE(report.mailboxes.size(), 2);
    QCOMPARE(report.mailboxes.last().progress.firstKey, qint64(17));
    QCOMPARE(report.mailboxes.last().sums.backlog, qint64(3));
    QCOMPARE(must(readMailSetup(m_place->connection())).secrets.value(m_place->mailbox),
             QVector<MailSecret>{MailSecret::RefreshToken});
}

void MailStoreTest::theSumIsAlwaysRight()
{
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    QRandomGenerator random(4711);
    QMap<qint64, MailOutcome> model;
    QMap<MailOutcome, int> rejected;
    int key = 0;
    const auto anyArrival = [&] {
        return MailArrivalId{std::next(model.cbegin(), random.bounded(int(model.size()))).key()};
    };
    for (int step = 0; step < randomRounds(300); ++step) {
        const int what = model.isEmpty() ? 0 : random.bounded(6);
        if (what <= 1) {
            // Sometimes one that is known.
            const int used = random.bounded(5) == 0 ? random.bounded(key + 1) : ++key;
            const auto id =
                must(store().storeArrival(lease, arrivalAt(m_place->mailbox, used), QByteArray::number(used)));
            if (id.isValid())
                model.insert(id.value, MailOutcome::None);
        } else if (what == 2) {
            must(store().rejectArrival(lease, arrivalAt(m_place->mailbox, ++key), 1, QStringLiteral("too-large")));
            ++rejected[MailOutcome::Rejected];
        } else if (what == 3) {
            must(store().noteArrivalFailure(lease, anyArrival(), QStringLiteral("broken")));
        } else {
            const MailArrivalId id = anyArrival();
            const auto outcome = MailOutcome(1 + random.bounded(7));
            m_place->settle(id, outcome, random.bounded(2) == 0 ? QStringLiteral("stranger") : QString());
            model[id.value] = outcome;
        }
        if (step % 10 != 0)
            continue;
        const MailboxReport report = must(readMailReport(m_place->connection(), mailStart)).mailboxes.first();
        const auto count = [&model](MailOutcome outcome) { return qint64(model.values().count(outcome)); };
        QCOMPARE(report.arrivals, model.size() + rejected.value(MailOutcome::Rejected));
        QCOMPARE(report.sums.seen() - report.sums.backlog, report.arrivals);
        QCOMPARE(report.sums.waiting, count(MailOutcome::None));
        QCOMPARE(report.sums.opened, count(MailOutcome::Opened));
        QCOMPARE(report.sums.followUps, count(MailOutcome::FollowUp));
        QCOMPARE(report.sums.duplicates, count(MailOutcome::Duplicate));
        QCOMPARE(report.sums.held, count(MailOutcome::Held));
        QCOMPARE(report.sums.quarantined, count(MailOutcome::Quarantined));
        QCOMPARE(report.sums.reports, count(MailOutcome::Report));
        QCOMPARE(report.sums.discarded, count(MailOutcome::Discarded));
        QCOMPARE(report.sums.rejected, qint64(rejected.value(MailOutcome::Rejected)));
        QCOMPARE(report.sums.waiting, must(store().pendingArrivals(100'000)).size());
        QCOMPARE(report.sums.reasons.value(QStringLiteral("too-large")), report.sums.rejected);
    }
}

void MailStoreTest::aFullDiskLosesNothing()
{
    m_place = std::make_unique<MailPlace>(nullptr);
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    int failures = 0;
    for (int point = 1; point <= 40; ++point) {
        const NewArrival arrival = arrivalAt(m_place->mailbox, point);
        const QByteArray raw(30'000, char('a' + point % 26));
        setFault(FaultPoint::FileWrite, point % 2 ? Fault::DiskFull : Fault::Error, point);
        const Result<MailArrivalId> stored = store().storeArrival(lease, arrival, raw);
        clearFault();
        if (!stored) {
            ++failures;
            QCOMPARE(stored.error().code, ErrorCode::Integrity);
            QVERIFY(!must(store().knownKeys(m_place->mailbox, QStringLiteral("INBOX"), 7)).contains(arrival.key));
            QVERIFY(must(store().storeArrival(lease, arrival, raw)).isValid());
        }
        const OutboundMailId mail = m_place->queueMail(mailStart);
        setFault(FaultPoint::FileWrite, Fault::DiskFull, 1 + point % 5);
        const auto claimed = store().claimDue(lease, mailStart, 10);
        clearFault();
        if (!claimed) {
            QCOMPARE(claimed.error().code, ErrorCode::Integrity);
            QCOMPARE(m_place->delivery(mail).state, DeliveryState::Queued);
            QCOMPARE(must(store().claimDue(lease, mailStart, 10)).size(), 1);
        }
        QCOMPARE(m_place->delivery(mail).recipients.first().attempts, 1);
    }
    QVERIFY(failures > 3);
    QCOMPARE(must(store().pendingArrivals(100)).size(), 40);
    QCOMPARE(m_place->number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), qint64(0));
    QCOMPARE(m_place->number("SELECT count(*) FROM pragma_foreign_key_check"), qint64(0));
}

void MailStoreTest::aBrokenConnectionIsMadeAgain()
{
    if (!m_server)
        QSKIP("PostgreSQL is not installed");
    m_place = std::make_unique<MailPlace>(m_server.get());
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    m_server->psql(m_place->address,
                   QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE "
                                  "datname = current_database() AND pid <> pg_backend_pid()"));
    QCOMPARE(store().renewLease(lease, mailStart, mailMinute).error().code, ErrorCode::Offline);
    QCOMPARE(must(store().renewLease(lease, mailStart, mailMinute)).fence, lease.fence);
    m_place.reset(); // its own connection is gone, too
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::MailStoreTest)
#include "mail_store_test.moc"
