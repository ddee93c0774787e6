// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/workplace.h"
#include "support/shell_fixture.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/main_window.h"
#include "widgets/palette/command_palette.h"
#include "widgets/plain_label.h"
#include "widgets/surgery/surgery_place.h"
#include "widgets/ticket/field_button.h"
#include "widgets/ticket/ticket_area.h"
#include "widgets/work/work_dialog.h"
#include "widgets/work/work_place.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

/// Logging work in a real window over a real desk. DESKHAND_PICTURES names a folder that keeps what was seen.
class WorkLogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<ShellFixture> m_shell;
    std::unique_ptr<QTemporaryDir> m_drafts;
    std::unique_ptr<MainWindow> m_window;
    CommandPalette *m_palette = nullptr;
    std::unique_ptr<Workplace> m_workplace;
    TicketId m_ticket;
    QStringList m_said;
    std::function<void()> m_undo;

    const TicketDetail &detail() { return m_workplace->ticketArea()->presenter().detail(); }
    WorkDialog *dialog() { return m_workplace->work().dialog(); }
    template <typename T>
    T *part(QWidget *in, const char *name)
    {
        return in->findChild<T *>(QString::fromLatin1(name));
    }
    FieldButton *property() { return part<FieldButton>(m_window.get(), "panelWorkFieldButton"); }
    void openDialog()
    {
        QVERIFY(m_shell->actions.trigger(QStringLiteral("ticket.logWork")));
        QVERIFY(dialog() != nullptr && dialog()->isVisible());
    }
    void log(const QString &time, const QString &activity)
    {
        openDialog();
        QTest::keyClicks(part<QLineEdit>(dialog(), "workTimeLineEdit"), time);
        part<QComboBox>(dialog(), "workActivityComboBox")->setEditText(activity);
        part<QPushButton>(dialog(), "workLogPushButton")->click();
    }
    void keepPicture(const char *name, QWidget *shown = nullptr)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_shell->theme.setChoice(theme);
            QTest::qWait(60);
            QWidget *what = shown != nullptr ? shown : m_window.get();
            what->grab().save(QStringLiteral("%1/%2-%3.png")
                                  .arg(folder, QString::fromLatin1(name),
                                       theme == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light")));
        }
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TestDesk>();
        m_ticket = m_desk->openTicket(QStringLiteral("Printer is on fire")).ticket;
        m_desk->customerMail(m_ticket, QStringLiteral("It burns in the second floor."));
        m_desk->clock().advance(60'000);
        m_shell = std::make_unique<ShellFixture>();
        m_shell->theme.applyTo(*qApp);
        m_said.clear();
        m_undo = {};
        connect(&m_shell->notices, &Notices::posted, this, [this](const Notice &notice) {
            m_said.append(notice.text);
            if (notice.action)
                m_undo = notice.action;
        });
        m_drafts = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>(m_shell->context(), m_shell->status);
        m_window->resize(1440, 860);
        m_palette = new CommandPalette(m_shell->theme, m_shell->settings, m_window.get());
        m_workplace =
            std::make_unique<Workplace>(m_shell->context(), m_desk->openAnother(), Workplace::Door::File, m_desk->me(),
                                        m_desk->clock(), m_drafts->path(), *m_window, *m_palette);
        m_window->show();
        m_shell->navigator.openTicket(m_ticket, true);
        QTRY_VERIFY(m_workplace->ticketArea()->presenter().isLoaded());
    }
    void cleanup()
    {
        m_workplace.reset();
        m_window.reset();
        m_shell.reset();
    }

    void timeIsLoggedByKeyboard()
    {
        QCOMPARE(property()->text(), QStringLiteral("None"));
        openDialog();
        auto *time = part<QLineEdit>(dialog(), "workTimeLineEdit");
        auto *logButton = part<QPushButton>(dialog(), "workLogPushButton");
        QCOMPARE(dialog()->focusWidget(), time);
        QVERIFY(!logButton->isEnabled());
        QTest::keyClicks(time, QStringLiteral("soon"));
        QVERIFY(!logButton->isEnabled());
        auto *hint = part<PlainLabel>(dialog(), "workHintPlainLabel");
        QVERIFY(hint->text().contains(QStringLiteral("1h 30")));
        keepPicture("work-not-understood", dialog());
        time->clear();
        QTest::keyClicks(time, QStringLiteral("1h 35"));
        QCOMPARE(hint->text(), QStringLiteral("1 h 35 min"));
        part<QComboBox>(dialog(), "workActivityComboBox")->setEditText(QStringLiteral("Fire fighting"));
        QTest::keyClicks(part<QLineEdit>(dialog(), "workNoteLineEdit"), QStringLiteral("two buckets"));
        auto *day = part<QDateEdit>(dialog(), "workDayDateEdit");
        const QDate today = day->date();
        QCOMPARE(auditWidgets(dialog()).join(u'\n'), QString());
        day->setDate(today.addDays(-1));
        keepPicture("work-log", dialog());
        QTest::keyClick(time, Qt::Key_Return);
        QTRY_VERIFY(dialog() == nullptr);
        QTRY_COMPARE(detail().work.size(), 1);
        const WorkEntry &entry = detail().work.first();
        QCOMPARE(entry.minutes, 95);
        QCOMPARE(entry.activity, QStringLiteral("Fire fighting"));
        QCOMPARE(entry.note, QStringLiteral("two buckets"));
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(entry.at).date(), today.addDays(-1));
        QTRY_COMPARE(property()->text(), QStringLiteral("1 h 35 min"));
        QVERIFY(m_said.last().startsWith(QStringLiteral("Logged 1 h 35 min on #")));
        keepPicture("work-window");

        // The way back, right after.
        QVERIFY(bool(m_undo));
        m_undo();
        QTRY_VERIFY(detail().work.isEmpty());
        QTRY_COMPARE(property()->text(), QStringLiteral("None"));
        QTRY_VERIFY(m_said.last().startsWith(QStringLiteral("Removed the work")));
    }

    void entriesAreListedAndRemoved()
    {
        log(QStringLiteral("20"), {});
        QTRY_COMPARE(detail().work.size(), 1);
        log(QStringLiteral("1:00"), QStringLiteral("Analysis"));
        QTRY_COMPARE(detail().work.size(), 2);
        QTest::mouseClick(property(), Qt::LeftButton); // the other way to it
        QVERIFY(dialog() != nullptr);
        auto *entries = part<QTreeWidget>(dialog(), "workEntriesTreeWidget");
        auto *remove = part<QPushButton>(dialog(), "workRemovePushButton");
        QCOMPARE(entries->topLevelItemCount(), 2);
        QCOMPARE(part<PlainLabel>(dialog(), "workTotalPlainLabel")->text(),
                 QStringLiteral("Logged so far: 1 h 20 min"));
        QVERIFY(!remove->isEnabled());
        QTreeWidgetItem *first = entries->topLevelItem(0)->text(0) == QStringLiteral("20 min")
                                     ? entries->topLevelItem(0)
                                     : entries->topLevelItem(1);
        entries->setCurrentItem(first);
        QVERIFY(remove->isEnabled());
        keepPicture("work-entries", dialog());
        remove->click();
        QTRY_COMPARE(entries->topLevelItemCount(), 1);
        QTRY_COMPARE(property()->text(), QStringLiteral("1 h"));
    }

    void aMergedTicketTakesNone()
    {
        const TicketId other = m_desk->openTicket(QStringLiteral("Smoke")).ticket;
        m_desk->submit(LogWork{m_ticket, 30, 0, {}, {}});
        m_desk->submit(MergeTickets{other, 0, {MergeSource{m_ticket, 0}}, true, {}});
        QTRY_COMPARE(m_shell->navigator.currentTicket(), other); // it leads there
        QTRY_COMPARE(property()->text(), QStringLiteral("30 min"));
        m_shell->navigator.openTicket(m_ticket, false);
        QTRY_VERIFY(m_workplace->ticketArea()->presenter().isLoaded() && detail().mergedInto.isValid());
        QVERIFY(!m_shell->actions.trigger(QStringLiteral("ticket.logWork")));
        QTRY_VERIFY(!property()->isEnabled());
    }
};

QTEST_MAIN(WorkLogTest)
#include "work_log_test.moc"
