// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/workplace.h"
#include "models/ticket_list_model.h"
#include "support/shell_fixture.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/list/list_area.h"
#include "widgets/list/ticket_list_view.h"
#include "widgets/main_window.h"
#include "widgets/palette/command_palette.h"
#include "widgets/sla/ledger_popup.h"
#include "widgets/sla/notifications_window.h"
#include "widgets/sla/sla_explainer.h"
#include "widgets/sla/sla_place.h"
#include "widgets/sla/target_button.h"
#include "widgets/ticket/ticket_area.h"

#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

constexpr qint64 minute = 60'000;

} // namespace

/// Promises of a real desk in a real window, by a clock that is moved by hand. DESKHAND_PICTURES names a folder that
/// keeps what was seen.
class SlaTicketTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<ShellFixture> m_shell;
    std::unique_ptr<QTemporaryDir> m_drafts;
    std::unique_ptr<MainWindow> m_window;
    CommandPalette *m_palette = nullptr;
    std::unique_ptr<Workplace> m_workplace;
    TicketId m_ticket;

    SlaExplainer &explainer() { return m_workplace->ticketArea()->explainer(); }
    SlaBlock block(SlaTargetKind target)
    {
        for (const SlaBlock &one : explainer().presenter().blocks()) {
            if (one.target == target)
                return one;
        }
        return {};
    }
    /// What the list says in the column.
    QString timeLeftInList()
    {
        const QAbstractItemModel *model = m_workplace->list()->findChild<TicketListView *>()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data(TicketListModel::TicketIdRole).toLongLong() == m_ticket.value)
                return model->index(row, int(ListColumn::TimeLeft)).data().toString();
        }
        return QStringLiteral("(not in the list)");
    }
    void pass(qint64 milliseconds)
    {
        m_desk->clock().advance(milliseconds);
        m_workplace->catalog().ticker().tick();
    }
    void setState(StateType type)
    {
        FieldChange change;
        change.field = TicketField::State;
        change.value = m_desk->state(type).value;
        m_desk->submit(ChangeTicket{m_ticket, m_desk->row(m_ticket).head.version, {change}, {}});
    }
    TargetButton *inHeader(SlaTargetKind target)
    {
        return m_workplace->ticketArea()->findChild<TargetButton *>(
            QStringLiteral("target%1TargetButton").arg(int(target)));
    }
    void keepPicture(const char *name)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_shell->theme.setChoice(theme);
            QTest::qWait(50);
            m_window->grab().save(
                QStringLiteral("%1/%2-%3.png")
                    .arg(folder, QString::fromLatin1(name),
                         theme == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light")));
        }
    }

    /// First response within an hour, resolution within four; both stand still while the customer is waited for.
    void promise()
    {
        BusinessCalendar office = defaultCalendar(QStringLiteral("Test office"), QByteArrayLiteral("Europe/London"));
        office.id = CalendarId{m_desk->submit(SaveCalendar{office, SlaScope::NewTickets}).id};
        SlaPolicy policy;
        policy.name = QStringLiteral("Test promise");
        policy.calendar = office.id;
        const auto within = [&](SlaTargetKind kind, int hours) {
            SlaTarget target = usualTarget(kind);
            target.otherwise = TimeAmount{TimeBasis::Business, hours * 60 * minute};
            target.pausedIn = {m_desk->state(StateType::PendingReminder)};
            policy.targets.append(target);
        };
        within(SlaTargetKind::FirstResponse, 1);
        within(SlaTargetKind::Resolution, 4);
        SlaLevel breach;
        breach.id = 1;
        breach.when = SlaLevel::When::Percent;
        breach.amount = 100;
        breach.actions = {{SlaActionKind::NotifyPerson, m_desk->me().value, {}}};
        policy.levels = {breach};
        const SlaPolicyId mine{m_desk->submit(SaveSlaPolicy{policy, SlaScope::NewTickets}).id};
        m_desk->submit(OrderSlaPolicies{{mine}, SlaScope::NewTickets});
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TestDesk>(); // Monday, 09:00
        promise();
        m_ticket = m_desk->openTicket(QStringLiteral("Monitor went dark")).ticket;
        m_shell = std::make_unique<ShellFixture>();
        m_shell->theme.applyTo(*qApp);
        m_drafts = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>(m_shell->context(), m_shell->status);
        m_window->resize(1440, 860);
        m_palette = new CommandPalette(m_shell->theme, m_shell->settings, m_window.get());
        m_workplace =
            std::make_unique<Workplace>(m_shell->context(), m_desk->openAnother(), Workplace::Door::File, m_desk->me(),
                                        m_desk->clock(), m_drafts->path(), *m_window, *m_palette);
        m_window->show();
        m_shell->navigator.openView(QStringLiteral("open"));
        m_shell->navigator.openTicket(m_ticket, true);
        QTRY_COMPARE(explainer().presenter().blocks().size(), 2);
        QTRY_COMPARE(timeLeftInList(), QStringLiteral("1 h"));
    }
    void cleanup()
    {
        m_workplace.reset();
        m_window.reset();
        m_shell.reset();
    }

    void timeTicksInListAndTicket()
    {
        QVERIFY(inHeader(SlaTargetKind::FirstResponse)->isVisible());
        pass(18 * minute);
        QCOMPARE(timeLeftInList(), QStringLiteral("42 m"));
        QCOMPARE(block(SlaTargetKind::FirstResponse).brief, QStringLiteral("42 m"));
        QCOMPARE(inHeader(SlaTargetKind::FirstResponse)->text(), QStringLiteral("First response 42 m"));
        QCOMPARE(block(SlaTargetKind::Resolution).permille, 75);
        pass(41 * minute + 22'000);
        QCOMPARE(timeLeftInList(), QStringLiteral("38 s"));
        pass(1'000);
        QCOMPARE(timeLeftInList(), QStringLiteral("37 s"));
        keepPicture("time-left");
    }

    void aPauseIsShownAndExplained()
    {
        pass(20 * minute);
        setState(StateType::PendingReminder);
        const QString state = m_desk->catalog()->state(m_desk->state(StateType::PendingReminder))->name;
        QTRY_COMPARE(timeLeftInList(), QStringLiteral("paused: %1").arg(state));
        QTRY_COMPARE(block(SlaTargetKind::Resolution).state, SlaState::Paused);
        keepPicture("paused");
        pass(90 * minute);
        QCOMPARE(timeLeftInList(), QStringLiteral("paused: %1").arg(state));
        setState(StateType::Open);
        QTRY_COMPARE(block(SlaTargetKind::Resolution).state, SlaState::Running);
        QTRY_COMPARE(timeLeftInList(), QStringLiteral("40 m"));
        pass(10 * minute);

        // The ledger says all of it, and its sum is what was counted.
        QVERIFY(m_shell->actions.trigger(QStringLiteral("ticket.explainTime")));
        LedgerPopup *popup = explainer().popup();
        QTRY_VERIFY(popup && popup->isVisible());
        const SlaLedger &ledger = popup->model().ledger();
        QCOMPARE(ledger.elapsed, 30 * minute);
        qint64 sum = 0;
        bool paused = false;
        for (const LedgerLine &line : ledger.lines) {
            sum += line.ahead ? 0 : line.counted;
            paused |= line.why == QStringLiteral("paused: %1").arg(state) && line.to - line.from == 90 * minute;
        }
        QCOMPARE(sum, ledger.elapsed);
        QVERIFY(paused);
        QCOMPARE(ledger.lines.last().sum, 60 * minute);
        QCOMPARE(auditWidgets(popup).join(u'\n'), QString());
        keepPicture("ledger");
    }

    void whatIsOverdueIsToldAndExcused()
    {
        auto *bell = m_window->findChild<QToolButton *>(QStringLiteral("notificationsToolButton"));
        QVERIFY(bell && bell->isVisible());
        QCOMPARE(bell->accessibleName(), QStringLiteral("Notifications"));
        QSignalSpy posted(&m_shell->notices, &Notices::posted);
        pass(75 * minute);
        QCOMPARE(timeLeftInList(), QStringLiteral("overdue 15 m"));
        Command watch = Command::make({}, ReachSlaLevels{m_ticket}); // as the watch gives it
        watch.actorKind = ActorKind::System;
        m_desk->expect(m_desk->desk().submit(watch));
        QTRY_COMPARE(m_workplace->sla().notifications().unseenCount(), 1);
        QTRY_COMPARE(bell->text(), QStringLiteral("1"));
        QTRY_VERIFY(posted.size() > 0);
        QVERIFY(posted.last().first().value<Notice>().text.startsWith(QLatin1String("First response of #")));
        QTRY_COMPARE(timeLeftInList(), QStringLiteral("overdue 15 m"));

        m_shell->prompt.text = QStringLiteral("Nobody was in");
        auto *reason = m_window->findChild<QAbstractButton *>(QStringLiteral("reason0FieldButton"));
        QTRY_VERIFY(reason && reason->isVisible());
        reason->click();
        QTRY_COMPARE(block(SlaTargetKind::FirstResponse).reason, QStringLiteral("Nobody was in"));
        QTRY_COMPARE(reason->text(), QStringLiteral("Nobody was in"));
        keepPicture("overdue");

        m_shell->actions.trigger(QStringLiteral("go.notifications"));
        NotificationsWindow *list = m_workplace->sla().notificationsWindow();
        QVERIFY(list->isVisible());
        if (const QString folder = qEnvironmentVariable("DESKHAND_PICTURES"); !folder.isEmpty())
            list->grab().save(folder + QStringLiteral("/notifications.png"));
        QCOMPARE(auditWidgets(list).join(u'\n'), QString());
        m_shell->navigator.closeTicket();
        list->findChild<QAbstractButton *>(QStringLiteral("notificationTicketPushButton"))->click();
        QCOMPARE(m_shell->navigator.currentTicket(), m_ticket);
        QTRY_COMPARE(m_workplace->sla().notifications().unseenCount(), 0);
        QCOMPARE(bell->accessibleName(), QStringLiteral("Notifications"));
    }

    void overdueStandsInItsGroup()
    {
        m_desk->openTicket(QStringLiteral("Printer is on fire"));
        auto *model = qobject_cast<TicketListModel *>(m_workplace->list()->findChild<TicketListView *>()->model());
        QTRY_COMPARE(model->ticketCount(), 2);
        ListSpec spec = model->spec();
        spec.groupBy = ListColumn::TimeLeft;
        model->show(spec);
        QTRY_COMPARE(model->groupSize(qint64(SlaStanding::Running)), 2);
        QTRY_COMPARE(timeLeftInList(), QStringLiteral("1 h"));
        pass(60 * minute);
        QTRY_COMPARE(model->groupSize(slaOverdue), 2);
        QCOMPARE(model->groupSize(qint64(SlaStanding::Running)), 0);
    }
};

QTEST_MAIN(SlaTicketTest)
#include "sla_ticket_test.moc"
