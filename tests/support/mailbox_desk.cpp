// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mailbox_desk.h"

#include "store/sql_mail_store.h"

namespace deskhand::test {
namespace {

[[noreturn]] void giveUp(const Error &error)
{
    qFatal("%s: %s", qPrintable(error.where), qPrintable(error.detail));
}

template <typename T>
T mustBe(Result<T> result)
{
    if (!result)
        giveUp(result.error());
    return *std::move(result);
}

} // namespace

MailboxDesk::MailboxDesk(std::shared_ptr<const MailCodec> codec)
    : m_codec(codec)
    , m_desk(TestDesk::withCodec(std::move(codec)))
    , m_store(mustBe(openMailStore(m_desk->path())))
{
    Mailbox mailbox;
    mailbox.name = QStringLiteral("Contoso Support");
    mailbox.address = QStringLiteral("support@desk.example");
    mailbox.queue = m_desk->firstQueue();
    mailbox.incoming.host = mailbox.outgoing.host = QStringLiteral("mail.desk.example");
    mailbox.incoming.user = mailbox.outgoing.user = QStringLiteral("support");
    mailbox.authservId = QStringLiteral("mx.desk.example");
    saveMailbox(mailbox);
    Organization customer;
    customer.name = QStringLiteral("Customer");
    customer.domain = QStringLiteral("customer.example");
    m_desk->submit(SaveOrganization{customer});
}

void MailboxDesk::saveMailbox(const Mailbox &mailbox)
{
    const CommandAnswer answer = m_desk->submit(SaveMailbox{mailbox, {}});
    m_mailbox = mailbox;
    m_mailbox.id = MailboxId{answer.id};
}

void MailboxDesk::saveSettings(const MailSettings &settings)
{
    m_desk->submit(SaveMailSettings{settings});
}

AcceptMail MailboxDesk::mail(const QString &from, const QString &subject, const QString &text,
                             const QStringList &answeredIds)
{
    AcceptMail mail;
    const QString id = QStringLiteral("mail-%1@sender.example").arg(++m_count);
    mail.source = m_mailbox.name;
    mail.mailbox = m_mailbox.id;
    mail.subject = subject;
    mail.addressedTo = QStringList{m_mailbox.address};
    mail.article.senderRole = SenderRole::Customer;
    mail.article.channel = Channel::Email;
    mail.article.from = {QString(), from};
    mail.article.to = {{QString(), m_mailbox.address}};
    mail.article.text = text;
    mail.article.messageId = id;
    mail.article.answeredIds = answeredIds;
    mail.article.createdAt = m_desk->clock().now();
    mail.article.raw = "From: " + from.toUtf8() + "\r\nTo: support@desk.example\r\nSubject: " + subject.toUtf8()
                       + "\r\nMessage-ID: <" + id.toUtf8() + ">\r\n\r\n" + text.toUtf8() + "\r\n";
    return mail;
}

CommandAnswer MailboxDesk::arrive(AcceptMail mail)
{
    NewArrival arrival{m_mailbox.id, m_mailbox.folder, 1, QString::number(++m_count), m_desk->clock().now()};
    const Lease mine = lease(QStringLiteral("mail-intake"));
    mail.arrival = mustBe(m_store->storeArrival(mine, arrival, mail.article.raw));
    return mustBe(submitAsJob(std::move(mail)));
}

CommandAnswer MailboxDesk::arrive(const QByteArray &raw)
{
    return arrive(m_codec->read(raw, m_mailbox.name, &m_mailbox));
}

Result<CommandAnswer> MailboxDesk::submitAsJob(const CommandBody &body, CommandId id)
{
    Command command = Command::make({}, body);
    command.id = id;
    command.actorKind = ActorKind::System;
    return await(m_desk->desk().submit(command));
}

Result<CommandAnswer> MailboxDesk::replyTo(TicketId ticket, const QString &text, const QString &to, Instant releaseAt,
                                           StateId state)
{
    PostArticle post;
    post.ticket = ticket;
    post.article.channel = Channel::Email;
    post.article.text = text;
    post.article.to = {{QString(), to.isEmpty() ? m_desk->row(ticket).requesterAddress : to}};
    post.releaseAt = releaseAt;
    post.state = state;
    return await(m_desk->desk().submit(Command::make(m_desk->me(), post)));
}

QVector<MailDelivery> MailboxDesk::outbox()
{
    return m_desk->expect(m_desk->desk().outbox(m_desk->me()));
}

MailDelivery MailboxDesk::delivery(OutboundMailId id)
{
    for (const MailDelivery &one : outbox()) {
        if (one.id == id)
            return one;
    }
    return {};
}

QByteArray MailboxDesk::bytes(OutboundMailId id)
{
    return mustBe(m_store->mailBytes(id));
}

QVector<HeldMail> MailboxDesk::held()
{
    return m_desk->expect(m_desk->desk().heldMails(m_desk->me(), {}));
}

QVector<Article> MailboxDesk::thread(TicketId ticket)
{
    return m_desk->expect(m_desk->desk().thread({ticket, {}, 200, m_desk->me()})).articles;
}

QStringList MailboxDesk::history(TicketId ticket)
{
    QStringList entries;
    for (const HistoryEntry &entry : m_desk->expect(m_desk->desk().thread({ticket, {}, 200, m_desk->me()})).history)
        entries.append(entry.why.isEmpty() ? entry.what : entry.what + u':' + entry.why);
    return entries;
}

MailReconciliation MailboxDesk::sums()
{
    return m_desk->expect(m_desk->desk().mailReport()).mailboxes.first().sums;
}

int MailboxDesk::sendAllDue(DeliveryState state)
{
    const Lease mine = lease(QStringLiteral("mail-delivery"));
    int sent = 0;
    for (const DueMail &due : mustBe(m_store->claimDue(mine, m_desk->clock().now(), 100))) {
        RecordDelivery record{due.id, due.recipients};
        for (RecipientDelivery &recipient : record.recipients)
            recipient.state = state;
        mustBe(submitAsJob(record));
        ++sent;
    }
    return sent;
}

Lease MailboxDesk::lease(const QString &name)
{
    const auto taken = mustBe(m_store->takeLease(name, QStringLiteral("test"), m_desk->clock().now(), 60'000));
    if (!taken)
        giveUp(Error{ErrorCode::Conflict, QStringLiteral("test.lease"), QStringLiteral("somebody else has it"), {}});
    return *taken;
}

} // namespace deskhand::test
