// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla/calendar_presenter.h"
#include "models/sla/policy_presenter.h"
#include "support/shell_fixture.h"
#include "support/sla_desk.h"
#include "support/widget_audit.h"
#include "widgets/frame/error_banner.h"
#include "widgets/settings/settings_window.h"
#include "widgets/slasetup/calendar_dialog.h"
#include "widgets/slasetup/calendars_page.h"
#include "widgets/slasetup/days_preview.h"
#include "widgets/slasetup/holiday_dialog.h"
#include "widgets/slasetup/holidays_panel.h"
#include "widgets/slasetup/policies_page.h"
#include "widgets/slasetup/policy_dialog.h"
#include "widgets/slasetup/save_scope_dialog.h"
#include "widgets/slasetup/sla_check_page.h"
#include "widgets/slasetup/sla_queues_page.h"
#include "widgets/slasetup/week_grid.h"
#include "widgets/slasetup/what_if_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeWidget>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

class SlaSetupTest : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        ShellFixture shell;
        SlaDesk desk{shell.clock};
        CatalogHolder catalog;
        SlaOverview overview{desk, catalog, shell.tasks};
        ScriptedFeedReader reader;
        SettingsWindow window{shell.theme};
        PoliciesPage *policies;
        CalendarsPage *calendars;
        SlaQueuesPage *queues;
        SlaCheckPage *check;

        explicit Setup(PersonId me = PersonId{1})
            : catalog(desk, me, shell.clock)
        {
            shell.theme.setChoice(ThemeChoice::Light);
            shell.theme.applyTo(*qApp);
            const SlaSetupContext context{shell.context(), overview, reader};
            policies = new PoliciesPage(context);
            calendars = new CalendarsPage(context);
            queues = new SlaQueuesPage(context);
            check = new SlaCheckPage(context);
            for (SettingsPage *page : std::initializer_list<SettingsPage *>{policies, calendars, queues, check})
                window.addPage(page);
            catalog.refresh();
            wait();
        }
        void fill()
        {
            desk.addCalendar(u"Office hours"_s);
            desk.addCalendar(u"Night shift"_s);
            desk.addPolicy(u"Contoso"_s);
            desk.addPolicy(u"Standard"_s);
            wait();
        }
        void wait()
        {
            // Two turns: what the catalogue brings is asked for in the second.
            for (int turn = 0; turn < 4; ++turn)
                QTest::qWait(0);
        }
        void open(const QString &page)
        {
            window.openPage(page);
            wait();
        }
        template <typename T>
        T *child(const char *name, QWidget *in = nullptr) const
        {
            const QWidget *place = in ? in : &window;
            T *found = place->findChild<T *>(QLatin1String(name));
            if (found == nullptr)
                qFatal("no %s", name);
            return found;
        }
        QPushButton *button(const char *name, QWidget *in = nullptr) const { return child<QPushButton>(name, in); }
        template <typename T>
        T *dialog() const
        {
            for (T *one : window.findChildren<T *>()) {
                if (one->isVisible())
                    return one;
            }
            return nullptr;
        }
        /// DESKHAND_PICTURES names a folder that keeps what was seen.
        void keep(QWidget *widget, const QString &name)
        {
            const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
            if (folder.isEmpty())
                return;
            for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
                shell.theme.setChoice(theme);
                wait();
                widget->grab().save(
                    u"%1/%2-%3.png"_s.arg(folder, name, theme == ThemeChoice::Dark ? u"dark"_s : u"light"_s));
            }
        }
    };

    static void typeInto(QLineEdit *line, const QString &text)
    {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    static Holiday christmas(bool confirmed)
    {
        Holiday day;
        day.from = QDate(2023, 11, 20);
        day.name = u"Founders' Day"_s;
        day.feedId = u"founders"_s;
        day.confirmed = confirmed;
        return day;
    }

private Q_SLOTS:
    void emptyPagesSayWhatToDo()
    {
        Setup setup;
        setup.open(u"sla-policies"_s);
        QVERIFY(setup.policies->findChild<QLabel *>(u"emptyTitleLabel"_s)->text().contains(u"Nothing is promised"_s));
        setup.keep(&setup.window, u"sla-policies-empty"_s);
        setup.button("emptyActionButton", setup.policies)->click();
        QVERIFY(setup.policies->dialog());
        delete setup.policies->dialog();
        setup.open(u"sla-calendars"_s);
        setup.keep(&setup.window, u"sla-calendars-empty"_s);
        QVERIFY(setup.calendars->findChild<QLabel *>(u"emptyTitleLabel"_s)->text().contains(u"No calendar"_s));
    }

    void othersAreToldWhoMayChangeIt()
    {
        Setup setup(PersonId{2});
        setup.fill();
        setup.open(u"sla-policies"_s);
        QVERIFY(setup.policies->findChild<QLabel *>(u"emptySentenceLabel"_s)->text().contains(u"Mike Brandt"_s));
        setup.policies->addPolicy();
        QVERIFY(!setup.policies->dialog());
    }

    void aWeekIsPaintedByKeysAndMouse()
    {
        Setup setup;
        setup.open(u"sla-calendars"_s);
        setup.calendars->addCalendar();
        CalendarDialog *dialog = setup.calendars->dialog();
        QVERIFY(dialog);
        auto *grid = setup.child<WeekGrid>("weekGrid", dialog);
        grid->setFocus();
        // Saturday from ten to noon, by keys.
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(grid, Qt::Key_Down);
        QTest::keyClick(grid, Qt::Key_Right, Qt::ControlModifier);
        for (int i = 0; i < 7; ++i)
            QTest::keyClick(grid, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(grid->accessibleDescription().contains(u"Saturday"_s));
        QTest::keyClick(grid, Qt::Key_Space);
        QCOMPARE(framesText(dialog->presenter().calendar().week[5]), u"10:00–12:00"_s);
        QCOMPARE(setup.child<QLineEdit>("weekDay6LineEdit", dialog)->text(), u"10:00–12:00"_s);
        // Noon to one is taken away from Monday, by mouse.
        QTest::mousePress(grid, Qt::LeftButton, {}, grid->slotRect(0, 48).center());
        QTest::mouseMove(grid, grid->slotRect(0, 51).center());
        QTest::mouseRelease(grid, Qt::LeftButton, {}, grid->slotRect(0, 51).center());
        QCOMPARE(framesText(dialog->presenter().calendar().week[0]), u"09:00–12:00, 13:00–17:00"_s);
        dialog->presenter().setDay(4, u"22:00-06:00"_s);
        setup.keep(dialog, u"sla-calendar-painted"_s);
        delete dialog;
    }

    void exactTimesAreTypedAndWrongOnesAreSaid()
    {
        Setup setup;
        setup.open(u"sla-calendars"_s);
        setup.calendars->addCalendar();
        CalendarDialog *dialog = setup.calendars->dialog();
        typeInto(setup.child<QLineEdit>("calendarNameLineEdit", dialog), u"Night"_s);
        auto *monday = setup.child<QLineEdit>("weekDay1LineEdit", dialog);
        typeInto(monday, u"22:00-6"_s);
        QCOMPARE(dialog->presenter().calendar().week[0], (QVector<WorkingFrame>{{1320, 1800}}));
        typeInto(monday, u"22:00-"_s);
        QVERIFY(setup.child<QLabel>("calendarProblemLabel", dialog)->text().contains(u"Monday"_s));
        QVERIFY(!setup.button("calendarSaveButton", dialog)->isEnabled());
        typeInto(monday, u"08:07-12:00"_s);
        QVERIFY(setup.button("calendarSaveButton", dialog)->isEnabled());
        setup.button("calendarSaveButton", dialog)->click();
        setup.wait();
        QCOMPARE(setup.desk.all<SaveCalendar>().size(), 1);
        QCOMPARE(setup.desk.all<SaveCalendar>().first().calendar.week[0], (QVector<WorkingFrame>{{487, 720}}));
        QTRY_VERIFY(!setup.calendars->dialog());
    }

    void withoutWorkingTimeNothingIsSaved()
    {
        Setup setup;
        setup.open(u"sla-calendars"_s);
        setup.calendars->addCalendar();
        CalendarDialog *dialog = setup.calendars->dialog();
        typeInto(setup.child<QLineEdit>("calendarNameLineEdit", dialog), u"Nobody"_s);
        dialog->presenter().setWeek({});
        QVERIFY(setup.child<QLabel>("calendarProblemLabel", dialog)->text().contains(u"never"_s)
                || setup.child<QLabel>("calendarProblemLabel", dialog)->text().contains(u"Nobody ever works"_s));
        QVERIFY(!setup.button("calendarSaveButton", dialog)->isEnabled());
        setup.button("calendarSaveButton", dialog)->click();
        QVERIFY(setup.desk.all<SaveCalendar>().isEmpty());
        dialog->presenter().setWeek(defaultCalendar({}, "UTC").week);
        setup.shell.prompt.answer = 0;
        dialog->reject();
        QVERIFY(setup.shell.prompt.asked.last().contains(u"Throw away"_s));
        QTRY_VERIFY(!setup.calendars->dialog());
    }

    void importedDaysWaitForSomebody()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-calendars"_s);
        setup.calendars->editCalendar(CalendarId{1});
        CalendarDialog *dialog = setup.calendars->dialog();
        setup.reader.answer = Result<QVector<Holiday>>(QVector<Holiday>{christmas(false)});
        const QString path = setup.shell.folder.filePath(u"feed.ics"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("BEGIN:VCALENDAR");
        file.close();
        setup.shell.prompt.paths = {path};
        setup.child<QTabWidget>("calendarTabWidget", dialog)->setCurrentIndex(1);
        setup.button("holidayImportButton", dialog)->click();
        QCOMPARE(setup.reader.lastRead, QByteArray("BEGIN:VCALENDAR"));
        QCOMPARE(dialog->presenter().unconfirmed(), 1);
        setup.keep(dialog, u"sla-calendar-holidays"_s);
        QVERIFY(setup.child<QTabWidget>("calendarTabWidget", dialog)->tabText(1).contains(u"1 to confirm"_s));
        const auto *preview = setup.child<DaysPreview>("daysPreview", dialog);
        QVERIFY(!preview->lines().join(u';').contains(u"Founders"_s));
        setup.button("holidayConfirmAllButton", dialog)->click();
        QVERIFY(preview->lines().join(u';').contains(u"Founders"_s));
        // The same feed again brings nothing new.
        setup.button("holidayImportButton", dialog)->click();
        QCOMPARE(dialog->presenter().calendar().holidays.size(), 1);
        setup.reader.answer = Error{ErrorCode::Invalid, u"ical"_s, u"not a calendar"_s, {}};
        setup.button("holidayImportButton", dialog)->click();
        QVERIFY(dialog->holidays()->findChild<ErrorBanner *>()->isVisible());
        delete dialog;
    }

    void aHolidayOfEachKindIsEntered()
    {
        Setup setup;
        setup.open(u"sla-calendars"_s);
        setup.calendars->addCalendar();
        CalendarDialog *dialog = setup.calendars->dialog();
        setup.child<QTabWidget>("calendarTabWidget", dialog)->setCurrentIndex(1);
        for (int kind = 0; kind < 6; ++kind) {
            setup.button("holidayAddButton", dialog)->click();
            auto *holiday = dialog->findChild<HolidayDialog *>();
            QVERIFY(holiday);
            setup.child<QComboBox>("holidayKindComboBox", holiday)->setCurrentIndex(kind);
            setup.child<QLineEdit>("holidayNameLineEdit", holiday)->setText(u"Day %1"_s.arg(kind));
            if (kind == 2)
                setup.child<QCheckBox>("holidayWholeDayCheckBox", holiday)->setChecked(false);
            QVERIFY(setup.child<QLabel>("holidayNextLabel", holiday)->text().startsWith(u"Next on"_s));
            if (kind == 3)
                setup.keep(holiday, u"sla-holiday"_s);
            setup.button("holidayOkButton", holiday)->click();
            QCOMPARE(int(dialog->presenter().calendar().holidays.size()), kind + 1);
            QCOMPARE(int(dialog->presenter().calendar().holidays.last().kind), kind);
            delete holiday;
        }
        QCOMPARE(dialog->presenter().calendar().holidays.at(2).closedFrom, 720);
        QVERIFY(dialog->presenter().problems().filter(u"holiday"_s).isEmpty());
        setup.keep(dialog, u"sla-calendar-rules"_s);
        delete dialog;
    }

    void savingAsksForWhichTicketsAndSaysWhatThatDoes()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-policies"_s);
        setup.keep(&setup.window, u"sla-policies"_s);
        setup.policies->editPolicy(SlaPolicyId{1});
        PolicyDialog *dialog = setup.policies->dialog();
        QVERIFY(dialog);
        auto *matrix = setup.child<QTableWidget>("targetMatrixTableWidget", dialog);
        matrix->item(0, 0)->setText(u"5m"_s);
        setup.button("policySaveButton", dialog)->click();
        auto *scope = dialog->findChild<SaveScopeDialog *>();
        QVERIFY(scope && scope->isVisible());
        QVERIFY(setup.desk.impactQueries.isEmpty()); // new tickets only
        setup.child<QRadioButton>("scopeOpenRadioButton", scope)->click();
        QCOMPARE(setup.desk.impactQueries.size(), 1);
        QCOMPARE(setup.desk.impactQueries.last().scope, SlaScope::Open);
        QCOMPARE(setup.desk.impactQueries.last().policy->targets.first().amounts.first().amount->amount, 300'000);
        setup.desk.impacts.last().setProgressValue(40);
        setup.wait();
        setup.keep(scope, u"sla-scope-counting"_s);
        SlaImpact impact;
        impact.tickets = 40;
        impact.changed = 12;
        impact.becomeOverdue = 2;
        impact.stopBeingOverdue = 1;
        setup.desk.endImpact(impact);
        QTRY_COMPARE(setup.child<QLabel>("impactLabel", scope)->text(),
                     u"12 open ticket(s) will be re-timed, 2 become(s) overdue, 1 stop(s) being overdue."_s);
        setup.keep(scope, u"sla-scope"_s);
        QVERIFY(setup.desk.all<SaveSlaPolicy>().isEmpty());
        setup.button("scopeSaveButton", scope)->click();
        QTRY_COMPARE(setup.desk.all<SaveSlaPolicy>().size(), 1);
        QCOMPARE(setup.desk.all<SaveSlaPolicy>().first().scope, SlaScope::Open);
        QTRY_VERIFY(!setup.policies->dialog());
    }

    void aRefusalKeepsWhatWasEdited()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-policies"_s);
        setup.policies->editPolicy(SlaPolicyId{1});
        PolicyDialog *dialog = setup.policies->dialog();
        setup.child<QTableWidget>("targetMatrixTableWidget", dialog)->item(0, 0)->setText(u"5m"_s);
        setup.button("policySaveButton", dialog)->click();
        auto *scope = dialog->findChild<SaveScopeDialog *>();
        setup.desk.refusal = Error{ErrorCode::Denied, u"test"_s, {}, {}};
        setup.button("scopeSaveButton", scope)->click();
        QTRY_VERIFY(scope->findChild<ErrorBanner *>()->isVisible());
        QVERIFY(dialog->isVisible());
        QVERIFY(setup.button("scopeSaveButton", scope)->isEnabled());
        delete dialog;
    }

    void whatIsNoTimeIsSaidWhereItStands()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-policies"_s);
        setup.policies->editPolicy(SlaPolicyId{1});
        PolicyDialog *dialog = setup.policies->dialog();
        auto *matrix = setup.child<QTableWidget>("targetMatrixTableWidget", dialog);
        matrix->setCurrentCell(0, 1);
        matrix->item(0, 1)->setText(u"soon"_s);
        QVERIFY(setup.child<QLabel>("policyCellLabel", dialog)->text().contains(u"30m"_s));
        QVERIFY(!setup.button("policySaveButton", dialog)->isEnabled());
        QCOMPARE(matrix->item(0, 1)->text(), u"soon"_s);
        setup.keep(dialog, u"sla-policy-wrong"_s);
        matrix->item(0, 1)->setText(u"2wd"_s);
        QVERIFY(setup.button("policySaveButton", dialog)->isEnabled());
        // An internal target begins with what the trade has for it.
        matrix->setCurrentCell(4, 0);
        matrix->item(4, 0)->setText(u"10m"_s);
        QVERIFY(dialog->presenter().isPromised(SlaTargetKind::TimeToOwn));
        QVERIFY(dialog->presenter().target(SlaTargetKind::TimeToOwn).fulfils.testFlag(SlaTrigger::Owned));
        setup.keep(dialog, u"sla-policy-targets"_s);
        delete dialog;
    }

    void whatATargetGoesByIsChecked()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-policies"_s);
        setup.policies->editPolicy(SlaPolicyId{1});
        PolicyDialog *dialog = setup.policies->dialog();
        setup.child<QTableWidget>("targetMatrixTableWidget", dialog)->setCurrentCell(3, 0);
        auto *pauses = setup.child<QListWidget>("targetPausesListWidget", dialog);
        QCOMPARE(pauses->count(), 4); // the unresolved states
        pauses->item(2)->setCheckState(Qt::Checked);
        const SlaTarget target = dialog->presenter().target(SlaTargetKind::Resolution);
        QCOMPARE(target.pausedIn, QVector<StateId>{StateId{3}});
        auto *triggers = setup.child<QTableWidget>("targetTriggersTableWidget", dialog);
        triggers->item(3, 1)->setCheckState(Qt::Checked);
        QVERIFY(dialog->presenter().target(SlaTargetKind::Resolution).fulfils.testFlag(SlaTrigger::AgentReplied));
        typeInto(setup.child<QLineEdit>("targetAtLeastLineEdit", dialog), u"45m"_s);
        QCOMPARE(dialog->presenter().target(SlaTargetKind::Resolution).atLeast, 45 * 60'000);
        delete dialog;
    }

    void levelsAreEdited()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-policies"_s);
        setup.policies->editPolicy(SlaPolicyId{1}, 2);
        PolicyDialog *dialog = setup.policies->dialog();
        auto *list = setup.child<QListWidget>("levelsListWidget", dialog);
        QCOMPARE(list->currentRow(), 1);
        const int before = list->count();
        setup.button("levelAddButton", dialog)->click();
        QCOMPARE(list->count(), before + 1);
        QCOMPARE(list->currentRow(), before);
        setup.wait(); // the fields of the level before are gone
        setup.child<QComboBox>("levelWhenComboBox", dialog)->setCurrentIndex(1);
        typeInto(setup.child<QLineEdit>("levelAmountLineEdit", dialog), u"45m"_s);
        setup.child<QComboBox>("actionKindComboBox", dialog)->setCurrentIndex(int(SlaActionKind::MoveToQueue) - 1);
        setup.child<QLineEdit>("levelConditionLineEdit", dialog)->setText(u"is:unassigned"_s);
        const SlaLevel level = dialog->presenter().policy().levels.last();
        QCOMPARE(level.when, SlaLevel::When::Before);
        QCOMPARE(level.amount, 45 * 60'000);
        QCOMPARE(level.actions.first().kind, SlaActionKind::MoveToQueue);
        QVERIFY(level.actions.first().id > 0);
        QCOMPARE(level.conditionText, u"is:unassigned"_s);
        QVERIFY(level.id > 2);
        setup.child<QLineEdit>("levelConditionLineEdit", dialog)->setText(u"is:nothing"_s);
        QVERIFY(!setup.button("policySaveButton", dialog)->isEnabled());
        setup.child<QLineEdit>("levelConditionLineEdit", dialog)->setText(u"is:unassigned"_s);
        setup.keep(dialog, u"sla-policy-levels"_s);
        delete dialog;
    }

    void policiesAreMovedAndTheOrderIsSavedOnce()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-policies"_s);
        auto *list = setup.child<QListView>("policiesListView");
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(list->currentIndex().row(), 0);
        QVERIFY(list->currentIndex().data().toString().contains(u"Standard"_s));
        QVERIFY(setup.desk.all<OrderSlaPolicies>().isEmpty());
        setup.overview.refresh(); // what is asked meanwhile does not undo it
        setup.wait();
        QVERIFY(list->model()->index(0, 0).data().toString().contains(u"Standard"_s));
        setup.keep(&setup.window, u"sla-policies-order"_s);
        setup.button("orderSaveButton", setup.policies)->click();
        auto *scope = setup.dialog<SaveScopeDialog>();
        QVERIFY(scope);
        setup.button("scopeSaveButton", scope)->click();
        QTRY_COMPARE(setup.desk.all<OrderSlaPolicies>().size(), 1);
        QCOMPARE(setup.desk.all<OrderSlaPolicies>().first().order,
                 (QVector<SlaPolicyId>{SlaPolicyId{2}, SlaPolicyId{1}}));
        QTRY_VERIFY(!setup.button("orderSaveButton", setup.policies)->isVisible());
    }

    void theLastMonthsAreReplayed()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-policies"_s);
        setup.policies->whatIf();
        PolicyDialog *dialog = setup.policies->dialog();
        auto *whatIf = dialog->findChild<WhatIfDialog *>();
        QVERIFY(whatIf);
        QVERIFY(!setup.button("whatIfApplyButton", whatIf)->isEnabled());
        setup.child<QSpinBox>("whatIfMonthsSpinBox", whatIf)->setValue(6);
        setup.button("whatIfReplayButton", whatIf)->click();
        QCOMPARE(setup.desk.impactQueries.last().scope, SlaScope::All);
        const Instant since = setup.desk.impactQueries.last().openedSince;
        const qint64 days = (setup.shell.clock.now() - since) / 86'400'000;
        QVERIFY2(days > 178 && days < 187, qPrintable(QString::number(days)));
        SlaImpact impact;
        impact.tickets = 1200;
        impact.changed = 340;
        impact.verdictsToMissed = 31;
        impact.verdictsToMet = 2;
        impact.before = {{SlaTargetKind::FirstResponse, 1100, 60, 40}, {SlaTargetKind::Resolution, 700, 400, 100}};
        impact.after = {{SlaTargetKind::FirstResponse, 1071, 89, 40}, {SlaTargetKind::Resolution, 910, 190, 100}};
        setup.desk.endImpact(impact);
        auto *table = setup.child<QTreeWidget>("complianceTreeWidget", whatIf);
        QTRY_COMPARE(table->topLevelItemCount(), 2);
        QCOMPARE(table->topLevelItem(0)->text(1), u"94.8 %"_s);
        QCOMPARE(table->topLevelItem(1)->text(3), u"82.7 %"_s);
        setup.keep(whatIf, u"sla-what-if"_s);
        setup.button("whatIfApplyButton", whatIf)->click();
        auto *scope = dialog->findChild<SaveScopeDialog *>();
        QVERIFY(scope && scope->isVisible());
        QCOMPARE(scope->scope(), SlaScope::All);
        QCOMPARE(setup.desk.impactQueries.last().openedSince, 0);
        delete dialog;
    }

    void aMadeUpTicketFollowsWhatIsEdited()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-calendars"_s);
        setup.calendars->editCalendar(CalendarId{1});
        CalendarDialog *dialog = setup.calendars->dialog();
        setup.child<QTabWidget>("calendarTabWidget", dialog)->setCurrentIndex(2);
        auto *results = setup.child<QTreeWidget>("tryResultsTreeWidget", dialog);
        QTRY_VERIFY(results->topLevelItemCount() == 1);
        const QString before = results->topLevelItem(0)->text(0);
        QVERIFY2(before.contains(u"due"_s), qPrintable(before));
        dialog->presenter().setDay(1, u"10:00-12:00"_s);
        dialog->presenter().setDay(2, u"10:00-12:00"_s);
        dialog->presenter().setDay(3, u"10:00-12:00"_s);
        dialog->presenter().setDay(4, u"10:00-12:00"_s);
        QVERIFY(results->topLevelItem(0)->text(0) != before);
        setup.button("tryAddButton", dialog)->click();
        setup.keep(dialog, u"sla-try-it"_s);
        typeInto(setup.child<QLineEdit>("tryAmountLineEdit", dialog), u"soon"_s);
        QVERIFY(setup.child<QLabel>("tryProblemLabel", dialog)->isVisible());
        setup.shell.prompt.answer = 0;
        delete dialog;
    }

    void queuesHaveCalendarAndPeople()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-queues"_s);
        setup.queues->chooseQueue(QueueId{2});
        setup.child<QComboBox>("slaQueueCalendarComboBox")->setCurrentIndex(1);
        QTRY_COMPARE(setup.desk.all<SaveQueue>().size(), 1);
        setup.wait();
        auto *lead = setup.child<QComboBox>("slaQueueLeadComboBox");
        lead->setCurrentIndex(lead->findData(qint64(2)));
        QTRY_COMPARE(setup.desk.all<SaveQueue>().size(), 2);
        QCOMPARE(setup.desk.all<SaveQueue>().last().queue.lead, PersonId{2});
        QVERIFY(setup.desk.all<SaveQueue>().last().queue.calendar.isValid());
        setup.wait();
        setup.keep(&setup.window, u"sla-queues"_s);
        const auto *tree = setup.child<QTreeWidget>("slaQueuesTreeWidget");
        const auto below = tree->findItems(u"Network / VPN"_s, Qt::MatchExactly);
        QCOMPARE(below.size(), 1);
        QCOMPARE(below.first()->text(2), u"(Anna Müller)"_s); // from above
    }

    void findingsLeadToTheirPlace()
    {
        Setup setup;
        setup.fill();
        setup.overview.refresh();
        setup.open(u"sla-check"_s);
        setup.keep(&setup.window, u"sla-check"_s);
        auto *list = setup.child<QListView>("findingsListView");
        QTRY_VERIFY(list->model()->rowCount() > 0); // the second policy is hidden by the first, no queue has a calendar
        QSignalSpy asked(setup.check, &SlaCheckPage::placeRequested);
        setup.button("checkGoButton", setup.check)->click();
        QCOMPARE(asked.size(), 1);
    }

    void aRunningTaskIsShownAndStopped()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-policies"_s);
        SlaTask task;
        task.id = SlaTaskId{7};
        task.policy = SlaPolicyId{1};
        task.total = 1000;
        task.done = 250;
        setup.desk.tasksNow = {task};
        setup.desk.announceTasks();
        QTRY_COMPARE(setup.shell.tasks.rowCount(), 1);
        QCOMPARE(setup.shell.tasks.index(0).data(TaskList::ProgressRole).toInt(), 250);
        QTRY_VERIFY(setup.child<QLabel>("slaTaskLabel")->isVisible());
        setup.button("slaTaskStopButton")->click();
        QTRY_COMPARE(setup.desk.all<CancelSlaTask>().size(), 1);
        QTRY_COMPARE(setup.shell.tasks.rowCount(), 0);
        QTRY_VERIFY(!setup.child<QLabel>("slaTaskLabel")->isVisible());
    }

    void everyControlHasANameAndNoLabelGuessesMarkup()
    {
        Setup setup;
        setup.fill();
        setup.open(u"sla-policies"_s);
        setup.policies->editPolicy(SlaPolicyId{1});
        setup.policies->dialog()->showWhatIf();
        setup.open(u"sla-calendars"_s);
        setup.calendars->editCalendar(CalendarId{1});
        CalendarDialog *calendar = setup.calendars->dialog();
        calendar->showHolidays();
        setup.button("holidayAddButton", calendar)->click();
        setup.keep(calendar, u"sla-calendar-week"_s);
        QCOMPARE(auditWidgets(&setup.window).join(u'\n'), QString());
        delete setup.policies->dialog();
        delete calendar;
    }
};

QTEST_MAIN(SlaSetupTest)
#include "sla_setup_test.moc"
