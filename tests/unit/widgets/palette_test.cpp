// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shell_fixture.h"
#include "support/widget_audit.h"
#include "widgets/palette/action_source.h"
#include "widgets/palette/command_palette.h"

#include <QLineEdit>
#include <QListView>
#include <QtTest>

using namespace deskhand;

namespace {

/// Answers when the test says so, as a source over a desk does.
class SlowSource final : public PaletteSource
{
public:
    QStringList asked;
    [[nodiscard]] QString id() const override { return QStringLiteral("ticket"); }
    [[nodiscard]] QString title() const override { return QStringLiteral("Tickets"); }
    [[nodiscard]] QChar prefix() const override { return u'#'; }
    void query(const QString &text, int) override { asked.append(text); }
    void answer(const QString &text, const QString &title, int score)
    {
        Q_EMIT found(text, {{QStringLiteral("7"), title, {}, {}, {}, score, {}, [this] { ++runs; }}});
    }
    int runs = 0;
};

QStringList titles(const PaletteModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row).data().toString());
    return all;
}

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT

private:
    struct Setup {
        test::ShellFixture shell;
        QWidget window;
        ActionSource actions{shell.actions};
        SlowSource tickets;
        std::unique_ptr<CommandPalette> palette;
        int ran = 0;

        Setup()
        {
            window.resize(900, 600);
            palette = std::make_unique<CommandPalette>(shell.theme, shell.settings, &window);
            palette->addSource(&actions);
            palette->addSource(&tickets);
            add("a.new", "&New ticket…", {QKeySequence(Qt::CTRL | Qt::Key_N)});
            add("a.note", "Internal &note", {});
            add("a.quit", "Quit", {});
        }
        void add(const char *id, const char *text, QList<QKeySequence> keys)
        {
            shell.actions.add({.id = QLatin1String(id),
                               .text = QString::fromUtf8(text),
                               .category = QStringLiteral("Test"),
                               .shortcuts = std::move(keys)},
                              &window, [this] { ++ran; });
        }
    };

private Q_SLOTS:
    void findsShowsKeysAndRuns()
    {
        Setup setup;
        setup.window.show();
        setup.palette->open();
        auto *input = setup.palette->findChild<QLineEdit *>(QStringLiteral("paletteLineEdit"));
        QTest::keyClicks(input, QStringLiteral("nt"));
        const PaletteModel &model = *setup.palette->model();
        QCOMPARE(titles(model), (QStringList{QStringLiteral("Actions"), QStringLiteral("New ticket"),
                                             QStringLiteral("Internal note")}));
        QCOMPARE(model.index(1).data(PaletteModel::KeysRole).toString(),
                 QKeySequence(Qt::CTRL | Qt::Key_N).toString(QKeySequence::NativeText));
        QVERIFY(!(model.index(0).flags() & Qt::ItemIsSelectable));
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(setup.ran, 1);
        QVERIFY(!setup.palette->isVisible());
    }

    void recentFirst()
    {
        Setup setup;
        setup.window.show();
        setup.palette->open(QStringLiteral("quit"));
        QTest::keyClick(setup.palette->findChild<QLineEdit *>(), Qt::Key_Return);
        setup.palette->open();
        const QStringList shown = titles(*setup.palette->model());
        QCOMPARE(shown.mid(0, 3),
                 (QStringList{QStringLiteral("Recent"), QStringLiteral("Quit"), QStringLiteral("Actions")}));
        QCOMPARE(shown.count(QStringLiteral("Quit")), 1);
    }

    void lateAnswersDoNotMoveTheChoice()
    {
        Setup setup;
        setup.window.show();
        setup.palette->open(QStringLiteral("n"));
        auto *input = setup.palette->findChild<QLineEdit *>();
        auto *list = setup.palette->findChild<QListView *>();
        QTest::keyClick(input, Qt::Key_Down);
        const QString chosen = list->currentIndex().data().toString();
        QCOMPARE(setup.tickets.asked.last(), QStringLiteral("n"));
        setup.tickets.answer(QStringLiteral("old text"), QStringLiteral("stale"), 5000);
        QVERIFY(!titles(*setup.palette->model()).contains(QStringLiteral("stale")));
        setup.tickets.answer(QStringLiteral("n"), QStringLiteral("#7 No sound"), 5000);
        QCOMPARE(titles(*setup.palette->model()).value(1), QStringLiteral("#7 No sound"));
        QCOMPARE(list->currentIndex().data().toString(), chosen);
        QTest::keyClick(input, Qt::Key_Escape);
        QVERIFY(!setup.palette->isVisible());
        QCOMPARE(setup.tickets.runs, 0);
    }

    void prefixAsksOneSource()
    {
        Setup setup;
        setup.window.show();
        setup.palette->open(QStringLiteral("#12"));
        QCOMPARE(setup.tickets.asked.last(), QStringLiteral("12"));
        QVERIFY(titles(*setup.palette->model()).isEmpty());
        setup.tickets.answer(QStringLiteral("12"), QStringLiteral("#12 Printer"), 1000);
        QCOMPARE(titles(*setup.palette->model()).size(), 2);
    }

    void emptyStateAndNames()
    {
        Setup setup;
        setup.window.show();
        setup.palette->open(QStringLiteral("qqqq"));
        auto *empty = setup.palette->findChild<QWidget *>(QStringLiteral("paletteEmptyLabel"));
        QVERIFY(!empty->isVisible()); // not before all have answered
        Q_EMIT setup.tickets.found(QStringLiteral("qqqq"), {});
        QVERIFY(empty->isVisible());
        QCOMPARE(test::auditWidgets(setup.palette.get()).join(u'\n'), QString());
    }
};

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"
