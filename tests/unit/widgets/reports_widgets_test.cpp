// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/report_desk.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"
#include "support/shell_fixture.h"
#include "support/widget_audit.h"
#include "widgets/charts/chart_panel.h"
#include "widgets/choice_popup.h"
#include "widgets/reports/counting_card.h"
#include "widgets/reports/number_button.h"
#include "widgets/reports/report_builder_dialog.h"
#include "widgets/reports/report_card.h"
#include "widgets/reports/report_filter_bar.h"
#include "widgets/reports/reports_page.h"
#include "widgets/reports/schedule_dialog.h"

#include <QComboBox>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimeEdit>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

/// Cards, the bar above them, and the dialogs, over a desk whose reports are made up.
class ReportsWidgetsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ShellFixture> m_shell;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ReportDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<ShellFixture>();
        m_shell->theme.applyTo(*qApp);
        m_clock = std::make_unique<ManualClock>(sampleNow);
        m_desk = std::make_unique<ReportDesk>(sampleCatalog(), *m_clock);
        m_holder = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, *m_clock);
        m_holder->refresh();
        QTRY_VERIFY(m_holder->isReady());
    }

    void cleanup()
    {
        m_holder.reset();
        m_desk.reset();
        m_clock.reset();
        m_shell.reset();
    }

    void aCardOpensWhatItHasCounted()
    {
        ReportCardPresenter presenter(*m_desk, *m_holder);
        ReportCard card(m_shell->context(), presenter);
        card.resize(480, 320);
        card.show();
        Report report;
        report.by = {ReportDimension::Queue};
        report.comparison = ReportComparison::PreviousPeriod;
        presenter.setReport(report);
        QTRY_COMPARE(int(presenter.state()), int(ReportCardPresenter::State::Ready));
        QVERIFY(card.chart().isVisible());
        QVERIFY(card.accessibleName().contains(QStringLiteral("50 % more than the 30 day(s) before (6)")));
        QCOMPARE(auditWidgets(&card).join(u'\n'), QString());
        QSignalSpy tickets(&card, &ReportCard::ticketsRequested);
        card.chart().view().setCurrentPoint(0, 2);
        QTest::keyClick(&card.chart().view(), Qt::Key_Return);
        QCOMPARE(tickets.size(), 1);
        const auto spec = tickets.takeFirst().first().value<ListSpec>();
        QCOMPARE(spec.counted->keys, QVector<qint64>{-1});
        QCOMPARE(spec.counted->except, (QVector<qint64>{1, 2}));
        card.setFocus();
        QTest::keyClick(&card, Qt::Key_Return);
        QCOMPARE(tickets.size(), 1);
        QVERIFY(tickets.first().first().value<ListSpec>().counted->keys.isEmpty());
    }

    void aCardSaysHowItCounts()
    {
        ReportCardPresenter presenter(*m_desk, *m_holder);
        Report report;
        report.measure = ReportMeasure::Resolution;
        report.statistic = ReportStatistic::Median;
        presenter.setReport(report);
        QTRY_COMPARE(int(presenter.state()), int(ReportCardPresenter::State::Ready));
        const CountingCard counting(m_shell->context(), presenter, nullptr);
        const QString text = counting.asText();
        QVERIFY(text.contains(ReportWords::definition(report)));
        QVERIFY(text.contains(QStringLiteral("UTC")));
        QVERIFY(text.contains(QStringLiteral("Round the clock"), Qt::CaseInsensitive));
        QCOMPARE(auditWidgets(const_cast<CountingCard *>(&counting)).join(u'\n'), QString());
    }

    void whatFailsIsSaidInTheCard()
    {
        m_desk->answerReport = [](const ReportQuery &) {
            return Error{ErrorCode::Offline, QStringLiteral("test"), QStringLiteral("away"), {}};
        };
        ReportCardPresenter presenter(*m_desk, *m_holder);
        ReportCard card(m_shell->context(), presenter);
        card.show();
        presenter.setReport(Report{});
        QTRY_COMPARE(int(presenter.state()), int(ReportCardPresenter::State::Failed));
        QVERIFY(card.accessibleName().contains(QStringLiteral("cannot be reached")));
        QVERIFY(!card.findChild<NumberButton *>()->isVisible());
    }

    void theBarNarrowsAllCards()
    {
        ReportsPage page(m_shell->context(), *m_desk, *m_holder);
        page.resize(1200, 800);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.start();
        QTRY_VERIFY(m_desk->asked.size() >= page.dashboard().cards().size());
        QCOMPARE(auditWidgets(&page).join(u'\n'), QString());
        m_desk->asked.clear();
        QTest::mouseClick(page.findChild<QWidget *>(QStringLiteral("channelFilterFieldButton")), Qt::LeftButton);
        auto *popup = page.findChild<ChoicePopup *>();
        QVERIFY(popup && popup->isVisible());
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : popup, Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : popup, Qt::Key_Return);
        QTRY_VERIFY(page.dashboard().filter().channel.has_value());
        QTRY_VERIFY(m_desk->asked.size() >= page.dashboard().cards().size());
        for (const ReportQuery &query : std::as_const(m_desk->asked))
            QVERIFY(!query.report.tickets.isEverything());
    }

    void aScheduleIsKept()
    {
        ReportShelfModel shelf(*m_desk, *m_holder);
        ReportItem item;
        item.name = QStringLiteral("Every Monday");
        item.content = ReportSchedule{ReportItemId{3}, ReportRhythm::Weekly, 1, 7, 0, {}, {PersonId{1}}, true};
        auto *dialog = new ScheduleDialog(m_shell->context(), *m_holder, shelf, item, nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        auto *rhythm = dialog->findChild<QComboBox *>(QStringLiteral("rhythmComboBox"));
        rhythm->setCurrentIndex(rhythm->findData(int(ReportRhythm::Monthly)));
        auto *day = dialog->findChild<QComboBox *>(QStringLiteral("scheduleDayComboBox"));
        QCOMPARE(day->count(), 31);
        day->setCurrentIndex(30);
        dialog->findChild<QTimeEdit *>()->setTime(QTime(6, 30));
        auto *save = dialog->findChild<QPushButton *>(QStringLiteral("saveSchedulePushButton"));
        auto *readers = dialog->findChild<QListWidget *>(QStringLiteral("readersListWidget"));
        QVERIFY(save->isEnabled());
        for (int row = 0; row < readers->count(); ++row)
            readers->item(row)->setCheckState(Qt::Unchecked);
        QVERIFY(!save->isEnabled()); // nobody would read it
        readers->item(0)->setCheckState(Qt::Checked);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(m_desk->shelf.items.size(), 1);
        const auto kept = std::get<ReportSchedule>(m_desk->shelf.items.first().content);
        QCOMPARE(int(kept.rhythm), int(ReportRhythm::Monthly));
        QCOMPARE(kept.day, 31);
        QCOMPARE(kept.hour, 6);
        QCOMPARE(kept.minute, 30);
        QCOMPARE(kept.readers.size(), 1);
    }
};

QTEST_MAIN(ReportsWidgetsTest)
#include "reports_widgets_test.moc"
