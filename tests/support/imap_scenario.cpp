// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/imap_scenario.h"

#include <QTest>

namespace deskhand::test {

using namespace Qt::Literals::StringLiterals;

namespace imap {

Hook say(const QByteArray &name, const QByteArray &answer, int nth)
{
    return [=](ServerPeer &, const Request &request) -> std::optional<QByteArray> {
        if (request.connection == 0 && request.name == name && (nth == 0 || request.nth == nth))
            return answer;
        return std::nullopt;
    };
}

Hook sayFirst(const QByteArray &name, const QByteArray &more)
{
    return [=](ServerPeer &peer, const Request &request) -> std::optional<QByteArray> {
        if (request.connection == 0 && request.name == name)
            peer.write(more);
        return std::nullopt;
    };
}

Hook act(const QByteArray &name, const std::function<void(ServerPeer &)> &what)
{
    return [=](ServerPeer &peer, const Request &request) -> std::optional<QByteArray> {
        if (request.connection != 0 || request.name != name)
            return std::nullopt;
        what(peer);
        return QByteArray();
    };
}

std::function<void(Script &)> hooked(const Hook &hook)
{
    return [hook](Script &script) { script.hook = hook; };
}

std::function<void(Script &)> begun(const std::function<bool(ServerPeer &)> &begin)
{
    return [begin](Script &script) {
        script.begin = [begin](ServerPeer &peer, int connection) { return connection > 0 || begin(peer); };
    };
}

std::function<void(Script &)> greeted(const QByteArray &greeting)
{
    return begun([greeting](ServerPeer &peer) {
        peer.write(greeting);
        peer.silence();
        return false;
    });
}

QByteArray mailNumber(int number)
{
    return "Subject: mail " + QByteArray::number(number)
           + "\r\nX-Folded: one\r\n two\r\n\r\n)\r\nD5 OK done\r\n* 1 FETCH\r\n" + QByteArray(number * 700, 'x')
           + "\r\n{5}\r\n\xe4\xf6 end" + QByteArray(1, '\0') + "\r\n";
}

QByteArray fetchAnswer(const QByteArray &body, int uid)
{
    return "* 1 FETCH (UID " + QByteArray::number(uid) + " BODY[] " + body + ")\r\n%T OK done\r\n";
}

QByteArray asLiteral(const QByteArray &bytes, qsizetype size)
{
    return '{' + QByteArray::number(size) + "}\r\n" + bytes;
}

} // namespace imap

namespace {

QString describe(const MailRound &round)
{
    if (!round.error)
        return u"it goes well"_s;
    return u"%1: %2 %3 %4 (%5)"_s.arg(round.step, errorCodeName(round.error->code), round.error->where,
                                      round.error->detail, round.error->payload.value(u"reason"_s).toString());
}

bool isAsExpected(const MailRound &round, const CollectedMail &collected, const ImapScenario &scenario)
{
    if (round.step != scenario.step || round.milliseconds > imap::longestVisitMs)
        return false;
    if (round.error && scenario.code != ErrorCode::Internal && round.error->code != scenario.code)
        return false;
    if (round.error && !scenario.reason.isEmpty()
        && round.error->payload.value(u"reason"_s).toString() != scenario.reason)
        return false;
    return !scenario.also || scenario.also(round, collected);
}

} // namespace

ImapStage::ImapStage(MailTransport &transport)
    : m_transport(transport)
    , m_authority(m_certificates.newAuthority())
    , m_certificate(m_certificates.newCertificate(m_authority, u"127.0.0.1"_s))
{
}

QString ImapStage::play(const ImapScenario &scenario)
{
    imap::Script script;
    if (scenario.startTls)
        script.tls = {m_certificate.certificate, m_certificate.key};
    scenario.spoil(script);
    ScriptedImapServer server(script);
    for (int i = 1; i <= 3; ++i)
        server.folders["INBOX"].add(imap::mailNumber(i));
    const MailSecrets secrets{{MailSecret::IncomingPassword, "secret"}};
    Mailbox mailbox = server.mailbox();
    mailbox.incoming.caFile = m_authority.certificate;
    const Mailbox right = mailbox;
    if (scenario.change)
        scenario.change(mailbox);
    CollectedMail collected;
    const MailRound first = visitMailbox(m_transport, mailbox, secrets, &collected);
    ++m_played;
    if (!isAsExpected(first, collected, scenario))
        return u"%1, after %2 ms"_s.arg(describe(first)).arg(first.milliseconds);
    if (scenario.staysWrong)
        return {};
    const MailRound second = visitMailbox(m_transport, right, secrets, &collected);
    if (second.error)
        return u"the second visit: "_s + describe(second);
    for (int i = 1; i <= 3; ++i) {
        if (collected.bytes.value(u"%1/%2"_s.arg(second.folder.validity).arg(i)) != imap::mailNumber(i))
            return u"mail %1 is not there, or is another"_s.arg(i);
    }
    return {};
}

void addImapRows(const QVector<ImapScenario> &scenarios)
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < scenarios.size(); ++i)
        QTest::newRow(scenarios[i].name.constData()) << i;
}

} // namespace deskhand::test
