// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_smtp_server.h"

namespace deskhand::test {
namespace {

constexpr int dripEveryMs = 60;

QByteArray pathOf(const QByteArray &line)
{
    const qsizetype open = line.indexOf('<');
    return line.mid(open + 1, line.indexOf('>') - open - 1);
}

} // namespace

QByteArray smtpStageName(SmtpStage stage)
{
    static const QByteArrayList names{"connect", "greeting", "EHLO", "STARTTLS", "handshake", "EHLO 2",
                                      "AUTH",    "MAIL",     "RCPT", "DATA",     "body",      "final dot"};
    return names[int(stage)];
}

QByteArray smtpFaultName(SmtpFault fault)
{
    static const QByteArrayList names{"4xx", "5xx", "reset", "silence", "garbage", "drip"};
    return names[int(fault)];
}

struct ScriptedSmtpServer::Session {
    ServerPeer *peer = nullptr;
    int connection = 0;
    bool encrypted = false;
    bool signedIn = false;
    bool inMail = false;
    int mails = 0;
    int asked = 0; ///< recipients of this mail
    TakenMail mail;
};

ScriptedSmtpServer::ScriptedSmtpServer(Script script)
    : m_script(std::move(script))
{
    m_server = std::make_unique<ScriptedServer>([this](ServerPeer &peer, int connection) { talk(peer, connection); },
                                                m_script.tls);
}

ScriptedSmtpServer::~ScriptedSmtpServer()
{
    m_server->stop();
}

QVector<TakenMail> ScriptedSmtpServer::taken()
{
    const std::lock_guard guard(m_mutex);
    return m_taken;
}

QByteArrayList ScriptedSmtpServer::heard()
{
    const std::lock_guard guard(m_mutex);
    return m_heard;
}

void ScriptedSmtpServer::setTroubles(const QVector<SmtpTrouble> &troubles)
{
    const std::lock_guard guard(m_mutex);
    m_script.troubles = troubles;
}

Mailbox ScriptedSmtpServer::mailbox() const
{
    Mailbox mailbox = scriptedMailbox();
    mailbox.outgoing = scriptedPlace(port(), m_script.tlsAtOnce, m_script.tls, m_script.user);
    mailbox.outgoing.signIn = m_script.wantsSignIn ? MailSignIn::Password : MailSignIn::None;
    return mailbox;
}

std::optional<SmtpTrouble> ScriptedSmtpServer::troubleAt(SmtpStage stage, int connection, int recipient)
{
    const std::lock_guard guard(m_mutex);
    for (const SmtpTrouble &trouble : std::as_const(m_script.troubles)) {
        if (trouble.stage == stage && (trouble.connection < 0 || trouble.connection == connection)
            && (trouble.recipient == 0 || trouble.recipient == recipient))
            return trouble;
    }
    return std::nullopt;
}

/// False: the connection has ended.
bool ScriptedSmtpServer::cause(Session *session, const SmtpTrouble &trouble)
{
    ServerPeer &peer = *session->peer;
    switch (trouble.fault) {
    case SmtpFault::Transient: return peer.write("451 4.3.0 not now\r\n");
    case SmtpFault::Permanent: return peer.write("554 5.3.0 never\r\n");
    case SmtpFault::Reset: peer.reset(); return false;
    case SmtpFault::Silence: peer.silence(); return false;
    case SmtpFault::Garbage:
        for (int i = 0; i < 100'000 && !peer.ended(); ++i) {
            if (!peer.write(i == 0 ? "hello, who are you?\r\n" : "250-more and more\r\n"))
                return false;
        }
        return true;
    case SmtpFault::Drip: return peer.drip("250-" + QByteArray(2000, 'x') + "\r\n250 ok\r\n", dripEveryMs);
    }
    return false;
}

bool ScriptedSmtpServer::answer(Session *session, SmtpStage stage, const QByteArray &right, int recipient)
{
    const auto trouble = troubleAt(stage, session->connection, recipient);
    return trouble ? cause(session, *trouble) : session->peer->write(right);
}

void ScriptedSmtpServer::talk(ServerPeer &peer, int connection)
{
    Session session;
    session.peer = &peer;
    session.connection = connection;
    if (const auto trouble = troubleAt(SmtpStage::Connect, connection, 0)) {
        if (!cause(&session, *trouble))
            return;
    }
    if (m_script.tlsAtOnce && !(session.encrypted = peer.startTls()))
        return;
    if (!answer(&session, SmtpStage::Greeting, "220 mx.example.test ESMTP\r\n"))
        return;
    while (const auto line = peer.readLine()) {
        {
            const std::lock_guard guard(m_mutex);
            m_heard.append(*line);
        }
        std::optional<QByteArray> instead;
        if (m_script.hook)
            instead = m_script.hook(peer, *line, connection);
        const bool goesOn = instead ? peer.write(*instead) : serve(&session, *line);
        if (!goesOn || peer.ended())
            return;
    }
}

bool ScriptedSmtpServer::hello(Session *session)
{
    QByteArrayList lines{"mx.example.test"};
    lines += m_script.keywords;
    if (!m_script.tls.certificate.isEmpty() && !session->encrypted)
        lines.append("STARTTLS");
    else if (m_script.wantsSignIn)
        lines.append("AUTH " + m_script.mechanisms.join(' '));
    QByteArray text;
    for (qsizetype i = 0; i < lines.size(); ++i)
        text += (i + 1 < lines.size() ? "250-" : "250 ") + lines[i] + "\r\n";
    const bool second = session->encrypted && !m_script.tlsAtOnce;
    return answer(session, second ? SmtpStage::Ehlo2 : SmtpStage::Ehlo, text);
}

bool ScriptedSmtpServer::startTls(Session *session)
{
    if (const auto trouble = troubleAt(SmtpStage::StartTls, session->connection, 0))
        return cause(session, *trouble);
    if (!session->peer->write("220 2.0.0 go on\r\n"))
        return false;
    if (const auto trouble = troubleAt(SmtpStage::Handshake, session->connection, 0))
        return cause(session, *trouble);
    session->encrypted = session->peer->startTls();
    return session->encrypted;
}

bool ScriptedSmtpServer::signIn(Session *session, const QByteArray &line)
{
    if (const auto trouble = troubleAt(SmtpStage::Auth, session->connection, 0))
        return cause(session, *trouble);
    const auto ask = [session](const QByteArray &challenge) {
        return session->peer->write("334 " + challenge + "\r\n") ? session->peer->readLine() : std::nullopt;
    };
    const QByteArrayList words = line.split(' ');
    const QByteArray mechanism = words.value(1).toUpper();
    bool right = false;
    if (mechanism == "LOGIN") {
        const auto user = ask("VXNlcm5hbWU6");
        const auto password = user ? ask("UGFzc3dvcmQ6") : std::nullopt;
        right = password && *user == m_script.user.toBase64() && *password == m_script.password.toBase64();
    } else {
        const auto said = words.size() > 2 ? std::optional(words[2]) : ask("");
        const QByteArray response = QByteArray::fromBase64(said.value_or(QByteArray()));
        if (mechanism == "XOAUTH2") {
            right = response
                    == "user=" + m_script.user
                           + "\x01"
                             "auth=Bearer "
                           + m_script.password + "\x01\x01";
            if (!right && !ask("eyJzdGF0dXMiOiI0MDEifQ=="))
                return false;
        } else {
            right = response == QByteArray(1, '\0') + m_script.user + QByteArray(1, '\0') + m_script.password;
        }
    }
    session->signedIn = right;
    return session->peer->write(right ? "235 2.7.0 welcome\r\n" : "535 5.7.8 no\r\n");
}

bool ScriptedSmtpServer::takeRecipient(Session *session, const QByteArray &line)
{
    const int nth = ++session->asked;
    if (const auto trouble = troubleAt(SmtpStage::Rcpt, session->connection, nth))
        return cause(session, *trouble);
    if (m_script.mostRecipients > 0 && session->mail.recipients.size() >= m_script.mostRecipients)
        return session->peer->write("452 4.5.3 too many recipients\r\n");
    session->mail.recipients.append(pathOf(line));
    return session->peer->write("250 2.1.5 ok\r\n");
}

bool ScriptedSmtpServer::takeData(Session *session)
{
    if (const auto trouble = troubleAt(SmtpStage::Data, session->connection, 0))
        return cause(session, *trouble);
    if (session->mail.recipients.isEmpty())
        return session->peer->write("554 5.5.1 no valid recipients\r\n");
    if (!session->peer->write("354 go on\r\n"))
        return false;
    const auto trouble = troubleAt(SmtpStage::Body, session->connection, 0);
    session->mail.bytes.clear();
    for (qsizetype lines = 0;; ++lines) {
        if (trouble && lines == trouble->percent && !cause(session, *trouble))
            return false;
        const auto line = session->peer->readLine();
        if (!line)
            return false;
        if (*line == ".")
            break;
        session->mail.bytes += (line->startsWith('.') ? line->mid(1) : *line) + "\r\n";
    }
    if (trouble)
        return true; // it has had its answer
    const auto atDot = troubleAt(SmtpStage::FinalDot, session->connection, 0);
    const bool takes = !atDot || (atDot->fault != SmtpFault::Transient && atDot->fault != SmtpFault::Permanent);
    if (takes) {
        const std::lock_guard guard(m_mutex);
        session->mail.connection = session->connection;
        m_taken.append(session->mail);
    }
    ++session->mails;
    session->inMail = false;
    return atDot ? cause(session, *atDot) : session->peer->write("250 2.0.0 taken\r\n");
}

bool ScriptedSmtpServer::serve(Session *session, const QByteArray &line)
{
    const QByteArray verb = line.left(4).toUpper();
    if (verb == "EHLO")
        return hello(session);
    if (verb == "STAR")
        return startTls(session);
    if (verb == "AUTH")
        return signIn(session, line);
    if (verb == "RSET") {
        session->inMail = false;
        return session->peer->write("250 2.0.0 ok\r\n");
    }
    if (verb == "QUIT") {
        session->peer->write("221 2.0.0 bye\r\n");
        return false;
    }
    if (m_script.wantsSignIn && !session->signedIn)
        return session->peer->write("530 5.7.0 who are you?\r\n");
    if (verb == "MAIL") {
        if (m_script.mailsEach > 0 && session->mails >= m_script.mailsEach) {
            session->peer->write("421 4.7.0 enough for now\r\n");
            return false;
        }
        session->mail = {};
        session->mail.from = pathOf(line);
        session->asked = 0;
        session->inMail = true;
        return answer(session, SmtpStage::Mail, "250 2.1.0 ok\r\n");
    }
    if (verb == "RCPT" && session->inMail)
        return takeRecipient(session, line);
    if (verb == "DATA" && session->inMail)
        return takeData(session);
    return session->peer->write("503 5.5.1 what?\r\n");
}

} // namespace deskhand::test
