// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "domain/article.h"
#include "domain/catalog.h"
#include "domain/saved_view.h"

#include <QByteArray>
#include <QVariant>
#include <QVector>

#include <optional>
#include <variant>

namespace deskhand {

/// An attachment on its way in: its bytes are stored once under their SHA-256.
struct NewAttachment {
    QString name;
    QString type;
    QByteArray bytes;
    bool isInline = false;
    QString contentId;
};

/// An article to be stored. The pipeline sets id, ticket, position, author and times that are 0.
struct NewArticle {
    Visibility visibility = Visibility::Public;
    SenderRole senderRole = SenderRole::Agent;
    Channel channel = Channel::Web;
    PersonId author;  ///< invalid: the command's actor
    MailAddress from; ///< empty: made from the author
    QVector<MailAddress> to;
    QVector<MailAddress> cc;
    QString subject;
    QString text;
    QString quotedText;
    QString html; ///< must already be safe HTML
    QString quotedHtml;
    Instant createdAt = 0; ///< 0: now
    QString messageId;
    QStringList answeredIds; ///< Message-IDs that the mail answers, nearest first; remembered for mails that come later
    QStringList remoteImages; ///< see Article::remoteImages
    QByteArray raw;           ///< raw mail; stored as a blob; empty: none
    bool automatic = false;   ///< an automatic answer (out of office, bounce): never reopens a ticket
    QVector<NewAttachment> attachments;
};

/// Opens a ticket. Invalid ids mean: the first new state, the middle priority, the first queue.
struct OpenTicket {
    QString subject;
    StateId state;
    PriorityId priority;
    QueueId queue;
    CategoryId category;
    PersonId owner;
    PersonId requester;           ///< either this …
    MailAddress requesterAddress; ///< … or somebody by address, created when unknown
    Channel channel = Channel::Web;
    QStringList tags;
    Instant dueAt = 0;
    Instant createdAt = 0; ///< 0: now
    std::optional<NewArticle> article;
};

/// Adds to the thread. `state`, when valid, is set in the same transaction ("send and set pending"). Without it, a
/// public article of an agent opens a new ticket, and one of the customer that is not automatic brings a pending or
/// solved ticket back to the first open state; a closed one stays closed.
///
/// What an agent writes without having seen the newest word of somebody else (a public reply, an internal note, the
/// customer) is held: nothing is stored, and the answer is a Conflict with `unseen` in its payload, the ids of those
/// articles (a QStringList of decimals). `evenUnseen` posts it all the same; so does an invalid `lastSeen`.
struct PostArticle {
    TicketId ticket;
    NewArticle article;
    ArticleId lastSeen; ///< newest article the author had seen
    StateId state;
    Instant pendingUntil = 0;
    bool evenUnseen = false; ///< the author knows that there is something newer
};

/// One field of a ticket set to a value. `value`: QString (Subject), qint64 (ids, instants; 0 = none).
/// Tags are changed by `addTags`/`removeTags` (a set: both sides' changes survive) and have no `value`.
struct FieldChange {
    TicketField field = TicketField::Subject;
    QVariant value;
    QStringList addTags;
    QStringList removeTags;
};

/// Sets fields by compare-and-set on `baseVersion`, the version the person was looking at. Fields that nobody
/// changed since are set; a field that somebody else set meanwhile to another value is left alone and reported as a
/// FieldConflict in the answer and in history.
struct ChangeTicket {
    TicketId ticket;
    qint64 baseVersion = 0;
    QVector<FieldChange> changes;
    QString why;
};

/// Says what the actor has read; never raises the ticket's version.
struct MarkRead {
    TicketId ticket;
    ArticleId upTo; ///< invalid: mark as unread
};

/// A mail that came in. It joins the ticket that one of `article.answeredIds`, or its own Message-ID, belongs to, else
/// it opens one. Known by its bytes: the same raw mail from the same source changes nothing (MailOutcome::Duplicate).
struct AcceptMail {
    QString source; ///< mailbox or import that it came from
    QString subject;
    NewArticle article; ///< with raw, from and times as the mail has them
    QueueId queue;      ///< of a new ticket; invalid: the first
    QString problem;    ///< why it could not be understood; then it is always a ticket of its own; empty: all well
};

/// The Save commands create when the id is invalid, and change when it is valid.
struct SaveView {
    SavedView view;
};
struct DeleteView {
    SavedViewId view;
};
struct SavePerson {
    Person person;
};
struct SaveOrganization {
    Organization organization;
};
struct SaveQueue {
    Queue queue;
};
struct SaveCategory {
    Category category;
};
struct SaveState {
    State state;
};
struct SavePriority {
    Priority priority;
};
/// Empty strings keep what is set.
struct SaveDeskSettings {
    QString deskName;
    QString numberFormat;
};

using CommandBody =
    std::variant<OpenTicket, PostArticle, ChangeTicket, MarkRead, SaveView, DeleteView, SavePerson, SaveOrganization,
                 SaveQueue, SaveCategory, SaveState, SavePriority, SaveDeskSettings, AcceptMail>;

/// A change somebody wants. Repeating a command with the same id changes nothing and gives the same answer.
struct Command {
    CommandId id;
    PersonId actor; ///< who asks; invalid only for imports and the system
    ActorKind actorKind = ActorKind::Person;
    QString why; ///< rule name or import run, kept in history; may be empty
    CommandBody body;

    [[nodiscard]] static Command make(PersonId actor, CommandBody body)
    {
        return Command{QUuid::createUuid(), actor, ActorKind::Person, {}, std::move(body)};
    }
};

/// Two people set the same field: `theirs` is what is stored, `mine` is what was refused.
struct FieldConflict {
    TicketField field = TicketField::Subject;
    QString base; ///< stored forms as in HistoryEntry
    QString theirs;
    QString mine;
    QString theirsText; ///< for people
    QString mineText;
    PersonId by;
    QString byName;
    Instant at = 0;
    bool operator==(const FieldConflict &) const = default;
};

/// What became of an accepted mail.
enum class MailOutcome { None, Opened, FollowUp, Duplicate };

struct CommandAnswer {
    TicketId ticket;
    QString ticketNumber;
    ArticleId article;
    qint64 version = 0; ///< of the ticket afterwards
    qint64 id = 0;      ///< of what a Save command stored
    QVector<FieldConflict> conflicts;
    MailOutcome outcome = MailOutcome::None; ///< of AcceptMail
    bool operator==(const CommandAnswer &) const = default;
};

} // namespace deskhand
