// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices.h"
#include "support/sample_charts.h"
#include "widgets/charts/chart_panel.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QPrinter>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

/// Answers "where to" with a folder.
struct SavingPrompt final : Prompt {
    QString folder;
    QString suggested;

    void ask(QWidget *, const Question &, std::function<void(int)>) override {}
    void askText(QWidget *, const QString &, const QString &, const QString &,
                 std::function<void(const QString &)>) override
    {
    }
    void askOpenFiles(QWidget *, const QString &, const QString &, std::function<void(const QStringList &)>) override {}
    void askSaveFile(QWidget *, const QString &, const QString &name,
                     std::function<void(const QString &)> answered) override
    {
        suggested = name;
        answered(folder + u'/' + name);
    }
};

struct ShownChart {
    Theme theme;
    ChartView view{theme};

    explicit ShownChart(const ChartData &data, QSize size = {520, 260})
    {
        view.resize(size);
        view.setData(data);
        view.show();
        view.activateWindow();
        view.setFocus();
        (void)QTest::qWaitForWindowActive(&view);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&view, Qt::Key(key), modifiers);
    }
};

QPoint middleOf(const ChartView &view, int series, int point)
{
    return view.pointRect(series, point).center();
}

} // namespace

class ChartViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Instant>("deskhand::Instant"); }

    void everyPointIsReachedByKeys()
    {
        ShownChart chart(sampleStack());
        QVERIFY(chart.view.hasFocus());
        chart.press(Qt::Key_Home);
        QCOMPARE(*chart.view.currentPoint(), (ChartSpot{0, 0}));
        QSet<QPair<int, int>> reached{{0, 0}};
        for (int series = 0; series < 4; ++series) {
            for (int point = 0; point < 30; ++point) {
                reached.insert({chart.view.currentPoint()->series, chart.view.currentPoint()->point});
                chart.press(Qt::Key_Right);
            }
            chart.press(Qt::Key_Home);
            chart.press(Qt::Key_Up);
        }
        QCOMPARE(reached.size(), 4 * 30);
        chart.press(Qt::Key_End);
        QCOMPARE(chart.view.currentPoint()->point, 29);
    }

    void enterAndClickOpenTheSame()
    {
        ShownChart chart(sampleStack());
        QSignalSpy opened(&chart.view, &ChartView::activated);
        chart.view.setCurrentPoint(1, 20);
        chart.press(Qt::Key_Return);
        QCOMPARE(opened.takeFirst(), (QVariantList{1, 20}));
        QTest::mouseClick(&chart.view, Qt::LeftButton, Qt::NoModifier, middleOf(chart.view, 0, 7));
        QCOMPARE(opened.takeFirst(), (QVariantList{0, 7}));
        QCOMPARE(*chart.view.currentPoint(), (ChartSpot{0, 7}));
        // Beside everything there is nothing to open.
        QTest::mouseClick(&chart.view, Qt::LeftButton, Qt::NoModifier, QPoint(1, 1));
        QVERIFY(opened.isEmpty());
    }

    void theFocusIsSeen()
    {
        for (const auto &[name, data] : sampleCharts()) {
            ShownChart chart(data);
            const QImage with = chart.view.grab().toImage();
            chart.view.clearFocus();
            QVERIFY2(chart.view.grab().toImage() != with, qPrintable(name));
            chart.view.setFocus();
            chart.press(Qt::Key_Home);
            const QImage first = chart.view.grab().toImage();
            chart.press(data.horizontal ? Qt::Key_Down : Qt::Key_Right);
            QVERIFY2(chart.view.grab().toImage() != first, qPrintable(name));
        }
    }

    void timeIsZoomedByKeys()
    {
        ShownChart chart(sampleLines(365));
        QSignalSpy zoomed(&chart.view, &ChartView::zoomed);
        chart.view.setCurrentPoint(0, 100);
        chart.press(Qt::Key_Plus);
        QVERIFY(chart.view.isZoomed());
        QCOMPARE(zoomed.size(), 1);
        const ChartWindow window = chart.view.window();
        QVERIFY(window.first <= 100 && 100 <= window.last);
        QCOMPARE(zoomed[0][0].value<Instant>(), chart.view.data().axis.instants[window.first]);
        QCOMPARE(zoomed[0][1].value<Instant>(), chart.view.data().axis.instants[window.last + 1]);
        chart.press(Qt::Key_Escape);
        QVERIFY(!chart.view.isZoomed());
        QCOMPARE(zoomed.size(), 2);
        // A span by Shift, and Enter.
        chart.view.setCurrentPoint(0, 200);
        for (int step = 0; step < 10; ++step)
            chart.press(Qt::Key_Right, Qt::ShiftModifier);
        chart.press(Qt::Key_Return);
        QCOMPARE(chart.view.window(), (ChartWindow{200, 210}));
        chart.press(Qt::Key_0);
        QVERIFY(!chart.view.isZoomed());
    }

    void timeIsZoomedByDragging()
    {
        ShownChart chart(sampleLines(90));
        QSignalSpy zoomed(&chart.view, &ChartView::zoomed);
        QSignalSpy opened(&chart.view, &ChartView::activated);
        const int y = int(chart.view.scene().plot.center().y());
        const QPoint from(int(chart.view.scene().columns[10].center().x()), y);
        const QPoint to(int(chart.view.scene().columns[30].center().x()), y);
        QTest::mousePress(&chart.view, Qt::LeftButton, Qt::NoModifier, from);
        for (const QPoint pos : {from + QPoint(20, 0), to}) {
            QMouseEvent move(QEvent::MouseMove, pos, chart.view.mapToGlobal(pos), Qt::NoButton, Qt::LeftButton,
                             Qt::NoModifier);
            QApplication::sendEvent(&chart.view, &move);
        }
        QTest::mouseRelease(&chart.view, Qt::LeftButton, Qt::NoModifier, to);
        QCOMPARE(chart.view.window(), (ChartWindow{10, 30}));
        QCOMPARE(zoomed.size(), 1);
        QVERIFY(opened.isEmpty());
    }

    void freshNumbersKeepTheFocusAndTheZoom()
    {
        ShownChart chart(sampleLines(365));
        chart.view.zoomTo({100, 200});
        chart.view.setCurrentPoint(1, 150);
        ChartData again = sampleLines(365);
        *again.series[0].points[3].value += 1;
        chart.view.setLoading();
        chart.view.setData(again);
        QCOMPARE(chart.view.window(), (ChartWindow{100, 200}));
        QCOMPARE(*chart.view.currentPoint(), (ChartSpot{1, 150}));
        chart.view.setData(sampleStack());
        QVERIFY(!chart.view.isZoomed());
    }

    void everyPointIsInTheAccessibilityTree()
    {
        for (const auto &[name, data] : sampleCharts()) {
            ShownChart chart(data);
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&chart.view);
            QVERIFY(face);
            QCOMPARE(face->role(), QAccessible::Chart);
            QCOMPARE(face->text(QAccessible::Name), data.title);
            QVERIFY(!face->text(QAccessible::Description).isEmpty());
            QAccessibleTableInterface *table = face->tableInterface();
            QVERIFY(table);
            QCOMPARE(table->rowCount(), data.pointCount());
            QCOMPARE(table->columnCount(), int(data.series.size()));
            QCOMPARE(face->childCount(), data.pointCount() * int(data.series.size()));
            for (int series = 0; series < data.series.size(); ++series) {
                QCOMPARE(table->columnDescription(series), data.series[series].name);
                for (int point = 0; point < data.pointCount(); ++point) {
                    QAccessibleInterface *cell = table->cellAt(point, series);
                    QVERIFY(cell && cell->isValid());
                    QCOMPARE(cell->text(QAccessible::Value),
                             chart.view.words().value(data.format, data.value(series, point)));
                    const QString spoken = cell->text(QAccessible::Name);
                    QVERIFY(spoken.contains(data.series[series].name));
                    QVERIFY(spoken.contains(chart.view.words().position(data, point)));
                    QCOMPARE(face->child(face->indexOfChild(cell)), cell);
                    QCOMPARE(cell->tableCellInterface()->rowIndex(), point);
                    QVERIFY(!cell->rect().isEmpty() || data.value(series, point));
                }
            }
        }
    }

    void aScreenReaderFollowsTheFocusAndPresses()
    {
        ShownChart chart(sampleStack());
        QSignalSpy opened(&chart.view, &ChartView::activated);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&chart.view);
        chart.view.setCurrentPoint(2, 11);
        QAccessibleInterface *cell = face->tableInterface()->cellAt(11, 2);
        QCOMPARE(face->focusChild(), cell);
        QVERIFY(cell->state().focused);
        QAccessibleInterface *other = face->tableInterface()->cellAt(5, 1);
        QVERIFY(!other->state().focused);
        other->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.takeFirst(), (QVariantList{1, 5}));
        QCOMPARE(*chart.view.currentPoint(), (ChartSpot{1, 5}));
        // A point that is gone is invalid and harms nobody.
        QAccessibleInterface *late = face->tableInterface()->cellAt(29, 3);
        chart.view.setData(sampleBars());
        QVERIFY(!late->isValid());
        QVERIFY(late->text(QAccessible::Name).isEmpty());
    }

    void theTableBehindShowsAndOpensTheSame()
    {
        Theme theme;
        SavingPrompt prompt;
        Notices notices;
        ChartPanel panel(theme, prompt, notices);
        panel.setData(sampleStack());
        panel.resize(600, 300);
        panel.show();
        QVERIFY(panel.view().isVisible());
        panel.view().setCurrentPoint(1, 4);
        panel.setTable(true);
        QVERIFY(panel.table().isVisible());
        QCOMPARE(panel.table().currentIndex().row(), 4);
        QCOMPARE(panel.table().model()->rowCount(), 30);
        QSignalSpy opened(&panel, &ChartPanel::activated);
        QTest::keyClick(&panel.table(), Qt::Key_Down);
        QTest::keyClick(&panel.table(), Qt::Key_Return);
        QCOMPARE(opened.takeFirst(), (QVariantList{1, 5}));
        panel.setTable(false);
        QCOMPARE(*panel.view().currentPoint(), (ChartSpot{1, 5}));
    }

    void everyFileIsSaved()
    {
        const QTemporaryDir folder;
        Theme theme;
        SavingPrompt prompt;
        prompt.folder = folder.path();
        Notices notices;
        QSignalSpy said(&notices, &Notices::posted);
        QSignalSpy failed(&notices, &Notices::failed);
        ChartPanel panel(theme, prompt, notices);
        panel.setData(sampleStack());
        const QAction *saving = panel.chartActions()[3];
        for (QAction *action : saving->menu()->actions())
            action->trigger();
        QCOMPARE(said.size(), 5);
        QVERIFY(failed.isEmpty());
        for (const char *ending : {"png", "svg", "pdf", "csv", "xlsx"})
            QVERIFY(QFileInfo(folder.filePath(QStringLiteral("First response.") + QLatin1String(ending))).size() > 400);
        prompt.folder = folder.filePath(QStringLiteral("nowhere"));
        saving->menu()->actions().first()->trigger();
        QCOMPARE(failed.size(), 1);
    }

    void theClipboardGetsPictureAndTable()
    {
        Theme theme;
        SavingPrompt prompt;
        Notices notices;
        ChartPanel panel(theme, prompt, notices);
        panel.setData(sampleBars());
        panel.chartActions()[1]->trigger();
        const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
        QVERIFY(mime->hasImage());
        QVERIFY(mime->data(QStringLiteral("image/svg+xml")).contains("<svg"));
        panel.chartActions()[2]->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Weekday\tLast month\tThis month")));
    }

    void aPrinterGetsText()
    {
        const QTemporaryDir folder;
        Theme theme;
        SavingPrompt prompt;
        Notices notices;
        ChartPanel panel(theme, prompt, notices);
        panel.setData(sampleHeat());
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(QStringLiteral("printed.pdf")));
        panel.printOn(printer);
        QFile file(printer.outputFileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.startsWith("%PDF") && pdf.contains("/ToUnicode"));
    }

    void nothingCanBeDoneWithNothing()
    {
        Theme theme;
        SavingPrompt prompt;
        Notices notices;
        ChartPanel panel(theme, prompt, notices);
        panel.setData({});
        for (const QAction *action : panel.chartActions())
            QVERIFY(!action->isEnabled());
        panel.resize(300, 200);
        panel.show();
        QTest::keyClick(&panel.view(), Qt::Key_Right);
        QTest::keyClick(&panel.view(), Qt::Key_Return);
        QTest::mouseClick(&panel.view(), Qt::LeftButton, Qt::NoModifier, QPoint(50, 50));
        QVERIFY(!panel.view().currentPoint());
    }
};

QTEST_MAIN(ChartViewTest)
#include "chart_view_test.moc"
