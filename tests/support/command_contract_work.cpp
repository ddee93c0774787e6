// SPDX-License-Identifier: GPL-3.0-or-later
// Time that people have spent on tickets: who logs and removes it, and where it is shown.
#include "support/command_contract.h"

#include "support/test_desk.h"

#include <QtTest>

#include <algorithm>

namespace deskhand::test {
namespace {

LogWork workOn(TicketId ticket, int minutes, const QString &activity = {}, Instant at = 0)
{
    LogWork log;
    log.ticket = ticket;
    log.minutes = minutes;
    log.activity = activity;
    log.at = at;
    return log;
}

QVector<int> minutesIn(const TicketDetail &detail)
{
    QVector<int> minutes;
    for (const WorkEntry &entry : detail.work)
        minutes.append(entry.minutes);
    std::sort(minutes.begin(), minutes.end());
    return minutes;
}

} // namespace

void CommandContract::workIsLogged()
{
    const TicketId ticket = openTicket();
    const qint64 version = head(ticket).version;
    const auto feed = await(m_fixture->desk().changesSince(0, 10000));
    QVERIFY(feed);
    LogWork log = workOn(ticket, 95, QStringLiteral(" Root cause \n analysis "), 1'770'000'000'000);
    log.note = QStringLiteral("two of us");
    const Command command = Command::make(m_fixture->admin(), log);
    const auto first = await(m_fixture->desk().submit(command));
    QVERIFY(first);
    QCOMPARE(first->ticket, ticket);
    QVERIFY(first->id != 0);
    const auto again = await(m_fixture->desk().submit(command));
    QVERIFY(again);
    QCOMPARE(*again, *first);
    expect(workOn(ticket, 5));

    QCOMPARE(head(ticket).version, version); // nobody's change meets it
    const TicketDetail shown = detail(ticket);
    QCOMPARE(shown.work.size(), 2);
    const WorkEntry &entry = shown.work.first();
    QCOMPARE(entry.id.value, first->id);
    QCOMPARE(entry.ticket, ticket);
    QCOMPARE(entry.person, m_fixture->admin());
    QCOMPARE(entry.at, 1'770'000'000'000);
    QCOMPARE(entry.minutes, 95);
    QCOMPARE(entry.activity, QStringLiteral("Root cause analysis"));
    QCOMPARE(entry.note, QStringLiteral("two of us"));
    QVERIFY(entry.loggedAt > entry.at);
    QVERIFY(shown.work.last().at > entry.at); // now
    QCOMPARE(minutesOf(shown.work), 100);

    const QVector<HistoryEntry> past = history(ticket);
    const auto told = std::find_if(past.cbegin(), past.cend(),
                                   [](const HistoryEntry &each) { return each.what == QLatin1String("work-logged"); });
    QVERIFY(told != past.cend());
    QCOMPARE(told->newText, QStringLiteral("95 Root cause analysis"));
    QCOMPARE(told->why, QStringLiteral("two of us"));
    QCOMPARE(told->actor, m_fixture->admin());
    const QVector<Change> changes = changesSince(feed->cursor);
    QVERIFY(std::any_of(changes.cbegin(), changes.cend(), [ticket](const Change &change) {
        return change.kind == ChangeKind::TicketChanged && change.ticket == ticket;
    }));
}

void CommandContract::whatIsWrongWithWorkIsSaid()
{
    const TicketId ticket = openTicket();
    const auto only = [](const char *field, const char *reason) {
        return QVariantMap{{QString::fromLatin1(field), QString::fromLatin1(reason)}};
    };
    QCOMPARE(reasons(workOn(ticket, 0)), only("minutes", "out-of-range"));
    QCOMPARE(reasons(workOn(ticket, mostWorkMinutes + 1)), only("minutes", "out-of-range"));
    QCOMPARE(reasons(workOn(ticket, 5, {}, 9'000'000'000'000)), only("at", "out-of-range"));
    QCOMPARE(reasons(workOn(ticket, 5, QString(longestActivity + 1, u'x'))), only("activity", "too-long"));
    LogWork chatty = workOn(ticket, 5);
    chatty.note = QString(longestWorkNote + 1, u'x');
    QCOMPARE(reasons(chatty), only("note", "too-long"));
    expect(workOn(ticket, mostWorkMinutes, QString(longestActivity, u'x')));
    const Result<CommandAnswer> nowhere = submit(workOn(TicketId{999'999}, 5));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().code, ErrorCode::NotFound);
    QCOMPARE(detail(ticket).work.size(), 1);
}

void CommandContract::workIsRemovedByItsAuthorOrAnAdmin()
{
    Person watcher;
    watcher.name = QStringLiteral("Watcher");
    watcher.address = QStringLiteral("watcher@desk.example");
    watcher.role = PersonRole::Agent;
    watcher.supervisor = true;
    const PersonId supervisor{expect(SavePerson{watcher}).id};
    const PersonId author = addAgent(QStringLiteral("Author"));
    const PersonId other = addAgent(QStringLiteral("Other"));
    const TicketId ticket = openTicket();
    const TicketId elsewhere = openTicket();
    m_fixture->settle();
    const WorkEntryId one{expect(workOn(ticket, 10, QStringLiteral("Travel")), author).id};
    const WorkEntryId two{expect(workOn(ticket, 20), author).id};
    m_fixture->settle();
    const auto codeOf = [this](const RemoveWork &remove, PersonId actor) {
        const Result<CommandAnswer> answer = submit(remove, actor);
        return answer ? ErrorCode::Internal : answer.error().code;
    };
    QCOMPARE(codeOf({ticket, one}, other), ErrorCode::Denied);
    QCOMPARE(codeOf({elsewhere, one}, author), ErrorCode::NotFound);
    QCOMPARE(codeOf({ticket, WorkEntryId{999'999}}, author), ErrorCode::NotFound);
    expect(RemoveWork{ticket, one}, author);
    expect(RemoveWork{ticket, one}, author); // it is gone, and nothing comes of it
    m_fixture->settle();
    QCOMPARE(minutesIn(detail(ticket)), QVector<int>{20});
    const auto removals = [this, ticket] {
        const QVector<HistoryEntry> past = history(ticket);
        return std::count_if(past.cbegin(), past.cend(),
                             [](const HistoryEntry &each) { return each.what == QLatin1String("work-removed"); });
    };
    QCOMPARE(removals(), 1);
    expect(RemoveWork{ticket, two}); // an admin
    QCOMPARE(minutesIn(detail(ticket)), QVector<int>());
    QCOMPARE(removals(), 2);
    const WorkEntryId three{expect(workOn(ticket, 40), author).id};
    m_fixture->settle();
    expect(RemoveWork{ticket, three}, supervisor);
    m_fixture->settle();
    QCOMPARE(minutesIn(detail(ticket)), QVector<int>());
}

void CommandContract::workIsShownWhereItsTicketIs()
{
    const TicketId target = openTicket(QStringLiteral("first"));
    const TicketId middle = openTicket(QStringLiteral("second"));
    const TicketId source = openTicket(QStringLiteral("third"));
    expect(workOn(target, 1));
    expect(workOn(middle, 2));
    const WorkEntryId early{expect(workOn(source, 4)).id};
    expect(merging(middle, {source}));
    QCOMPARE(minutesIn(detail(middle)), QVector<int>({2, 4}));
    expect(merging(target, {middle}));
    QCOMPARE(minutesIn(detail(target)), QVector<int>({1, 2, 4}));
    QCOMPARE(minutesOf(detail(target).work), 7);

    const Result<CommandAnswer> stub = submit(workOn(source, 8));
    QVERIFY(!stub);
    QCOMPARE(stub.error().code, ErrorCode::Conflict);
    QCOMPARE(stub.error().payload.value(QStringLiteral("mergedInto")).toString(), QString::number(target.value));
    expect(workOn(target, 16));
    // What belongs to a merged ticket is removed where it is shown.
    expect(workOn(target, 32));
    const auto feed = await(m_fixture->desk().changesSince(0, 10000));
    QVERIFY(feed);
    expect(RemoveWork{target, early});
    // Whose it is, is told as well: reports count it there.
    const QVector<Change> changes = changesSince(feed->cursor);
    for (const TicketId ticket : {target, source}) {
        QVERIFY(std::any_of(changes.cbegin(), changes.cend(),
                            [ticket](const Change &change) { return change.ticket == ticket; }));
    }
    QCOMPARE(minutesIn(detail(target)), QVector<int>({1, 2, 16, 32}));

    expect(UnmergeTicket{middle, {}, {}});
    QCOMPARE(minutesIn(detail(target)), QVector<int>({1, 16, 32}));
    QCOMPARE(minutesIn(detail(middle)), QVector<int>{2});
    expect(UnmergeTicket{source, {}, {}});
    QCOMPARE(minutesIn(detail(middle)), QVector<int>{2});
    QCOMPARE(minutesIn(detail(source)), QVector<int>());
    expect(workOn(source, 64));
    QCOMPARE(minutesIn(detail(source)), QVector<int>{64});
}

void CommandContract::whoDoesNotSeeATicketLogsNothing()
{
    const PersonId member = addAgent(QStringLiteral("Member"));
    const PersonId other = addAgent(QStringLiteral("Other"));
    const QueueId people = addQueue(QStringLiteral("People"), {}, {member});
    const TicketId ticket = openIn(people, QStringLiteral("Payslip"));
    m_fixture->settle();
    const WorkEntryId entry{expect(workOn(ticket, 30), member).id};
    m_fixture->settle();
    for (const CommandBody &body : {CommandBody(workOn(ticket, 5)), CommandBody(RemoveWork{ticket, entry})}) {
        const Result<CommandAnswer> refused = submit(body, other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
    }
    QCOMPARE(minutesIn(detail(ticket)), QVector<int>{30});
}

} // namespace deskhand::test
