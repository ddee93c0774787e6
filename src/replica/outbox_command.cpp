// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/outbox_command.h"

#include "wire/wire_error.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <type_traits>

namespace deskhand {
namespace {

template <typename Body, typename... Bodies>
constexpr bool isAnyOf = (std::is_same_v<Body, Bodies> || ...);

template <typename Body>
constexpr bool isOfOneTicket = isAnyOf<Body, PostArticle, ChangeTicket, MarkRead, RecordBreachReason>;

/// By a person, here: the service's language has no words for what only a mail or an import may say.
bool isWritten(const NewArticle &article)
{
    return article.raw.isEmpty() && article.createdAt == 0 && !article.author.isValid() && article.messageId.isEmpty()
           && article.answeredIds.isEmpty() && !article.automatic;
}

void mapFields(ChangeTicket *change, const IdMapping &mapping)
{
    for (FieldChange &field : change->changes) {
        if (field.field == TicketField::Requester)
            field.value = mapping.person(PersonId{field.value.toLongLong()}).value;
    }
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
                return known.createdAt == 0 && (!known.article || isWritten(*known.article));
            else
                return isOfOneTicket<Body> || isAnyOf<Body, SeeNotifications>;
        },
        body);
}

QVector<TicketId> concernedTickets(const CommandBody &body)
{
    return std::visit(
        [](const auto &known) -> QVector<TicketId> {
            if constexpr (isOfOneTicket<std::decay_t<decltype(known)>>)
                return {known.ticket};
            else
                return {};
        },
        body);
}

bool isLook(const CommandBody &body)
{
    return std::holds_alternative<MarkRead>(body) || std::holds_alternative<SeeNotifications>(body);
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
                known.lastSeen = mapping.article(known.lastSeen);
            if constexpr (std::is_same_v<Body, MarkRead>)
                known.upTo = mapping.article(known.upTo);
            if constexpr (std::is_same_v<Body, OpenTicket>)
                known.requester = mapping.person(known.requester);
            if constexpr (std::is_same_v<Body, ChangeTicket>)
                mapFields(&known, mapping);
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
