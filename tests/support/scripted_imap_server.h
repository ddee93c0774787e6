// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mailbox.h"
#include "support/scripted_server.h"

#include <QByteArrayList>
#include <QHash>
#include <QVector>

#include <mutex>

namespace deskhand::test {

/// A mail in a folder of the scripted IMAP server.
struct ImapMail {
    quint32 uid = 0;
    QByteArray bytes;
    QByteArrayList flags;
};

struct ImapFolder {
    quint32 validity = 100;
    quint32 next = 1;
    QVector<ImapMail> mails;
    quint32 add(const QByteArray &bytes);
};

/// An IMAP server that does right until a script says otherwise. A script is a hook that sees each command first:
/// what it gives is sent instead of the right answer (with "%T" for the tag), and "" means that it has answered by
/// itself or wants nothing to be said.
class ScriptedImapServer
{
public:
    struct Request {
        int connection = 0;
        QByteArray tag;
        QByteArray name; ///< in capitals, "UID FETCH" in one
        QByteArray arguments;
        int nth = 0; ///< of this name in this connection, from 1 on
    };
    /// Runs in the connection's thread.
    using Hook = std::function<std::optional<QByteArray>(ServerPeer &, const Request &)>;

    struct Script {
        QByteArray greeting = "* OK ready\r\n";
        QByteArray capabilities = "IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2 STARTTLS IDLE MOVE UIDPLUS";
        QByteArray user = "desk";
        QByteArray password = "secret";
        ServerTls tls;
        bool tlsAtOnce = false;
        Hook hook;
        /// Before the greeting; false: there will be none.
        std::function<bool(ServerPeer &, int connection)> begin;
    };

    explicit ScriptedImapServer(Script script);
    ~ScriptedImapServer();

    /// The folders, under `lock()`.
    QHash<QByteArray, ImapFolder> folders;
    [[nodiscard]] std::unique_lock<std::mutex> lock() { return std::unique_lock(m_mutex); }

    [[nodiscard]] int port() const { return m_server->port(); }
    [[nodiscard]] int connections() const { return m_server->connections(); }
    /// Names of the commands that were heard, in their order, over all connections.
    [[nodiscard]] QByteArrayList heard();
    /// A mailbox that looks at it, without TLS unless the script has some.
    [[nodiscard]] Mailbox mailbox() const;
    void stop() { m_server->stop(); }

private:
    struct Session;
    void talk(ServerPeer &peer, int connection);
    bool serve(Session *session, const Request &request);
    QByteArray signIn(Session *session, const Request &request, bool *closed);
    QByteArray select(Session *session, const Request &request);
    QByteArray search(const Session &session, const Request &request);
    QByteArray fetch(Session *session, const Request &request);
    QByteArray store(Session *session, const Request &request);
    QByteArray transfer(Session *session, const Request &request);
    QByteArray expunge(Session *session, const Request &request);
    bool idle(Session *session, const Request &request);
    QByteArray news(Session *session);

    Script m_script;
    std::mutex m_mutex;
    QByteArrayList m_heard;
    std::unique_ptr<ScriptedServer> m_server;
};

} // namespace deskhand::test
