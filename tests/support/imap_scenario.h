// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/mail_rounds.h"
#include "support/scripted_imap_server.h"
#include "support/test_certificates.h"

namespace deskhand::test {

namespace imap {

using Script = ScriptedImapServer::Script;
using Request = ScriptedImapServer::Request;
using Hook = ScriptedImapServer::Hook;

constexpr int patienceMs = 700;
/// A visit that meets silence at one step; everything else takes next to nothing.
constexpr int longestVisitMs = 9000;

/// In the first connection, instead of the right answer to this command.
[[nodiscard]] Hook say(const QByteArray &name, const QByteArray &answer, int nth = 0);
/// Before the right answer.
[[nodiscard]] Hook sayFirst(const QByteArray &name, const QByteArray &more);
/// The server does this instead of answering.
[[nodiscard]] Hook act(const QByteArray &name, const std::function<void(ServerPeer &)> &what);
[[nodiscard]] std::function<void(Script &)> hooked(const Hook &hook);
/// The first connection begins like this.
[[nodiscard]] std::function<void(Script &)> begun(const std::function<bool(ServerPeer &)> &begin);
[[nodiscard]] std::function<void(Script &)> greeted(const QByteArray &greeting);
[[nodiscard]] QByteArray mailNumber(int number);
[[nodiscard]] QByteArray fetchAnswer(const QByteArray &body, int uid = 1);
[[nodiscard]] QByteArray asLiteral(const QByteArray &bytes, qsizetype size);

} // namespace imap

/// What goes wrong in the first visit to a mailbox of three mails, and how that visit must end.
struct ImapScenario {
    QByteArray name;
    std::function<void(imap::Script &)> spoil;
    QString step; ///< where the first visit ends; empty: it goes well
    ErrorCode code = ErrorCode::Internal;
    QString reason;                                                     ///< payload of the error; empty: any
    std::function<bool(const MailRound &, const CollectedMail &)> also; ///< of the first visit
    bool startTls = false;
    std::function<void(Mailbox &)> change; ///< of the first visit
    bool staysWrong = false;               ///< there is no second visit
};

/// Plays scenarios: a visit while something goes wrong, which must end in time and as expected, and one more when
/// nothing does; in the end every mail is there once with its exact bytes.
class ImapStage
{
public:
    explicit ImapStage(MailTransport &transport);
    /// What is not as it should be; empty: nothing.
    [[nodiscard]] QString play(const ImapScenario &scenario);
    [[nodiscard]] int played() const { return m_played; }

private:
    MailTransport &m_transport;
    TestCertificates m_certificates;
    TestCertificates::Authority m_authority;
    TestCertificates::Certificate m_certificate;
    int m_played = 0;
};

/// For QTest: a row a scenario.
void addImapRows(const QVector<ImapScenario> &scenarios);

} // namespace deskhand::test
