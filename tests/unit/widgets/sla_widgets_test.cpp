// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sample_sla.h"
#include "support/shell_fixture.h"
#include "support/thread_desk.h"
#include "support/widget_audit.h"
#include "widgets/plain_label.h"
#include "widgets/sla/ledger_popup.h"
#include "widgets/sla/notifications_window.h"
#include "widgets/sla/sla_card.h"
#include "widgets/sla/sla_explainer.h"
#include "widgets/sla/sla_strip.h"
#include "widgets/sla/target_button.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

const QTimeZone berlin(QByteArrayLiteral("Europe/Berlin"));

Instant at(int month, int day, int hours, int minutes = 0)
{
    return QDateTime(QDate(2025, month, day), QTime(hours, minutes), berlin).toMSecsSinceEpoch();
}

/// Counts what is painted of a widget.
class PaintCounter final : public QObject
{
public:
    explicit PaintCounter(QWidget *watched) { watched->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

/// The strip of the header and the card of the side panel in one window, about one ticket.
class SlaWidgetsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ShellFixture> m_shell;
    std::unique_ptr<ThreadDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_catalog;
    std::unique_ptr<SlaPresenter> m_presenter;
    std::unique_ptr<SlaExplainer> m_explainer;
    std::unique_ptr<QWidget> m_window;
    SlaStrip *m_strip = nullptr;
    SlaCard *m_card = nullptr;
    QPushButton *m_other = nullptr;
    TicketId m_ticket;

    void happens(SlaEventKind kind, qint64 value, qint64 other = 0)
    {
        m_desk->addSlaEvent(m_ticket, {kind, m_shell->clock.now(), value, other});
    }
    void passTo(Instant when)
    {
        m_shell->clock.set(when);
        m_catalog->ticker().tick();
    }
    TargetButton *button(QWidget *in, SlaTargetKind target)
    {
        return in->findChild<TargetButton *>(QStringLiteral("target%1TargetButton").arg(int(target)));
    }
    QString cardTexts() const
    {
        QStringList texts;
        for (const PlainLabel *label : m_card->findChildren<PlainLabel *>()) {
            if (label->isVisibleTo(m_card))
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

private Q_SLOTS:
    void init()
    {
        m_shell = std::make_unique<ShellFixture>();
        m_shell->clock.set(at(12, 2, 10)); // a Tuesday
        m_desk = std::make_unique<ThreadDesk>(sampleSlaCatalog(), m_shell->clock);
        m_catalog = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, m_shell->clock);
        m_catalog->refresh();
        QTRY_VERIFY(m_catalog->isReady());
        const Person sarah = m_desk->addPerson(QStringLiteral("Sarah"), QStringLiteral("sarah@example.org"));
        m_ticket = m_desk->addTicket(QStringLiteral("Monitor went dark"), sarah.id);
        m_presenter = std::make_unique<SlaPresenter>(*m_desk, *m_catalog);
        m_explainer = std::make_unique<SlaExplainer>(m_shell->context(), *m_presenter);
        m_window = std::make_unique<QWidget>();
        m_strip = new SlaStrip(*m_explainer, m_shell->theme, m_window.get());
        m_card = new SlaCard(*m_explainer, m_shell->theme, m_shell->prompt, m_window.get());
        m_other = new QPushButton(QStringLiteral("Elsewhere"), m_window.get());
        m_other->setObjectName(QStringLiteral("otherPushButton"));
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_strip);
        layout->addWidget(m_card);
        layout->addWidget(m_other);
        layout->addStretch(1);
        m_explainer->setPlace(m_strip);
        m_window->resize(800, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }
    void cleanup()
    {
        m_explainer.reset();
        m_window.reset();
        m_presenter.reset();
        m_catalog.reset();
    }

    void openTicket()
    {
        happens(SlaEventKind::Priority, 2);
        happens(SlaEventKind::State, 2, qint64(StateType::Open));
        happens(SlaEventKind::Policy, samplePolicyVersion.value, sampleCalendarVersion.value);
        happens(SlaEventKind::Opened, qint64(SenderRole::Customer));
        m_presenter->open(m_ticket);
        QTRY_COMPARE(m_presenter->blocks().size(), 2);
    }

    void nothingIsShownWhereNothingIsPromised()
    {
        m_presenter->open(m_ticket);
        QTest::qWait(20);
        QVERIFY(!m_strip->isVisible());
        QVERIFY(!m_shell->actions.trigger(QStringLiteral("ticket.explainTime")));
    }

    void stripAndCardShowEachTarget()
    {
        openTicket();
        QVERIFY(m_strip->isVisible());
        const TargetButton *response = button(m_strip, SlaTargetKind::FirstResponse);
        QVERIFY(response && response->isVisible());
        QCOMPARE(response->text(), QStringLiteral("First response 1 h"));
        QVERIFY(response->accessibleName().startsWith(
            QLatin1String("First response: 1 h of working time left, due Today")));
        QVERIFY2(cardTexts().contains(QLatin1String("8 h of working time left")), qPrintable(cardTexts()));
        QVERIFY(cardTexts().contains(QStringLiteral("Standard v5 · Office v2")));
        QCOMPARE(auditWidgets(m_window.get()).join(u'\n'), QString());
    }

    // A minute that changes one of the words paints that one.
    void timePaintsOnlyWhatReadsDifferently()
    {
        openTicket();
        happens(SlaEventKind::State, 3, qint64(StateType::PendingReminder)); // the resolution stands still
        QTRY_COMPARE(button(m_strip, SlaTargetKind::Resolution)->block().state, SlaState::Paused);
        QTest::qWait(50);
        PaintCounter paused(button(m_card, SlaTargetKind::Resolution));
        PaintCounter running(button(m_card, SlaTargetKind::FirstResponse));
        passTo(at(12, 2, 10, 10));
        QTRY_VERIFY(running.count > 0);
        QCOMPARE(paused.count, 0);
        QCOMPARE(button(m_strip, SlaTargetKind::FirstResponse)->block().brief, QStringLiteral("50 m"));
        const int painted = running.count;
        m_catalog->ticker().tick();
        QTest::qWait(50);
        QCOMPARE(running.count, painted);
    }

    void theKeyOpensTheLedgerAndEscapeLeavesIt()
    {
        openTicket();
        passTo(at(12, 3, 11)); // the day after
        m_other->setFocus();
        QVERIFY(m_shell->actions.trigger(QStringLiteral("ticket.explainTime")));
        LedgerPopup *popup = m_explainer->popup();
        QVERIFY(popup && popup->isVisible() && !popup->isPeeking());
        auto *table = popup->findChild<QTableView *>();
        QTRY_VERIFY(table->hasFocus());
        QCOMPARE(popup->model().ledger().elapsed, popup->model().ledger().lines.at(popup->model().rowOfNow()).sum);
        QCOMPARE(popup->model().target(), SlaTargetKind::FirstResponse); // overdue longest
        QCOMPARE(auditWidgets(popup).join(u'\n'), QString());
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(table->currentIndex().row(), 0);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(popup->model().ledger().total()));
        QTest::keyClick(table, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QVERIFY(m_other->hasFocus());
    }

    void aClickExplainsThatTarget()
    {
        openTicket();
        button(m_card, SlaTargetKind::Resolution)->click();
        LedgerPopup *popup = m_explainer->popup();
        QVERIFY(popup && popup->isVisible());
        QCOMPARE(popup->model().target(), SlaTargetKind::Resolution);
        m_other->setFocus(); // the keyboard goes elsewhere
        QTRY_VERIFY(!popup->isVisible());
    }

    void aPointerThatRestsIsEnough()
    {
        openTicket();
        TargetButton *response = button(m_strip, SlaTargetKind::FirstResponse);
        m_other->setFocus();
        Q_EMIT response->pointed(true);
        QTRY_VERIFY(m_explainer->popup() && m_explainer->popup()->isPeeking());
        QVERIFY(m_other->hasFocus()); // a look takes nothing from the keyboard
        Q_EMIT response->pointed(false);
        QTRY_VERIFY(!m_explainer->popup()->isVisible());
        // Who only passes gets nothing.
        Q_EMIT response->pointed(true);
        Q_EMIT response->pointed(false);
        QTest::qWait(600);
        QVERIFY(!m_explainer->popup()->isVisible());
    }

    void longLedgersAreFolded()
    {
        m_shell->clock.set(at(10, 1, 10));
        openTicket();
        happens(SlaEventKind::State, 3, qint64(StateType::PendingReminder));
        passTo(at(12, 2, 10));
        QTRY_COMPARE(button(m_card, SlaTargetKind::Resolution)->block().state, SlaState::Paused);
        button(m_card, SlaTargetKind::Resolution)->click();
        LedgerPopup *popup = m_explainer->popup();
        auto *each = popup->findChild<QCheckBox *>();
        QVERIFY(each->isVisible());
        const int folded = popup->model().rowCount();
        QVERIFY2(folded < 30, qPrintable(QString::number(folded)));
        each->click();
        QVERIFY(popup->model().rowCount() > 60);
        QCOMPARE(popup->model().ledger().elapsed, qint64(0));
        QVERIFY(popup->height() <= m_window->height());
    }

    void aReasonIsAskedFor()
    {
        openTicket();
        passTo(at(12, 2, 12));
        auto *reason = m_card->findChild<QAbstractButton *>(QStringLiteral("reason0FieldButton"));
        QTRY_VERIFY(reason && reason->isVisible());
        m_shell->prompt.text = QStringLiteral("Nobody was in");
        reason->click();
        QCOMPARE(m_shell->prompt.asked.size(), 1);
        QTRY_COMPARE(reason->text(), QStringLiteral("Nobody was in"));
    }

    void notificationsAreReadAndSeen()
    {
        NotificationModel model(*m_desk, *m_catalog);
        NotificationsWindow list(m_shell->context(), model, m_window.get());
        m_shell->actions.trigger(QStringLiteral("go.notifications"));
        QVERIFY(list.isVisible());
        auto *view = list.findChild<QListView *>();
        QVERIFY(!view->isVisible()); // it says what will be here
        for (int number = 1; number <= 3; ++number) {
            Notification one;
            one.ticket = TicketId{number};
            one.ticketNumber = QString::number(number);
            one.target = SlaTargetKind::Resolution;
            one.kind = number == 2 ? NotificationKind::SlaBreach : NotificationKind::SlaLevel;
            one.level = number == 2 ? QString() : QStringLiteral("75%");
            one.at = m_shell->clock.now();
            m_desk->notify(one);
        }
        QTRY_COMPARE(model.rowCount(), 3);
        QTRY_VERIFY(view->isVisible());
        QCOMPARE(auditWidgets(&list).join(u'\n'), QString());
        QTest::keyClick(view, Qt::Key_Home);
        list.findChild<QPushButton *>(QStringLiteral("seenPushButton"))->click();
        QCOMPARE(model.unseenCount(), 2);
        QTRY_COMPARE(view->currentIndex().row(), 0);
        QTest::keyClick(view, Qt::Key_Down);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(m_shell->navigator.currentTicket(), TicketId{2});
        QVERIFY(!list.isVisible());
        QCOMPARE(model.unseenCount(), 1);
        QTRY_VERIFY(m_shell->actions.action(QStringLiteral("notifications.markAllSeen"))->isEnabled());
        QVERIFY(m_shell->actions.trigger(QStringLiteral("notifications.markAllSeen")));
        QCOMPARE(model.unseenCount(), 0);
    }
};

QTEST_MAIN(SlaWidgetsTest)
#include "sla_widgets_test.moc"
