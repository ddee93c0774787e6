// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/transport/tls_layer.h"
#include "operations/mail_transport.h"

#include <QByteArray>
#include <QDeadlineTimer>

#include <memory>

namespace deskhand {

/// How long a server may be silent. Milliseconds.
struct MailPatience {
    int answer = 30'000;         ///< until a line is complete, or until 16 KiB more have come or gone
    int connect = 5'000;         ///< until there is a connection, the look-up of the name included
    int afterData = 600'000;     ///< until the answer to a mail (RFC 5321 4.5.3.2.6)
    int idleRenewal = 1'680'000; ///< how long IDLE stays, below the 29 minutes of RFC 2177
};

/// An error of mail transport: `where` says at which step, payload `reason` why, where a program can know.
[[nodiscard]] Error mailError(ErrorCode code, const QString &where, const QString &detail,
                              const QString &reason = QString());

/// libcurl wants to be started before it is used; once is enough. Thread-safe.
void startCurlOnce();

/// Bytes to and from a server, first plain, encrypted from encrypt() on. Blocks; used by one thread. The connection is
/// libcurl's (names, both families of addresses, portability), TLS is OpenSSL's, so that it is the same at once and
/// after STARTTLS. Every wait ends by `patience`, and within a second by KeepGoing.
class MailChannel
{
public:
    MailChannel(const MailPatience &patience, KeepGoing keepGoing);
    ~MailChannel();
    MailChannel(const MailChannel &) = delete;
    MailChannel &operator=(const MailChannel &) = delete;

    /// Errors: Offline (payload reason "resolve" or "connect"), Timeout, Cancelled, Denied ("not-loopback": only a
    /// server of this computer may be asked, and this is none).
    Result<void> connect(const QString &host, int port, bool loopbackOnly);
    /// Goes over to TLS and checks the certificate and the name. Errors: Denied with reason "certificate", "tls" or
    /// "injected" (something came before the handshake that would have been taken for encrypted), Offline, Timeout.
    Result<void> encrypt(const QString &host, const QString &caFile);
    [[nodiscard]] bool encrypted() const { return m_tls != nullptr; }
    /// Of the certificate shown, also of one that was refused.
    [[nodiscard]] const CertificateFacts &certificate() const { return m_certificate; }
    [[nodiscard]] QString localAddress() const { return m_localAddress; }
    [[nodiscard]] QString remoteAddress() const { return m_remoteAddress; }

    /// A line without its end (CR LF, or LF alone). Invalid with reason "line": it is longer than `limit`; a line
    /// that begins with `longPrefix` may have `longLimit` bytes.
    Result<QByteArray> readLine(qsizetype limit, const QByteArray &longPrefix = QByteArray(), qsizetype longLimit = 0);
    /// Exactly so many bytes.
    Result<QByteArray> readBytes(qint64 count);
    Result<void> skipBytes(qint64 count);
    Result<void> write(const QByteArray &bytes);
    /// Whether something came, or the other side has closed, within that time.
    Result<bool> waitForBytes(int milliseconds);
    /// Another patience for the next answers; 0: the usual one.
    void setAnswerPatience(int milliseconds) { m_answerPatience = milliseconds; }
    [[nodiscard]] int answerPatience() const { return m_answerPatience > 0 ? m_answerPatience : m_patience.answer; }
    [[nodiscard]] const MailPatience &patience() const { return m_patience; }
    /// What KeepGoing says; asks it a few times a second at most.
    [[nodiscard]] bool goesOn();
    [[nodiscard]] QString tlsVersion() const { return m_tls ? m_tls->version() : QString(); }

private:
    struct Wires;
    enum class Came { Bytes, Nothing, End, Failed };

    Result<void> wait(bool forWriting, const QDeadlineTimer &deadline);
    Came receiveRaw(QByteArray *into);
    Came receive();
    /// Until there is at least one byte more.
    Result<void> fill(const QDeadlineTimer &deadline);
    Result<void> sendRaw(const QByteArray &bytes);
    Result<void> flushTls();
    [[nodiscard]] QByteArray take(qsizetype count);

    MailPatience m_patience;
    KeepGoing m_keepGoing;
    int m_answerPatience = 0;
    std::unique_ptr<Wires> m_wires;
    std::unique_ptr<TlsLayer> m_tls;
    CertificateFacts m_certificate;
    QString m_localAddress;
    QString m_remoteAddress;
    QByteArray m_buffer; ///< readable bytes from m_read on
    qsizetype m_read = 0;
    QDeadlineTimer m_nextAsk; ///< keepGoing may cost a lock: it is not asked for each line
};

} // namespace deskhand
