// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/dashboard_layout.h"
#include "models/reports/dashboard_presenter.h"
#include "models/reports/report_builder_presenter.h"
#include "models/reports/report_shelf_model.h"
#include "support/report_desk.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

/// When reports are asked, how dashboards are arranged and kept, and how a report is made.
class ReportsPresentersTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ReportDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;

    static bool areApart(const QVector<DashboardCard> &cards)
    {
        for (int a = 0; a < cards.size(); ++a) {
            for (int b = 0; b < a; ++b) {
                const QRect first(cards[a].column, cards[a].row, cards[a].width, cards[a].height);
                const QRect second(cards[b].column, cards[b].row, cards[b].width, cards[b].height);
                if (first.intersects(second))
                    return false;
            }
        }
        return true;
    }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>(sampleNow);
        m_desk = std::make_unique<ReportDesk>(sampleCatalog(), *m_clock);
        m_holder = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, *m_clock);
        m_holder->refresh();
        QTRY_VERIFY(m_holder->isReady());
    }

    void cleanup()
    {
        m_holder.reset();
        m_desk.reset();
        m_clock.reset();
    }

    void severalWishesAreOneQuestion()
    {
        ReportCardPresenter card(*m_desk, *m_holder);
        Report report;
        card.setReport(report);
        report.by = {ReportDimension::Queue};
        card.setReport(report);
        card.refresh();
        QTRY_COMPARE(int(card.state()), int(ReportCardPresenter::State::Ready));
        QCOMPARE(m_desk->asked.size(), 1);
        QCOMPARE(card.number(), QStringLiteral("9"));
        QCOMPARE(card.chart().pointCount(), 3);
        // How it is drawn is no other question.
        report.picture = ReportPicture::Table;
        card.setReport(report);
        QCOMPARE(int(card.state()), int(ReportCardPresenter::State::Ready));
        QTest::qWait(2 * ReportCardPresenter::pauseMs);
        QCOMPARE(m_desk->asked.size(), 1);
    }

    void itFollowsTheDeskOnlyWhileSomebodyLooks()
    {
        ReportCardPresenter card(*m_desk, *m_holder);
        card.setReport(Report{});
        QTRY_COMPARE(m_desk->asked.size(), 1);
        m_desk->tell(ChangeKind::ReadMarkSet);
        m_desk->tell(ChangeKind::TicketOpened);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->asked.size(), 2, 10'000);
        card.setActive(false);
        m_desk->tell(ChangeKind::TicketOpened);
        QTest::qWait(2 * ReportCardPresenter::leastLiveMs);
        QCOMPARE(m_desk->asked.size(), 2);
        card.setActive(true);
        QTRY_COMPARE(m_desk->asked.size(), 3);
    }

    void whatIsWrongIsSaid()
    {
        m_desk->answerReport = [](const ReportQuery &) {
            return Error{ErrorCode::Denied, QStringLiteral("test"), QStringLiteral("no"), {}};
        };
        ReportCardPresenter card(*m_desk, *m_holder);
        card.setReport(Report{});
        QTRY_COMPARE(int(card.state()), int(ReportCardPresenter::State::Failed));
        QVERIFY(card.failure().contains(QStringLiteral("compare people")));
        QVERIFY(!card.tickets(wholeReportKey));
        m_desk->answerReport = [](const ReportQuery &query) {
            ReportAnswer answer = ReportDesk::answerOf(query);
            answer.notCounted = 3;
            return answer;
        };
        card.refresh();
        QTRY_COMPARE(card.caveat(), QStringLiteral("3 change(s) not counted yet"));
    }

    void aPointIsAListOfItsTickets()
    {
        ReportCardPresenter card(*m_desk, *m_holder);
        Report report;
        report.by = {ReportDimension::Queue};
        card.setReport(report, QStringLiteral("By queue"));
        QTRY_COMPARE(int(card.state()), int(ReportCardPresenter::State::Ready));
        const auto tickets = card.tickets({1, 0});
        QVERIFY(tickets && tickets->counted);
        QCOMPARE(tickets->counted->keys, QVector<qint64>{2});
        QVERIFY(tickets->title.startsWith(QStringLiteral("By queue · ")));
    }

    void aFilterIsAboutAllCards()
    {
        ReportFilter filter;
        filter.queue = m_holder->catalog()->queues.first().id;
        filter.period = ReportPeriod{ReportSpan::Yesterday, 30, 0, 0};
        DashboardPresenter dashboard(*m_desk, *m_holder);
        dashboard.showBuiltin(BuiltinDashboard::Volume);
        dashboard.setFilter(filter);
        for (int card = 0; card < dashboard.cards().size(); ++card) {
            const Report &report = dashboard.card(card)->report();
            QCOMPARE(int(report.period.span), int(ReportSpan::Yesterday));
            QVERIFY(report.tickets == Condition::all({Condition::under(ConditionField::Queue, {filter.queue.value})}));
            QVERIFY(report.ticketsText.startsWith(QStringLiteral("queue:")));
        }
        QVERIFY(dashboard.cards().first().report.tickets.isEverything());
        QVERIFY(!dashboard.isChanged());
    }

    void aCardOfItsOwnTimeKeepsIt()
    {
        ReportFilter filter;
        filter.queue = m_holder->catalog()->queues.first().id;
        filter.period = ReportPeriod{ReportSpan::LastYear, 30, 0, 0};
        DashboardPresenter dashboard(*m_desk, *m_holder);
        dashboard.showBuiltin(BuiltinDashboard::Sla);
        dashboard.setFilter(filter);
        int own = 0;
        for (int card = 0; card < dashboard.cards().size(); ++card) {
            const Report &report = dashboard.card(card)->report();
            QVERIFY(!report.tickets.isEverything());
            if (dashboard.cards()[card].ownPeriod)
                QVERIFY(report.period == dashboard.cards()[card].report.period);
            else
                QVERIFY(report.period == *filter.period);
            own += dashboard.cards()[card].ownPeriod ? 1 : 0;
        }
        QCOMPARE(own, 5); // today, this week, this month, and what is at risk now
    }

    void theCurveIsAnotherQuestionThanTheNumber()
    {
        ReportCardPresenter card(*m_desk, *m_holder);
        Report report;
        report.measure = ReportMeasure::Resolution;
        report.statistic = ReportStatistic::Median;
        report.picture = ReportPicture::Histogram;
        card.setReport(report);
        QTRY_COMPARE(int(card.state()), int(ReportCardPresenter::State::Ready));
        const qsizetype asked = m_desk->asked.size();
        report.picture = ReportPicture::Number;
        card.setReport(report);
        QCOMPARE(int(card.state()), int(ReportCardPresenter::State::Ready));
        report.picture = ReportPicture::Survival;
        card.setReport(report);
        QTRY_COMPARE(int(card.state()), int(ReportCardPresenter::State::Ready));
        QCOMPARE(m_desk->asked.size(), asked + 1);
        QVERIFY(asksSurvival(m_desk->asked.last().report));
    }

    void cardsNeverCoverEachOther()
    {
        QRandomGenerator random(7);
        QVector<DashboardCard> cards;
        for (const BuiltinCard &card : builtinCards(BuiltinDashboard::Sla))
            cards.append(card.card);
        QVERIFY(areApart(cards));
        QCOMPARE(settledCards(cards), cards);
        for (int i = 0; i < 500; ++i) {
            const int card = int(random.bounded(cards.size()));
            cards = i % 2 ? withMovedCard(cards, card, int(random.bounded(12)), int(random.bounded(20)))
                          : withResizedCard(cards, card, int(random.bounded(1, 14)), int(random.bounded(1, 9)));
            QVERIFY(areApart(cards));
            for (const DashboardCard &each : std::as_const(cards)) {
                QVERIFY(each.column >= 0 && each.column + each.width <= dashboardColumns);
                QVERIFY(each.width >= leastCardWidth && each.height >= leastCardHeight);
            }
            QVERIFY(areApart(narrowedCards(cards, 8)));
            QVERIFY(areApart(narrowedCards(cards, 4)));
        }
    }

    void theProgramsDashboardBecomesOnesOwn()
    {
        DashboardPresenter dashboard(*m_desk, *m_holder);
        dashboard.showBuiltin(BuiltinDashboard::Speed);
        QVERIFY(!dashboard.mayChange());
        const int before = int(dashboard.cards().size());
        dashboard.removeCard(0);
        QVERIFY(dashboard.isChanged());
        QSignalSpy saved(&dashboard, &DashboardPresenter::saved);
        dashboard.save(QStringLiteral("My speed"));
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(m_desk->shelf.items.size(), 1);
        const ReportItem item = m_desk->shelf.items.first();
        QCOMPARE(item.name, QStringLiteral("My speed"));
        QCOMPARE(std::get<Dashboard>(item.content).cards.size(), before - 1);
        dashboard.showItem(item);
        QVERIFY(dashboard.mayChange());
        dashboard.moveCard(0, 5, 9);
        QVERIFY(dashboard.isChanged());
        dashboard.revert();
        QVERIFY(!dashboard.isChanged());
        QCOMPARE(dashboard.cards().size(), before - 1);
    }

    void theShelfHasHeadings()
    {
        ReportShelfModel model(*m_desk, *m_holder);
        QAbstractItemModelTester tester(&model);
        ReportItem item;
        item.name = QStringLiteral("ERP");
        item.owner = PersonId{1};
        item.content = Report{};
        model.save(item);
        QTRY_VERIFY(model.rowOf(QStringLiteral("item:1")) > 0);
        const int row = model.rowOf(QStringLiteral("item:1"));
        QVERIFY(model.index(row - 1).data(ReportShelfModel::SectionRole).toBool());
        QVERIFY(!(model.flags(model.index(row - 1)) & Qt::ItemIsSelectable));
        QCOMPARE(model.index(row).data().toString(), QStringLiteral("ERP"));
        model.remove(ReportItemId{1});
        QTRY_COMPARE(model.rowOf(QStringLiteral("item:1")), -1);
    }

    void aReportBeingMadeCanAlwaysBeAsked()
    {
        ReportBuilderPresenter builder(*m_desk, *m_holder);
        builder.setReport(Report{}, {});
        for (int measure = 0; measure < reportMeasureCount; ++measure) {
            builder.setMeasure(ReportMeasure(measure));
            QVERIFY2(builder.isValid(), qPrintable(builder.problem()));
            for (const ReportDimension first : builder.splits(0)) {
                builder.setSplit(0, first);
                for (const ReportDimension second : builder.splits(1)) {
                    builder.setSplit(1, second);
                    QVERIFY2(builder.isValid(), qPrintable(builder.problem()));
                    QVERIFY(builder.pictures().contains(builder.report().picture));
                }
                builder.setSplit(1, std::nullopt);
            }
        }
        builder.setTickets(QStringLiteral("queue:"));
        QVERIFY(builder.ticketsProblem());
        QVERIFY(!builder.isValid());
        builder.setTickets(QStringLiteral("owner:me"));
        QVERIFY(!builder.ticketsProblem());
        QVERIFY(!builder.isValid());
        builder.setTickets(QStringLiteral("subject:erp"));
        QVERIFY(builder.isValid());
        QTRY_COMPARE(builder.preview().report().ticketsText, QStringLiteral("subject:erp"));
    }
};

QTEST_GUILESS_MAIN(ReportsPresentersTest)
#include "reports_presenters_test.moc"
