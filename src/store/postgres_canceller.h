// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

struct pg_cancel;
struct pg_conn;

namespace deskhand {

/// Ends a statement that runs too long for its asker: QtSql waits inside of libpq and cannot be asked, so a thread of
/// its own looks every few milliseconds whether the work is still wanted. Thread-safe; goes before its connection.
class PostgresCanceller
{
public:
    explicit PostgresCanceller(pg_conn *connection);
    ~PostgresCanceller();
    PostgresCanceller(const PostgresCanceller &) = delete;
    PostgresCanceller &operator=(const PostgresCanceller &) = delete;

    void setCancelled(std::function<bool()> isCancelled);
    void begin(); ///< a statement is about to run
    void end();   ///< it has run; no request to cancel is on its way any more

private:
    void watch();

    struct FreeCancel {
        void operator()(pg_cancel *cancel) const;
    };

    std::unique_ptr<pg_cancel, FreeCancel> m_cancel;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::function<bool()> m_isCancelled;
    bool m_running = false;
    bool m_stopping = false;
    std::thread m_thread; ///< last: starts when everything else is there
};

} // namespace deskhand
