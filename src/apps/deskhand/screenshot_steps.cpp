// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/options.h"
#include "apps/deskhand/program.h"
#include "apps/deskhand/screenshot_tour.h"
#include "apps/deskhand/workplace.h"
#include "base/deliver.h"
#include "widgets/connect/service_dialog.h"
#include "widgets/list/list_area.h"
#include "widgets/palette/command_palette.h"
#include "widgets/reports/dashboard_grid.h"
#include "widgets/reports/report_builder_dialog.h"
#include "widgets/reports/reports_page.h"
#include "widgets/reports/reports_place.h"
#include "widgets/sla/ledger_popup.h"
#include "widgets/sla/sla_explainer.h"
#include "widgets/surgery/merge_dialog.h"
#include "widgets/surgery/surgery_place.h"
#include "widgets/ticket/ticket_area.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProcess>
#include <QTextStream>

namespace deskhand {

namespace {

/// As a person types: an editor tells its own letters from those it was given.
void typeInto(QWidget *editor, const QString &text)
{
    if (!editor)
        return;
    editor->setFocus();
    for (const QChar letter : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QCoreApplication::sendEvent(editor, &press);
        QKeyEvent release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(letter));
        QCoreApplication::sendEvent(editor, &release);
    }
}

QWidget *shownWindow(Qt::WindowType type)
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && window->windowType() == type)
            return window;
    }
    return nullptr;
}

void closeDialog()
{
    if (QWidget *dialog = shownWindow(Qt::Dialog))
        dialog->close();
}

} // namespace

void ScreenshotTour::addSteps()
{
    const auto always = [] { return true; };
    Navigator &navigator = m_program.navigator();
    add(
        QStringLiteral("first-start"), [] {}, [this] { return m_program.startPage() != nullptr; });
    add(
        QStringLiteral("first-start-own-desk"), [this] { m_program.startPage()->showOwnDeskForm(); }, always,
        [this] { m_program.openDesk(m_deskFile); });
    addDeskSteps();
    addServiceSteps();
    add(
        QStringLiteral("palette"), [&navigator] { navigator.showPalette(QStringLiteral("set")); },
        [this] { return m_program.palette().model()->isComplete(); }, [this] { m_program.palette().close(); });
    add(
        QStringLiteral("settings"), [&navigator] { navigator.showSettings(QStringLiteral("appearance")); }, always);
    add(
        QStringLiteral("mailboxes"), [&navigator] { navigator.showSettings(QStringLiteral("mailboxes")); }, always);
    add(
        QStringLiteral("language"), [&navigator] { navigator.showSettings(QStringLiteral("language")); }, always);
    add(
        QStringLiteral("sla-policies"), [&navigator] { navigator.showSettings(QStringLiteral("sla-policies")); },
        always);
    add(
        QStringLiteral("sla-calendars"), [&navigator] { navigator.showSettings(QStringLiteral("sla-calendars")); },
        always);
    add(
        QStringLiteral("shortcuts"), [&navigator] { navigator.showSettings(QStringLiteral("shortcuts")); }, always,
        [this] { m_program.settingsWindow()->close(); });
    add(
        QStringLiteral("manual"), [&navigator] { navigator.showHelp(QStringLiteral("keyboard")); }, always,
        closeDialog);
    add(
        QStringLiteral("about"), [&navigator] { navigator.showAbout(); }, always);
}

void ScreenshotTour::addDeskSteps()
{
    Navigator &navigator = m_program.navigator();
    const auto listHasRows = [this] {
        const auto *list = qobject_cast<QAbstractItemView *>(child("ticketListView"));
        return list && list->model() && list->model()->rowCount() > 0;
    };
    add(
        QStringLiteral("list-two-lines"), [&navigator] { navigator.openView(QStringLiteral("open")); }, listHasRows);
    add(
        QStringLiteral("list-one-line"), [this] { trigger("list.density"); }, listHasRows,
        [this] { trigger("list.density"); });
    add(
        QStringLiteral("list-time-left"), [&navigator] { navigator.openView(QStringLiteral("due")); }, listHasRows);
    add(
        QStringLiteral("search-completion"),
        [this, &navigator] {
            navigator.focusSearch();
            typeInto(child("searchLineEdit"), QStringLiteral("state:open priority:"));
        },
        [this] { return isShown("completionPopupFrame"); },
        [this] { qobject_cast<QLineEdit *>(child("searchLineEdit"))->clear(); });
    addTicketSteps();
}

