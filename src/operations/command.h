// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "domain/article.h"
#include "domain/catalog.h"
#include "domain/delivery.h"
#include "domain/mailbox.h"
#include "domain/outgoing_mail.h"
#include "domain/report.h"
#include "domain/saved_view.h"
#include "domain/work_entry.h"

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
    QByteArray
        upload{}; ///< in place of `bytes`: the SHA-256 of what the actor has uploaded (operations/upload_store.h)
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
    Instant releaseAt = 0; ///< as PostArticle::releaseAt
};

/// Adds to the thread. `state`, when valid, is set in the same transaction ("send and set pending"). Without it, a
/// public article of an agent opens a new ticket, and one of the customer that is not automatic brings a pending or
/// solved ticket back to the first open state; a closed one stays closed.
///
/// What an agent writes without having seen the newest word of somebody else (a public reply, an internal note, the
/// customer) is held: nothing is stored, and the answer is a Conflict with `unseen` in its payload, the ids of those
/// articles (a QStringList of decimals). `evenUnseen` posts it all the same; so does an invalid `lastSeen`.
///
/// A public article of an agent with Channel::Email and recipients is mailed when the desk has a mailbox that sends for
/// its queue: the mail is rendered in the same transaction and waits in the outbox until `releaseAt`.
struct PostArticle {
    TicketId ticket;
    NewArticle article;
    ArticleId lastSeen; ///< newest article the author had seen
    StateId state;
    Instant pendingUntil = 0;
    bool evenUnseen = false; ///< the author knows that there is something newer
    Instant releaseAt = 0;   ///< the mail leaves no earlier; 0: now
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

/// A ticket that is merged into another.
struct MergeSource {
    TicketId ticket;
    qint64 version = 0; ///< that was looked at; 0: whatever it is
    bool operator==(const MergeSource &) const = default;
};

/// Shows the articles of tickets in another one, in the order of their ids; nothing is destroyed. Each source becomes a
/// stub: it is in the first state of type Merged, belongs to nobody, takes no change any more, and its number leads to
/// the target for ever. The target gets the tags of the sources; whoever had a part in a source has one in the target,
/// requesters only with `keepRequesters`. Its own fields stay, and so do its clocks, which begin at the oldest
/// customer's message of all that waits for an answer; the clocks of the sources are cancelled.
///
/// All or none, compared with every version at once. History says "merged" in the target (newValue: id of the source,
/// newText: its number) and "merged-into" in the source (of the target). The answer is the target's.
///
/// Errors: Invalid with the fields "sources" ("required", "repeated", "loop": the target itself, "merged": a stub
/// already; payload "mergedInto": id of where it is shown), "target" ("merged", with the same payload; "closed": a
/// closed ticket takes none that is unresolved), "state" ("required": the desk has no state of that type); Conflict
/// (another version; payload "ticket": which, "mergedInto" when it was merged meanwhile); NotFound (one is not there
/// for the actor).
struct MergeTickets {
    TicketId target;
    qint64 targetVersion = 0; ///< that was looked at; 0: whatever it is
    QVector<MergeSource> sources;
    bool keepRequesters = true; ///< they have a part in the target
    QString why;                ///< in history; may be empty
};

/// A ticket that was merged is itself again, with number, fields, owner, tags and the articles that it had, in their
/// order; what the target has only from it goes. What was written since stays in the target but for `take`. Also of a
/// ticket in the middle of a chain, with those that were merged into it, or while its target is a stub itself. Clocks
/// of both go on as if they had never been together. History says "unmerged" in both, with the other's id (oldValue)
/// and number (oldText). The answer is the source's.
///
/// Errors: Invalid with the fields "source" ("not-merged"), "take" ("unknown": not in the thread of the target, or in
/// it for another reason than that it was written there since the merge); Denied, NotFound as of MergeTickets.
struct UnmergeTicket {
    TicketId source;
    QVector<ArticleId> take; ///< articles that were written since the merge and go with the source
    QString why;
};

/// Opens a ticket with articles of another one: they are moved, or copied with new ids (attachments are stored once
/// anyway). It begins at the time of the first of them, with a policy of its own. `opened` says the rest; its empty
/// subject, invalid queue, priority, category and requester are those of the ticket (the requester: the author of the
/// first article if a customer wrote it); `opened.article` is written behind them. The two are linked (TicketLink).
/// History says "split-off" in the ticket (newValue: id, newText: number of the new one; oldValue: ids of the articles
/// joined by blanks) and "split-from" in the new one (newValue, newText of the old one, oldValue likewise). The answer
/// is the new ticket's.
///
/// What undoes it: MergeTickets of the new ticket into the old one shows moved articles where they were, in their old
/// order. Copies cannot be unmade, as no article can.
///
/// Errors: Invalid with the fields "articles" ("required", "repeated", "unknown": not in the thread), those of
/// OpenTicket; Conflict (another version, or a stub: payload "mergedInto"); NotFound.
struct SplitTicket {
    TicketId ticket;
    qint64 version = 0; ///< that was looked at; 0: whatever it is
    QVector<ArticleId> articles;
    bool copy = false;
    OpenTicket opened;
};

/// Says what the actor has read; never raises the ticket's version.
struct MarkRead {
    TicketId ticket;
    ArticleId upTo; ///< invalid: mark as unread
};

/// What wrote a mail.
enum class MailNature {
    Human,
    AutoReply,      ///< out of office and the like: joins its ticket, changes no state
    Automatic,      ///< a notification, a newsletter: may open a ticket, is never answered by a machine
    DeliveryReport, ///< a bounce or a delay notice: concerns a mail of ours, is no ticket
    OtherReport,    ///< a receipt, an abuse report: likewise
};

/// What a report says of one recipient of a mail of ours.
struct ReportedRecipient {
    QString address;
    DeliveryState state = DeliveryState::Bounced; ///< Bounced, Delayed or Sent
    QString status;                               ///< enhanced status code, "5.1.1"; empty: none
    QString reply;                                ///< what the server said
    bool operator==(const ReportedRecipient &) const = default;
};

/// A mail that came in. Known by its bytes: the same raw mail from the same source changes nothing
/// (MailOutcome::Duplicate).
///
/// Out of an archive (`mailbox` invalid) it joins the ticket that one of `article.answeredIds`, or its own Message-ID,
/// belongs to, else it opens one. What came to a mailbox is looked at more closely: who may join which ticket, loops,
/// reports, thanks, and whether it is acknowledged; see domain/thread_match.h and operations/handlers/accept_mail.cpp.
struct AcceptMail {
    QString source; ///< mailbox or import that it came from
    QString subject;
    NewArticle article; ///< with raw, from and times as the mail has them
    QueueId queue;      ///< of a new ticket; invalid: the mailbox's, else the first
    QString problem;    ///< why it could not be understood; then it is always a ticket of its own; empty: all well

