// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/http_server.h"

#include "edge/edge_connection.h"
#include "edge/upload_file.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <thread>
#include <vector>

#ifndef Q_OS_WIN
#include <csignal>
#include <pthread.h>
#endif

namespace deskhand {

namespace {

using boost::asio::ip::tcp;

constexpr int acceptAgainMs = 100;

Error startError(ErrorCode code, const char *where, const QString &detail)
{
    return Error{code, QString::fromLatin1(where), detail, {}};
}

/// OpenSSL writes to sockets in a way that signals a connection which is gone; signals for the whole program belong to
/// its main thread.
void leaveSignalsToOthers()
{
#ifndef Q_OS_WIN
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGPIPE, SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGUSR2})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
#endif
}

QString textOf(boost::asio::ip::address address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6());
    return QString::fromStdString(address.to_string());
}

class EdgeServer final : public HttpServer
{
public:
    EdgeServer(std::shared_ptr<EdgeShared> shared, int threads);
    ~EdgeServer() override;

    Result<void> listen(const tcp::endpoint &endpoint);
    void run();

    [[nodiscard]] quint16 port() const override { return m_port; }
    [[nodiscard]] EdgeFigures figures() const override { return m_shared->counters->figures(); }
    Result<void> reloadCertificate() override;
    void drain(int milliseconds) override;

private:
    void accept();
    void accepted(tcp::socket socket, EdgeLoop &loop);
    void stopAccepting();

    const std::shared_ptr<EdgeShared> m_shared;
    std::vector<std::shared_ptr<EdgeLoop>> m_loops;
    std::vector<std::thread> m_threads;
    // In the first loop's thread:
    tcp::acceptor m_acceptor;
    boost::asio::steady_timer m_acceptAgain;
    bool m_stopsAccepting = false;
    size_t m_nextLoop = 0;
    quint16 m_port = 0;
};

std::vector<std::shared_ptr<EdgeLoop>> newLoops(int count)
{
    std::vector<std::shared_ptr<EdgeLoop>> loops;
    for (int i = 0; i < std::max(1, count); ++i)
        loops.push_back(std::make_shared<EdgeLoop>());
    return loops;
}

EdgeServer::EdgeServer(std::shared_ptr<EdgeShared> shared, int threads)
    : m_shared(std::move(shared))
    , m_loops(newLoops(threads))
    , m_acceptor(m_loops.front()->context)
    , m_acceptAgain(m_loops.front()->context)
{
}

EdgeServer::~EdgeServer()
{
    stopAccepting();
    for (const auto &loop : m_loops) {
        boost::asio::post(loop->context, [&each = *loop] {
            each.draining = true;
            const auto connections = each.connections;
            for (const auto &[key, connection] : connections)
                connection->close();
            each.work.reset();
        });
    }
    for (std::thread &thread : m_threads)
        thread.join();
}

Result<void> EdgeServer::listen(const tcp::endpoint &endpoint)
{
    boost::system::error_code error;
    const auto failed = [&error] {
        const QString detail = QString::fromStdString(error.message());
        if (error == boost::asio::error::address_in_use)
            return startError(ErrorCode::Busy, "port", detail);
        if (error == boost::asio::error::access_denied)
            return startError(ErrorCode::Denied, "port", detail);
        return startError(ErrorCode::Invalid, "address", detail);
    };
    m_acceptor.open(endpoint.protocol(), error);
    if (error)
        return failed();
#ifndef Q_OS_WIN // there it would let somebody else take the port
    m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
#endif
    if (endpoint.protocol() == tcp::v6())
        m_acceptor.set_option(boost::asio::ip::v6_only(false), error);
    m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(m_shared->options.limits.pending, error);
    if (error)
        return failed();
    m_port = m_acceptor.local_endpoint(error).port();
    return {};
}

void EdgeServer::run()
{
    accept();
    for (const auto &loop : m_loops) {
        m_threads.emplace_back([loop] {
            leaveSignalsToOthers();
            loop->context.run();
        });
    }
}

void EdgeServer::accept()
{
    EdgeLoop &loop = *m_loops[m_nextLoop++ % m_loops.size()];
    m_acceptor.async_accept(loop.context, [this, &loop](const boost::system::error_code &error, tcp::socket socket) {
        if (m_stopsAccepting)
            return;
        if (!error) {
            accepted(std::move(socket), loop);
            return accept();
        }
        // Without descriptors there is nothing to do but to wait until a connection ends.
        m_acceptAgain.expires_after(std::chrono::milliseconds(acceptAgainMs));
        m_acceptAgain.async_wait([this](const boost::system::error_code &cancelled) {
            if (!cancelled && !m_stopsAccepting)
                accept();
        });
    });
}

void EdgeServer::accepted(tcp::socket socket, EdgeLoop &loop)
{
    boost::system::error_code error;
    const tcp::endpoint remote = socket.remote_endpoint(error);
    if (error)
        return;
    EdgePeer peer{textOf(remote.address()), m_shared->certificate.has_value(), false};
    peer.isProxy = m_shared->proxies.contains(peer.address);
    const QByteArray group = peer.isProxy ? QByteArray() : addressGroup(peer.address);
    if (!m_shared->counters->enter(group)) {
        ++m_shared->counters->refusedByLimit;
        return; // which closes it, before anything was spent on it
    }
    boost::asio::post(loop.context, [shared = m_shared, &loop, socket = std::move(socket), peer, group]() mutable {
        std::make_shared<EdgeConnection>(loop, std::move(shared), std::move(socket), std::move(peer), std::move(group))
            ->start();
    });
}

void EdgeServer::stopAccepting()
{
    boost::asio::post(m_loops.front()->context, [this] {
        m_stopsAccepting = true;
        boost::system::error_code ignored;
        m_acceptor.close(ignored);
        m_acceptAgain.cancel();
    });
}

Result<void> EdgeServer::reloadCertificate()
{
    return m_shared->certificate ? m_shared->certificate->load() : Result<void>();
}

void EdgeServer::drain(int milliseconds)
{
    stopAccepting();
    for (const auto &loop : m_loops) {
        boost::asio::post(loop->context, [&each = *loop] {
            each.draining = true;
            const auto connections = each.connections;
            for (const auto &[key, connection] : connections)
                connection->drain();
        });
    }
    (void)m_shared->counters->waitUntilEmpty(milliseconds);
}

} // namespace

Result<std::unique_ptr<HttpServer>> HttpServer::start(const EdgeOptions &options, HttpHandler &handler)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(options.address.toStdString(), error);
    if (error)
        return startError(ErrorCode::Invalid, "address", QStringLiteral("\"%1\" is no address").arg(options.address));
    auto proxies = TrustedProxies::fromTexts(options.trustedProxies);
    if (!proxies)
        return proxies.error();
    auto shared = std::make_shared<EdgeShared>(options, *proxies, handler);
    if (!options.certificateFile.isEmpty()) {
        shared->certificate.emplace(options.certificateFile, options.keyFile);
        if (auto loaded = shared->certificate->load(); !loaded)
            return loaded.error();
    } else if (!address.is_loopback()) {
        return startError(ErrorCode::Invalid, "certificateFile", QStringLiteral("only loopback may be without TLS"));
    }
    if (auto tried = UploadFile::create(options.uploadFolder, [](qint64) { return true; }); !tried)
        return tried.error();
    auto server = std::make_unique<EdgeServer>(std::move(shared), options.threads);
    if (auto listening = server->listen(tcp::endpoint(address, options.port)); !listening)
        return listening.error();
    server->run();
    return std::unique_ptr<HttpServer>(std::move(server));
}

} // namespace deskhand
