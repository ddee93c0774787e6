// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queued_command_model.h"
#include "models/sync_text.h"
#include "support/fake_desk.h"
#include "support/fake_sync.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace deskhand;
using namespace deskhand::test;

/// What somebody is told of a client that keeps a replica.
class QueuedCommandModelTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_holder;
    FakeSync m_sync;

    static SyncState state(SyncPhase phase)
    {
        SyncState made;
        made.phase = phase;
        return made;
    }
    static TimeWords words()
    {
        TimeWords made;
        made.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
        made.zone = QTimeZone::utc();
        return made;
    }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_clock = std::make_unique<ManualClock>(sampleNow);
        m_desk = std::make_unique<FakeDesk>(sampleCatalog(), *m_clock);
        m_holder = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, *m_clock);
        m_holder->refresh();
        QTRY_VERIFY(m_holder->isReady());
        m_sync.setQueue(sampleQueue(sampleNow));
    }

    void everyPhaseHasItsWords()
    {
        QCOMPARE(SyncText::line(state(SyncPhase::Online), sampleNow, words()), QStringLiteral("Online"));
        SyncState syncing = state(SyncPhase::Syncing);
        syncing.done = 120;
        syncing.total = 5000;
        QCOMPARE(SyncText::line(syncing, sampleNow, words()), QStringLiteral("Syncing 120 of 5,000"));
        SyncState offline = state(SyncPhase::Offline);
        offline.offlineSince = sampleNow - 3 * 3'600'000;
        offline.queued = 3;
        offline.attention = 2;
        const QString line = SyncText::line(offline, sampleNow, words());
        QVERIFY2(line.startsWith(QStringLiteral("Offline since 05:53")), qPrintable(line));
        QVERIFY(line.contains(QStringLiteral("3 queued")));
        QVERIFY(line.contains(QStringLiteral("2 need")));
        offline.offlineSince = sampleNow - 40 * 3'600'000LL; // the day is said, too
        QVERIFY(!SyncText::phase(offline, sampleNow, words()).contains(QStringLiteral("since 16:53")));
        QCOMPARE(SyncText::tone(offline), SyncText::Tone::Danger);
        offline.attention = 0;
        QCOMPARE(SyncText::tone(offline), SyncText::Tone::Warning);
    }

    void whatIsInTheWayIsNamed()
    {
        QVERIFY(SyncText::advice(state(SyncPhase::Online)).isEmpty());
        QStringList said;
        for (const char *problem :
             {"captive-portal", "certificate", "proxy-login", "proxy-unreachable", "not-desk-service", ""}) {
            SyncState offline = state(SyncPhase::Offline);
            offline.problem = QString::fromLatin1(problem);
            said.append(SyncText::advice(offline));
        }
        said.append(SyncText::advice(state(SyncPhase::SignedOut)));
        said.append(SyncText::advice(state(SyncPhase::TooOld)));
        SyncState skewed = state(SyncPhase::Online);
        skewed.clockSkewMs = -5 * 60'000;
        said.append(SyncText::advice(skewed));
        QVERIFY(!said.contains(QString()));
        QCOMPARE(said.removeDuplicates(), 0);
    }

    void eachCommandSaysWhatWhereAndHowItStands()
    {
        QueuedCommandModel model(m_sync, *m_holder);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0).data().toString(),
                 QStringLiteral("Change of State · #10001 Printer 1 is out of paper"));
        QVERIFY(model.index(1).data().toString().startsWith(QStringLiteral("Reply · #10002")));
        QCOMPARE(model.index(3).data().toString(), QStringLiteral("New ticket · #new-1 Projector in room 4"));
        QCOMPARE(model.firstUndecided(), 1);
        QVERIFY(model.index(2).data(QueuedCommandModel::StateTextRole).toString().contains(QStringLiteral("Anna")));
        QSet<QString> states;
        for (int row = 0; row < 4; ++row)
            states.insert(model.index(row).data(QueuedCommandModel::StateTextRole).toString());
        QCOMPARE(states.size(), 4);
        m_clock->advance(20 * 60'000);
        QCOMPARE(model.index(0).data(QueuedCommandModel::WhenRole).toString(), QStringLiteral("1 h ago"));
    }

    void whatWasWrittenIsWhole()
    {
        QueuedCommandModel model(m_sync, *m_holder);
        const QString held = model.details(model.command(1));
        QVERIFY(held.contains(QStringLiteral("Hello Rita,\n\nthe toner is on its way & arrives <today>.\n\nMike")));
        QVERIFY(held.contains(QStringLiteral("rita@customer.example")));
        const QString refused = model.details(model.command(3));
        QVERIFY(refused.contains(QStringLiteral("no right to open in this queue")));
        QVERIFY(refused.contains(QStringLiteral("the toner is on its way")));
        QVERIFY(model.details(model.command(0)).contains(QStringLiteral("Solved")));
    }

    void onlyWhatCanBeDecidedIsOffered()
    {
        QueuedCommandModel model(m_sync, *m_holder);
        QVERIFY(QueuedCommandModel::insistText(model.command(0)).isEmpty());
        QVERIFY(!QueuedCommandModel::giveUpText(model.command(0)).isEmpty());
        for (int row = 1; row < 4; ++row) {
            QVERIFY(!QueuedCommandModel::insistText(model.command(row)).isEmpty());
            QVERIFY(!QueuedCommandModel::giveUpText(model.command(row)).isEmpty());
        }
        QueuedCommand sending = model.command(0);
        sending.state = QueuedState::Sending; // it may be there already
        QVERIFY(QueuedCommandModel::giveUpText(sending).isEmpty());
    }

    void aStateThatChangesLeavesTheRowsAlone()
    {
        QueuedCommandModel model(m_sync, *m_holder);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVector<QueuedCommand> next = m_sync.queue();
        next.first().state = QueuedState::Sending;
        m_sync.setQueue(next);
        QCOMPARE(reset.size(), 0);
        QVERIFY(changed.size() > 0);
        next.removeFirst();
        m_sync.setQueue(next);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 3);
    }
};

QTEST_GUILESS_MAIN(QueuedCommandModelTest)
#include "queued_command_model_test.moc"
