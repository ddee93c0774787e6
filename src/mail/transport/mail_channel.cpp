// SPDX-License-Identifier: GPL-3.0-or-later
// A connection that libcurl only makes: https://curl.se/libcurl/c/CURLOPT_CONNECT_ONLY.html. The scheme of its URL
// means nothing then but "no TLS by curl". curl_multi_poll() of an empty handle is the portable way to wait for a
// socket.
#include "mail/transport/mail_channel.h"

#include <QUrl>

#include <curl/curl.h>

#include <algorithm>
#include <mutex>

namespace deskhand {
namespace {

constexpr int channelLookEveryMs = 200;
constexpr qsizetype channelChunk = 16384;

bool isLoopbackAddress(const QString &address)
{
    return address.startsWith(QLatin1String("127.")) || address == QLatin1String("::1")
           || address.startsWith(QLatin1String("::ffff:127."));
}

/// As it can stand in a URL and in a certificate; empty: no name of a host.
QString plainHostName(const QString &host)
{
    const QString name =
        host.contains(u':') ? host : QString::fromLatin1(QUrl::toAce(host.trimmed().toLower())).toLower();
    const auto allowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-' || c == u'_' || c == u':';
    };
    return std::all_of(name.cbegin(), name.cend(), allowed) ? name : QString();
}

int askWhetherToGoOn(void *channel, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<MailChannel *>(channel)->goesOn() ? 0 : 1;
}

} // namespace

void startCurlOnce()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

Error mailError(ErrorCode code, const QString &where, const QString &detail, const QString &reason)
{
    Error error{code, where, detail.left(500), {}};
    if (!reason.isEmpty())
        error.payload.insert(QStringLiteral("reason"), reason);
    return error;
}

struct MailChannel::Wires {
    CURL *easy = curl_easy_init();
    CURLM *waiter = curl_multi_init();
    curl_socket_t socket = CURL_SOCKET_BAD;

    Wires() = default;
    Wires(const Wires &) = delete;
    Wires &operator=(const Wires &) = delete;
    ~Wires()
    {
        curl_easy_cleanup(easy);
        curl_multi_cleanup(waiter);
    }
};

MailChannel::MailChannel(const MailPatience &patience, KeepGoing keepGoing)
    : m_patience(patience)
    , m_keepGoing(std::move(keepGoing))
{
    startCurlOnce();
    m_wires = std::make_unique<Wires>();
}

MailChannel::~MailChannel()
{
    if (!m_tls || m_wires->socket == CURL_SOCKET_BAD)
        return;
    m_tls->close();
    const QByteArray goodbye = m_tls->takeOutput();
    size_t sent = 0;
    curl_easy_send(m_wires->easy, goodbye.constData(), size_t(goodbye.size()), &sent); // who does not hear it, does not
}

bool MailChannel::goesOn()
{
    if (!m_keepGoing || !m_nextAsk.hasExpired())
        return true;
    m_nextAsk = QDeadlineTimer(channelLookEveryMs);
    if (m_keepGoing())
        return true;
    m_nextAsk = QDeadlineTimer(0); // no also the next time
    return false;
}

Result<void> MailChannel::connect(const QString &host, int port, bool loopbackOnly)
{
    const QString where = QStringLiteral("mail.connect");
    const QString name = plainHostName(host);
    if (name.isEmpty() || port < 1 || port > 65535)
        return mailError(ErrorCode::Offline, where, QStringLiteral("no name of a host"), QStringLiteral("resolve"));
    CURL *easy = m_wires->easy;
    const QByteArray url = QByteArrayLiteral("http://")
                           + (name.contains(u':') ? '[' + name.toLatin1() + ']' : name.toLatin1()) + ':'
                           + QByteArray::number(port);
    curl_easy_setopt(easy, CURLOPT_URL, url.constData());
    curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, "");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // who gives up does not wait for a look-up that hangs
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, long(m_patience.connect));
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, askWhetherToGoOn);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, this);
    const CURLcode code = curl_easy_perform(easy);
    const QString words = QString::fromLatin1(curl_easy_strerror(code));
    switch (code) {
    case CURLE_OK: break;
    case CURLE_ABORTED_BY_CALLBACK: return mailError(ErrorCode::Cancelled, where, QString());
    case CURLE_OPERATION_TIMEDOUT: return mailError(ErrorCode::Timeout, where, words, QStringLiteral("connect"));
    case CURLE_COULDNT_RESOLVE_HOST: return mailError(ErrorCode::Offline, where, words, QStringLiteral("resolve"));
    default: return mailError(ErrorCode::Offline, where, words, QStringLiteral("connect"));
    }
    curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &m_wires->socket);
    char *address = nullptr;
    if (curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address) == CURLE_OK && address != nullptr)
        m_remoteAddress = QString::fromLatin1(address);
    if (curl_easy_getinfo(easy, CURLINFO_LOCAL_IP, &address) == CURLE_OK && address != nullptr)
        m_localAddress = QString::fromLatin1(address);
    if (loopbackOnly && !isLoopbackAddress(m_remoteAddress)) {
        return mailError(ErrorCode::Denied, where, QStringLiteral("only a server of this computer may do without TLS"),
                         QStringLiteral("not-loopback"));
    }
    return {};
}

