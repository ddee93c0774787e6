// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_message.h"

#include <QString>

#include <memory>
#include <optional>

struct ssl_st;
struct ssl_ctx_st;

namespace deskhand::test {

struct RawResponse {
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
};

struct RawFrame {
    int opcode = -1;
    bool final = false;
    bool masked = false;
    QByteArray payload;
    [[nodiscard]] int closeCode() const; ///< 0: none
};

/// The client's side of one connection, byte by byte as the test wants it. Blocks; what does not come within `patience`
/// has not come.
class RawClient
{
public:
    static constexpr int patience = 5'000; // milliseconds

    explicit RawClient(quint16 port, const char *address = "127.0.0.1", const char *from = nullptr);
    ~RawClient();
    RawClient(RawClient &&other) noexcept;
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    [[nodiscard]] bool isConnected() const { return m_socket >= 0; }
    /// `version`: the highest it offers, of <openssl/ssl.h>; 0: any.
    bool startTls(int version = 0);
    [[nodiscard]] QByteArray peerCertificate() const; ///< its name
    /// False: the other side has closed.
    bool send(const QByteArray &bytes);
    void endSending();
    /// The next answer; status 0: there is none. `toHead`: it has no body whatever it says.
    RawResponse response(bool toHead = false);
    /// send() and response().
    RawResponse ask(const QByteArray &request);
    /// Whether the other side closes the connection with nothing more said.
    bool isClosed(int milliseconds = patience);
    /// Whether nothing comes and nothing ends within that time.
    bool isSilent(int milliseconds);
    /// All that comes until the end or until nothing has come for `milliseconds`.
    QByteArray rest(int milliseconds = patience);

    bool openSocket(const QByteArray &path = "/ws", const QByteArray &headers = {});
    bool sendText(const QByteArray &text);
    bool sendFrame(int firstByte, const QByteArray &payload, bool masked = true);
    std::optional<RawFrame> frame(int milliseconds = patience);

    /// Ends the connection as a crash does.
    void reset();
    /// A small receive buffer, so that a peer soon notices who does not read.
    void setReceiveBuffer(int bytes);

private:
    /// More into m_buffer; false: ended, or nothing came in time.
    bool fill(int milliseconds);
    [[nodiscard]] bool waitReadable(int milliseconds) const;

    int m_socket = -1;
    ssl_st *m_ssl = nullptr;
    ssl_ctx_st *m_context = nullptr;
    QByteArray m_buffer;
    bool m_ended = false;
};

[[nodiscard]] QByteArray maskedFrame(int firstByte, const QByteArray &payload, bool masked = true);

} // namespace deskhand::test
