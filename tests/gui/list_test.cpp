// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/view_list_model.h"
#include "support/shell_fixture.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/choice_popup.h"
#include "widgets/list/condition_edit.h"
#include "widgets/list/list_area.h"
#include "widgets/list/sidebar.h"
#include "widgets/list/ticket_list_view.h"
#include "widgets/list/view_dialog.h"
#include "widgets/main_window.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

/// The list half of the window over a real desk, driven as a person drives it.
class ListTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<ShellFixture> m_shell;
    std::unique_ptr<CatalogHolder> m_holder;
    std::unique_ptr<ViewListModel> m_views;
    std::unique_ptr<MainWindow> m_window;
    ListArea *m_list = nullptr;
    QVector<Notice> m_notices;

    void openWindow()
    {
        m_holder = std::make_unique<CatalogHolder>(m_desk->desk(), m_desk->me(), m_desk->clock());
        m_views = std::make_unique<ViewListModel>(m_desk->desk(), *m_holder);
        m_window = std::make_unique<MainWindow>(m_shell->context(), m_shell->status);
        m_list = new ListArea(m_shell->context(), m_desk->desk(), *m_holder, *m_views);
        auto *sidebar = new Sidebar(m_shell->context(), m_desk->desk(), *m_holder, *m_views);
        m_window->setArea(Area::Sidebar, sidebar);
        m_window->setArea(Area::List, m_list);
        connect(sidebar, &Sidebar::editRequested, m_list, &ListArea::editView);
        connect(&m_shell->notices, &Notices::posted, this, [this](const Notice &notice) { m_notices.append(notice); });
        m_window->resize(1100, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_holder->refresh();
        m_views->refresh();
        m_list->start();
        QTRY_COMPARE(m_list->model().state(), TicketListModel::State::Ready);
        m_list->setFocus();
        QTRY_VERIFY(m_list->view()->hasFocus());
    }

    void closeWindow()
    {
        m_window.reset();
        m_views.reset();
        m_holder.reset();
        m_notices.clear();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    void type(const QString &text)
    {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), text);
    }

    qint64 count(const QString &key) const { return m_views->indexOf(key).data(ViewListModel::CountRole).toLongLong(); }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TestDesk>();
        m_shell = std::make_unique<ShellFixture>();
    }

    void cleanup()
    {
        closeWindow();
        m_shell.reset();
        m_desk.reset();
    }

    void tenTicketsAreTriagedByKeyboardOnly()
    {
        QVector<TicketId> tickets;
        for (int i = 0; i < 12; ++i)
            tickets.append(m_desk->openTicket(QStringLiteral("Request %1").arg(i)).ticket);
        openWindow();
        QTRY_COMPARE(count(QStringLiteral("open")), 12);
        QCOMPARE(m_list->model().ticketCount(), 12);
        press(Qt::Key_J);
        for (int done = 0; done < 10; ++done) {
            const TicketId current = m_list->view()->currentTicket();
            QVERIFY(current.isValid());
            press(Qt::Key_M);
            QTRY_COMPARE(m_desk->row(current).head.owner, m_desk->me());
            press(Qt::Key_P);
            QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
            press(Qt::Key_Down);
            press(Qt::Key_Return);
            QTRY_VERIFY(m_list->view()->hasFocus());
            QTRY_COMPARE(m_desk->row(current).head.priority, m_desk->catalog()->priorities.at(1).id);
            press(Qt::Key_S);
            type(QStringLiteral("solved"));
            press(Qt::Key_Return);
            QTRY_COMPARE(m_desk->row(current).head.state, m_desk->state(StateType::Solved));
            QTRY_COMPARE(m_list->model().rowOf(current), -1);
        }
        QTRY_COMPARE(m_list->model().ticketCount(), 2);
        QTRY_COMPARE(count(QStringLiteral("open")), 2);
        QCOMPARE(count(QStringLiteral("mine")), 0);
        QCOMPARE(count(QStringLiteral("all")), 12);
    }

    void severalTicketsAreChangedAndUndone()
    {
        for (int i = 0; i < 6; ++i)
            m_desk->openTicket(QStringLiteral("Request %1").arg(i));
        openWindow();
        press(Qt::Key_J);
        press(Qt::Key_X);
        press(Qt::Key_J, Qt::ShiftModifier);
        press(Qt::Key_J, Qt::ShiftModifier);
        QCOMPARE(m_list->view()->markedCount(), 3);
        QTRY_VERIFY(m_list->findChild<QWidget *>(QStringLiteral("actionStripWidget"))->isVisible());
        const QVector<TicketId> marked = m_list->view()->markedTickets();
        press(Qt::Key_T);
        type(QStringLiteral("Fridge"));
        press(Qt::Key_Return);
        for (const TicketId id : marked)
            QTRY_COMPARE(m_desk->row(id).head.tags, QStringList{QStringLiteral("fridge")});
        QTRY_VERIFY(!m_notices.isEmpty() && m_notices.last().action);
        m_notices.last().action();
        for (const TicketId id : marked)
            QTRY_VERIFY(m_desk->row(id).head.tags.isEmpty());
        QCOMPARE(m_list->view()->markedTickets(), marked);
        press(Qt::Key_Escape);
        QTRY_COMPARE(m_list->view()->markedCount(), 0);
    }

    void aRefusedTicketIsNamed()
    {
        const TicketId ticket = m_desk->openTicket(QStringLiteral("Request")).ticket;
        openWindow();
        QTRY_VERIFY(m_list->model().peek(ticket));
        press(Qt::Key_J);
        const qint64 version = m_list->model().peek(ticket)->head.version;
        press(Qt::Key_P);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        // A colleague is quicker while the popup is open.
        const PersonId colleague = m_desk->addAgent(QStringLiteral("Cora Colleague"));
        m_desk->submit(
            ChangeTicket{ticket, version, {FieldChange{TicketField::Priority, m_desk->priority(1).value, {}, {}}}, {}},
            colleague);
        type(m_desk->catalog()->priorities.last().name);
        press(Qt::Key_Return);
        QTRY_VERIFY(!m_notices.isEmpty());
        QVERIFY(m_notices.last().text.contains(QLatin1String("not changed")));
        QCOMPARE(m_desk->row(ticket).head.priority, m_desk->priority(1));
        m_notices.last().action();
        QWidget *dialog = m_window->findChild<QWidget *>(QStringLiteral("editResultDialog"));
        QVERIFY(dialog && dialog->isVisible());
        // Both values are there, and one click sets the own one after all.
        const CatalogPtr catalog = m_desk->catalog();
        const auto *sentence = dialog->findChild<QLabel *>(QStringLiteral("refusalPlainLabel"));
        QVERIFY(sentence && sentence->text().contains(QLatin1String("Cora Colleague")));
        QVERIFY(sentence->text().contains(catalog->priority(m_desk->priority(1))->name));
        QVERIFY(sentence->text().contains(catalog->priorities.last().name));
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        auto *keep = dialog->findChild<QPushButton *>(QStringLiteral("keepTheirsPushButton"));
        auto *take = dialog->findChild<QPushButton *>(QStringLiteral("takeMinePushButton"));
        QVERIFY(keep && keep->isVisible() && take && take->isVisible());
        take->click();
        QTRY_COMPARE(m_desk->row(ticket).head.priority, catalog->priorities.last().id);
        QVERIFY(!keep->isVisible() && !take->isVisible());
    }

    void searchingIsTypedAndLeft()
    {
        m_desk->openTicket(QStringLiteral("The printer on the second floor is jammed"));
        const TicketId vpn = m_desk->openTicket(QStringLiteral("VPN drops every hour")).ticket;
        openWindow();
        m_shell->actions.trigger(QStringLiteral("go.search"));
        QTRY_VERIFY(m_list->searchBox()->hasFocus());
        type(QStringLiteral("vpn hour"));
        QTRY_COMPARE(m_list->model().spec().key, QStringLiteral("search"));
        QTRY_COMPARE(m_list->model().ticketCount(), 1);
        QCOMPARE(m_list->model().ticketAt(0), vpn);
        QTRY_VERIFY(!m_list->model().excerpt(vpn).isEmpty());
        press(Qt::Key_Return);
        QTRY_VERIFY(m_list->view()->hasFocus());
        QCOMPARE(m_list->search().recent(), QStringList{QStringLiteral("vpn hour")});
        m_shell->navigator.focusSearch();
        QTRY_VERIFY(m_list->searchBox()->hasFocus());
        m_list->searchBox()->hidePopup();
        press(Qt::Key_Escape);
        QTRY_COMPARE(m_list->model().spec().key, QStringLiteral("open"));
        QTRY_COMPARE(m_list->model().ticketCount(), 2);
    }

    void conditionsAreCompletedAndExplained()
    {
        m_desk->openTicket(QStringLiteral("Request"));
        openWindow();
        m_shell->navigator.focusSearch();
        type(QStringLiteral("own"));
        QTRY_VERIFY(m_list->searchBox()->isPopupShown());
        press(Qt::Key_Tab);
        QCOMPARE(m_list->searchBox()->text(), QStringLiteral("owner:"));
        type(QStringLiteral("non"));
        press(Qt::Key_Tab);
        QCOMPARE(m_list->searchBox()->text(), QStringLiteral("owner:none "));
        QTRY_COMPARE(m_list->model().spec().key, QStringLiteral("search"));
        QTRY_COMPARE(m_list->model().ticketCount(), 1);
        type(QStringLiteral("state:blue"));
        QVERIFY(m_list->search().problem());
        QTRY_VERIFY(m_list->searchBox()->accessibleDescription().contains(QLatin1String("blue")));
    }

    void aViewIsSavedAndThereAfterARestart()
    {
        const TicketId ticket = m_desk->openTicket(QStringLiteral("Urgent thing")).ticket;
        m_desk->submit(ChangeTicket{ticket,
                                    m_desk->row(ticket).head.version,
                                    {FieldChange{TicketField::Priority, m_desk->priority(1).value, {}, {}}},
                                    {}});
        m_desk->openTicket(QStringLiteral("Other thing"));
        openWindow();
        m_shell->navigator.search(QStringLiteral("priority<=1"));
        QTRY_COMPARE(m_list->model().ticketCount(), 1);
        m_shell->actions.trigger(QStringLiteral("list.saveView"));
        auto *dialog = m_list->findChild<ViewDialog *>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("nameLineEdit")), QStringLiteral("Burning"));
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        QSignalSpy saved(dialog, &ViewDialog::saved);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault() || button->text().contains(QLatin1String("Save")))
                button->click();
        }
        QTRY_COMPARE(saved.size(), 1);
        QTRY_VERIFY(m_shell->navigator.currentView().startsWith(QLatin1String("view:")));
        const QString key = m_shell->navigator.currentView();
        QTRY_VERIFY(m_views->spec(key));
        QTRY_COMPARE(count(key), 1);
        QTRY_COMPARE(m_list->model().spec().key, key);
        closeWindow();
        m_desk->reopen();
        openWindow();
        QCOMPARE(m_shell->navigator.currentView(), key);
        QTRY_COMPARE(m_list->model().spec().title, QStringLiteral("Burning"));
        QTRY_COMPARE(m_list->model().ticketCount(), 1);
    }

    void countsFollowTheDesk()
    {
        openWindow();
        QTRY_COMPARE(count(QStringLiteral("open")), 0);
        QVERIFY(m_list->findChild<QWidget *>(QStringLiteral("emptyTitleLabel"))->isVisible());
        const TicketId ticket = m_desk->openTicket(QStringLiteral("First")).ticket;
        QTRY_COMPARE(count(QStringLiteral("open")), 1);
        QTRY_COMPARE(m_list->model().ticketCount(), 1);
        QTRY_VERIFY(m_list->view()->isVisible());
        m_desk->submit(ChangeTicket{ticket,
                                    m_desk->row(ticket).head.version,
                                    {FieldChange{TicketField::State, m_desk->state(StateType::Closed).value, {}, {}}},
                                    {}});
        QTRY_COMPARE(count(QStringLiteral("open")), 0);
        QTRY_COMPARE(m_list->model().ticketCount(), 0);
        QTRY_VERIFY(m_list->findChild<QWidget *>(QStringLiteral("emptyTitleLabel"))->isVisible());
    }

    void everythingHasAName()
    {
        m_desk->openTicket(QStringLiteral("<b>not bold</b><img src='file:///etc/hostname'>"));
        openWindow();
        press(Qt::Key_J);
        press(Qt::Key_O);
        QTRY_VERIFY(m_window->findChild<ChoicePopup *>());
        press(Qt::Key_Escape);
        QCOMPARE(auditWidgets(m_window.get()).join(u'\n'), QString());
        QCOMPARE(m_shell->actions.droppedDefaults(), QStringList());
        const QModelIndex row = m_list->model().index(0, int(ListColumn::Subject));
        QTRY_VERIFY(row.data(Qt::AccessibleTextRole).toString().contains(QLatin1String("<b>not bold</b>")));
    }
};

QTEST_MAIN(ListTest)
#include "list_test.moc"
