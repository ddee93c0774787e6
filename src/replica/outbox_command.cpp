// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/outbox_command.h"

#include "wire/wire_error.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>
#include <type_traits>

namespace deskhand {
namespace {

template <typename Body, typename... Bodies>
constexpr bool isAnyOf = (std::is_same_v<Body, Bodies> || ...);

template <typename Body>
constexpr bool isOfOneTicket = isAnyOf<Body, PostArticle, ChangeTicket, MarkRead, RecordBreachReason, SplitTicket,
                                       DecideHeldMail, LogWork, RemoveWork>;

/// By a person, here: the service's language has no words for what only a mail or an import may say.
bool isWritten(const NewArticle &article)
{
    return article.raw.isEmpty() && article.createdAt == 0 && !article.author.isValid() && article.messageId.isEmpty()
           && article.answeredIds.isEmpty() && !article.automatic;
}

/// What a new ticket is made of.
bool isWritten(const OpenTicket &open)
{
    return open.createdAt == 0 && (!open.article || isWritten(*open.article));
}

void mapFields(ChangeTicket *change, const IdMapping &mapping)
{
    for (FieldChange &field : change->changes) {
        if (field.field == TicketField::Requester)
            field.value = mapping.person(PersonId{field.value.toLongLong()}).value;
    }
}

void mapTickets(MergeTickets *merge, const IdMapping &mapping)
{
    merge->target = mapping.ticket(merge->target);
    for (MergeSource &source : merge->sources)
        source.ticket = mapping.ticket(source.ticket);
}

void mapArticles(QVector<ArticleId> *articles, const IdMapping &mapping)
{
    for (ArticleId &article : *articles)
        article = mapping.article(article);
}

} // namespace

bool mayWait(const CommandBody &body)
{
    return std::visit(
        [](const auto &known) {
            using Body = std::decay_t<decltype(known)>;
            if constexpr (std::is_same_v<Body, PostArticle>)
                return isWritten(known.article);
            else if constexpr (std::is_same_v<Body, OpenTicket>)
                return isWritten(known);
            else if constexpr (std::is_same_v<Body, SplitTicket>)
                return isWritten(known.opened);
            else
                return isOfOneTicket<
                           Body> || isAnyOf<Body, SeeNotifications, MergeTickets, UnmergeTicket, SaveView, DeleteView>;
        },
        body);
}

QVector<TicketId> concernedTickets(const CommandBody &body)
{
    return std::visit(
        [](const auto &known) -> QVector<TicketId> {
            using Body = std::decay_t<decltype(known)>;
            QVector<TicketId> tickets;
            if constexpr (std::is_same_v<Body, MergeTickets>) {
                tickets.append(known.target);
                for (const MergeSource &source : known.sources)
                    tickets.append(source.ticket);
            } else if constexpr (std::is_same_v<Body, UnmergeTicket>) {
                tickets.append(known.source);
            } else if constexpr (isOfOneTicket<Body>) {
                if (known.ticket.isValid() || !std::is_same_v<Body, DecideHeldMail>)
                    tickets.append(known.ticket);
            }
            return tickets;
        },
        body);
}

bool isLook(const CommandBody &body)
{
    return std::holds_alternative<MarkRead>(body) || std::holds_alternative<SeeNotifications>(body);
}

bool opensTicket(const CommandBody &body)
{
    return std::holds_alternative<OpenTicket>(body) || std::holds_alternative<SplitTicket>(body);
}

bool isOfViews(const CommandBody &body)
{
    return std::holds_alternative<SaveView>(body) || std::holds_alternative<DeleteView>(body);
}

QVector<TicketId> madeTickets(const OutboxCommand &command)
{
    QVector<TicketId> made;
    if (!opensTicket(command.command.body))
        return made;
    const QVector<TicketId> named = concernedTickets(command.command.body);
    std::copy_if(command.concerns.cbegin(), command.concerns.cend(), std::back_inserter(made),
                 [&named](TicketId ticket) { return isProvisional(ticket) && !named.contains(ticket); });
    return made;
}

QVector<LookedAt> lookedAt(CommandBody *body)
{
    QVector<LookedAt> versions;
    if (auto *merge = std::get_if<MergeTickets>(body)) {
        versions.append({merge->target, &merge->targetVersion});
        for (MergeSource &source : merge->sources)
            versions.append({source.ticket, &source.version});
    } else if (auto *split = std::get_if<SplitTicket>(body)) {
        versions.append({split->ticket, &split->version});
    }
    return versions;
}

CommandBody mapped(const CommandBody &body, const IdMapping &mapping)
{
    CommandBody result = body;
    std::visit(
        [&mapping](auto &known) {
            using Body = std::decay_t<decltype(known)>;
            if constexpr (isOfOneTicket<Body>)
                known.ticket = mapping.ticket(known.ticket);
            if constexpr (std::is_same_v<Body, PostArticle>)
                known.lastSeen = mapping.seenArticle(known.lastSeen);
            if constexpr (std::is_same_v<Body, MarkRead>)
                known.upTo = mapping.seenArticle(known.upTo);
            if constexpr (std::is_same_v<Body, OpenTicket>)
                known.requester = mapping.person(known.requester);
            if constexpr (std::is_same_v<Body, ChangeTicket>)
                mapFields(&known, mapping);
            if constexpr (std::is_same_v<Body, MergeTickets>)
                mapTickets(&known, mapping);
            if constexpr (std::is_same_v<Body, UnmergeTicket>) {
                known.source = mapping.ticket(known.source);
                mapArticles(&known.take, mapping);
            }
            if constexpr (std::is_same_v<Body, SplitTicket>) {
                mapArticles(&known.articles, mapping);
                known.opened.requester = mapping.person(known.opened.requester);
            }
            if constexpr (std::is_same_v<Body, RemoveWork>)
                known.entry = mapping.work(known.entry);
            if constexpr (std::is_same_v<Body, SaveView>)
                known.view.id = mapping.view(known.view.id);
            if constexpr (std::is_same_v<Body, DeleteView>)
                known.view = mapping.view(known.view);
        },
        result);
    return result;
}

QString errorToText(const Error &error)
{
    return QString::fromUtf8(QJsonDocument(errorToJson(error)).toJson(QJsonDocument::Compact));
}

std::optional<Error> errorFromText(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    return errorFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
}

bool meansAgain(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Busy:
    case ErrorCode::Cancelled:
    case ErrorCode::Unauthenticated:
    case ErrorCode::TooOld:
    case ErrorCode::TooNew:
    case ErrorCode::Corrupt:
    case ErrorCode::Internal: return true;
    default: return false;
    }
}

} // namespace deskhand
