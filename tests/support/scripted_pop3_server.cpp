// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_pop3_server.h"

#include <QSet>

namespace deskhand::test {
namespace {

QByteArray stuffed(const QByteArray &bytes)
{
    QByteArray text = bytes;
    if (text.startsWith('.'))
        text.prepend('.');
    return text.replace("\r\n.", "\r\n..");
}

} // namespace

struct ScriptedPop3Server::Session {
    ServerPeer *peer = nullptr;
    QVector<Mail> mails; ///< as they were when it began
    QSet<int> deleted;
    QByteArray user;
};

ScriptedPop3Server::ScriptedPop3Server(Script script)
    : m_script(std::move(script))
{
    m_server = std::make_unique<ScriptedServer>([this](ServerPeer &peer, int connection) { talk(peer, connection); },
                                                m_script.tls);
}

ScriptedPop3Server::~ScriptedPop3Server()
{
    m_server->stop();
}

Mailbox ScriptedPop3Server::mailbox() const
{
    Mailbox mailbox = scriptedMailbox();
    mailbox.incoming = scriptedPlace(port(), m_script.tlsAtOnce, m_script.tls, m_script.user);
    mailbox.protocol = MailProtocol::Pop3;
    mailbox.after = AfterFetch::Delete;
    return mailbox;
}

void ScriptedPop3Server::talk(ServerPeer &peer, int connection)
{
    if (m_script.tlsAtOnce && !peer.startTls())
        return;
    if (m_script.begin && !m_script.begin(peer, connection))
        return;
    if (!peer.write(m_script.greeting))
        return;
    Session session;
    session.peer = &peer;
    {
        const auto guard = lock();
        session.mails = mails;
    }
    while (const auto line = peer.readLine()) {
        std::optional<QByteArray> instead;
        if (m_script.hook)
            instead = m_script.hook(peer, *line, connection);
        const bool goesOn = instead ? peer.write(*instead) : serve(&session, *line);
        if (!goesOn || peer.ended())
            return;
    }
}

QByteArray ScriptedPop3Server::signIn(Session *session, const QByteArray &line)
{
    if (line.startsWith("USER ")) {
        session->user = line.mid(5);
        return "+OK\r\n";
    }
    if (line.startsWith("PASS "))
        return session->user == m_script.user && line.mid(5) == m_script.password ? "+OK\r\n" : "-ERR [AUTH] no\r\n";
    session->peer->write("+ \r\n");
    const QByteArray response = QByteArray::fromBase64(session->peer->readLine().value_or(QByteArray()));
    if (line == "AUTH XOAUTH2") {
        if (response
            == "user=" + m_script.user
                   + "\x01"
                     "auth=Bearer "
                   + m_script.password + "\x01\x01")
            return "+OK\r\n";
        session->peer->write("+ eyJzdGF0dXMiOiI0MDAifQ==\r\n");
        static_cast<void>(session->peer->readLine());
        return "-ERR [AUTH] no\r\n";
    }
    return response == QByteArray(1, '\0') + m_script.user + QByteArray(1, '\0') + m_script.password
               ? "+OK\r\n"
               : "-ERR [AUTH] no\r\n";
}

QByteArray ScriptedPop3Server::listing(const Session &session, const QByteArray &verb)
{
    QByteArray text = "+OK\r\n";
    for (qsizetype i = 0; i < session.mails.size(); ++i) {
        const Mail &mail = session.mails[i];
        text += QByteArray::number(i + 1) + ' ' + (verb == "UIDL" ? mail.id : QByteArray::number(mail.bytes.size()))
                + "\r\n";
    }
    return text + ".\r\n";
}

bool ScriptedPop3Server::serve(Session *session, const QByteArray &line)
{
    ServerPeer &peer = *session->peer;
    const QByteArray verb = line.left(4).toUpper();
    const int number = line.mid(5).toInt();
    if (verb == "CAPA") {
        const bool offersTls = !m_script.tls.certificate.isEmpty();
        return peer.write("+OK\r\n" + m_script.capabilities.join("\r\n") + (offersTls ? "\r\nSTLS" : "") + "\r\n.\r\n");
    }
    if (verb == "STLS")
        return peer.write("+OK go on\r\n") && peer.startTls();
    if (verb == "USER" || verb == "PASS" || verb == "AUTH")
        return peer.write(signIn(session, line));
    if (verb == "UIDL" || verb == "LIST")
        return peer.write(listing(*session, verb));
    if (verb == "RETR" && number > 0 && number <= session->mails.size())
        return peer.write("+OK\r\n" + stuffed(session->mails[number - 1].bytes) + ".\r\n");
    if (verb == "DELE" && number > 0 && number <= session->mails.size()) {
        session->deleted.insert(number);
        return peer.write("+OK\r\n");
    }
    if (verb != "QUIT")
        return peer.write("-ERR what?\r\n");
    {
        const auto guard = lock();
        for (const int gone : std::as_const(session->deleted)) {
            const QByteArray id = session->mails[gone - 1].id;
            mails.removeIf([&](const Mail &mail) { return mail.id == id; });
        }
    }
    peer.write("+OK bye\r\n");
    return false;
}

} // namespace deskhand::test
