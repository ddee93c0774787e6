// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_log.h"
#include "operations/field_errors.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/merge_parts.h"
#include "operations/handlers/merge_sums.h"

#include <QSet>

#include <algorithm>

namespace deskhand {
namespace {

/// The ticket into which the source was merged, and all above it up to the one that shows the articles.
struct TargetChain {
    QVector<TicketHead> heads; ///< the direct target first
    [[nodiscard]] const TicketHead &root() const { return heads.last(); }
    [[nodiscard]] bool holds(TicketId id) const
    {
        return std::any_of(heads.cbegin(), heads.cend(), [id](const TicketHead &head) { return head.id == id; });
    }
};

Result<TargetChain> chainAbove(CommandRun &run, TicketId target)
{
    TargetChain chain;
    for (TicketId next = target; next.isValid(); next = chain.heads.last().mergedInto) {
        const Result<TicketHead> head = run.unit.ticket(next);
        if (!head)
            return head.error();
        chain.heads.append(*head);
    }
    return chain;
}

/// The ticket and all that were merged into it.
Result<void> collectMerged(CommandRun &run, TicketId ticket, QSet<TicketId> *found)
{
    found->insert(ticket);
    const Result<QVector<TicketMerge>> merges = run.unit.mergesInto(ticket);
    if (!merges)
        return merges.error();
    for (const TicketMerge &merge : *merges) {
        if (Result<void> collected = collectMerged(run, merge.source, found); !collected)
            return collected;
    }
    return {};
}

/// The thread that both have shown, taken apart.
struct PartedThread {
    QVector<ThreadEntry> ofSource; ///< with what it takes
    QVector<ThreadEntry> rest;
    QVector<ThreadEntry> taken;
};

Result<PartedThread> partThread(CommandRun &run, const UnmergeTicket &unmerge, const TicketMerge &merge,
                                const TargetChain &chain)
{
    const Result<QVector<ThreadEntry>> entries = run.unit.threadEntries(chain.root().id);
    if (!entries)
        return entries.error();
    QSet<TicketId> mine;
    if (Result<void> collected = collectMerged(run, merge.source, &mine); !collected)
        return collected.error();
    const qint64 lastThen = qMax(merge.was.lastArticle.value, merge.targetLast.value);
    PartedThread parted;
    for (const ThreadEntry &entry : *entries) {
        const bool wanted = unmerge.take.contains(entry.id);
        const bool mayBeTaken = !entry.withdrawn && entry.id.value > lastThen && chain.holds(entry.origin);
        if (wanted && mayBeTaken)
            parted.taken.append(entry);
        if (mine.contains(entry.origin) || (wanted && mayBeTaken))
            parted.ofSource.append(entry);
        else
            parted.rest.append(entry);
    }
    const QSet<ArticleId> asked(unmerge.take.cbegin(), unmerge.take.cend());
    if (parted.taken.size() != asked.size()) {
        FieldErrors errors;
        errors.add(QStringLiteral("take"), QLatin1String("unknown"));
        return errors.result(QStringLiteral("operations.unmerge")).error();
    }
    return parted;
}

/// Who is known to have spoken last, of all the times that somebody noted it.
Result<KnownSpeakers> knownSpeakers(CommandRun &run, const TicketMerge &merge, const TargetChain &chain)
{
    KnownSpeakers known;
    const auto note = [&known](const TicketMerge &one) {
        known.insert(one.was.lastArticle, one.was.lastArticleFromCustomer);
        known.insert(one.targetLast, one.targetLastFromCustomer);
    };
    for (const TicketHead &head : chain.heads) {
        const Result<QVector<TicketMerge>> merges = run.unit.mergesInto(head.id);
        if (!merges)
            return merges.error();
        std::for_each(merges->cbegin(), merges->cend(), note);
    }
    note(merge);
    known.insert(chain.root().lastArticle, chain.root().lastArticleFromCustomer);
    return known;
}

TicketHead restoredSource(CommandRun &run, const TicketHead &stub, const TicketMerge &merge, const PartedThread &thread,
                          const KnownSpeakers &known)
{
    TicketHead source = stub;
    source.state = merge.was.state;
    source.owner = merge.was.owner;
    source.pendingUntil = merge.was.pendingUntil;
    source.solvedAt = merge.was.solvedAt;
    source.closedAt = merge.was.closedAt;
    source.mergedInto = {};
    countThread(thread.ofSource, known, &source);
    source.lastContactAt = qMax(merge.was.lastContactAt, newestContact(thread.taken, run.now));
    return source;
}

/// The last contact of the direct target without the source. What has come since is its own, but for what is taken.
Instant restoredContact(const CommandRun &run, const TicketHead &target, const QVector<TicketMerge> &before,
                        const QVector<TicketMerge> &after, const PartedThread &thread)
{
    Instant own = ownContact(target, before);
    const Instant base = before.last().targetContactAt;
    if (!thread.taken.isEmpty() && own > base) {
        QVector<ThreadEntry> mine;
        std::copy_if(thread.rest.cbegin(), thread.rest.cend(), std::back_inserter(mine),
                     [&target](const ThreadEntry &entry) { return entry.origin == target.id; });
        own = qMax(base, qMin(own, newestContact(mine, run.now)));
    }
    return qMax(own, contactOf(after));
}

/// What goes from a ticket of the chain with the source, and from all above it.
class ChainRestorer
{
public:
    ChainRestorer(CommandRun &run, const TicketMerge &merge, const PartedThread &thread)
        : m_run(run)
        , m_merge(merge)
        , m_thread(thread)
        , m_gone(merge.tagsGiven)
    {
    }

