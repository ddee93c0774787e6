// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/edge_stream.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>

#include <openssl/err.h>

namespace deskhand {

EdgeStream::EdgeStream(boost::asio::ip::tcp::socket socket, SslPointer ssl)
    : m_socket(std::move(socket))
    , m_ssl(std::move(ssl))
{
    boost::system::error_code ignored;
    m_socket.non_blocking(true, ignored);
    m_socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
    if (m_ssl) {
        SSL_set_fd(m_ssl.get(), int(m_socket.native_handle()));
        SSL_set_accept_state(m_ssl.get());
    }
}

EdgeStream::Outcome EdgeStream::outcomeOf(int result)
{
    switch (SSL_get_error(m_ssl.get(), result)) {
    case SSL_ERROR_NONE: return Outcome::Done;
    case SSL_ERROR_WANT_READ: return Outcome::WantsRead;
    case SSL_ERROR_WANT_WRITE: return Outcome::WantsWrite;
    case SSL_ERROR_ZERO_RETURN: return Outcome::Ended;
    default: break;
    }
    // Nothing may be said over a session that has failed.
    m_broken = true;
    ERR_clear_error();
    return Outcome::Ended;
}

EdgeStream::Outcome EdgeStream::shakeHands()
{
    ERR_clear_error();
    return outcomeOf(SSL_do_handshake(m_ssl.get()));
}

EdgeStream::Step EdgeStream::read(char *to, qsizetype size)
{
    if (m_ssl) {
        ERR_clear_error();
        size_t got = 0;
        const int result = SSL_read_ex(m_ssl.get(), to, size_t(size), &got);
        return {outcomeOf(result), qsizetype(got)};
    }
    boost::system::error_code error;
    const size_t got = m_socket.read_some(boost::asio::buffer(to, size_t(size)), error);
    if (error == boost::asio::error::would_block)
        return {Outcome::WantsRead, 0};
    return {error ? Outcome::Ended : Outcome::Done, qsizetype(got)};
}

EdgeStream::Step EdgeStream::write(const char *from, qsizetype size)
{
    if (m_ssl) {
        ERR_clear_error();
        size_t put = 0;
        const int result = SSL_write_ex(m_ssl.get(), from, size_t(size), &put);
        return {outcomeOf(result), qsizetype(put)};
    }
    boost::system::error_code error;
    const size_t put = m_socket.write_some(boost::asio::buffer(from, size_t(size)), error);
    if (error == boost::asio::error::would_block)
        return {Outcome::WantsWrite, 0};
    return {error ? Outcome::Ended : Outcome::Done, qsizetype(put)};
}

void EdgeStream::endWriting()
{
    if (m_ssl && !m_broken && SSL_is_init_finished(m_ssl.get())) {
        ERR_clear_error();
        SSL_shutdown(m_ssl.get());
        ERR_clear_error();
    }
    boost::system::error_code ignored;
    m_socket.shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
}

} // namespace deskhand
