// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog_holder.h"
#include "models/list_spec.h"
#include "models/thread_model.h"
#include "models/ticket_list_model.h"
#include "models/view_counters.h"
#include "support/test_desk.h"

#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QtTest>

namespace deskhand {

/// What is on one agent's screen while somebody in another process works on the same file.
class LiveListTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<test::TestDesk> m_other;
    std::unique_ptr<LocalDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;
    QVector<TicketId> m_tickets;

    static ListSpec byUpdate()
    {
        for (const ListSpec &spec : ownViewSpecs()) {
            if (spec.key == QStringLiteral("all")) {
                ListSpec found = spec;
                found.sort = {ListColumn::Updated, true};
                found.groupBy.reset();
                return found;
            }
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_other = test::TestDesk::withSystemClock();
        m_tickets.clear();
        for (int i = 0; i < 5; ++i) {
            m_tickets.append(m_other->openTicket(QStringLiteral("Ticket %1").arg(i)).ticket);
            QTest::qWait(2); // another millisecond: the order by time is the order of opening
        }
        auto opened = LocalDesk::open(m_other->path());
        QVERIFY(opened);
        m_desk = *std::move(opened);
        m_holder = std::make_unique<CatalogHolder>(*m_desk, m_other->me(), m_clock);
        m_holder->refresh();
        QTRY_VERIFY(m_holder->isReady());
    }
    void cleanup()
    {
        m_holder.reset();
        m_desk.reset();
        m_other.reset();
    }

    void theRowMovesAndTheSelectionStays()
    {
        TicketListModel model(*m_desk, *m_holder);
        model.show(byUpdate());
        QTRY_COMPARE(model.rowCount(), 5);
        QCOMPARE(model.ticketAt(0), m_tickets.last());
        model.setVisibleRows(0, 4);
        QTRY_VERIFY(model.rowAt(4));
        const QPersistentModelIndex selected = model.index(1, 0);
        const TicketId selectedTicket = model.ticketAt(1);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        m_other->reply(m_tickets.first(), QStringLiteral("An answer"));
        QTRY_COMPARE(model.ticketAt(0), m_tickets.first());
        QTRY_COMPARE(model.rowAt(0) ? model.rowAt(0)->head.articleCount : 0, 2);
        QVERIFY(selected.isValid());
        QCOMPARE(model.ticketAt(selected.row()), selectedTicket);
        QCOMPARE(selected.row(), 2);
        QCOMPARE(reset.count(), 0);
    }

    void theCountersEndRight()
    {
        const Condition open = Condition::is(
            ConditionField::State, {m_other->state(StateType::New).value, m_other->state(StateType::Open).value});
        ViewCounters counters(*m_desk, *m_holder);
        counters.setConditions({open});
        QTRY_COMPARE(counters.count(0), 5);
        ChangeTicket solve{m_tickets.at(1), m_other->row(m_tickets.at(1)).head.version, {}, {}};
        solve.changes = {FieldChange{TicketField::State, m_other->state(StateType::Solved).value, {}, {}}};
        m_other->submit(solve);
        m_other->openTicket(QStringLiteral("Another"));
        m_other->openTicket(QStringLiteral("And one more"));
        m_other->openTicket(QStringLiteral("And the last"));
        // One's own in between, which is counted without asking.
        solve.ticket = m_tickets.at(2);
        solve.baseVersion = m_other->row(solve.ticket).head.version;
        QVERIFY(test::await(m_desk->submit(Command::make(m_other->me(), solve))));
        QTRY_COMPARE(counters.count(0), 6);
        QCOMPARE(m_other->expect(m_desk->counts({open}, m_other->me(), m_clock.now())).first(), 6);
    }

    void theOpenTicketShowsTheReply()
    {
        ThreadModel thread(*m_desk);
        thread.open(m_tickets.first(), m_other->me());
        QTRY_VERIFY(thread.newestArticle().isValid());
        const ArticleId reply = m_other->reply(m_tickets.first(), QStringLiteral("New reply")).article;
        QTRY_COMPARE(thread.newestArticle(), reply);
        QVERIFY(thread.rowOf(reply) >= 0);
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::LiveListTest)
#include "live_list_test.moc"
