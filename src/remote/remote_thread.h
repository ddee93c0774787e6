// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "remote/command_lanes.h"
#include "remote/command_sender.h"
#include "remote/remote_feed.h"
#include "remote/remote_link.h"
#include "remote/wake_watch.h"

#include <QFutureWatcher>
#include <QHash>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace deskhand {

/// All that works for a RemoteDesk. Lives in the network's thread.
struct RemoteWorks {
    RemoteWorks(const RemotePlace &place, const QByteArray &token, bool listens);

    using Done = std::function<void(const Result<CommandAnswer> &answer)>;
    /// `done` is called once; also when nothing can be sent.
    void submit(const Command &command, Done done);

    RemoteLink link;
    RemoteFeed feed;
    WakeWatch wakes;

private:
    void send(const Command &command);
    void take(const CommandId &command, const CommandSender::Sent &sent);

    CommandSender m_sender;
    CommandLanes m_lanes;
    QHash<CommandId, QVector<Done>> m_commands; ///< by command: the same may be given twice
};

/// The network's thread and what works in it, made in it and destroyed in it.
class RemoteThread final : public QThread
{
public:
    using Make = std::function<std::unique_ptr<RemoteWorks>()>;

    explicit RemoteThread(Make make);
    ~RemoteThread() override;

    /// Called in the thread, in the order given; not at all when it ends before.
    void post(std::function<void(RemoteWorks &works)> work);

protected:
    void run() override;

private:
    Make m_make;
    QObject m_receiver; ///< lives in the thread
    RemoteWorks *m_works = nullptr;
};

/// A promise that is kept in any case: dropped, it is Cancelled (deliver()). Cancelled by whoever holds the future, it
/// ends the question.
template <typename T>
class RemotePromise
{
public:
    RemotePromise() { m_promise->start(); }

    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise->future(); }
    void keep(const Result<T> &answer) const
    {
        m_promise->addResult(answer);
        m_promise->finish();
    }
    /// In the network's thread.
    void cancelsAsk(RemoteLink &link, const RemoteLink::AskPtr &ask) const
    {
        auto *watcher = new QFutureWatcher<Result<T>>(&link);
        QObject::connect(watcher, &QFutureWatcherBase::canceled, &link, [&link, ask] { link.cancel(ask); });
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(m_promise->future());
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise = std::make_shared<QPromise<Result<T>>>();
};

} // namespace deskhand
