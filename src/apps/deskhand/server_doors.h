// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/server_place.h"
#include "store/local_desk.h"

#include <QThreadPool>

#include <memory>

namespace deskhand {

/// A desk on a server that has let us in. The desk lives in the thread that asked for it.
struct OpenedServer {
    ServerGreeting greeting;
    std::shared_ptr<std::unique_ptr<LocalDesk>> desk; ///< to be taken out, once
};

/// Goes to servers in threads of its own, so that the window never waits. Cancelling a future ends the attempt within
/// some dozen milliseconds. Call from one thread; the destructor waits for attempts that are under way.
class ServerDoors final : public ServerTester
{
public:
    ServerDoors();
    ~ServerDoors() override;

    QFuture<Result<ServerGreeting>> greet(const ServerPlace &place, const QString &password) override;
    /// Errors: those of greetServer().
    QFuture<Result<OpenedServer>> open(const ServerPlace &place, const QString &password);

private:
    QThreadPool m_pool;
};

} // namespace deskhand
