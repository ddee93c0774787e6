// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/endpoints/exchange.h"

#include "service/endpoints/gzip.h"
#include "wire/wire_error.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

/// What is shorter fits into a packet anyway.
constexpr qsizetype worthPacking = 1024;

/// Of what has gone wrong in here a client learns that it has, not how.
Error errorForClient(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Busy:
    case ErrorCode::Integrity:
    case ErrorCode::Corrupt:
    case ErrorCode::Internal: {
        Error told = error;
        told.detail.clear();
        return told;
    }
    default: return error;
    }
}

} // namespace

Exchange::Exchange(HttpRequest request, HttpHandler::Respond respond, const EndpointMatch &match, Watch watch)
    : m_request(std::move(request))
    , m_respond(std::move(respond))
    , m_endpoint(match.endpoint)
    , m_parameter(match.parameter)
    , m_watch(std::move(watch))
{
    m_timer.start();
}

QByteArray Exchange::name() const
{
    return m_endpoint ? QByteArray(m_endpoint->name.data(), m_endpoint->name.size()) : QByteArray("unknown");
}

QByteArray Exchange::token() const
{
    const QByteArray value = headerOf(m_request.headers, "Authorization");
    const QByteArray scheme = "bearer ";
    return value.left(scheme.size()).toLower() == scheme ? value.mid(scheme.size()).trimmed() : QByteArray();
}

void Exchange::answer(const QByteArray &body, const QByteArray &type)
{
    HttpResponse response;
    response.type = type;
    response.body = body;
    answer(std::move(response));
}

void Exchange::answer(HttpResponse response)
{
    if (m_answered.exchange(true))
        return;
    response.headers.emplaceBack("Cache-Control", "no-store");
    response.headers.emplaceBack("X-Content-Type-Options", "nosniff");
    if (response.body.size() >= worthPacking) {
        response.headers.emplaceBack("Vary", "Accept-Encoding");
        if (acceptsGzip(headerOf(m_request.headers, "Accept-Encoding"))) {
            const QByteArray packed = gzipped(response.body);
            if (!packed.isEmpty() && packed.size() < response.body.size()) {
                response.body = packed;
                response.headers.emplaceBack("Content-Encoding", "gzip");
            }
        }
    }
    m_watch(*this, response.status);
    std::exchange(m_respond, nullptr)(std::move(response));
}

void Exchange::fail(const Error &error)
{
    HttpResponse response;
    response.status = httpStatusOf(error.code);
    const QString reason = error.payload.value(QStringLiteral("reason")).toString();
    if (error.code == ErrorCode::Busy && (reason == u"limit" || reason == u"rate"))
        response.status = 429;
    if (error.code == ErrorCode::Busy && reason == u"disk")
        response.status = 507;
    if (error.code == ErrorCode::Invalid && (reason == u"too-large" || reason == u"quota"))
        response.status = 413;
    const int seconds = error.payload.value(QStringLiteral("retryAfter")).toInt();
    if (error.code == ErrorCode::Busy || error.code == ErrorCode::Offline)
        response.headers.emplaceBack("Retry-After", QByteArray::number(std::max(1, seconds)));
    if (error.code == ErrorCode::Unauthenticated)
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    response.body = QJsonDocument(errorToJson(errorForClient(error))).toJson(QJsonDocument::Compact);
    answer(std::move(response));
}

} // namespace deskhand
