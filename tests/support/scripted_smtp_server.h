// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mailbox.h"
#include "support/scripted_server.h"

#include <QByteArrayList>
#include <QVector>

#include <mutex>

namespace deskhand::test {

/// Where in a dialogue something happens.
enum class SmtpStage {
    Connect,
    Greeting,
    Ehlo,
    StartTls,
    Handshake,
    Ehlo2,
    Auth,
    Mail,
    Rcpt,
    Data,
    Body,     ///< while the mail comes
    FinalDot, ///< the mail is there, its answer is not
};
constexpr int smtpStageCount = 12;
[[nodiscard]] QByteArray smtpStageName(SmtpStage stage);

enum class SmtpFault { Transient, Permanent, Reset, Silence, Garbage, Drip };
constexpr int smtpFaultCount = 6;
[[nodiscard]] QByteArray smtpFaultName(SmtpFault fault);

/// What goes wrong, and when.
struct SmtpTrouble {
    SmtpStage stage = SmtpStage::Greeting;
    SmtpFault fault = SmtpFault::Transient;
    int connection = -1; ///< only this one, from 0 on; -1: every
    int recipient = 0;   ///< only this one of a mail, from 1 on; 0: all
    int percent = 50;    ///< of the mail, at Body
};

/// A mail that the server has taken over.
struct TakenMail {
    QByteArray from;
    QByteArrayList recipients;
    QByteArray bytes; ///< as its author wrote them: dots taken back
    int connection = 0;
};

/// An SMTP server that does right but for its troubles, and remembers the mails that it has taken.
class ScriptedSmtpServer
{
public:
    struct Script {
        QByteArrayList keywords{"PIPELINING", "SIZE 10000000", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES"};
        QByteArray user = "desk";
        QByteArray password = "secret";
        QByteArrayList mechanisms{"PLAIN", "LOGIN", "XOAUTH2"};
        bool wantsSignIn = true;
        ServerTls tls;
        bool tlsAtOnce = false;
        QVector<SmtpTrouble> troubles;
        int mostRecipients = 0; ///< 452 for those beyond; 0: any number
        int mailsEach = 0;      ///< 421 after so many in a connection; 0: any number
        /// Sees each command; what it gives is sent instead of the right answer.
        std::function<std::optional<QByteArray>(ServerPeer &, const QByteArray &line, int connection)> hook;
    };

    explicit ScriptedSmtpServer(Script script);
    ~ScriptedSmtpServer();

    [[nodiscard]] int port() const { return m_server->port(); }
    [[nodiscard]] int connections() const { return m_server->connections(); }
    [[nodiscard]] QVector<TakenMail> taken();
    [[nodiscard]] QByteArrayList heard(); ///< all lines but those of mails
    /// Lets what goes wrong be something else from now on.
    void setTroubles(const QVector<SmtpTrouble> &troubles);
    /// A mailbox that sends by it, without TLS unless the script has some.
    [[nodiscard]] Mailbox mailbox() const;
    void stop() { m_server->stop(); }

private:
    struct Session;
    void talk(ServerPeer &peer, int connection);
    bool answer(Session *session, SmtpStage stage, const QByteArray &right, int recipient = 0);
    bool cause(Session *session, const SmtpTrouble &trouble);
    std::optional<SmtpTrouble> troubleAt(SmtpStage stage, int connection, int recipient);
    bool serve(Session *session, const QByteArray &line);
    bool hello(Session *session);
    bool signIn(Session *session, const QByteArray &line);
    bool startTls(Session *session);
    bool takeRecipient(Session *session, const QByteArray &line);
    bool takeData(Session *session);

    Script m_script;
    std::mutex m_mutex;
    QVector<TakenMail> m_taken;
    QByteArrayList m_heard;
    std::unique_ptr<ScriptedServer> m_server;
};

} // namespace deskhand::test
