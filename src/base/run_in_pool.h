// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QFutureInterface>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace deskhand {

/// Runs `work() -> Result<T>` in a thread of `pool`; the answer goes to deliver(). What `work` uses outlives it: the
/// pool waits for its work when it is destroyed.
template <typename T, typename Work>
QFuture<Result<T>> runInPool(QThreadPool &pool, Work work)
{
    auto promise = std::make_shared<QFutureInterface<Result<T>>>();
    promise->reportStarted();
    QFuture<Result<T>> future = promise->future();
    pool.start([promise, work = std::move(work)] {
        promise->reportResult(work());
        promise->reportFinished();
    });
    return future;
}

} // namespace deskhand
