// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/transport/imap_inbox.h"
#include "mail/transport/pop3_inbox.h"
#include "mail/transport/smtp_outlet.h"

#include <optional>

namespace deskhand {

/// Walks to a server step by step and notes each; see MailTransport::testInbox().
class MailCheck
{
public:
    explicit MailCheck(std::function<void(const MailTestStep &)> told);

    /// The steps "resolve" and "connect". Null: one of them failed.
    std::unique_ptr<MailChannel> connect(const MailPatience &patience, const MailServer &server, int port,
                                         const KeepGoing &keepGoing);
    void walk(ImapInbox &&inbox);
    void walk(Pop3Inbox &&inbox);
    void walk(SmtpOutlet &&outlet, const QString &address);
    /// There is nothing to sign in with: that step will fail like this.
    void expectRefusal(const Error &error) { m_refusal = error; }
    [[nodiscard]] const QVector<MailTestStep> &steps() const { return m_steps; }

private:
    void failed(const QString &step, const Error &error);
    void done(const QString &step, const QString &detail);
    bool greeted(const Result<void> &result, const MailChannel &channel);
    template <typename Session>
    bool cameIn(Session &session);
    void list(MailInbox *inbox);

    std::function<void(const MailTestStep &)> m_told;
    QVector<MailTestStep> m_steps;
    MailChannel *m_channel = nullptr; ///< of the session that is walked through
    MailServer m_server;
    std::optional<Error> m_refusal;
};

} // namespace deskhand
