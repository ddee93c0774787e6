// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mail_place.h"

#include <QtTest>

#include <functional>

namespace deskhand::test {

class MailOutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk()); }
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

    void dueMailIsClaimedOnce_data() { places(); }
    void dueMailIsClaimedOnce();
    void whatADeadWorkerBeganIsDueAgain_data() { places(); }
    void whatADeadWorkerBeganIsDueAgain();
    void aClaimIsGivenBack_data() { places(); }
    void aClaimIsGivenBack();
    void whatWaitsForSomethingElseIsNotDue_data() { places(); }
    void whatWaitsForSomethingElseIsNotDue();
    void whoTakesItBackAndWhoSendsItWait();
    void limitsCountInWindows_data() { places(); }
    void limitsCountInWindows();
    void theOutboxKnowsItsMail_data() { places(); }
    void theOutboxKnowsItsMail();
    void theKeyIsMadeOnce_data() { places(); }
    void theKeyIsMadeOnce();

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

void MailOutboxTest::dueMailIsClaimedOnce()
{
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    const OutboundMailId later = m_place->queueMail(mailStart + 10);
    const OutboundMailId now = m_place->queueMail(mailStart, 2);
    QCOMPARE(must(store().nextDue()), mailStart);
    const auto due = must(store().claimDue(lease, mailStart, 10));
    QCOMPARE(due.size(), 1);
    QCOMPARE(due.first().id, now);
    QCOMPARE(due.first().mailbox, m_place->mailbox);
    QCOMPARE(due.first().envelopeFrom, QStringLiteral("support@desk.example"));
    QVERIFY(!due.first().again);
    QCOMPARE(due.first().recipients.size(), 2);
    QCOMPARE(due.first().recipients.last().attempts, 1);
    QCOMPARE(due.first().recipients.last().address.address, QStringLiteral("to1@customer.example"));
    QCOMPARE(must(store().mailBytes(now)), QByteArray("mail 2"));
    QCOMPARE(store().mailBytes(OutboundMailId{99}).error().code, ErrorCode::NotFound);
    // It is known before anything is sent.
    const MailDelivery stored = m_place->delivery(now);
    QCOMPARE(stored.state, DeliveryState::Sending);
    QCOMPARE(stored.recipients.first().attempts, 1);
    QCOMPARE(stored.recipients.first().at, mailStart);
    QVERIFY(must(store().claimDue(lease, mailStart, 10)).isEmpty());
    QCOMPARE(must(store().nextDue()), mailStart + 10);
    QCOMPARE(must(store().claimDue(lease, mailStart + 10, 10)).first().id, later);
    QCOMPARE(must(store().nextDue()), Instant(0));

    // One has it, the other is to be tried again: only that one is due.
    MailDelivery answered = m_place->delivery(now);
    answered.recipients[0].state = DeliveryState::Sent;
    answered.recipients[0].nextAt = 0;
    answered.recipients[1].state = DeliveryState::Delayed;
    answered.recipients[1].nextAt = mailStart + mailMinute;
    answered.state = overallState(answered.recipients);
    m_place->change([&answered](UnitOfWork &unit) { return unit.updateOutbound(answered); });
    QCOMPARE(must(store().nextDue()), mailStart + mailMinute);
    QVERIFY(must(store().claimDue(lease, mailStart + mailMinute - 1, 10)).isEmpty());
    const auto again = must(store().claimDue(lease, mailStart + mailMinute, 10));
    QCOMPARE(again.size(), 1);
    QCOMPARE(again.first().recipients.size(), 1);
    QCOMPARE(again.first().recipients.first().attempts, 2);
    QVERIFY(!again.first().again); // there was an answer
    m_place->queueMail(mailStart);
    m_place->queueMail(mailStart);
    QCOMPARE(must(store().claimDue(lease, mailStart + mailMinute, 1)).size(), 1);
}

void MailOutboxTest::whatADeadWorkerBeganIsDueAgain()
{
    const Lease dead = leaseOf(store(), QStringLiteral("a"));
    const OutboundMailId mail = m_place->queueMail(mailStart, 2);
    must(store().claimDue(dead, mailStart, 10));
    m_place->store = m_place->open();
    const Lease alive = leaseOf(store(), QStringLiteral("b"), mailStart + mailMinute);
    const auto due = must(store().claimDue(alive, mailStart + mailMinute, 10));
    QCOMPARE(due.size(), 1);
    QCOMPARE(due.first().id, mail);
    QVERIFY(due.first().again);
    QCOMPARE(due.first().recipients.size(), 2);
    QCOMPARE(due.first().recipients.first().attempts, 2);
    QVERIFY(must(store().claimDue(alive, mailStart + mailMinute, 10)).isEmpty());
}

