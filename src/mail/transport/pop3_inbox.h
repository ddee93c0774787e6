// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/transport/mail_channel.h"
#include "mail/transport/sasl.h"

#include <QHash>

#include <functional>

namespace deskhand {

/// A maildrop on a POP3 server (RFC 1939, 2449, 2595, 5034). It is as it was when the session began: to see what has
/// come since, there must be another session.
class Pop3Inbox final : public MailInbox
{
public:
    Pop3Inbox(std::unique_ptr<MailChannel> channel, const Mailbox &mailbox, const MailCredentials &credentials);
    ~Pop3Inbox() override;

    Result<void> enter();
    /// The steps of enter(), for who tells of them.
    Result<void> greet();
    Result<void> signIn();
    Result<void> openFolder();

    [[nodiscard]] const RemoteFolder &folder() const override { return m_folder; }
    Result<QVector<RemoteMail>> list(qint64 from) override;
    Result<QByteArray> fetch(const RemoteMail &mail, qint64 limit) override;
    Result<void> settle(const QVector<RemoteMail> &mails) override;
    Result<bool> waitForMail(int seconds) override;
    Result<void> finish() override;

private:
    struct Answer {
        bool ok = false;
        QByteArray text;
    };
    Result<Answer> readAnswer();
    Result<Answer> command(const QByteArray &text);
    /// The lines up to the lone dot, each without its end and its first dot.
    Result<void> readLines(const std::function<bool(const QByteArray &)> &line);
    Result<void> readCapabilities();
    Result<Answer> authenticate(const QByteArray &mechanism);
    [[nodiscard]] Error refusal(const Answer &answer, const char *where, ErrorCode code) const;

    std::unique_ptr<MailChannel> m_channel;
    Mailbox m_mailbox;
    MailCredentials m_credentials;
    QByteArrayList m_capabilities;
    RemoteFolder m_folder;
    QVector<RemoteMail> m_mails;
    QHash<QString, int> m_numbers; ///< of the messages by their keys, in this session
    bool m_broken = false;
};

} // namespace deskhand
