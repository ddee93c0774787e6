// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/own_language.h"

#include "support/test_desk.h"

#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

class OwnLanguageTest : public QObject
{
    Q_OBJECT

private:
    /// An agent who manages nothing.
    static PersonId agentOf(TestDesk &desk)
    {
        Person agent;
        agent.name = QStringLiteral("Ben Brook");
        agent.address = QStringLiteral("ben@desk.example");
        agent.role = PersonRole::Agent;
        return PersonId{await(desk.desk().submit(Command::make(desk.me(), SavePerson{agent})))->id};
    }
    static QString languageOf(TestDesk &desk, PersonId person) { return desk.catalog()->agent(person)->language; }

private Q_SLOTS:
    void whoeverWorksChoosesTheirOwn()
    {
        TestDesk desk;
        const PersonId ben = agentOf(desk);
        CatalogHolder catalog(desk.desk(), ben, desk.clock());
        OwnLanguage language(desk.desk(), catalog);
        QVERIFY(!language.isKnown());
        language.choose(QStringLiteral("de")); // whose?
        QVERIFY(language.language().isEmpty());
        catalog.refresh();
        QTRY_VERIFY(language.isKnown());
        QCOMPARE(language.offered().first(), QString());
        QVERIFY(language.offered().contains(QStringLiteral("de")));
        QVERIFY(!OwnLanguage::name({}).isEmpty() && OwnLanguage::name(QStringLiteral("de")) != OwnLanguage::name({}));

        QSignalSpy saved(&language, &OwnLanguage::saved);
        QSignalSpy failed(&language, &OwnLanguage::failed);
        language.choose(QStringLiteral("fr"));
        language.choose(QStringLiteral("de")); // before the desk has answered
        QCOMPARE(language.language(), QStringLiteral("de"));
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(languageOf(desk, ben), QStringLiteral("de"));
        QCOMPARE(language.language(), QStringLiteral("de"));
        language.choose({});
        QTRY_COMPARE(saved.size(), 2);
        QCOMPARE(languageOf(desk, ben), QString());
    }

    void nothingElseOfOnesOwnRecord()
    {
        TestDesk desk;
        const PersonId ben = agentOf(desk);
        const auto submitAs = [&](PersonId actor, const Person &person) {
            return await(desk.desk().submit(Command::make(actor, SavePerson{person})));
        };
        Person same = *desk.catalog()->agent(ben);
        same.language = QStringLiteral("de");
        QVERIFY(submitAs(ben, same));
        Person admin = same;
        admin.admin = true;
        QCOMPARE(submitAs(ben, admin).error().code, ErrorCode::Denied);
        Person renamed = same;
        renamed.name = QStringLiteral("Ada");
        QCOMPARE(submitAs(ben, renamed).error().code, ErrorCode::Denied);
        Person other = *desk.catalog()->agent(desk.me());
        other.language = QStringLiteral("de");
        QCOMPARE(submitAs(ben, other).error().code, ErrorCode::Denied);
        Person nonsense = same;
        nonsense.language = QStringLiteral("<b>de</b>");
        QCOMPARE(submitAs(ben, nonsense).error().code, ErrorCode::Invalid);
    }

    void whatIsRefusedIsNotShown()
    {
        TestDesk desk;
        const PersonId ben = agentOf(desk);
        CatalogHolder catalog(desk.desk(), ben, desk.clock());
        OwnLanguage language(desk.desk(), catalog);
        catalog.refresh();
        QTRY_VERIFY(language.isKnown());
        Person gone = *desk.catalog()->agent(ben);
        gone.active = false;
        QVERIFY(await(desk.desk().submit(Command::make(desk.me(), SavePerson{gone}))));
        QSignalSpy failed(&language, &OwnLanguage::failed);
        language.choose(QStringLiteral("de"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(language.language(), QString());
    }
};

QTEST_GUILESS_MAIN(OwnLanguageTest)
#include "own_language_test.moc"
