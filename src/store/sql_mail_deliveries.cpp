// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/delivery_rows.h"
#include "store/sql_mail_store.h"

namespace deskhand {
namespace {

Result<QVector<OutboundMailId>> idsOfDue(Connection &connection, const Lease &lease, Instant now, int limit)
{
    QVector<OutboundMailId> ids;
    Statement due = connection.sql("job.due");
    due.bind(":now", now).bind(":fence", lease.fence).bind(":limit", limit);
    while (due.next())
        ids.append(due.id<OutboundMailId>(0));
    if (Result<void> status = due.status(); !status)
        return status.error();
    return ids;
}

/// A recipient that is due, and its place.
struct DueRecipient {
    int position = 0;
    RecipientDelivery recipient;
};

Result<QVector<DueRecipient>> dueRecipients(Connection &connection, const Lease &lease, OutboundMailId id, Instant now)
{
    QVector<DueRecipient> due;
    Statement statement = connection.sql("job.dueRecipients");
    statement.bind(":mail", id).bind(":now", now).bind(":fence", lease.fence);
    while (statement.next()) {
        ColumnReader row(statement);
        const int position = int(row.integer());
        due.append({position, readRecipient(row)});
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return due;
}

Result<void> followRecipients(Connection &connection, OutboundMailId id, const QString &problem)
{
    return connection.sql("job.followRecipients").bind(":id", id).bind(":problem", problem).run();
}

} // namespace

/// Nothing: somebody changed it meanwhile.
Result<std::optional<DueMail>> SqlMailStore::claim(Connection &connection, const Lease &lease, OutboundMailId id,
                                                   Instant now)
{
    const Result<QVector<DueRecipient>> due = dueRecipients(connection, lease, id, now);
    if (!due)
        return due.error();
    if (due->isEmpty())
        return std::optional<DueMail>();
    DueMail mail;
    mail.id = id;
    {
        Statement head = connection.sql("job.dueMail");
        head.bind(":id", id);
        if (head.next()) {
            mail.mailbox = head.id<MailboxId>(0);
            mail.envelopeFrom = head.text(1);
        }
        if (Result<void> status = head.status(); !status)
            return status.error();
    }
    Statement claim = connection.sql("job.claimRecipient");
    claim.bind(":mail", id).bind(":now", now).bind(":fence", lease.fence);
    for (const DueRecipient &one : *due) {
        if (Result<void> claimed = claim.bind(":position", one.position).run(); !claimed)
            return claimed.error();
        mail.again = mail.again || one.recipient.state == DeliveryState::Sending;
        RecipientDelivery recipient = one.recipient;
        recipient.state = DeliveryState::Sending;
        recipient.at = now;
        ++recipient.attempts;
        mail.recipients.append(std::move(recipient));
    }
    if (Result<void> followed = followRecipients(connection, id, {}); !followed)
        return followed.error();
    return std::optional(mail);
}

Result<QVector<DueMail>> SqlMailStore::claimDue(const Lease &lease, Instant now, int limit)
{
    QVector<DueMail> mails;
    const Result<void> done = m_job.changeUnder(lease, [&](Connection &connection) -> Result<void> {
        const Result<QVector<OutboundMailId>> ids = idsOfDue(connection, lease, now, limit);
        if (!ids)
            return ids.error();
        for (const OutboundMailId id : *ids) {
            Result<std::optional<DueMail>> mail = claim(connection, lease, id, now);
            if (!mail)
                return mail.error();
            if (*mail)
                mails.append(**std::move(mail));
        }
        return {};
    });
    return done ? Result<QVector<DueMail>>(mails) : Result<QVector<DueMail>>(done.error());
}

Result<QByteArray> SqlMailStore::mailBytes(OutboundMailId id)
{
    QByteArray bytes;
    const Result<void> done = m_job.look([&](Connection &connection) -> Result<void> {
        Statement statement = connection.sql("job.mailBytes");
        statement.bind(":id", id);
        const bool found = statement.next();
        if (found)
            bytes = statement.bytes(0);
        if (Result<void> status = statement.status(); !status)
            return status;
        if (!found)
            return Error{ErrorCode::NotFound, QStringLiteral("store.outbound"), QStringLiteral("no such mail"), {}};
        return {};
    });
    return done ? Result<QByteArray>(bytes) : Result<QByteArray>(done.error());
}

Result<void> SqlMailStore::giveBack(const Lease &lease, OutboundMailId id, Instant nextAt, const QString &problem)
{
    return m_job.changeUnder(lease, [&](Connection &connection) -> Result<void> {
        // A report about another of its recipients may be on its way in.
        if (Result<void> locked = connection.sql("outbox.lock").bind(":id", id).run(); !locked)
            return locked;
        Statement giveBack = connection.sql("job.giveBack");
        giveBack.bind(":mail", id).bind(":fence", lease.fence).bind(":nextAt", nextAt);
        const Result<void> given = giveBack.run();
        return given ? followRecipients(connection, id, problem) : given;
    });
}

Result<Instant> SqlMailStore::nextDue()
{
    Instant next = 0;
    const Result<void> done = m_job.look([&next](Connection &connection) {
        Statement due = connection.sql("job.nextDue");
        if (due.next())
            next = due.integer(0);
        return due.status();
    });
    return done ? Result<Instant>(next) : Result<Instant>(done.error());
}

} // namespace deskhand
