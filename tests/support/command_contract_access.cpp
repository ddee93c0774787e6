// SPDX-License-Identifier: GPL-3.0-or-later
// Who sees which tickets: everything that can be asked and done, once as somebody who does not see the ticket and once
// as somebody who does.
#include "support/command_contract.h"

#include "support/test_desk.h"

#include <QCryptographicHash>
#include <QtTest>

#include <algorithm>

namespace deskhand::test {
namespace {

constexpr const char *secretWord = "quarterly";
constexpr const char *secretRaw = "the quarterly report, as it came";

} // namespace

QueueId CommandContract::addQueue(const QString &name, QueueId parent, const QVector<PersonId> &members)
{
    return QueueId{expect(SaveQueue{Queue{{}, parent, name, {}, 5, true, members}}).id};
}

TicketId CommandContract::openIn(QueueId queue, const QString &subject)
{
    OpenTicket open;
    open.subject = subject;
    open.queue = queue;
    open.requesterAddress = MailAddress{QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
    NewArticle article;
    article.senderRole = SenderRole::Customer;
    article.text = QStringLiteral("the %1 report").arg(QLatin1String(secretWord));
    article.raw = secretRaw;
    open.article = article;
    return expect(open, {}, ActorKind::System).ticket;
}

/// Everything about a ticket that `me` can be told; true for each that told something.
QVector<bool> CommandContract::whatIsSeen(TicketId ticket, const QString &number, PersonId me)
{
    Desk &desk = m_fixture->desk();
    const Condition all = Condition::all();
    const auto listed = await(desk.tickets({all, {}, {}, me, 0, {}}));
    const auto byState = await(desk.tickets({all, {ListColumn::State, false}, ListColumn::Queue, me, 0, {}}));
    const auto counted = await(desk.counts({Condition::is(ConditionField::Owner, {0}), all}, me, 0));
    SearchQuery words;
    words.text = QLatin1String(secretWord);
    words.me = me;
    const auto newest = await(desk.search(words));
    words.byRelevance = true;
    const auto best = await(desk.search(words));
    words.text.clear();
    const auto without = await(desk.search(words));
    const auto page = await(desk.thread({ticket, {}, 20, me}));
    const QByteArray raw = QCryptographicHash::hash(secretRaw, QCryptographicHash::Sha256);
    const QVector<Change> feed = await(desk.changesSince(0, 10'000, me)).value_or(FeedPage()).changes;
    return {listed && listed->ids.contains(ticket),
            byState && byState->ids.contains(ticket),
            counted && counted->first() > 0,
            counted && counted->last() > 0,
            newest && !newest->hits.isEmpty(),
            best && !best->hits.isEmpty(),
            without && !without->hits.isEmpty(),
            !await(desk.rows({ticket}, me)).value_or(QVector<TicketRow>()).isEmpty(),
            await(desk.ticket(ticket, me)).has_value(),
            await(desk.ticketByNumber(number, me)).has_value(),
            page && !page->articles.isEmpty(),
            page && !page->history.isEmpty(),
            !await(desk.history(ticket, me, 10)).value_or(QVector<HistoryEntry>()).isEmpty(),
            await(desk.blob(raw, me)).has_value(),
            std::any_of(feed.cbegin(), feed.cend(), [ticket](const Change &change) {
                return change.ticket == ticket
                       && (change.article.isValid() || change.actor.isValid() || !change.command.isNull());
            })};
}

void CommandContract::membersSeeTheirQueue()
{
    const PersonId member = addAgent(QStringLiteral("Member"));
    const PersonId other = addAgent(QStringLiteral("Other"));
    const QueueId people = addQueue(QStringLiteral("People"), {}, {member});
    const QueueId pay = addQueue(QStringLiteral("Pay"), people, {});
    const TicketId ticket = openIn(pay, QStringLiteral("Payslip"));
    const TicketRow known = row(ticket);
    const QVector<bool> everything(15, true);
    QCOMPARE(whatIsSeen(ticket, known.head.number, member), everything); // through the queue above
    QCOMPARE(whatIsSeen(ticket, known.head.number, m_fixture->admin()), everything);
    QCOMPARE(whatIsSeen(ticket, known.head.number, other), QVector<bool>(15, false));
    // The same as for a ticket that is not there.
    const TicketId none{ticket.value + 1000};
    QCOMPARE(await(m_fixture->desk().ticket(ticket, other)).error().code,
             await(m_fixture->desk().ticket(none, other)).error().code);
    const ThreadQuery before{ticket, known.head.lastArticle, 20, other};
    QCOMPARE(await(m_fixture->desk().thread(before)).error().code, ErrorCode::NotFound);

    Person supervisor = *catalog()->agent(other);
    supervisor.supervisor = true;
    expect(SavePerson{supervisor});
    QCOMPARE(whatIsSeen(ticket, known.head.number, other), everything);
}

void CommandContract::whatIsNotSeenIsNotThere()
{
    const PersonId member = addAgent(QStringLiteral("Member"));
    const PersonId other = addAgent(QStringLiteral("Other"));
    const QueueId people = addQueue(QStringLiteral("People"), {}, {member});
    const TicketId ticket = openIn(people, QStringLiteral("Payslip"));
    PostArticle reply;
    reply.ticket = ticket;
    reply.article.text = QStringLiteral("hello");
    const ChangeTicket change{ticket, 1, {FieldChange{TicketField::Subject, QStringLiteral("x"), {}, {}}}, {}};
    const auto errorOf = [&](const CommandBody &body) {
        const auto answer = submit(body, other);
        return answer ? std::optional<Error>() : answer.error();
    };
    ChangeTicket missing = change;
    missing.ticket = TicketId{ticket.value + 1000};
    const std::optional<Error> notThere = errorOf(missing);
    QVERIFY(notThere);
    QCOMPARE(notThere->code, ErrorCode::NotFound);
    for (const CommandBody &body : {CommandBody(reply), CommandBody(change), CommandBody(MarkRead{ticket, {}})}) {
        const std::optional<Error> refused = errorOf(body);
        QVERIFY(refused);
        QCOMPARE(refused->code, notThere->code);
        QCOMPARE(refused->where, notThere->where);
        QCOMPARE(refused->detail, notThere->detail);
    }
    QVERIFY(submit(change, member).has_value());
}

void CommandContract::ticketsAreHandedOver()
{
    const PersonId member = addAgent(QStringLiteral("Member"));
    const PersonId other = addAgent(QStringLiteral("Other"));
    const QueueId people = addQueue(QStringLiteral("People"), {}, {member});
    // Into a queue that the giver does not see.
    const TicketId ticket = openTicket(QStringLiteral("Payslip"));
    const CommandAnswer moved = set(ticket, 1, TicketField::Queue, people.value, other);
    QVERIFY(moved.conflicts.isEmpty());
    QCOMPARE(row(ticket).head.queue, people);
    QCOMPARE(await(m_fixture->desk().ticket(ticket, other)).error().code, ErrorCode::NotFound);
    QVERIFY(await(m_fixture->desk().ticket(ticket, member)).has_value());
    OpenTicket open;
    open.subject = QStringLiteral("For you");
    open.queue = people;
    open.requesterAddress = MailAddress{QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
    NewArticle article;
    article.text = QStringLiteral("written by who will not see it");
    open.article = article;
    const CommandAnswer opened = expect(open, other);
    QVERIFY(opened.article.isValid());
    QCOMPARE(await(m_fixture->desk().ticket(opened.ticket, other)).error().code, ErrorCode::NotFound);
    QVERIFY(await(m_fixture->desk().ticket(opened.ticket, member)).has_value());
}

void CommandContract::aRequestersTicketsAreCountedAsSeen()
{
    const PersonId member = addAgent(QStringLiteral("Member"));
    const PersonId other = addAgent(QStringLiteral("Other"));
    const QueueId people = addQueue(QStringLiteral("People"), {}, {member});
    openIn(people, QStringLiteral("Payslip"));
    const TicketId plain = openTicket(QStringLiteral("Printer")); // of the same requester
    const auto seen = await(m_fixture->desk().ticket(plain, other));
    QVERIFY(seen);
    QCOMPARE(seen->requesterTicketCount, 1);
    QCOMPARE(seen->requesterOpenCount, 1);
    QCOMPARE(await(m_fixture->desk().ticket(plain, member))->requesterTicketCount, 2);
}

void CommandContract::membersAndSupervisorsAreSaved()
{
    const PersonId one = addAgent(QStringLiteral("One"));
    const PersonId two = addAgent(QStringLiteral("Two"));
    const QueueId queue = addQueue(QStringLiteral("People"), {}, {two, one, two});
    QCOMPARE(catalog()->queue(queue)->members, (QVector<PersonId>{one, two}));
    Queue changed = *catalog()->queue(queue);
    changed.members = {two};
    QCOMPARE(submit(SaveQueue{changed}, one).error().code, ErrorCode::Denied);
    expect(SaveQueue{changed});
    QCOMPARE(catalog()->queue(queue)->members, QVector<PersonId>{two});
    const TicketId ticket = openTicket();
    changed.members = {head(ticket).requester};
    QCOMPARE(reasons(SaveQueue{changed}).value(QStringLiteral("members")).toString(), QStringLiteral("not-an-agent"));

    // A member who is no agent any more does not make the queue everybody's.
    Person former = *catalog()->agent(two);
    former.role = PersonRole::Requester;
    expect(SavePerson{former});
    changed = *catalog()->queue(queue);
    changed.name = QStringLiteral("Personnel");
    expect(SaveQueue{changed});
    QCOMPARE(catalog()->queue(queue)->members, QVector<PersonId>{two});

    Person supervisor = *catalog()->agent(one);
    supervisor.supervisor = true;
    QCOMPARE(submit(SavePerson{supervisor}, one).error().code, ErrorCode::Denied);
    expect(SavePerson{supervisor});
    QVERIFY(catalog()->agent(one)->supervisor);
    supervisor.role = PersonRole::Requester;
    QCOMPARE(reasons(SavePerson{supervisor}).value(QStringLiteral("supervisor")).toString(),
             QStringLiteral("not-an-agent"));
}

} // namespace deskhand::test
