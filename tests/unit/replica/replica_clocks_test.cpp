// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_clock.h"
#include "support/replica_fixture.h"

#include <QtTest>

#include <algorithm>

namespace deskhand::test {

/// The clocks of a ticket are the service's: what waits here to be sent has kept no promise, and moves none.
class ReplicaClocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<ReplicaFixture>(); // a new desk has a policy for every ticket
        m_ticket = there().openTicket(QStringLiteral("Printer on fire")).ticket;
        QVERIFY(m_world->settle());
        QTRY_COMPARE(clock(SlaTargetKind::FirstResponse).state, SlaState::Running);
    }
    void cleanup() { m_world.reset(); }

    void aReplyThatWaitsHasNotMetTheFirstResponse()
    {
        m_world->service().cut();
        QTRY_COMPARE(m_world->replica().sync().state().phase, SyncPhase::Offline);
        const TicketHead before = head();
        submit(reply());
        QCOMPARE(head().articleCount, before.articleCount + 1);                 // it is shown …
        QCOMPARE(clock(SlaTargetKind::FirstResponse).state, SlaState::Running); // … and nothing is claimed of it
        QCOMPARE(head().sla, SlaStanding::Running);
        QCOMPARE(head().slaTarget, SlaTargetKind::FirstResponse);
        QCOMPARE(head().slaDueAt, before.slaDueAt);
        // Rows that come do not bring it about either.
        there().customerMail(m_ticket, QStringLiteral("It is spreading"));
        m_world->close();
        m_world->openWithoutWaiting();
        QCOMPARE(clock(SlaTargetKind::FirstResponse).state, SlaState::Running);

        there().clock().advance(minute);
        m_world->service().heal();
        QTRY_COMPARE(m_world->replica().sync().state().attention, 1); // the customer had written meanwhile
        QCOMPARE(clock(SlaTargetKind::FirstResponse).state, SlaState::Running);
        const CommandId held = m_world->replica().sync().queue().first().command.id;
        QVERIFY(await(m_world->replica().sync().insist(held)));
        QVERIFY(m_world->settle());
        QTRY_COMPARE(clock(SlaTargetKind::FirstResponse).state, SlaState::Met);
        QCOMPARE(clock(SlaTargetKind::FirstResponse).endedAt, there().clock().now()); // when it arrived there
        QCOMPARE(m_world->brokenRule(), QString());
    }

    void aSolutionThatWaitsHasMetNothing()
    {
        m_world->service().cut();
        submit(state(StateType::Solved));
        QCOMPARE(head().state, there().state(StateType::Solved));
        QCOMPARE(clock(SlaTargetKind::Resolution).state, SlaState::Running);
        m_world->service().heal();
        QVERIFY(m_world->settle());
        QTRY_COMPARE(clock(SlaTargetKind::Resolution).state, SlaState::Met);
    }

    void nothingIsPromisedOfATicketThatOnlyThisComputerKnows()
    {
        m_world->service().cut();
        OpenTicket open;
        open.subject = QStringLiteral("Found on the train");
        open.requesterAddress.address = QStringLiteral("new.customer@example.org");
        const CommandAnswer opened = submit(open);
        QVERIFY(clocks(opened.ticket).isEmpty());
        m_world->service().heal();
        QVERIFY(m_world->settle());
        QTRY_VERIFY(!clocks(opened.ticket).isEmpty()); // by its old name, too
    }

private:
    static constexpr qint64 minute = 60'000;

    TestDesk &there() { return m_world->there(); }
    CommandAnswer submit(const CommandBody &body)
    {
        return there().expect(m_world->replica().submit(Command::make(there().me(), body)));
    }
    TicketHead head() { return there().expect(m_world->replica().rows({m_ticket}, there().me())).first().head; }
    PostArticle reply()
    {
        PostArticle post;
        post.ticket = m_ticket;
        post.article.text = QStringLiteral("Water is on its way");
        ThreadQuery query;
        query.ticket = m_ticket;
        query.me = there().me();
        query.limit = 100;
        post.lastSeen = there().expect(m_world->replica().thread(query)).articles.last().id;
        return post;
    }
    ChangeTicket state(StateType type)
    {
        FieldChange change;
        change.field = TicketField::State;
        change.value = there().state(type).value;
        return ChangeTicket{m_ticket, head().version, {change}, {}};
    }
    /// As a window calculates them, out of the log.
    QVector<SlaClock> clocks(TicketId ticket)
    {
        const CatalogPtr catalog = there().expect(m_world->replica().catalog());
        const TicketSla sla = there().expect(m_world->replica().ticketSla(ticket, there().me()));
        return replayClocks(sla.events, *catalog->slaVersions);
    }
    SlaClock clock(SlaTargetKind target)
    {
        const QVector<SlaClock> all = clocks(m_ticket);
        const auto found =
            std::find_if(all.cbegin(), all.cend(), [target](const SlaClock &one) { return one.target == target; });
        return found == all.cend() ? SlaClock() : *found;
    }

    std::unique_ptr<ReplicaFixture> m_world;
    TicketId m_ticket;
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::ReplicaClocksTest)
#include "replica_clocks_test.moc"
