// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_memory.h"
#include "models/ticket_list_model.h"
#include "support/fake_desk.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"
#include "support/shell_fixture.h"
#include "widgets/list/column_layout.h"
#include "widgets/list/ticket_list_view.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

class TicketListViewTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ShellFixture> m_shell;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;
    std::unique_ptr<TicketListModel> m_model;
    std::unique_ptr<ListMemory> m_memory;
    std::unique_ptr<TicketListView> m_view;

    void show(const QString &key, int tickets, std::optional<ListColumn> groupBy = {})
    {
        for (int n = 0; n < tickets; ++n)
            m_desk->add(sampleTicket(n));
        for (ListSpec spec : ownViewSpecs()) {
            if (spec.key != key)
                continue;
            spec.groupBy = groupBy;
            m_model->show(spec);
            m_view->applySpec();
        }
        QTRY_COMPARE(m_model->state(), TicketListModel::State::Ready);
        m_view->setFocus();
        QTRY_VERIFY(m_view->hasFocus());
    }

    int yOf(TicketId id) const { return m_view->rowViewportPosition(m_model->rowOf(id)); }
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_view.get(), pressed, modifiers);
    }

    void point(int row)
    {
        const QPoint at(200, m_view->rowViewportPosition(row) + 10);
        QMouseEvent move(QEvent::MouseMove, QPointF(at), m_view->viewport()->mapToGlobal(at), Qt::NoButton, {}, {});
        QApplication::sendEvent(m_view->viewport(), &move);
    }

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<ShellFixture>();
        m_clock = std::make_unique<ManualClock>(sampleNow);
        m_desk = std::make_unique<FakeDesk>(sampleCatalog(), *m_clock);
        m_holder = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, *m_clock);
        m_holder->refresh();
        QTRY_VERIFY(m_holder->isReady());
        m_model = std::make_unique<TicketListModel>(*m_desk, *m_holder);
        m_memory = std::make_unique<ListMemory>(m_shell->settings);
        m_view = std::make_unique<TicketListView>(*m_model, *m_memory, m_shell->theme);
        m_view->resize(420, 600);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->activateWindow();
    }

    void cleanup()
    {
        m_view.reset();
        m_model.reset();
        m_holder.reset();
    }

    void movesByKeyboardOverHeadings()
    {
        show(QStringLiteral("all"), 30, ListColumn::State);
        QVERIFY(m_model->isGroupRow(0));
        key(Qt::Key_Down);
        QCOMPARE(m_view->currentTicket(), m_model->ticketAt(1));
        for (int i = 0; i < 5; ++i)
            key(Qt::Key_Down);
        QCOMPARE(m_view->currentIndex().row(), 7); // row 6 is a heading
        key(Qt::Key_Up);
        QCOMPARE(m_view->currentIndex().row(), 5);
        key(Qt::Key_End);
        QCOMPARE(m_view->currentIndex().row(), m_model->rowCount() - 1);
        key(Qt::Key_Home);
        QCOMPARE(m_view->currentIndex().row(), 1);
        key(Qt::Key_PageDown);
        QVERIFY(m_view->currentTicket().isValid() && m_view->currentIndex().row() > 4);
    }

    void enterOpens()
    {
        show(QStringLiteral("all"), 5);
        QSignalSpy opened(m_view.get(), &TicketListView::ticketOpened);
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<TicketId>(), m_model->ticketAt(0));
    }

    void marksStayWhileMoving()
    {
        show(QStringLiteral("all"), 20);
        key(Qt::Key_Down);
        key(Qt::Key_Space);
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        key(Qt::Key_Space);
        QCOMPARE(m_view->markedTickets(), (QVector<TicketId>{m_model->ticketAt(0), m_model->ticketAt(2)}));
        QCOMPARE(m_view->targetTickets(), m_view->markedTickets());
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_view->markedCount(), 4);
        key(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(m_view->markedCount(), 3);
        m_view->clearMarks();
        QCOMPARE(m_view->targetTickets(), QVector<TicketId>{m_view->currentTicket()});
    }

    void marksByMouse()
    {
        show(QStringLiteral("all"), 20);
        const auto click = [this](int row, int x, Qt::KeyboardModifiers modifiers = {}) {
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers,
                              QPoint(x, m_view->rowViewportPosition(row) + 10));
        };
        click(1, 200);
        QCOMPARE(m_view->currentIndex().row(), 1);
        QCOMPARE(m_view->markedCount(), 0);
        click(3, 10); // on the box
        QCOMPARE(m_view->markedTickets(), QVector<TicketId>{m_model->ticketAt(3)});
        QCOMPARE(m_view->currentIndex().row(), 1);
        click(5, 200, Qt::ControlModifier);
        QCOMPARE(m_view->markedCount(), 2);
        click(2, 200);
        QCOMPARE(m_view->markedCount(), 0);
        click(6, 200, Qt::ShiftModifier);
        QCOMPARE(m_view->markedCount(), 5);
    }

    void marksAndCurrentSurviveAReset()
    {
        show(QStringLiteral("open"), 60);
        const TicketId current = m_model->ticketAt(4);
        QVERIFY(m_view->setCurrentTicket(current));
        m_view->toggleMark();
        const QVector<TicketId> marked = m_view->markedTickets();
        ListSpec spec = m_model->spec();
        spec.sort = {ListColumn::Number, true};
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->show(spec);
        QTRY_COMPARE(reset.size(), 1);
        QCOMPARE(m_view->currentTicket(), current);
        QCOMPARE(m_view->markedTickets(), marked);
    }

    void whatIsLookedAtStaysInItsPlace()
    {
        show(QStringLiteral("all"), 200);
        m_view->verticalScrollBar()->setValue(20 * m_view->rowHeight(0) + 7);
        const TicketId seen = m_model->ticketAt(m_view->rowAt(100));
        const int y = yOf(seen);
        for (int n = 0; n < 3; ++n) {
            TicketRow fresh = sampleTicket(900 + n);
            fresh.head.updatedAt = sampleNow + n;
            m_desk->open(fresh);
        }
        QTRY_COMPARE(m_model->rowCount(), 203);
        QCOMPARE(yOf(seen), y);
    }

    /// Changes of other clients come without rows: what moves is found by asking.
    void whatOthersDoMovesNothingThatIsLookedAt()
    {
        show(QStringLiteral("all"), 200);
        m_view->verticalScrollBar()->setValue(40 * m_view->rowHeight(0) + 7);
        const TicketId seen = m_model->ticketAt(m_view->rowAt(100));
        const TicketId current = m_model->ticketAt(m_view->rowAt(150));
        m_view->setCurrentTicket(current);
        const int y = yOf(seen);
        for (int n = 0; n < 5; ++n) {
            const TicketId below = m_model->ticketAt(120 + 7 * n);
            m_desk->change(
                below, [n](TicketRow &row) { row.head.updatedAt = sampleNow + 10 + n; }, ChangeKind::ArticlePosted,
                PersonId{2}, false);
        }
        const auto firstUpdated = [this] {
            const TicketRow *first = m_model->peek(m_model->ticketAt(0));
            return first ? first->head.updatedAt : 0; // its page may have been dropped, far away from what is shown
        };
        QTRY_COMPARE(firstUpdated(), sampleNow + 14);
        QCOMPARE(yOf(seen), y);
        QCOMPARE(m_model->ticketAt(m_view->currentIndex().row()), current);
    }

    void newTicketsAreSeenAtTheTop()
    {
        show(QStringLiteral("all"), 200);
        TicketRow fresh = sampleTicket(900);
        fresh.head.updatedAt = sampleNow + 1;
        const TicketId added = m_desk->open(fresh);
        QTRY_COMPARE(m_model->rowOf(added), 0);
        QCOMPARE(yOf(added), 0);
    }

    void nothingMovesUnderThePointer()
    {
        show(QStringLiteral("all"), 200);
        point(3);
        const TicketId pointed = m_model->ticketAt(3);
        const int y = yOf(pointed);
        m_desk->change(pointed, [](TicketRow &row) { row.head.updatedAt = sampleNow + 50; });
        TicketRow fresh = sampleTicket(900);
        fresh.head.updatedAt = sampleNow + 10;
        m_desk->open(fresh);
        QTRY_VERIFY(m_desk->listQuestions >= 2);
        QTest::qWait(60);
        QCOMPARE(yOf(pointed), y);
        // Whoever uses the keyboard does not point.
        key(Qt::Key_Down);
        QTRY_COMPARE(m_model->rowOf(pointed), 0);
        QCOMPARE(m_model->rowCount(), 201);
    }

    void theNeighbourIsNextWhenTheCurrentTicketLeaves()
    {
        show(QStringLiteral("open"), 60);
        QVERIFY(m_view->setCurrentTicket(m_model->ticketAt(5)));
        const TicketId left = m_view->currentTicket();
        const TicketId next = m_model->ticketAt(6);
        QSignalSpy leaving(m_view.get(), &TicketListView::currentTicketLeft);
        QSignalSpy moving(m_view.get(), &TicketListView::currentTicketChanged);
        m_desk->change(left, [](TicketRow &row) { row.head.state = StateId{5}; });
        QTRY_COMPARE(leaving.size(), 1);
        QCOMPARE(leaving.first().at(0).value<TicketId>(), left);
        QCOMPARE(leaving.first().at(1).value<TicketId>(), next);
        QCOMPARE(m_view->currentTicket(), next);
        QCOMPARE(moving.size(), 0);
    }

    void aListComesBackWhereItWasLeft()
    {
        show(QStringLiteral("all"), 200);
        m_view->setCurrentTicket(m_model->ticketAt(50));
        const int place = m_view->verticalScrollBar()->value() / m_view->rowHeight(0);
        QVERIFY(place > 20);
        const TicketId current = m_view->currentTicket();
        const QVector<ListSpec> specs = ownViewSpecs();
        for (const QString &key : {QStringLiteral("mine"), QStringLiteral("all")}) {
            QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
            m_model->show(
                *std::find_if(specs.cbegin(), specs.cend(), [&key](const ListSpec &spec) { return spec.key == key; }));
            m_view->applySpec();
            QTRY_COMPARE(reset.size(), 1);
        }
        QCOMPARE(m_view->currentTicket(), current);
        QCOMPARE(m_view->verticalScrollBar()->value() / m_view->rowHeight(0), place);
    }

    void lessImportantColumnsGiveWay()
    {
        show(QStringLiteral("all"), 5);
        ListSpec spec = m_model->spec();
        spec.density = ListDensity::OneLine;
        m_model->restyle(spec);
        m_view->applySpec();
        const auto shown = [this](ListColumn column) { return !m_view->isColumnHidden(int(column)); };
        m_view->resize(1400, 400);
        QTRY_VERIFY(shown(ListColumn::Updated) && shown(ListColumn::Queue));
        m_view->resize(420, 400);
        QTRY_VERIFY(!shown(ListColumn::Queue));
        QVERIFY(shown(ListColumn::Subject) && shown(ListColumn::Due));
        QVERIFY(m_view->columnWidth(int(ListColumn::Subject)) >= ColumnLayout::leastSubjectWidth);
        QCOMPARE(m_model->spec().columns, defaultListColumns()); // they are only hidden
        // A width chosen by hand is kept.
        m_view->resize(1400, 400);
        QTRY_VERIFY(shown(ListColumn::Owner));
        m_view->horizontalHeader()->resizeSection(int(ListColumn::Owner), 222);
        QCOMPARE(m_memory->columnWidth(spec.key, ListColumn::Owner), 222);
        // And so is an order.
        QSignalSpy reordered(m_view.get(), &TicketListView::columnsChanged);
        QHeaderView *header = m_view->horizontalHeader();
        header->moveSection(header->visualIndex(int(ListColumn::Owner)), 0);
        QCOMPARE(reordered.last().first().value<QVector<ListColumn>>().first(), ListColumn::Owner);
    }

    void aHeadingCollapsesItsGroup()
    {
        show(QStringLiteral("all"), 30, ListColumn::State);
        const int rows = m_model->rowCount();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(100, 10));
        QCOMPARE(m_model->rowCount(), rows - 5);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(100, 10));
        QCOMPARE(m_model->rowCount(), rows);
    }
};

QTEST_MAIN(TicketListViewTest)
#include "ticket_list_view_test.moc"
