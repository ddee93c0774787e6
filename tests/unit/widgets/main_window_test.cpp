// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shell_fixture.h"
#include "support/widget_audit.h"
#include "widgets/frame/columns.h"
#include "widgets/frame/empty_state.h"
#include "widgets/frame/error_banner.h"
#include "widgets/frame/kept_clear.h"
#include "widgets/main_window.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSplitter>
#include <QtTest>

using namespace deskhand;

class MainWindowTest : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        test::ShellFixture shell;
        std::unique_ptr<MainWindow> window = std::make_unique<MainWindow>(shell.context(), shell.status);
        Setup() { addAreas(); }
        void addAreas()
        {
            for (const Area area : {Area::Sidebar, Area::List, Area::Ticket, Area::SidePanel}) {
                auto *edit = new QLineEdit;
                edit->setAccessibleName(QStringLiteral("area"));
                edit->setObjectName(QStringLiteral("areaLineEdit"));
                window->setArea(area, edit);
            }
        }
        [[nodiscard]] QVector<bool> shown() const
        {
            QVector<bool> all;
            for (const Area area : {Area::Sidebar, Area::List, Area::Ticket, Area::SidePanel})
                all.append(window->area(area)->isVisible());
            return all;
        }
    };

private Q_SLOTS:
    void columnsGiveWayFromTheRight()
    {
        Setup setup;
        setup.window->resize(1400, 800);
        setup.window->show();
        QCOMPARE(setup.shown(), (QVector<bool>{true, true, true, true}));
        setup.window->resize(1000, 800);
        QCOMPARE(setup.shown(), (QVector<bool>{true, true, true, false}));
        setup.window->resize(700, 800);
        QCOMPARE(setup.shown(), (QVector<bool>{true, true, false, false}));
        setup.shell.navigator.openTicket(TicketId{5});
        QCOMPARE(setup.shown(), (QVector<bool>{true, false, true, false}));
        setup.shell.navigator.closeTicket();
        QCOMPARE(setup.shown(), (QVector<bool>{true, true, false, false}));
        setup.window->resize(1400, 800);
        QCOMPARE(setup.shown(), (QVector<bool>{true, true, true, true}));
    }

    void anAreaThatHidesItselfGivesItsRoomAway()
    {
        Setup setup;
        setup.window->resize(1400, 800);
        setup.window->show();
        const int before = setup.window->area(Area::Ticket)->width();
        setup.window->area(Area::SidePanel)->hide();
        QVERIFY(setup.window->area(Area::Ticket)->width() > before + 200);
        setup.window->area(Area::SidePanel)->show();
        QCOMPARE(setup.window->area(Area::Ticket)->width(), before);
        QVERIFY(setup.window->area(Area::SidePanel)->isVisible());
    }

    void aListWithColumnsHasAWidthOfItsOwn()
    {
        Setup setup;
        setup.window->resize(1600, 800);
        setup.window->show();
        const int narrow = setup.window->area(Area::List)->width();
        setup.window->setListWide(true);
        const int wide = setup.window->area(Area::List)->width();
        QVERIFY(wide > narrow + 100);
        setup.window->setListWide(false);
        QCOMPARE(setup.window->area(Area::List)->width(), narrow);
        // Both come back in the next run, whichever is shown first.
        setup.window->setListWide(true);
        setup.window->close();
        setup.window.reset();
        setup.window = std::make_unique<MainWindow>(setup.shell.context(), setup.shell.status);
        setup.addAreas();
        setup.window->resize(1600, 800);
        setup.window->show();
        QCOMPARE(setup.window->area(Area::List)->width(), narrow);
        setup.window->setListWide(true);
        QCOMPARE(setup.window->area(Area::List)->width(), wide);
    }

    void columnsAreHiddenByAction()
    {
        Setup setup;
        setup.window->resize(1400, 800);
        setup.window->show();
        QVERIFY(setup.shell.actions.trigger(QStringLiteral("view.sidebar")));
        QCOMPARE(setup.shown(), (QVector<bool>{false, true, true, true}));
        QVERIFY(!setup.shell.actions.action(QStringLiteral("view.sidebar"))->isChecked());
    }

    void placeIsRemembered()
    {
        Setup setup;
        setup.window->show();
        setup.window->resize(1300, 700);
        auto *columns = setup.window->findChild<Columns *>();
        QWidget *handle = columns->handle(1);
        const QPoint middle = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, middle);
        QTest::mouseMove(handle, middle + QPoint(40, 0));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, middle);
        const QList<int> sizes = columns->sizes();
        QVERIFY(sizes.at(0) > 220);
        setup.shell.actions.trigger(QStringLiteral("view.sidePanel"));
        setup.window->close();
        setup.window.reset();
        setup.window = std::make_unique<MainWindow>(setup.shell.context(), setup.shell.status);
        setup.addAreas();
        setup.window->show();
        QCOMPARE(setup.window->size(), QSize(1300, 700));
        QCOMPARE(setup.shown(), (QVector<bool>{true, true, true, false}));
        QCOMPARE(setup.window->findChild<Columns *>()->sizes().at(0), sizes.at(0));
    }

    void menusComeFromTheRegistry()
    {
        Setup setup;
        setup.window->show();
        QObject owner;
        setup.shell.actions.add({.id = QStringLiteral("x.reply"),
                                 .text = QStringLiteral("Reply"),
                                 .category = QStringLiteral("Ticket"),
                                 .menu = ActionMenu::Ticket},
                                &owner, [] {});
        const auto titles = [&setup] {
            QStringList all;
            for (const QAction *menu : setup.window->menuBar()->actions())
                all.append(menu->text().remove(u'&'));
            return all;
        };
        QTRY_COMPARE(titles(), (QStringList{QStringLiteral("Desk"), QStringLiteral("View"), QStringLiteral("Ticket"),
                                            QStringLiteral("Go"), QStringLiteral("Help")}));
        QVERIFY(setup.shell.actions.droppedDefaults().isEmpty());
        QCOMPARE(test::auditWidgets(setup.window.get()).join(u'\n'), QString());
    }

    void focusGoesRound()
    {
        Setup setup;
        setup.window->resize(1400, 800);
        setup.window->show();
        QVERIFY(QTest::qWaitForWindowActive(setup.window.get()));
        setup.shell.navigator.focusArea(Area::List);
        QCOMPARE(QApplication::focusWidget(), setup.window->area(Area::List));
        setup.shell.actions.trigger(QStringLiteral("go.nextArea"));
        QCOMPARE(QApplication::focusWidget(), setup.window->area(Area::Ticket));
        setup.shell.actions.trigger(QStringLiteral("go.previousArea"));
        setup.shell.actions.trigger(QStringLiteral("go.previousArea"));
        setup.shell.actions.trigger(QStringLiteral("go.previousArea"));
        QCOMPARE(QApplication::focusWidget(), setup.window->area(Area::SidePanel));
    }

    void errorsSayWhatIsSafe()
    {
        Setup setup;
        setup.window->show();
        int retries = 0;
        setup.shell.notices.fail(QStringLiteral("The reply was not sent."),
                                 Error{ErrorCode::Busy, QStringLiteral("x.y"), QStringLiteral("locked"), {}},
                                 [&retries] { ++retries; });
        auto *banner = setup.window->findChild<ErrorBanner *>();
        QVERIFY(banner->isVisible());
        QVERIFY(banner->accessibleDescription().contains(QLatin1String("Nothing was changed")));
        banner->findChild<QPushButton *>(QStringLiteral("errorCopyButton"))->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("busy (x.y)")));
        banner->findChild<QPushButton *>(QStringLiteral("errorRetryButton"))->click();
        QCOMPARE(retries, 1);
        QVERIFY(!banner->isVisible());
    }

    void toastIsUndone()
    {
        Setup setup;
        setup.window->show();
        int undone = 0;
        setup.shell.notices.post(
            {QStringLiteral("<b>12 tickets closed</b>"), QStringLiteral("Undo"), [&undone] { ++undone; }, 50});
        auto *toast = setup.window->findChild<QWidget *>(QStringLiteral("toastBar"));
        QVERIFY(toast->isVisible());
        toast->findChild<QPushButton *>(QStringLiteral("toastActionButton"))->click();
        QCOMPARE(undone, 1);
        QVERIFY(!toast->isVisible());
        setup.shell.notices.post({QStringLiteral("gone soon"), {}, {}, 20});
        QVERIFY(toast->isVisible());
        QTRY_VERIFY(!toast->isVisible());
    }

    void messagesLeaveFreeWhatIsKeptClear()
    {
        Setup setup;
        setup.window->resize(1000, 700);
        setup.window->show();
        QWidget kept(setup.window.get());
        kept.setGeometry(300, 600, 500, 70);
        kept.show();
        setup.shell.notices.post({QStringLiteral("Kept on this computer"), {}, {}, 60'000});
        auto *toast = setup.window->findChild<QWidget *>(QStringLiteral("toastBar"));
        QVERIFY(toast->geometry().intersects(kept.geometry()));
        setup.window->keptClear().add(&kept);
        QCOMPARE(toast->geometry().bottom(), kept.geometry().top() - 1);
        kept.setGeometry(300, 300, 500, 370); // somebody begins to write
        QCOMPARE(toast->geometry().bottom(), kept.geometry().top() - 1);
        QWidget above(setup.window.get());
        above.setGeometry(300, 250, 500, 50);
        above.show();
        setup.window->keptClear().add(&above);
        QCOMPARE(toast->geometry().bottom(), above.geometry().top() - 1);
        above.hide();
        kept.hide();
        QVERIFY(toast->geometry().intersects(kept.geometry()));
        kept.setGeometry(setup.window->rect()); // no room at all: then it is read before what is under it
        kept.show();
        QCOMPARE(toast->geometry().top(), 0);
    }

    void emptyStateFollowsItsAction()
    {
        test::ShellFixture shell;
        QAction action(QStringLiteral("&New ticket…"));
        EmptyState empty(shell.theme);
        empty.setContent(QStringLiteral("list-add"), QStringLiteral("Nothing here"), QStringLiteral("Sentence."),
                         &action);
        auto *button = empty.findChild<QPushButton *>();
        QCOMPARE(button->text(), QStringLiteral("New ticket"));
        QSignalSpy triggered(&action, &QAction::triggered);
        button->click();
        QCOMPARE(triggered.count(), 1);
        action.setEnabled(false);
        QVERIFY(!button->isEnabled());
    }
};

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
