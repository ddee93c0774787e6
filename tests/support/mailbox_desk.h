// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_store.h"
#include "support/test_desk.h"

#include <QByteArrayList>

namespace deskhand::test {

/// A TestDesk with a mailbox, support@desk.example, that is fetched and sent for by hand. Its customer is
/// rita@customer.example of the organization Customer (customer.example).
class MailboxDesk
{
public:
    explicit MailboxDesk(std::shared_ptr<const MailCodec> codec);

    [[nodiscard]] TestDesk &desk() { return *m_desk; }
    [[nodiscard]] MailStore &store() { return *m_store; }
    [[nodiscard]] MailboxId mailbox() const { return m_mailbox.id; }
    void saveMailbox(const Mailbox &mailbox);
    [[nodiscard]] const Mailbox &mailboxSettings() const { return m_mailbox; }
    void saveSettings(const MailSettings &settings);

    /// A mail as a person writes one: its bytes say nothing but who, what and which.
    [[nodiscard]] AcceptMail mail(const QString &from, const QString &subject, const QString &text,
                                  const QStringList &answeredIds = {});
    /// Stored as the intake does it, then applied.
    CommandAnswer arrive(AcceptMail mail);
    CommandAnswer arrive(const QByteArray &raw);
    Result<CommandAnswer> submitAsJob(const CommandBody &body, CommandId id = QUuid::createUuid());

    /// An agent's reply that is mailed.
    Result<CommandAnswer> replyTo(TicketId ticket, const QString &text, const QString &to = {}, Instant releaseAt = 0,
                                  StateId state = {});
    [[nodiscard]] QVector<MailDelivery> outbox();
    [[nodiscard]] MailDelivery delivery(OutboundMailId id);
    [[nodiscard]] QByteArray bytes(OutboundMailId id);
    [[nodiscard]] QVector<HeldMail> held();
    [[nodiscard]] QVector<Article> thread(TicketId ticket);
    [[nodiscard]] QStringList history(TicketId ticket); ///< "what" or "what:why", oldest first
    [[nodiscard]] MailReconciliation sums();
    /// Every mail that waits for its time goes out, to everybody, with this state.
    int sendAllDue(DeliveryState state);

private:
    [[nodiscard]] Lease lease(const QString &name);

    std::shared_ptr<const MailCodec> m_codec;
    std::unique_ptr<TestDesk> m_desk;
    std::unique_ptr<MailStore> m_store;
    Mailbox m_mailbox;
    int m_count = 0;
};

} // namespace deskhand::test
