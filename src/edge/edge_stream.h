// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/tls_context.h"

#include <boost/asio/ip/tcp.hpp>

namespace deskhand {

/// Bytes over a non-blocking socket, with TLS or without. OpenSSL works on the descriptor itself: a layer that buffers
/// in between would cost an idle connection 70 kB. Not thread-safe.
class EdgeStream
{
public:
    enum class Outcome { Done, WantsRead, WantsWrite, Ended };
    struct Step {
        Outcome outcome = Outcome::Ended;
        qsizetype bytes = 0;
    };

    /// `ssl` null: without TLS.
    EdgeStream(boost::asio::ip::tcp::socket socket, SslPointer ssl);

    [[nodiscard]] boost::asio::ip::tcp::socket &socket() { return m_socket; }
    [[nodiscard]] bool isSecure() const { return m_ssl != nullptr; }
    /// What has to be before read() and write(), with TLS.
    [[nodiscard]] Outcome shakeHands();
    [[nodiscard]] Step read(char *to, qsizetype size);
    [[nodiscard]] Step write(const char *from, qsizetype size);
    /// Says that nothing more will be written.
    void endWriting();

private:
    [[nodiscard]] Outcome outcomeOf(int result);

    boost::asio::ip::tcp::socket m_socket;
    SslPointer m_ssl;
    bool m_broken = false;
};

} // namespace deskhand
