// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/program.h"
#include "apps/deskhand/workplace.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/drafts/drafts_window.h"
#include "widgets/ticket/new_ticket_dialog.h"
#include "widgets/ticket/ticket_area.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

/// The place of all that was begun and not sent, in the program's window over a real desk file.
class DraftsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<Program> m_program;
    TicketId m_monitor;
    TicketId m_printer;

    std::unique_ptr<Program> start(const TestDesk &desk)
    {
        Options options;
        options.settingsFolder = m_settings->path();
        options.deskFile = desk.path();
        auto program = std::make_unique<Program>(*qApp, options);
        program->start();
        const auto ready = [&] { return program->workplace() && program->workplace()->catalog().isReady(); };
        return QTest::qWaitFor(ready) ? std::move(program) : nullptr;
    }

    Workplace &place() { return *m_program->workplace(); }
    TicketArea &area() { return *place().ticketArea(); }
    DraftsWindow &window() { return *place().draftsWindow(); }
    QListView &list() { return *window().findChild<QListView *>(QStringLiteral("draftsListView")); }

    bool write(TicketId ticket, DraftKind kind, const QString &text)
    {
        m_program->navigator().openTicket(ticket, true);
        if (!QTest::qWaitFor([&] { return area().presenter().isLoaded() && area().presenter().ticket() == ticket; }))
            return false;
        area().composer()->open(kind);
        area().composer()->editor()->clear();
        QTest::keyClicks(area().composer()->editor(), text);
        area().composer()->flush();
        area().composer()->close();
        return true;
    }

    QString rowText(int row) { return list().model()->index(row, 0).data().toString(); }
    QString rowExcerpt(int row) { return list().model()->index(row, 0).data(DraftListModel::ExcerptRole).toString(); }

    void undo()
    {
        auto *button = m_program->window().findChild<QPushButton *>(QStringLiteral("toastActionButton"));
        QVERIFY(button && button->isVisible());
        button->click();
    }

