// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla_ledger_model.h"
#include "support/sample_sla.h"
#include "support/thread_desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
const QTimeZone berlin(QByteArrayLiteral("Europe/Berlin"));

Instant at(int day, int hours, int minutes = 0)
{
    return QDateTime(QDate(2025, 12, day), QTime(hours, minutes), berlin).toMSecsSinceEpoch();
}

} // namespace

/// A ticket of Friday 5 December 2025, 15:00; the Monday after is a holiday.
class SlaPresenterTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ThreadDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_catalog;
    std::unique_ptr<SlaPresenter> m_presenter;
    TicketId m_ticket;

    void happens(SlaEventKind kind, qint64 value, qint64 other = 0)
    {
        m_desk->addSlaEvent(m_ticket, {kind, m_clock->now(), value, other});
    }

    const SlaBlock block(SlaTargetKind target)
    {
        for (const SlaBlock &one : m_presenter->blocks()) {
            if (one.target == target)
                return one;
        }
        return {};
    }

    void passTo(Instant when)
    {
        m_clock->set(when);
        m_catalog->ticker().tick();
    }

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>(at(5, 15));
        m_desk = std::make_unique<ThreadDesk>(sampleSlaCatalog(), *m_clock);
        m_catalog = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, *m_clock);
        m_catalog->refresh();
        QTRY_VERIFY(m_catalog->isReady());
        const Person sarah = m_desk->addPerson(QStringLiteral("Sarah"), QStringLiteral("sarah@example.org"));
        m_ticket = m_desk->addTicket(QStringLiteral("Monitor went dark"), sarah.id);
        happens(SlaEventKind::Priority, 2);
        happens(SlaEventKind::State, 2, qint64(StateType::Open));
        happens(SlaEventKind::Policy, samplePolicyVersion.value, sampleCalendarVersion.value);
        happens(SlaEventKind::Opened, qint64(SenderRole::Customer));
        m_presenter = std::make_unique<SlaPresenter>(*m_desk, *m_catalog);
        m_presenter->open(m_ticket);
        QTRY_COMPARE(m_presenter->blocks().size(), 2);
    }
    void cleanup()
    {
        m_presenter.reset();
        m_catalog.reset();
    }

    void showsBothNumbers()
    {
        const SlaBlock response = block(SlaTargetKind::FirstResponse);
        QCOMPARE(response.title, QStringLiteral("First response"));
        QCOMPARE(response.brief, QStringLiteral("1 h"));
        QCOMPARE(int(response.level), int(TimeLeft::Critical));
        QCOMPARE(m_presenter->nearest(), SlaTargetKind::FirstResponse);
        const SlaBlock resolution = block(SlaTargetKind::Resolution);
        QCOMPARE(resolution.status, QStringLiteral("8 h of working time left"));                // working time …
        QVERIFY2(resolution.due.contains(QLatin1String("in 4 d")), qPrintable(resolution.due)); // … and the wall clock
        QCOMPARE(resolution.rules, QStringLiteral("Standard v5 · Office v2"));
        QVERIFY(resolution.promise.contains(QLatin1String("8 h")));
        QCOMPARE(resolution.permille, 0);
    }

    void ticksOnlyWhenItReadsDifferently()
    {
        QSignalSpy changed(m_presenter.get(), &SlaPresenter::changed);
        passTo(at(5, 15, 30));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(block(SlaTargetKind::Resolution).permille, 30 * 1000 / 480);
        QCOMPARE(block(SlaTargetKind::Resolution).status, QStringLiteral("7 h 30 min of working time left"));
        m_catalog->ticker().tick();
        QCOMPARE(changed.size(), 1);
        passTo(at(5, 15, 59));
        QCOMPARE(changed.size(), 2);
        passTo(at(5, 15, 59) + 1);
        // Now the seconds of the first response are counted.
        QVERIFY(m_catalog->ticker().next() - m_clock->now() <= 1'001);
        QCOMPARE(block(SlaTargetKind::FirstResponse).brief, QStringLiteral("59 s"));
        passTo(at(5, 16, 0));
        QCOMPARE(int(block(SlaTargetKind::FirstResponse).level), int(TimeLeft::Overdue));
        QVERIFY(block(SlaTargetKind::FirstResponse).isMissed());
    }

    void standsStillWithItsReason()
    {
        passTo(at(5, 16));
        happens(SlaEventKind::State, 3, qint64(StateType::PendingReminder));
        QTRY_COMPARE(block(SlaTargetKind::Resolution).state, SlaState::Paused);
        QCOMPARE(block(SlaTargetKind::Resolution).status, QStringLiteral("paused: Waiting for customer, 7 h left"));
        QCOMPARE(block(SlaTargetKind::Resolution).due, QString());
        passTo(at(9, 10));
        happens(SlaEventKind::State, 2, qint64(StateType::Open));
        QTRY_COMPARE(block(SlaTargetKind::Resolution).state, SlaState::Running);
        QCOMPARE(block(SlaTargetKind::Resolution).status, QStringLiteral("7 h of working time left"));
    }

    void explainsEverySecond()
    {
        passTo(at(5, 16));
        happens(SlaEventKind::State, 3, qint64(StateType::PendingReminder));
        passTo(at(9, 10));
        happens(SlaEventKind::State, 2, qint64(StateType::Open));
        passTo(at(9, 12) + 5'000);
        QTRY_COMPARE(m_presenter->ledger(SlaTargetKind::Resolution)->elapsed, 3 * hour + 5'000);
        const std::optional<SlaLedger> ledger = m_presenter->ledger(SlaTargetKind::Resolution);
        QVERIFY(ledger);
        QCOMPARE(ledger->elapsed, 3 * hour + 5'000);
        QCOMPARE(ledger->total(), QStringLiteral("Counted: 3 h 5 s"));
        qint64 past = 0;
        QStringList whys;
        for (const LedgerLine &line : ledger->lines) {
            past += line.ahead ? 0 : line.counted;
            if (!whys.contains(line.why))
                whys.append(line.why);
        }
        QCOMPARE(past, ledger->elapsed);
        QCOMPARE(ledger->lines.last().sum, 8 * hour); // what is still to come leads to the whole promise
        QVERIFY(ledger->lines.last().ahead);
        for (const QString &why :
             {QStringLiteral("working time"), QStringLiteral("paused: Waiting for customer"),
              QStringLiteral("outside of working hours"), QStringLiteral("holiday: Founders' Day")})
            QVERIFY2(whys.contains(why), qPrintable(whys.join(u'|')));
        const QString facts = ledger->facts.join(u'\n');
        for (const QString &part : {QStringLiteral("Standard, version 5"), QStringLiteral("Office, version 2"),
                                    QStringLiteral("Europe/Berlin"), QStringLiteral("2 h did not count")})
            QVERIFY2(facts.contains(part), qPrintable(facts));
        const QString text = ledger->asText();
        QVERIFY(text.contains(QLatin1String("From now on:")));
        QVERIFY(text.contains(QStringLiteral("Fri 5 Dec 15:00 – 16:00\tworking time\t1 h\t1 h")));
        QVERIFY(!m_presenter->ledger(SlaTargetKind::Update));
    }

    void aLedgerStaysWhereItIsReadWhileTimePasses()
    {
        SlaLedgerModel model(*m_presenter);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.show(SlaTargetKind::Resolution);
        passTo(at(5, 15, 30));
        const int rows = model.rowCount();
        QVERIFY(rows > 1);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        passTo(at(5, 15, 40));
        QCOMPARE(model.rowCount(), rows);
        QCOMPARE(reset.size(), 0);
        QVERIFY(changed.size() > 0 && changed.size() <= 2); // what was, and what is still to come of the same interval
        QCOMPARE(model.index(model.rowOfNow(), SlaLedgerModel::Sum).data().toString(), QStringLiteral("40 min"));
        QVERIFY(model.index(model.rowOfNow() + 1, 0).data(SlaLedgerModel::FirstAheadRole).toBool());
        const QString spoken = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QLatin1String("working time, counts 40 min, sum 40 min")), qPrintable(spoken));
        m_presenter->open({});
        QCOMPARE(model.rowCount(), 0);
    }

    void whatWaitsToBeSentDoesNotCount()
    {
        QCOMPARE(block(SlaTargetKind::FirstResponse).waits, QString());
        QSignalSpy changed(m_presenter.get(), &SlaPresenter::changed);
        m_presenter->setWaiting(true);
        QCOMPARE(changed.size(), 1);
        const SlaBlock response = block(SlaTargetKind::FirstResponse);
        QCOMPARE(response.brief, QStringLiteral("1 h"));
        QVERIFY2(response.waits.contains(QLatin1String("waits to be sent")), qPrintable(response.waits));
        QVERIFY(response.spoken().contains(response.waits));
        QVERIFY(m_presenter->ledger(SlaTargetKind::FirstResponse)->facts.contains(response.waits));
        happens(SlaEventKind::AgentReplied, 7);
        QTRY_VERIFY(block(SlaTargetKind::FirstResponse).ended);
        QCOMPARE(block(SlaTargetKind::FirstResponse).waits, QString()); // that is known
        m_presenter->setWaiting(false);
        QCOMPARE(block(SlaTargetKind::Resolution).waits, QString());
    }

    void aReasonIsNotedAndShown()
    {
        passTo(at(5, 16, 30));
        happens(SlaEventKind::AgentReplied, 7);
        QTRY_VERIFY(block(SlaTargetKind::FirstResponse).ended);
        const SlaBlock missed = block(SlaTargetKind::FirstResponse);
        QCOMPARE(missed.status, QStringLiteral("missed by 30 min"));
        QVERIFY(missed.isMissed());
        QCOMPARE(int(missed.level), int(TimeLeft::Missed));
        m_presenter->recordReason(SlaTargetKind::FirstResponse, missed.cycle, QStringLiteral("  Nobody was in "));
        QTRY_COMPARE(block(SlaTargetKind::FirstResponse).reason, QStringLiteral("Nobody was in"));
        QVERIFY(block(SlaTargetKind::FirstResponse).spoken().contains(QLatin1String("Nobody was in")));
    }

    void refusalsAreSaid()
    {
        QSignalSpy failed(m_presenter.get(), &SlaPresenter::failed);
        m_desk->refuse(Error{ErrorCode::Denied, QStringLiteral("test"), {}, {}});
        m_presenter->recordReason(SlaTargetKind::FirstResponse, 1, QStringLiteral("x"));
        QTRY_COMPARE(failed.size(), 1);
    }

    // The answer for a ticket that was left meanwhile is nobody's.
    void theTicketThatIsLeftIsForgotten()
    {
        m_desk->hold();
        happens(SlaEventKind::AgentReplied, 7);
        m_presenter->open({});
        QCOMPARE(m_presenter->blocks().size(), 0);
        m_desk->release();
        QTest::qWait(20);
        QCOMPARE(m_presenter->blocks().size(), 0);
        QCOMPARE(m_presenter->nearest(), SlaTargetKind::None);
    }
};

QTEST_GUILESS_MAIN(SlaPresenterTest)
#include "sla_presenter_test.moc"