void MailOutboxTest::aClaimIsGivenBack()
{
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    const OutboundMailId mail = m_place->queueMail(mailStart, 2);
    must(store().claimDue(lease, mailStart, 10));
    must(store().giveBack(lease, mail, mailStart + mailMinute, QStringLiteral("offline")));
    const MailDelivery back = m_place->delivery(mail);
    QCOMPARE(back.state, DeliveryState::Queued);
    for (const RecipientDelivery &recipient : back.recipients) {
        QCOMPARE(recipient.attempts, 0);
        QCOMPARE(recipient.nextAt, mailStart + mailMinute);
    }
    QVERIFY(must(store().claimDue(lease, mailStart + mailMinute - 1, 10)).isEmpty());
    const auto again = must(store().claimDue(lease, mailStart + mailMinute, 10));
    QCOMPARE(again.first().recipients.first().attempts, 1);
    QVERIFY(!again.first().again);
}

void MailOutboxTest::whatWaitsForSomethingElseIsNotDue()
{
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    const OutboundMailId mail = m_place->queueMail(mailStart);
    MailDelivery waiting = m_place->delivery(mail);
    waiting.recipients[0].state = DeliveryState::Withdrawn;
    waiting.recipients[0].nextAt = 0;
    waiting.state = DeliveryState::Withdrawn;
    m_place->change([&waiting](UnitOfWork &unit) { return unit.updateOutbound(waiting); });
    QVERIFY(must(store().claimDue(lease, mailStart, 10)).isEmpty());
    m_place->queueMail(mailStart);
    Mailbox paused = must(store().mailboxes()).first().mailbox;
    paused.paused = true;
    m_place->change([&paused](UnitOfWork &unit) { return unit.saveMailbox(paused); });
    QVERIFY(must(store().claimDue(lease, mailStart, 10)).isEmpty());
    QCOMPARE(must(store().nextDue()), Instant(0));
    QCOMPARE(must(store().mailboxes()).size(), 1); // it is asked what became of it all the same
    paused.paused = false;
    m_place->change([&paused](UnitOfWork &unit) { return unit.saveMailbox(paused); });
    QCOMPARE(must(store().claimDue(lease, mailStart, 10)).size(), 1);
}

void MailOutboxTest::whoTakesItBackAndWhoSendsItWait()
{
    if (!m_server)
        QSKIP("PostgreSQL is not installed");
    m_place = std::make_unique<MailPlace>(m_server.get());
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    const OutboundMailId mail = m_place->queueMail(mailStart);
    m_place->change([&](UnitOfWork &unit) {
        MailDelivery delivery = must(unit.outbound(mail)).delivery;
        const auto claimed = must(store().claimDue(lease, mailStart, 10));
        if (!claimed.isEmpty())
            qFatal("sent while it is taken back");
        delivery.state = delivery.recipients[0].state = DeliveryState::Withdrawn;
        delivery.recipients[0].nextAt = 0;
        return unit.updateOutbound(delivery);
    });
    QVERIFY(must(store().claimDue(lease, mailStart, 10)).isEmpty());
    QCOMPARE(m_place->delivery(mail).state, DeliveryState::Withdrawn);
}

