// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/field_errors.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/merge_parts.h"
#include "operations/handlers/post_article.h"

#include <algorithm>

namespace deskhand {
namespace {

/// The thread, and what of it is split off, by id.
struct SplitPlan {
    TicketHead from;
    QVector<ThreadEntry> wanted;
    QVector<ThreadEntry> rest;
    QVector<SlaEvent> events; ///< what the clocks were told of the wanted ones
};

Result<SplitPlan> planSplit(CommandRun &run, const SplitTicket &split)
{
    const Result<TicketHead> from = run.unit.ticket(split.ticket);
    if (!from)
        return from.error();
    if (Result<void> live = checkNotMerged(run, *from); !live)
        return live.error();
    if (Result<void> same = checkVersion(run, *from, split.version); !same)
        return same.error();
    const Result<QVector<ThreadEntry>> entries = run.unit.threadEntries(split.ticket);
    if (!entries)
        return entries.error();
    SplitPlan plan{*from, {}, {}, {}};
    for (const ThreadEntry &entry : *entries) {
        const bool isWanted = !entry.withdrawn && split.articles.contains(entry.id);
        (isWanted ? plan.wanted : plan.rest).append(entry);
    }
    FieldErrors errors;
    QVector<ArticleId> unique = split.articles;
    std::sort(unique.begin(), unique.end(), [](ArticleId left, ArticleId right) { return left.value < right.value; });
    unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
    if (split.articles.isEmpty())
        errors.add(QStringLiteral("articles"), QLatin1String("required"));
    else if (unique.size() != split.articles.size())
        errors.add(QStringLiteral("articles"), QLatin1String("repeated"));
    else if (plan.wanted.size() != split.articles.size())
        errors.add(QStringLiteral("articles"), QLatin1String("unknown"));
    if (Result<void> checked = errors.result(QStringLiteral("operations.split")); !checked)
        return checked.error();
    for (const ThreadEntry &entry : std::as_const(plan.wanted)) {
        const Result<QVector<SlaEvent>> said = eventsOfArticles(run, entry.origin, {entry.id});
        if (!said)
            return said.error();
        plan.events += *said;
    }
    return plan;
}

/// When the first of them was said, as the clocks know it.
Instant beginningOf(const CommandRun &run, const SplitPlan &plan)
{
    const ThreadEntry &first = plan.wanted.first();
    const auto said = std::find_if(plan.events.cbegin(), plan.events.cend(),
                                   [&first](const SlaEvent &event) { return event.value == first.id.value; });
    return said == plan.events.cend() ? qMin(first.createdAt, run.now) : said->at;
}

OpenTicket openingOf(const CommandRun &run, const SplitTicket &split, const SplitPlan &plan)
{
    OpenTicket open = split.opened;
    const ThreadEntry &first = plan.wanted.first();
    if (open.subject.trimmed().isEmpty())
        open.subject = plan.from.subject;
    if (!open.queue.isValid())
        open.queue = plan.from.queue;
    if (!open.priority.isValid())
        open.priority = plan.from.priority;
    if (!open.category.isValid())
        open.category = plan.from.category;
    const bool namesRequester = open.requester.isValid() || !open.requesterAddress.address.trimmed().isEmpty()
                                || !open.requesterAddress.name.trimmed().isEmpty();
    if (!namesRequester) {
        const bool byCustomer = first.senderRole == SenderRole::Customer && first.author.isValid();
        open.requester = byCustomer ? first.author : plan.from.requester;
    }
    open.channel = first.channel;
    open.createdAt = beginningOf(run, plan);
    open.article.reset(); // is written behind them
    return open;
}

QString joinedIds(const QVector<ThreadEntry> &entries)
{
    QStringList ids;
    for (const ThreadEntry &entry : entries)
        ids.append(QString::number(entry.id.value));
    return ids.join(u' ');
}

/// Moves or copies; gives the ids that the articles have in the new ticket, in the same order.
Result<QVector<ArticleId>> bringArticles(CommandRun &run, const SplitTicket &split, const SplitPlan &plan, TicketId to)
{
    QVector<ArticleId> ids;
    for (const ThreadEntry &entry : plan.wanted)
        ids.append(entry.id);
    if (!split.copy) {
        const Result<void> moved = run.unit.takeArticles(ids, plan.from.id, to);
        return moved ? Result<QVector<ArticleId>>(ids) : Result<QVector<ArticleId>>(moved.error());
    }
    QVector<ArticleId> copies;
    for (const ArticleId id : std::as_const(ids)) {
        const Result<ArticleId> copy = run.unit.copyArticle(id, to);
        if (!copy)
            return copy.error();
        copies.append(*copy);
    }
    return copies;
}

/// The new ticket's log: from the first article on, with what was said in each.
void tellNewClocks(CommandRun &run, const SplitPlan &plan, TicketId to, Instant beginning,
                   const QVector<ArticleId> &brought)
{
    QVector<SlaEvent> &events = run.slaEvents[to];
    const ThreadEntry &first = plan.wanted.first();
    const bool agentSpoke = first.senderRole == SenderRole::Agent && first.visibility == Visibility::Public;
    for (SlaEvent &event : events) {
        event.at = beginning;
        if (event.kind == SlaEventKind::Opened)
            event.value = qint64(agentSpoke ? SenderRole::Agent : SenderRole::Customer);
    }
    QVector<SlaEvent> said = plan.events;
    sortBySaying(&said);
    for (SlaEvent event : std::as_const(said)) {
        for (qsizetype i = 0; i < plan.wanted.size(); ++i) {
            if (plan.wanted[i].id.value != event.value)
                continue;
            event.value = brought[i].value;
            break;
        }
        event.at = qMax(event.at, beginning);
        events.append(event);
    }
}

/// The new ticket as it is with its articles, still in the version that opens it.
Result<TicketHead> fillNewTicket(CommandRun &run, const SplitPlan &plan, const QVector<ArticleId> &brought,
                                 const CommandAnswer &opened)
{
    const Result<TicketHead> before = run.unit.ticket(opened.ticket);
    if (!before)
        return before.error();
    QVector<ThreadEntry> entries = plan.wanted;
    for (qsizetype i = 0; i < entries.size(); ++i)
        entries[i].id = brought[i];
    KnownSpeakers known;
    known.insert(plan.from.lastArticle, plan.from.lastArticleFromCustomer);
    TicketHead after = *before;
    countThread(entries, known, &after);
    after.lastContactAt = newestContact(entries, run.now);
    const Result<DeliveryState> delivery = run.unit.deliveryOf(after.id);
    if (!delivery)
        return delivery.error();
    after.delivery = *delivery;
    if (Result<void> updated = run.unit.updateTicket(*before, after); !updated)
        return updated.error();
    const ArticleId last = after.lastArticle;
    if (run.isPerson()) { // who has taken them out has seen them
        if (Result<void> marked = run.unit.setReadMark(run.command.actor, after.id, last); !marked)
            return marked.error();
    }
    return after;
}

/// The old ticket says where they went; moved ones it no longer has.
Result<void> storeRest(CommandRun &run, const SplitTicket &split, const SplitPlan &plan, const TicketHead &splitOff)
{
    TicketHead after = plan.from;
    if (!split.copy) {
        KnownSpeakers known;
        known.insert(plan.from.lastArticle, plan.from.lastArticleFromCustomer);
        countThread(plan.rest, known, &after);
        const Instant moved = newestContact(plan.wanted, run.now);
        const Instant left = newestContact(plan.rest, run.now);
        if (moved >= left)
            after.lastContactAt = qMin(plan.from.lastContactAt, left);
        const Result<DeliveryState> delivery = run.unit.deliveryOf(after.id);
        if (!delivery)
            return delivery.error();
        after.delivery = *delivery;
        for (const ThreadEntry &entry : plan.wanted) {
            const bool waits = std::any_of(plan.events.cbegin(), plan.events.cend(), [&entry](const SlaEvent &event) {
                return event.value == entry.id.value && event.kind == SlaEventKind::CustomerSpoke;
            });
            if (!waits)
                continue;
            // It is the new ticket that has to be answered.
            run.slaEvents[entry.origin].append({SlaEventKind::Withdrawn, run.now, entry.id.value, 0});
            if (entry.origin != plan.from.id)
                run.change(ChangeKind::SlaRecomputed, entry.origin);
        }
    }
    HistoryEntry entry = mergeEntry(run, QStringLiteral("split-off"), plan.from, {});
    entry.oldValue = joinedIds(plan.wanted);
    entry.newValue = QString::number(splitOff.id.value);
    entry.newText = splitOff.number;
    run.history.append(std::move(entry));
    return storeVersion(run, plan.from, &after, {});
}

Result<CommandAnswer> writeBehind(CommandRun &run, const SplitTicket &split, const TicketHead &head,
                                  CommandAnswer answer)
{
    if (!split.opened.article)
        return answer;
    PostArticle post;
    post.ticket = head.id;
    post.article = *split.opened.article;
    post.releaseAt = split.opened.releaseAt;
    return postIntoTicket(run, post, head, {});
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const SplitTicket &split)
{
    const Result<SplitPlan> plan = planSplit(run, split);
    if (!plan)
        return plan.error();
    const OpenTicket open = openingOf(run, split, *plan);
    Result<CommandAnswer> answer = handleCommand(run, open);
    if (!answer)
        return answer;
    const Result<QVector<ArticleId>> brought = bringArticles(run, split, *plan, answer->ticket);
    if (!brought)
        return brought.error();
    if (Result<void> linked = run.unit.linkSplit(answer->ticket, plan->from.id); !linked)
        return linked.error();
    tellNewClocks(run, *plan, answer->ticket, open.createdAt, *brought);
    const Result<TicketHead> head = fillNewTicket(run, *plan, *brought, *answer);
    if (!head)
        return head.error();
    HistoryEntry entry = run.entry(QStringLiteral("split-from"));
    entry.ticket = head->id;
    entry.version = head->version;
    entry.oldValue = joinedIds(plan->wanted);
    entry.newValue = QString::number(plan->from.id.value);
    entry.newText = plan->from.number;
    run.history.append(std::move(entry));
    if (Result<void> stored = storeRest(run, split, *plan, *head); !stored)
        return stored.error();
    run.change(ChangeKind::TicketChanged, head->id);
    answer->article = brought->first();
    return writeBehind(run, split, *head, *answer);
}

} // namespace deskhand