    /// `ended`: the merge that ends or changes, as it was; its target is the head. `above`: into which that is merged.
    Result<TicketHead> restore(const TicketHead &head, const TicketMerge &ended, const QVector<TicketMerge> &before,
                               const std::optional<TicketMerge> &above)
    {
        QVector<TicketMerge> after = before;
        const auto changed =
            std::find_if(after.begin(), after.end(), [&ended](const TicketMerge &one) { return one.id == ended.id; });
        if (ended.id == m_merge.id)
            after.erase(changed);
        else
            *changed = ended;
        TicketHead restored = head;
        QStringList kept = ownTags(head, before);
        for (const TicketMerge &one : std::as_const(after))
            kept += one.tagsGiven;
        m_gone = without(m_gone, kept);
        restored.tags = without(head.tags, m_gone);
        restored.lastContactAt = restoredContact(m_run, head, before, after, m_thread);
        if (!after.isEmpty() && ended.id == m_merge.id) {
            TicketMerge last = after.last();
            last.targetContactAt = ownContact(head, before);
            if (Result<void> amended = m_run.unit.amendMerge(last); !amended)
                return amended.error();
        }
        if (!above)
            return restored;
        TicketMerge amended = *above;
        amended.tagsGiven = without(above->tagsGiven, m_gone);
        amended.was.lastContactAt = restored.lastContactAt;
        if (Result<void> stored = m_run.unit.amendMerge(amended); !stored)
            return stored.error();
        m_next = amended;
        return restored;
    }

