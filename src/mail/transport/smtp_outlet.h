// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/transport/mail_channel.h"
#include "mail/transport/sasl.h"
#include "mail/transport/smtp_reply.h"

#include <optional>

namespace deskhand {

/// A session with an SMTP server that mails are submitted to (RFC 5321, 6409), one after the other.
///
/// What is known of a mail when something breaks: until the lone dot goes out, the server must not have taken it; once
/// it may have gone out, only its answer says so, and without one the outcome is unknown.
class SmtpOutlet final : public MailOutlet
{
public:
    SmtpOutlet(std::unique_ptr<MailChannel> channel, const Mailbox &mailbox, const MailCredentials &credentials);
    ~SmtpOutlet() override;

    /// Greets, goes over to TLS where that is wished, and signs in.
    Result<void> enter();
    /// The steps of enter(), for who tells of them.
    Result<void> greet();
    Result<void> signIn();
    /// Asks whether a mail from this address would be taken, and takes the question back.
    Result<void> trySender(const QString &address);

    Result<SmtpOutcome> send(const QByteArray &bytes, const QString &envelopeFrom,
                             const QVector<MailAddress> &recipients) override;

private:
    struct Envelope;
    Result<SmtpReply> readReply();
    Result<SmtpReply> command(const QByteArray &text);
    Result<void> unaskedReply();
    Result<void> hello();
    Result<SmtpReply> authenticate(const QByteArray &mechanism);
    [[nodiscard]] bool can(const QByteArray &keyword) const;
    [[nodiscard]] QByteArray parameterOf(const QByteArray &keyword) const;
    [[nodiscard]] Error refusal(const SmtpReply &reply, const char *where, ErrorCode code) const;
    void judge(RecipientDelivery *recipient, const SmtpReply &reply) const;
    void refuse(RecipientDelivery *recipient, const char *status, const QString &why) const;
    /// Recipients that cannot be asked for at all get their answer without the server.
    [[nodiscard]] Envelope envelopeFor(const QByteArray &bytes, const QString &from, SmtpOutcome *outcome) const;
    Result<void> transaction(const Envelope &envelope, QVector<qsizetype> *open, SmtpOutcome *outcome);
    Result<bool> beginMail(const Envelope &envelope, const QVector<qsizetype> &open, SmtpOutcome *outcome);
    Result<QVector<qsizetype>> askRecipients(const Envelope &envelope, QVector<qsizetype> *open, SmtpOutcome *outcome);
    Result<void> handOver(const Envelope &envelope, const QVector<qsizetype> &taken, SmtpOutcome *outcome);
    /// What the server has said though the mail is not complete; nothing when it has said nothing.
    std::optional<SmtpReply> earlyReply();
    Result<void> reset();

    std::unique_ptr<MailChannel> m_channel;
    Mailbox m_mailbox;
    MailCredentials m_credentials;
    QByteArrayList m_keywords; ///< of EHLO, in capitals
    bool m_broken = false;
    bool m_inMail = false;
};

} // namespace deskhand
