// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mailbox_list_model.h"
#include "models/mailbox_words.h"
#include "support/mail_desk.h"
#include "support/sample_catalog.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

class MailboxWordsTest : public QObject
{
    Q_OBJECT

private:
    static constexpr Instant now = 1'772'442'000'000;
    MailboxWords m_words{{QLocale(u"en_US"_s), QTimeZone::utc()}};

    static MailReconciliation randomSums(QRandomGenerator *random)
    {
        MailReconciliation sums;
        for (qint64 *count : {&sums.waiting, &sums.opened, &sums.followUps, &sums.duplicates, &sums.held,
                              &sums.quarantined, &sums.reports, &sums.discarded, &sums.rejected, &sums.backlog})
            *count = random->bounded(3) == 0 ? 0 : random->bounded(2000);
        return sums;
    }

private Q_SLOTS:
    void health()
    {
        MailboxReport report;
        QCOMPARE(m_words.health(report, now).kind, MailboxHealth::Kind::Starting);
        QVERIFY(m_words.lastFetch(report, now).contains(u"never"));
        report.progress.reachedAt = now - 120'000;
        QCOMPARE(m_words.health(report, now).kind, MailboxHealth::Kind::Healthy);
        QCOMPARE(m_words.lastFetch(report, now), u"fetched 2 min ago"_s);
        report.progress.problem = u"not-settled"_s;
        QCOMPARE(m_words.health(report, now).state, u"Needs a look"_s); // it does fetch
        report.progress.problem = u"unauthenticated"_s;
        report.progress.failures = 3;
        report.progress.detail = u"<b>[AUTHENTICATIONFAILED]</b>"_s;
        const MailboxHealth failing = m_words.health(report, now);
        QCOMPARE(failing.kind, MailboxHealth::Kind::Failing);
        QVERIFY(failing.state.startsWith(u"Failing since Today"));
        QVERIFY(failing.problem.contains(u"sign-in"));
        QVERIFY(!failing.advice.isEmpty());
        QCOMPARE(failing.detail, report.progress.detail);
        report.mailbox.paused = true;
        QCOMPARE(m_words.health(report, now).kind, MailboxHealth::Kind::Paused);
        report.mailbox.active = false;
        QCOMPARE(m_words.health(report, now).kind, MailboxHealth::Kind::Inactive);
        MailboxReport sending;
        sending.mailbox.protocol = MailProtocol::None;
        QCOMPARE(m_words.health(sending, now).kind, MailboxHealth::Kind::SendsOnly);
    }

    void everyErrorHasWords()
    {
        for (const ErrorCode code :
             {ErrorCode::Offline, ErrorCode::Timeout, ErrorCode::Unauthenticated, ErrorCode::Denied,
              ErrorCode::NotFound, ErrorCode::Invalid, ErrorCode::Integrity, ErrorCode::Busy, ErrorCode::Corrupt}) {
            QVERIFY2(!MailboxWords::advice(errorCodeName(code)).isEmpty(), qPrintable(errorCodeName(code)));
            QVERIFY(!MailboxWords::problem(errorCodeName(code)).contains(u'(' + errorCodeName(code)));
        }
        for (const QString &name : {u"secrets"_s, u"certificate"_s, u"tls"_s, u"not-offered"_s, u"resolve"_s,
                                    u"connect"_s, u"refresh-token"_s, u"not-settled"_s})
            QVERIFY2(!MailboxWords::advice(name).isEmpty(), qPrintable(name));
        QVERIFY(MailboxWords::problem(u"moon-phase"_s).contains(u"moon-phase"));
        for (const QString &step : {u"resolve"_s, u"connect"_s, u"tls"_s, u"sign-in"_s, u"folder"_s, u"list"_s}) {
            QVERIFY(MailboxWords::step(step, MailHalf::Receiving) != step);
            QVERIFY(!MailboxWords::stepAdvice(step, MailHalf::Receiving).isEmpty());
        }
        QVERIFY(MailboxWords::step(u"sender"_s, MailHalf::Sending) != u"sender"_s);
    }

    void equation()
    {
        MailReconciliation sums;
        QCOMPARE(m_words.equation(sums), u"0 seen = 0 imported"_s);
        sums.opened = 900;
        sums.followUps = 280;
        sums.duplicates = 9;
        sums.held = 3;
        sums.rejected = 2;
        sums.reports = 10;
        QCOMPARE(m_words.equation(sums), u"1,204 seen = 1,180 imported + 9 duplicates + 10 reports + 3 held + 2 not "
                                         "taken"_s);
    }

    /// Whatever the counts are: what is shown adds up to what was seen.
    void linesAddUp()
    {
        QRandomGenerator random(4711);
        for (int round = 0; round < 200; ++round) {
            const MailReconciliation sums = randomSums(&random);
            qint64 total = 0;
            for (const ReconciliationLine &line : MailboxWords::lines(sums))
                total += line.count;
            QCOMPARE(total, sums.seen());
        }
    }

    void reasonsStandWithTheirNumber()
    {
        MailReconciliation sums;
        sums.held = 2;
        sums.quarantined = 3;
        sums.rejected = 5;
        sums.reasons = {{u"stranger"_s, 2}, {u"loop"_s, 1}, {u"too-many"_s, 2}, {u"too-large"_s, 5}};
        const QVector<ReconciliationLine> lines = MailboxWords::lines(sums);
        for (const ReconciliationLine &line : lines) {
            qint64 total = 0;
            for (const auto &[reason, count] : line.reasons)
                total += count;
            QCOMPARE(total, line.reasons.isEmpty() ? 0 : line.count);
            if (line.count == 3)
                QCOMPARE(line.reasons.first().second, 2); // most first
        }
    }

    void aWrongSumIsSaid()
    {
        MailboxReport report;
        report.sums.opened = 4;
        report.sums.backlog = 3;
        report.arrivals = 4;
        QVERIFY(m_words.imbalance(report).isEmpty());
        report.arrivals = 5;
        QVERIFY(m_words.imbalance(report).contains(u"5"));
    }

    void listKeepsItsRows()
    {
        ManualClock clock{now};
        MailDesk desk{sampleCatalog(), clock};
        CatalogHolder catalog{desk, PersonId{1}, clock};
        MailOverview overview{desk, catalog};
        MailboxListModel model(overview);
        Mailbox mailbox;
        mailbox.address = u"support@contoso.example"_s;
        const MailboxId id = desk.addMailbox(mailbox);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
        overview.refresh();
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data().toString(), mailbox.address); // it has no name
        QCOMPARE(model.rowOf(id), 0);
        desk.mailReportNow.mailboxes[0].progress.backlog = 12;
        desk.mailReportNow.mailboxes[0].progress.reachedAt = now;
        overview.refresh();
        QTRY_COMPARE(data.size(), 1);
        QCOMPARE(reset.size(), 1); // the selection stays
        QVERIFY(model.index(0).data(MailboxListModel::ActivityRole).toString().contains(u"12"));
        QCOMPARE(model.index(0).data(MailboxListModel::HealthRole).toInt(), int(MailboxHealth::Kind::Healthy));
    }
};

QTEST_GUILESS_MAIN(MailboxWordsTest)
#include "mailbox_words_test.moc"
