// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_server.h"

#include <QHash>

#include <mutex>

namespace deskhand::test {

/// Answers what tests ask, and remembers it. Thread-safe.
///
/// "/echo": what was asked, as "METHOD PATH?QUERY\nBODY"; "/big": a megabyte; "/empty": 204; "/dropped": lets go of the
/// answer; "/twice": answers twice; "/evil": headers that would break out; "/late": when answerLate() is called;
/// "/close": closes. A body may be as large as header X-Limit says. WebSockets are opened on "/ws" and "/late-ws",
/// their messages come back as they are. What is PUT at a path that ends with "file" is an upload: "/file" takes as
/// much as X-Limit says, "/late-file" when answerLate() is called, "/dropped-file" lets go of the answer, another is
/// refused with 403.
class EdgeWorld final : public HttpHandler
{
public:
    void handle(HttpRequest request, Respond respond) override;
    [[nodiscard]] qint64 bodyLimit(const HttpRequest &head) override;
    [[nodiscard]] bool isUpload(const HttpRequest &head) override;
    void admitUpload(HttpRequest head, std::function<void(UploadPermit)> decide) override;
    void upgrade(HttpRequest request, std::function<void(std::unique_ptr<HttpResponse>)> accept) override;
    void opened(std::shared_ptr<EdgeSocket> socket, const HttpRequest &request) override;
    void message(quint64 socket, QByteArray text) override;
    void closed(quint64 socket) override;

    [[nodiscard]] QList<HttpRequest> requests() const;
    [[nodiscard]] HttpRequest lastRequest() const { return requests().value(requests().size() - 1); }
    [[nodiscard]] QList<QByteArray> messages() const;
    [[nodiscard]] int closedSockets() const;
    [[nodiscard]] QList<std::shared_ptr<EdgeSocket>> sockets() const;
    [[nodiscard]] int waiting() const; ///< on "/late" and "/late-ws"
    void answerLate();

private:
    mutable std::mutex m_mutex; ///< guards what follows
    QList<HttpRequest> m_requests;
    QList<QByteArray> m_messages;
    QHash<quint64, std::shared_ptr<EdgeSocket>> m_open;
    QList<std::shared_ptr<EdgeSocket>> m_all;
    std::vector<std::function<void()>> m_late;
    int m_closed = 0;
};

/// Starts or ends the test.
[[nodiscard]] std::unique_ptr<HttpServer> startedServer(const EdgeOptions &options, HttpHandler &handler);

} // namespace deskhand::test
