// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/command_contract.h"
#include "support/contract_world.h"

#include "support/test_desk.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>

namespace deskhand::test {
namespace {

FieldChange fieldTo(TicketField field, const QVariant &value)
{
    return FieldChange{field, value, {}, {}};
}

/// A head's field as history stores it; written apart from the pipeline's own.
QString storedForm(const TicketHead &head, TicketField field)
{
    const auto number = [](qint64 value) { return value == 0 ? QString() : QString::number(value); };
    switch (field) {
    case TicketField::Subject: return head.subject;
    case TicketField::State: return number(head.state.value);
    case TicketField::Priority: return number(head.priority.value);
    case TicketField::Queue: return number(head.queue.value);
    case TicketField::Category: return number(head.category.value);
    case TicketField::Owner: return number(head.owner.value);
    case TicketField::Requester: return number(head.requester.value);
    case TicketField::Tags: return head.tags.join(u' ');
    case TicketField::DueAt: return number(head.dueAt);
    case TicketField::PendingUntil: return number(head.pendingUntil);
    }
    return {};
}

} // namespace

void CommandContract::fieldsAreSet()
{
    const TicketId ticket = openTicket();
    const QueueId network{expect(SaveQueue{Queue{{}, {}, QStringLiteral("Network"), {}, 2, true, {}}}).id};
    const CategoryId vpn{expect(SaveCategory{Category{{}, {}, QStringLiteral("VPN"), 1, true}}).id};
    const PersonId owner = addAgent(QStringLiteral("Olga Owner"));
    const PriorityId critical = catalog()->priorities.first().id;
    m_fixture->advanceClock(5000);
    ChangeTicket change{ticket, 1, {}, {}};
    change.changes = {fieldTo(TicketField::Subject, QStringLiteral("VPN is down")),
                      fieldTo(TicketField::State, state(StateType::Open).value),
                      fieldTo(TicketField::Priority, critical.value),
                      fieldTo(TicketField::Queue, network.value),
                      fieldTo(TicketField::Category, vpn.value),
                      fieldTo(TicketField::Owner, owner.value),
                      fieldTo(TicketField::DueAt, qint64(1800000000000)),
                      FieldChange{TicketField::Tags, {}, {QStringLiteral("VIP"), QStringLiteral("blue screen")}, {}}};
    const CommandAnswer answer = expect(change);
    QCOMPARE(answer.version, 2);
    QVERIFY(answer.conflicts.isEmpty());
    const TicketHead now = head(ticket);
    QCOMPARE(now.version, 2);
    QCOMPARE(now.subject, QStringLiteral("VPN is down"));
    QCOMPARE(now.state, state(StateType::Open));
    QCOMPARE(now.priority, critical);
    QCOMPARE(now.queue, network);
    QCOMPARE(now.category, vpn);
    QCOMPARE(now.owner, owner);
    QCOMPARE(now.dueAt, 1800000000000);
    QCOMPARE(now.tags, QStringList({QStringLiteral("blue-screen"), QStringLiteral("vip")}));
    QCOMPARE(now.updatedAt, now.createdAt + 5000);
    QCOMPARE(catalog()->tags, now.tags);
    QCOMPARE(history(ticket).size(), 9);

    // What is so already is no change.
    QCOMPARE(set(ticket, 2, TicketField::Owner, owner.value).version, 2);
    QCOMPARE(head(ticket), now);
    QCOMPARE(set(ticket, 2, TicketField::Owner, 0).version, 3);
    QVERIFY(!head(ticket).owner.isValid());
}

void CommandContract::differentFieldsMerge()
{
    const TicketId ticket = openTicket();
    const PersonId other = addAgent(QStringLiteral("Other Agent"));
    const PriorityId critical = catalog()->priorities.first().id;
    set(ticket, 1, TicketField::Subject, QStringLiteral("Theirs"), other);
    const CommandAnswer mine = set(ticket, 1, TicketField::Priority, critical.value);
    QVERIFY(mine.conflicts.isEmpty());
    QCOMPARE(mine.version, 3);
    QCOMPARE(head(ticket).subject, QStringLiteral("Theirs"));
    QCOMPARE(head(ticket).priority, critical);
}

void CommandContract::theSameFieldIsAConflict()
{
    const TicketId ticket = openTicket(QStringLiteral("Base"));
    const PersonId other = addAgent(QStringLiteral("Other Agent"));
    const PriorityId critical = catalog()->priorities.first().id;
    m_fixture->advanceClock(1000);
    set(ticket, 1, TicketField::Subject, QStringLiteral("Theirs"), other);
    const Instant theirsAt = head(ticket).updatedAt;
    m_fixture->advanceClock(1000);
    const CommandAnswer answer = expect(ChangeTicket{
        ticket,
        1,
        {fieldTo(TicketField::Subject, QStringLiteral("Mine")), fieldTo(TicketField::Priority, critical.value)},
        {}});
    QCOMPARE(answer.conflicts.size(), 1);
    const FieldConflict expected{TicketField::Subject,
                                 QStringLiteral("Base"),
                                 QStringLiteral("Theirs"),
                                 QStringLiteral("Mine"),
                                 QStringLiteral("Theirs"),
                                 QStringLiteral("Mine"),
                                 other,
                                 QStringLiteral("Other Agent"),
                                 theirsAt};
    QCOMPARE(answer.conflicts.first(), expected);
    QCOMPARE(head(ticket).subject, QStringLiteral("Theirs"));
    QCOMPARE(head(ticket).priority, critical);

    const QVector<HistoryEntry> entries = history(ticket);
    const auto kept = std::find_if(entries.cbegin(), entries.cend(),
                                   [](const HistoryEntry &entry) { return entry.what == u"conflict"; });
    QVERIFY(kept != entries.cend());
    QCOMPARE(kept->oldValue, QStringLiteral("Theirs"));
    QCOMPARE(kept->newValue, QStringLiteral("Mine"));
    QCOMPARE(kept->why, QStringLiteral("subject"));
    QCOMPARE(kept->actor, m_fixture->admin());

    // Having seen it, the agent may insist.
    QVERIFY(set(ticket, answer.version, TicketField::Subject, QStringLiteral("Mine")).conflicts.isEmpty());
    QCOMPARE(head(ticket).subject, QStringLiteral("Mine"));
}

void CommandContract::whatWasChangedBackIsNoConflict()
{
    const TicketId ticket = openTicket(QStringLiteral("Base"));
    set(ticket, 1, TicketField::Subject, QStringLiteral("Other"));
    set(ticket, 2, TicketField::Subject, QStringLiteral("Base"));
    QVERIFY(set(ticket, 1, TicketField::Subject, QStringLiteral("Mine")).conflicts.isEmpty());
    QCOMPARE(head(ticket).subject, QStringLiteral("Mine"));
}

void CommandContract::theSameValueIsNoConflict()
{
    const TicketId ticket = openTicket(QStringLiteral("Base"));
    set(ticket, 1, TicketField::Subject, QStringLiteral("Same"));
    const CommandAnswer answer = set(ticket, 1, TicketField::Subject, QStringLiteral("Same"));
    QVERIFY(answer.conflicts.isEmpty());
    QCOMPARE(answer.version, 2);
}

void CommandContract::tagsMergeAsSets()
{
    const TicketId ticket = openTicket();
    tag(ticket, 1, {QStringLiteral("one"), QStringLiteral("two")}, {});
    tag(ticket, 1, {QStringLiteral("three")}, {QStringLiteral("two")});
    tag(ticket, 1, {QStringLiteral("Größe, rot")}, {QStringLiteral("no such")});
    QCOMPARE(head(ticket).tags,
             QStringList({QStringLiteral("grosse-rot"), QStringLiteral("one"), QStringLiteral("three")}));
    tag(ticket, 4, {}, {QStringLiteral("ONE"), QStringLiteral("three"), QStringLiteral("grosse-rot")});
    QCOMPARE(head(ticket).tags, QStringList());
}

void CommandContract::statesSetTheirTimes()
{
    const TicketId ticket = openTicket();
    const auto move = [&](StateType type) {
        m_fixture->advanceClock(1000);
        set(ticket, head(ticket).version, TicketField::State, state(type).value);
        return head(ticket);
    };
    TicketHead now = move(StateType::Solved);
    const Instant solvedAt = now.updatedAt;
    QCOMPARE(now.solvedAt, solvedAt);
    QCOMPARE(now.closedAt, 0);
    now = move(StateType::Closed);
    QCOMPARE(now.solvedAt, solvedAt);
    QCOMPARE(now.closedAt, now.updatedAt);
    now = move(StateType::Open);
    QCOMPARE(now.solvedAt, 0);
    QCOMPARE(now.closedAt, 0);
    now = move(StateType::Closed);
    QCOMPARE(now.solvedAt, now.updatedAt);
    QCOMPARE(now.closedAt, now.updatedAt);
    now = move(StateType::Solved);
    QCOMPARE(now.solvedAt, now.updatedAt);
    QCOMPARE(now.closedAt, 0);
}

void CommandContract::pendingNeedsAPendingState()
{
    const TicketId ticket = openTicket();
    const ChangeTicket change{ticket, 1, {fieldTo(TicketField::PendingUntil, qint64(1800000000000))}, {}};
    QCOMPARE(reasons(change).value(QStringLiteral("pending-until")).toString(), QStringLiteral("not-pending"));
    ChangeTicket both = change;
    both.changes.append(fieldTo(TicketField::State, state(StateType::PendingReminder).value));
    expect(both);
    QCOMPARE(head(ticket).pendingUntil, 1800000000000);
    set(ticket, 2, TicketField::PendingUntil, qint64(1900000000000));
    QCOMPARE(head(ticket).pendingUntil, 1900000000000);
    set(ticket, 3, TicketField::State, state(StateType::Open).value);
    QCOMPARE(head(ticket).pendingUntil, 0);
    QCOMPARE(history(ticket).last().what, QStringLiteral("pending-until"));
}

void CommandContract::whatIsWrongIsSaidByField_data()
{
    QTest::addColumn<FieldChange>("change");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("reason");
    const auto add = [](const char *name, TicketField field, const QVariant &value, const char *reason) {
        QTest::newRow(name) << fieldTo(field, value) << ticketFieldName(field) << QString::fromLatin1(reason);
    };
    add("no subject", TicketField::Subject, QStringLiteral(" \n"), "required");
    add("long subject", TicketField::Subject, QString(1001, u'x'), "too-long");
    add("unknown state", TicketField::State, 99, "unknown");
    add("no state", TicketField::State, 0, "unknown");
    add("merged", TicketField::State, 6, "reserved");
    add("unknown priority", TicketField::Priority, 99, "unknown");
    add("no queue", TicketField::Queue, 0, "unknown");
    add("unknown category", TicketField::Category, 99, "unknown");
    add("owner is a requester", TicketField::Owner, 2, "not-an-agent");
    add("unknown requester", TicketField::Requester, 99, "unknown");
    add("negative due", TicketField::DueAt, -1, "out-of-range");
    add("words for a number", TicketField::Queue, QStringLiteral("Support"), "bad-format");
}

void CommandContract::whatIsWrongIsSaidByField()
{
    QFETCH(FieldChange, change);
    QFETCH(QString, field);
    QFETCH(QString, reason);
    const TicketId ticket = openTicket();
    const TicketHead before = head(ticket);
    QCOMPARE(reasons(ChangeTicket{ticket, 1, {change}, {}}), QVariantMap({{field, reason}}));
    QCOMPARE(head(ticket), before);
    QCOMPARE(reasons(ChangeTicket{ticket, 2, {change}, {}}).value(QStringLiteral("version")).toString(),
             QStringLiteral("out-of-range"));
}

void CommandContract::historySaysWhoWhatAndWhy()
{
    const TicketId ticket = openTicket();
    const PersonId agent = addAgent(QStringLiteral("Anna Agent"));
    ChangeTicket change{ticket, 1, {fieldTo(TicketField::Owner, agent.value)}, QStringLiteral("she knows printers")};
    const Command command = Command::make(agent, change);
    QVERIFY(await(m_fixture->desk().submit(command)));
    const HistoryEntry entry = history(ticket).last();
    QCOMPARE(entry.what, QStringLiteral("owner"));
    QCOMPARE(entry.version, 2);
    QCOMPARE(entry.actor, agent);
    QCOMPARE(entry.actorName, QStringLiteral("Anna Agent"));
    QCOMPARE(entry.actorKind, ActorKind::Person);
    QCOMPARE(entry.oldValue, QString());
    QCOMPARE(entry.newValue, QString::number(agent.value));
    QCOMPARE(entry.newText, QStringLiteral("Anna Agent"));
    QCOMPARE(entry.why, QStringLiteral("she knows printers"));
    QCOMPARE(entry.command, command.id);
}

void CommandContract::historyLeadsToWhatIsStored()
{
    // Random changes on random bases by two agents; then each field's history must form an unbroken line from the
    // opening to the stored value, and every refused value must be in an answer.
    QRandomGenerator random(20260302);
    const PersonId other = addAgent(QStringLiteral("Other Agent"));
    const TicketId ticket = openTicket();
    const TicketHead opened = head(ticket);
    const CatalogPtr known = catalog();
    int conflicts = 0;
    for (int i = 0; i < 120; ++i) {
        m_fixture->advanceClock(1000);
        const qint64 version = head(ticket).version;
        const qint64 base = qMax<qint64>(1, version - random.bounded(4));
        ChangeTicket change{ticket, base, {}, {}};
        if (random.bounded(2))
            change.changes.append(fieldTo(TicketField::Priority, known->priorities[random.bounded(4)].id.value));
        if (random.bounded(2))
            change.changes.append(fieldTo(TicketField::State, known->states[random.bounded(5)].id.value));
        if (random.bounded(2))
            change.changes.append(fieldTo(TicketField::Subject, QStringLiteral("Subject %1").arg(random.bounded(5))));
        if (random.bounded(2))
            change.changes.append(FieldChange{TicketField::Tags,
                                              {},
                                              {QString(QChar(u'a' + random.bounded(5)))},
                                              {QString(QChar(u'a' + random.bounded(5)))}});
        conflicts += expect(change, random.bounded(2) ? other : m_fixture->admin()).conflicts.size();
    }
    QVERIFY(conflicts > 5);

    const TicketHead stored = head(ticket);
    const QVector<HistoryEntry> entries = history(ticket);
    int kept = 0;
    for (const TicketField field :
         {TicketField::Priority, TicketField::State, TicketField::Subject, TicketField::Tags}) {
        QString value = storedForm(opened, field);
        for (const HistoryEntry &entry : entries) {
            if (entry.what != ticketFieldName(field))
                continue;
            QCOMPARE(entry.oldValue, value);
            QVERIFY(entry.newValue != value);
            value = entry.newValue;
        }
        QCOMPARE(value, storedForm(stored, field));
    }
    for (const HistoryEntry &entry : entries)
        kept += entry.what == u"conflict" ? 1 : 0;
    QCOMPARE(kept, conflicts);
}

void CommandContract::theFeedIsInOrder()
{
    const qint64 start = changesSince(0).isEmpty() ? 0 : changesSince(0).last().seq;
    const TicketId ticket = openTicket();
    const CommandAnswer note = post(ticket, SenderRole::Agent, Visibility::Internal);
    set(ticket, 2, TicketField::Subject, QStringLiteral("Other"));
    expect(MarkRead{ticket, {}});
    const QVector<Change> changes = changesSince(start);
    QVector<ChangeKind> kinds;
    qint64 seq = start;
    for (const Change &change : changes) {
        QVERIFY(change.seq > seq);
        seq = change.seq;
        if (change.kind != ChangeKind::PersonChanged) {
            kinds.append(change.kind);
            QCOMPARE(m_fixture->deskTicket(change.ticket), ticket);
            QCOMPARE(change.actor, m_fixture->admin());
        }
    }
    QCOMPARE(kinds, QVector<ChangeKind>({ChangeKind::TicketOpened, ChangeKind::ArticlePosted, ChangeKind::TicketChanged,
                                         ChangeKind::ReadMarkSet}));

    // By pages of one: the same, without gap or repetition.
    qint64 cursor = start;
    QVector<Change> seen;
    bool more = true;
    while (more) {
        const auto page = await(m_fixture->desk().changesSince(cursor, 1));
        QVERIFY(page && page->changes.size() == 1);
        seen += page->changes;
        cursor = page->cursor;
        more = page->more;
    }
    seen = newsOf(*m_fixture, seen);
    QCOMPARE(seen.size(), changes.size());
    QCOMPARE(seen.last().seq, changes.last().seq);
    const auto end = await(m_fixture->desk().changesSince(cursor, 10));
    QVERIFY(end && end->changes.isEmpty() && !end->more);
    QCOMPARE(end->cursor, cursor);
    const auto posted = std::find_if(changes.cbegin(), changes.cend(),
                                     [](const Change &change) { return change.kind == ChangeKind::ArticlePosted; });
    if (m_fixture->hasOwnFeed()) // it was told before the desk had given it an id
        QVERIFY(posted->article.isValid());
    else
        QCOMPARE(posted->article, note.article);
}

} // namespace deskhand::test
