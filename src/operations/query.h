// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "domain/catalog.h"
#include "domain/condition.h"
#include "domain/delivery.h"
#include "domain/report.h"
#include "domain/saved_view.h"
#include "domain/work_entry.h"

#include <QHash>
#include <QVector>

#include <optional>

namespace deskhand {

/// Which tickets, in which order. The answer is the sorted list of all matching ids.
struct TicketQuery {
    Condition condition;
    ListSort sort;
    std::optional<ListColumn> groupBy;
    PersonId me;     ///< for `owner:me` and unread
    Instant now = 0; ///< for relative instants
    /// Only those that a value of a report has counted, besides.
    std::optional<CountedTickets> counted;
    /// Not 0: only the beginning of the list, as far as it is found soon: at most so many tickets, in their order, and
    /// maybe none. Something to look at while a long list is read, by creation or change and without groups. Tickets
    /// may be missing that were created after what a report has counted of them.
    int beginning = 0;

    static constexpr int longestBeginning = 1'000;
};

/// A run of rows with the same value of the grouping column, in list order.
struct TicketGroup {
    qint64 key = 0; ///< id or enum number; 0: none
    int firstRow = 0;
    int rowCount = 0;
};

struct TicketList {
    QVector<TicketId> ids;
    QVector<TicketGroup> groups; ///< empty unless grouped
    qint64 cursor = 0;           ///< every change up to here is in the list, and maybe later ones
    bool partial = false;        ///< only what is kept on this computer: the service could not be asked
};

/// What a list row shows.
struct TicketRow {
    TicketHead head;
    QString requesterName;
    QString requesterAddress;
    bool requesterVip = false;
    QString snippet;     ///< beginning of the newest article's text, one line, ≤ 200 characters
    bool unread = false; ///< for the asking person

    [[nodiscard]] TicketFacts facts() const { return TicketFacts{head, requesterName, requesterAddress, unread}; }
};

/// Newest articles first to arrive, given oldest first: the page ends before `before` (invalid: at the newest).
struct ThreadQuery {
    TicketId ticket;
    ArticleId before;
    int limit = 20;
    PersonId me; ///< who looks; invalid: the desk itself
};

struct ThreadPage {
    QVector<Article> articles;        ///< by position
    QVector<HistoryEntry> history;    ///< entries between the page's first article and its end, by id
    int articlesBefore = 0;           ///< how many older articles there are
    QVector<MailDelivery> deliveries; ///< of the page's articles, by article
};

/// A ticket that was merged into the one that is looked at, by itself or with another.
struct MergedTicket {
    TicketId ticket;
    QString number;
    QString subject;
    QString requesterName;
    Instant at = 0;
    PersonId by;
    QString why;
    int articles = 0; ///< shown here that UnmergeTicket would give back
    TicketId into;    ///< directly: the ticket itself, or one that was merged into it
};

/// How another ticket is linked to the one that is looked at.
enum class TicketLinkKind {
    FollowsUp = 1,  ///< this one follows up the other, which was closed
    FollowedUp = 2, ///< the other follows up this one
    SplitFrom = 3,  ///< this one was split off the other
    SplitInto = 4,  ///< the other was split off this one
};
struct TicketLink {
    TicketLinkKind kind = TicketLinkKind::FollowsUp;
    TicketId ticket; ///< where it is shown now, when it was merged
    QString number;
    QString subject;
    StateId state;
};

/// A ticket with what the pane shows beside the thread.
struct TicketDetail {
    TicketRow row;
    Person requester;
    int requesterTicketCount = 0;
    int requesterOpenCount = 0;
    ArticleId readUpTo;                                ///< of the asking person
    int heldMails = 0;                                 ///< mails that claim the ticket and wait for a person
    std::optional<RecipientDelivery> requesterTrouble; ///< the last mail to the requester's address failed or bounced
    QVector<MergedTicket> mergedFrom; ///< in the order of merging; without those that the asking person does not see
    TicketId mergedInto;       ///< of a stub: where its articles are shown, at the end of the chain; else invalid
    QString mergedIntoNumber;  ///< empty also where the asking person does not see it
    QVector<TicketLink> links; ///< by kind and ticket; without those that the asking person does not see
    QVector<WorkEntry> work;   ///< of it and of what was merged into it, by time; without what was removed
};

struct SearchQuery {
    QString text;             ///< words and "phrases"; every word is found as prefix and inside of words
    Condition condition;      ///< further restriction
    bool byRelevance = false; ///< else newest ticket first
    int limit = 100;
    PersonId me;
    Instant now = 0;
};

struct SearchHit {
    TicketId ticket;
    ArticleId article; ///< in which it was found; invalid: in subject, number or people
    QString excerpt;   ///< plain text around the first hit
};

struct SearchHits {
    QVector<SearchHit> hits; ///< one for each ticket
    bool more = false;       ///< there are more than `limit`
    bool partial = false;    ///< as in TicketList
};

struct PeopleQuery {
    QVector<PersonId> ids; ///< either these …
    QString startsWith;    ///< … or words of name or address that start with this, folded
    std::optional<PersonRole> role;
    int limit = 20;
};

enum class ChangeKind {
    TicketOpened = 1,
    TicketChanged = 2,
    ArticlePosted = 3,
    ReadMarkSet = 4,
    CatalogChanged = 5,
    ViewChanged = 6,
    PersonChanged = 7,
    BulkLoaded = 8,
    MailChanged = 9,    ///< delivery states (with ticket), held mail, mailboxes
    SlaRecomputed = 10, ///< clocks of many tickets, or of one (with ticket); never the ticket's version
    NotificationChanged = 11,
    ReportChanged = 12, ///< what somebody has saved of reports
};

/// One entry of the ordered feed.
struct Change {
    qint64 seq = 0;
    ChangeKind kind = ChangeKind::TicketChanged;
    TicketId ticket;
    ArticleId article;
    PersonId actor;
    CommandId command;
    /// The ticket before and after, when the change was made in this process; `unread` is the actor's.
    std::optional<TicketRow> before;
    std::optional<TicketRow> after;
};

struct FeedPage {
    QVector<Change> changes;
    qint64 cursor = 0; ///< ask from here next time
    bool more = false;
};

} // namespace deskhand
