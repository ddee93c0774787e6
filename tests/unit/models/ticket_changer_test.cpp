// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket_changer.h"
#include "support/fake_desk.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

class TicketChangerTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;
    std::unique_ptr<TicketChanger> m_changer;
    EditOutcome m_outcome;
    int m_finished = 0;

    static FieldChange setState(qint64 id) { return FieldChange{TicketField::State, id, {}, {}}; }

    QVector<TicketId> ids(int count) const
    {
        QVector<TicketId> all;
        for (int i = 1; i <= count; ++i)
            all.append(TicketId{i});
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>(sampleNow);
        m_desk = std::make_unique<FakeDesk>(sampleCatalog(), *m_clock);
        for (int n = 0; n < 40; ++n)
            m_desk->add(sampleTicket(n));
        m_holder = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, *m_clock);
        m_changer = std::make_unique<TicketChanger>(*m_desk, *m_holder);
        m_finished = 0;
        connect(m_changer.get(), &TicketChanger::finished, this, [this](quint64, const EditOutcome &outcome) {
            m_outcome = outcome;
            ++m_finished;
        });
    }

    void everyTicketGetsItsCommand()
    {
        QSignalSpy progress(m_changer.get(), &TicketChanger::progressed);
        m_changer->run(ids(30), TicketEdit::fields({setState(5)}), {});
        QTRY_COMPARE(m_finished, 1);
        QCOMPARE(m_outcome.done + m_outcome.unchanged, 30);
        QCOMPARE(m_outcome.unchanged, 5); // were solved already
        QVERIFY(m_outcome.refused.isEmpty());
        for (const TicketId id : ids(30))
            QCOMPARE(m_desk->row(id).head.state, StateId{5});
        QCOMPARE(m_desk->commands.size(), 25);
        QCOMPARE(progress.last().at(1).toInt(), 30);
    }

    void oneRefusalStopsNoOther()
    {
        QHash<TicketId, TicketRow> known;
        for (const TicketId id : ids(5))
            known.insert(id, m_desk->row(id));
        m_desk->change(TicketId{3}, [](TicketRow &row) { row.head.subject = QStringLiteral("x"); }); // a newer version
        QVector<TicketId> wanted = ids(5);
        wanted.append(TicketId{999}); // does not exist
        m_changer->run(wanted, TicketEdit::fields({FieldChange{TicketField::Queue, qint64(6), {}, {}}}), known);
        QTRY_COMPARE(m_finished, 1);
        QCOMPARE(m_outcome.done, 4);
        QCOMPARE(m_outcome.refused.size(), 2);
        const auto conflict = std::find_if(m_outcome.refused.cbegin(), m_outcome.refused.cend(),
                                           [](const auto &one) { return one.ticket == TicketId{3}; });
        QVERIFY(conflict != m_outcome.refused.cend() && !conflict->conflicts.isEmpty());
        QCOMPARE(conflict->number, m_desk->row(TicketId{3}).head.number);
    }

    void undoRestoresWhatWasThere()
    {
        QHash<TicketId, TicketHead> before;
        for (const TicketId id : ids(20))
            before.insert(id, m_desk->row(id).head);
        m_changer->run(
            ids(20), TicketEdit::fields({setState(5), FieldChange{TicketField::Tags, {}, {QStringLiteral("vip")}, {}}}),
            {});
        QTRY_COMPARE(m_finished, 1);
        QVERIFY(m_changer->canUndo());
        QVERIFY(m_changer->undo() != 0);
        QTRY_COMPARE(m_finished, 2);
        QVERIFY(m_outcome.wasUndo);
        for (const TicketId id : ids(20)) {
            QCOMPARE(m_desk->row(id).head.state, before.value(id).state);
            QCOMPARE(m_desk->row(id).head.tags, before.value(id).tags);
        }
        QVERIFY(!m_changer->canUndo());
    }

    void undoKeepsTagsThatWereThere()
    {
        m_desk->change(TicketId{1}, [](TicketRow &row) { row.head.tags = QStringList{QStringLiteral("vip")}; });
        m_changer->run(ids(2),
                       TicketEdit::fields(
                           {FieldChange{TicketField::Tags, {}, {QStringLiteral("vip"), QStringLiteral("gold")}, {}}}),
                       {});
        QTRY_COMPARE(m_finished, 1);
        m_changer->undo();
        QTRY_COMPARE(m_finished, 2);
        QCOMPARE(m_desk->row(TicketId{1}).head.tags, QStringList{QStringLiteral("vip")});
        QVERIFY(m_desk->row(TicketId{2}).head.tags.isEmpty());
    }

    void cancellingLeavesTheRestAlone()
    {
        m_desk->setPatient(true);
        const auto run = m_changer->run(ids(30), TicketEdit::read(true), {});
        m_desk->answerAll(); // the rows
        QTRY_VERIFY(m_desk->waiting() > 0);
        m_changer->cancel(run);
        m_desk->answerAll();
        QTRY_COMPARE(m_finished, 1);
        QVERIFY(m_outcome.cancelled);
        QVERIFY(m_outcome.done <= TicketChanger::commandsUnderWay);
        QVERIFY(m_desk->commands.size() <= TicketChanger::commandsUnderWay);
    }
};

QTEST_GUILESS_MAIN(TicketChangerTest)
#include "ticket_changer_test.moc"