void ScreenshotTour::addServiceSteps()
{
    const auto closeAll = [this] { m_service.closeAll(); };
    add(
        QStringLiteral("connect-service"), [this] { m_service.showAddress(); },
        [this] { return m_program.serviceDialog() != nullptr && m_program.serviceDialog()->isVisible(); }, closeAll);
    add(
        QStringLiteral("sign-in"), [this] { m_service.showSignIn(); },
        [] { return shownWindow(Qt::Dialog) != nullptr; }, closeAll);
    add(
        QStringLiteral("second-factor"), [this] { m_service.showSecondFactor(); },
        [this] { return m_service.asksForCode(); }, closeAll);
    add(
        QStringLiteral("waiting-commands"), [this] { m_service.showWaiting(); },
        [this] { return m_service.showsWaiting(); }, closeAll);
}

void ScreenshotTour::addTicketSteps()
{
    Navigator &navigator = m_program.navigator();
    add(
        QStringLiteral("ticket"), [this] { findLongThread(); },
        [this] { return m_longThread.isValid() && isShown("threadView"); });
    add(
        QStringLiteral("internal-note"),
        [this] {
            trigger("ticket.note");
            typeInto(child("composerTextEdit"),
                     tr("Same dock as in the ticket of last week. Swap it first, then look at the cable."));
        },
        [this] { return isShown("composerTextEdit") && child("sendPushButton")->isEnabled(); });
    add(
        QStringLiteral("drafts"), [this] { trigger("go.drafts"); }, [] { return shownWindow(Qt::Dialog) != nullptr; },
        [this] {
            closeDialog();
            trigger("composer.discard");
            child("toastBar")->hide();
        });
    addSurgerySteps();
    addSlaSteps();
    addReportSteps();
    add(
        QStringLiteral("new-ticket"), [&navigator] { navigator.newTicket(); },
        [] { return shownWindow(Qt::Dialog) != nullptr; }, closeDialog);
}

void ScreenshotTour::addSurgerySteps()
{
    add(
        QStringLiteral("split"), [this] { trigger("ticket.split"); },
        [this] { return m_program.workplace()->surgery().splitDialog() != nullptr; }, closeDialog);
    add(
        QStringLiteral("merge"),
        [this] {
            const TicketListModel &list = m_program.workplace()->list()->model();
            TicketId other = m_longThread;
            for (int row = 0; row < list.rowCount() && other == m_longThread; ++row)
                other = TicketId{list.index(row, 0).data(TicketListModel::TicketIdRole).toLongLong()};
            m_program.workplace()->surgery().merge({m_longThread, other});
        },
        [this] {
            MergeDialog *dialog = m_program.workplace()->surgery().mergeDialog();
            return dialog != nullptr && dialog->presenter().isReady();
        },
        closeDialog);
}

void ScreenshotTour::addSlaSteps()
{
    add(
        QStringLiteral("time-left"), [this] { findPromised(false); },
        [this] { return m_promised.isValid() && isShown("slaStrip") && isShown("slaCard"); });
    add(
        QStringLiteral("ledger"), [this] { trigger("ticket.explainTime"); },
        [this] { return isShown("ledgerPopupFrame"); },
        [this] {
            if (LedgerPopup *popup = m_program.workplace()->ticketArea()->explainer().popup())
                popup->dismiss();
        });
    add(
        QStringLiteral("notifications"), [this] { trigger("go.notifications"); },
        [] { return shownWindow(Qt::Dialog) != nullptr; }, closeDialog);
}