    [[nodiscard]] const TicketMerge &next() const { return m_next; }

private:
    CommandRun &m_run;
    const TicketMerge &m_merge;
    const PartedThread &m_thread;
    QStringList m_gone; ///< tags that nobody above has any more
    TicketMerge m_next;
};

HistoryEntry unmergedEntry(const CommandRun &run, const UnmergeTicket &unmerge, const TicketHead &of,
                           const TicketHead &from)
{
    HistoryEntry entry = mergeEntry(run, QStringLiteral("unmerged"), of, unmerge.why);
    entry.oldValue = QString::number(from.id.value);
    entry.oldText = from.number;
    return entry;
}

/// The clocks of both as if they had never been together: what the taken articles say is said to the source.
Result<void> tellClocks(CommandRun &run, const TicketMerge &merge, const TargetChain &chain, const PartedThread &thread)
{
    QVector<SlaEvent> &ofSource = run.slaEvents[merge.source];
    ofSource.clear(); // the state and the owner are those of before, and have never been others
    for (const ThreadEntry &entry : thread.taken) {
        const Result<QVector<SlaEvent>> said = eventsOfArticles(run, entry.origin, {entry.id});
        if (!said)
            return said.error();
        ofSource += *said;
        if (!said->isEmpty())
            run.slaEvents[entry.origin].append({SlaEventKind::Withdrawn, run.now, entry.id.value, 0});
    }
    sortBySaying(&ofSource);
    ofSource.append({SlaEventKind::Unmerged, run.now, merge.target.value, 0});
    run.slaBefore.remove(merge.source); // it goes by what it went by
    run.slaEvents[merge.target].append({SlaEventKind::Parted, run.now, merge.source.value, 0});
    for (qsizetype i = 0; i + 1 < chain.heads.size(); ++i) {
        const TicketId below = chain.heads[i].id;
        const Result<SlaSubject> subject = run.unit.slaSubject(below);
        if (!subject)
            return subject.error();
        QVector<SlaEvent> &events = run.slaEvents[chain.heads[i + 1].id];
        events.append({SlaEventKind::Parted, run.now, below.value, 0});
        events.append({SlaEventKind::MergedIn, run.now, below.value,
                       waitingSince(subject->sla.events + run.slaEvents.value(below))});
    }
    return {};
}

/// The merges of which the chain consists: into each of its tickets, and of each of them.
struct ChainMerges {
    QVector<QVector<TicketMerge>> into;
    QVector<std::optional<TicketMerge>> of;
};

Result<ChainMerges> mergesOfChain(CommandRun &run, const TargetChain &chain)
{
    ChainMerges merges;
    for (const TicketHead &head : chain.heads) {
        const Result<QVector<TicketMerge>> into = run.unit.mergesInto(head.id);
        if (!into)
            return into.error();
        merges.into.append(*into);
        const Result<std::optional<TicketMerge>> of = run.unit.mergeOf(head.id);
        if (!of)
            return of.error();
        merges.of.append(*of);
    }
    return merges;
}

/// Tags, times and thread of the chain; each of its tickets gets a version that says so.
Result<void> restoreChain(CommandRun &run, const UnmergeTicket &unmerge, const TicketMerge &merge,
                          const TicketHead &stub, const TargetChain &chain, const ChainMerges &merges,
                          const PartedThread &thread, const KnownSpeakers &known)
{
    ChainRestorer restorer(run, merge, thread);
    const FieldReasons reasons{{TicketField::Tags, QStringLiteral("unmerged")}};
    TicketMerge ended = merge;
    for (qsizetype i = 0; i < chain.heads.size(); ++i) {
        const TicketHead &before = chain.heads[i];
        Result<TicketHead> after = restorer.restore(before, ended, merges.into[i], merges.of[i]);
        if (!after)
            return after.error();
        ended = restorer.next();
        if (before.id == chain.root().id) {
            countThread(thread.rest, known, &*after);
            const Result<DeliveryState> delivery = run.unit.deliveryOf(before.id);
            if (!delivery)
                return delivery.error();
            after->delivery = *delivery;
        }
        run.history.append(unmergedEntry(run, unmerge, before, stub));
        if (Result<void> stored = storeVersion(run, before, &*after, reasons); !stored)
            return stored;
    }
    return {};
}

Result<CommandAnswer> unmergeFrom(CommandRun &run, const UnmergeTicket &unmerge, const TicketHead &stub,
                                  const TicketMerge &merge)
{
    const Result<TargetChain> chain = chainAbove(run, merge.target);
    if (!chain)
        return chain.error();
    const Result<PartedThread> thread = partThread(run, unmerge, merge, *chain);
    if (!thread)
        return thread.error();
    const Result<KnownSpeakers> known = knownSpeakers(run, merge, *chain);
    if (!known)
        return known.error();
    const Result<ChainMerges> merges = mergesOfChain(run, *chain);
    if (!merges)
        return merges.error();
    if (Result<void> ended = run.unit.endMerge(merge, run.now, run.command.actor); !ended)
        return ended.error();
    if (!unmerge.take.isEmpty()) {
        if (Result<void> taken = run.unit.takeArticles(unmerge.take, chain->root().id, merge.source); !taken)
            return taken.error();
    }
    TicketHead source = restoredSource(run, stub, merge, *thread, *known);
    const Result<DeliveryState> delivery = run.unit.deliveryOf(source.id);
    if (!delivery)
        return delivery.error();
    source.delivery = *delivery;
    run.history.append(unmergedEntry(run, unmerge, stub, chain->heads.first()));
    const QString reason = QStringLiteral("unmerged");
    const FieldReasons reasons{
        {TicketField::State, reason}, {TicketField::Owner, reason}, {TicketField::PendingUntil, reason}};
    if (Result<void> stored = storeVersion(run, stub, &source, reasons); !stored)
        return stored.error();
    if (Result<void> restored = restoreChain(run, unmerge, merge, stub, *chain, *merges, *thread, *known); !restored)
        return restored.error();
    if (Result<void> told = tellClocks(run, merge, *chain, *thread); !told)
        return told.error();
    return CommandAnswer{source.id, source.number, {}, source.version, 0, {}};
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const UnmergeTicket &unmerge)
{
    const Result<TicketHead> stub = run.unit.ticket(unmerge.source);
    if (!stub)
        return stub.error();
    const Result<std::optional<TicketMerge>> merge = run.unit.mergeOf(unmerge.source);
    if (!merge)
        return merge.error();
    if (!*merge) {
        FieldErrors errors;
        errors.add(QStringLiteral("source"), QLatin1String("not-merged"));
        return errors.result(QStringLiteral("operations.unmerge")).error();
    }
    return unmergeFrom(run, unmerge, *stub, **merge);
}

} // namespace deskhand
