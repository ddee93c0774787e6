// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_memory.h"
#include "models/search_presenter.h"
#include "models/settings.h"
#include "support/fake_desk.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

class SearchPresenterTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    ManualClock m_clock{sampleNow};
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SearchPresenter> m_search;

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<FakeDesk>(sampleCatalog(), m_clock);
        m_holder = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, m_clock);
        m_holder->refresh();
        QTRY_VERIFY(m_holder->isReady());
        QFile::remove(m_dir.filePath(QStringLiteral("s.ini")));
        m_settings = std::make_unique<Settings>(m_dir.filePath(QStringLiteral("s.ini")));
        m_search = std::make_unique<SearchPresenter>(*m_holder, *m_settings);
    }

    void asksWhenTheTypingPauses()
    {
        QSignalSpy wanted(m_search.get(), &SearchPresenter::wanted);
        for (const QString &text : {QStringLiteral("p"), QStringLiteral("pr"), QStringLiteral("printer state:open")})
            m_search->setText(text);
        QCOMPARE(wanted.size(), 0);
        QTRY_COMPARE(wanted.size(), 1);
        const auto spec = wanted.first().first().value<ListSpec>();
        QCOMPARE(spec.searchText, QStringLiteral("printer"));
        QCOMPARE(spec.condition, Condition::all({Condition::is(ConditionField::State, {2})}));
    }

    void fieldsAloneAreAnOrdinaryList()
    {
        QSignalSpy wanted(m_search.get(), &SearchPresenter::wanted);
        m_search->setText(QStringLiteral("owner:me -tag:vip"));
        m_search->submit();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(!wanted.first().first().value<ListSpec>().isSearch());
    }

    void pointsAtWhatIsWrong()
    {
        QSignalSpy wanted(m_search.get(), &SearchPresenter::wanted);
        m_search->setText(QStringLiteral("printer state:blue"));
        QVERIFY(m_search->problem());
        QCOMPARE(m_search->text().mid(m_search->problem()->position, m_search->problem()->length),
                 QStringLiteral("blue"));
        QTest::qWait(2 * SearchPresenter::pauseMs);
        QCOMPARE(wanted.size(), 0);
        m_search->setText(QStringLiteral("printer state:open"));
        QVERIFY(!m_search->problem());
        QTRY_COMPARE(wanted.size(), 1);
    }

    void emptyGoesBack()
    {
        QSignalSpy cleared(m_search.get(), &SearchPresenter::cleared);
        m_search->setText(QStringLiteral("x"));
        m_search->setText(QString());
        QCOMPARE(cleared.size(), 1);
    }

    void remembersWhatWasSearched()
    {
        for (const QString &text : {QStringLiteral("vpn"), QStringLiteral("is:unread"), QStringLiteral("vpn")}) {
            m_search->setText(text);
            m_search->submit();
        }
        QCOMPARE(m_search->recent(), (QStringList{QStringLiteral("vpn"), QStringLiteral("is:unread")}));
        m_search->forgetRecent();
        QVERIFY(m_search->recent().isEmpty());
    }

    void aViewRemembersHowItWasLeft()
    {
        ListMemory memory(*m_settings);
        ListSpec spec = ownViewSpecs().first();
        QVERIFY(memory.recalled(spec).asksTheSame(spec));
        ListSpec changed = spec;
        changed.sort = ListSort{ListColumn::Priority, true};
        changed.groupBy = ListColumn::Queue;
        changed.columns = {ListColumn::Subject, ListColumn::Tags};
        changed.density = ListDensity::OneLine;
        memory.remember(changed);
        const ListSpec recalled = ListMemory(*m_settings).recalled(spec);
        QVERIFY(recalled.asksTheSame(changed));
        QCOMPARE(recalled.columns, changed.columns);
        QCOMPARE(recalled.density, ListDensity::OneLine);
        changed.groupBy.reset();
        memory.remember(changed);
        ListSpec groupedByItself = spec;
        groupedByItself.groupBy = ListColumn::State;
        QVERIFY(!memory.recalled(groupedByItself).groupBy);
        memory.forget(spec.key);
        QVERIFY(memory.recalled(spec).asksTheSame(spec));
    }
};

QTEST_GUILESS_MAIN(SearchPresenterTest)
#include "search_presenter_test.moc"
