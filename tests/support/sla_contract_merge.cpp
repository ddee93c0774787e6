// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks of tickets that are merged, parted and split.
#include "support/sla_contract.h"

#include "support/contract_world.h"
#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {

void SlaContract::mergedTicketsWaitTogether()
{
    const TicketId source = openByMail();
    pass(30);
    const TicketId target = openByMail();
    pass(10);
    const SlaClock resolution = clock(target, SlaTargetKind::Resolution);
    must(MergeTickets{target, 0, {{source, 0}}, true, {}});
    const SlaClock response = clock(target, SlaTargetKind::FirstResponse);
    QCOMPARE(response.startedAt, minute(0)); // the oldest customer's word of both
    QCOMPARE(response.dueAt, minute(60));
    QCOMPARE(clock(target, SlaTargetKind::Resolution), resolution);
    QCOMPARE(clock(source, SlaTargetKind::FirstResponse).state, SlaState::Cancelled);
    QCOMPARE(clock(source, SlaTargetKind::FirstResponse).endedAt, minute(40));
    QCOMPARE(head(source).slaDueAt, Instant(0));
    QCOMPARE(brokenClocks(source), QString());
    QCOMPARE(brokenClocks(target), QString());
}

void SlaContract::partedTicketsHaveNeverBeenTogether()
{
    const TicketId source = openByMail(priority(1));
    set(source, TicketField::Owner, m_ben.value);
    pass(30);
    const TicketId target = openByMail();
    pass(10);
    const QVector<SlaClock> ofSource = sla(source).clocks;
    const QVector<SlaClock> ofTarget = sla(target).clocks;
    const TicketHead shown = head(source);
    must(MergeTickets{target, 0, {{source, 0}}, true, {}});
    pass(45);
    must(UnmergeTicket{source, {}, {}});
    QCOMPARE(sla(source).clocks, ofSource);
    QCOMPARE(sla(target).clocks, ofTarget);
    QCOMPARE(head(source).slaDueAt, shown.slaDueAt);
    QCOMPARE(head(source).sla, shown.sla);
    QCOMPARE(brokenClocks(source), QString());
    QCOMPARE(brokenClocks(target), QString());
    QCOMPARE(sla(source).events.last().kind, SlaEventKind::Unmerged); // what was is still told
    pass(5);
    reply(source);
    QCOMPARE(clock(source, SlaTargetKind::FirstResponse).state, SlaState::Breached);
    QCOMPARE(clock(source, SlaTargetKind::FirstResponse).breachAt, minute(60));
    set(source, TicketField::Priority, priority(2).value);
    QCOMPARE(brokenClocks(source), QString());
}

void SlaContract::whatIsTakenAlongIsToldToItsClocks()
{
    const TicketId source = openByMail();
    const TicketId target = openByMail();
    pass(10);
    must(MergeTickets{target, 0, {{source, 0}}, true, {}});
    pass(10);
    const ArticleId answer = reply(target).article;
    QCOMPARE(clock(target, SlaTargetKind::FirstResponse).state, SlaState::Met);
    pass(10);
    must(UnmergeTicket{source, {answer}, {}});
    QCOMPARE(clock(source, SlaTargetKind::FirstResponse).state, SlaState::Met);
    QCOMPARE(clock(source, SlaTargetKind::FirstResponse).endedAt, minute(20));
    QCOMPARE(clock(target, SlaTargetKind::FirstResponse).state, SlaState::Running);
    QCOMPARE(clock(target, SlaTargetKind::FirstResponse).dueAt, minute(60));
    QCOMPARE(brokenClocks(source), QString());
    QCOMPARE(brokenClocks(target), QString());
}

void SlaContract::whatIsSplitOffBeginsWithItsFirstArticle()
{
    const TicketId ticket = openByMail();
    pass(10);
    reply(ticket);
    pass(10);
    customerWrites(ticket);
    const ArticleId second = head(ticket).lastArticle;
    const SlaClock before = clock(ticket, SlaTargetKind::FirstResponse);
    pass(20);
    SplitTicket split;
    split.ticket = ticket;
    split.articles = {second};
    const TicketId made = must(split).ticket;
    const SlaClock response = clock(made, SlaTargetKind::FirstResponse);
    QCOMPARE(response.startedAt, minute(20));
    QCOMPARE(response.dueAt, minute(80));
    QCOMPARE(head(made).createdAt, minute(20));
    QCOMPARE(clock(ticket, SlaTargetKind::FirstResponse), before);
    QCOMPARE(brokenClocks(ticket), QString());
    QCOMPARE(brokenClocks(made), QString());
    must(MergeTickets{ticket, 0, {{made, 0}}, true, {}});
    QCOMPARE(brokenClocks(ticket), QString());
    QCOMPARE(clock(made, SlaTargetKind::FirstResponse).state, SlaState::Cancelled);
}

void SlaContract::aChainOfMergesIsPartedWithItsClocks()
{
    const TicketId a = openByMail();
    pass(10);
    const TicketId b = openByMail();
    pass(10);
    const TicketId c = openByMail();
    const QVector<SlaClock> ofA = sla(a).clocks;
    const QVector<SlaClock> ofC = sla(c).clocks;
    must(MergeTickets{b, 0, {{a, 0}}, true, {}});
    must(MergeTickets{c, 0, {{b, 0}}, true, {}});
    QCOMPARE(clock(c, SlaTargetKind::FirstResponse).startedAt, minute(0));
    must(UnmergeTicket{a, {}, {}});
    QCOMPARE(sla(a).clocks, ofA);
    QCOMPARE(clock(c, SlaTargetKind::FirstResponse).startedAt, minute(10));
    must(UnmergeTicket{b, {}, {}});
    QCOMPARE(sla(c).clocks, ofC);
    for (const TicketId ticket : {a, b, c})
        QCOMPARE(brokenClocks(ticket), QString());
}

} // namespace deskhand::test
