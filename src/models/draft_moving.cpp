// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/draft_moving.h"

#include "models/draft_fields.h"

namespace deskhand {

namespace {

Draft joinedDraft(const Draft &there, const Draft &moved)
{
    Draft joined = there;
    if (!moved.html.isEmpty())
        joined.html += joined.html.isEmpty() ? moved.html : QStringLiteral("<p></p>") + moved.html;
    joined.attachments += moved.attachments;
    const auto add = [](QVector<MailAddress> *to, const QVector<MailAddress> &more) {
        for (const MailAddress &address : more) {
            if (!to->contains(address))
                to->append(address);
        }
    };
    add(&joined.to, moved.to);
    add(&joined.cc, moved.cc);
    return joined;
}

bool isSameDraft(const Draft &one, const Draft &other)
{
    return one.html == other.html && one.to == other.to && one.cc == other.cc
           && one.attachments.size() == other.attachments.size();
}

} // namespace

QVector<MovedDraft> moveDrafts(DraftKeeper &drafts, TicketId from, TicketId to, Instant now)
{
    QVector<MovedDraft> moves;
    if (from == to || !from.isValid() || !to.isValid())
        return moves;
    const QVector<Draft> all = drafts.drafts();
    for (const Draft &draft : all) {
        // What was given to the desk goes where it was sent to, and its answer is waited for.
        if (draft.ticket != from || draft.fields.contains(draft_fields::unconfirmed))
            continue;
        MovedDraft move;
        move.before = draft;
        Draft moved = draft;
        moved.ticket = to;
        moved.key = draftKey(draft.kind, to, draft.author);
        if (const Draft *there = drafts.find(moved.key)) {
            move.there = *there;
            moved = joinedDraft(*there, draft);
        }
        moved.savedAt = now;
        move.now = moved;
        drafts.giveBack(moved); // first: between the two there is one too many, never one too few
        drafts.throwAway(draft.key);
        moves.append(move);
    }
    return moves;
}

void moveDraftsBack(DraftKeeper &drafts, const QVector<MovedDraft> &moved)
{
    for (const MovedDraft &move : moved) {
        const Draft *now = drafts.find(move.now.key);
        if (now == nullptr || !isSameDraft(*now, move.now) || drafts.find(move.before.key) != nullptr)
            continue;
        drafts.giveBack(move.before);
        if (move.there)
            drafts.giveBack(*move.there);
        else
            drafts.throwAway(move.now.key);
    }
}

} // namespace deskhand
