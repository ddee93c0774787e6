// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shell_fixture.h"
#include "support/widget_audit.h"
#include "widgets/settings/appearance.h"
#include "widgets/settings/appearance_page.h"
#include "widgets/settings/settings_window.h"
#include "widgets/settings/shortcuts_page.h"

#include <QAction>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QTreeWidget>
#include <QtTest>

using namespace deskhand;

class SettingsTest : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        test::ShellFixture shell;
        QObject context;
        SettingsWindow window{shell.theme};

        Setup()
        {
            followAppearance(shell.settings, shell.theme, &context);
            const auto add = [this](const char *id, const char *text, Qt::Key key) {
                shell.actions.add({.id = QLatin1String(id),
                                   .text = QLatin1String(text),
                                   .category = QStringLiteral("Test"),
                                   .shortcuts = {QKeySequence(key)}},
                                  &context, [] {});
            };
            add("a.one", "First thing", Qt::Key_F2);
            add("a.two", "Second thing", Qt::Key_F3);
            window.addPage(new AppearancePage(shell.theme, shell.settings));
            window.addPage(new ShortcutsPage(shell.theme, shell.actions, shell.prompt));
        }
        template <typename T>
        T *find(const char *name) const
        {
            return window.findChild<T *>(QLatin1String(name));
        }
        void choose(const QString &actionText) const
        {
            auto *tree = find<QTreeWidget>("shortcutTreeWidget");
            tree->setCurrentItem(tree->findItems(actionText, Qt::MatchExactly | Qt::MatchRecursive).value(0));
        }
    };

private Q_SLOTS:
    void searchFindsPagesByWhatIsOnThem()
    {
        Setup setup;
        setup.window.openPage();
        QCOMPARE(setup.window.currentPageId(), QStringLiteral("appearance"));
        auto *search = setup.find<QLineEdit>("settingsSearchLineEdit");
        QTest::keyClicks(search, QStringLiteral("hotk"));
        QCOMPARE(setup.window.currentPageId(), QStringLiteral("shortcuts"));
        search->clear();
        setup.window.openPage(QStringLiteral("appearance"));
        QCOMPARE(setup.window.currentPageId(), QStringLiteral("appearance"));
        QCOMPARE(test::auditWidgets(&setup.window).join(u'\n'), QString());
    }

    void appearanceHoldsAtOnce()
    {
        Setup setup;
        setup.find<QAbstractButton>("darkThemeTile")->click();
        QCOMPARE(setup.shell.theme.scheme(), Theme::Scheme::Dark);
        setup.find<QRadioButton>("compactRadioButton")->click();
        QCOMPARE(setup.shell.theme.density(), Density::Compact);
        setup.find<QSlider>("textSizeSlider")->setValue(13);
        QCOMPARE(setup.shell.theme.fontScale(), 130);
        QCOMPARE(setup.shell.settings.value(QLatin1String(appearance::themeKey)).toString(), QStringLiteral("dark"));
    }

    void shortcutsAreChangedRefusedAndReset()
    {
        Setup setup;
        auto *keys = setup.find<QKeySequenceEdit>("shortcutKeySequenceEdit");
        auto *message = setup.find<QLabel>("shortcutMessageLabel");
        const QAction *one = setup.shell.actions.action(QStringLiteral("a.one"));
        setup.choose(QStringLiteral("First thing"));
        QCOMPARE(keys->keySequence(), QKeySequence(Qt::Key_F2));

        keys->setKeySequence(QKeySequence(Qt::Key_F3));
        Q_EMIT keys->editingFinished();
        QVERIFY(message->text().contains(QLatin1String("Second thing")));
        QCOMPARE(one->shortcut(), QKeySequence(Qt::Key_F2));
        QCOMPARE(keys->keySequence(), QKeySequence(Qt::Key_F2));

        keys->setKeySequence(QKeySequence(Qt::Key_F4));
        Q_EMIT keys->editingFinished();
        QVERIFY(message->text().isEmpty());
        QCOMPARE(one->shortcut(), QKeySequence(Qt::Key_F4));
        setup.find<QPushButton>("shortcutNoneButton")->click();
        QVERIFY(one->shortcut().isEmpty());
        setup.find<QPushButton>("shortcutResetButton")->click();
        QCOMPARE(one->shortcut(), QKeySequence(Qt::Key_F2));
    }

    void resetAllAsksFirst()
    {
        Setup setup;
        const QString id = QStringLiteral("a.one");
        QVERIFY(!setup.shell.actions.setShortcuts(id, {QKeySequence(Qt::Key_F8)}));
        setup.shell.prompt.answer = -1;
        setup.find<QPushButton>("shortcutResetAllButton")->click();
        QCOMPARE(setup.shell.actions.action(id)->shortcut(), QKeySequence(Qt::Key_F8));
        setup.shell.prompt.answer = 0;
        setup.find<QPushButton>("shortcutResetAllButton")->click();
        QCOMPARE(setup.shell.actions.action(id)->shortcut(), QKeySequence(Qt::Key_F2));
        QCOMPARE(setup.shell.prompt.asked.size(), 2);
    }

    void actionsAreFoundByNameAndKey()
    {
        Setup setup;
        auto *tree = setup.find<QTreeWidget>("shortcutTreeWidget");
        auto *search = setup.find<QLineEdit>("shortcutSearchLineEdit");
        const auto shown = [tree] {
            int count = 0;
            for (int g = 0; g < tree->topLevelItemCount(); ++g) {
                for (int i = 0; i < tree->topLevelItem(g)->childCount(); ++i)
                    count += tree->topLevelItem(g)->child(i)->isHidden() ? 0 : 1;
            }
            return count;
        };
        QCOMPARE(shown(), 2);
        search->setText(QStringLiteral("second"));
        QCOMPARE(shown(), 1);
        search->setText(QStringLiteral("f2"));
        QCOMPARE(shown(), 1);
        search->setText(QStringLiteral("nothing"));
        QCOMPARE(shown(), 0);
    }
};

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
