// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/deliver.h"
#include "models/steady_desk.h"
#include "support/fake_desk.h"
#include "support/sample_catalog.h"

#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;

namespace {

const Error gone{ErrorCode::Offline, QStringLiteral("test"), {}, {}};

} // namespace

/// A door that holds what meets a break.
class SteadyDeskTest : public QObject
{
    Q_OBJECT

private:
    ManualClock m_clock{1'700'000'000'000};
    std::unique_ptr<FakeDesk> m_behind;
    std::unique_ptr<SteadyDesk> m_desk;
    TicketId m_ticket;
    QStringList m_answers; ///< in the order they came

    Command change(int priority)
    {
        FieldChange field;
        field.field = TicketField::Priority;
        field.value = priority;
        return Command::make(PersonId{1}, ChangeTicket{m_ticket, m_behind->row(m_ticket).head.version, {field}, {}});
    }
    void submit(const Command &command, const QString &name)
    {
        deliver(m_desk->submit(command), this, [this, name](const Result<CommandAnswer> &answer) {
            m_answers.append(name + (answer ? QString() : QStringLiteral(" failed")));
        });
    }
    void askRow(const QString &name)
    {
        deliver(m_desk->rows({m_ticket}, PersonId{1}), this, [this, name](const Result<QVector<TicketRow>> &rows) {
            m_answers.append(rows && rows->size() == 1 ? name : name + QStringLiteral(" failed"));
        });
    }

private Q_SLOTS:
    void init()
    {
        m_behind = std::make_unique<FakeDesk>(sampleCatalog(), m_clock);
        TicketRow row;
        row.head.subject = QStringLiteral("Printer");
        m_ticket = m_behind->add(row);
        m_desk = std::make_unique<SteadyDesk>(*m_behind);
        m_answers.clear();
    }

    void cleanup()
    {
        m_desk.reset();
        m_behind.reset();
    }

    void whatMeetsABreakIsDoneAfterIt()
    {
        QSignalSpy states(m_desk.get(), &Desk::connectionChanged);
        QSignalSpy waiting(m_desk.get(), &SteadyDesk::waitingChanged);
        m_behind->failWith(gone);
        const Command first = change(1);
        submit(first, QStringLiteral("first"));
        QTRY_COMPARE(m_desk->connection(), DeskConnection::Lost);
        askRow(QStringLiteral("row"));
        submit(change(2), QStringLiteral("second"));
        QCOMPARE(m_desk->waitingCommands(), 2);
        QTRY_VERIFY(m_behind->commands.size() >= 2); // it tries again by itself
        QVERIFY(m_answers.isEmpty());
        m_behind->failWith(std::nullopt);
        m_desk->tryNow();
        QTRY_COMPARE(m_answers.size(), 3);
        QVERIFY(m_answers.indexOf(QStringLiteral("first")) < m_answers.indexOf(QStringLiteral("second")));
        QVERIFY(m_answers.contains(QStringLiteral("row")));
        QCOMPARE(m_desk->waitingCommands(), 0);
        QCOMPARE(m_desk->connection(), DeskConnection::Online);
        QCOMPARE(states.size(), 2);
        QCOMPARE(waiting.last().first().toInt(), 0);
        // Always the same command: the desk knows it by its number and does it once.
        for (const Command &given : std::as_const(m_behind->commands))
            QVERIFY(given.id == first.id || given.id == m_behind->commands.last().id);
    }

    void theDoorBehindSaysHowItIs()
    {
        Q_EMIT m_behind->connectionChanged(DeskConnection::Lost);
        QCOMPARE(m_desk->connection(), DeskConnection::Lost);
        const qsizetype before = m_behind->rowQuestions;
        askRow(QStringLiteral("row"));
        QCOMPARE(m_behind->rowQuestions, int(before)); // nothing is thrown at a way that is known to be broken
        Q_EMIT m_behind->connectionChanged(DeskConnection::Online);
        QTRY_COMPARE(m_answers, QStringList{QStringLiteral("row")});
    }

    void aQuestionThatNobodyWantsAnyMoreIsNotAskedAgain()
    {
        Q_EMIT m_behind->connectionChanged(DeskConnection::Lost);
        QFuture<Result<QVector<TicketRow>>> question = m_desk->rows({m_ticket}, PersonId{1});
        question.cancel();
        QTRY_VERIFY(question.isFinished());
        Q_EMIT m_behind->connectionChanged(DeskConnection::Online);
        QTest::qWait(1);
        QCOMPARE(m_behind->rowQuestions, 0);
    }

    void cancellingReachesTheDesk()
    {
        m_behind->setPatient(true);
        QFuture<Result<QVector<TicketRow>>> question = m_desk->rows({m_ticket}, PersonId{1});
        QTRY_COMPARE(m_behind->waiting(), 1);
        question.cancel();
        QCoreApplication::processEvents(); // the door hears of it
        m_behind->answerAll();
        QCOMPARE(m_behind->cancelled, 1);
        QTRY_VERIFY(question.isFinished());
    }

    void otherErrorsAreAnswers()
    {
        m_behind->failWith(Error{ErrorCode::Denied, QStringLiteral("test"), {}, {}});
        submit(change(1), QStringLiteral("first"));
        QTRY_COMPARE(m_answers, QStringList{QStringLiteral("first failed")});
        QCOMPARE(m_desk->connection(), DeskConnection::Online);
        QCOMPARE(m_behind->commands.size(), 1);
    }

    /// A full disk: questions go on, commands wait, and it is said that something is wrong.
    void questionsGoOnWhereCommandsCannot()
    {
        m_behind->failWith(gone);
        submit(change(1), QStringLiteral("first"));
        QTRY_COMPARE(m_desk->connection(), DeskConnection::Lost);
        m_behind->setPatient(true);
        m_behind->failWith(std::nullopt);
        askRow(QStringLiteral("row"));
        m_desk->tryNow();
        QTRY_VERIFY(m_behind->waiting() >= 2);
        m_behind->answerAll();
        QTRY_COMPARE(m_answers.size(), 2);
        QCOMPARE(m_desk->connection(), DeskConnection::Online);
    }

    void whatOthersDoIsNotKnownWhileTheWayIsBroken()
    {
        QSignalSpy others(m_desk.get(), &Desk::presenceChanged);
        Presence anna;
        anna.ticket = m_ticket;
        Q_EMIT m_behind->presenceChanged({anna});
        QCOMPARE(others.size(), 1);
        Q_EMIT m_behind->connectionChanged(DeskConnection::Lost);
        QCOMPARE(others.size(), 2);
        QVERIFY(others.last().first().value<QVector<Presence>>().isEmpty());
        Q_EMIT m_behind->connectionChanged(DeskConnection::Online);
        QCOMPARE(others.last().first().value<QVector<Presence>>().size(), 1);
    }

    void closingDropsWhatWaits()
    {
        Q_EMIT m_behind->connectionChanged(DeskConnection::Lost);
        submit(change(1), QStringLiteral("first"));
        m_desk.reset();
        QTRY_COMPARE(m_answers, QStringList{QStringLiteral("first failed")});
        QCOMPARE(m_behind->commands.size(), 0);
    }
};

QTEST_GUILESS_MAIN(SteadyDeskTest)
#include "steady_desk_test.moc"
