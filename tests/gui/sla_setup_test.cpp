// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/program.h"
#include "apps/deskhand/workplace.h"
#include "models/sla/calendar_presenter.h"
#include "support/memory_passwords.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/settings/appearance.h"
#include "widgets/settings/settings_window.h"
#include "widgets/slasetup/calendar_dialog.h"
#include "widgets/slasetup/calendars_page.h"
#include "widgets/slasetup/holidays_panel.h"
#include "widgets/slasetup/policies_page.h"
#include "widgets/slasetup/policy_dialog.h"
#include "widgets/slasetup/save_scope_dialog.h"
#include "widgets/slasetup/sla_queues_page.h"
#include "widgets/slasetup/week_grid.h"
#include "widgets/slasetup/what_if_dialog.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

/// A desk gets a calendar and a policy by keyboard, in the program's real windows.
class SlaSetupGuiTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<TestDesk> m_desk;
    QTemporaryDir m_folder;
    std::unique_ptr<Program> m_program;

    bool start()
    {
        Options options;
        options.settingsFolder = m_folder.path();
        options.deskFile = m_desk->path();
        m_program = std::make_unique<Program>(
            *qApp, options, std::make_unique<MemoryPasswords>(std::make_shared<MemoryPasswords::State>()));
        m_program->start();
        return QTest::qWaitFor([&] { return m_program->workplace() && m_program->workplace()->catalog().isReady(); },
                               10'000);
    }
    [[nodiscard]] CatalogPtr catalog() const { return m_program->workplace()->catalog().catalog(); }
    [[nodiscard]] BusinessCalendar calendar() const
    {
        for (const BusinessCalendar &one : catalog()->calendars) {
            if (one.name == u"Berlin"_s)
                return one;
        }
        return {};
    }
    [[nodiscard]] Desk &desk() const { return m_program->workplace()->desk(); }
    template <typename T>
    static T *child(QObject *parent, const char *name)
    {
        T *found = parent->findChild<T *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    /// DESKHAND_PICTURES names a folder that keeps what was seen.
    void keepPicture(QWidget *widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const QString &theme : {u"dark"_s, u"light"_s}) {
            m_program->settings().setValue(QLatin1String(appearance::themeKey), theme);
            QTest::qWait(50);
            widget->grab().save(u"%1/%2-%3.png"_s.arg(folder, QLatin1String(name), theme));
        }
    }
    QString holidayFile(const QDate &day)
    {
        const QString path = m_folder.filePath(u"holidays.ics"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Holidays//EN\r\nBEGIN:VEVENT\r\n"
                   "UID:founders@example.org\r\nDTSTAMP:20250101T000000Z\r\nDTSTART;VALUE=DATE:");
        file.write(day.toString(u"yyyyMMdd"_s).toLatin1());
        file.write("\r\nSUMMARY:Founders' Day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_desk = TestDesk::withSystemClock();
        m_desk->openTicket(u"Monitor went dark"_s);
        m_desk->openTicket(u"VPN drops every hour"_s);
        QVERIFY(start());
    }

    void everyPageIsFoundAndHasItsAction()
    {
        for (const char *id : {"sla.policies", "sla.calendars", "sla.queues", "sla.check", "sla.what-if"})
            QVERIFY2(m_program->actions().action(QLatin1String(id)), id);
        QCOMPARE(m_program->actions().droppedDefaults(), QStringList());
        m_program->actions().trigger(u"sla.check"_s);
        QCOMPARE(m_program->settingsWindow()->currentPageId(), u"sla-check"_s);
    }

    void aCalendarIsMadeByKeyboard()
    {
        m_program->actions().trigger(u"sla.calendars"_s);
        auto *page = m_program->settingsWindow()->findChild<CalendarsPage *>();
        page->addCalendar();
        QPointer<CalendarDialog> dialog = page->dialog();
        QVERIFY(dialog);
        QTRY_COMPARE(QApplication::focusWidget(), child<QLineEdit>(dialog, "calendarNameLineEdit"));
        QTest::keyClicks(QApplication::focusWidget(), u"Berlin"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        child<QComboBox>(dialog, "calendarZoneComboBox")->setEditText(u"Europe/Berlin"_s);
        // Saturday from nine to noon.
        auto *grid = child<WeekGrid>(dialog, "weekGrid");
        grid->setFocus();
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(grid, Qt::Key_Down);
        for (int i = 0; i < 11; ++i)
            QTest::keyClick(grid, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(grid, Qt::Key_Space);
        QCOMPARE(child<QLineEdit>(dialog, "weekDay6LineEdit")->text(), u"09:00–12:00"_s);
        keepPicture(dialog, "sla-gui-week");
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, 10'000);
        QTRY_COMPARE(calendar().version, 1);
        QCOMPARE(calendar().week[5], (QVector<WorkingFrame>{{540, 720}}));
    }

    void holidaysAreImportedConfirmedAndSaved()
    {
        auto *page = m_program->settingsWindow()->findChild<CalendarsPage *>();
        page->editCalendar(calendar().id);
        QPointer<CalendarDialog> dialog = page->dialog();
        QVERIFY(dialog);
        dialog->showHolidays();
        const QDate soon = dialog->presenter().today().addDays(3);
        dialog->holidays()->importFile(holidayFile(soon));
        QCOMPARE(dialog->presenter().unconfirmed(), 1);
        keepPicture(dialog, "sla-gui-import");
        child<QPushButton>(dialog, "holidayConfirmAllButton")->click();
        QTest::keyClick(child<QPushButton>(dialog, "calendarSaveButton"), Qt::Key_Space);
        auto *scope = dialog->findChild<SaveScopeDialog *>();
        QVERIFY(scope && scope->isVisible());
        QTest::keyClick(child<QPushButton>(scope, "scopeSaveButton"), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, 10'000);
        QTRY_COMPARE(calendar().version, 2);
        const Holiday saved = calendar().holidays.value(0);
        QCOMPARE(saved.from, soon);
        QVERIFY(saved.confirmed);
    }

    void aQueueGetsItsCalendar()
    {
        m_program->actions().trigger(u"sla.queues"_s);
        auto *page = m_program->settingsWindow()->findChild<SlaQueuesPage *>();
        auto *box = child<QComboBox>(page, "slaQueueCalendarComboBox");
        QTRY_VERIFY(box->findData(calendar().id.value) > 0);
        page->chooseQueue(m_desk->firstQueue());
        box->setCurrentIndex(box->findData(calendar().id.value));
        QTRY_COMPARE(catalog()->queue(m_desk->firstQueue())->calendar, calendar().id);
    }

    void aPolicyIsChangedItsImpactIsSeenAndItIsApplied()
    {
        m_program->actions().trigger(u"sla.policies"_s);
        auto *page = m_program->settingsWindow()->findChild<PoliciesPage *>();
        // A new desk has one already.
        QTRY_COMPARE(catalog()->slaPolicies.size(), 1);
        page->editPolicy(catalog()->slaPolicies.first().id);
        QPointer<PolicyDialog> dialog = page->dialog();
        QVERIFY(dialog);
        auto *matrix = child<QTableWidget>(dialog, "targetMatrixTableWidget");
        matrix->setFocus();
        matrix->setCurrentCell(0, 2); // the middle priority, which the tickets have
        QTest::keyClick(matrix, Qt::Key_F2);
        auto *editor = matrix->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"20m"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(matrix->item(0, 2)->text(), u"20m"_s); // an editor gives what it has a moment later
        keepPicture(dialog, "sla-gui-policy");
        child<QTabWidget>(dialog, "policyTabWidget")->setCurrentIndex(2);
        auto *results = child<QTreeWidget>(dialog, "tryResultsTreeWidget");
        QTRY_COMPARE(results->topLevelItemCount(), 2);
        QVERIFY(results->topLevelItem(0)->text(0).contains(u"due"_s));
        keepPicture(dialog, "sla-gui-try");
        QTest::keyClick(child<QPushButton>(dialog, "policySaveButton"), Qt::Key_Space);
        auto *scope = dialog->findChild<SaveScopeDialog *>();
        QVERIFY(scope && scope->isVisible());
        QTest::keyClick(child<QRadioButton>(scope, "scopeOpenRadioButton"), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(scope, "impactLabel")->text().startsWith(u"2 open ticket"_s), 10'000);
        keepPicture(scope, "sla-gui-scope");
        child<QPushButton>(scope, "scopeSaveButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog, 10'000);
        QTRY_COMPARE(catalog()->slaPolicies.first().version, 2);
    }

    void whatWasAnnouncedIsWhatHappens()
    {
        const auto retimed = [this] {
            int count = 0;
            for (qint64 id = 1; id <= 2; ++id) {
                for (const SlaClock &clock : m_desk->expect(desk().ticketSla(TicketId{id}, m_desk->me())).clocks)
                    count += clock.promised == TimeAmount{TimeBasis::Business, 20 * 60'000} ? 1 : 0;
            }
            return count;
        };
        QTRY_COMPARE_WITH_TIMEOUT(retimed(), 2, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->expect(desk().slaTasks()).value(0).finished, 30'000);
    }

    void whatIfTouchesNothing()
    {
        auto *page = m_program->settingsWindow()->findChild<PoliciesPage *>();
        m_program->actions().trigger(u"sla.what-if"_s);
        QPointer<PolicyDialog> dialog = page->dialog();
        QVERIFY(dialog);
        auto *whatIf = dialog->findChild<WhatIfDialog *>();
        QVERIFY(whatIf);
        child<QTableWidget>(dialog, "targetMatrixTableWidget");
        child<QPushButton>(whatIf, "whatIfReplayButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(whatIf, "whatIfApplyButton")->isEnabled(), 10'000);
        QTRY_VERIFY(child<QTreeWidget>(whatIf, "complianceTreeWidget")->topLevelItemCount() > 0);
        keepPicture(whatIf, "sla-gui-what-if");
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        QCOMPARE(catalog()->slaPolicies.first().version, 2);
        whatIf->reject();
        dialog->reject();
        QTRY_VERIFY(!dialog);
    }

    void cleanupTestCase()
    {
        m_program.reset();
        m_desk.reset();
    }
};

QTEST_MAIN(SlaSetupGuiTest)
#include "sla_setup_test.moc"
