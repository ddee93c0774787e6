// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace deskhand {

/// What a person wants to know of a server's certificate.
struct CertificateFacts {
    QString subject;
    QString issuer;
    QStringList names; ///< host names and addresses that it is for
    Instant validFrom = 0;
    Instant validUntil = 0;
    /// Why it was refused: "expired", "not-yet-valid", "wrong-name", "self-signed", "unknown-authority", or what
    /// OpenSSL says; empty: it was not.
    QString refusal;
    [[nodiscard]] bool isEmpty() const { return subject.isEmpty() && names.isEmpty(); }
};

/// TLS (1.2 or later) over bytes that somebody else carries. Verifies always: the chain, the time and the name.
class TlsLayer
{
public:
    enum class Step { Done, NeedsInput, Closed, Failed };

    /// `host`: a name or an address. `caFile`: the only authorities that count; empty: the system's.
    TlsLayer(const QString &host, const QString &caFile);
    ~TlsLayer();
    TlsLayer(const TlsLayer &) = delete;
    TlsLayer &operator=(const TlsLayer &) = delete;

    Step handshake();
    /// Appends what is readable. NeedsInput: nothing.
    Step read(QByteArray *into);
    Step write(const QByteArray &bytes);
    /// Bytes that came from the server.
    void feed(const QByteArray &bytes);
    /// Bytes that must go to the server.
    [[nodiscard]] QByteArray takeOutput();
    void close();

    [[nodiscard]] const CertificateFacts &certificate() const;
    [[nodiscard]] QString version() const; ///< "TLSv1.3"
    [[nodiscard]] QString failure() const; ///< OpenSSL's words for what went wrong

private:
    struct State;
    [[nodiscard]] Step stepOf(int result);
    std::unique_ptr<State> m_state;
};

} // namespace deskhand
