// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/edge_counters.h"
#include "edge/tls_context.h"
#include "edge/trusted_proxies.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <unordered_map>

namespace deskhand {

class EdgeConnection;

/// What all connections of a server share; thread-safe or constant.
struct EdgeShared {
    EdgeShared(EdgeOptions edgeOptions, TrustedProxies trusted, HttpHandler &httpHandler)
        : options(std::move(edgeOptions))
        , proxies(std::move(trusted))
        , handler(httpHandler)
        , counters(std::make_shared<EdgeCounters>(options.limits))
    {
    }

    const EdgeOptions options;
    const TrustedProxies proxies;
    HttpHandler &handler;
    const std::shared_ptr<EdgeCounters> counters;
    std::optional<EdgeCertificate> certificate; ///< set before the first connection
    std::atomic<quint64> nextSocket{1};
};

/// One thread's share of the connections. All but `context` is touched in that thread only.
struct EdgeLoop : std::enable_shared_from_this<EdgeLoop> {
    boost::asio::io_context context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{context.get_executor()};
    std::unordered_map<EdgeConnection *, std::shared_ptr<EdgeConnection>> connections;
    bool draining = false;
    std::array<char, 16 * 1024> scratch{}; ///< what is being read, so that idle connections need no buffer

    /// Milliseconds of a clock that nobody sets.
    [[nodiscard]] static qint64 now()
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
                   std::chrono::steady_clock::now().time_since_epoch())
            .count();
    }
};

} // namespace deskhand
