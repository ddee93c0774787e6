// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/view_contract.h"

#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {
namespace {

SavedView contractView(const QString &name, int position = 0)
{
    SavedView view;
    view.name = name;
    view.condition = Condition::is(ConditionField::StateType, {int(StateType::Open)});
    view.conditionText = QStringLiteral("state:open");
    view.columns = {ListColumn::Number, ListColumn::Subject};
    view.position = position;
    return view;
}

} // namespace

void ViewContract::init()
{
    m_fixture = m_makeFixture();
    m_ada = m_fixture->admin();
    Person ben;
    ben.name = QStringLiteral("Ben Berg");
    ben.role = PersonRole::Agent;
    m_ben = PersonId{expected(await(desk().submit(Command::make(m_ada, SavePerson{ben})))).id};
}

void ViewContract::cleanup()
{
    const QString broken = m_fixture->brokenRule();
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
    m_fixture.reset();
}

SavedView ViewContract::save(SavedView view, PersonId actor)
{
    const bool isNew = !view.id.isValid();
    view.id = SavedViewId{expected(await(desk().submit(Command::make(actor, SaveView{view})))).id};
    if (isNew)
        view.owner = actor;
    return view;
}

QVector<SavedView> ViewContract::views(Desk &desk, PersonId me)
{
    return expected(await(desk.views(me)));
}

QStringList ViewContract::names(const QVector<SavedView> &views)
{
    QStringList all;
    for (const SavedView &view : views)
        all.append(view.name);
    return all;
}

void ViewContract::aViewIsWhatWasSaved_data()
{
    QTest::addColumn<int>("which");
    int which = 0;
    for (const char *name : {"plain", "everything", "all columns", "grouped", "ascending", "one line", "a tree", "me",
                             "instants", "odd signs", "full text"})
        QTest::newRow(name) << which++;
}

void ViewContract::aViewIsWhatWasSaved()
{
    QFETCH(int, which);
    SavedView view = contractView(QStringLiteral("Mine"));
    switch (which) {
    case 1:
        view.condition = Condition::all();
        view.conditionText.clear();
        break;
    case 2:
        view.columns.clear();
        for (int column = 0; column < listColumnCount; ++column)
            view.columns.prepend(ListColumn(column));
        break;
    case 3:
        view.grouped = true;
        view.groupBy = ListColumn::Organization;
        break;
    case 4: view.sort = ListSort{ListColumn::Due, false}; break;
    case 5: view.density = ListDensity::OneLine; break;
    case 6:
        view.condition = Condition::negate(Condition::any(
            {Condition::all({Condition::under(ConditionField::Queue, {1}), Condition::has({QStringLiteral("vip")})}),
             Condition::compare(ConditionField::ArticleCount, ConditionOperator::GreaterOrEqual, 3)}));
        break;
    case 7: view.condition = Condition::is(ConditionField::Owner, {Condition::meId, 0}); break;
    case 8:
        view.condition = Condition::all(
            {Condition::compare(ConditionField::Due, ConditionOperator::Less, ConditionInstant{true, -86'400'000}),
             Condition::compare(ConditionField::Created, ConditionOperator::GreaterOrEqual,
                                ConditionInstant{false, 1'772'442'000'000})});
        break;
    case 9:
        view.name = QStringLiteral("O'Neil \"100%\" \\ 接続 \U0001F5A8");
        view.conditionText = QStringLiteral("subject:\"it's \\\"so\\\" \\\\\"");
        view.condition =
            Condition::textTest(ConditionField::Subject, ConditionOperator::Contains, QStringLiteral("it's \"so\" \\"));
        break;
    case 10: view.condition = Condition::matches(QStringLiteral("\"blue screen\" ürgent")); break;
    default: break;
    }
    const SavedView stored = save(view, m_ben);
    QVERIFY(stored.id.isValid());
    QCOMPARE(views(m_ben), QVector<SavedView>{stored});
}

void ViewContract::viewsAreInTheirOrder()
{
    save(contractView(QStringLiteral("third"), 3), m_ben);
    save(contractView(QStringLiteral("first"), 1), m_ben);
    save(contractView(QStringLiteral("second"), 2), m_ben);
    SavedView alsoFirst = save(contractView(QStringLiteral("also first"), 1), m_ben);
    QCOMPARE(names(views(m_ben)), QStringList({QStringLiteral("first"), QStringLiteral("also first"),
                                               QStringLiteral("second"), QStringLiteral("third")}));
    alsoFirst.position = 4;
    save(alsoFirst, m_ben);
    QCOMPARE(names(views(m_ben)).last(), QStringLiteral("also first"));
}

