// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/service_desk.h"
#include "apps/deskhand/workplace.h"
#include "models/view_list_model.h"
#include "support/replica_fixture.h"
#include "support/shell_fixture.h"
#include "support/widget_audit.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/frame/desk_status_bar.h"
#include "widgets/frame/toast_bar.h"
#include "widgets/list/condition_edit.h"
#include "widgets/list/list_area.h"
#include "widgets/list/ticket_list_view.h"
#include "widgets/main_window.h"
#include "widgets/palette/command_palette.h"
#include "widgets/plain_label.h"
#include "widgets/sla/sla_card.h"
#include "widgets/sla/sla_explainer.h"
#include "widgets/sync/sync_window.h"
#include "widgets/thread/thread_panel.h"
#include "widgets/ticket/ticket_area.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

/// A real window over a replica whose way to the desk is cut, while somebody else works on the same tickets there.
/// DESKHAND_PICTURES names a folder that keeps what was seen.
class OfflineTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ReplicaFixture> m_desk;
    std::unique_ptr<ShellFixture> m_shell;
    std::unique_ptr<QTemporaryDir> m_drafts;
    std::unique_ptr<MainWindow> m_window;
    CommandPalette *m_palette = nullptr;
    std::unique_ptr<Workplace> m_workplace;
    PersonId m_anna; ///< the colleague
    TicketId m_quiet;
    TicketId m_contested;
    TicketId m_lively;

    TicketArea &area() { return *m_workplace->ticketArea(); }
    DeskSync &sync() { return m_desk->replica().sync(); }
    SyncWindow &waiting() { return *m_workplace->syncWindow(); }
    QString status() { return m_window->findChild<QToolButton *>(QStringLiteral("syncToolButton"))->text(); }
    void click(QWidget *in, const char *name)
    {
        auto *button = in->findChild<QAbstractButton *>(QString::fromLatin1(name));
        QVERIFY2(button != nullptr && button->isEnabled() && button->isVisible(), name);
        button->click();
    }
    void open(TicketId ticket)
    {
        m_shell->navigator.openTicket(ticket, true);
        QTRY_VERIFY(area().presenter().ticket() == ticket && area().presenter().isLoaded()
                    && area().thread().isLoaded());
    }
    QRect placeOf(const QWidget *widget) { return {widget->mapTo(m_window.get(), QPoint()), widget->size()}; }
    void keepPicture(const char *name, QWidget *shown = nullptr)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const ThemeChoice theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_shell->theme.setChoice(theme);
            QTest::qWait(60);
            QWidget *what = shown != nullptr ? shown : m_window.get();
            what->grab().save(QStringLiteral("%1/offline-%2-%3.png")
                                  .arg(folder, QString::fromLatin1(name),
                                       theme == ThemeChoice::Dark ? QStringLiteral("dark") : QStringLiteral("light")));
        }
    }
    FieldChange state(StateType type)
    {
        FieldChange change;
        change.field = TicketField::State;
        change.value = m_desk->there().state(type).value;
        return change;
    }
    void changeThere(TicketId ticket, const FieldChange &change)
    {
        m_desk->there().submit(ChangeTicket{ticket, m_desk->there().row(ticket).head.version, {change}, {}}, m_anna);
    }
    void writeAndSend(const char *action, const QString &text)
    {
        QVERIFY(m_shell->actions.trigger(QString::fromLatin1(action)));
        auto *editor = area().composer()->findChild<RichEdit *>(QStringLiteral("composerTextEdit"));
        QTRY_VERIFY(editor->isVisible());
        QTest::keyClicks(editor, text);
        QTRY_VERIFY(area().composer()->findChild<QPushButton *>(QStringLiteral("sendPushButton"))->isEnabled());
        click(area().composer(), "sendPushButton");
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<ReplicaFixture>();
        TestDesk &there = m_desk->there();
        m_anna = there.addAgent(QStringLiteral("Anna Agent"));
        m_quiet = there.openTicket(QStringLiteral("Printer is out of paper")).ticket;
        m_contested = there.openTicket(QStringLiteral("Projector stays dark")).ticket;
        m_lively = there.openTicket(QStringLiteral("VPN drops every hour")).ticket;
        there.customerMail(m_lively, QStringLiteral("It dropped again."));
        QVERIFY(m_desk->settle());
        m_shell = std::make_unique<ShellFixture>();
        m_shell->clock.set(there.clock().now());
        m_shell->theme.applyTo(*qApp);
        m_drafts = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>(m_shell->context(), m_shell->status);
        m_window->resize(1440, 860);
        m_palette = new CommandPalette(m_shell->theme, m_shell->settings, m_window.get());
        m_workplace =
            std::make_unique<Workplace>(m_shell->context(), std::make_unique<ServiceDesk>(m_desk->desk(), sync()),
                                        m_desk->admin(), there.clock(), m_drafts->path(), *m_window, *m_palette);
        const auto show = [this] { m_shell->status.setSync(sync().state(), QStringLiteral("Test")); };
        connect(&sync(), &DeskSync::stateChanged, this, show);
        show();
        m_window->show();
        m_shell->navigator.openView(QStringLiteral("open"));
        QTRY_COMPARE(m_workplace->list()->model().ticketCount(), 3);
    }
    void cleanup()
    {
        sync().disconnect(this);
        m_workplace.reset();
        m_window.reset();
        m_shell.reset();
        m_desk.reset();
    }

    void aDayOnATrain()
    {
        QTRY_COMPARE(status(), QStringLiteral("Online"));
        keepPicture("1-online");
        open(m_lively);
        QTRY_VERIFY(area().threadPanel()->view()->newestSeen().isValid());
        m_desk->service().cut();
        QTRY_VERIFY(status().startsWith(QStringLiteral("Offline since")));

        // Triage, a reply, a new ticket and a search without the service.
        area().presenter().setState(m_desk->there().state(StateType::Solved));
        QTRY_VERIFY(sync().state().queued > 0);
        writeAndSend("ticket.note", QStringLiteral("I shall look at the router."));
        QTRY_COMPARE(area().thread().articles().last().text.trimmed(), QStringLiteral("I shall look at the router."));
        open(m_contested);
        area().presenter().setState(m_desk->there().state(StateType::Solved));
        OpenTicket wish;
        wish.subject = QStringLiteral("Chair is broken");
        wish.requesterAddress = {QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
        const Result<CommandAnswer> opened = await(m_desk->desk().submit(Command::make(m_desk->admin(), wish)));
        QVERIFY(opened);
        QVERIFY2(opened->ticketNumber.startsWith(QStringLiteral("new-")), qPrintable(opened->ticketNumber));
        QTRY_COMPARE(m_workplace->list()->model().ticketCount(), 2); // two are solved, one is new
        open(opened->ticket);
        keepPicture("2-working-offline");
        m_shell->navigator.search(QStringLiteral("router"));
        QTRY_VERIFY(m_workplace->list()->model().isPartial());
        QTRY_COMPARE(m_workplace->list()->model().ticketCount(), 1);
        QVERIFY(m_window->findChild<PlainLabel *>(QStringLiteral("partialPlainLabel"))->isVisible());
        keepPicture("3-search-offline");

        // Meanwhile, over there.
        changeThere(m_contested, state(StateType::PendingReminder));
        m_desk->there().customerMail(m_lively, QStringLiteral("Now it is up again, thank you."));
        click(m_window.get(), "syncToolButton");
        QTRY_VERIFY(waiting().isVisible());
        QVERIFY(waiting().model().rowCount() >= 4);
        QCOMPARE(auditWidgets(&waiting()).join(u'\n'), QString());
        keepPicture("4-waiting", &waiting());

        // Back: what can be done is done, the rest is asked.
        m_desk->service().heal();
        sync().tryNow();
        QTRY_COMPARE_WITH_TIMEOUT(sync().state().queued, 0, 20'000);
        QTRY_VERIFY(sync().state().attention > 0);
        QTRY_VERIFY(status().contains(QStringLiteral("attention")));
        keepPicture("5-needs-attention", &waiting());
        QVERIFY(!m_shell->navigator.currentTicket().isValid()
                || m_shell->navigator.currentTicket().value < (qint64(1) << 40)); // it has its own id now
        bool wasHeld = false;
        while (waiting().model().rowCount() > 0) {
            const int before = waiting().model().rowCount();
            waiting().open();
            const QueuedState what = waiting().model().command(waiting().model().firstUndecided()).state;
            wasHeld = wasHeld || what == QueuedState::Held;
            if (what == QueuedState::Held)
                QVERIFY(waiting()
                            .findChild<QPlainTextEdit *>(QStringLiteral("queuedTextPlainTextEdit"))
                            ->toPlainText()
                            .contains(QStringLiteral("router")));
            click(&waiting(), "queuedInsistPushButton");
            QTRY_VERIFY_WITH_TIMEOUT(waiting().model().rowCount() < before, 20'000);
        }
        QVERIFY(wasHeld); // the customer had written meanwhile
        QTRY_COMPARE(status(), QStringLiteral("Online"));
        QCOMPARE(m_desk->there().row(m_contested).head.state, m_desk->there().state(StateType::Solved));
        keepPicture("6-resolved");
        QCOMPARE(m_desk->brokenRule(), QString());
    }

    void aReplyThatWaitsKeepsNoPromise()
    {
        open(m_quiet);
        QTRY_VERIFY(area().threadPanel()->view()->newestSeen().isValid());
        auto *card = m_window->findChild<SlaCard *>(QStringLiteral("slaCard"));
        const auto waits = [card] {
            const auto *line = card->findChild<PlainLabel *>(QStringLiteral("slaWaitsPlainLabel"));
            return line != nullptr && !line->isHidden();
        };
        QTRY_VERIFY(!area().explainer().presenter().blocks().isEmpty());
        QVERIFY(!waits());
        m_desk->service().cut();
        QTRY_VERIFY(status().startsWith(QStringLiteral("Offline since")));
        writeAndSend("ticket.reply", QStringLiteral("There is more in the cellar."));
        QTRY_COMPARE(area().thread().articles().size(), 2);
        QTRY_VERIFY(waits());
        // That it is kept is said, and not over the place for the next word.
        QTRY_VERIFY(m_window->toast()->isVisible());
        QVERIFY(area().composer()->isVisible());
        QVERIFY(!placeOf(m_window->toast()).intersects(placeOf(area().composer())));
        QCOMPARE(area().explainer().presenter().blocks().first().target, SlaTargetKind::FirstResponse);
        QCOMPARE(area().explainer().presenter().blocks().first().state, SlaState::Running);
        keepPicture("reply-waits");
        m_desk->service().heal();
        sync().tryNow();
        QTRY_COMPARE_WITH_TIMEOUT(area().explainer().presenter().blocks().first().state, SlaState::Met, 20'000);
        QTRY_VERIFY(!waits());
    }

    void theirsCanStay()
    {
        open(m_contested);
        m_desk->service().cut();
        QTRY_VERIFY(status().startsWith(QStringLiteral("Offline")));
        area().presenter().setState(m_desk->there().state(StateType::Solved));
        QTRY_VERIFY(sync().state().queued > 0);
        changeThere(m_contested, state(StateType::PendingReminder));
        m_desk->service().heal();
        sync().tryNow();
        QTRY_COMPARE_WITH_TIMEOUT(sync().state().attention, 1, 20'000);
        waiting().open();
        keepPicture("conflict", &waiting());
        click(&waiting(), "queuedGiveUpPushButton");
        QTRY_COMPARE(sync().state().attention, 0);
        QTRY_COMPARE(area().presenter().head().state, m_desk->there().state(StateType::PendingReminder));
    }
};

QTEST_MAIN(OfflineTest)
#include "offline_test.moc"
