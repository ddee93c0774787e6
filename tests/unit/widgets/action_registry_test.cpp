// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shell_fixture.h"
#include "widgets/actions/typing_guard.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QTextEdit>
#include <QVBoxLayout>
#include <QtTest>

using namespace deskhand;

namespace {

ActionSpec specOf(const char *id, const char *text, QList<QKeySequence> keys,
                  ActionScopes scope = ActionScope::Everywhere)
{
    return {.id = QLatin1String(id),
            .text = QString::fromUtf8(text),
            .category = QStringLiteral("Test"),
            .shortcuts = std::move(keys),
            .scope = scope};
}

} // namespace

class ActionRegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsWhileEnabledAndAlive()
    {
        test::ShellFixture shell;
        int runs = 0;
        bool possible = false;
        auto owner = std::make_unique<QObject>();
        ActionSpec spec = specOf("a.run", "&Run…", {});
        spec.enabledWhen = [&possible] { return possible; };
        QAction *action = shell.actions.add(spec, owner.get(), [&runs] { ++runs; });
        QTRY_VERIFY(!action->isEnabled());
        QVERIFY(!shell.actions.trigger(spec.id));
        possible = true;
        shell.actions.refresh();
        QTRY_VERIFY(action->isEnabled());
        possible = false; // and nobody said so: the run itself asks again
        action->trigger();
        QCOMPARE(runs, 0);
        possible = true;
        QVERIFY(shell.actions.trigger(spec.id));
        QCOMPARE(runs, 1);
        owner.reset();
        QVERIFY(!shell.actions.action(spec.id));
        QCOMPARE(plainActionText(spec.text), QStringLiteral("Run"));
        QCOMPARE(plainActionText(QStringLiteral("Save && close")), QStringLiteral("Save & close"));
    }

    void refusesTakenKeysWithTheName()
    {
        test::ShellFixture shell;
        const auto nothing = [] {};
        shell.actions.add(specOf("a.reply", "&Reply", {QKeySequence(Qt::Key_R)}, ActionScope::Tickets), this, nothing);
        shell.actions.add(specOf("a.refresh", "Refresh", {QKeySequence(Qt::Key_F5)}), this, nothing);
        shell.actions.add(specOf("a.rename", "Rename", {}, ActionScope::Sidebar), this, nothing);

        const auto taken = shell.actions.setShortcuts(QStringLiteral("a.refresh"), {QKeySequence(Qt::Key_R)});
        QVERIFY(taken);
        QCOMPARE(taken->why, ShortcutCollision::Why::Taken);
        QCOMPARE(taken->actionText, QStringLiteral("Reply"));
        QCOMPARE(shell.actions.action(QStringLiteral("a.refresh"))->shortcut(), QKeySequence(Qt::Key_F5));
        // "R" is over before "R, X" can be typed.
        QVERIFY(shell.actions.setShortcuts(QStringLiteral("a.refresh"), {QKeySequence(Qt::Key_R, Qt::Key_X)}));
        // Another place, the same key.
        QVERIFY(!shell.actions.setShortcuts(QStringLiteral("a.rename"), {QKeySequence(Qt::Key_R)}));
        QVERIFY(shell.actions.droppedDefaults().isEmpty());
        shell.actions.add(specOf("a.late", "Late", {QKeySequence(Qt::Key_F5)}), this, nothing);
        QCOMPARE(shell.actions.droppedDefaults().size(), 1);
        QVERIFY(shell.actions.action(QStringLiteral("a.late"))->shortcuts().isEmpty());
    }

    void noSingleKeySends()
    {
        test::ShellFixture shell;
        ActionSpec spec = specOf("a.send", "Send", {QKeySequence(Qt::CTRL | Qt::Key_Return)}, ActionScope::Composer);
        spec.sends = true;
        shell.actions.add(spec, this, [] {});
        for (const QKeySequence &keys : {QKeySequence(Qt::Key_S), QKeySequence(Qt::Key_Return),
                                         QKeySequence(Qt::SHIFT | Qt::Key_S), QKeySequence(Qt::Key_G, Qt::Key_S)}) {
            const auto refused = shell.actions.setShortcuts(spec.id, {keys});
            QVERIFY2(refused && refused->why == ShortcutCollision::Why::NeedsModifier, qPrintable(keys.toString()));
        }
        QVERIFY(!shell.actions.setShortcuts(spec.id, {QKeySequence(Qt::ALT | Qt::Key_S)}));
    }

    void changedKeysAreKept()
    {
        test::ShellFixture shell;
        const QString id = QStringLiteral("a.find");
        shell.actions.add(specOf("a.find", "Find", {QKeySequence(Qt::CTRL | Qt::Key_F)}), this, [] {});
        QVERIFY(!shell.actions.setShortcuts(id, {QKeySequence(Qt::Key_Slash), QKeySequence(Qt::Key_F3)}));
        QVERIFY(!shell.actions.hasDefaultShortcuts(id));
        {
            ActionRegistry again(shell.theme, shell.settings);
            QObject owner;
            again.add(specOf("a.find", "Find", {QKeySequence(Qt::CTRL | Qt::Key_F)}), &owner, [] {});
            QCOMPARE(again.action(id)->shortcuts(),
                     (QList<QKeySequence>{QKeySequence(Qt::Key_Slash), QKeySequence(Qt::Key_F3)}));
        }
        shell.actions.resetAllShortcuts();
        QVERIFY(shell.actions.hasDefaultShortcuts(id));
        QVERIFY(!shell.settings.contains(QStringLiteral("shortcuts/a.find")));
    }

    void singleKeysWorkInTheirPlaceAndNeverWhileTyping()
    {
        test::ShellFixture shell;
        QWidget window;
        auto *list = new QListWidget(&window);
        auto *line = new QLineEdit(&window);
        auto *editor = new QTextEdit(list);
        list->setObjectName(QStringLiteral("list"));
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(list);
        layout->addWidget(line);
        TypingGuard guard;
        qApp->installEventFilter(&guard);
        int replies = 0;
        shell.actions.add(specOf("a.reply", "Reply", {QKeySequence(Qt::Key_R)}, ActionScope::Tickets), this,
                          [&replies] { ++replies; });
        shell.actions.bind(ActionScope::List, list);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        list->setFocus();
        QTest::keyClick(list, Qt::Key_R);
        QCOMPARE(replies, 1);
        line->setFocus();
        QTest::keyClick(line, Qt::Key_R);
        QCOMPARE(replies, 1);
        QCOMPARE(line->text(), QStringLiteral("r"));
        editor->show();
        editor->setFocus(); // inside the list's area: the key still types
        QTest::keyClick(editor, Qt::Key_R);
        QCOMPARE(replies, 1);
        QCOMPARE(editor->toPlainText(), QStringLiteral("r"));
        editor->setReadOnly(true);
        QTest::keyClick(editor, Qt::Key_R);
        QCOMPARE(replies, 2);
    }
};

QTEST_MAIN(ActionRegistryTest)
#include "action_registry_test.moc"
