// SPDX-License-Identifier: GPL-3.0-or-later
// Two doors at once. Who comes first is open; what the two together must have done is not.
#include "support/command_contract.h"

#include "support/test_desk.h"

#include <QSet>
#include <QtTest>

#include <algorithm>

namespace deskhand::test {
namespace {

/// Often enough that both orders and both overlaps occur.
constexpr int roundsAtOnce = 12;

bool isTaken(const Result<CommandAnswer> &answer)
{
    return !answer && answer.error().code == ErrorCode::Invalid
           && answer.error().payload.value(QStringLiteral("name")).toString() == u"taken";
}

} // namespace

std::pair<Result<CommandAnswer>, Result<CommandAnswer>> CommandContract::atOnce(const Command &one, const Command &two)
{
    if (!m_second) {
        m_second = m_fixture->openAnotherDoor();
        // A door connects when it is first used: only then can the two meet.
        (void)await(m_second->submit(Command::make(m_fixture->admin(), MarkRead{TicketId{1}, {}})));
    }
    const auto first = m_fixture->desk().submit(one);
    const auto second = m_second->submit(two);
    const Result<CommandAnswer> answerOfFirst = await(first);
    const Result<CommandAnswer> answerOfSecond = await(second);
    m_fixture->settle();
    return {answerOfFirst, answerOfSecond};
}

void CommandContract::oneCommandThroughTwoDoorsIsOne()
{
    const TicketId ticket = openTicket();
    for (int i = 0; i < roundsAtOnce; ++i) {
        PostArticle post;
        post.ticket = ticket;
        post.article.text = QStringLiteral("once");
        const Command command = Command::make(m_fixture->admin(), post);
        const auto [one, two] = atOnce(command, command);
        QVERIFY(one && two);
        QCOMPARE(*two, *one);
        QCOMPARE(head(ticket).articleCount, i + 1);
    }
}

void CommandContract::ofTwoValuesOneIsAConflict()
{
    const TicketId ticket = openTicket();
    for (int i = 0; i < roundsAtOnce; ++i) {
        const TicketHead before = head(ticket);
        const auto setTo = [&](const QString &subject) {
            const FieldChange change{TicketField::Subject, subject, {}, {}};
            return Command::make(m_fixture->admin(), ChangeTicket{ticket, before.version, {change}, {}});
        };
        const QString ours = QStringLiteral("ours %1").arg(i);
        const QString theirs = QStringLiteral("theirs %1").arg(i);
        const auto [one, two] = atOnce(setTo(ours), setTo(theirs));
        QVERIFY(one && two);
        QCOMPARE(one->conflicts.size() + two->conflicts.size(), 1);
        const FieldConflict conflict = (one->conflicts + two->conflicts).first();
        const QString stored = head(ticket).subject;
        QCOMPARE(stored, one->conflicts.isEmpty() ? ours : theirs);
        QCOMPARE(conflict.base, before.subject);
        QCOMPARE(conflict.theirs, stored);
        QCOMPARE(conflict.mine, one->conflicts.isEmpty() ? theirs : ours);
    }
}

void CommandContract::twoFieldsMergeFromTwoDoors()
{
    const TicketId ticket = openTicket();
    for (int i = 0; i < roundsAtOnce; ++i) {
        const qint64 base = head(ticket).version;
        const auto setTo = [&](TicketField field, const QVariant &value) {
            return Command::make(m_fixture->admin(),
                                 ChangeTicket{ticket, base, {FieldChange{field, value, {}, {}}}, {}});
        };
        const QString subject = QStringLiteral("subject %1").arg(i);
        const qint64 due = 1'900'000'000'000 + i;
        const auto [one, two] = atOnce(setTo(TicketField::Subject, subject), setTo(TicketField::DueAt, due));
        QVERIFY(one && two);
        QVERIFY(one->conflicts.isEmpty() && two->conflicts.isEmpty());
        QCOMPARE(qMax(one->version, two->version), base + 2);
        QCOMPARE(head(ticket).subject, subject);
        QCOMPARE(head(ticket).dueAt, due);
    }
}

void CommandContract::tagsComeTogetherFromTwoDoors()
{
    const TicketId ticket = openTicket();
    for (int i = 0; i < roundsAtOnce; ++i) {
        const auto adding = [&](const QString &tag) {
            return Command::make(m_fixture->admin(),
                                 ChangeTicket{ticket, 1, {FieldChange{TicketField::Tags, {}, {tag}, {}}}, {}});
        };
        const auto [one, two] = atOnce(adding(QStringLiteral("a%1").arg(i)), adding(QStringLiteral("b%1").arg(i)));
        QVERIFY(one && two);
        QCOMPARE(head(ticket).tags.size(), 2 * (i + 1));
    }
    QCOMPARE(catalog()->tags, head(ticket).tags);
}

void CommandContract::ofTwoRepliesOneIsHeld()
{
    const TicketId ticket = openTicket();
    const PersonId colleague = addAgent(QStringLiteral("Col League"));
    ArticleId seen = post(ticket, SenderRole::Customer).article;
    for (int i = 0; i < roundsAtOnce; ++i) {
        PostArticle reply;
        reply.ticket = ticket;
        reply.article.text = QStringLiteral("we have both written");
        reply.lastSeen = seen;
        const auto [one, two] = atOnce(Command::make(m_fixture->admin(), reply), Command::make(colleague, reply));
        QVERIFY(one.has_value() != two.has_value());
        const CommandAnswer posted = one ? *one : *two;
        const Error held = one ? two.error() : one.error();
        QCOMPARE(held.code, ErrorCode::Conflict);
        QCOMPARE(held.payload.value(QStringLiteral("unseen")).toStringList(),
                 QStringList{QString::number(posted.article.value)});
        QCOMPARE(head(ticket).articleCount, i + 2);
        seen = posted.article;
    }
}

void CommandContract::aNewPersonOfTwoDoorsIsOne()
{
    for (int i = 0; i < roundsAtOnce; ++i) {
        OpenTicket open;
        open.subject = QStringLiteral("Printer");
        open.requesterAddress = MailAddress{QStringLiteral("New"), QStringLiteral("new%1@customer.example").arg(i)};
        const auto [one, two] =
            atOnce(Command::make(m_fixture->admin(), open), Command::make(m_fixture->admin(), open));
        QVERIFY(one && two);
        QVERIFY(one->ticket != two->ticket);
        QCOMPARE(head(one->ticket).requester, head(two->ticket).requester);
    }
    QCOMPARE(await(m_fixture->desk().people(PeopleQuery{{}, QStringLiteral("new"), {}, 1000}))->size(), roundsAtOnce);
}

void CommandContract::numbersAreGivenOnceByTwoDoors()
{
    QSet<QString> numbers;
    for (int i = 0; i < roundsAtOnce; ++i) {
        OpenTicket open;
        open.subject = QStringLiteral("Printer");
        open.requesterAddress.address = QStringLiteral("rita@customer.example");
        const auto [one, two] =
            atOnce(Command::make(m_fixture->admin(), open), Command::make(m_fixture->admin(), open));
        QVERIFY(one && two);
        numbers.insert(one->ticketNumber);
        numbers.insert(two->ticketNumber);
    }
    QCOMPARE(numbers.size(), 2 * roundsAtOnce);
}

void CommandContract::oneMailThroughTwoDoorsIsOne()
{
    for (int i = 0; i < roundsAtOnce; ++i) {
        AcceptMail mail;
        mail.source = QStringLiteral("inbox");
        mail.subject = QStringLiteral("By mail");
        mail.article.senderRole = SenderRole::Customer;
        mail.article.text = QStringLiteral("hello");
        mail.article.from.address = QStringLiteral("sender%1@customer.example").arg(i);
        mail.article.raw = mail.article.from.address.toUtf8();
        Command first = Command::make({}, mail);
        first.actorKind = ActorKind::System;
        Command second = Command::make({}, mail);
        second.actorKind = ActorKind::System;
        const auto [one, two] = atOnce(first, second);
        QVERIFY(one && two);
        QCOMPARE(one->ticket, two->ticket);
        QCOMPARE((QSet<MailOutcome>{one->outcome, two->outcome}),
                 (QSet<MailOutcome>{MailOutcome::Opened, MailOutcome::Duplicate}));
        QCOMPARE(head(one->ticket).articleCount, 1);
    }
}

void CommandContract::aNameIsTakenOnceByTwoDoors()
{
    for (int i = 0; i < roundsAtOnce; ++i) {
        const Queue queue{{}, {}, QStringLiteral("Queue %1").arg(i), {}, 2, true, {}};
        const Command save = Command::make(m_fixture->admin(), SaveQueue{queue});
        const auto [one, two] = atOnce(save, Command::make(m_fixture->admin(), SaveQueue{queue}));
        QVERIFY(one.has_value() != two.has_value());
        QVERIFY(isTaken(one ? two : one));
        QCOMPARE(catalog()->queues.size(), i + 2);
    }
}

void CommandContract::twoDoorsMakeNoLoopOfQueues()
{
    for (int i = 0; i < roundsAtOnce; ++i) {
        Queue left{{}, {}, QStringLiteral("Left %1").arg(i), {}, 2, true, {}};
        Queue right{{}, {}, QStringLiteral("Right %1").arg(i), {}, 2, true, {}};
        left.id = QueueId{expect(SaveQueue{left}).id};
        right.id = QueueId{expect(SaveQueue{right}).id};
        left.parent = right.id;
        right.parent = left.id;
        const auto [one, two] = atOnce(Command::make(m_fixture->admin(), SaveQueue{left}),
                                       Command::make(m_fixture->admin(), SaveQueue{right}));
        QVERIFY(one.has_value() != two.has_value());
        QCOMPARE((one ? two : one).error().payload.value(QStringLiteral("parent")).toString(), QStringLiteral("loop"));
    }
}

void CommandContract::twoAdminsLeaveOne()
{
    const PersonId first = m_fixture->admin();
    const PersonId second = addAgent(QStringLiteral("Second Admin"), true);
    for (int i = 0; i < roundsAtOnce; ++i) {
        const auto demoting = [this](PersonId actor, PersonId whom) {
            Person person = *catalog()->agent(whom);
            person.admin = false;
            return Command::make(actor, SavePerson{person});
        };
        const auto [one, two] = atOnce(demoting(first, second), demoting(second, first));
        QVERIFY(one.has_value() != two.has_value());
        // Whoever was first is an admin still; the other had no right any more.
        QCOMPARE((one ? two : one).error().code, ErrorCode::Denied);
        const PersonId left = one ? first : second;
        QVERIFY(catalog()->agent(left)->admin);
        Person again = *catalog()->agent(one ? second : first);
        QVERIFY(!again.admin);
        again.admin = true;
        expect(SavePerson{again}, left);
    }
}

} // namespace deskhand::test
