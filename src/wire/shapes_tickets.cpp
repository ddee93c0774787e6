// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wire_object.h"
#include "wire/wire_shapes.h"

namespace deskhand {

const WireType &wireShape(const MailAddress *)
{
    using T = MailAddress;
    static const WireType &type =
        (new WireObjectOf<T>("MailAddress"))->field("name", &T::name).field("address", &T::address);
    return type;
}

const WireType &wireShape(const Attachment *)
{
    using T = Attachment;
    static const WireType &type = (new WireObjectOf<T>("Attachment"))
                                      ->field("id", &T::id)
                                      .field("article", &T::article)
                                      .field("name", &T::name)
                                      .field("type", &T::type)
                                      .field("size", &T::size)
                                      .field("sha256", &T::sha256, wireSha256())
                                      .field("inline", &T::isInline)
                                      .field("contentId", &T::contentId);
    return type;
}

const WireType &wireShape(const Article *)
{
    using T = Article;
    static const WireType &type = (new WireObjectOf<T>("Article"))
                                      ->field("id", &T::id)
                                      .field("ticket", &T::ticket)
                                      .field("origin", &T::origin)
                                      .field("position", &T::position)
                                      .field("visibility", &T::visibility)
                                      .field("senderRole", &T::senderRole)
                                      .field("channel", &T::channel)
                                      .field("author", &T::author)
                                      .field("from", &T::from)
                                      .field("to", &T::to)
                                      .field("cc", &T::cc)
                                      .field("subject", &T::subject)
                                      .field("text", &T::text)
                                      .field("quotedText", &T::quotedText)
                                      .field("html", &T::html)
                                      .field("quotedHtml", &T::quotedHtml)
                                      .field("createdAt", &T::createdAt)
                                      .field("remoteImages", &T::remoteImages)
                                      .field("messageId", &T::messageId)
                                      .field("raw", &T::rawSha256, wireSha256())
                                      .field("attachments", &T::attachments);
    return type;
}

const WireType &wireShape(const HistoryEntry *)
{
    using T = HistoryEntry;
    static const WireType &type = (new WireObjectOf<T>("HistoryEntry"))
                                      ->field("id", &T::id)
                                      .field("ticket", &T::ticket)
                                      .field("version", &T::version)
                                      .field("at", &T::at)
                                      .field("actorKind", &T::actorKind)
                                      .field("actor", &T::actor)
                                      .field("actorName", &T::actorName)
                                      .field("what", &T::what)
                                      .field("oldValue", &T::oldValue)
                                      .field("newValue", &T::newValue)
                                      .field("oldText", &T::oldText)
                                      .field("newText", &T::newText)
                                      .field("why", &T::why)
                                      .field("command", &T::command);
    return type;
}

namespace {

const WireObject &ticketHeadShape()
{
    using T = TicketHead;
    static const WireObject &type = (new WireObjectOf<T>("TicketHead"))
                                        ->field("id", &T::id)
                                        .field("number", &T::number)
                                        .field("version", &T::version)
                                        .field("subject", &T::subject)
                                        .field("state", &T::state)
                                        .field("priority", &T::priority)
                                        .field("queue", &T::queue)
                                        .field("category", &T::category)
                                        .field("owner", &T::owner)
                                        .field("requester", &T::requester)
                                        .field("organization", &T::organization)
                                        .field("channel", &T::channel)
                                        .field("tags", &T::tags)
                                        .field("createdAt", &T::createdAt)
                                        .field("updatedAt", &T::updatedAt)
                                        .field("lastContactAt", &T::lastContactAt)
                                        .field("dueAt", &T::dueAt)
                                        .field("pendingUntil", &T::pendingUntil)
                                        .field("solvedAt", &T::solvedAt)
                                        .field("closedAt", &T::closedAt)
                                        .field("articleCount", &T::articleCount)
                                        .field("attachmentCount", &T::attachmentCount)
                                        .field("lastArticle", &T::lastArticle)
                                        .field("lastArticleFromCustomer", &T::lastArticleFromCustomer)
                                        .field("delivery", &T::delivery)
                                        .field("sla", &T::sla)
                                        .field("slaTarget", &T::slaTarget)
                                        .field("slaDueAt", &T::slaDueAt)
                                        .field("slaLeft", &T::slaLeft)
                                        .field("slaMissed", &T::slaMissed)
                                        .field("mergedInto", &T::mergedInto);
    return type;
}

} // namespace

const WireType &wireShape(const TicketHead *)
{
    return ticketHeadShape();
}

const WireType &wireShape(const TicketRow *)
{
    using T = TicketRow;
    static const WireType &type = (new WireObjectOf<T>("TicketRow"))
                                      ->all(&T::head, ticketHeadShape())
                                      .field("requesterName", &T::requesterName)
                                      .field("requesterAddress", &T::requesterAddress)
                                      .field("requesterVip", &T::requesterVip)
                                      .field("snippet", &T::snippet)
                                      .field("unread", &T::unread);
    return type;
}

const WireType &wireShape(const TicketGroup *)
{
    using T = TicketGroup;
    static const WireType &type = (new WireObjectOf<T>("TicketGroup"))
                                      ->field("key", &T::key)
                                      .field("firstRow", &T::firstRow)
                                      .field("rowCount", &T::rowCount);
    return type;
}

/// Without `partial`: what the service says is everything.
const WireType &wireShape(const TicketList *)
{
    using T = TicketList;
    static const WireType &type = (new WireObjectOf<T>("TicketList"))
                                      ->field("ids", &T::ids)
                                      .field("groups", &T::groups)
                                      .field("cursor", &T::cursor);
    return type;
}

const WireType &wireShape(const MergedTicket *)
{
    using T = MergedTicket;
    static const WireType &type = (new WireObjectOf<T>("MergedTicket"))
                                      ->field("ticket", &T::ticket)
                                      .field("number", &T::number)
                                      .field("subject", &T::subject)
                                      .field("requesterName", &T::requesterName)
                                      .field("at", &T::at)
                                      .field("by", &T::by)
                                      .field("why", &T::why)
                                      .field("articles", &T::articles)
                                      .field("into", &T::into);
    return type;
}

const WireType &wireShape(const TicketLink *)
{
    using T = TicketLink;
    static const WireType &type = (new WireObjectOf<T>("TicketLink"))
                                      ->field("kind", &T::kind)
                                      .field("ticket", &T::ticket)
                                      .field("number", &T::number)
                                      .field("subject", &T::subject)
                                      .field("state", &T::state);
    return type;
}

const WireType &wireShape(const TicketDetail *)
{
    using T = TicketDetail;
    static const WireType &type = (new WireObjectOf<T>("TicketDetail"))
                                      ->field("ticket", &T::row)
                                      .field("requester", &T::requester)
                                      .field("requesterTicketCount", &T::requesterTicketCount)
                                      .field("requesterOpenCount", &T::requesterOpenCount)
                                      .field("readUpTo", &T::readUpTo)
                                      .field("heldMails", &T::heldMails)
                                      .field("requesterTrouble", &T::requesterTrouble)
                                      .field("mergedFrom", &T::mergedFrom)
                                      .field("mergedInto", &T::mergedInto)
                                      .field("mergedIntoNumber", &T::mergedIntoNumber)
                                      .field("links", &T::links)
                                      .field("work", &T::work);
    return type;
}

const WireType &wireShape(const ThreadPage *)
{
    using T = ThreadPage;
    static const WireType &type = (new WireObjectOf<T>("ThreadPage"))
                                      ->field("articles", &T::articles)
                                      .field("history", &T::history)
                                      .field("articlesBefore", &T::articlesBefore)
                                      .field("deliveries", &T::deliveries);
    return type;
}

const WireType &wireShape(const SearchHit *)
{
    using T = SearchHit;
    static const WireType &type = (new WireObjectOf<T>("SearchHit"))
                                      ->field("ticket", &T::ticket)
                                      .field("article", &T::article)
                                      .field("excerpt", &T::excerpt);
    return type;
}

const WireType &wireShape(const SearchHits *)
{
    using T = SearchHits;
    static const WireType &type = (new WireObjectOf<T>("SearchHits"))->field("hits", &T::hits).field("more", &T::more);
    return type;
}

/// Without the tickets before and after: a feed is the same for everybody, and not everybody sees them.
const WireType &wireShape(const Change *)
{
    using T = Change;
    static const WireType &type = (new WireObjectOf<T>("Change"))
                                      ->field("seq", &T::seq)
                                      .field("kind", &T::kind)
                                      .required()
                                      .field("ticket", &T::ticket)
                                      .field("article", &T::article)
                                      .field("actor", &T::actor)
                                      .field("command", &T::command);
    return type;
}

const WireType &wireShape(const FeedPage *)
{
    using T = FeedPage;
    static const WireType &type = (new WireObjectOf<T>("FeedPage"))
                                      ->field("changes", &T::changes)
                                      .field("cursor", &T::cursor)
                                      .field("more", &T::more);
    return type;
}

const WireType &wireShape(const ListSort *)
{
    using T = ListSort;
    static const WireType &type =
        (new WireObjectOf<T>("ListSort"))->field("column", &T::column).field("descending", &T::descending);
    return type;
}

const WireType &wireShape(const SavedView *)
{
    using T = SavedView;
    static const WireType &type = (new WireObjectOf<T>("SavedView"))
                                      ->field("id", &T::id)
                                      .field("owner", &T::owner)
                                      .field("shared", &T::shared)
                                      .field("name", &T::name)
                                      .field("condition", &T::condition)
                                      .field("conditionText", &T::conditionText)
                                      .field("columns", &T::columns)
                                      .field("sort", &T::sort)
                                      .field("grouped", &T::grouped)
                                      .field("groupBy", &T::groupBy)
                                      .field("density", &T::density)
                                      .field("position", &T::position);
    return type;
}

const WireType &wireShape(const PresenceSign *)
{
    using T = PresenceSign;
    static const WireType &type =
        (new WireObjectOf<T>("PresenceSign"))->field("ticket", &T::ticket).required().field("kind", &T::kind);
    return type;
}

const WireType &wireShape(const Presence *)
{
    using T = Presence;
    static const WireType &type = (new WireObjectOf<T>("Presence"))
                                      ->field("ticket", &T::ticket)
                                      .field("person", &T::person)
                                      .field("client", &T::client)
                                      .field("kind", &T::kind)
                                      .field("since", &T::since);
    return type;
}

} // namespace deskhand
