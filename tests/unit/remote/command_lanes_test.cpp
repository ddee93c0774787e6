// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/command_lanes.h"
#include "remote/wake_watch.h"

#include <QSignalSpy>
#include <QtTest>

namespace deskhand {

class CommandLanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void commandsOfATicketGoOneByOne();
    void ticketsGoSideBySide();
    void noMoreThanFourAtOnce();
    void whatIsAboutSomethingElseIsAlone();
    void orderIsKeptBehindWhatWaits();
    void theSameCommandGoesOnce();
    void sleepIsNoticed();

private:
    Command add(qint64 ticket); ///< 0: about no ticket
    QString sent() const;       ///< "1 1 0": by ticket

    std::unique_ptr<CommandLanes> m_lanes;
    QVector<Command> m_sent;
};

void CommandLanesTest::init()
{
    m_sent.clear();
    m_lanes = std::make_unique<CommandLanes>([this](const Command &command) { m_sent.append(command); });
}

Command CommandLanesTest::add(qint64 ticket)
{
    CommandBody body = SaveDeskSettings{};
    if (ticket != 0)
        body = ChangeTicket{TicketId(ticket), 1, {}, {}};
    const Command command = Command::make(PersonId(1), body);
    m_lanes->add(command);
    return command;
}

QString CommandLanesTest::sent() const
{
    QStringList words;
    for (const Command &command : m_sent) {
        const auto *change = std::get_if<ChangeTicket>(&command.body);
        words.append(QString::number(change ? change->ticket.value : 0));
    }
    return words.join(u' ');
}

void CommandLanesTest::commandsOfATicketGoOneByOne()
{
    const Command first = add(1);
    const Command second = add(1);
    add(1);
    QCOMPARE(sent(), QStringLiteral("1"));
    m_lanes->done(first.id);
    QCOMPARE(sent(), QStringLiteral("1 1"));
    QCOMPARE(m_sent[1].id, second.id);
}

void CommandLanesTest::ticketsGoSideBySide()
{
    add(1);
    add(1);
    const Command other = add(2);
    QCOMPARE(sent(), QStringLiteral("1 2"));
    m_lanes->done(other.id);
    QCOMPARE(sent(), QStringLiteral("1 2"));
}

void CommandLanesTest::noMoreThanFourAtOnce()
{
    for (qint64 ticket = 1; ticket <= 6; ++ticket)
        add(ticket);
    QCOMPARE(sent(), QStringLiteral("1 2 3 4"));
    m_lanes->done(m_sent[2].id);
    QCOMPARE(sent(), QStringLiteral("1 2 3 4 5"));
}

void CommandLanesTest::whatIsAboutSomethingElseIsAlone()
{
    const Command before = add(1);
    const Command settings = add(0);
    add(2);
    QCOMPARE(sent(), QStringLiteral("1"));
    m_lanes->done(before.id);
    QCOMPARE(sent(), QStringLiteral("1 0"));
    m_lanes->done(settings.id);
    QCOMPARE(sent(), QStringLiteral("1 0 2"));
}

void CommandLanesTest::orderIsKeptBehindWhatWaits()
{
    const Command first = add(1);
    const Command second = add(1);
    add(1);
    add(2);
    m_lanes->done(first.id);
    m_lanes->done(second.id);
    QCOMPARE(sent(), QStringLiteral("1 2 1 1"));
}

void CommandLanesTest::theSameCommandGoesOnce()
{
    const Command once = add(1);
    m_lanes->add(once);
    QCOMPARE(sent(), QStringLiteral("1"));
    m_lanes->done(once.id);
    QCOMPARE(sent(), QStringLiteral("1 1"));
}

void CommandLanesTest::sleepIsNoticed()
{
    qint64 now = 1'000'000;
    WakeWatch watch(nullptr, [&now] { return now; });
    const QSignalSpy woke(&watch, &WakeWatch::woke);
    now += WakeWatch::lookEveryMs + 500;
    watch.look();
    now -= 60'000; // somebody sets the clock back
    watch.look();
    QCOMPARE(woke.size(), 0);
    now += WakeWatch::lookEveryMs + WakeWatch::sleptMs + 1;
    watch.look();
    QCOMPARE(woke.size(), 1);
    now += WakeWatch::lookEveryMs;
    watch.look();
    QCOMPARE(woke.size(), 1);
}

} // namespace deskhand

QTEST_GUILESS_MAIN(deskhand::CommandLanesTest)
#include "command_lanes_test.moc"
