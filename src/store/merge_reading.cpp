// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/merge_reading.h"

#include "store/connection.h"
#include "store/ticket_sight.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace deskhand {
namespace {

struct LinkedTicket {
    TicketLink link;
    QueueId queue;
};

Result<TicketId> rootOfTicket(Connection &connection, TicketId ticket)
{
    Statement statement = connection.sql("merge.rootOf");
    statement.bind(":ticket", ticket);
    const TicketId root = statement.next() ? statement.id<TicketId>(0) : TicketId();
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return root;
}

/// Invalid: there is none, or it is not seen.
Result<LinkedTicket> linkedTicket(Connection &connection, TicketId ticket)
{
    LinkedTicket linked;
    Statement statement = connection.sql("merge.linkedTicket");
    statement.bind(":ticket", ticket);
    if (statement.next()) {
        ColumnReader row(statement);
        linked.link.ticket = row.id<TicketId>();
        linked.link.number = row.text();
        linked.link.subject = row.text();
        linked.link.state = row.id<StateId>();
        linked.queue = row.id<QueueId>();
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return linked;
}

/// How many articles of the thread belong to each ticket that was merged, with those that were merged into it before.
Result<QHash<TicketId, int>> countsOfMerged(Connection &connection, TicketId root, const QVector<MergedTicket> &merged)
{
    QHash<TicketId, int> counts;
    Statement statement = connection.sql("merge.countsByOrigin");
    statement.bind(":ticket", root);
    while (statement.next())
        counts.insert(statement.id<TicketId>(0), int(statement.integer(1)));
    if (Result<void> status = statement.status(); !status)
        return status.error();
    const QHash<TicketId, int> own = counts;
    for (const MergedTicket &one : merged) {
        const int count = own.value(one.ticket);
        TicketId above = one.into;
        for (qsizetype steps = 0; steps < merged.size(); ++steps) {
            const auto next = std::find_if(merged.cbegin(), merged.cend(),
                                           [above](const MergedTicket &other) { return other.ticket == above; });
            if (next == merged.cend())
                break;
            counts[above] += count;
            above = next->into;
        }
    }
    return counts;
}

Result<void> readMergedFrom(Connection &connection, const TicketSight &sight, TicketId root, TicketDetail *detail)
{
    QSet<TicketId> hidden;
    QVector<MergedTicket> merged;
    {
        Statement statement = connection.sql("merge.mergedFrom");
        statement.bind(":ticket", detail->row.head.id);
        while (statement.next()) {
            ColumnReader row(statement);
            MergedTicket one;
            one.ticket = row.id<TicketId>();
            one.number = row.text();
            one.subject = row.text();
            const QString name = row.text();
            const QString address = row.text();
            one.requesterName = name.isEmpty() ? address : name;
            one.at = row.integer();
            one.by = row.id<PersonId>();
            one.why = row.text();
            one.into = row.id<TicketId>();
            if (!sight.sees(row.id<QueueId>()))
                hidden.insert(one.ticket);
            merged.append(std::move(one));
        }
        if (Result<void> status = statement.status(); !status)
            return status;
    }
    if (merged.isEmpty())
        return {};
    const Result<QHash<TicketId, int>> counts = countsOfMerged(connection, root, merged);
    if (!counts)
        return counts.error();
    for (MergedTicket &one : merged) {
        one.articles = counts->value(one.ticket);
        if (!hidden.contains(one.ticket))
            detail->mergedFrom.append(std::move(one));
    }
    return {};
}

TicketLinkKind kindOfLink(int stored, bool inverse)
{
    constexpr int split = 2;
    if (stored == split)
        return inverse ? TicketLinkKind::SplitInto : TicketLinkKind::SplitFrom;
    return inverse ? TicketLinkKind::FollowedUp : TicketLinkKind::FollowsUp;
}

Result<void> readLinks(Connection &connection, const TicketSight &sight, TicketId root, TicketDetail *detail)
{
    QVector<std::pair<TicketLinkKind, TicketId>> stored;
    {
        Statement statement = connection.sql("merge.links");
        statement.bind(":ticket", detail->row.head.id);
        while (statement.next())
            stored.append({kindOfLink(int(statement.integer(0)), statement.flag(1)), statement.id<TicketId>(2)});
        if (Result<void> status = statement.status(); !status)
            return status;
    }
    for (const auto &[kind, ticket] : stored) {
        const Result<TicketId> shown = rootOfTicket(connection, ticket);
        if (!shown)
            return shown.error();
        const bool known =
            std::any_of(detail->links.cbegin(), detail->links.cend(), [&, wanted = kind](const TicketLink &link) {
                return link.kind == wanted && link.ticket == *shown;
            });
        if (*shown == root || known)
            continue;
        const Result<LinkedTicket> linked = linkedTicket(connection, *shown);
        if (!linked)
            return linked.error();
        if (!linked->link.ticket.isValid() || !sight.sees(linked->queue))
            continue;
        detail->links.append(linked->link);
        detail->links.last().kind = kind;
    }
    std::sort(detail->links.begin(), detail->links.end(), [](const TicketLink &left, const TicketLink &right) {
        return std::pair(int(left.kind), left.ticket.value) < std::pair(int(right.kind), right.ticket.value);
    });
    return {};
}

} // namespace

Result<void> readMerging(Connection &connection, const Catalog &catalog, PersonId me, TicketDetail *detail)
{
    const TicketSight sight(catalog, me);
    const TicketHead &head = detail->row.head;
    TicketId root = head.id;
    if (head.mergedInto.isValid()) {
        const Result<TicketId> found = rootOfTicket(connection, head.id);
        if (!found)
            return found.error();
        root = *found;
        detail->mergedInto = root;
        const Result<LinkedTicket> target = linkedTicket(connection, root);
        if (!target)
            return target.error();
        if (sight.sees(target->queue))
            detail->mergedIntoNumber = target->link.number;
    }
    if (Result<void> read = readMergedFrom(connection, sight, root, detail); !read)
        return read;
    return readLinks(connection, sight, root, detail);
}

} // namespace deskhand
