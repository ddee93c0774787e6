// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog.h"
#include "store/local_desk.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFuture>
#include <QTemporaryDir>

#include <memory>

namespace deskhand::test {

/// Waits for a future while events are delivered, as the GUI would; Timeout after `milliseconds`.
template <typename T>
Result<T> await(const QFuture<Result<T>> &future, int milliseconds = 20000)
{
    const QDeadlineTimer deadline(milliseconds);
    while (!future.isFinished() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    if (!future.isFinished())
        return Error{ErrorCode::Timeout, QStringLiteral("test.await"), QStringLiteral("no answer"), {}};
    if (!future.isResultReadyAt(0))
        return Error{ErrorCode::Cancelled, QStringLiteral("test.await"), QStringLiteral("promise dropped"), {}};
    return future.resultAt(0);
}

/// A throw-away desk in a temporary folder: a LocalDesk with its initial catalogue, an admin ("Ada Admin",
/// ada@desk.example) and a clock that stands still until it is moved. Needs a QCoreApplication.
class TestDesk
{
public:
    TestDesk();
    /// With the machine's clock, for tests of whole windows.
    static std::unique_ptr<TestDesk> withSystemClock();
    /// With this codec for what goes out and for held mail.
    static std::unique_ptr<TestDesk> withCodec(std::shared_ptr<const MailCodec> codec);
    ~TestDesk();

    [[nodiscard]] LocalDesk &desk() { return *m_desk; }
    [[nodiscard]] QString path() const;
    /// The clock starts at 2026-03-02T09:00:00Z, a Monday. Move it only while no command runs.
    [[nodiscard]] ManualClock &clock() { return *m_clock; }
    void close(); ///< the file stays until this object goes
    /// Closes the desk and opens the file again.
    void reopen();
    /// Another client on the same file, with the same clock.
    [[nodiscard]] std::unique_ptr<LocalDesk> openAnother();

    /// The admin.
    [[nodiscard]] PersonId me() const { return m_me; }
    [[nodiscard]] CatalogPtr catalog();
    [[nodiscard]] StateId state(StateType type);
    [[nodiscard]] PriorityId priority(int rank);
    [[nodiscard]] QueueId firstQueue();

    // Commands that must succeed; a failure ends the test program with its error.
    CommandAnswer submit(const CommandBody &body, PersonId actor = {}); ///< invalid actor: me()
    CommandAnswer openTicket(const QString &subject,
                             const QString &requesterAddress = QStringLiteral("rita@customer.example"));
    CommandAnswer reply(TicketId ticket, const QString &text);
    CommandAnswer customerMail(TicketId ticket, const QString &text);
    PersonId addAgent(const QString &name, bool admin = false);
    QueueId addQueue(const QString &name, QueueId parent = {});
    /// The ticket as it is now, as me() sees it.
    [[nodiscard]] TicketRow row(TicketId ticket);

    /// The result that must be there.
    template <typename T>
    T expect(const QFuture<Result<T>> &future)
    {
        Result<T> result = await(future);
        if (!result)
            fail(result.error());
        return *std::move(result);
    }

private:
    explicit TestDesk(std::shared_ptr<const Clock> clock, std::shared_ptr<const MailCodec> codec = {});
    [[noreturn]] static void fail(const Error &error);

    QTemporaryDir m_folder;
    std::shared_ptr<ManualClock> m_clock;
    std::shared_ptr<const Clock> m_usedClock;
    std::shared_ptr<const MailCodec> m_codec;
    std::unique_ptr<LocalDesk> m_desk;
    PersonId m_me;
};

} // namespace deskhand::test
