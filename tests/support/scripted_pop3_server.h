// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mailbox.h"
#include "support/scripted_server.h"

#include <QByteArrayList>
#include <QVector>

#include <mutex>

namespace deskhand::test {

/// A POP3 server that does right until a script says otherwise; see ScriptedImapServer for what a hook is.
class ScriptedPop3Server
{
public:
    struct Mail {
        QByteArray id; ///< its UIDL
        QByteArray bytes;
    };
    using Hook = std::function<std::optional<QByteArray>(ServerPeer &, const QByteArray &line, int connection)>;
    struct Script {
        QByteArray greeting = "+OK ready\r\n";
        QByteArrayList capabilities{"USER", "UIDL", "SASL PLAIN XOAUTH2"};
        QByteArray user = "desk";
        QByteArray password = "secret";
        ServerTls tls;
        bool tlsAtOnce = false;
        Hook hook;
        /// Before the greeting; false: there will be none.
        std::function<bool(ServerPeer &, int connection)> begin;
    };

    explicit ScriptedPop3Server(Script script);
    ~ScriptedPop3Server();

    QVector<Mail> mails; ///< under lock()
    [[nodiscard]] std::unique_lock<std::mutex> lock() { return std::unique_lock(m_mutex); }
    [[nodiscard]] int port() const { return m_server->port(); }
    [[nodiscard]] Mailbox mailbox() const;
    void stop() { m_server->stop(); }

private:
    struct Session;
    void talk(ServerPeer &peer, int connection);
    bool serve(Session *session, const QByteArray &line);
    QByteArray signIn(Session *session, const QByteArray &line);
    QByteArray listing(const Session &session, const QByteArray &verb);

    Script m_script;
    std::mutex m_mutex;
    std::unique_ptr<ScriptedServer> m_server;
};

} // namespace deskhand::test
