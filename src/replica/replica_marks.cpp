// SPDX-License-Identifier: GPL-3.0-or-later
// How far the owner of a replica has read. A mark is of one ticket and one person, and the feed says all of it: opening
// a ticket does not fetch its whole thread again. Rows may come that were read before the feed told of a mark, and what
// is pending may be taken back to rows of then, so that it is noted beside them.
#include "replica/replica_store.h"

#include "store/connection.h"

namespace deskhand {

Result<void> ReplicaStore::setMark(TicketId ticket, ArticleId upTo)
{
    Statement set = m_connection.sql("person.setReadMark");
    return set.bind(":person", m_me).bind(":ticket", ticket).bind(":article", upTo).run();
}

/// What the feed has told, for a ticket that is kept.
Result<void> ReplicaStore::takeMark(const Change &change, ReplicaEffect *effect)
{
    const TicketId ticket = change.ticket;
    {
        Statement kept = m_connection.sql("replica.cursorOf");
        kept.bind(":ticket", ticket);
        const bool isNews = kept.next() && kept.integer(0) < change.seq;
        if (Result<void> status = kept.status(); !status || !isNews)
            return status;
    }
    Statement note = m_connection.sql("replica.setMark");
    note.bind(":ticket", ticket).bind(":seq", change.seq).bind(":article", change.article);
    if (Result<void> noted = note.run(); !noted)
        return noted;
    const Result<QVector<CommandId>> pending = pendingOf({ticket});
    if (!pending)
        return pending.error();
    if (pending->isEmpty()) {
        // What was kept to go back to is of before.
        Statement forgetBase = m_connection.sql("replica.forgetBase");
        const Result<void> forgotten = forgetBase.bind(":ticket", ticket).run();
        return forgotten ? setMark(ticket, change.article) : forgotten;
    }
    if (Result<void> back = putBack(ticket); !back)
        return back;
    if (Result<void> marked = setMark(ticket, change.article); !marked)
        return marked;
    if (Result<void> based = setBase(ticket); !based)
        return based;
    return rebase({ticket}, {ticket}, effect);
}

/// On rows that came with every change up to `cursor`.
Result<void> ReplicaStore::putMark(TicketId ticket, qint64 cursor)
{
    qint64 seq = 0;
    ArticleId upTo;
    {
        Statement mark = m_connection.sql("replica.mark");
        mark.bind(":ticket", ticket);
        if (mark.next()) {
            seq = mark.integer(0);
            upTo = mark.id<ArticleId>(1);
        }
        if (Result<void> status = mark.status(); !status || seq == 0)
            return status;
    }
    if (seq > cursor)
        return setMark(ticket, upTo);
    Statement drop = m_connection.sql("replica.dropMark");
    return drop.bind(":ticket", ticket).run();
}

} // namespace deskhand
