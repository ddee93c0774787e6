// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla/calendar_presenter.h"
#include "models/sla/impact_presenter.h"
#include "models/sla/policy_presenter.h"
#include "models/sla/sla_list_models.h"
#include "models/sla/sla_setup_words.h"
#include "models/sla/sla_trial.h"
#include "models/sla/week_frames.h"
#include "support/sla_desk.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

class SlaSetupModelsTest : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 minute = 60'000;
    static constexpr qint64 hour = 60 * minute;

    struct Setup {
        ManualClock clock{1'700'000'000'000}; // Tuesday, 14 November 2023, 22:13 UTC
        SlaDesk desk{clock};
        CatalogHolder catalog{desk, PersonId{1}, clock};
        TaskList tasks;
        SlaOverview overview{desk, catalog, tasks};
        ScriptedFeedReader reader;

        Setup()
        {
            catalog.refresh();
            wait();
        }
        static void wait()
        {
            for (int turn = 0; turn < 4; ++turn)
                QTest::qWait(0);
        }
    };

    static Instant berlin(int day, int hours, int minutes = 0)
    {
        return QDateTime(QDate(2026, 3, day), QTime(hours, minutes), QTimeZone("Europe/Berlin")).toMSecsSinceEpoch();
    }
    static int countOf(const WorkingWeek &week, int day)
    {
        int count = 0;
        for (int at = 0; at < 1440; ++at)
            count += isWorking(week, day, at) ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void framesAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("written");
        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("hours") << u"9-17"_s << u"09:00–17:00"_s;
        QTest::newRow("two") << u"13:00-17:00, 9:00 - 12:00"_s << u"09:00–12:00, 13:00–17:00"_s;
        QTest::newRow("night") << u"22:00–06:00"_s << u"22:00–06:00"_s;
        QTest::newRow("all day") << u"0-24"_s << u"00:00–24:00"_s;
        QTest::newRow("to the minute") << u"08:07-08:08"_s << u"08:07–08:08"_s;
    }

    void framesAreReadAsTheyAreWritten()
    {
        QFETCH(QString, typed);
        QFETCH(QString, written);
        const auto frames = framesFromText(typed);
        QVERIFY(frames);
        QCOMPARE(framesText(*frames), written);
        QCOMPARE(framesFromText(written), frames);
    }

    void whatAreNoFrames_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *text : {"9", "9-", "9-25", "24-8", "9:60-10", "9-12,11-13", "nine to five", "9-12-13"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void whatAreNoFrames()
    {
        QFETCH(QString, typed);
        QVERIFY(!framesFromText(typed));
    }

    void paintingIsWhatEachMinuteSays()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 200; ++round) {
            WorkingWeek week;
            std::array<std::array<bool, 1440>, 7> wanted{};
            for (int stroke = 0; stroke < 12; ++stroke) {
                const int day = random.bounded(7);
                const int from = random.bounded(1440);
                const int to = from + 1 + random.bounded(1440 - from);
                const bool working = random.bounded(3) != 0;
                paintWeek(&week, day, from, to, working);
                std::fill(wanted[std::size_t(day)].begin() + from, wanted[std::size_t(day)].begin() + to, working);
            }
            for (int day = 0; day < 7; ++day) {
                for (int at = 0; at < 1440; ++at)
                    QCOMPARE(isWorking(week, day, at), wanted[std::size_t(day)][std::size_t(at)]);
            }
            BusinessCalendar calendar;
            calendar.zone = "UTC";
            calendar.week = week;
            for (const CalendarProblem &problem : problemsOf(calendar))
                QCOMPARE(problem.code, u"no-working-time"_s);
        }
    }

    void aNightShiftIsCutWhereItIsSeen()
    {
        WorkingWeek week;
        week[0] = {{1320, 1800}}; // Monday 22:00 to Tuesday 06:00
        QCOMPARE(countOf(week, 1), 360);
        paintWeek(&week, 1, 120, 180, false);
        QCOMPARE(countOf(week, 1), 300);
        QCOMPARE(framesText(week[0]), u"22:00–02:00"_s);
        QCOMPARE(framesText(week[1]), u"03:00–06:00"_s);
        paintWeek(&week, 1, 0, 60, true); // is already
        QCOMPARE(framesText(week[1]), u"03:00–06:00"_s);
    }

    void weeksInOneLine()
    {
        WorkingWeek week = defaultCalendar({}, "UTC").week;
        const QLocale english(u"en_US"_s);
        QCOMPARE(weekText(week, english), u"Mon–Fri 09:00–17:00"_s);
        week[5] = {{600, 720}};
        QCOMPARE(weekText(week, english), u"Mon–Fri 09:00–17:00 · Sat 10:00–12:00"_s);
        QCOMPARE(weekText({}, english), u"never"_s);
        QCOMPARE(weekText(roundTheClock().week, english), u"around the clock"_s);
        QCOMPARE(minutesOfWeek(week), 5 * 480 + 120);
    }

    void holidaysInWords()
    {
        const QLocale english(u"en_US"_s);
        Holiday day;
        day.kind = Holiday::Kind::YearlyRange;
        day.month = 12;
        day.day = 24;
        day.untilMonth = 1;
        day.untilDay = 2;
        QCOMPARE(SlaSetupWords::holiday(day, english), u"24 December to 2 January every year"_s);
        QCOMPARE(SlaSetupWords::nextDate(day, QDate(2026, 1, 2)), QDate(2026, 1, 2));
        QCOMPARE(SlaSetupWords::nextDate(day, QDate(2026, 1, 3)), QDate(2026, 12, 24));
        day.kind = Holiday::Kind::NthWeekday;
        day.month = 9;
        day.weekday = 1;
        day.nth = 1;
        QCOMPARE(SlaSetupWords::holiday(day, english), u"first Monday of September"_s);
        day.kind = Holiday::Kind::Easter;
        day.offset = -2;
        day.confirmed = false; // is shown all the same
        QVERIFY(SlaSetupWords::holiday(day, english).startsWith(u"Good Friday"_s));
        QCOMPARE(SlaSetupWords::nextDate(day, QDate(2026, 1, 1)), QDate(2026, 4, 3));
        day.kind = Holiday::Kind::Date;
        day.from = QDate(2020, 1, 1);
        QVERIFY(!SlaSetupWords::nextDate(day, QDate(2026, 1, 1)).isValid());
        QCOMPARE(SlaSetupWords::closedPart(day), QString());
        day.closedFrom = 720;
        QCOMPARE(SlaSetupWords::closedPart(day), u"12:00–24:00"_s);
    }

    void aCalendarIsKnownByItsNameAndItsUsers()
    {
        Setup setup;
        const CalendarId first = setup.desk.addCalendar(u"Office"_s);
        Queue queue = *setup.desk.now()->queue(QueueId{2});
        queue.calendar = first;
        setup.overview.saveQueue(queue);
        Setup::wait();
        CalendarPresenter presenter(setup.overview, setup.reader);
        presenter.begin();
        QCOMPARE(presenter.problems(), QStringList{u"The calendar needs a name."_s});
        presenter.setName(u"office"_s);
        QVERIFY(presenter.problems().join(u' ').contains(u"already"_s));
        presenter.edit(setup.catalog.catalog()->calendars.first());
        QVERIFY(presenter.problems().isEmpty());
        QCOMPARE(presenter.users(), QStringList{u"queue Network"_s});
        presenter.setName(u"Main office"_s);
        QVERIFY(presenter.isChanged() && presenter.onlyNameChanged());
        presenter.paint(5, 600, 660, true);
        QVERIFY(!presenter.onlyNameChanged());
        presenter.setZone("Europe/Nowhere");
        QVERIFY(presenter.problems().join(u' ').contains(u"Europe/Nowhere"_s));
        QVERIFY(presenter.preview().isEmpty());
    }

    void whatIsPreviewedIsWhatIsEdited()
    {
        Setup setup;
        CalendarPresenter presenter(setup.overview, setup.reader);
        presenter.beginLike(defaultCalendar(u"Office"_s, "Europe/Berlin"));
        QCOMPARE(presenter.preview().size(), CalendarPresenter::previewDays);
        QCOMPARE(presenter.preview().first().date, QDate(2023, 11, 14));
        presenter.setZone("Pacific/Auckland"); // it is the next day there
        QCOMPARE(presenter.preview().first().date, QDate(2023, 11, 15));
    }

    void policiesPromiseWhatIsTyped()
    {
        Setup setup;
        PolicyPresenter presenter(setup.overview);
        presenter.begin();
        QCOMPARE(presenter.problems(), QStringList{u"The policy needs a name."_s});
        presenter.setName(u"Standard"_s);
        QVERIFY(presenter.problems().isEmpty());
        QCOMPARE(presenter.amountText(SlaTargetKind::Resolution, PriorityId{1}), u"1h"_s);
        QCOMPARE(presenter.amountText(SlaTargetKind::Resolution, PriorityId{3}), u"0wd"_s);
        presenter.setAmountText(SlaTargetKind::Resolution, PriorityId{1}, u"90m calendar"_s);
        QCOMPARE(presenter.policy().target(SlaTargetKind::Resolution)->amountFor(PriorityId{1}),
                 (TimeAmount{TimeBasis::Calendar, 90 * minute}));
        presenter.setAmountText(SlaTargetKind::Update, PriorityId{2}, u"later"_s);
        QVERIFY(!presenter.isPromised(SlaTargetKind::Update));
        QCOMPARE(presenter.amountText(SlaTargetKind::Update, PriorityId{2}), u"later"_s);
        QCOMPARE(presenter.problems().size(), 1);
        QVERIFY(presenter.problems().first().contains(u"High"_s));
        presenter.setAmountText(SlaTargetKind::Update, PriorityId{2}, u"1wd"_s);
        QVERIFY(presenter.problems().isEmpty());
        QVERIFY(presenter.isPromised(SlaTargetKind::Update));
        // Targets stand in their usual order.
        QCOMPARE(presenter.policy().targets.at(1).kind, SlaTargetKind::Update);
    }

    void aClearedTargetComesBackAsItWas()
    {
        Setup setup;
        PolicyPresenter presenter(setup.overview);
        presenter.begin();
        SlaTarget target = presenter.target(SlaTargetKind::Resolution);
        target.atLeast = 17 * minute;
        presenter.setTarget(target);
        const QVector<SlaPriorityAmount> amounts = target.amounts;
        presenter.setAmountText(SlaTargetKind::Resolution, {}, {});
        for (const SlaPriorityAmount &one : amounts)
            presenter.setAmountText(SlaTargetKind::Resolution, one.priority, {});
        QVERIFY(!presenter.isPromised(SlaTargetKind::Resolution));
        presenter.setAmountText(SlaTargetKind::Resolution, PriorityId{1}, u"2h"_s);
        QCOMPARE(presenter.target(SlaTargetKind::Resolution).atLeast, 17 * minute);
        QCOMPARE(presenter.amountText(SlaTargetKind::Resolution, PriorityId{2}), QString());
    }

    void levelsKeepTheirIds()
    {
        Setup setup;
        const SlaPolicyId id = setup.desk.addPolicy(u"Standard"_s);
        Setup::wait();
        PolicyPresenter presenter(setup.overview);
        presenter.edit(*setup.desk.now()->slaPolicy(id));
        const int last = presenter.policy().levels.last().id;
        presenter.removeLevel(int(presenter.policy().levels.size()) - 1);
        const int row = presenter.addLevel();
        QVERIFY(presenter.policy().levels.at(row).id > last); // what has fired under an id stays fired
        presenter.setLevelCondition(row, u"state:nowhere"_s);
        QVERIFY(presenter.levelConditionProblem(row));
        QVERIFY(!presenter.problems().isEmpty());
        presenter.removeLevel(row);
        QVERIFY(presenter.problems().isEmpty());
    }

    void conditionsThatCannotBeReadStopSaving()
    {
        Setup setup;
        PolicyPresenter presenter(setup.overview);
        presenter.begin();
        presenter.setName(u"VIP"_s);
        presenter.setConditionText(u"queue:nowhere"_s);
        QVERIFY(presenter.conditionProblem());
        QVERIFY(!presenter.problems().isEmpty());
        presenter.setConditionText(u"queue:network"_s);
        QVERIFY(presenter.problems().isEmpty());
        QCOMPARE(presenter.policy().conditionText, u"queue:network"_s);
    }

    void impactInWords()
    {
        SlaImpact impact;
        impact.tickets = 40;
        QVERIFY(SlaSetupWords::impact(impact, SlaScope::Open).startsWith(u"Nothing changes"_s));
        impact.changed = 12;
        QCOMPARE(SlaSetupWords::impact(impact, SlaScope::All),
                 u"12 ticket(s) will be re-timed, none becomes overdue."_s);
        impact.becomeOverdue = 2;
        impact.verdictsToMet = 3;
        QCOMPARE(SlaSetupWords::impact(impact, SlaScope::Open),
                 u"12 open ticket(s) will be re-timed, 2 become(s) overdue, 3 missed promise(s) count(s) as kept."_s);
        QCOMPARE(SlaSetupWords::compliance({SlaTargetKind::Update, 0, 0, 4}, QLocale::c()), u"–"_s);
        QCOMPARE(SlaSetupWords::compliance({SlaTargetKind::Update, 1, 7, 4}, QLocale::c()), u"12.5 %"_s);
    }

    void aNewQuestionEndsTheOneBefore()
    {
        Setup setup;
        ImpactPresenter presenter(setup.overview);
        QSignalSpy changed(&presenter, &ImpactPresenter::changed);
        presenter.ask({});
        QVERIFY(presenter.isRunning());
        QCOMPARE(setup.desk.impactQueries.last().me, PersonId{1});
        presenter.ask({});
        QVERIFY(setup.desk.impacts.first().isCanceled());
        SlaImpact wrong;
        wrong.changed = 1;
        setup.desk.impacts.first().reportResult(Result<SlaImpact>(wrong));
        setup.desk.impacts.first().reportFinished();
        SlaImpact right;
        right.changed = 2;
        setup.desk.endImpact(right);
        QTRY_VERIFY(!presenter.isRunning());
        QCOMPARE(presenter.impact()->changed, 2);
        presenter.ask({});
        presenter.cancel();
        QVERIFY(presenter.wasCancelled() && !presenter.impact());
        QVERIFY(setup.desk.impacts.last().isCanceled());
        setup.desk.impacts.last().reportFinished();
        Setup::wait();
        QVERIFY(!presenter.impact());
    }

    void aMadeUpTicketIsDueByItsPausesAndItsCalendar()
    {
        const CatalogPtr catalog = sampleCatalog();
        const BusinessCalendar office = defaultCalendar(u"Office"_s, "Europe/Berlin");
        const SlaPolicy policy = trialPolicy({TimeBasis::Business, 4 * hour}, {StateId{3}});
        SlaTrialTicket ticket;
        ticket.createdAt = berlin(27, 15, 30); // a Friday; the clocks change on Sunday
        QVector<SlaTrialResult> results = trySla(ticket, policy, office, *catalog);
        QCOMPARE(results.size(), 1);
        QCOMPARE(results.first().clock.dueAt, berlin(30, 11, 30));
        QCOMPARE(countedTime(results.first().ledger), 4 * hour);
        ticket.steps = {{SlaTrialStep::Kind::Pending, berlin(30, 9, 30), 3},
                        {SlaTrialStep::Kind::Reopened, berlin(30, 13), 0}};
        results = trySla(ticket, policy, office, *catalog);
        QCOMPARE(results.first().clock.dueAt, berlin(30, 15));
        QCOMPARE(countedTime(results.first().ledger), 4 * hour);
        ticket.steps.append({SlaTrialStep::Kind::Solved, berlin(30, 14), 0});
        results = trySla(ticket, policy, office, *catalog);
        QCOMPARE(results.first().clock.state, SlaState::Met);
        QCOMPARE(results.first().clock.left, hour);
        QCOMPARE(countedTime(results.first().ledger), 3 * hour);
    }

    void anOrderThatIsNotSavedSurvivesNews()
    {
        Setup setup;
        setup.desk.addPolicy(u"One"_s);
        setup.desk.addPolicy(u"Two"_s);
        setup.desk.addPolicy(u"Three"_s);
        Setup::wait();
        PolicyListModel model(setup.overview);
        QVERIFY(model.move(2, 0));
        QVERIFY(model.isReordered());
        SlaPolicy renamed = *setup.desk.now()->slaPolicy(SlaPolicyId{1});
        renamed.name = u"Uno"_s;
        setup.overview.savePolicy(renamed, SlaScope::NewTickets); // somebody else
        Setup::wait();
        QCOMPARE(model.order(), (QVector<SlaPolicyId>{SlaPolicyId{3}, SlaPolicyId{1}, SlaPolicyId{2}}));
        QVERIFY(model.index(1).data().toString().contains(u"Uno"_s));
        model.resetOrder();
        QVERIFY(!model.isReordered());
        // A dragged row is dropped before another.
        QVERIFY(model.moveRow({}, 0, {}, 2));
        QCOMPARE(model.order(), (QVector<SlaPolicyId>{SlaPolicyId{2}, SlaPolicyId{1}, SlaPolicyId{3}}));
    }

    void everyFindingHasItsWords()
    {
        Setup setup;
        setup.desk.addCalendar(u"Office"_s);
        setup.desk.addPolicy(u"Standard"_s);
        SlaFinding finding;
        finding.policy = SlaPolicyId{1};
        finding.queue = QueueId{2};
        finding.calendar = CalendarId{1};
        finding.target = SlaTargetKind::Resolution;
        finding.level = 1;
        finding.count = 3;
        QSet<QString> texts;
        for (int kind = 0; kind <= int(SlaFindingKind::NobodyToNotify); ++kind) {
            finding.kind = SlaFindingKind(kind);
            const SlaFindingText text = SlaSetupWords::finding(finding, *setup.desk.now());
            QVERIFY(!text.title.isEmpty() && !text.advice.isEmpty());
            texts.insert(text.text);
        }
        QCOMPARE(texts.size(), int(SlaFindingKind::NobodyToNotify) + 1);
    }
};

QTEST_GUILESS_MAIN(SlaSetupModelsTest)
#include "sla_setup_test.moc"
