// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/tls_context.h"

#include <QFile>

#include <openssl/err.h>

namespace deskhand {

namespace {

Error certificateError(const QString &option, const QString &what)
{
    char text[256] = "";
    if (const unsigned long code = ERR_peek_last_error())
        ERR_error_string_n(code, text, sizeof text);
    ERR_clear_error();
    return Error{ErrorCode::Invalid, option, what + QStringLiteral(": ") + QString::fromLatin1(text), {}};
}

/// A key with a passphrase is an error: a service has nobody to ask.
int noPassphrase(char *, int, int, void *)
{
    return 0;
}

int selectProtocol(SSL *, const unsigned char **out, unsigned char *outSize, const unsigned char *in,
                   unsigned int inSize, void *)
{
    static constexpr unsigned char http[] = "\x08http/1.1";
    unsigned char *chosen = nullptr;
    if (SSL_select_next_proto(&chosen, outSize, http, sizeof http - 1, in, inSize) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

void harden(SSL_CTX *context)
{
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE
                                     | SSL_OP_IGNORE_UNEXPECTED_EOF);
    // An idle connection keeps no buffers; what is written may be moved meanwhile.
    SSL_CTX_set_mode(context,
                     SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    // Clients resume by tickets that they keep themselves.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 1);
    SSL_CTX_set_alpn_select_cb(context, selectProtocol, nullptr);
    SSL_CTX_set_default_passwd_cb(context, noPassphrase);
}

} // namespace

EdgeCertificate::EdgeCertificate(QString certificateFile, QString keyFile)
    : m_certificateFile(std::move(certificateFile))
    , m_keyFile(std::move(keyFile))
{
}

Result<void> EdgeCertificate::load()
{
    ERR_clear_error();
    std::unique_ptr<SSL_CTX, SslFree> context(SSL_CTX_new(TLS_server_method()));
    if (!context)
        return certificateError(QStringLiteral("certificateFile"), QStringLiteral("no TLS"));
    harden(context.get());
    if (SSL_CTX_use_certificate_chain_file(context.get(), QFile::encodeName(m_certificateFile).constData()) != 1)
        return certificateError(QStringLiteral("certificateFile"), m_certificateFile);
    if (SSL_CTX_use_PrivateKey_file(context.get(), QFile::encodeName(m_keyFile).constData(), SSL_FILETYPE_PEM) != 1
        || SSL_CTX_check_private_key(context.get()) != 1)
        return certificateError(QStringLiteral("keyFile"), m_keyFile);
    const std::lock_guard lock(m_mutex);
    m_context.swap(context);
    return {};
}

SslPointer EdgeCertificate::newSession() const
{
    const std::lock_guard lock(m_mutex);
    return SslPointer(SSL_new(m_context.get()));
}

} // namespace deskhand
