// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/server_doors.h"

#include "mail/gmime_codec.h"
#include "store/server_greeting.h"

#include <QFutureInterface>
#include <QThread>

namespace deskhand {
namespace {

constexpr int attemptsAtOnce = 4; // one that nobody waits for any more stands in nobody's way

template <typename T, typename Work>
QFuture<Result<T>> runAttempt(QThreadPool &pool, Work work)
{
    auto promise = std::make_shared<QFutureInterface<Result<T>>>();
    promise->reportStarted();
    QFuture<Result<T>> future = promise->future();
    pool.start([promise, work = std::move(work)] {
        const auto isCancelled = [&promise] { return promise->isCanceled(); };
        Result<T> answer = work(isCancelled);
        if (!isCancelled())
            promise->reportResult(std::move(answer));
        promise->reportFinished();
    });
    return future;
}

} // namespace

ServerDoors::ServerDoors()
{
    m_pool.setMaxThreadCount(attemptsAtOnce);
}

ServerDoors::~ServerDoors()
{
    m_pool.waitForDone();
}

QFuture<Result<ServerGreeting>> ServerDoors::greet(const ServerPlace &place, const QString &password)
{
    return runAttempt<ServerGreeting>(m_pool, [address = postgresAddress(place, password)](const auto &isCancelled) {
        return greetServer(address, isCancelled);
    });
}

QFuture<Result<OpenedServer>> ServerDoors::open(const ServerPlace &place, const QString &password)
{
    QThread *asking = QThread::currentThread();
    return runAttempt<OpenedServer>(
        m_pool, [address = postgresAddress(place, password), asking](const auto &isCancelled) -> Result<OpenedServer> {
            const Result<ServerGreeting> greeting = greetServer(address, isCancelled);
            if (!greeting)
                return greeting.error();
            Result<std::unique_ptr<LocalDesk>> desk =
                LocalDesk::openServer(address, LocalDeskOptions{{}, true, makeMailCodec()});
            if (!desk)
                return desk.error();
            (*desk)->moveToThread(asking);
            return OpenedServer{*greeting, std::make_shared<std::unique_ptr<LocalDesk>>(*std::move(desk))};
        });
}

} // namespace deskhand