void ScreenshotTour::addReportSteps()
{
    const auto counted = [this] {
        ReportsPage *page = m_program.workplace()->reports().page();
        const DashboardPresenter &dashboard = page->dashboard();
        for (int card = 0; card < dashboard.cards().size(); ++card) {
            const ReportCardPresenter &one = *dashboard.card(card);
            if (one.state() == ReportCardPresenter::State::Loading || one.isAsking())
                return false;
        }
        return page->isVisible() && !dashboard.cards().isEmpty();
    };
    for (int i = 0; i < builtinDashboardCount; ++i) {
        const QString name = builtinDashboardName(BuiltinDashboard(i));
        add(
            QStringLiteral("reports-") + name,
            [this, name] { m_program.workplace()->reports().show(QStringLiteral("builtin:") + name); }, counted);
    }
    add(
        QStringLiteral("report-builder"), [this] { m_program.workplace()->reports().page()->newReport(); },
        [this] {
            ReportBuilderDialog *builder = m_program.workplace()->reports().page()->builder();
            return builder && builder->presenter().preview().state() != ReportCardPresenter::State::Loading;
        },
        [this] {
            closeDialog();
            m_program.navigator().openView(QStringLiteral("open"));
        });
}

void ScreenshotTour::findPromised(bool any)
{
    // One whose clock runs and is not over; where nobody works just now, one whose clocks have said something.
    constexpr qint64 halfAnHour = 1'800'000;
    TicketQuery query;
    query.condition =
        any ? Condition::is(ConditionField::Sla, {qint64(SlaStanding::Running), qint64(SlaStanding::Paused),
                                                  qint64(SlaStanding::Missed), qint64(SlaStanding::Met)})
            : Condition::all({Condition::is(ConditionField::Sla, {qint64(SlaStanding::Running)}),
                              Condition::compare(ConditionField::SlaDue, ConditionOperator::Greater,
                                                 ConditionInstant{true, halfAnHour})});
    query.sort = {ListColumn::TimeLeft, false};
    query.me = m_program.workplace()->catalog().me();
    query.now = m_program.workplace()->catalog().now();
    deliver(m_program.workplace()->desk().tickets(query), this, [this, any](const Result<TicketList> &list) {
        if (list && !list->ids.isEmpty()) {
            m_promised = list->ids.first();
            m_program.navigator().openTicket(m_promised, true);
        } else if (!any) {
            findPromised(true);
        }
    });
}

void ScreenshotTour::findLongThread()
{
    // The demo agent's own showpiece rather than the longest of all, which is a machine's.
    TicketQuery query;
    query.condition = Condition::is(ConditionField::Owner, {Condition::meId});
    query.sort = {ListColumn::Articles, true};
    query.me = m_program.workplace()->catalog().me();
    query.now = m_program.workplace()->catalog().now();
    deliver(m_program.workplace()->desk().tickets(query), this, [this](const Result<TicketList> &list) {
        if (!list || list->ids.isEmpty())
            return;
        m_longThread = list->ids.first();
        m_program.navigator().openTicket(m_longThread, true);
    });
}

void runScreenshotTour(Program &program, const Options &options, const QString &deskFile, const QString &settingsFolder)
{
    const QString folder = options.screenshots;
    auto *tour = new ScreenshotTour(program, folder, deskFile, options.pictureSize);
    const bool last = program.window().devicePixelRatioF() > 1.5 || !options.pictureSize.isEmpty();
    QObject::connect(tour, &ScreenshotTour::finished, tour, [=, &program](const QStringList &missing) {
        QTextStream complaints(stderr);
        for (const QString &one : missing)
            complaints << "missing picture: " << one << '\n';
        if (last)
            return QApplication::exit(missing.isEmpty() ? 0 : 1);
        // The scale is chosen once a process.
        auto *again = new QProcess(&program);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
        again->setProcessEnvironment(environment);
        again->setProcessChannelMode(QProcess::ForwardedChannels);
        QObject::connect(again, &QProcess::finished, again, [missing](int exitCode, QProcess::ExitStatus how) {
            QApplication::exit(missing.isEmpty() && exitCode == 0 && how == QProcess::NormalExit ? 0 : 1);
        });
        QObject::connect(again, &QProcess::errorOccurred, again, [](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                QApplication::exit(1);
        });
        again->start(QApplication::applicationFilePath(),
                     {QStringLiteral("--screenshots"), folder, QStringLiteral("--settings-dir"),
                      settingsFolder + QStringLiteral("/second"), deskFile});
    });
    tour->setParent(&program);
    tour->start();
}

} // namespace deskhand
