// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk_sync.h"

#include <QByteArray>

#include <functional>

namespace deskhand {

/// What is made on this computer has ids from here on; no desk ever comes to them, and three bits are left in a row id
/// of the search index.
inline constexpr qint64 firstProvisionalId = qint64(1) << 40;
/// So many ids are there for what one command makes.
inline constexpr int provisionalIdBits = 12;
template <typename Tag>
[[nodiscard]] constexpr bool isProvisional(Id<Tag> id) noexcept
{
    return id.value >= firstProvisionalId;
}

/// Versions that pending commands make of a ticket say which version of the service they stand on, so that what
/// somebody had seen is known later, however often rows came meanwhile.
[[nodiscard]] constexpr qint64 provisionalVersion(qint64 version) noexcept
{
    return version >= firstProvisionalId ? version : firstProvisionalId + (version << provisionalIdBits);
}
/// The service's version that somebody had seen who looked at `version`.
[[nodiscard]] constexpr qint64 seenVersion(qint64 version) noexcept
{
    return version >= firstProvisionalId ? (version - firstProvisionalId) >> provisionalIdBits : version;
}

/// A command of the outbox.
struct OutboxCommand {
    qint64 place = 0;
    Command command;
    int state = 0; ///< QueuedState; 0: settled
    Instant at = 0;
    int attempts = 0;
    TicketId ticket; ///< the first that it is about
    QVector<TicketId> concerns;
    qint64 seen = 0;
    qint64 seenPlace = 0;
    std::optional<Error> refusal;
    QVector<FieldConflict> conflicts;
    QString ticketNumber;
    QString ticketSubject;
};

/// Whether a command may wait for the service; others are for it alone (settings of the desk, mail on its way).
[[nodiscard]] bool mayWait(const CommandBody &body);
/// The tickets that a command names before it runs, the one that it is shown with first.
[[nodiscard]] QVector<TicketId> concernedTickets(const CommandBody &body);
/// Looks raise no version and leave no history.
[[nodiscard]] bool isLook(const CommandBody &body);
/// Makes a ticket that has a provisional number until the service has done it.
[[nodiscard]] bool opensTicket(const CommandBody &body);
/// Saved views are no ticket's: they stand among the settings, and one follows the other.
[[nodiscard]] bool isOfViews(const CommandBody &body);
/// The tickets that it makes here, of those that it concerns.
[[nodiscard]] QVector<TicketId> madeTickets(const OutboxCommand &command);

/// Versions that have to be exactly those that somebody has looked at; 0: whatever it is. The pointers are into `body`.
struct LookedAt {
    TicketId ticket;
    qint64 *version = nullptr;
};
[[nodiscard]] QVector<LookedAt> lookedAt(CommandBody *body);

/// How ids that were given here are called by now.
struct IdMapping {
    std::function<TicketId(TicketId)> ticket;
    std::function<ArticleId(ArticleId)> seenArticle; ///< of something that was seen: the newest known there, if need be
    std::function<ArticleId(ArticleId)> article;     ///< this one and no other
    std::function<PersonId(PersonId)> person;
    std::function<SavedViewId(SavedViewId)> view;
    std::function<WorkEntryId(WorkEntryId)> work;
};
[[nodiscard]] CommandBody mapped(const CommandBody &body, const IdMapping &mapping);

/// An error as it is kept with its command.
[[nodiscard]] QString errorToText(const Error &error);
[[nodiscard]] std::optional<Error> errorFromText(const QString &text);

/// Whether an error says that nobody knows what became of a command: it is sent again.
[[nodiscard]] bool meansAgain(ErrorCode code);

} // namespace deskhand