void ViewContract::aViewIsItsOwners()
{
    SavedView bens = save(contractView(QStringLiteral("Ben's")), m_ben);
    QVERIFY(views(m_ada).isEmpty());
    QVERIFY(views(PersonId{987'654}).isEmpty());
    // Not even an admin touches what somebody keeps for himself: it is not there for others.
    bens.name = QStringLiteral("Taken");
    QCOMPARE(await(desk().submit(Command::make(m_ada, SaveView{bens}))).error().code, ErrorCode::NotFound);
    QCOMPARE(await(desk().submit(Command::make(m_ada, DeleteView{bens.id}))).error().code, ErrorCode::NotFound);
    QCOMPARE(names(views(m_ben)), QStringList{QStringLiteral("Ben's")});
}

void ViewContract::aSharedViewIsEverybodys()
{
    SavedView shared = contractView(QStringLiteral("Everybody's"));
    shared.shared = true;
    shared = save(shared, m_ada);
    save(contractView(QStringLiteral("Ben's"), 1), m_ben);
    QCOMPARE(names(views(m_ada)), QStringList{QStringLiteral("Everybody's")});
    QCOMPARE(names(views(m_ben)), QStringList({QStringLiteral("Everybody's"), QStringLiteral("Ben's")}));
    QCOMPARE(views(m_ben).first().owner, m_ada);
    QCOMPARE(await(desk().submit(Command::make(m_ben, DeleteView{shared.id}))).error().code, ErrorCode::Denied);
}

void ViewContract::aViewMayBeSharedLater()
{
    SavedView view = save(contractView(QStringLiteral("Ben's")), m_ben);
    view.shared = true;
    save(view, m_ben);
    QCOMPARE(views(m_ada), QVector<SavedView>{view});
    view.shared = false;
    save(view, m_ben);
    QVERIFY(views(m_ada).isEmpty());
    QCOMPARE(views(m_ben), QVector<SavedView>{view});
}

void ViewContract::aChangedViewKeepsItsPlaceAndOwner()
{
    SavedView view = contractView(QStringLiteral("Ben's"));
    view.shared = true;
    view = save(view, m_ben);
    view.name = QStringLiteral("Repaired");
    view.condition = Condition::isSet(ConditionField::Unread);
    view.sort = ListSort{ListColumn::Priority, false};
    view.columns = {ListColumn::Tags};
    SavedView sent = view;
    sent.owner = m_ada;
    QCOMPARE(save(sent, m_ada).id, view.id);
    QCOMPARE(views(m_ben), QVector<SavedView>{view}); // still Ben's
}

void ViewContract::aDeletedViewIsGone()
{
    const SavedView first = save(contractView(QStringLiteral("first")), m_ben);
    const SavedView second = save(contractView(QStringLiteral("second")), m_ben);
    expected(await(desk().submit(Command::make(m_ben, DeleteView{first.id}))));
    QCOMPARE(views(m_ben), QVector<SavedView>{second});
    QCOMPARE(await(desk().submit(Command::make(m_ben, DeleteView{first.id}))).error().code, ErrorCode::NotFound);
    QCOMPARE(await(desk().submit(Command::make(m_ben, SaveView{first}))).error().code, ErrorCode::NotFound);
    QVERIFY(save(contractView(QStringLiteral("third")), m_ben).id != first.id || views(m_ben).size() == 2);
}

void ViewContract::whatIsWrongIsSaid_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("field");
    QTest::newRow("no name") << 0 << QStringLiteral("name");
    QTest::newRow("a name of blanks") << 1 << QStringLiteral("name");
    QTest::newRow("no columns") << 2 << QStringLiteral("columns");
    QTest::newRow("grouped by a time") << 3 << QStringLiteral("group-by");
}

void ViewContract::whatIsWrongIsSaid()
{
    QFETCH(int, which);
    QFETCH(QString, field);
    SavedView view = contractView(which == 0   ? QString()
                                  : which == 1 ? QStringLiteral(" \t ")
                                               : QStringLiteral("Mine"));
    if (which == 2)
        view.columns.clear();
    view.grouped = which == 3;
    view.groupBy = ListColumn::Updated;
    const auto answer = await(desk().submit(Command::make(m_ben, SaveView{view})));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Invalid);
    QCOMPARE(answer.error().payload.keys(), QStringList{field});
    QVERIFY(views(m_ben).isEmpty());
}

void ViewContract::anotherClientHasTheSameViews()
{
    const std::unique_ptr<Desk> other = m_fixture->openAnotherDoor();
    QVERIFY(views(*other, m_ben).isEmpty());
    const SavedView view = save(contractView(QStringLiteral("Mine")), m_ben);
    QCOMPARE(views(*other, m_ben), QVector<SavedView>{view});
}

void ViewContract::viewsSurviveReopening()
{
    const SavedView view = save(contractView(QStringLiteral("Mine")), m_ben);
    m_fixture->reopen();
    QCOMPARE(views(m_ben), QVector<SavedView>{view});
}

void ViewContract::aRepeatedSaveMakesOneView()
{
    const Command command = Command::make(m_ben, SaveView{contractView(QStringLiteral("Mine"))});
    const CommandAnswer first = expected(await(desk().submit(command)));
    QCOMPARE(expected(await(desk().submit(command))), first);
    QCOMPARE(views(m_ben).size(), 1);
    QCOMPARE(views(m_ben).first().id.value, first.id);
}

} // namespace deskhand::test
