// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/command_contract.h"

#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {
namespace {

SavedView simpleView(const QString &name)
{
    SavedView view;
    view.name = name;
    view.condition = Condition::is(ConditionField::StateType, {int(StateType::Open)});
    view.conditionText = QStringLiteral("state:open");
    view.columns = {ListColumn::Number, ListColumn::Subject};
    return view;
}

QString reasonOf(const QVariantMap &reasons, const char *field)
{
    return reasons.value(QString::fromLatin1(field)).toString();
}

} // namespace

void CommandContract::whoMayDoWhat()
{
    const PersonId agent = addAgent(QStringLiteral("Plain Agent"));
    const TicketId ticket = openTicket();
    const PersonId requester = head(ticket).requester;
    const CommandBody change =
        ChangeTicket{ticket, 1, {FieldChange{TicketField::Subject, QStringLiteral("x"), {}, {}}}, {}};
    const auto code = [&](const CommandBody &body, PersonId actor) {
        const auto answer = submit(body, actor);
        return answer ? std::optional<ErrorCode>() : answer.error().code;
    };
    QCOMPARE(code(change, requester), ErrorCode::Denied);
    QCOMPARE(code(change, PersonId{4711}), ErrorCode::Unauthenticated);
    Command nobody = Command::make({}, change);
    QCOMPARE(await(m_fixture->desk().submit(nobody)).error().code, ErrorCode::Unauthenticated);
    nobody.id = QUuid();
    QCOMPARE(await(m_fixture->desk().submit(nobody)).error().code, ErrorCode::Invalid);

    Person friendly;
    friendly.name = QStringLiteral("Friend");
    QCOMPARE(code(SavePerson{friendly}, agent), std::nullopt);
    friendly.role = PersonRole::Agent;
    QCOMPARE(code(SavePerson{friendly}, agent), ErrorCode::Denied);
    Person herself = *catalog()->agent(agent);
    herself.admin = true;
    QCOMPARE(code(SavePerson{herself}, agent), ErrorCode::Denied);
    herself.role = PersonRole::Requester;
    herself.admin = false;
    QCOMPARE(code(SavePerson{herself}, agent), ErrorCode::Denied);
    herself = *catalog()->agent(agent);
    herself.language = QStringLiteral("de");
    herself.phone = QStringLiteral("4711");
    QCOMPARE(code(SavePerson{herself}, agent), ErrorCode::Denied);
    herself.phone.clear();
    QCOMPARE(code(SavePerson{herself}, agent), std::nullopt);
    QCOMPARE(catalog()->agent(agent)->language, QStringLiteral("de"));
    QCOMPARE(code(SaveQueue{Queue{{}, {}, QStringLiteral("Q"), {}, 1, true, {}}}, agent), ErrorCode::Denied);
    QCOMPARE(code(SaveCategory{Category{{}, {}, QStringLiteral("C"), 1, true}}, agent), ErrorCode::Denied);
    QCOMPARE(code(SaveState{State{{}, QStringLiteral("S"), StateType::Open, 1, true}}, agent), ErrorCode::Denied);
    QCOMPARE(code(SavePriority{Priority{{}, QStringLiteral("P"), 1, true}}, agent), ErrorCode::Denied);
    QCOMPARE(code(SaveDeskSettings{QStringLiteral("Mine"), {}}, agent), ErrorCode::Denied);
    QCOMPARE(code(change, agent), std::nullopt);

    Person former = *catalog()->agent(agent);
    former.active = false;
    expect(SavePerson{former});
    QCOMPARE(code(MarkRead{ticket, {}}, agent), ErrorCode::Denied);
}