    // Only of a mail that came to a mailbox.
    MailboxId mailbox;
    MailArrivalId arrival; ///< marked as applied in the same transaction; invalid: none
    MailNature nature = MailNature::Human;
    QStringList autoResponseSigns; ///< see ParsedMail; not empty: no machine answers it
    QStringList loopChain;         ///< see ParsedMail
    QVector<ReportedRecipient> reported;
    QStringList reportedIds;   ///< Message-IDs of the mail that a report is about
    QStringList addressedTo;   ///< every address that it was sent to or came through
    QStringList replyTo;       ///< addresses; empty: the sender's
    bool senderProven = false; ///< our own server says that it comes from where it claims to (RFC 8601)
    bool thanks = false;       ///< says thank you and nothing else
    QString language;          ///< of its text as guessed; empty: not known
};

/// A person decides about a held or quarantined mail. A discarded one stays in the store as a raw mail.
enum class HeldDecision { Join = 1, OpenTicket = 2, Discard = 3 };
struct DecideHeldMail {
    HeldMailId mail;
    HeldDecision decision = HeldDecision::Join;
    TicketId ticket;    ///< to join; invalid: the one that it claims
    bool trust = false; ///< the sender has a part in the ticket from now on
};

/// Takes a mail back that has not been released: nothing is sent, its article is withdrawn from the thread, and the
/// state that was set with it is set back unless somebody has changed it since. Conflict with payload `reason` =
/// "released" when it is too late.
struct UndoSend {
    OutboundMailId mail;
};
/// Sets when a mail that waits is released; 0: now. Also tries again what was refused.
struct ReleaseMail {
    OutboundMailId mail;
    Instant at = 0;
};
/// What an attempt to send came to; from the delivery job, for the recipients that it tried.
struct RecordDelivery {
    OutboundMailId mail;
    QVector<RecipientDelivery> recipients;
};

/// Creates with an invalid id. Secrets that are not named stay as they are; an empty one is removed.
struct SaveMailbox {
    Mailbox mailbox;
    QHash<MailSecret, QByteArray> sealed;
};
struct SaveMailText {
    MailText text;
};
struct DeleteMailText {
    MailTextId text;
};
struct SaveMailSettings {
    MailSettings settings;
};

/// Which tickets a new version of a policy or a calendar is for.
enum class SlaScope : int {
    NewTickets = 1, ///< those that are opened, or come to the policy, from now on
    Open = 2,       ///< also the unresolved ones
    All = 3,        ///< all of them, verdicts of the past included
};

/// Make a new version (with an invalid id: a new one) and, unless it is for new tickets only, a task that recalculates
/// the tickets that go by it; CommandAnswer::slaTask says which. Nothing but the name differs: no new version. Errors:
/// Invalid (see problemsOf), Denied (not an admin).
struct SaveCalendar {
    BusinessCalendar calendar;
    SlaScope scope = SlaScope::NewTickets;
};
struct SaveSlaPolicy {
    SlaPolicy policy;
    SlaScope scope = SlaScope::NewTickets;
};
/// The order in which policies are tried; those that are not named come behind. Chooses anew for `scope`.
struct OrderSlaPolicies {
    QVector<SlaPolicyId> order;
    SlaScope scope = SlaScope::NewTickets;
};
/// One step of a task: the next tickets of it, at most `limit`. From the job. CommandAnswer::id: how many are left.
struct RecalculateSla {
    SlaTaskId task;
    int limit = 2000;
};
/// What is recalculated already stays; the rest keeps its old versions until a later task.
struct CancelSlaTask {
    SlaTaskId task;
};
/// Time has passed: every level and breach of the ticket that lies at or before now and has not fired does, in the
/// order of time, dated at its instant. From the watch; changes nothing when there is nothing to do.
struct ReachSlaLevels {
    TicketId ticket;
};
/// Why a target was missed, for reports; may be changed later. Errors: NotFound (no such cycle), Invalid (field
/// "reason": it was not missed).
struct RecordBreachReason {
    TicketId ticket;
    SlaTargetKind target = SlaTargetKind::None;
    int cycle = 1;
    QString reason;
};
/// The actor has spent time on the ticket. Raises no version of it: who logs work is in nobody's way. History says
/// "work-logged" (newValue: the entry's id, newText: minutes, a blank and the activity, why: the note). The answer's id
/// is the entry's.
///
/// Errors: Invalid with the fields "minutes" (out-of-range: not 1 to mostWorkMinutes), "at" (out-of-range: it lies
/// ahead), "activity", "note" (too-long), "actor" (required: nobody); Conflict (a stub: payload "mergedInto");
/// NotFound.
struct LogWork {
    TicketId ticket;
    int minutes = 0;
    Instant at = 0; ///< when the work was done; 0: now
    QString activity;
    QString note;
};
/// An entry that the ticket shows, also one of a ticket that was merged into it, does not count any more. Its author
/// may, supervisors and admins. History says "work-removed" (oldValue, oldText as LogWork's). Once: of an entry that
/// was removed already nothing comes. Errors: NotFound (the ticket does not show it), Denied, Conflict as of LogWork.
struct RemoveWork {
    TicketId ticket;
    WorkEntryId entry;
};
/// The actor has seen these; empty: all.
struct SeeNotifications {
    QVector<NotificationId> ids;
};

/// The Save commands create when the id is invalid, and change when it is valid.
struct SaveView {
    SavedView view;
};
struct DeleteView {
    SavedViewId view;
};
/// Reports, dashboards and schedules. A new one belongs to the actor; a valid id changes it and keeps its owner, when
/// `item.version` is the stored one (else Conflict); each change is a new version, and old ones are kept. Errors:
/// Invalid with the fields "name" (required), "content.…" as ReportProblem has them, "cards" (too-many), "item" (a
/// schedule of nothing that its owner sees), "readers" (required, unknown).
struct SaveReportItem {
    ReportItem item;
};
struct DeleteReportItem {
    ReportItemId item;
};
/// For the job: a reader gets the mail of a schedule, or it is noted why not. Once for (schedule, reader, dueAt): the
/// mail is in the outbox, with its place in the log of sendings, in one transaction, and a second time changes nothing.
/// Who may not get it by now, or has no address, does not; that is noted instead.
struct RecordReportSending {
    ReportItemId schedule;
    PersonId reader;
    Instant dueAt = 0;
    QString problem;                ///< a word of operations/report_mail.h; with a mail: empty
    std::optional<ReportMail> mail; ///< none: nothing is mailed, for that reason
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
                 SaveQueue, SaveCategory, SaveState, SavePriority, SaveDeskSettings, AcceptMail, DecideHeldMail,
                 UndoSend, ReleaseMail, RecordDelivery, SaveMailbox, SaveMailText, DeleteMailText, SaveMailSettings,
                 SaveCalendar, SaveSlaPolicy, OrderSlaPolicies, RecalculateSla, CancelSlaTask, ReachSlaLevels,
                 RecordBreachReason, SeeNotifications, MergeTickets, UnmergeTicket, SplitTicket, SaveReportItem,
                 DeleteReportItem, RecordReportSending, LogWork, RemoveWork>;

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

/// What became of a mail. The numbers are stored: never reorder.
enum class MailOutcome {
    None = 0, ///< nothing yet
    Opened = 1,
    FollowUp = 2,
    Duplicate = 3,
    Held = 4,
    Quarantined = 5,
    Report = 6,
    Discarded = 7, ///< by a person, after it was held
    Rejected = 8,  ///< its bytes were not taken
};

struct CommandAnswer {
    TicketId ticket;
    QString ticketNumber;
    ArticleId article;
    qint64 version = 0; ///< of the ticket afterwards
    qint64 id = 0;      ///< of what a Save command stored
    QVector<FieldConflict> conflicts;
    MailOutcome outcome = MailOutcome::None; ///< of AcceptMail and DecideHeldMail
    OutboundMailId outbound{};               ///< mail that was put into the outbox: what UndoSend takes
    SlaTaskId slaTask{};                     ///< that recalculates tickets after a Save or OrderSlaPolicies
    bool operator==(const CommandAnswer &) const = default;
};

} // namespace deskhand
