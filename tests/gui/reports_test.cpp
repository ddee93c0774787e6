// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/workplace.h"
#include "models/ticket_list_model.h"
#include "support/shell_fixture.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/charts/chart_panel.h"
#include "widgets/list/list_area.h"
#include "widgets/list/ticket_list_view.h"
#include "widgets/main_window.h"
#include "widgets/palette/command_palette.h"
#include "widgets/reports/dashboard_grid.h"
#include "widgets/reports/number_button.h"
#include "widgets/reports/report_builder_dialog.h"
#include "widgets/reports/report_card.h"
#include "widgets/reports/reports_page.h"
#include "widgets/reports/reports_place.h"
#include "widgets/reports/wallboard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

/// Reports of a real desk in a real window: from a bar to its tickets, and from a question to a saved report.
/// DESKHAND_PICTURES names a folder that keeps what was seen.
class ReportsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<ShellFixture> m_shell;
    std::unique_ptr<QTemporaryDir> m_drafts;
    std::unique_ptr<MainWindow> m_window;
    CommandPalette *m_palette = nullptr;
    std::unique_ptr<Workplace> m_workplace;
    QueueId m_finance;
    QSet<TicketId> m_inFinance;

    ReportsPage *page() { return m_workplace->reports().page(); }
    TicketListModel &list() { return m_workplace->list()->model(); }

    /// The card of the report that is split so; null: none has all tickets yet.
    ReportCard *counted(ReportMeasure measure, const QVector<ReportDimension> &by, int total)
    {
        for (ReportCard *card : page()->grid()->cards()) {
            const ReportCardPresenter &one = card->presenter();
            if (one.report().measure == measure && one.report().by == by && one.answer()
                && one.answer()->notCounted == 0 && one.answer()->total.value == total)
                return card;
        }
        return nullptr;
    }

    QSet<TicketId> listed()
    {
        QSet<TicketId> ids;
        for (int row = 0; row < list().rowCount(); ++row)
            ids.insert(TicketId{list().index(row, 0).data(TicketListModel::TicketIdRole).toLongLong()});
        return ids;
    }

    void keepPicture(const char *name)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (!folder.isEmpty())
            m_window->grab().save(folder + u'/' + QLatin1String(name) + QStringLiteral(".png"));
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TestDesk>();
        m_finance = m_desk->addQueue(QStringLiteral("Finance"));
        m_inFinance.clear();
        for (int i = 0; i < 7; ++i) {
            const TicketId ticket = m_desk->openTicket(QStringLiteral("ERP does not start (%1)").arg(i)).ticket;
            if (i >= 4)
                continue;
            FieldChange change;
            change.field = TicketField::Queue;
            change.value = m_finance.value;
            m_desk->submit(ChangeTicket{ticket, m_desk->row(ticket).head.version, {change}, {}});
            m_inFinance.insert(ticket);
        }
        m_shell = std::make_unique<ShellFixture>();
        m_shell->theme.applyTo(*qApp);
        m_drafts = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>(m_shell->context(), m_shell->status);
        m_window->resize(1440, 900);
        m_palette = new CommandPalette(m_shell->theme, m_shell->settings, m_window.get());
        m_workplace =
            std::make_unique<Workplace>(m_shell->context(), m_desk->openAnother(), Workplace::Door::File, m_desk->me(),
                                        m_desk->clock(), m_drafts->path(), *m_window, *m_palette);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(m_workplace->catalog().isReady());
    }

    void cleanup()
    {
        m_workplace.reset();
        m_window.reset();
        m_drafts.reset();
        m_shell.reset();
        m_desk.reset();
    }

    void aBarOpensExactlyItsTicketsAndOneComesBack()
    {
        QCOMPARE(m_shell->actions.droppedDefaults(), QStringList());
        QVERIFY(m_shell->actions.trigger(QStringLiteral("reports.volume")));
        QVERIFY(m_window->isWorkspaceShown());
        ReportCard *card = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((card = counted(ReportMeasure::Created, {ReportDimension::Queue}, 7)), 30'000);
        keepPicture("volume");
        QCOMPARE(auditWidgets(page()).join(u'\n'), QString());
        ChartView &chart = card->chart().view();
        int bar = -1;
        for (int point = 0; point < chart.data().pointCount(); ++point) {
            if (chart.data().axis.categories.value(point) == QLatin1String("Finance"))
                bar = point;
        }
        QVERIFY(bar >= 0);
        QCOMPARE(*chart.data().value(0, bar), 4.0);
        chart.setFocus();
        chart.setCurrentPoint(0, bar);
        QTest::keyClick(&chart, Qt::Key_Return);
        QTRY_VERIFY(list().spec().counted && list().state() == TicketListModel::State::Ready);
        QVERIFY(!m_window->isWorkspaceShown());
        QTRY_COMPARE(listed(), m_inFinance);

        // All that can be done with a list can be done with this one.
        m_workplace->list()->view()->selectAll();
        QCOMPARE(m_workplace->list()->view()->markedCount(), 4);
        QVERIFY(m_shell->actions.trigger(QStringLiteral("ticket.assignToMe")));
        for (const TicketId ticket : std::as_const(m_inFinance))
            QTRY_COMPARE(m_desk->row(ticket).head.owner, m_desk->me());
        QCOMPARE(listed(), m_inFinance);
        keepPicture("volume-tickets");

        QTest::mouseClick(m_window->findChild<QToolButton *>(QStringLiteral("backToReportToolButton")), Qt::LeftButton);
        QVERIFY(m_window->isWorkspaceShown());
        QCOMPARE(page()->dashboard().key(), QStringLiteral("builtin:volume"));
    }

    void everyDashboardIsAnswered_data()
    {
        QTest::addColumn<QString>("name");
        for (int i = 0; i < builtinDashboardCount; ++i) {
            const QString name = builtinDashboardName(BuiltinDashboard(i));
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void everyDashboardIsAnswered()
    {
        QFETCH(const QString, name);
        m_workplace->reports().show(QStringLiteral("builtin:") + name);
        const DashboardPresenter &dashboard = page()->dashboard();
        QCOMPARE(page()->grid()->cards().size(), dashboard.cards().size());
        for (int card = 0; card < dashboard.cards().size(); ++card) {
            const ReportCardPresenter &one = *dashboard.card(card);
            QTRY_VERIFY2_WITH_TIMEOUT(one.state() != ReportCardPresenter::State::Loading, qPrintable(one.title()),
                                      30'000);
            QVERIFY2(one.answer(), qPrintable(one.title() + QStringLiteral(": ") + one.failure()));
        }
        keepPicture(qPrintable(QStringLiteral("dashboard-") + name));
    }

    void numbersFollowTheDesk()
    {
        m_workplace->reports().show(QStringLiteral("builtin:volume"));
        QTRY_VERIFY_WITH_TIMEOUT(counted(ReportMeasure::Created, {}, 7), 30'000);
        m_desk->openTicket(QStringLiteral("One more"));
        QTRY_VERIFY_WITH_TIMEOUT(counted(ReportMeasure::Created, {}, 8), 30'000);
    }

    void aQuestionBecomesASharedReport()
    {
        m_workplace->reports().show();
        page()->newReport();
        ReportBuilderDialog *builder = page()->builder();
        QTRY_VERIFY(builder->isVisible());
        QCOMPARE(auditWidgets(builder).join(u'\n'), QString());
        const auto choose = [builder](const char *box, int value) {
            auto *combo = builder->findChild<QComboBox *>(QLatin1String(box));
            combo->setCurrentIndex(combo->findData(value));
        };
        choose("measureComboBox", int(ReportMeasure::Created));
        choose("firstSplitComboBox", int(ReportDimension::Channel));
        auto *tickets = builder->findChild<QLineEdit *>(QStringLiteral("ticketsLineEdit"));
        tickets->setText(QStringLiteral("queue:Finance subject:ERP"));
        choose("comparisonComboBox", int(ReportComparison::PreviousPeriod));
        builder->findChild<QLineEdit *>(QStringLiteral("reportNameLineEdit"))
            ->setText(QStringLiteral("ERP of finance"));
        builder->findChild<QCheckBox *>(QStringLiteral("sharedReportCheckBox"))->setChecked(true);
        QTRY_VERIFY_WITH_TIMEOUT(builder->presenter().preview().number() == QLatin1String("4"), 30'000);
        if (!qEnvironmentVariableIsEmpty("DESKHAND_PICTURES"))
            builder->grab().save(qEnvironmentVariable("DESKHAND_PICTURES") + QStringLiteral("/builder.png"));
        QTest::mouseClick(builder->findChild<QPushButton *>(QStringLiteral("saveReportPushButton")), Qt::LeftButton);
        QTRY_COMPARE(page()->dashboard().title(), QStringLiteral("ERP of finance"));
        QVERIFY(page()->dashboard().item().shared);
        QVERIFY(!page()->dashboard().isDashboard());
        QTRY_COMPARE(page()->dashboard().card(0)->number(), QStringLiteral("4"));
        keepPicture("report");

        // Another agent finds it.
        const PersonId other = m_desk->addAgent(QStringLiteral("Bob"));
        const ReportShelf shelf = m_desk->expect(m_desk->desk().reportShelf(other));
        QCOMPARE(shelf.items.size(), 1);
        QCOMPARE(shelf.items.first().name, QStringLiteral("ERP of finance"));
    }

    void cardsAreArrangedByKeys()
    {
        m_workplace->reports().show(QStringLiteral("builtin:sla"));
        ReportCard *card = page()->grid()->cards().first();
        card->setFocus();
        const QRect before = card->geometry();
        QTest::keyClick(card, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(card->width() > before.width());
        QVERIFY(page()->dashboard().isChanged());
        const qsizetype count = page()->grid()->cards().size();
        QTest::keyClick(card, Qt::Key_Delete);
        QCOMPARE(page()->grid()->cards().size(), count - 1);
        m_shell->prompt.text = QStringLiteral("Mine");
        QTest::mouseClick(page()->findChild<QPushButton *>(QStringLiteral("saveDashboardPushButton")), Qt::LeftButton);
        QTRY_COMPARE(page()->dashboard().title(), QStringLiteral("Mine"));
        QVERIFY(page()->dashboard().mayChange());
        QVERIFY(!page()->dashboard().isChanged());
    }

    void theWallGoesOnAndIsLeft()
    {
        m_workplace->reports().show(QStringLiteral("builtin:volume"));
        page()->showWallboard();
        QPointer<Wallboard> wall = page()->wallboard();
        QTRY_VERIFY(wall->isVisible());
        QCOMPARE(wall->dashboard().key(), QStringLiteral("builtin:volume"));
        QTest::keyClick(wall, Qt::Key_Space);
        QVERIFY(wall->isHeld());
        QTest::keyClick(wall, Qt::Key_Right);
        QCOMPARE(wall->dashboard().key(), QStringLiteral("builtin:speed"));
        QTest::keyClick(wall, Qt::Key_Escape);
        QTRY_VERIFY(!wall);
    }
};

QTEST_MAIN(ReportsTest)
#include "reports_test.moc"
