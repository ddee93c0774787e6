// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_codec.h"
#include "operations/unit_of_work.h"

#include <QMap>
#include <QString>
#include <QVector>

namespace deskhand {

/// One command on its way through the pipeline: what its handler looks at and what it leaves behind.
/// The references are those of the pipeline's caller and outlive the run.
struct CommandRun {
    const Command &command;
    UnitOfWork &unit;
    CatalogPtr catalog;  ///< as it was before the command
    const Person *actor; ///< of the catalogue; null: an import or the system
    Instant now;
    const MailCodec *codec = nullptr; ///< null: nothing is mailed

    QVector<HistoryEntry> history;
    QVector<Change> changes;
    bool catalogChanged = false;
    /// What has happened to tickets that their clocks have to know, in order; the pipeline settles the clocks at the
    /// end (operations/sla_settling.h).
    QMap<TicketId, QVector<SlaEvent>> slaEvents;
    /// Tickets that this command has changed, as they were before: another policy may be theirs now.
    QMap<TicketId, TicketHead> slaBefore;

    [[nodiscard]] bool isPerson() const { return command.actorKind == ActorKind::Person; }

    /// An entry by the command's actor, now; ticket, version and values are the caller's to set.
    [[nodiscard]] HistoryEntry entry(const QString &what) const;
    void change(ChangeKind kind, TicketId ticket = {}, ArticleId article = {});
};

/// Reasons for changes of fields that the actor did not ask for.
using FieldReasons = QMap<TicketField, QString>;

/// Stores the next version of a ticket: raises the version, writes what differs, leaves one history entry for each
/// field that differs; the change in the feed is the caller's. Does nothing when `after` equals `before`. `after` gets
/// its version and updatedAt (never earlier than before; `at`: when it happened). Errors: Conflict, of the store.
Result<void> storeTicket(CommandRun &run, const TicketHead &before, TicketHead *after, Instant at,
                         const FieldReasons &reasons = {});

/// Stored form of a field, as in HistoryEntry: ids as numbers, instants as ms, tags joined by blanks; none: empty.
[[nodiscard]] QString storedFieldValue(const TicketHead &head, TicketField field);

/// A stored form in words, from the catalogue or (Requester) the store; instants, subjects and tags: empty or as they
/// are.
[[nodiscard]] Result<QString> fieldValueText(CommandRun &run, TicketField field, const QString &stored);

/// Sets the state and the times that go with it: solvedAt, closedAt, pendingUntil.
void setTicketState(TicketHead *head, const State &state, Instant at);

} // namespace deskhand
