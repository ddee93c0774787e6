// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notification_model.h"
#include "support/sample_catalog.h"
#include "support/sample_tickets.h"
#include "support/thread_desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

class NotificationModelTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<ThreadDesk> m_desk;
    std::unique_ptr<CatalogHolder> m_catalog;
    std::unique_ptr<NotificationModel> m_model;

    static Notification warning(const QString &level = QStringLiteral("75%"))
    {
        Notification one;
        one.person = PersonId{1};
        one.ticket = TicketId{7};
        one.ticketNumber = QStringLiteral("10433");
        one.subject = QStringLiteral("Printer is on fire");
        one.target = SlaTargetKind::Resolution;
        one.level = level;
        one.at = sampleNow - 120'000;
        one.dueAt = sampleNow + 3'600'000;
        return one;
    }
    static Notification breach()
    {
        Notification one = warning({});
        one.kind = NotificationKind::SlaBreach;
        one.dueAt = one.at;
        return one;
    }
    QString text(int row, int role) { return m_model->index(row).data(role).toString(); }

private Q_SLOTS:
    void init()
    {
        qRegisterMetaType<QVector<Notification>>();
        m_clock = std::make_unique<ManualClock>(sampleNow);
        m_desk = std::make_unique<ThreadDesk>(sampleCatalog(), *m_clock);
        m_catalog = std::make_unique<CatalogHolder>(*m_desk, PersonId{1}, *m_clock);
        m_model = std::make_unique<NotificationModel>(*m_desk, *m_catalog);
    }
    void cleanup()
    {
        m_model.reset();
        m_catalog.reset();
    }

    void saysWhatWasReached()
    {
        QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_desk->notify(warning());
        m_desk->notify(breach());
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(text(0, NotificationModel::WhatRole), QStringLiteral("Resolution was missed"));
        QCOMPARE(text(1, NotificationModel::WhatRole), QStringLiteral("Resolution: at 75 %"));
        QCOMPARE(text(1, Qt::DisplayRole), QStringLiteral("#10433 Printer is on fire"));
        QCOMPARE(text(1, NotificationModel::WhenRole), QStringLiteral("2 min ago"));
        QVERIFY(text(1, NotificationModel::DueRole).startsWith(QLatin1String("due Today")));
        QVERIFY(text(0, NotificationModel::DueRole).startsWith(QLatin1String("was due Today")));
        QVERIFY(text(0, Qt::AccessibleTextRole).startsWith(QLatin1String("Not seen, Resolution was missed, #10433")));
        QCOMPARE(m_model->unseenCount(), 2);
        QCOMPARE(m_model->sentence(breach()), QStringLiteral("Resolution of #10433 was missed"));
        QCOMPARE(m_model->sentence(warning(QStringLiteral("Tell the lead"))),
                 QStringLiteral("Resolution of #10433: Tell the lead"));
    }

    // What was there at the beginning is no news; what comes later is, once.
    void tellsOfWhatArrives()
    {
        m_desk->notify(warning());
        QSignalSpy arrived(m_model.get(), &NotificationModel::arrived);
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(arrived.size(), 0);
        m_desk->notify(breach());
        m_desk->notify(warning());
        QTRY_COMPARE(m_model->rowCount(), 3);
        QCOMPARE(arrived.size(), 1); // both at once
        QCOMPARE(arrived.first().first().value<QVector<Notification>>().size(), 2);
        m_model->refresh();
        QTest::qWait(20);
        QCOMPARE(arrived.size(), 1);
    }

    void isSeenAtOnce()
    {
        m_desk->notify(warning());
        m_desk->notify(breach());
        QTRY_COMPARE(m_model->rowCount(), 2);
        QSignalSpy unseen(m_model.get(), &NotificationModel::unseenChanged);
        m_model->markSeen({m_model->at(1).id});
        QCOMPARE(m_model->unseenCount(), 1);
        QCOMPARE(unseen.last().first().toInt(), 1);
        QVERIFY(m_model->index(1).data(NotificationModel::SeenRole).toBool());
        m_model->markSeen();
        QCOMPARE(m_model->unseenCount(), 0);
        QCOMPARE(m_desk->commands.size(), 2);
        QTRY_VERIFY(m_desk->notificationsNow.first().seenAt != 0);
        m_model->markSeen(); // nothing is left to be seen
        QCOMPARE(m_desk->commands.size(), 2);
    }

    void aRefusalIsTakenBack()
    {
        m_desk->notify(warning());
        QTRY_COMPARE(m_model->rowCount(), 1);
        QSignalSpy failed(m_model.get(), &NotificationModel::failed);
        m_desk->refuse(Error{ErrorCode::Denied, QStringLiteral("test"), {}, {}});
        m_model->markSeen();
        QTRY_COMPARE(failed.size(), 1);
        QTRY_COMPARE(m_model->unseenCount(), 1);
    }
};

QTEST_GUILESS_MAIN(NotificationModelTest)
#include "notification_model_test.moc"