Result<void> MailChannel::encrypt(const QString &host, const QString &caFile)
{
    const QString where = QStringLiteral("mail.tls");
    if (m_buffer.size() > m_read) {
        return mailError(ErrorCode::Denied, where, QStringLiteral("the server said something before the handshake"),
                         QStringLiteral("injected"));
    }
    auto tls = std::make_unique<TlsLayer>(plainHostName(host), caFile);
    const QDeadlineTimer deadline(answerPatience());
    for (;;) {
        const TlsLayer::Step step = tls->handshake();
        const QByteArray output = tls->takeOutput();
        if (!output.isEmpty()) {
            const auto sent = sendRaw(output);
            if (!sent && step != TlsLayer::Step::Failed)
                return sent.error();
        }
        m_certificate = tls->certificate();
        if (step == TlsLayer::Step::Done)
            break;
        if (step != TlsLayer::Step::NeedsInput) {
            const bool refused = !m_certificate.refusal.isEmpty();
            Error error = mailError(ErrorCode::Denied, where, refused ? m_certificate.refusal : tls->failure(),
                                    refused ? QStringLiteral("certificate") : QStringLiteral("tls"));
            if (refused)
                error.payload.insert(QStringLiteral("certificate"), m_certificate.refusal);
            return error;
        }
        QByteArray input;
        const Came came = receiveRaw(&input);
        if (came == Came::Bytes)
            tls->feed(input);
        else if (came != Came::Nothing)
            return mailError(ErrorCode::Offline, where, QStringLiteral("the server ended the handshake"));
        else if (const auto waited = wait(false, deadline); !waited)
            return waited.error();
    }
    m_tls = std::move(tls);
    return {};
}

Result<void> MailChannel::wait(bool forWriting, const QDeadlineTimer &deadline)
{
    if (!goesOn())
        return mailError(ErrorCode::Cancelled, QStringLiteral("mail.wait"), QString());
    if (deadline.hasExpired())
        return mailError(ErrorCode::Timeout, QStringLiteral("mail.wait"), QStringLiteral("the server is silent"));
    curl_waitfd socket{m_wires->socket, short(forWriting ? CURL_WAIT_POLLOUT : CURL_WAIT_POLLIN), 0};
    const qint64 remaining = deadline.isForever() ? channelLookEveryMs : qMax<qint64>(1, deadline.remainingTime());
    curl_multi_poll(m_wires->waiter, &socket, 1, int(qMin<qint64>(remaining, channelLookEveryMs)), nullptr);
    return {};
}

MailChannel::Came MailChannel::receiveRaw(QByteArray *into)
{
    char bytes[channelChunk];
    size_t count = 0;
    switch (curl_easy_recv(m_wires->easy, bytes, sizeof bytes, &count)) {
    case CURLE_OK:
        if (count == 0)
            return Came::End;
        into->append(bytes, qsizetype(count));
        return Came::Bytes;
    case CURLE_AGAIN: return Came::Nothing;
    default: return Came::Failed;
    }
}

MailChannel::Came MailChannel::receive()
{
    if (m_read > 0 && m_read >= m_buffer.size() / 2) {
        m_buffer.remove(0, m_read);
        m_read = 0;
    }
    if (!m_tls)
        return receiveRaw(&m_buffer);
    QByteArray input;
    const Came came = receiveRaw(&input);
    if (came == Came::Bytes)
        m_tls->feed(input);
    switch (m_tls->read(&m_buffer)) {
    case TlsLayer::Step::Done: return Came::Bytes;
    case TlsLayer::Step::NeedsInput: return came == Came::Bytes ? Came::Nothing : came;
    case TlsLayer::Step::Closed: return Came::End;
    case TlsLayer::Step::Failed: break;
    }
    return Came::Failed;
}

