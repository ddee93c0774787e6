// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view_list_model.h"
#include "support/fake_desk.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

class ViewListModelTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;
    std::unique_ptr<ViewListModel> m_model;

    qint64 count(const QString &key) const { return m_model->indexOf(key).data(ViewListModel::CountRole).toLongLong(); }

    qint64 recount(const QString &key) const
    {
        return m_desk->idsNow({m_model->spec(key)->condition, {}, {}, m_holder->me(), m_clock->now(), {}}).size();
    }

    bool allAgree() const
    {
        const QStringList keys = m_model->keys();
        return std::all_of(keys.cbegin(), keys.cend(),
                           [this](const QString &key) { return count(key) == recount(key); });
    }

    void changeElsewhere(TicketId ticket, const std::function<void(TicketRow &)> &edit)
    {
        m_desk->change(ticket, edit, ChangeKind::TicketChanged, PersonId{2}, false);
    }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>(sampleNow);
        m_desk = std::make_unique<FakeDesk>(sampleCatalog(), *m_clock);
        for (int n = 0; n < 100; ++n)
            m_desk->add(sampleTicket(n));
        m_holder = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, *m_clock);
        m_model = std::make_unique<ViewListModel>(*m_desk, *m_holder);
        m_holder->refresh();
        m_model->refresh();
        QTRY_VERIFY(m_model->isComplete());
    }

    /// A door that has not everything says so of each number; it goes on being right about what it has, and is the
    /// whole again as soon as everything is there.
    void aPartIsNotPassedForTheWhole()
    {
        QTRY_VERIFY(allAgree());
        const QString key = m_model->keys().constFirst();
        const auto isPart = [this](const QString &of) {
            return m_model->indexOf(of).data(ViewListModel::CountIsPartRole).toBool();
        };
        const auto spoken = [this, key] { return m_model->indexOf(key).data(Qt::AccessibleTextRole).toString(); };
        QVERIFY(!isPart(key));
        const QString whole = spoken();
        m_desk->keepsAPart = true;
        m_holder->refresh();
        m_model->refresh();
        QTRY_VERIFY(isPart(key));
        QVERIFY(allAgree());
        QVERIFY(spoken() != whole);
        // What changes is added up as always.
        const qint64 before = count(QStringLiteral("all"));
        m_desk->open(sampleTicket(100), PersonId{1});
        QTRY_COMPARE(count(QStringLiteral("all")), before + 1);
        QVERIFY(isPart(QStringLiteral("all")));
        m_desk->keepsAPart = false;
        Change everything;
        everything.kind = ChangeKind::BulkLoaded;
        Q_EMIT m_desk->changed({everything});
        QTRY_VERIFY(!isPart(key));
        QVERIFY(allAgree());
    }

    void cleanup()
    {
        m_model.reset();
        m_holder.reset();
        m_desk.reset();
    }

    void hasSectionsWithViewsAndQueues()
    {
        QAbstractItemModelTester tester(m_model.get());
        QCOMPARE(m_model->rowCount(), 2);
        const QModelIndex own = m_model->index(0, 0);
        QVERIFY(own.data(ViewListModel::SectionRole).toBool());
        QCOMPARE(m_model->rowCount(own), 7);
        QCOMPARE(m_model->keyOf(m_model->index(0, 0, own)), QStringLiteral("mine"));
        // VPN is below Network, and the inactive queue is not there.
        const QModelIndex network = m_model->indexOf(QStringLiteral("queue:2"));
        QCOMPARE(m_model->indexOf(QStringLiteral("queue:3")).parent(), network);
        QVERIFY(!m_model->indexOf(QStringLiteral("queue:7")).isValid());
    }

    void countsAreThoseOfTheDesk()
    {
        QTRY_VERIFY(allAgree());
        QVERIFY(count(QStringLiteral("open")) > 0);
    }

    void countsFollowChangesWithoutAsking()
    {
        QTRY_VERIFY(allAgree());
        const int questions = m_desk->countQuestions;
        QRandomGenerator random(3);
        for (int i = 0; i < 300; ++i) {
            const int value = random.bounded(1000);
            const int kind = random.bounded(5);
            if (kind == 0)
                m_desk->open(sampleTicket(500 + value), PersonId{1});
            else
                m_desk->change(
                    TicketId{1 + value % 100},
                    [=](TicketRow &row) {
                        if (kind == 1)
                            row.head.state = StateId{1 + value % 6};
                        else if (kind == 2)
                            row.head.queue = QueueId{1 + value % 6};
                        else if (kind == 3)
                            row.unread = !row.unread;
                        else
                            row.head.owner = PersonId{value % 4};
                    },
                    kind == 3 ? ChangeKind::ReadMarkSet : ChangeKind::TicketChanged, PersonId{1});
        }
        QVERIFY(allAgree());
        QCOMPARE(m_desk->countQuestions, questions);
    }

    /// What others do comes without rows: it is read, and compared with what was known.
    void countsFollowWhatOthersDo()
    {
        QTRY_VERIFY(allAgree());
        // The first change of each ticket is not known before: it is counted again, once for all of them.
        const int questions = m_desk->countQuestions;
        for (int id = 1; id <= 40; ++id)
            changeElsewhere(TicketId{id}, [](TicketRow &row) { row.head.owner = PersonId{2}; });
        QTRY_VERIFY(m_desk->countQuestions > questions);
        QTRY_VERIFY(allAgree());
        QVERIFY2(m_desk->countQuestions <= questions + 2, qPrintable(QString::number(m_desk->countQuestions)));
        QTest::qWait(1100); // what is heard right after counting may have been counted
        // From then on nothing is counted.
        const int later = m_desk->countQuestions;
        QRandomGenerator random(5);
        for (int i = 0; i < 200; ++i) {
            const int value = random.bounded(1000);
            changeElsewhere(TicketId{1 + value % 40}, [=](TicketRow &row) {
                if (value % 3 == 0)
                    row.head.state = StateId{1 + value % 6};
                else if (value % 3 == 1)
                    row.head.queue = QueueId{1 + value % 6};
                else
                    row.head.owner = PersonId{value % 4};
            });
            if (i % 50 == 0)
                QTest::qWait(120);
        }
        Change opened;
        opened.kind = ChangeKind::TicketOpened;
        opened.ticket = m_desk->add(sampleTicket(700));
        opened.actor = PersonId{2};
        Q_EMIT m_desk->changed({opened});
        QTRY_VERIFY(allAgree());
        QCOMPARE(m_desk->countQuestions, later);
    }

    /// One's own change of a ticket whose change by another is being read.
    void ownAndForeignChangesOfOneTicket()
    {
        QTRY_VERIFY(allAgree());
        int questions = m_desk->countQuestions;
        changeElsewhere(TicketId{3}, [](TicketRow &row) { row.head.owner = PersonId{2}; });
        QTRY_VERIFY(m_desk->countQuestions > questions);
        QTest::qWait(1100); // what is heard right after counting may have been counted
        questions = m_desk->countQuestions;
        m_desk->setPatient(true);
        changeElsewhere(TicketId{3}, [](TicketRow &row) { row.head.state = StateId{5}; });
        QTRY_COMPARE(m_desk->waiting(), 1);
        m_desk->change(
            TicketId{3}, [](TicketRow &row) { row.head.queue = QueueId{2}; }, ChangeKind::TicketChanged, PersonId{1});
        m_desk->answerAll();
        m_desk->setPatient(false);
        QTRY_VERIFY(allAgree());
        QCOMPARE(m_desk->countQuestions, questions);
    }

    void aCommandWithSeveralChangesCountsOnce()
    {
        QTRY_VERIFY(allAgree());
        const int questions = m_desk->countQuestions;
        const qint64 open = count(QStringLiteral("open"));
        // A reply that also solves the ticket: an article and a change, both with the rows of the whole command.
        Change posted;
        posted.kind = ChangeKind::ArticlePosted;
        posted.ticket = TicketId{2};
        posted.actor = m_holder->me();
        posted.command = QUuid::createUuid();
        posted.before = m_desk->row(TicketId{2});
        posted.after = posted.before;
        posted.after->head.state = StateId{5};
        QVERIFY(evaluate(unresolvedCondition(), posted.before->facts(), m_holder->context()));
        Change changed = posted;
        changed.kind = ChangeKind::TicketChanged;
        Q_EMIT m_desk->changed({posted, changed});
        QCOMPARE(count(QStringLiteral("open")), open - 1);
        // And one that opens a ticket with its first article.
        Change opened = posted;
        opened.kind = ChangeKind::TicketOpened;
        opened.command = QUuid::createUuid();
        opened.before.reset();
        opened.after = sampleTicket(1);
        Change first = opened;
        first.kind = ChangeKind::ArticlePosted;
        Q_EMIT m_desk->changed({opened, first});
        QCOMPARE(count(QStringLiteral("open")), open);
        QCOMPARE(m_desk->countQuestions, questions);
    }

    void changesOfOthersEndInTheTruthToo()
    {
        QTRY_VERIFY(allAgree());
        QRandomGenerator random(5);
        for (int i = 0; i < 100; ++i) {
            const int value = random.bounded(1000);
            m_desk->change(
                TicketId{1 + value % 100},
                [=](TicketRow &row) {
                    row.head.state = StateId{1 + value % 6};
                    if (value % 4 == 0)
                        row.unread = true;
                },
                value % 4 == 0 ? ChangeKind::ArticlePosted : ChangeKind::TicketChanged, PersonId{2}, value % 7 != 0);
            if (i % 10 == 0)
                QTest::qWait(1);
        }
        QTRY_VERIFY(allAgree());
    }

    void aChangeWhileCountingIsNotLost()
    {
        QTRY_VERIFY(allAgree());
        m_desk->setPatient(true);
        m_holder->refresh();
        m_desk->answerAll(); // the catalog; the model asks for new counts
        QTRY_VERIFY(m_desk->waiting() > 0);
        m_desk->change(TicketId{2}, [](TicketRow &row) { row.head.state = StateId{5}; });
        m_desk->setPatient(false);
        m_desk->answerAll();
        QTRY_VERIFY(allAgree());
    }

    void aListThatOpensWithTheViewsIsAskedForBeforeTheCounts()
    {
        QTRY_VERIFY(allAgree());
        const int before = m_desk->countQuestions;
        int whenTheListOpens = -1;
        connect(m_model.get(), &QAbstractItemModel::modelReset, this,
                [&] { whenTheListOpens = m_desk->countQuestions; });
        m_holder->refresh();
        QTRY_COMPARE(m_desk->countQuestions, before + 1);
        QCOMPARE(whenTheListOpens, before);
    }

    void countsOfFormerViewsAreCancelled()
    {
        QTRY_VERIFY(allAgree());
        const int before = m_desk->countQuestions;
        m_desk->setPatient(true);
        m_holder->refresh();
        m_desk->answerAll();
        QTRY_COMPARE(m_desk->countQuestions, before + 1);
        m_desk->setPatient(false);
        m_holder->refresh();
        QTRY_COMPARE(m_desk->countQuestions, before + 2);
        m_desk->answerAll();
        QCOMPARE(m_desk->cancelled, 1);
        QTRY_VERIFY(allAgree());
    }

    void savedViewsComeAndGo()
    {
        SavedView view;
        view.name = QStringLiteral("Urgent network");
        view.conditionText = QStringLiteral("queue:network priority<=high");
        (void)m_desk->submit(Command::make(m_holder->me(), SaveView{view}));
        QTRY_VERIFY(m_model->spec(QStringLiteral("view:1")));
        QCOMPARE(m_model->indexOf(QStringLiteral("view:1")).parent().data().toString(), QStringLiteral("Saved views"));
        QTRY_COMPARE(count(QStringLiteral("view:1")), recount(QStringLiteral("view:1")));
        QCOMPARE(m_model->savedView(QStringLiteral("view:1"))->name, view.name);
        (void)m_desk->submit(Command::make(m_holder->me(), DeleteView{SavedViewId{1}}));
        QTRY_VERIFY(!m_model->spec(QStringLiteral("view:1")));
    }
};

QTEST_GUILESS_MAIN(ViewListModelTest)
#include "view_list_model_test.moc"
