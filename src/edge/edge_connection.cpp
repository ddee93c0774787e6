// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/edge_connection.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <utility>

namespace deskhand {

namespace {

constexpr qsizetype chunkSize = 16 * 1024; // of TLS a record
constexpr int readsAtOnce = 4;             // then others have their turn
constexpr int lingerMs = 2'000;
constexpr qint64 lingerBytes = 16 * 1024 * 1024;

/// One word to one question, given at most once; what there is for that case when everybody has let go of it.
template <typename Word>
class PendingWord
{
public:
    PendingWord(std::function<void(Word)> give, Word otherwise)
        : m_give(std::move(give))
        , m_otherwise(std::move(otherwise))
    {
    }
    PendingWord(const PendingWord &) = delete;
    PendingWord &operator=(const PendingWord &) = delete;
    ~PendingWord() { give(std::move(m_otherwise)); }
    void give(Word word)
    {
        if (!m_given.test_and_set())
            m_give(std::move(word));
    }

private:
    const std::function<void(Word)> m_give;
    Word m_otherwise;
    std::atomic_flag m_given = ATOMIC_FLAG_INIT;
};

HttpResponse failure()
{
    HttpResponse response;
    response.status = 500;
    return response;
}

} // namespace

template <typename Work>
auto EdgeConnection::poster(Work work)
{
    return [self = weak_from_this(), loop = m_loop.weak_from_this(), work = std::move(work)](auto... arguments) {
        const auto there = loop.lock();
        if (!there)
            return;
        boost::asio::post(there->context, [self, work, ... values = std::move(arguments)]() mutable {
            if (const auto connection = self.lock(); connection && !connection->m_closed)
                work(*connection, std::move(values)...);
        });
    };
}

EdgeConnection::EdgeConnection(EdgeLoop &loop, std::shared_ptr<EdgeShared> shared, boost::asio::ip::tcp::socket socket,
                               EdgePeer peer, QByteArray group)
    : m_loop(loop)
    , m_shared(std::move(shared))
    , m_group(std::move(group))
    , m_stream(std::move(socket), m_shared->certificate ? m_shared->certificate->newSession() : nullptr)
    , m_conversation(*this, m_shared->options, m_shared->proxies, std::move(peer))
    , m_timer(loop.context)
{
}

EdgeConnection::~EdgeConnection()
{
    m_shared->counters->leave(m_group);
}

void EdgeConnection::start()
{
    if (m_loop.draining || (m_shared->certificate && !m_stream.isSecure()))
        return;
    m_loop.connections.emplace(this, shared_from_this());
    if (m_stream.isSecure()) {
        m_handshaking = true;
        m_deadline = EdgeLoop::now() + m_shared->options.limits.handshakeMs;
        shakeHands();
        return;
    }
    m_conversation.begin(EdgeLoop::now());
    settle();
}

void EdgeConnection::close()
{
    if (m_closed)
        return;
    m_closed = true;
    const auto self = shared_from_this();
    m_timer.cancel();
    boost::system::error_code ignored;
    m_stream.socket().close(ignored);
    endSocket();
    m_loop.connections.erase(this);
}

void EdgeConnection::endSocket()
{
    if (!m_queue)
        return;
    const auto queue = std::exchange(m_queue, nullptr);
    queue->shut();
    --m_shared->counters->sockets;
    m_shared->handler.closed(queue->id());
}

void EdgeConnection::drain()
{
    if (m_handshaking)
        return close();
    m_conversation.drain(EdgeLoop::now());
    settle();
}

// ---- what the conversation asks for ----

void EdgeConnection::write(const QByteArray &bytes)
{
    m_output.push_back({bytes, false});
    m_unwritten += bytes.size();
}

void EdgeConnection::handle(HttpRequest request)
{
    auto give = poster([](EdgeConnection &connection, const HttpResponse &response) {
        connection.m_conversation.answer(response, EdgeLoop::now());
        connection.settle();
    });
    auto answer = std::make_shared<PendingWord<HttpResponse>>(std::move(give), failure());
    m_shared->handler.handle(std::move(request),
                             [answer](HttpResponse response) { answer->give(std::move(response)); });
}

void EdgeConnection::upgrade(HttpRequest request)
{
    // Dropped without a call it is refused like any other request; an answer of 101 stands for "opened".
    auto give = poster([](EdgeConnection &connection, const HttpResponse &response) {
        auto refusal = response.status == 101 ? nullptr : std::make_unique<HttpResponse>(response);
        connection.m_conversation.answerUpgrade(std::move(refusal), EdgeLoop::now());
        connection.settle();
    });
    auto answer = std::make_shared<PendingWord<HttpResponse>>(std::move(give), failure());
    m_shared->handler.upgrade(std::move(request), [answer](std::unique_ptr<HttpResponse> refusal) {
        HttpResponse response;
        if (refusal)
            response = std::move(*refusal);
        if (!refusal || response.status == 101)
            response.status = refusal ? 500 : 101;
        answer->give(std::move(response));
    });
}

qint64 EdgeConnection::bodyLimit(const HttpRequest &head)
{
    return m_shared->handler.bodyLimit(head);
}

bool EdgeConnection::isUpload(const HttpRequest &head)
{
    return m_shared->handler.isUpload(head);
}

void EdgeConnection::admitUpload(HttpRequest head)
{
    auto give = poster([](EdgeConnection &connection, const UploadPermit &permit) {
        connection.m_conversation.admit(permit, EdgeLoop::now());
        connection.settle();
    });
    UploadPermit otherwise;
    otherwise.refusal = failure();
    auto word = std::make_shared<PendingWord<UploadPermit>>(std::move(give), std::move(otherwise));
    m_shared->handler.admitUpload(std::move(head), [word](UploadPermit permit) { word->give(std::move(permit)); });
}

Result<std::shared_ptr<UploadFile>> EdgeConnection::openUpload()
{
    return UploadFile::create(m_shared->options.uploadFolder,
                              [counters = m_shared->counters](qint64 bytes) { return counters->keepUpload(bytes); });
}

bool EdgeConnection::keepBody(qint64 bytes)
{
    return m_shared->counters->keepBody(bytes);
}

void EdgeConnection::opened(const HttpRequest &request)
{
    m_queue = std::make_shared<SocketQueue>(m_shared->nextSocket++, m_shared->options.limits.socketBacklog,
                                            m_shared->counters,
                                            poster([](EdgeConnection &connection) { connection.takeFrames(); }));
    ++m_shared->counters->sockets;
    m_shared->handler.opened(m_queue, request);
}

void EdgeConnection::message(QByteArray text)
{
    m_shared->handler.message(m_queue->id(), std::move(text));
}

void EdgeConnection::closeSocket(quint16 code, const QByteArray &reason)
{
    m_queue->close(code, reason);
}

void EdgeConnection::count(Count what)
{
    EdgeCounters &counters = *m_shared->counters;
    switch (what) {
    case Count::Request: ++counters.requests; break;
    case Count::Malformed: ++counters.malformed; break;
    case Count::RefusedByLimit: ++counters.refusedByLimit; break;
    }
}

// ---- reading ----

void EdgeConnection::waitForRead()
{
    m_reading = true;
    m_stream.socket().async_wait(boost::asio::ip::tcp::socket::wait_read,
                                 [self = shared_from_this()](const boost::system::error_code &) { self->readable(); });
}

void EdgeConnection::readable()
{
    m_reading = false;
    if (m_closed)
        return;
    if (m_handshaking)
        return shakeHands();
    if (m_lingering)
        return discard();
    readOn();
}

void EdgeConnection::shakeHands()
{
    switch (m_stream.shakeHands()) {
    case EdgeStream::Outcome::Done:
        m_handshaking = false;
        m_deadline = -1;
        m_isDry = false;
        m_conversation.begin(EdgeLoop::now());
        return settle();
    case EdgeStream::Outcome::WantsRead: waitForRead(); return armTimer();
    case EdgeStream::Outcome::WantsWrite: waitForWrite(); return armTimer();
    case EdgeStream::Outcome::Ended: return close();
    }
}

void EdgeConnection::readOn()
{
    m_isDry = false;
    for (int i = 0; i < readsAtOnce && !m_isDry && !m_finishing && m_conversation.wantsBytes(); ++i) {
        const EdgeStream::Step step = m_stream.read(m_loop.scratch.data(), qsizetype(m_loop.scratch.size()));
        switch (step.outcome) {
        case EdgeStream::Outcome::Done:
            m_conversation.receive(QByteArrayView(m_loop.scratch.data(), step.bytes), EdgeLoop::now());
            break;
        case EdgeStream::Outcome::WantsRead:
        case EdgeStream::Outcome::WantsWrite: m_isDry = true; break;
        case EdgeStream::Outcome::Ended:
            m_readEnded = true;
            m_finishing = true;
            break;
        }
    }
    settle();
}

void EdgeConnection::resumeReading()
{
    if (m_reading || m_readEnded || m_finishing || !m_conversation.wantsBytes())
        return;
    if (m_isDry || !m_stream.isSecure())
        return waitForRead();
    // TLS may hold what no longer makes the socket readable.
    m_reading = true;
    boost::asio::post(m_loop.context, [self = shared_from_this()] { self->readable(); });
}

/// Closing while the other side still sends would throw away the answer that is on its way to it, so what comes is
/// read and forgotten for a while.
void EdgeConnection::linger()
{
    m_lingering = true;
    endSocket();
    m_stream.endWriting();
    m_deadline = EdgeLoop::now() + std::min(lingerMs, m_shared->options.limits.handshakeMs);
    if (m_reading)
        armTimer(); // discard() follows when something comes
    else
        discard();
}

void EdgeConnection::discard()
{
    boost::system::error_code error;
    for (int i = 0; i < readsAtOnce && !error; ++i)
        m_discarded += qint64(m_stream.socket().read_some(boost::asio::buffer(m_loop.scratch), error));
    if ((error && error != boost::asio::error::would_block) || m_discarded > lingerBytes)
        return close();
    waitForRead();
    armTimer();
}

// ---- writing ----

void EdgeConnection::takeFrames()
{
    if (!m_queue)
        return;
    SocketQueue::Taken taken = m_queue->take();
    if (taken.overflow) {
        ++m_shared->counters->droppedSlowSockets;
        boost::system::error_code ignored;
        m_stream.socket().set_option(boost::asio::socket_base::linger(true, 0), ignored);
        return close();
    }
    if (m_finishing)
        return;
    for (QByteArray &frame : taken.frames) {
        m_unwritten += frame.size();
        m_output.push_back({std::move(frame), true});
    }
    if (taken.closes)
        m_conversation.socketClosing(EdgeLoop::now());
    settle();
}

/// Small pieces go out together; a large one as it is.
bool EdgeConnection::nextChunk()
{
    m_chunk = QByteArray();
    m_chunkAt = 0;
    while (!m_output.empty() && m_chunk.size() < chunkSize) {
        Output &front = m_output.front();
        const qsizetype size = front.bytes.size();
        if (m_chunk.isEmpty())
            m_chunk = std::move(front.bytes);
        else if (m_chunk.size() + size <= chunkSize)
            m_chunk += front.bytes;
        else
            break;
        m_chunkCounted += front.counted ? size : 0;
        m_output.pop_front();
    }
    return !m_chunk.isEmpty();
}

void EdgeConnection::writeOut()
{
    while (!m_waitsToWrite && !m_closed) {
        if (m_chunkAt == m_chunk.size() && !nextChunk())
            return;
        const qsizetype size = std::min<qsizetype>(m_chunk.size() - m_chunkAt, 4 * chunkSize);
        const EdgeStream::Step step = m_stream.write(m_chunk.constData() + m_chunkAt, size);
        switch (step.outcome) {
        case EdgeStream::Outcome::Done:
            m_chunkAt += step.bytes;
            m_unwritten -= step.bytes;
            m_writeDeadline = EdgeLoop::now() + m_shared->options.limits.idleMs;
            if (m_chunkAt == m_chunk.size())
                chunkWritten();
            break;
        case EdgeStream::Outcome::WantsWrite: waitForWrite(); break;
        case EdgeStream::Outcome::WantsRead: return; // goes on with what is read next
        case EdgeStream::Outcome::Ended: close(); break;
        }
    }
}

void EdgeConnection::chunkWritten()
{
    if (m_queue && m_chunkCounted > 0)
        m_queue->wrote(m_chunkCounted);
    m_chunkCounted = 0;
    if (m_unwritten == 0) {
        m_writeDeadline = -1;
        if (!m_finishing)
            m_conversation.written(EdgeLoop::now());
    }
}

void EdgeConnection::waitForWrite()
{
    m_waitsToWrite = true;
    if (m_writeDeadline < 0)
        m_writeDeadline = EdgeLoop::now() + m_shared->options.limits.idleMs;
    m_stream.socket().async_wait(boost::asio::ip::tcp::socket::wait_write,
                                 [self = shared_from_this()](const boost::system::error_code &) {
                                     self->m_waitsToWrite = false;
                                     if (self->m_closed)
                                         return;
                                     if (self->m_handshaking)
                                         self->shakeHands();
                                     else
                                         self->settle();
                                 });
}

// ---- what follows from what has happened ----

void EdgeConnection::settle()
{
    if (m_closed || m_lingering)
        return;
    writeOut();
    if (m_closed)
        return;
    if (m_finishing && m_unwritten == 0) {
        if (m_readEnded)
            return close();
        return linger();
    }
    resumeReading();
    armTimer();
}

qint64 EdgeConnection::nextDeadline() const
{
    qint64 next = -1;
    const auto consider = [&next](qint64 deadline) {
        if (deadline >= 0 && (next < 0 || deadline < next))
            next = deadline;
    };
    consider(m_deadline);
    if (!m_handshaking && !m_finishing)
        consider(m_conversation.deadline());
    if (m_unwritten > 0)
        consider(m_writeDeadline);
    return next;
}

/// A deadline that moves away leaves the timer as it is: it fires, sees that, and waits for the rest. Only an earlier
/// one costs a new timer.
void EdgeConnection::armTimer()
{
    const qint64 next = nextDeadline();
    if (m_closed || next < 0 || (m_timerAt >= 0 && m_timerAt <= next))
        return;
    m_timerAt = next;
    m_timer.expires_at(std::chrono::steady_clock::time_point(std::chrono::milliseconds(next)));
    m_timer.async_wait([self = shared_from_this()](const boost::system::error_code &error) {
        if (!error && !self->m_closed)
            self->timerFired();
    });
}

void EdgeConnection::timerFired()
{
    m_timerAt = -1;
    const qint64 now = EdgeLoop::now();
    const auto isOver = [now](qint64 deadline) { return deadline >= 0 && deadline <= now; };
    if (isOver(m_deadline)) {
        if (m_handshaking)
            ++m_shared->counters->refusedByLimit;
        return close();
    }
    if (m_unwritten > 0 && isOver(m_writeDeadline))
        return close();
    if (!m_finishing && isOver(m_conversation.deadline()))
        m_conversation.expired(now);
    if (m_lingering)
        return armTimer();
    settle();
    armTimer();
}

} // namespace deskhand