void MailOutboxTest::limitsCountInWindows()
{
    constexpr Instant hour = 60 * mailMinute;
    const QString rita = QStringLiteral("rita@customer.example");
    const auto counts = [this](const std::function<Result<MailCounts>(UnitOfWork &)> &ask) {
        const MailCounts found = m_place->change(ask);
        return QStringLiteral("%1 %2").arg(found.lastHour).arg(found.lastDay);
    };
    const TicketId other = m_place->openTicket();
    m_place->change([&](UnitOfWork &unit) {
        must(unit.recordAutomatic(rita, m_place->ticket, mailStart - 24 * hour)); // just out of it
        must(unit.recordAutomatic(rita, m_place->ticket, mailStart - 2 * hour));
        must(unit.recordAutomatic(rita, other, mailStart - mailMinute));
        return unit.recordAutomatic(QStringLiteral("bot@customer.example"), m_place->ticket, mailStart);
    });
    QCOMPARE(counts([&](UnitOfWork &unit) { return unit.automaticTo(rita, mailStart); }), QStringLiteral("1 2"));
    QCOMPARE(counts([&](UnitOfWork &unit) { return unit.automaticOf(m_place->ticket, mailStart); }),
             QStringLiteral("1 2"));
    QCOMPARE(counts([&](UnitOfWork &unit) { return unit.automaticOfDesk(mailStart); }), QStringLiteral("2 3"));
    QCOMPARE(counts([&](UnitOfWork &unit) { return unit.automaticTo(QStringLiteral("x@y.example"), mailStart); }),
             QStringLiteral("0 0"));
    // What no window reaches is forgotten.
    m_place->change([&](UnitOfWork &unit) { return unit.recordAutomatic(rita, other, mailStart + 72 * hour); });
    QCOMPARE(m_place->number("SELECT count(*) FROM automatic_mail"), qint64(1));

    // Tickets count by when their mail came.
    QCOMPARE(counts([&](UnitOfWork &unit) { return unit.ticketsOpenedBy(rita, mailStart + mailMinute); }),
             QStringLiteral("2 2"));
    const Lease lease = leaseOf(store(), QStringLiteral("a"));
    NewArrival early = arrivalAt(m_place->mailbox, 1);
    early.at = mailStart - 3 * hour;
    const MailArrivalId id = must(store().storeArrival(lease, early, "raw"));
    m_place->change(
        [&](UnitOfWork &unit) { return unit.settleArrival(id, MailOutcome::Opened, {}, m_place->ticket, {}); });
    QCOMPARE(counts([&](UnitOfWork &unit) { return unit.ticketsOpenedBy(rita, mailStart + mailMinute); }),
             QStringLiteral("1 2"));
    QCOMPARE(counts([&](UnitOfWork &unit) { return unit.ticketsOpenedBy(QStringLiteral("x"), mailStart); }),
             QStringLiteral("0 0"));
}

void MailOutboxTest::theOutboxKnowsItsMail()
{
    const OutboundMailId mail = m_place->queueMail(mailStart);
    const MailDelivery stored = m_place->delivery(mail);
    QCOMPARE(stored.recipients.first().nextAt, mailStart);
    m_place->change([&](UnitOfWork &unit) -> Result<void> {
        const QStringList unknown{QStringLiteral("x@y.example")};
        if (must(unit.outboundOfMessage(unknown + QStringList{stored.messageId})) != mail
            || must(unit.outboundOfMessage(unknown)).isValid()
            || must(unit.outboundOfToken(QStringLiteral("n1.abc"))) != mail
            || must(unit.outboundOfToken(QString())).isValid())
            qFatal("not found, or found");
        // A machine's answer is no answer of a person.
        const QString to = QStringLiteral("to0@customer.example");
        if (must(unit.hasBeenAnswered(to)))
            qFatal("answered by nobody");
        OutboundMail reply = must(unit.outbound(mail));
        reply.delivery.kind = MailKind::Reply;
        reply.delivery.messageId = QStringLiteral("dh.1.r.abc@desk.example");
        reply.bytes = "reply";
        must(unit.insertOutbound(reply));
        if (!must(unit.hasBeenAnswered(to)) || must(unit.hasBeenAnswered(QStringLiteral("other@customer.example"))))
            qFatal("not answered, or somebody else");
        if (must(unit.isParticipant(m_place->ticket, to))
            || !must(unit.isParticipant(m_place->ticket, QStringLiteral("rita@customer.example"))))
            qFatal("who has a part in it");
        must(unit.addParticipant(m_place->ticket, to));
        must(unit.addParticipant(m_place->ticket, to));
        if (!must(unit.isParticipant(m_place->ticket, to)) || must(unit.isParticipant(m_place->ticket, QString())))
            qFatal("who was let in");
        if (must(unit.ticketOfNumber(must(unit.ticket(m_place->ticket)).number)) != m_place->ticket
            || must(unit.ticketOfNumber(QStringLiteral("nothing"))).isValid())
            qFatal("by its number");
        return {};
    });
    const bool isUnknown = m_place->change([](UnitOfWork &unit) -> Result<bool> {
        return unit.outbound(OutboundMailId{99}).error().code == ErrorCode::NotFound;
    });
    QVERIFY(isUnknown);
}

void MailOutboxTest::theKeyIsMadeOnce()
{
    const QByteArray key = m_place->change([](UnitOfWork &unit) { return unit.mailSigningKey(); });
    QCOMPARE(key.size(), 32);
    QCOMPARE(m_place->change([](UnitOfWork &unit) { return unit.mailSigningKey(); }), key);
    QVERIFY(key != QByteArray(32, '\0'));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::MailOutboxTest)
#include "mail_outbox_test.moc"
