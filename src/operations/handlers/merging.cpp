// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_log.h"
#include "operations/field_errors.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/merge_parts.h"
#include "operations/handlers/merge_sums.h"

#include <algorithm>

namespace deskhand {
namespace {

/// What is merged, as it was before.
struct MergePlan {
    TicketHead target;
    QVector<TicketHead> sources; ///< in the order asked for
    StateId merged;
};

Error mergeRefused(const FieldErrors &errors)
{
    return errors.result(QStringLiteral("operations.merge")).error();
}

Result<void> checkWhichSources(const MergeTickets &merge)
{
    FieldErrors errors;
    QVector<TicketId> seen;
    if (merge.sources.isEmpty())
        errors.add(QStringLiteral("sources"), QLatin1String("required"));
    for (const MergeSource &source : merge.sources) {
        if (source.ticket == merge.target)
            errors.add(QStringLiteral("sources"), QLatin1String("loop"));
        else if (seen.contains(source.ticket))
            errors.add(QStringLiteral("sources"), QLatin1String("repeated"));
        seen.append(source.ticket);
    }
    return errors.result(QStringLiteral("operations.merge"));
}

/// All heads, looked at in the order of their ids, in which everybody locks them.
Result<QHash<TicketId, TicketHead>> lockedHeads(CommandRun &run, const MergeTickets &merge)
{
    QVector<TicketId> ids{merge.target};
    for (const MergeSource &source : merge.sources)
        ids.append(source.ticket);
    std::sort(ids.begin(), ids.end(), [](TicketId left, TicketId right) { return left.value < right.value; });
    QHash<TicketId, TicketHead> heads;
    for (const TicketId id : std::as_const(ids)) {
        const Result<TicketHead> head = run.unit.ticket(id);
        if (!head)
            return head.error();
        heads.insert(id, *head);
    }
    return heads;
}

/// Invalid, with where the stub is shown.
Result<void> refuseStub(CommandRun &run, const TicketHead &head, const QString &field)
{
    if (!head.mergedInto.isValid())
        return {};
    FieldErrors errors;
    errors.add(field, QLatin1String("merged"));
    Error error = mergeRefused(errors);
    const Result<void> stub = checkNotMerged(run, head);
    error.payload.insert(QStringLiteral("mergedInto"), stub.error().payload.value(QStringLiteral("mergedInto")));
    return error;
}

Result<MergePlan> planMerge(CommandRun &run, const MergeTickets &merge)
{
    if (Result<void> checked = checkWhichSources(merge); !checked)
        return checked.error();
    const Result<QHash<TicketId, TicketHead>> heads = lockedHeads(run, merge);
    if (!heads)
        return heads.error();
    MergePlan plan;
    plan.target = heads->value(merge.target);
    if (Result<void> same = checkVersion(run, plan.target, merge.targetVersion); !same)
        return same.error();
    for (const MergeSource &source : merge.sources) {
        plan.sources.append(heads->value(source.ticket));
        if (Result<void> same = checkVersion(run, plan.sources.last(), source.version); !same)
            return same.error();
    }
    if (Result<void> live = refuseStub(run, plan.target, QStringLiteral("target")); !live)
        return live.error();
    FieldErrors errors;
    for (const TicketHead &source : std::as_const(plan.sources)) {
        if (Result<void> live = refuseStub(run, source, QStringLiteral("sources")); !live)
            return live.error();
        if (run.catalog->stateType(plan.target.state) == StateType::Closed
            && isUnresolved(run.catalog->stateType(source.state)))
            errors.add(QStringLiteral("target"), QLatin1String("closed"));
    }
    plan.merged = run.catalog->firstStateOf(StateType::Merged);
    if (!plan.merged.isValid())
        errors.add(TicketField::State, QLatin1String("required"));
    const Result<void> allowed = errors.result(QStringLiteral("operations.merge"));
    return allowed ? Result<MergePlan>(plan) : Result<MergePlan>(allowed.error());
}

/// The source as the stub that it becomes.
TicketHead stubOf(const CommandRun &run, const TicketHead &source, TicketId target, StateId merged)
{
    TicketHead stub = source;
    if (const State *state = run.catalog->state(merged))
        setTicketState(&stub, *state, run.now);
    stub.pendingUntil = 0;
    stub.owner = {};
    stub.mergedInto = target;
    stub.delivery = {};
    countThread({}, {}, &stub);
    return stub;
}

void recordMerge(CommandRun &run, const MergeTickets &merge, const TicketHead &source, const TicketHead &target)
{
    HistoryEntry into = mergeEntry(run, QStringLiteral("merged-into"), source, merge.why);
    into.newValue = QString::number(target.id.value);
    into.newText = target.number;
    run.history.append(std::move(into));
    HistoryEntry merged = mergeEntry(run, QStringLiteral("merged"), target, merge.why);
    merged.newValue = QString::number(source.id.value);
    merged.newText = source.number;
    run.history.append(std::move(merged));
}

/// One source becomes a stub of the target; `target` gets what it gives.
Result<void> mergeOne(CommandRun &run, const MergeTickets &merge, const MergePlan &plan, const TicketHead &source,
                      TicketHead *target)
{
    const Result<QVector<TicketMerge>> earlier = run.unit.mergesInto(target->id);
    if (!earlier)
        return earlier.error();
    const Result<SlaSubject> subject = run.unit.slaSubject(source.id);
    if (!subject)
        return subject.error();
    TicketMerge record;
    record.source = source.id;
    record.target = target->id;
    record.at = run.now;
    record.by = run.command.actor;
    record.why = merge.why;
    record.keepsRequester = merge.keepRequesters;
    record.tagsGiven = without(source.tags, ownTags(*target, *earlier));
    record.was = source;
    record.targetContactAt = ownContact(*target, *earlier);
    record.targetLast = target->lastArticle;
    record.targetLastFromCustomer = target->lastArticleFromCustomer;
    if (const Result<qint64> begun = run.unit.beginMerge(record); !begun)
        return begun.error();
    joinHeads(source, target);

    recordMerge(run, merge, source, plan.target);
    TicketHead stub = stubOf(run, source, target->id, plan.merged);
    const QString reason = QStringLiteral("merged");
    const FieldReasons reasons{
        {TicketField::State, reason}, {TicketField::Owner, reason}, {TicketField::PendingUntil, reason}};
    if (Result<void> stored = storeVersion(run, source, &stub, reasons); !stored)
        return stored;
    run.slaEvents[target->id].append(
        {SlaEventKind::MergedIn, run.now, source.id.value, waitingSince(subject->sla.events)});
    return {};
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const MergeTickets &merge)
{
    const Result<MergePlan> plan = planMerge(run, merge);
    if (!plan)
        return plan.error();
    TicketHead target = plan->target;
    for (const TicketHead &source : plan->sources) {
        if (Result<void> merged = mergeOne(run, merge, *plan, source, &target); !merged)
            return merged.error();
    }
    const Result<DeliveryState> delivery = run.unit.deliveryOf(target.id);
    if (!delivery)
        return delivery.error();
    target.delivery = *delivery;
    const FieldReasons reasons{{TicketField::Tags, QStringLiteral("merged")}};
    if (Result<void> stored = storeVersion(run, plan->target, &target, reasons); !stored)
        return stored.error();
    return CommandAnswer{target.id, target.number, {}, target.version, 0, {}};
}

} // namespace deskhand
