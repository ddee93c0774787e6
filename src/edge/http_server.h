// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "edge/http_message.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace deskhand {

/// What a client may cost. The first values are those of research into what services of this kind were attacked with.
struct EdgeLimits {
    qint64 requestLine = 8 * 1024;
    qint64 headerBytes = 32 * 1024;
    int headers = 100;
    qint64 body = 1024 * 1024;        ///< of JSON; see HttpHandler::bodyLimit for what may be larger
    int headerMs = 10'000;            ///< until the head of a request is there
    qint64 bodyBytesPerSecond = 1024; ///< slower bodies are given up; measured over each `headerMs`
    int idleMs = 60'000;              ///< between requests; without a sign of a WebSocket; without taking what is sent
    int handshakeMs = 5'000;          ///< of TLS; of closing a WebSocket
    qint64 socketMessage = 256 * 1024;
    qint64 socketFrame = 64 * 1024;
    int socketMessagesPerSecond = 100;      ///< frames of any kind; so many may come at once
    qint64 socketBacklog = 4 * 1024 * 1024; ///< bytes that wait for a client that does not read: it is dropped
    int pending = 1024;                     ///< connections that wait to be accepted
    int perAddress = 64;                    ///< connections of one address; IPv6: of one /64
    int connections = 20'000;               ///< all in all
    qint64 bodies = 256 * 1024 * 1024;      ///< of all requests that are being read or answered, together
    qint64 uploads = 1024 * 1024 * 1024;    ///< likewise, in files
};

struct EdgeOptions {
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0;        ///< 0: a free one
    QString certificateFile; ///< PEM with its chain; empty: no TLS, which only a loopback address may be without
    QString keyFile;
    QStringList trustedProxies; ///< addresses or networks whose X-Forwarded-For and -Proto are believed; for
                                ///< `perAddress` they are not counted
    QStringList hosts;          ///< names and addresses that a Host header may have, without port; empty: any
    int threads = 2;
    QString uploadFolder; ///< where uploads are while they come and are worked on; empty: UploadFile::usualFolder()
    EdgeLimits limits;
};

/// One WebSocket, from when it was opened until closed() has been told. Thread-safe.
class EdgeSocket
{
public:
    virtual ~EdgeSocket() = default;
    /// Queues a text message; false: the socket is closed, or was dropped because too much waits for it.
    virtual bool send(const QByteArray &text) = 0;
    /// `code` as in RFC 6455 7.4. What was queued before is still sent.
    virtual void close(quint16 code, const QByteArray &reason) = 0;
    [[nodiscard]] virtual quint64 id() const = 0; ///< never given twice by a server
};

/// Whether an upload may come.
struct UploadPermit {
    std::optional<HttpResponse> refusal; ///< then nothing of it is read, and the connection ends
    qint64 limit = 0;                    ///< bytes that it may have
    std::shared_ptr<void> companion;     ///< stays as long as its file
};

/// What a server is for. Called in the server's threads, several at once; never blocks there.
class HttpHandler
{
public:
    /// Any thread, once; later calls do nothing. Dropping it without a call answers 500.
    using Respond = std::function<void(HttpResponse)>;

    virtual ~HttpHandler() = default;
    virtual void handle(HttpRequest request, Respond respond) = 0;
    /// How large the body of a request may be, by its head (`body` is empty); -1: as EdgeLimits::body.
    [[nodiscard]] virtual qint64 bodyLimit(const HttpRequest &head) = 0;
    /// Whether the body of a request goes into a file and not into memory, by its head: admitUpload() is asked then.
    [[nodiscard]] virtual bool isUpload(const HttpRequest &head) = 0;
    /// Before a byte of it is read. `decide` is called once, in any thread; dropping it without a call refuses with
    /// 500.
    virtual void admitUpload(HttpRequest head, std::function<void(UploadPermit)> decide) = 0;
    /// Whether a WebSocket may be opened: `accept` is called once, with an answer to refuse or with none; any thread.
    virtual void upgrade(HttpRequest request, std::function<void(std::unique_ptr<HttpResponse>)> accept) = 0;
    virtual void opened(std::shared_ptr<EdgeSocket> socket, const HttpRequest &request) = 0;
    virtual void message(quint64 socket, QByteArray text) = 0;
    virtual void closed(quint64 socket) = 0;
};

/// Numbers for /metrics.
struct EdgeFigures {
    qint64 connections = 0;
    qint64 sockets = 0;
    qint64 requests = 0;           ///< since the start
    qint64 refusedByLimit = 0;     ///< connections and requests, since the start
    qint64 malformed = 0;          ///< since the start
    qint64 backlogBytes = 0;       ///< queued in all sockets
    qint64 droppedSlowSockets = 0; ///< since the start
    qint64 bodyBytes = 0;          ///< of requests that are being read or answered
    qint64 uploadBytes = 0;        ///< likewise, in files
};

/// HTTP/1.1 and WebSocket (RFC 9112, RFC 6455) on one port, over TLS 1.2 or newer, in threads of its own that know no
/// event loop of Qt. Malformed and ambiguous requests are answered once with a 4xx and a close; nothing of what came
/// behind them is looked at.
class HttpServer
{
public:
    /// `handler` outlives the server. Errors: Invalid (no certificate outside loopback, an address that is none, a
    /// certificate or key that cannot be used; `where` names the option), Denied (also: nothing can be written into the
    /// folder of uploads), Busy (the port is taken).
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>> start(const EdgeOptions &options, HttpHandler &handler);
    /// Closes everything at once.
    virtual ~HttpServer() = default;

    [[nodiscard]] virtual quint16 port() const = 0;
    [[nodiscard]] virtual EdgeFigures figures() const = 0;
    /// Reads the files again; connections that are there keep what they have. On an error the old ones stay in use.
    virtual Result<void> reloadCertificate() = 0;
    /// Takes nothing new, answers what has begun, closes sockets with 1012 ("service restart"), and returns when all
    /// are gone or after `milliseconds`. Blocks.
    virtual void drain(int milliseconds) = 0;
};

} // namespace deskhand
