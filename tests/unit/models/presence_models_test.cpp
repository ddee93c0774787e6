// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presence_board.h"
#include "models/presence_presenter.h"
#include "models/ticket_list_model.h"
#include "support/fake_desk.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QSignalSpy>
#include <QtTest>

#include <memory>

namespace deskhand {
namespace {

constexpr TicketId first{1};
constexpr TicketId second{2};
constexpr PersonId me{1};
constexpr PersonId anna{2};
constexpr PersonId jonas{3};

Presence there(TicketId ticket, PersonId person, PresenceKind kind, const QUuid &client = QUuid::createUuid())
{
    return Presence{ticket, person, client, kind, 1000};
}

QSet<TicketId> ticketsOf(const QSignalSpy &spy, int index)
{
    return spy.at(index).first().value<QSet<TicketId>>();
}

} // namespace

/// Who is where, as people are told; and what is told of this person.
class PresenceModelsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;

    QString name(PersonId person) const { return displayName(*m_holder->catalog()->agent(person)); }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<QSet<TicketId>>("QSet<deskhand::TicketId>"); }
    void init()
    {
        m_clock = std::make_unique<ManualClock>(test::sampleNow);
        m_desk = std::make_unique<test::FakeDesk>(test::sampleCatalog(), *m_clock);
        m_holder = std::make_unique<CatalogHolder>(*m_desk, me, *m_clock);
        m_holder->refresh();
        QTRY_VERIFY(m_holder->isReady());
    }

    void everybodyIsThereOnceAndWritersFirst()
    {
        const PresenceBoard board(*m_desk, *m_holder);
        Q_EMIT m_desk->presenceChanged(
            {there(first, anna, PresenceKind::Viewing), there(first, anna, PresenceKind::Viewing),
             there(first, jonas, PresenceKind::Writing), there(second, anna, PresenceKind::Viewing),
             there(second, anna, PresenceKind::Writing)});
        const QVector<PresentColleague> inFirst{{jonas, name(jonas), PresenceKind::Writing},
                                                {anna, name(anna), PresenceKind::Viewing}};
        QCOMPARE(board.in(first), inFirst);
        const QVector<PresentColleague> inSecond{{anna, name(anna), PresenceKind::Writing}};
        QCOMPARE(board.in(second), inSecond);
        QVERIFY(board.in(TicketId{99}).isEmpty());
    }

    void oneselfAndStrangersAreNotShown()
    {
        const PresenceBoard board(*m_desk, *m_holder);
        Q_EMIT m_desk->presenceChanged(
            {there(first, me, PresenceKind::Writing), there(first, PersonId{4711}, PresenceKind::Writing)});
        QVERIFY(board.in(first).isEmpty());
    }

    void onlyTicketsThatDifferAreNamed()
    {
        const PresenceBoard board(*m_desk, *m_holder);
        QSignalSpy changed(&board, &PresenceBoard::changed);
        const Presence inFirst = there(first, anna, PresenceKind::Viewing);
        Q_EMIT m_desk->presenceChanged({inFirst});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(ticketsOf(changed, 0), QSet<TicketId>{first});
        Presence later = inFirst;
        later.since += 5;
        Q_EMIT m_desk->presenceChanged({later}); // nothing that anybody sees
        QCOMPARE(changed.size(), 1);
        Q_EMIT m_desk->presenceChanged({inFirst, there(second, jonas, PresenceKind::Writing)});
        QCOMPARE(ticketsOf(changed, 1), QSet<TicketId>{second});
        Q_EMIT m_desk->presenceChanged({});
        QCOMPARE(ticketsOf(changed, 2), (QSet<TicketId>{first, second}));
    }

    void whatIsSaid()
    {
        const PresentColleague a{PersonId{5}, QStringLiteral("Anna Berg"), PresenceKind::Writing};
        const PresentColleague b{PersonId{6}, QStringLiteral("Ben Cole"), PresenceKind::Viewing};
        const PresentColleague c{PersonId{7}, QStringLiteral("Cy Dent"), PresenceKind::Viewing};
        const PresentColleague d{PersonId{8}, QStringLiteral("Di Ek"), PresenceKind::Viewing};
        QCOMPARE(PresenceBoard::words({}), QString());
        QCOMPARE(PresenceBoard::words({a}), QStringLiteral("Anna Berg is writing a reply"));
        QCOMPARE(PresenceBoard::words({b}), QStringLiteral("Ben Cole is looking at this"));
        QCOMPARE(PresenceBoard::words({b, c}), QStringLiteral("Ben Cole and Cy Dent are looking at this"));
        QCOMPARE(PresenceBoard::words({a, b, c, d}),
                 QStringLiteral("Anna Berg is writing a reply · Ben Cole and 2 other(s) are looking at this"));
    }

    void aRowOfTheListSaysIt()
    {
        m_desk->add(test::sampleTicket(1));
        const TicketId ticket = m_desk->add(test::sampleTicket(2));
        const PresenceBoard board(*m_desk, *m_holder);
        TicketListModel model(*m_desk, *m_holder);
        model.setPresence(board);
        ListSpec spec;
        spec.key = QStringLiteral("all");
        model.show(spec);
        QTRY_COMPARE(model.ticketCount(), 2);
        QTRY_VERIFY(model.rowAt(model.rowOf(ticket)));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy moved(&model, &TicketListModel::rearranged);
        Q_EMIT m_desk->presenceChanged({there(ticket, anna, PresenceKind::Writing)});
        QCOMPARE(changed.size(), 1);
        const int row = model.rowOf(ticket);
        QCOMPARE(changed.first().first().toModelIndex().row(), row);
        QCOMPARE(model.present(ticket).size(), 1);
        const QString spoken = model.index(row, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.endsWith(name(anna) + QStringLiteral(" is writing a reply")), qPrintable(spoken));
        QVERIFY(moved.isEmpty());
    }

    void whatIsOpenIsTold()
    {
        {
            PresencePresenter presenter(*m_desk, *m_holder);
            presenter.setTicket(first);
            QTRY_COMPARE(m_desk->shownPresence, (QVector<PresenceSign>{{first, PresenceKind::Viewing}}));
            presenter.noteWriting();
            QTRY_COMPARE(m_desk->shownPresence, (QVector<PresenceSign>{{first, PresenceKind::Writing}}));
            presenter.endWriting();
            QTRY_COMPARE(m_desk->shownPresence, (QVector<PresenceSign>{{first, PresenceKind::Viewing}}));
            presenter.noteWriting();
            presenter.setTicket(second);
            QTRY_COMPARE(m_desk->shownPresence, (QVector<PresenceSign>{{second, PresenceKind::Viewing}}));
        }
        QVERIFY(m_desk->shownPresence.isEmpty());
    }

    void whoRestsWritesNoLonger()
    {
        PresencePresenter presenter(*m_desk, *m_holder, nullptr, 600);
        presenter.setTicket(first);
        presenter.noteWriting();
        QTRY_COMPARE(m_desk->shownPresence, (QVector<PresenceSign>{{first, PresenceKind::Writing}}));
        QTRY_COMPARE(m_desk->shownPresence, (QVector<PresenceSign>{{first, PresenceKind::Viewing}}));
    }

    void steppingThroughTicketsIsToldOnce()
    {
        int told = 0;
        PresencePresenter presenter(*m_desk, *m_holder);
        for (int i = 1; i <= 20; ++i) {
            presenter.setTicket(TicketId{i});
            QCoreApplication::processEvents();
            told += m_desk->shownPresence.isEmpty() ? 0 : 1;
        }
        QCOMPARE(told, 0);
        QTRY_COMPARE(m_desk->shownPresence, (QVector<PresenceSign>{{TicketId{20}, PresenceKind::Viewing}}));
    }
};

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::PresenceModelsTest)
#include "presence_models_test.moc"
