// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/transport/tls_layer.h"

#include <QDateTime>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <ctime>

namespace deskhand {
namespace {

constexpr int tlsChunk = 16384;

struct TlsContextDeleter {
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
struct TlsDeleter {
    void operator()(SSL *tls) const { SSL_free(tls); }
};

QString nameText(X509_NAME *name)
{
    BIO *memory = BIO_new(BIO_s_mem());
    X509_NAME_print_ex(memory, name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory, &text);
    const QString result = QString::fromUtf8(text, qsizetype(size)).left(300);
    BIO_free(memory);
    return result;
}

Instant timeOf(const ASN1_TIME *time)
{
    std::tm broken{};
    if (ASN1_TIME_to_tm(time, &broken) != 1)
        return 0;
    return QDateTime(QDate(broken.tm_year + 1900, broken.tm_mon + 1, broken.tm_mday),
                     QTime(broken.tm_hour, broken.tm_min, qMin(broken.tm_sec, 59)), Qt::UTC)
        .toMSecsSinceEpoch();
}

QString addressText(const ASN1_OCTET_STRING *address)
{
    const unsigned char *bytes = ASN1_STRING_get0_data(address);
    QStringList parts;
    if (ASN1_STRING_length(address) == 4) {
        for (int i = 0; i < 4; ++i)
            parts.append(QString::number(bytes[i]));
        return parts.join(u'.');
    }
    for (int i = 0; i + 1 < ASN1_STRING_length(address); i += 2)
        parts.append(QString::number(bytes[i] * 256 + bytes[i + 1], 16));
    return parts.join(u':');
}

QStringList namesOf(X509 *certificate)
{
    QStringList result;
    auto *names = static_cast<GENERAL_NAMES *>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr));
    for (int i = 0; i < sk_GENERAL_NAME_num(names) && i < 50; ++i) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
        if (name->type == GEN_DNS)
            result.append(QString::fromLatin1(reinterpret_cast<const char *>(ASN1_STRING_get0_data(name->d.dNSName)),
                                              ASN1_STRING_length(name->d.dNSName)));
        else if (name->type == GEN_IPADD)
            result.append(addressText(name->d.iPAddress));
    }
    GENERAL_NAMES_free(names);
    return result;
}

QString refusalOf(int error)
{
    switch (error) {
    case X509_V_OK: return {};
    case X509_V_ERR_CERT_HAS_EXPIRED: return QStringLiteral("expired");
    case X509_V_ERR_CERT_NOT_YET_VALID: return QStringLiteral("not-yet-valid");
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH: return QStringLiteral("wrong-name");
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: return QStringLiteral("self-signed");
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE: return QStringLiteral("unknown-authority");
    default: return QString::fromLatin1(X509_verify_cert_error_string(error));
    }
}

int tlsFactsIndex()
{
    static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

/// Sees every certificate of the chain; only notes facts and never changes the verdict.
int noteCertificate(int good, X509_STORE_CTX *store)
{
    auto *tls = static_cast<SSL *>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto *facts = static_cast<CertificateFacts *>(SSL_get_ex_data(tls, tlsFactsIndex()));
    X509 *certificate = X509_STORE_CTX_get0_cert(store);
    if (facts->isEmpty() && certificate != nullptr) {
        facts->subject = nameText(X509_get_subject_name(certificate));
        facts->issuer = nameText(X509_get_issuer_name(certificate));
        facts->names = namesOf(certificate);
        facts->validFrom = timeOf(X509_get0_notBefore(certificate));
        facts->validUntil = timeOf(X509_get0_notAfter(certificate));
    }
    if (good == 0 && facts->refusal.isEmpty())
        facts->refusal = refusalOf(X509_STORE_CTX_get_error(store));
    return good;
}

} // namespace

struct TlsLayer::State {
    std::unique_ptr<SSL_CTX, TlsContextDeleter> context;
    std::unique_ptr<SSL, TlsDeleter> tls;
    BIO *input = nullptr; ///< both belong to `tls`
    BIO *output = nullptr;
    CertificateFacts facts;
    QString failure;
};