void CommandContract::queuesAreATree()
{
    const QueueId network{
        expect(SaveQueue{Queue{{}, {}, QStringLiteral("Network"), QStringLiteral("net@desk.example"), 2, true, {}}})
            .id};
    const QueueId vpn{expect(SaveQueue{Queue{{}, network, QStringLiteral("VPN"), {}, 1, true, {}}}).id};
    QCOMPARE(catalog()->queuePath(vpn), QStringLiteral("Network / VPN"));
    QCOMPARE(catalog()->queue(network)->address, QStringLiteral("net@desk.example"));
    QCOMPARE(reasonOf(reasons(SaveQueue{Queue{network, vpn, QStringLiteral("Network"), {}, 2, true, {}}}), "parent"),
             QStringLiteral("loop"));
    QCOMPARE(
        reasonOf(reasons(SaveQueue{Queue{network, network, QStringLiteral("Network"), {}, 2, true, {}}}), "parent"),
        QStringLiteral("loop"));
    QCOMPARE(reasonOf(reasons(SaveQueue{Queue{{}, QueueId{99}, QStringLiteral("X"), {}, 2, true, {}}}), "parent"),
             QStringLiteral("unknown"));
    QCOMPARE(reasonOf(reasons(SaveQueue{Queue{{}, network, QStringLiteral("vpn"), {}, 2, true, {}}}), "name"),
             QStringLiteral("taken"));
    QCOMPARE(
        reasonOf(reasons(SaveQueue{Queue{{}, {}, QStringLiteral(" "), QStringLiteral("no"), 2, true, {}}}), "name"),
        QStringLiteral("required"));
    QCOMPARE(submit(SaveQueue{Queue{QueueId{99}, {}, QStringLiteral("X"), {}, 2, true, {}}}).error().code,
             ErrorCode::NotFound);
    expect(SaveQueue{Queue{{}, vpn, QStringLiteral("Network"), {}, 2, true, {}}}); // elsewhere in the tree

    // The same for categories.
    const CategoryId software{expect(SaveCategory{Category{{}, {}, QStringLiteral("Software"), 1, true}}).id};
    const CategoryId mail{expect(SaveCategory{Category{{}, software, QStringLiteral("Mail"), 1, true}}).id};
    QCOMPARE(reasonOf(reasons(SaveCategory{Category{software, mail, QStringLiteral("Software"), 1, true}}), "parent"),
             QStringLiteral("loop"));

    // A queue that was closed takes no ticket any more, and one must stay.
    const TicketId ticket = openTicket();
    expect(SaveQueue{Queue{network, {}, QStringLiteral("Network"), {}, 2, false, {}}});
    const ChangeTicket change{ticket, 1, {FieldChange{TicketField::Queue, network.value, {}, {}}}, {}};
    QCOMPARE(reasonOf(reasons(change), "queue"), QStringLiteral("inactive"));
    Queue support = catalog()->queues.first();
    support.active = false;
    QCOMPARE(reasonOf(reasons(SaveQueue{support}), "active"), QStringLiteral("last-of-type"));
}

void CommandContract::statesKeepTheDeskWorking()
{
    const StateId open = state(StateType::Open);
    State changed = *catalog()->state(open);
    changed.name = QStringLiteral("In work");
    expect(SaveState{changed});
    QCOMPARE(catalog()->state(open)->name, QStringLiteral("In work"));
    changed.active = false;
    QCOMPARE(reasonOf(reasons(SaveState{changed}), "active"), QStringLiteral("last-of-type"));
    changed.active = true;
    changed.type = StateType::Closed;
    QCOMPARE(reasonOf(reasons(SaveState{changed}), "type"), QStringLiteral("fixed"));
    QCOMPARE(reasonOf(reasons(SaveState{State{{}, QStringLiteral("Gone"), StateType::Merged, 9, true}}), "type"),
             QStringLiteral("reserved"));
    QCOMPARE(reasonOf(reasons(SaveState{State{{}, QStringLiteral("NEW"), StateType::New, 9, true}}), "name"),
             QStringLiteral("taken"));
    QCOMPARE(reasonOf(reasons(SavePriority{Priority{{}, QStringLiteral("Zero"), 0, true}}), "rank"),
             QStringLiteral("out-of-range"));
    const PriorityId fifth{expect(SavePriority{Priority{{}, QStringLiteral("Whenever"), 5, true}}).id};
    QCOMPARE(catalog()->priorities.last().id, fifth);
}

