// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_json.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/ticket_values.h"

#include <QDateTime>
#include <QJsonArray>

namespace deskhand::ctl {
namespace {

QJsonObject deliveryToJson(const MailDelivery &mail)
{
    QJsonArray recipients;
    for (const RecipientDelivery &recipient : mail.recipients)
        recipients.append(QJsonObject{{QStringLiteral("address"), recipient.address.address},
                                      {QStringLiteral("state"), deliveryStateName(recipient.state)},
                                      {QStringLiteral("attempts"), recipient.attempts},
                                      {QStringLiteral("at"), instantText(recipient.at)},
                                      {QStringLiteral("next_at"), instantText(recipient.nextAt)},
                                      {QStringLiteral("status"), recipient.status},
                                      {QStringLiteral("reply"), recipient.reply}});
    return {{QStringLiteral("id"), mail.id.value},
            {QStringLiteral("ticket"), mail.ticketNumber},
            {QStringLiteral("kind"),
             mail.kind == MailKind::Reply ? QStringLiteral("reply") : QStringLiteral("acknowledgement")},
            {QStringLiteral("subject"), mail.subject},
            {QStringLiteral("message_id"), mail.messageId},
            {QStringLiteral("state"), deliveryStateName(mail.state)},
            {QStringLiteral("created_at"), instantText(mail.createdAt)},
            {QStringLiteral("release_at"), instantText(mail.releaseAt)},
            {QStringLiteral("recipients"), recipients}};
}

int listOutbox(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("outbox list FILE [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Result<QVector<MailDelivery>> mails = DeskSession::await(session->desk().outbox(session->me()));
    if (!mails) {
        printError(mails.error());
        return Failure;
    }
    for (const MailDelivery &mail : *mails) {
        if (arguments.has(QStringLiteral("json"))) {
            printJson(deliveryToJson(mail));
            continue;
        }
        printLine(
            QStringLiteral("%1  %2  %3  %4")
                .arg(mail.id.value, 6)
                .arg(deliveryStateName(mail.state).leftJustified(9), mail.ticketNumber.leftJustified(8), mail.subject));
        for (const RecipientDelivery &recipient : mail.recipients)
            printLine(QStringLiteral("          %1  %2  %3")
                          .arg(deliveryStateName(recipient.state).leftJustified(9), recipient.address.address,
                               recipient.reply));
    }
    return Success;
}

std::optional<qint64> numberFrom(const QString &word)
{
    bool ok = false;
    const qint64 number = word.toLongLong(&ok);
    if (ok && number > 0)
        return number;
    printError(QStringLiteral("“%1” is no number of a mail").arg(word));
    return {};
}

int changeOutbox(const QStringList &given, const QString &verb,
                 const std::function<CommandBody(OutboundMailId mail)> &body)
{
    const Arguments arguments(given, {}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("outbox %1 FILE MAIL").arg(verb)))
        return UsageError;
    const std::optional<qint64> mail = numberFrom(arguments.words()[1]);
    if (!mail)
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    return session && session->submit(body(OutboundMailId{*mail})) ? Success : Failure;
}

CtlCommand outboxChange(const QString &verb, const QString &summary,
                        std::function<CommandBody(OutboundMailId mail)> body)
{
    return {{QStringLiteral("outbox"), verb},
            QStringLiteral("FILE MAIL"),
            summary,
            [verb, body = std::move(body)](const QStringList &given) { return changeOutbox(given, verb, body); }};
}

QVector<MailAddress> addressesFrom(const QStringList &given)
{
    QVector<MailAddress> addresses;
    for (const QString &address : given)
        addresses.append(MailAddress{{}, address.trimmed()});
    return addresses;
}

/// When the reply leaves; nothing: what was given is no time.
std::optional<Instant> releaseFrom(Arguments &arguments, Instant now, int undoSeconds)
{
    const QString at = arguments.value(QStringLiteral("at"));
    if (at.isEmpty())
        return now + arguments.number(QStringLiteral("undo"), 0).value_or(undoSeconds) * 1000;
    const QDateTime moment = QDateTime::fromString(at, Qt::ISODateWithMs);
    if (moment.isValid())
        return moment.toMSecsSinceEpoch();
    printError(QStringLiteral("“%1” is no date such as 2026-12-01T10:00:00Z").arg(at));
    return {};
}

int replyToTicket(const QStringList &given)
{
    const QString usage =
        QStringLiteral("reply FILE NUMBER --text TEXT [--to ADDRESS]… [--cc ADDRESS]… [--subject TEXT] "
                       "[--state STATE] [--undo SECONDS | --at TIME] [--json]");
    Arguments arguments(given, {QStringLiteral("json")},
                        {QStringLiteral("text"), QStringLiteral("to"), QStringLiteral("cc"), QStringLiteral("subject"),
                         QStringLiteral("state"), QStringLiteral("undo"), QStringLiteral("at"), QStringLiteral("as")});
    if (!arguments.check(2, usage))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto id = session ? session->findTicket(arguments.words()[1]) : std::nullopt;
    if (!id)
        return Failure;
    const Result<TicketDetail> detail = DeskSession::await(session->desk().ticket(*id, session->me()));
    const Result<MailSetup> setup = DeskSession::await(session->desk().mailSetup());
    if (!detail || !setup) {
        printError(!detail ? detail.error() : setup.error());
        return Failure;
    }
    PostArticle post;
    post.ticket = *id;
    const auto release = releaseFrom(arguments, session->now(), setup->settings.undoSeconds);
    if (!release || !arguments.check(2, usage)
        || !chooseNamed(ConditionField::State, arguments.value(QStringLiteral("state")), session->catalog(),
                        &post.state.value))
        return UsageError;
    post.releaseAt = *release;
    post.article.channel = Channel::Email;
    post.article.text = arguments.value(QStringLiteral("text"));
    post.article.subject = arguments.value(QStringLiteral("subject"), detail->row.head.subject);
    post.article.to = addressesFrom(arguments.values(QStringLiteral("to")));
    post.article.cc = addressesFrom(arguments.values(QStringLiteral("cc")));
    if (post.article.to.isEmpty())
        post.article.to = {MailAddress{detail->requester.name, detail->requester.address}};
    const std::optional<CommandAnswer> answer = session->submit(post);
    if (!answer)
        return Failure;
    if (arguments.has(QStringLiteral("json"))) {
        QJsonObject json = answerToJson(*answer);
        json.insert(QStringLiteral("mail"), answer->outbound.value);
        printJson(json);
    } else if (answer->outbound.isValid()) {
        printLine(QStringLiteral("mail %1").arg(answer->outbound.value));
    } else {
        printError(QStringLiteral("no mailbox sends for this ticket's queue: the reply is in the ticket only"));
    }
    return answer->outbound.isValid() ? Success : PartialFailure;
}

} // namespace

QVector<CtlCommand> outboxCommands()
{
    return {
        {{QStringLiteral("reply")},
         QStringLiteral("FILE NUMBER --text TEXT [--to ADDRESS]… [--cc ADDRESS]… [--undo SECONDS | --at TIME]"),
         QStringLiteral("Answer by mail; without --to the requester"),
         replyToTicket},
        {{QStringLiteral("outbox"), QStringLiteral("list")},
         QStringLiteral("FILE [--json]"),
         QStringLiteral("Mail on its way, and what failed in the last seven days"),
         listOutbox},
        outboxChange(QStringLiteral("undo"), QStringLiteral("Take back a mail that has not left"),
                     [](OutboundMailId mail) { return UndoSend{mail}; }),
        outboxChange(QStringLiteral("release"), QStringLiteral("Send a mail that waits for its time now"),
                     [](OutboundMailId mail) {
                         return ReleaseMail{mail, 0};
                     }),
        outboxChange(QStringLiteral("retry"), QStringLiteral("Try again what was put off or refused"),
                     [](OutboundMailId mail) {
                         return ReleaseMail{mail, 0};
                     }),
    };
}

} // namespace deskhand::ctl