private Q_SLOTS:
    void init()
    {
        m_desk = TestDesk::withSystemClock();
        m_settings = std::make_unique<QTemporaryDir>();
        m_monitor = m_desk->openTicket(QStringLiteral("Monitor went dark")).ticket;
        m_printer = m_desk->openTicket(QStringLiteral("Printer is out of ink")).ticket;
        m_desk->customerMail(m_monitor, QStringLiteral("My second screen is black."));
        m_program = start(*m_desk);
        QVERIFY(m_program);
    }

    void cleanup() { m_program.reset(); }

    void withoutDraftsItSaysWhatItIsFor()
    {
        auto *button = m_program->window().findChild<QToolButton *>(QStringLiteral("draftsToolButton"));
        QVERIFY(button->isHidden());
        QVERIFY(m_program->actions().trigger(QStringLiteral("go.drafts")));
        QVERIFY(window().isVisible());
        QVERIFY(list().isHidden());
        const auto *title = window().findChild<QLabel *>(QStringLiteral("emptyTitleLabel"));
        QVERIFY(title && title->isVisible() && !title->text().isEmpty());
        QVERIFY(window().findChild<QPushButton *>(QStringLiteral("goOnPushButton"))->isHidden());
        QCOMPARE(auditWidgets(&window()), QStringList());
    }

    void itListsWhatWasBegun()
    {
        QVERIFY(write(m_monitor, DraftKind::Reply, QStringLiteral("Please swap the dock")));
        QVERIFY(write(m_printer, DraftKind::Note, QStringLiteral("Second time this week")));
        auto *button = m_program->window().findChild<QToolButton *>(QStringLiteral("draftsToolButton"));
        QVERIFY(!button->isHidden());
        QVERIFY(button->text().startsWith(u'2'));
        button->click();
        QTRY_VERIFY(rowText(0).endsWith(QLatin1String("Printer is out of ink")));
        QVERIFY(rowText(1).endsWith(QLatin1String("Monitor went dark")));
        QCOMPARE(rowExcerpt(0), QStringLiteral("Second time this week"));
        QCOMPARE(list().model()->index(1, 0).data(DraftListModel::KindRole).toInt(), int(DraftKind::Reply));
        const QString spoken = list().model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.contains(QLatin1String("Printer is out of ink")));
        QVERIFY(spoken.contains(QLatin1String("Second time this week")));
        QCOMPARE(auditWidgets(&window()), QStringList());
    }

    void enterGoesOnWriting()
    {
        QVERIFY(write(m_monitor, DraftKind::Note, QStringLiteral("Ask the vendor")));
        m_program->navigator().openTicket(m_printer, true);
        QTRY_COMPARE(area().presenter().ticket(), m_printer);
        QVERIFY(area().composer()->editor()->toPlainText().isEmpty());
        QVERIFY(m_program->actions().trigger(QStringLiteral("go.drafts")));
        QTest::keyClick(&list(), Qt::Key_Return);
        QTRY_VERIFY(area().presenter().ticket() == m_monitor && area().presenter().isLoaded());
        QVERIFY(!window().isVisible());
        QVERIFY(area().composer()->isOpen());
        QCOMPARE(area().composer()->editor()->toPlainText(), QStringLiteral("Ask the vendor"));
        QTRY_VERIFY(area().thread().isLoaded());
        // Not taken away by the thread that arrives later. (Whether the window is active is the window manager's.)
        QCOMPARE(m_program->window().focusWidget(), area().composer()->editor());
    }

    void aNewTicketGoesOnInItsForm()
    {
        m_program->navigator().newTicket();
        QDialog *form = place().newTicketDialog();
        auto *subject = form->findChild<QLineEdit *>(QStringLiteral("subjectLineEdit"));
        QVERIFY(subject);
        QTest::keyClicks(subject, QStringLiteral("Chair squeaks"));
        form->close();
        QVERIFY(m_program->actions().trigger(QStringLiteral("go.drafts")));
        QCOMPARE(rowText(0), QStringLiteral("Chair squeaks"));
        QTest::keyClick(&list(), Qt::Key_Return);
        QVERIFY(form->isVisible());
        QCOMPARE(subject->text(), QStringLiteral("Chair squeaks"));
    }

    void throwingAwayCanBeUndone()
    {
        QVERIFY(write(m_monitor, DraftKind::Reply, QStringLiteral("Please swap the dock")));
        area().composer()->open(DraftKind::Reply);
        QVERIFY(m_program->actions().trigger(QStringLiteral("go.drafts")));
        QTest::keyClick(&list(), Qt::Key_Delete);
        QVERIFY(place().drafts().drafts().isEmpty());
        QVERIFY(list().isHidden());
        // It is gone where it is being written, too, and would not come back with the next key.
        QVERIFY(area().composer()->editor()->toPlainText().isEmpty());
        undo();
        QCOMPARE(place().drafts().drafts().size(), 1);
        QVERIFY(!list().isHidden());
        QCOMPARE(area().composer()->editor()->toPlainText(), QStringLiteral("Please swap the dock"));
    }

    void whatWasWrittenMeanwhileIsNotUndone()
    {
        QVERIFY(write(m_monitor, DraftKind::Reply, QStringLiteral("Old words")));
        QVERIFY(m_program->actions().trigger(QStringLiteral("go.drafts")));
        QTest::keyClick(&list(), Qt::Key_Delete);
        QVERIFY(write(m_monitor, DraftKind::Reply, QStringLiteral("New words")));
        undo();
        QCOMPARE(rowExcerpt(0), QStringLiteral("New words"));
    }

    // Both desks have a ticket of this id.
    void draftsBelongToOneDesk()
    {
        QVERIFY(write(m_monitor, DraftKind::Reply, QStringLiteral("For the first desk only")));
        m_program.reset();
        const auto other = TestDesk::withSystemClock();
        const TicketId same = other->openTicket(QStringLiteral("Another company's ticket")).ticket;
        QCOMPARE(same, m_monitor);
        m_program = start(*other);
        QVERIFY(m_program);
        place().drafts().load(); // what is there has been read when it answers
        QSignalSpy loaded(&place().drafts(), &DraftKeeper::loaded);
        QTRY_VERIFY(!loaded.isEmpty());
        QCOMPARE(place().drafts().drafts().size(), 0);
        m_program.reset();
        m_program = start(*m_desk);
        QVERIFY(m_program);
        QTRY_COMPARE(place().drafts().drafts().size(), 1);
    }
};

QTEST_MAIN(DraftsTest)
#include "drafts_test.moc"
