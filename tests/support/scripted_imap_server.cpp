// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_imap_server.h"

#include <QSet>

#include <algorithm>

namespace deskhand::test {
namespace {

QByteArray ok(const QByteArray &tag, const QByteArray &text = "done")
{
    return tag + " OK " + text + "\r\n";
}

/// The first word, which is taken away with the blank after it.
QByteArray takeWord(QByteArray *text)
{
    const qsizetype blank = text->indexOf(' ');
    const QByteArray word = blank < 0 ? *text : text->left(blank);
    *text = blank < 0 ? QByteArray() : text->mid(blank + 1);
    return word;
}

QByteArray unquoted(const QByteArray &text)
{
    return text.startsWith('"') ? text.mid(1, text.size() - 2) : text;
}

/// Whether a UID is in a set ("1:3,7", "5:*") of a folder whose last one is `last`.
bool inSet(const QByteArray &set, quint32 uid, quint32 last)
{
    const QByteArrayList parts = set.split(',');
    for (const QByteArray &part : parts) {
        const QByteArrayList ends = part.split(':');
        quint32 from = ends.first() == "*" ? last : ends.first().toUInt();
        quint32 to = ends.last() == "*" ? last : ends.last().toUInt();
        if (from > to)
            std::swap(from, to);
        if (uid >= from && uid <= to)
            return true;
    }
    return false;
}

QByteArray literal(const QByteArray &bytes)
{
    return '{' + QByteArray::number(bytes.size()) + "}\r\n" + bytes;
}

} // namespace

quint32 ImapFolder::add(const QByteArray &bytes)
{
    mails.append({next, bytes, {}});
    return next++;
}

struct ScriptedImapServer::Session {
    ServerPeer *peer = nullptr;
    int connection = 0;
    QByteArray folder;  ///< selected
    qsizetype told = 0; ///< mails that the client knows of
    QHash<QByteArray, int> counts;
};

ScriptedImapServer::ScriptedImapServer(Script script)
    : m_script(std::move(script))
{
    folders.insert("INBOX", {});
    m_server = std::make_unique<ScriptedServer>([this](ServerPeer &peer, int connection) { talk(peer, connection); },
                                                m_script.tls);
}

ScriptedImapServer::~ScriptedImapServer()
{
    m_server->stop();
}

QByteArrayList ScriptedImapServer::heard()
{
    const auto guard = lock();
    return m_heard;
}

Mailbox ScriptedImapServer::mailbox() const
{
    Mailbox mailbox = scriptedMailbox();
    mailbox.incoming = scriptedPlace(port(), m_script.tlsAtOnce, m_script.tls, m_script.user);
    return mailbox;
}

void ScriptedImapServer::talk(ServerPeer &peer, int connection)
{
    if (m_script.tlsAtOnce && !peer.startTls())
        return;
    if (m_script.begin && !m_script.begin(peer, connection))
        return;
    if (!peer.write(m_script.greeting))
        return;
    Session session;
    session.peer = &peer;
    session.connection = connection;
    while (const auto line = peer.readLine()) {
        Request request;
        request.connection = connection;
        QByteArray rest = *line;
        request.tag = takeWord(&rest);
        request.name = takeWord(&rest).toUpper();
        if (request.name == "UID")
            request.name += ' ' + takeWord(&rest).toUpper();
        request.arguments = rest;
        request.nth = ++session.counts[request.name];
        {
            const auto guard = lock();
            m_heard.append(request.name);
        }
        if (request.name == "SELECT") // whatever is said of it
            session.folder = unquoted(request.arguments);
        std::optional<QByteArray> instead;
        if (m_script.hook)
            instead = m_script.hook(peer, request);
        if (instead) {
            if (!peer.write(QByteArray(*instead).replace("%T", request.tag)))
                return;
        } else if (!serve(&session, request)) {
            return;
        }
        if (peer.ended())
            return;
    }
}

/// False: the connection ends.
bool ScriptedImapServer::serve(Session *session, const Request &request)
{
    const QByteArray &name = request.name;
    QByteArray answer;
    bool closed = false;
    if (name == "CAPABILITY")
        answer = "* CAPABILITY " + m_script.capabilities + "\r\n" + ok(request.tag);
    else if (name == "STARTTLS")
        return session->peer->write(ok(request.tag)) && session->peer->startTls();
    else if (name == "LOGIN" || name == "AUTHENTICATE")
        answer = signIn(session, request, &closed);
    else if (name == "SELECT")
        answer = select(session, request);
    else if (name == "STATUS")
        answer = ok(request.tag);
    else if (name == "NOOP")
        answer = news(session) + ok(request.tag);
    else if (name == "UID SEARCH")
        answer = search(*session, request);
    else if (name == "UID FETCH")
        answer = fetch(session, request);
    else if (name == "UID STORE")
        answer = store(session, request);
    else if (name == "UID COPY" || name == "UID MOVE")
        answer = transfer(session, request);
    else if (name == "UID EXPUNGE" || name == "EXPUNGE")
        answer = expunge(session, request);
    else if (name == "CREATE") {
        const auto guard = lock();
        folders.insert(unquoted(request.arguments), {});
        answer = ok(request.tag);
    } else if (name == "IDLE")
        return idle(session, request);
    else if (name == "LOGOUT") {
        session->peer->write("* BYE bye\r\n" + ok(request.tag));
        return false;
    } else
        answer = request.tag + " BAD what?\r\n";
    return !closed && session->peer->write(answer);
}

QByteArray ScriptedImapServer::signIn(Session *session, const Request &request, bool *closed)
{
    bool right = false;
    if (request.name == "LOGIN") {
        right = request.arguments == '"' + m_script.user + "\" \"" + m_script.password + '"';
    } else {
        const QByteArrayList words = request.arguments.split(' ');
        QByteArray response = words.value(1);
        if (words.size() < 2) {
            session->peer->write("+ \r\n");
            const auto line = session->peer->readLine();
            *closed = !line;
            response = line.value_or(QByteArray());
        }
        response = QByteArray::fromBase64(response);
        if (words[0].toUpper() == "XOAUTH2") {
            right = response
                    == "user=" + m_script.user
                           + "\x01"
                             "auth=Bearer "
                           + m_script.password + "\x01\x01";
            if (!right) {
                session->peer->write("+ eyJzdGF0dXMiOiI0MDAifQ==\r\n");
                *closed = !session->peer->readLine();
            }
        } else {
            right = response == QByteArray(1, '\0') + m_script.user + QByteArray(1, '\0') + m_script.password;
        }
    }
    return right ? ok(request.tag) : request.tag + " NO [AUTHENTICATIONFAILED] no\r\n";
}

QByteArray ScriptedImapServer::select(Session *session, const Request &request)
{
    const auto guard = lock();
    const QByteArray name = unquoted(request.arguments);
    if (!folders.contains(name))
        return request.tag + " NO [NONEXISTENT] no such folder\r\n";
    const ImapFolder &folder = folders[name];
    session->folder = name;
    session->told = folder.mails.size();
    return "* FLAGS (\\Seen \\Deleted)\r\n* " + QByteArray::number(session->told) + " EXISTS\r\n* 0 RECENT\r\n"
           + "* OK [UIDVALIDITY " + QByteArray::number(folder.validity) + "] valid\r\n* OK [UIDNEXT "
           + QByteArray::number(folder.next) + "] next\r\n" + ok(request.tag, "[READ-WRITE] done");
}

QByteArray ScriptedImapServer::news(Session *session)
{
    const auto guard = lock();
    const qsizetype there = folders[session->folder].mails.size();
    if (there == session->told)
        return {};
    session->told = there;
    return "* " + QByteArray::number(there) + " EXISTS\r\n";
}

QByteArray ScriptedImapServer::search(const Session &session, const Request &request)
{
    const auto guard = lock();
    const ImapFolder &folder = folders[session.folder];
    const QByteArrayList words = request.arguments.split(' ');
    const quint32 last = folder.mails.isEmpty() ? 0 : folder.mails.last().uid;
    QByteArray found;
    for (const ImapMail &mail : folder.mails) {
        const bool hidden = words.contains("UNDELETED") && mail.flags.contains("\\DELETED");
        if (inSet(words.value(1), mail.uid, last) && !hidden)
            found += ' ' + QByteArray::number(mail.uid);
    }
    return "* SEARCH" + found + "\r\n" + ok(request.tag);
}

QByteArray ScriptedImapServer::fetch(Session *session, const Request &request)
{
    const auto guard = lock();
    const ImapFolder &folder = folders[session->folder];
    const quint32 last = folder.mails.isEmpty() ? 0 : folder.mails.last().uid;
    const QByteArray set = request.arguments.left(request.arguments.indexOf(' '));
    const QByteArray what = request.arguments.toUpper();
    QByteArray answer;
    for (qsizetype i = 0; i < folder.mails.size(); ++i) {
        const ImapMail &mail = folder.mails[i];
        if (!inSet(set, mail.uid, last))
            continue;
        answer += "* " + QByteArray::number(i + 1) + " FETCH (UID " + QByteArray::number(mail.uid);
        if (what.contains("RFC822.SIZE"))
            answer += " RFC822.SIZE " + QByteArray::number(mail.bytes.size());
        if (what.contains("INTERNALDATE"))
            answer += " INTERNALDATE \"21-Nov-2026 10:00:00 +0000\"";
        if (what.contains("BODY.PEEK[]"))
            answer += " BODY[] " + literal(mail.bytes);
        answer += ")\r\n";
    }
    return answer + ok(request.tag);
}

QByteArray ScriptedImapServer::store(Session *session, const Request &request)
{
    const auto guard = lock();
    ImapFolder &folder = folders[session->folder];
    const quint32 last = folder.mails.isEmpty() ? 0 : folder.mails.last().uid;
    const QByteArray set = request.arguments.left(request.arguments.indexOf(' '));
    const qsizetype open = request.arguments.indexOf('(');
    const QByteArray flag = request.arguments.mid(open + 1).chopped(1).toUpper();
    for (ImapMail &mail : folder.mails) {
        if (inSet(set, mail.uid, last) && !mail.flags.contains(flag))
            mail.flags.append(flag);
    }
    return ok(request.tag);
}

QByteArray ScriptedImapServer::transfer(Session *session, const Request &request)
{
    const auto guard = lock();
    const qsizetype blank = request.arguments.indexOf(' ');
    const QByteArray target = unquoted(request.arguments.mid(blank + 1));
    if (!folders.contains(target))
        return request.tag + " NO [TRYCREATE] no such folder\r\n";
    ImapFolder &from = folders[session->folder];
    const quint32 last = from.mails.isEmpty() ? 0 : from.mails.last().uid;
    const QByteArray set = request.arguments.left(blank);
    QByteArray answer;
    for (qsizetype i = 0; i < from.mails.size();) {
        if (!inSet(set, from.mails[i].uid, last)) {
            ++i;
            continue;
        }
        folders[target].add(from.mails[i].bytes);
        if (request.name == "UID COPY") {
            ++i;
            continue;
        }
        from.mails.removeAt(i);
        answer += "* " + QByteArray::number(i + 1) + " EXPUNGE\r\n";
    }
    session->told = from.mails.size();
    return answer + ok(request.tag);
}

QByteArray ScriptedImapServer::expunge(Session *session, const Request &request)
{
    const auto guard = lock();
    ImapFolder &folder = folders[session->folder];
    const quint32 last = folder.mails.isEmpty() ? 0 : folder.mails.last().uid;
    QByteArray answer;
    for (qsizetype i = 0; i < folder.mails.size();) {
        const bool meant = request.name == "EXPUNGE" || inSet(request.arguments, folder.mails[i].uid, last);
        if (!meant || !folder.mails[i].flags.contains("\\DELETED")) {
            ++i;
            continue;
        }
        folder.mails.removeAt(i);
        answer += "* " + QByteArray::number(i + 1) + " EXPUNGE\r\n";
    }
    session->told = folder.mails.size();
    return answer + ok(request.tag);
}

bool ScriptedImapServer::idle(Session *session, const Request &request)
{
    if (!session->peer->write("+ idling\r\n"))
        return false;
    for (;;) {
        const QByteArray told = news(session);
        if (!told.isEmpty() && !session->peer->write(told))
            return false;
        if (session->peer->hasLine(10))
            break;
        if (session->peer->ended() || session->peer->isGone())
            return false;
    }
    const auto line = session->peer->readLine();
    return line && session->peer->write(line->toUpper() == "DONE" ? ok(request.tag) : request.tag + " BAD\r\n");
}

} // namespace deskhand::test
