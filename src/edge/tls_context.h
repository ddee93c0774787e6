// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <openssl/ssl.h>

#include <memory>
#include <mutex>

namespace deskhand {

struct SslFree {
    void operator()(SSL *ssl) const { SSL_free(ssl); }
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
using SslPointer = std::unique_ptr<SSL, SslFree>;

/// The server's certificate and key, which can be read anew while connections go on. TLS 1.2 and newer, without
/// renegotiation and compression. Thread-safe.
class EdgeCertificate
{
public:
    EdgeCertificate(QString certificateFile, QString keyFile);

    /// Errors: Invalid; the old one stays in use.
    Result<void> load();
    /// A server's side for one connection. Null: out of memory.
    [[nodiscard]] SslPointer newSession() const;

private:
    const QString m_certificateFile;
    const QString m_keyFile;
    mutable std::mutex m_mutex; ///< guards what follows
    std::unique_ptr<SSL_CTX, SslFree> m_context;
};

} // namespace deskhand
