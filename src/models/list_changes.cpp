// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_changes.h"

namespace deskhand {
namespace {

bool samePlace(const TicketRow &a, const TicketRow &b, const ListSpec &spec)
{
    const auto same = [&](ListColumn column) {
        return sameListPlace(a.head, b.head, a.requesterName, b.requesterName, column);
    };
    return same(spec.sort.column) && (!spec.groupBy || same(*spec.groupBy));
}

/// A change without both rows was made elsewhere.
void takeUnknown(const Change &change, ListEffect *effect)
{
    effect->outdated.insert(change.ticket);
    effect->refreshed.remove(change.ticket);
    effect->suspects.insert(change.ticket);
    effect->askAgain = true;
}

void takeKnown(const ListSpec &spec, const Change &change, const TicketRow &after, const ConditionContext &context,
               std::optional<bool> known, ListEffect *effect)
{
    const TicketRow now = rowAsSeenBy(context.me, change, after, known);
    const bool isIn = evaluate(spec.condition, now.facts(), context);
    bool wasIn = false;
    bool stays = false;
    if (change.before) {
        TicketRow before = *change.before;
        if (known)
            before.unread = *known;
        wasIn = evaluate(spec.condition, before.facts(), context);
        stays = samePlace(before, now, spec);
    }
    effect->refreshed.insert(change.ticket, now);
    effect->outdated.remove(change.ticket);
    // Words of the search index cannot be judged here: such a list keeps its rows until it is asked again.
    const bool sure = !spec.isSearch() && !spec.condition.needsSearchIndex();
    if (!sure || (wasIn == isIn && (!isIn || stays)))
        return;
    effect->suspects.insert(change.ticket);
    effect->askAgain = true;
    if (isIn)
        effect->leaving.remove(change.ticket);
    else
        effect->leaving.insert(change.ticket);
}

} // namespace

QVector<Change> onePerCommand(const QVector<Change> &changes)
{
    const auto strength = [](ChangeKind kind) {
        switch (kind) {
        case ChangeKind::TicketOpened: return 4;
        case ChangeKind::ArticlePosted: return 3;
        case ChangeKind::TicketChanged: return 2;
        case ChangeKind::ReadMarkSet: return 1;
        default: return 0;
        }
    };
    QVector<Change> made;
    for (const Change &change : changes) {
        const bool same = !made.isEmpty() && !change.command.isNull() && made.last().command == change.command
                          && made.last().ticket == change.ticket && strength(change.kind) > 0
                          && strength(made.last().kind) > 0;
        if (!same) {
            made.append(change);
            continue;
        }
        if (strength(change.kind) > strength(made.last().kind))
            made.last().kind = change.kind;
        made.last().seq = change.seq;
    }
    return made;
}

TicketRow rowAsSeenBy(PersonId me, const Change &change, const TicketRow &row, std::optional<bool> known)
{
    TicketRow seen = row;
    if (change.actor == me)
        return seen;
    if (change.kind == ChangeKind::ArticlePosted || change.kind == ChangeKind::TicketOpened)
        seen.unread = true;
    else if (known)
        seen.unread = *known;
    return seen;
}

bool sameListPlace(const TicketHead &a, const TicketHead &b, const QString &requesterA, const QString &requesterB,
                   ListColumn column)
{
    switch (column) {
    case ListColumn::Number: return a.number == b.number;
    case ListColumn::Subject: return a.subject == b.subject;
    case ListColumn::Requester: return a.requester == b.requester && requesterA == requesterB;
    case ListColumn::Organization: return a.organization == b.organization;
    case ListColumn::State: return a.state == b.state;
    case ListColumn::Priority: return a.priority == b.priority;
    case ListColumn::Queue: return a.queue == b.queue;
    case ListColumn::Category: return a.category == b.category;
    case ListColumn::Owner: return a.owner == b.owner;
    case ListColumn::Channel: return a.channel == b.channel;
    case ListColumn::Created: return a.createdAt == b.createdAt;
    case ListColumn::Updated: return a.updatedAt == b.updatedAt;
    case ListColumn::LastContact: return a.lastContactAt == b.lastContactAt;
    case ListColumn::Due: return a.dueAt == b.dueAt;
    case ListColumn::Articles: return a.articleCount == b.articleCount;
    case ListColumn::Tags: return a.tags == b.tags;
    case ListColumn::TimeLeft: return a.sla == b.sla && a.slaDueAt == b.slaDueAt && a.slaLeft == b.slaLeft;
    }
    return false;
}

ListEffect effectOnList(const ListSpec &spec, const QVector<Change> &changes, const ConditionContext &context,
                        const std::function<std::optional<bool>(TicketId)> &knownUnread)
{
    ListEffect effect;
    for (const Change &change : onePerCommand(changes)) {
        switch (change.kind) {
        case ChangeKind::MailChanged:
            if (!change.ticket.isValid())
                break; // of a mailbox or a held mail: no row shows it
            [[fallthrough]];
        case ChangeKind::TicketOpened:
        case ChangeKind::TicketChanged:
        case ChangeKind::ArticlePosted:
            // What a report has counted only the desk knows.
            if (spec.counted || !change.after || (!change.before && change.kind != ChangeKind::TicketOpened)) {
                takeUnknown(change, &effect);
                break;
            }
            [[fallthrough]];
        case ChangeKind::ReadMarkSet: {
            if (change.kind == ChangeKind::ReadMarkSet && change.actor != context.me)
                break;
            if (spec.counted || !change.after) {
                takeUnknown(change, &effect);
                break;
            }
            const auto earlier = effect.refreshed.constFind(change.ticket);
            const std::optional<bool> known = earlier != effect.refreshed.constEnd()
                                                  ? std::optional<bool>(earlier->unread)
                                                  : knownUnread(change.ticket);
            takeKnown(spec, change, *change.after, context, known, &effect);
            break;
        }
        case ChangeKind::SlaRecomputed:
            if (change.ticket.isValid()) {
                takeUnknown(change, &effect);
                break;
            }
            [[fallthrough]];
        case ChangeKind::BulkLoaded:
        case ChangeKind::PersonChanged: // names in rows, and the order by requester
            effect.askAgain = true;
            effect.allOutdated = true;
            break;
        case ChangeKind::CatalogChanged:
        case ChangeKind::ViewChanged:
        case ChangeKind::NotificationChanged:
        case ChangeKind::ReportChanged: break;
        }
    }
    return effect;
}

} // namespace deskhand