void CommandContract::peopleHaveTheirOwnAddress()
{
    Person person;
    person.name = QStringLiteral("Zoë Zander");
    person.address = QStringLiteral("Zoe@customer.example");
    person.vip = true;
    person.phone = QStringLiteral("+49 30 1234");
    person.id = PersonId{expect(SavePerson{person}).id};
    const auto found = await(m_fixture->desk().people(PeopleQuery{{person.id}, {}, {}, 10}));
    QVERIFY(found);
    QCOMPARE(*found, QVector<Person>{person});
    Person second;
    second.name = QStringLiteral("Second");
    second.address = QStringLiteral("zoe@CUSTOMER.example");
    QCOMPARE(reasonOf(reasons(SavePerson{second}), "address"), QStringLiteral("taken"));
    second.address = QStringLiteral("no address");
    QCOMPARE(reasonOf(reasons(SavePerson{second}), "address"), QStringLiteral("bad-format"));
    QCOMPARE(reasonOf(reasons(SavePerson{Person()}), "name"), QStringLiteral("required"));
    person.name = QStringLiteral("Zoë Zimmermann");
    expect(SavePerson{person});
    const auto byNewName = await(m_fixture->desk().people(PeopleQuery{{}, QStringLiteral("zimm"), {}, 10}));
    QVERIFY(byNewName && byNewName->size() == 1);
    const auto byOldName = await(m_fixture->desk().people(PeopleQuery{{}, QStringLiteral("zander"), {}, 10}));
    QVERIFY(byOldName && byOldName->isEmpty());
    person.id = PersonId{4711};
    QCOMPARE(submit(SavePerson{person}).error().code, ErrorCode::NotFound);
}

void CommandContract::theLastAdminStays()
{
    Person admin = *catalog()->agent(m_fixture->admin());
    admin.admin = false;
    QCOMPARE(reasonOf(reasons(SavePerson{admin}), "admin"), QStringLiteral("last-admin"));
    admin.admin = true;
    admin.active = false;
    QCOMPARE(reasonOf(reasons(SavePerson{admin}), "admin"), QStringLiteral("last-admin"));
    addAgent(QStringLiteral("Second Admin"), true);
    expect(SavePerson{admin});
}

void CommandContract::viewsBelongToSomebody()
{
    const PersonId agent = addAgent(QStringLiteral("Plain Agent"));
    SavedView mine = simpleView(QStringLiteral("Mine"));
    mine.id = SavedViewId{expect(SaveView{mine}, agent).id};
    mine.owner = agent;
    QCOMPARE(*await(m_fixture->desk().views(agent)), QVector<SavedView>{mine});
    QVERIFY(await(m_fixture->desk().views(m_fixture->admin()))->isEmpty());
    QCOMPARE(submit(DeleteView{mine.id}).error().code, ErrorCode::NotFound); // a private one is not there

    mine.shared = true;
    mine.grouped = true;
    mine.groupBy = ListColumn::Queue;
    expect(SaveView{mine}, agent);
    QCOMPARE(*await(m_fixture->desk().views(m_fixture->admin())), QVector<SavedView>{mine});
    mine.name = QStringLiteral("Repaired by the admin");
    expect(SaveView{mine});
    QCOMPARE(*await(m_fixture->desk().views(agent)), QVector<SavedView>{mine});
    const PersonId third = addAgent(QStringLiteral("Third Agent"));
    QCOMPARE(submit(SaveView{mine}, third).error().code, ErrorCode::Denied);
    expect(DeleteView{mine.id}, agent);
    QVERIFY(await(m_fixture->desk().views(agent))->isEmpty());
    QCOMPARE(submit(DeleteView{mine.id}, agent).error().code, ErrorCode::NotFound);

    SavedView bad = simpleView(QStringLiteral("  "));
    bad.columns.clear();
    bad.grouped = true;
    bad.groupBy = ListColumn::Subject;
    QCOMPARE(reasons(SaveView{bad}).size(), 3);
}

void CommandContract::settingsAreChecked()
{
    QCOMPARE(reasonOf(reasons(SaveDeskSettings{{}, QStringLiteral("no counter")}), "number-format"),
             QStringLiteral("bad-format"));
    expect(SaveDeskSettings{QStringLiteral("New name"), {}});
    QCOMPARE(catalog()->deskName, QStringLiteral("New name"));
    QCOMPARE(catalog()->numberFormat, QStringLiteral("{n:5}"));
}

} // namespace deskhand::test