TlsLayer::TlsLayer(const QString &host, const QString &caFile)
    : m_state(std::make_unique<State>())
{
    ERR_clear_error();
    m_state->context.reset(SSL_CTX_new(TLS_client_method()));
    SSL_CTX *context = m_state->context.get();
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, noteCertificate);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    const bool loaded = caFile.isEmpty()
                            ? SSL_CTX_set_default_verify_paths(context) == 1
                            : SSL_CTX_load_verify_locations(context, caFile.toLocal8Bit().constData(), nullptr) == 1;
    if (!loaded) {
        m_state->failure = QStringLiteral("the file of authorities cannot be read");
        return;
    }
    m_state->tls.reset(SSL_new(context));
    SSL *tls = m_state->tls.get();
    SSL_set_ex_data(tls, tlsFactsIndex(), &m_state->facts);
    const QByteArray name = host.toLatin1();
    if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls), name.constData()) != 1) {
        SSL_set_hostflags(tls, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        if (SSL_set1_host(tls, name.constData()) != 1 || SSL_set_tlsext_host_name(tls, name.constData()) != 1) {
            m_state->failure = QStringLiteral("the server's name cannot be checked");
            return;
        }
    }
    m_state->input = BIO_new(BIO_s_mem());
    m_state->output = BIO_new(BIO_s_mem());
    BIO_set_mem_eof_return(m_state->input, -1);
    SSL_set_bio(tls, m_state->input, m_state->output);
    SSL_set_connect_state(tls);
}

TlsLayer::~TlsLayer() = default;

TlsLayer::Step TlsLayer::stepOf(int result)
{
    switch (SSL_get_error(m_state->tls.get(), result)) {
    case SSL_ERROR_NONE: return Step::Done;
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE: return Step::NeedsInput; // the output is memory and always takes everything
    case SSL_ERROR_ZERO_RETURN: return Step::Closed;
    default: break;
    }
    const unsigned long code = ERR_get_error();
    const char *words = code != 0 ? ERR_reason_error_string(code) : nullptr;
    m_state->failure = words != nullptr ? QString::fromLatin1(words) : QStringLiteral("the handshake failed");
    return Step::Failed;
}

TlsLayer::Step TlsLayer::handshake()
{
    if (!m_state->failure.isEmpty())
        return Step::Failed;
    ERR_clear_error();
    return stepOf(SSL_do_handshake(m_state->tls.get()));
}

TlsLayer::Step TlsLayer::read(QByteArray *into)
{
    char bytes[tlsChunk];
    bool any = false;
    for (;;) {
        ERR_clear_error();
        const int count = SSL_read(m_state->tls.get(), bytes, tlsChunk);
        if (count > 0) {
            into->append(bytes, count);
            any = true;
            continue;
        }
        const Step step = stepOf(count);
        return any ? Step::Done : step;
    }
}

TlsLayer::Step TlsLayer::write(const QByteArray &bytes)
{
    ERR_clear_error();
    return stepOf(SSL_write(m_state->tls.get(), bytes.constData(), int(bytes.size())));
}

void TlsLayer::feed(const QByteArray &bytes)
{
    BIO_write(m_state->input, bytes.constData(), int(bytes.size()));
}

QByteArray TlsLayer::takeOutput()
{
    if (m_state->output == nullptr)
        return {};
    QByteArray result;
    result.resize(qsizetype(BIO_ctrl_pending(m_state->output)));
    if (!result.isEmpty())
        BIO_read(m_state->output, result.data(), int(result.size()));
    return result;
}

void TlsLayer::close()
{
    if (m_state->tls && SSL_is_init_finished(m_state->tls.get()) == 1)
        SSL_shutdown(m_state->tls.get());
}

const CertificateFacts &TlsLayer::certificate() const
{
    return m_state->facts;
}

QString TlsLayer::version() const
{
    return m_state->tls ? QString::fromLatin1(SSL_get_version(m_state->tls.get())) : QString();
}

QString TlsLayer::failure() const
{
    return m_state->failure;
}

} // namespace deskhand
