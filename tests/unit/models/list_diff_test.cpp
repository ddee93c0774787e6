// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_diff.h"
#include "models/list_layout.h"
#include "support/nightly.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace deskhand;

namespace {

QVector<TicketId> idsFrom(const QVector<int> &numbers)
{
    QVector<TicketId> ids;
    for (const int number : numbers)
        ids.append(TicketId{number});
    return ids;
}

QVector<TicketId> played(QVector<TicketId> list, const ListDiff &diff, const QVector<TicketId> &target)
{
    for (const ListStep &step : diff.steps)
        list = afterStep(list, step,
                         step.kind == ListStep::Kind::Insert ? target.mid(step.at, step.count) : QVector<TicketId>());
    return list;
}

} // namespace

class ListDiffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalListsNeedNothing()
    {
        const ListDiff diff = diffLists(idsFrom({1, 2, 3}), idsFrom({1, 2, 3}), {});
        QVERIFY(diff.possible);
        QVERIFY(diff.steps.isEmpty());
    }

    void aSuspectMovesInOneStep()
    {
        const ListDiff diff = diffLists(idsFrom({1, 2, 3, 4}), idsFrom({4, 1, 2, 3}), {TicketId{4}});
        QVERIFY(diff.possible);
        QCOMPARE(diff.steps, (QVector<ListStep>{{ListStep::Kind::Move, 3, 1, 0}}));
    }

    void neighboursLeaveInOneStep()
    {
        const ListDiff diff = diffLists(idsFrom({1, 2, 3, 4}), idsFrom({1, 4}), {TicketId{2}, TicketId{3}});
        QCOMPARE(diff.steps, (QVector<ListStep>{{ListStep::Kind::Remove, 1, 2, 0}}));
    }

    void unknownDifferencesAreFoundInShortLists()
    {
        const ListDiff diff = diffLists(idsFrom({1, 2, 3}), idsFrom({1, 9, 3}), {});
        QVERIFY(diff.possible);
        QCOMPARE(played(idsFrom({1, 2, 3}), diff, idsFrom({1, 9, 3})), idsFrom({1, 9, 3}));
    }

    void aShuffleIsNotPossible()
    {
        QVector<TicketId> before;
        for (int i = 1; i <= 1000; ++i)
            before.append(TicketId{i});
        QVector<TicketId> after = before;
        std::reverse(after.begin(), after.end());
        QVERIFY(!diffLists(before, after, QSet<TicketId>(before.cbegin(), before.cend())).possible);
    }

    void randomStepsLeadToTheTarget()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < test::randomRounds(3000); ++round) {
            const int size = random.bounded(30);
            QVector<TicketId> before;
            for (int i = 0; i < size; ++i)
                before.append(TicketId{i % 9 == 8 ? -i : i + 1});
            QVector<TicketId> after = before;
            QSet<TicketId> suspects;
            for (int edits = random.bounded(6); edits > 0; --edits) {
                const int kind = random.bounded(3);
                if (kind == 0 && !after.isEmpty()) {
                    suspects.insert(after.takeAt(random.bounded(int(after.size()))));
                } else if (kind == 1) {
                    const TicketId fresh{1000 + round * 10 + edits};
                    suspects.insert(fresh);
                    after.insert(random.bounded(int(after.size()) + 1), fresh);
                } else if (!after.isEmpty()) {
                    const TicketId moved = after.takeAt(random.bounded(int(after.size())));
                    suspects.insert(moved);
                    after.insert(random.bounded(int(after.size()) + 1), moved);
                }
            }
            const ListDiff diff = diffLists(before, after, suspects);
            QVERIFY(diff.possible);
            QCOMPARE(played(before, diff, after), after);
        }
    }

    void theHeldTicketStandsWhereItStood()
    {
        using list_layout::withHeld;
        // 3 moved to the top and 2 changed as well: 3 stays after 1.
        QCOMPARE(withHeld(idsFrom({1, 2, 3, 4}), idsFrom({3, 2, 1, 4}), TicketId{3}, {TicketId{2}, TicketId{3}}),
                 idsFrom({2, 1, 3, 4}));
        // It is not in the list any more, and neither is what stood above it.
        QCOMPARE(withHeld(idsFrom({1, 2, 3}), idsFrom({3}), TicketId{2}, {TicketId{1}, TicketId{2}}), idsFrom({2, 3}));
        QCOMPARE(withHeld(idsFrom({2}), {}, TicketId{2}, {TicketId{2}}), idsFrom({2}));
    }
};

QTEST_GUILESS_MAIN(ListDiffTest)
#include "list_diff_test.moc"
