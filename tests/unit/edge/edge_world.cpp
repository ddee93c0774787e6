// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/edge/edge_world.h"

#include <utility>

namespace deskhand::test {

void EdgeWorld::handle(HttpRequest request, Respond respond)
{
    {
        const std::lock_guard lock(m_mutex);
        m_requests.append(request);
        if (request.path == "/late") {
            m_late.emplace_back([respond] { respond({200, "text/plain", "late", {}, false}); });
            return;
        }
    }
    HttpResponse response;
    response.type = "text/plain";
    if (request.path == "/dropped")
        return;
    if (request.path == "/big")
        response.body = QByteArray(1024 * 1024, 'b');
    else if (request.path == "/empty")
        response.status = 204;
    else
        response.body = request.method + ' ' + request.path + '?' + request.query + '\n' + request.body;
    if (request.path == "/evil")
        response.headers = {{"X-One", "a\r\nX-Two: b"},
                            {"X Three", "c"},
                            {"X-Four", "d"},
                            {"content-length", "5"},
                            {"Transfer-Encoding", "chunked"}};
    response.close = request.path == "/close";
    respond(response);
    if (request.path == "/twice")
        respond(response);
}

qint64 EdgeWorld::bodyLimit(const HttpRequest &head)
{
    const QByteArray limit = headerOf(head.headers, "X-Limit");
    return limit.isEmpty() ? -1 : limit.toLongLong();
}

bool EdgeWorld::isUpload(const HttpRequest &head)
{
    return head.method == "PUT" && head.path.endsWith("file");
}

void EdgeWorld::admitUpload(HttpRequest head, std::function<void(UploadPermit)> decide)
{
    const std::lock_guard lock(m_mutex);
    const UploadPermit permit{std::nullopt, headerOf(head.headers, "X-Limit").toLongLong(), {}};
    if (head.path == "/file")
        decide(permit);
    else if (head.path == "/late-file")
        m_late.emplace_back([decide, permit] { decide(permit); });
    else if (head.path != "/dropped-file")
        decide({HttpResponse{403, "text/plain", "no", {}, false}, 0, {}});
}

void EdgeWorld::upgrade(HttpRequest request, std::function<void(std::unique_ptr<HttpResponse>)> accept)
{
    const std::lock_guard lock(m_mutex);
    m_requests.append(request);
    if (request.path == "/late-ws")
        m_late.emplace_back([accept] { accept(nullptr); });
    else if (request.path == "/ws")
        accept(nullptr);
    else if (request.path != "/dropped-ws")
        accept(std::make_unique<HttpResponse>(HttpResponse{401, "text/plain", "no", {}, false}));
}

void EdgeWorld::opened(std::shared_ptr<EdgeSocket> socket, const HttpRequest &)
{
    const std::lock_guard lock(m_mutex);
    m_open.insert(socket->id(), socket);
    m_all.append(socket);
}

void EdgeWorld::message(quint64 socket, QByteArray text)
{
    const std::lock_guard lock(m_mutex);
    m_messages.append(text);
    if (const auto open = m_open.value(socket))
        open->send(text);
}

void EdgeWorld::closed(quint64 socket)
{
    const std::lock_guard lock(m_mutex);
    m_closed += int(m_open.remove(socket));
}

QList<HttpRequest> EdgeWorld::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

QList<QByteArray> EdgeWorld::messages() const
{
    const std::lock_guard lock(m_mutex);
    return m_messages;
}

int EdgeWorld::closedSockets() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

QList<std::shared_ptr<EdgeSocket>> EdgeWorld::sockets() const
{
    const std::lock_guard lock(m_mutex);
    return m_all;
}

int EdgeWorld::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_late.size());
}

void EdgeWorld::answerLate()
{
    std::vector<std::function<void()>> late;
    {
        const std::lock_guard lock(m_mutex);
        late = std::exchange(m_late, {});
    }
    for (const auto &one : late)
        one();
}

std::unique_ptr<HttpServer> startedServer(const EdgeOptions &options, HttpHandler &handler)
{
    auto server = HttpServer::start(options, handler);
    if (!server)
        qFatal("the server does not start: %s", qPrintable(server.error().where + u' ' + server.error().detail));
    return std::move(server).value();
}

} // namespace deskhand::test