Result<void> MailChannel::fill(const QDeadlineTimer &deadline)
{
    for (;;) {
        switch (receive()) {
        case Came::Bytes:
            return goesOn() ? Result<void>() : mailError(ErrorCode::Cancelled, QStringLiteral("mail.read"), QString());
        case Came::End:
            return mailError(ErrorCode::Offline, QStringLiteral("mail.read"),
                             QStringLiteral("the server closed the connection"));
        case Came::Failed:
            return mailError(ErrorCode::Offline, QStringLiteral("mail.read"),
                             QStringLiteral("the connection is broken"));
        case Came::Nothing: break;
        }
        if (const auto waited = wait(false, deadline); !waited)
            return waited.error();
    }
}

QByteArray MailChannel::take(qsizetype count)
{
    const QByteArray result = m_buffer.mid(m_read, count);
    m_read += count;
    if (m_read == m_buffer.size()) {
        m_buffer.clear();
        m_read = 0;
    }
    return result;
}

Result<QByteArray> MailChannel::readLine(qsizetype limit, const QByteArray &longPrefix, qsizetype longLimit)
{
    QDeadlineTimer deadline(answerPatience());
    qsizetype looked = 0;
    qsizetype lastProgress = 0;
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n', m_read + looked);
        const qsizetype there = (end < 0 ? m_buffer.size() : end) - m_read;
        if (there > limit) {
            const bool mayBeLong =
                !longPrefix.isEmpty() && QByteArrayView(m_buffer).sliced(m_read).startsWith(longPrefix);
            if (!mayBeLong || there > longLimit) {
                return mailError(ErrorCode::Invalid, QStringLiteral("mail.read"),
                                 QStringLiteral("the server sent a line that is too long"), QStringLiteral("line"));
            }
        }
        if (end >= 0) {
            QByteArray line = take(there + 1);
            line.chop(1);
            if (line.endsWith('\r'))
                line.chop(1);
            return line;
        }
        looked = there;
        if (looked - lastProgress >= channelChunk) {
            deadline = QDeadlineTimer(answerPatience());
            lastProgress = looked;
        }
        if (const auto filled = fill(deadline); !filled)
            return filled.error();
    }
}

Result<QByteArray> MailChannel::readBytes(qint64 count)
{
    QByteArray result;
    while (result.size() < count) {
        const qsizetype wanted = qsizetype(qMin<qint64>(count - result.size(), channelChunk));
        const QDeadlineTimer deadline(answerPatience());
        while (m_buffer.size() - m_read < wanted) {
            if (const auto filled = fill(deadline); !filled)
                return filled.error();
        }
        result.append(take(wanted));
    }
    return result;
}

Result<void> MailChannel::skipBytes(qint64 count)
{
    for (qint64 skipped = 0; skipped < count;) {
        const qint64 wanted = qMin<qint64>(count - skipped, channelChunk);
        if (const auto bytes = readBytes(wanted); !bytes)
            return bytes.error();
        skipped += wanted;
    }
    return {};
}

Result<void> MailChannel::sendRaw(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const QDeadlineTimer deadline(answerPatience());
        const qsizetype until = qMin(bytes.size(), sent + channelChunk);
        while (sent < until) {
            size_t now = 0;
            const CURLcode code = curl_easy_send(m_wires->easy, bytes.constData() + sent, size_t(until - sent), &now);
            if (code != CURLE_OK && code != CURLE_AGAIN) {
                return mailError(ErrorCode::Offline, QStringLiteral("mail.write"),
                                 QStringLiteral("the connection is broken"));
            }
            sent += qsizetype(now);
            if (now == 0) {
                if (const auto waited = wait(true, deadline); !waited)
                    return waited.error();
            }
        }
    }
    return {};
}

Result<void> MailChannel::flushTls()
{
    return sendRaw(m_tls->takeOutput());
}

Result<void> MailChannel::write(const QByteArray &bytes)
{
    if (!goesOn())
        return mailError(ErrorCode::Cancelled, QStringLiteral("mail.write"), QString());
    if (!m_tls)
        return sendRaw(bytes);
    for (qsizetype at = 0; at < bytes.size(); at += channelChunk) {
        if (m_tls->write(bytes.mid(at, channelChunk)) != TlsLayer::Step::Done) {
            return mailError(ErrorCode::Offline, QStringLiteral("mail.write"),
                             QStringLiteral("the connection is broken"));
        }
        if (const auto flushed = flushTls(); !flushed)
            return flushed.error();
    }
    return {};
}

Result<bool> MailChannel::waitForBytes(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    while (m_buffer.size() == m_read) {
        const Came came = receive();
        if (came != Came::Nothing)
            return true; // of an end hears who reads
        if (deadline.hasExpired())
            return false;
        if (const auto waited = wait(false, deadline); !waited && waited.error().code != ErrorCode::Timeout)
            return waited.error();
    }
    return true;
}

} // namespace deskhand
