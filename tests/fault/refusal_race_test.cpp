// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/replica_fixture.h"

#include <QtTest>

namespace deskhand::test {

/// The service says no at the very moment at which whoever waits for it stops waiting.
class RefusalRaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whoever is told that it is done finds it where it waits for them; whoever is told that it is not has it still.
    void noTextIsLost()
    {
        constexpr int rounds = 60;
        ReplicaFixture fixture;
        const TicketId ticket = fixture.there().openTicket(QStringLiteral("VPN drops every hour")).ticket;
        QVERIFY(fixture.settle());
        fixture.service().shakiness.unpushed = 100;
        int told = 0;
        int refused = 0;
        for (int round = 0; round < rounds; ++round) {
            fixture.close();
            fixture.openWithoutWaiting(1 + round % 12);
            QVERIFY(waitUntil([&] { return fixture.replica().sync().state().phase == SyncPhase::Online; }));
            const ArticleId seen = fixture.there().row(ticket).head.lastArticle;
            fixture.there().customerMail(ticket, QStringLiteral("It dropped again.")); // nobody here has seen it
            PostArticle post;
            post.ticket = ticket;
            post.article.text = QStringLiteral("text %1").arg(round);
            post.lastSeen = seen;
            const Command command = Command::make(fixture.admin(), post);
            const Result<CommandAnswer> answer = await(fixture.desk().submit(command));
            const auto waits = [&] {
                const QVector<QueuedCommand> queue = fixture.replica().sync().queue();
                return std::find_if(queue.cbegin(), queue.cend(),
                                    [&command](const QueuedCommand &one) {
                                        return one.command.id == command.id && one.state == QueuedState::Held;
                                    })
                       != queue.cend();
            };
            if (answer) {
                ++told;
                QVERIFY2(waitUntil(waits, 5000), qPrintable(QStringLiteral("round %1").arg(round)));
                QVERIFY(await(fixture.replica().sync().giveUp(command.id)));
            } else {
                ++refused;
                QCOMPARE(answer.error().code, ErrorCode::Conflict);
                QVERIFY(!waits());
            }
        }
        qInfo("%d were told before the service had answered, %d after", told, refused);
    }
};

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::RefusalRaceTest)
#include "refusal_race_test.moc"
