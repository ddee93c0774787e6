// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_unit_of_work.h"

#include "operations/accept_mail_json.h"
#include "store/connection.h"
#include "store/held_rows.h"

namespace deskhand {
namespace {

Error noSuchHeldMail()
{
    return Error{ErrorCode::NotFound, QStringLiteral("store.held"), QStringLiteral("no such held mail"), {}};
}

} // namespace

Result<HeldMailId> SqlUnitOfWork::insertHeld(const HeldMailContent &held)
{
    const HeldMail &mail = held.mail;
    // Of a mail that was fetched they are there already.
    if (!held.accept.article.raw.isEmpty()) {
        if (Result<void> kept = storeBlob(mail.rawSha256, held.accept.article.raw); !kept)
            return kept.error();
    }
    Statement insert = m_connection.sql("mail.insertHeld");
    insert.bind(":mailbox", mail.mailbox).bind(":arrival", held.accept.arrival).bind(":reason", int(mail.reason));
    insert.bind(":ticket", mail.ticket).bind(":fromName", mail.from.name).bind(":fromAddress", mail.from.address);
    insert.bind(":subject", mail.subject).bind(":excerpt", mail.excerpt).bind(":sha256", mail.rawSha256);
    insert.bind(":at", mail.at).bind(":accept", QString::fromUtf8(acceptMailToJson(held.accept)));
    const Result<qint64> inserted = insert.runForNumber();
    return inserted ? Result<HeldMailId>(HeldMailId{*inserted}) : Result<HeldMailId>(inserted.error());
}

Result<HeldMailContent> SqlUnitOfWork::held(HeldMailId id)
{
    Statement statement = m_connection.sql("mail.heldById");
    statement.bind(":id", id);
    if (!statement.next()) {
        const Result<void> status = statement.status();
        return status ? noSuchHeldMail() : status.error();
    }
    ColumnReader row(statement);
    HeldMailContent held;
    QueueId queue;
    held.mail = readHeldMail(row, &queue);
    Result<AcceptMail> accept = acceptMailFromJson(row.bytes());
    if (!accept)
        return accept.error();
    held.accept = *std::move(accept);
    held.decided = row.flag();
    return held;
}

Result<void> SqlUnitOfWork::decideHeld(HeldMailId id, HeldDecision decision, TicketId ticket, PersonId by, Instant at)
{
    Statement decide = m_connection.sql("mail.decideHeld");
    decide.bind(":id", id).bind(":decision", int(decision)).bind(":ticket", ticket).bind(":by", by).bind(":at", at);
    if (Result<void> decided = decide.run(); !decided)
        return decided;
    if (decide.changedRows() == 0)
        return Error{ErrorCode::Conflict, QStringLiteral("store.held"), QStringLiteral("decided already"), {}};
    return {};
}

Result<void> SqlUnitOfWork::settleArrival(MailArrivalId id, MailOutcome outcome, const QString &reason, TicketId ticket,
                                          ArticleId article)
{
    Statement settle = m_connection.sql("mail.settleArrival");
    settle.bind(":id", id).bind(":outcome", int(outcome)).bind(":reason", reason);
    settle.bind(":ticket", ticket).bind(":article", article);
    const Result<qint64> settled = settle.runForNumber();
    if (!settled)
        return settled.error();
    if (*settled == 0)
        return Error{ErrorCode::NotFound, QStringLiteral("store.arrival"), QStringLiteral("no such arrival"), {}};
    return {};
}

Result<MailArrivalId> SqlUnitOfWork::arrivalOfHeld(HeldMailId id)
{
    Statement statement = m_connection.sql("mail.arrivalOfHeld");
    statement.bind(":id", id);
    const bool found = statement.next();
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return found ? Result<MailArrivalId>(statement.id<MailArrivalId>(0)) : Result<MailArrivalId>(noSuchHeldMail());
}

} // namespace deskhand
