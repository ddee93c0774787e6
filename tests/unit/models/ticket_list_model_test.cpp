// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket_list_model.h"
#include "support/fake_desk.h"
#include "support/nightly.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

class TicketListModelTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;
    std::unique_ptr<TicketListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    ListSpec specOf(const QString &key) const
    {
        for (const ListSpec &spec : ownViewSpecs()) {
            if (spec.key == key)
                return spec;
        }
        return {};
    }

    void fill(int count)
    {
        for (int n = 0; n < count; ++n)
            m_desk->add(sampleTicket(n));
    }

    void show(const ListSpec &spec)
    {
        m_model->show(spec);
        QTRY_COMPARE(m_model->state(), TicketListModel::State::Ready);
    }

    /// A list of what a report has counted, whose answers wait.
    void askForCounted(int count)
    {
        fill(count);
        ListSpec spec = specOf(QStringLiteral("all"));
        spec.counted = CountedTickets{};
        m_desk->setPatient(true);
        m_model->show(spec);
    }

    QVector<TicketId> shown() const
    {
        QVector<TicketId> ids;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (!m_model->isGroupRow(row))
                ids.append(m_model->ticketAt(row));
        }
        return ids;
    }

    QVector<TicketId> expected() const
    {
        const ListSpec &spec = m_model->spec();
        return m_desk->idsNow({spec.condition, spec.sort, spec.groupBy, m_holder->me(), m_clock->now(), {}});
    }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>(sampleNow);
        m_desk = std::make_unique<FakeDesk>(sampleCatalog(), *m_clock);
        m_holder = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, *m_clock);
        m_holder->refresh();
        QTRY_VERIFY(m_holder->isReady());
        m_model = std::make_unique<TicketListModel>(*m_desk, *m_holder);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_holder.reset();
        m_desk.reset();
    }

    void showsAllIdsAtOnceAndRowsWhenLookedAt()
    {
        fill(1000);
        m_desk->setPatient(true);
        m_model->show(specOf(QStringLiteral("all")));
        QCOMPARE(m_model->rowCount(), 0);
        m_desk->answerAll();
        QTRY_COMPARE(m_model->rowCount(), 1000);
        QCOMPARE(m_model->rowAt(0), nullptr);
        QTRY_VERIFY(m_desk->waiting() > 0);
        m_desk->answerAll();
        QTRY_VERIFY(m_model->rowAt(0));
        QCOMPARE(m_model->rowAt(0)->head.id, m_model->ticketAt(0));
        QCOMPARE(m_model->data(m_model->index(0, int(ListColumn::Subject))).toString(),
                 m_model->rowAt(0)->head.subject);
    }

    /// What a report has counted may take a while to be gathered.
    void aLongListBegins()
    {
        askForCounted(1000);
        QCOMPARE(m_desk->listQuestions, 2);
        m_desk->answerFirst();
        QTRY_COMPARE(m_model->ticketCount(), ListSource::beginningLimit);
        QCOMPARE(m_model->state(), TicketListModel::State::Ready);
        QVERIFY(m_model->hasMore());
        const QVector<TicketId> began = shown();
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_desk->answerFirst();
        QTRY_COMPARE(m_model->ticketCount(), 1000);
        QVERIFY(!m_model->hasMore());
        QCOMPARE(shown(), expected());
        QCOMPARE(shown().mid(0, began.size()), began);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(inserted.count(), 1);
    }

    void aBeginningThatComesLateIsNotShown()
    {
        askForCounted(1000);
        m_desk->answerLast();
        QTRY_COMPARE(m_model->ticketCount(), 1000);
        m_desk->answerAll();
        m_desk->setPatient(false);
        QTRY_VERIFY(m_model->rowAt(0));
        QCOMPARE(m_model->ticketCount(), 1000);
        QVERIFY(!m_model->hasMore());
    }

    void aBeginningOfAListThatFailsStays()
    {
        askForCounted(1000);
        m_desk->answerFirst();
        QTRY_COMPARE(m_model->ticketCount(), ListSource::beginningLimit);
        m_desk->failWith(Error{ErrorCode::Offline, {}, {}, {}});
        m_desk->answerAll();
        QTRY_VERIFY(m_model->error());
        QCOMPARE(m_model->ticketCount(), ListSource::beginningLimit);
        QVERIFY(m_model->hasMore());
        m_desk->failWith(std::nullopt);
        m_desk->setPatient(false);
        m_model->retry();
        QTRY_COMPARE(m_model->ticketCount(), 1000);
        QVERIFY(!m_model->hasMore());
    }

    void oneTurnIsOneBatch()
    {
        fill(5000);
        m_tester.reset(); // it looks everywhere
        show(specOf(QStringLiteral("all")));
        QTRY_VERIFY(m_model->rowAt(0));
        m_model->setVisibleRows(3000, 3040);
        m_desk->rowQuestions = 0;
        for (int row = 3000; row <= 3040; ++row)
            QVERIFY(!m_model->rowAt(row));
        QCOMPARE(m_desk->rowQuestions, 0); // data() only wishes
        QTRY_VERIFY(m_model->rowAt(3040));
        QTRY_VERIFY(m_model->rowAt(3000));
        QVERIFY2(m_desk->rowQuestions <= 3, qPrintable(QString::number(m_desk->rowQuestions)));
    }

    void passedPagesAreCancelled()
    {
        fill(20'000);
        m_tester.reset();
        show(specOf(QStringLiteral("all")));
        m_desk->setPatient(true);
        m_model->setVisibleRows(5000, 5040);
        QVERIFY(!m_model->rowAt(5000));
        QTRY_VERIFY(m_desk->waiting() > 0);
        m_model->setVisibleRows(15'000, 15'040);
        QVERIFY(!m_model->rowAt(15'000));
        QTest::qWait(0);
        m_desk->answerAll();
        QVERIFY(m_desk->cancelled > 0);
        QTRY_VERIFY(m_desk->answerAll() == 0 && m_model->rowAt(15'000));
    }

    void scrollingFetchesAhead()
    {
        fill(2000);
        m_tester.reset();
        show(specOf(QStringLiteral("all")));
        QTRY_VERIFY(m_model->rowAt(0));
        m_model->setVisibleRows(80, 110);
        QTRY_VERIFY(m_model->peek(m_model->ticketAt(130))); // nobody asked for it
    }

    void aRefreshKeepsItsPlace()
    {
        fill(50);
        show(specOf(QStringLiteral("open")));
        m_model->setVisibleRows(0, 20);
        QTRY_VERIFY(m_model->rowAt(3));
        const TicketId id = m_model->ticketAt(3);
        const int questions = m_desk->listQuestions;
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_desk->change(id, [](TicketRow &row) { row.head.subject = QStringLiteral("new words"); });
        QTRY_COMPARE(m_model->rowAt(3)->head.subject, QStringLiteral("new words"));
        QVERIFY(!changed.isEmpty());
        QCOMPARE(m_model->ticketAt(3), id);
        QTest::qWait(50);
        QCOMPARE(m_desk->listQuestions, questions); // nothing was asked again
    }

    void aTicketThatNoLongerMatchesLeavesAtOnce()
    {
        fill(50);
        show(specOf(QStringLiteral("open")));
        QTRY_VERIFY(m_model->rowAt(2));
        const TicketId gone = m_model->ticketAt(2);
        const QPersistentModelIndex next = m_model->index(3, 0);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        m_desk->change(gone, [](TicketRow &row) { row.head.state = StateId{5}; });
        QTRY_COMPARE(m_model->rowOf(gone), -1);
        QCOMPARE(next.row(), 2);
        QTRY_COMPARE(shown(), expected());
        QCOMPARE(resets.size(), 0);
    }

    void aChangeMadeElsewhereIsAskedFor()
    {
        fill(50);
        show(specOf(QStringLiteral("open")));
        m_model->setVisibleRows(0, 20);
        QTRY_VERIFY(m_model->rowAt(0));
        const TicketId id = m_model->ticketAt(0);
        m_desk->change(
            id, [](TicketRow &row) { row.head.subject = QStringLiteral("from far away"); }, ChangeKind::TicketChanged,
            PersonId{2}, false);
        QTRY_VERIFY(m_model->rowAt(m_model->rowOf(id))
                    && m_model->rowAt(m_model->rowOf(id))->head.subject == QStringLiteral("from far away"));
    }

    void theHeldTicketDoesNotMove()
    {
        fill(50);
        ListSpec spec = specOf(QStringLiteral("all"));
        show(spec);
        m_model->setVisibleRows(0, 30);
        const TicketId held = m_model->ticketAt(10);
        const TicketId above = m_model->ticketAt(9);
        const TicketId below = m_model->ticketAt(11);
        m_model->hold(held);
        m_desk->change(held, [](TicketRow &row) { row.head.updatedAt = sampleNow + 5; });
        QTRY_VERIFY(m_model->isStale(m_model->rowOf(held)));
        QCOMPARE(m_model->ticketAt(9), above);
        QCOMPARE(m_model->ticketAt(10), held);
        QCOMPARE(m_model->ticketAt(11), below);
        m_model->hold({});
        QTRY_COMPARE(m_model->rowOf(held), 0);
        QVERIFY(!m_model->isStale(0));
        QCOMPARE(shown(), expected());
    }

    void aHeldTicketThatLeftStaysUntilLetGo()
    {
        fill(50);
        show(specOf(QStringLiteral("open")));
        const TicketId held = m_model->ticketAt(4);
        m_model->hold(held);
        m_desk->change(held, [](TicketRow &row) { row.head.state = StateId{6}; });
        QTRY_VERIFY(m_model->isStale(4));
        QTest::qWait(100); // the list was asked again meanwhile
        QCOMPARE(m_model->rowOf(held), 4);
        m_model->hold({});
        QCOMPARE(m_model->rowOf(held), -1);
        QTRY_COMPARE(shown(), expected());
    }

    void nothingAboveMovesWhereTheViewCannotScroll()
    {
        fill(10);
        show(specOf(QStringLiteral("all")));
        m_model->setVisibleRows(0, 9);
        const TicketId held = m_model->ticketAt(5);
        m_model->hold(held, TicketListModel::Hold::EverythingAbove);
        TicketRow fresh = sampleTicket(99);
        fresh.head.updatedAt = sampleNow + 1000;
        const TicketId added = m_desk->open(fresh);
        QTRY_VERIFY(m_desk->listQuestions >= 2);
        QTest::qWait(50);
        QCOMPARE(m_model->rowOf(held), 5);
        QCOMPARE(m_model->rowOf(added), -1);
        m_model->hold({});
        QCOMPARE(m_model->rowOf(added), 0);
        QCOMPARE(shown(), expected());
    }

    void groupsHaveHeadersAndCanBeCollapsed()
    {
        fill(60);
        ListSpec spec = specOf(QStringLiteral("all"));
        spec.groupBy = ListColumn::State;
        show(spec);
        QCOMPARE(m_model->rowCount(), 66);
        QVERIFY(m_model->isGroupRow(0));
        QCOMPARE(m_model->groupSize(m_model->groupKey(0)), 10);
        QVERIFY(!(m_model->flags(m_model->index(0, 0)) & Qt::ItemIsSelectable));
        QVERIFY(m_model->data(m_model->index(0, 0)).toString().contains(QStringLiteral("New")));
        m_model->setCollapsed(m_model->groupKey(0), true);
        QCOMPARE(m_model->rowCount(), 56);
        QVERIFY(m_model->isGroupRow(1));
        m_model->setCollapsed(m_model->groupKey(0), false);
        QCOMPARE(shown(), expected());
        // The last ticket of a group takes its header along.
        const TicketId id = m_model->ticketAt(1);
        m_desk->change(id, [](TicketRow &row) { row.head.state = StateId{2}; });
        QTRY_COMPARE(shown(), expected());
        QCOMPARE(m_model->groupSize(1), 9);
        QCOMPARE(m_model->groupSize(2), 11);
    }

    void readMarksOfOthersAreTheirs()
    {
        fill(9);
        show(specOf(QStringLiteral("all")));
        m_model->setVisibleRows(0, 8);
        QTRY_VERIFY(m_model->rowAt(0));
        const TicketId id{1}; // unread for me
        m_desk->change(
            id, [](TicketRow &row) { row.unread = false; }, ChangeKind::ReadMarkSet, PersonId{2});
        m_desk->change(id, [](TicketRow &row) {
            row.head.subject = QStringLiteral("x");
            row.unread = false;
        });
        QTRY_COMPARE(m_model->peek(id)->head.subject, QStringLiteral("x"));
        QVERIFY(m_model->peek(id)->unread);
        m_desk->change(
            id, [](TicketRow &row) { row.unread = false; }, ChangeKind::ReadMarkSet, PersonId{1});
        QTRY_VERIFY(!m_model->peek(id)->unread);
    }

    void anErrorIsToldAndRetried()
    {
        fill(3);
        m_desk->failWith(Error{ErrorCode::Corrupt, QStringLiteral("test"), {}, {}});
        m_model->show(specOf(QStringLiteral("all")));
        QTRY_COMPARE(m_model->state(), TicketListModel::State::Failed);
        QCOMPARE(m_model->error()->code, ErrorCode::Corrupt);
        m_desk->failWith(std::nullopt);
        m_model->retry();
        QTRY_COMPARE(m_model->state(), TicketListModel::State::Ready);
        QCOMPARE(m_model->rowCount(), 3);
        QVERIFY(!m_model->error());
    }

    void aNewerListReplacesTheQuestion()
    {
        fill(30);
        m_desk->setPatient(true);
        m_model->show(specOf(QStringLiteral("all")));
        m_model->show(specOf(QStringLiteral("unassigned")));
        m_desk->answerAll();
        QCOMPARE(m_desk->cancelled, 1);
        QTRY_COMPARE(m_model->state(), TicketListModel::State::Ready);
        QCOMPARE(shown(), expected());
    }

    void aSearchShowsWhatWasFound()
    {
        fill(40);
        const ListSpec spec =
            searchSpec(Condition::all({Condition::matches(QStringLiteral("printer 7")), unresolvedCondition()}), false);
        QCOMPARE(spec.searchText, QStringLiteral("printer 7"));
        show(spec);
        QVERIFY(m_model->ticketCount() > 0);
        QCOMPARE(m_desk->searchQuestions, 1);
        QVERIFY(m_model->excerpt(m_model->ticketAt(0)).contains(QStringLiteral("Printer")));
    }

    void theListAgreesWithTheDeskAfterRandomChanges_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addColumn<bool>("grouped");
        QTest::addColumn<bool>("holding");
        QTest::newRow("open") << QStringLiteral("open") << false << false;
        QTest::newRow("all, by state") << QStringLiteral("all") << true << false;
        QTest::newRow("mine, held") << QStringLiteral("mine") << false << true;
        QTest::newRow("unread, by state, held") << QStringLiteral("unread") << true << true;
    }

    void theListAgreesWithTheDeskAfterRandomChanges()
    {
        QFETCH(QString, view);
        QFETCH(bool, grouped);
        QFETCH(bool, holding);
        fill(120);
        ListSpec spec = specOf(view);
        if (grouped)
            spec.groupBy = ListColumn::State;
        show(spec);
        m_model->setVisibleRows(0, 30);
        QRandomGenerator random(11);
        for (int round = 0; round < randomRounds(150); ++round) {
            if (holding && m_model->rowCount() > 0)
                m_model->hold(m_model->ticketAt(random.bounded(m_model->rowCount())));
            for (int edits = random.bounded(4); edits >= 0; --edits) {
                const TicketId id{1 + random.bounded(120)};
                const int kind = random.bounded(5);
                const int value = random.bounded(100'000);
                if (kind == 0)
                    m_desk->open(sampleTicket(1000 + value));
                else
                    m_desk->change(
                        id,
                        [=](TicketRow &row) {
                            if (kind == 1)
                                row.head.state = StateId{1 + value % 6};
                            else if (kind == 2)
                                row.head.owner = PersonId{value % 4};
                            else if (kind == 3)
                                row.head.dueAt = sampleNow + value;
                            else
                                row.head.updatedAt = sampleNow + value;
                        },
                        kind == 4 ? ChangeKind::ArticlePosted : ChangeKind::TicketChanged, PersonId{1}, value % 5 != 0);
            }
            if (round % 3 == 0)
                QTest::qWait(1);
        }
        m_model->hold({});
        QTRY_COMPARE(shown(), expected());
    }

private:
    /// The cells that were said to differ since the last call.
    QStringList cellsOf(QSignalSpy *spy)
    {
        QStringList cells;
        for (const QList<QVariant> &signal : std::exchange(*static_cast<QList<QList<QVariant>> *>(spy), {})) {
            const QModelIndex first = signal.at(0).toModelIndex();
            const QModelIndex last = signal.at(1).toModelIndex();
            cells.append(first == last
                             ? QStringLiteral("%1/%2").arg(first.row()).arg(listColumnName(ListColumn(first.column())))
                             : QStringLiteral("a range"));
        }
        return cells;
    }

    int m_promised = 0;

    TicketId promise(qint64 left)
    {
        TicketRow row = sampleTicket(m_promised++);
        row.head.state = StateId{2};
        row.head.dueAt = 0;
        row.head.createdAt = sampleNow - 90 * 86'400'000LL;
        row.head.updatedAt = row.head.createdAt;
        row.head.sla = SlaStanding::Running;
        row.head.slaDueAt = sampleNow + left;
        return m_desk->add(row);
    }

    ListSpec byTimeLeft(ListDensity density)
    {
        ListSpec spec = specOf(QStringLiteral("all"));
        spec.sort = {ListColumn::TimeLeft, false};
        spec.density = density;
        return spec;
    }

private Q_SLOTS:
    // Time that passes touches the cells that read differently, and nothing else.
    void timePassesInCellsThatChange()
    {
        promise(30'500);         // counts seconds
        promise(10 * 60'000);    // loses a minute
        promise(72 * 3'600'000); // three days
        show(byTimeLeft(ListDensity::OneLine));
        for (int row = 0; row < 3; ++row)
            QTRY_VERIFY(m_model->rowAt(row));
        m_model->setVisibleRows(0, 2);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        const int questions = m_desk->listQuestions + m_desk->rowQuestions;

        QCOMPARE(m_holder->ticker().next(), sampleNow + 501); // "30 s" becomes "29 s"
        m_clock->set(sampleNow + 501);
        m_holder->ticker().tick();
        // The ten minutes have become nine and a half, too.
        QCOMPARE(cellsOf(&changed), (QStringList{QStringLiteral("0/time-left"), QStringLiteral("1/time-left"),
                                                 QStringLiteral("2/time-left")}));
        m_clock->advance(1'000);
        m_holder->ticker().tick();
        QCOMPARE(cellsOf(&changed), QStringList{QStringLiteral("0/time-left")});
        m_holder->ticker().tick();
        QCOMPARE(cellsOf(&changed), QStringList()); // nothing has passed
        m_clock->advance(60'000);
        m_holder->ticker().tick();
        QCOMPARE(cellsOf(&changed), (QStringList{QStringLiteral("0/time-left"), QStringLiteral("1/time-left")}));
        QCOMPARE(m_model->index(0, int(ListColumn::TimeLeft)).data().toString(), QStringLiteral("overdue <1 m"));
        QCOMPARE(m_desk->listQuestions + m_desk->rowQuestions, questions); // nobody was asked

        // Rows that nobody sees are left alone, and wake nobody.
        m_model->setVisibleRows(2, 2);
        m_clock->advance(60'000);
        m_holder->ticker().tick();
        QCOMPARE(cellsOf(&changed), QStringList());
        QCOMPARE(m_holder->ticker().next() % 60'000, Instant(0));
    }

    void timePassesInRowsOfTwoLines()
    {
        promise(10 * 60'000 + 20'000);
        promise(80 * 3'600'000);
        show(byTimeLeft(ListDensity::TwoLines));
        for (int row = 0; row < 2; ++row)
            QTRY_VERIFY(m_model->rowAt(row));
        m_model->setVisibleRows(0, 1);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_clock->advance(30'000);
        m_holder->ticker().tick();
        // The cell that such a row consists of; three days are three days still.
        QCOMPARE(cellsOf(&changed), QStringList{QStringLiteral("0/subject")});
    }

    // What becomes overdue goes to its group at that instant: one question for all that do.
    void whatBecomesOverdueMovesWithOneQuestion()
    {
        promise(5'000);
        promise(5'000);
        promise(3'600'000);
        ListSpec spec = byTimeLeft(ListDensity::TwoLines);
        spec.groupBy = ListColumn::TimeLeft;
        show(spec);
        QCOMPARE(m_model->groupSize(qint64(SlaStanding::Running)), 3);
        for (int row = 1; row < 4; ++row)
            QTRY_VERIFY(m_model->rowAt(row));
        m_model->setVisibleRows(0, 3);
        const int questions = m_desk->listQuestions;
        m_clock->advance(5'000);
        m_holder->ticker().tick();
        QTRY_COMPARE(m_model->groupSize(slaOverdue), 2);
        QCOMPARE(m_model->groupSize(qint64(SlaStanding::Running)), 1);
        QCOMPARE(m_desk->listQuestions, questions + 1);
        m_clock->advance(1'000);
        m_holder->ticker().tick();
        QTest::qWait(100); // longer than the pause before a question
        QCOMPARE(m_desk->listQuestions, questions + 1);
    }

    void recalculatedClocksAreReadAgain()
    {
        const TicketId one = promise(3'600'000);
        promise(7'200'000);
        show(byTimeLeft(ListDensity::OneLine));
        QTRY_VERIFY(m_model->rowAt(1));
        const int questions = m_desk->listQuestions;
        m_desk->change(
            one, [](TicketRow &row) { row.head.slaDueAt = sampleNow + 9'000'000; }, ChangeKind::SlaRecomputed,
            PersonId{}, false);
        QTRY_COMPARE(m_model->rowOf(one), 1);
        QCOMPARE(m_desk->listQuestions, questions + 1);
        QTRY_COMPARE(m_model->peek(one)->head.slaDueAt, sampleNow + 9'000'000);
    }
};

QTEST_MAIN(TicketListModelTest)
#include "ticket_list_model_test.moc"
