// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/http_server.h"
#include "service/principal.h"
#include "wire/endpoints.h"

#include <QElapsedTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace deskhand {

/// A request on its way to its one answer, from whichever thread that comes.
class Exchange
{
public:
    /// Told of the answer, before it is sent.
    using Watch = std::function<void(const Exchange &exchange, int status)>;

    Exchange(HttpRequest request, HttpHandler::Respond respond, const EndpointMatch &match, Watch watch);

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    [[nodiscard]] const Endpoint &endpoint() const { return *m_endpoint; }
    /// "unknown" where there is no endpoint.
    [[nodiscard]] QByteArray name() const;
    [[nodiscard]] const QByteArray &parameter() const { return m_parameter; }
    [[nodiscard]] qint64 microseconds() const { return m_timer.nsecsElapsed() / 1000; }
    [[nodiscard]] bool isAnswered() const { return m_answered; }
    /// What stands behind "Bearer " in its header; empty: nothing.
    [[nodiscard]] QByteArray token() const;

    /// Set before anybody else has it.
    Principal who;

    // The first answer counts. Packed where the client takes it and it is worth it; blocks for as long as that takes.
    void answer(const QByteArray &body, const QByteArray &type = "application/json");
    void answer(HttpResponse response);
    /// As its HTTP status and its JSON. What only the operator should know of it is left out.
    void fail(const Error &error);

private:
    HttpRequest m_request;
    HttpHandler::Respond m_respond;
    const Endpoint *m_endpoint;
    QByteArray m_parameter;
    Watch m_watch;
    QElapsedTimer m_timer;
    std::atomic<bool> m_answered = false;
};
using ExchangePtr = std::shared_ptr<Exchange>;

} // namespace deskhand
