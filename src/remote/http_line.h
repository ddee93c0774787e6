// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "remote/remote_place.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>

#include <functional>

namespace deskhand {

class HttpExchange;

struct HttpQuestion {
    QByteArray method = QByteArrayLiteral("POST");
    QString path; ///< "/api/v1/tickets": below the service's address
    QByteArray body;
    QByteArray bodyType = QByteArrayLiteral("application/json");
    QByteArray answerType = QByteArrayLiteral("application/json"); ///< anything else is not from our service
    bool withToken = true;
    QByteArray token;         ///< another than the line's
    bool mayRepeat = true;    ///< it may happen twice; else it is not asked again when the way broke
    bool tellChanges = false; ///< of a command: see wire/command_done.h
    int timeOutMs = 0;        ///< without a byte; 0: RemoteTimes::answer
};

/// Questions to one service over HTTP/1.1, at most six at a time, over connections that are kept. Redirections are not
/// followed, cookies are not kept, and nothing is logged. Lives in the network's thread.
class HttpLine final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<QByteArray> &body)>;

    /// Errors: Invalid with ConnectProblem::NoAuthorities: the file of authorities cannot be read.
    explicit HttpLine(RemotePlace place, QObject *parent = nullptr);
    ~HttpLine() override;

    /// What is wrong with the place itself; nothing can be asked then.
    [[nodiscard]] const Result<void> &status() const { return m_status; }
    [[nodiscard]] const RemotePlace &place() const { return m_place; }
    [[nodiscard]] const QSslConfiguration &tls() const { return m_tls; }

    /// Sent as "Authorization: Bearer"; in no address and in no log.
    void setToken(const QByteArray &token) { m_token = token; }
    [[nodiscard]] const QByteArray &token() const { return m_token; }

    /// `done` is called once, later, unless the exchange is cancelled or the line goes. What is dropped by the other
    /// side is asked once more, and what was too much (429) or comes at a bad moment (503) after the time that was
    /// asked for, when that is short. Errors: those of the service, Offline and Timeout with a ConnectProblem where it
    /// is known, Corrupt (larger than an answer can be).
    HttpExchange *ask(const HttpQuestion &question, Done done);
    /// Connections of a way that is no longer there are not used again.
    void forgetConnections() { m_manager.clearConnectionCache(); }
    /// Likewise, and what waits for an answer over them ends with Offline: nobody will say that they are dead.
    void endConnections();

Q_SIGNALS:
    void ended();

private:
    friend class HttpExchange;
    [[nodiscard]] QNetworkReply *send(const HttpQuestion &question);

    RemotePlace m_place;
    QSslConfiguration m_tls;
    Result<void> m_status;
    QByteArray m_token;
    QNetworkAccessManager m_manager;
};

/// TLS as every way to the service has it. Errors: Invalid with ConnectProblem::NoAuthorities.
[[nodiscard]] Result<QSslConfiguration> tlsOf(const RemotePlace &place);

} // namespace deskhand
