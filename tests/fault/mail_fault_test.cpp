// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_mail_servers.h"
#include "support/fault_injection.h"
#include "support/history_check.h"
#include "support/mail_job_fixture.h"

#include <QtTest>

namespace deskhand::test {
namespace {

constexpr int patience = 30'000; // ms, for what must happen
const QString host = QStringLiteral("one.example");

} // namespace

/// Writes that fail, and a disk that is full for a while, under the jobs: what was flagged on the server is stored,
/// what was sent is known, nothing is there twice, and all goes on by itself when the disk does.
class MailFaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receiving_data() { addFaults(); }
    void receiving()
    {
        QFETCH(Fault, fault);
        QFETCH(int, points);
        start({});
        int hit = 0;
        for (int n = 1; n <= points; ++n) {
            setFault(FaultPoint::FileWrite, fault, n);
            account().add(customerMail(n));
            QVERIFY(QTest::qWaitFor([&] { return isHit(fault, n) || account().settledNow() == n; }, patience));
            hit += faultPointsPassed(FaultPoint::FileWrite) >= n ? 1 : 0;
            QVERIFY2(stored() >= account().settledNow(), "flagged and not stored");
            if (fault == Fault::DiskFull)
                clearFault();
            QTRY_COMPARE_WITH_TIMEOUT(account().settledNow(), n, patience);
            clearFault();
            QTRY_COMPARE_WITH_TIMEOUT(sums().opened, n, patience);
        }
        QTRY_COMPARE_WITH_TIMEOUT(sums().seen(), points, patience); // the backlog is written at the end of a round
        QVERIFY(hit > points / 3);
        qInfo("%d faults", hit);
        finish();
    }

    void sending_data() { addFaults(); }
    void sending()
    {
        QFETCH(Fault, fault);
        QFETCH(int, points);
        start([](Mailbox *mailbox) { mailbox->protocol = MailProtocol::None; });
        const CommandAnswer ticket = m_desk->openTicket(QStringLiteral("Lamp"));
        int hit = 0;
        for (int n = 1; n <= points; ++n) {
            setFault(FaultPoint::FileWrite, fault, n);
            QVERIFY(reply(ticket.ticket, n));
            m_worker->wake();
            QVERIFY(QTest::qWaitFor([&] { return isHit(fault, n) || report().queued == 0; }, patience));
            hit += faultPointsPassed(FaultPoint::FileWrite) >= n ? 1 : 0;
            if (fault == Fault::DiskFull)
                clearFault();
            QTRY_COMPARE_WITH_TIMEOUT(report().queued, 0, patience);
            clearFault();
            QCOMPARE(account().takenNow().size(), n); // no attempt was forgotten, so none was made again
        }
        QVERIFY(hit > points / 2);
        qInfo("%d faults", hit);
        const QVector<QByteArray> taken = account().takenNow();
        for (int n = 1; n <= points; ++n)
            QCOMPARE(taken[n - 1].count("Reply number " + QByteArray::number(n) + " "), 1);
        finish();
    }

private:
    static void addFaults()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("points");
        QTest::newRow("a write fails") << Fault::Error << 60;
        QTest::newRow("the disk is full") << Fault::DiskFull << 30;
    }

    static bool isHit(Fault fault, int n)
    {
        constexpr int refusedOnTheWay = 1;
        return faultPointsPassed(FaultPoint::FileWrite) >= n + (fault == Fault::DiskFull ? refusedOnTheWay : 0);
    }

    void start(const std::function<void(Mailbox *)> &change)
    {
        clearFault();
        m_desk = TestDesk::withSystemClock();
        m_transport = std::make_shared<FakeMailTransport>();
        MailJobPorts ports = jobPortsFor(m_desk->desk(), m_desk->path(), std::make_shared<ShiftedClock>());
        ports.transport = m_transport;
        Mailbox mailbox = FakeMailTransport::mailbox(host);
        if (change)
            change(&mailbox);
        mailbox.sends = mailbox.protocol == MailProtocol::None;
        m_desk->submit(SaveMailbox{mailbox, {}});
        MailWorker::Options options;
        options.owner = QStringLiteral("worker");
        m_worker = std::make_unique<MailWorker>(ports, options);
        m_worker->start();
        QTRY_VERIFY_WITH_TIMEOUT(report().jobs.size() == 2, patience);
    }

    void finish()
    {
        m_worker.reset();
        const QString path = m_desk->path();
        m_desk->close();
        QCOMPARE(brokenDesk(path), QString());
        QCOMPARE(brokenHistory(path), QString());
        m_desk.reset();
    }

    /// As a client does it that repeats a command with its uuid until it is answered.
    bool reply(TicketId ticket, int number)
    {
        PostArticle post;
        post.ticket = ticket;
        post.evenUnseen = true;
        post.article.channel = Channel::Email;
        post.article.text = QStringLiteral("Reply number %1 of the test.").arg(number);
        post.article.to = {MailAddress{{}, QStringLiteral("rita@customer.example")}};
        const Command command = Command::make(m_desk->me(), post);
        for (int attempt = 0; attempt < 5; ++attempt) {
            if (await(m_desk->desk().submit(command)))
                return true;
            if (attempt > 0)
                clearFault();
        }
        return false;
    }

    FakeAccount &account() { return m_transport->account(host); }
    MailReport report() { return m_desk->expect(m_desk->desk().mailReport()); }
    MailReconciliation sums() { return report().mailboxes.value(0).sums; }
    qint64 stored() { return report().mailboxes.value(0).arrivals; }

    std::unique_ptr<TestDesk> m_desk;
    std::shared_ptr<FakeMailTransport> m_transport;
    std::unique_ptr<MailWorker> m_worker;
};

} // namespace deskhand::test

int main(int argc, char **argv)
{
    deskhand::test::installFaults();
    QCoreApplication application(argc, argv);
    deskhand::test::MailFaultTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "mail_fault_test.moc"
