// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/sla_replanning.h"

#include "domain/sla_log.h"

#include "base/enum_names.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace deskhand {
namespace {

constexpr std::array slaScopeNames{EnumName<SlaScope>{SlaScope::NewTickets, QLatin1String("new-tickets")},
                                   EnumName<SlaScope>{SlaScope::Open, QLatin1String("open")},
                                   EnumName<SlaScope>{SlaScope::All, QLatin1String("all")}};

/// A proposed version in place of the one that is there, or at the end. What would make no new version makes none.
template <typename Item, typename SameFn, typename Id, typename VersionId>
Item *placeProposed(QVector<Item> *items, Item proposed, SameFn same, Id unsavedId, VersionId unsavedVersion)
{
    const auto existing = std::find_if(items->begin(), items->end(), [&proposed](const Item &one) {
        return proposed.id.isValid() && one.id == proposed.id;
    });
    if (existing == items->end()) {
        proposed.id = unsavedId;
        proposed.version = 1;
        proposed.versionId = unsavedVersion;
        items->append(std::move(proposed));
        return &items->last();
    }
    const bool makesNone = same(*existing, proposed);
    proposed.version = makesNone ? existing->version : existing->version + 1;
    proposed.versionId = makesNone ? existing->versionId : unsavedVersion;
    *existing = std::move(proposed);
    return &*existing;
}

void placePolicy(const SlaPolicy &proposed, Catalog *catalog, SlaVersions *versions, SlaPlan *plan)
{
    SlaPolicy policy = proposed;
    const SlaPolicy *existing = catalog->slaPolicy(proposed.id);
    policy.position = existing                         ? existing->position
                      : catalog->slaPolicies.isEmpty() ? 1
                                                       : catalog->slaPolicies.last().position + 1;
    const SlaPolicy *placed =
        placeProposed(&catalog->slaPolicies, policy, promiseTheSame, unsavedPolicy, unsavedPolicyVersion);
    versions->add(*placed);
    plan->policy = placed->id;
}

void placeCalendar(const BusinessCalendar &proposed, Catalog *catalog, SlaVersions *versions, SlaPlan *plan)
{
    const BusinessCalendar *placed =
        placeProposed(&catalog->calendars, proposed, countTheSame, unsavedCalendar, unsavedCalendarVersion);
    versions->add(*placed);
    plan->calendar = placed->id;
}

/// Those that are named first, in that order; the others behind, as they were.
void reorder(const QVector<SlaPolicyId> &order, QVector<SlaPolicy> *policies)
{
    const auto place = [&order](const SlaPolicy &policy) {
        const qsizetype at = order.indexOf(policy.id);
        return std::pair(at < 0 ? order.size() : at, policy.position);
    };
    std::sort(policies->begin(), policies->end(),
              [&place](const SlaPolicy &a, const SlaPolicy &b) { return place(a) < place(b); });
    for (qsizetype i = 0; i < policies->size(); ++i)
        (*policies)[i].position = int(i) + 1;
}

/// What a ticket would go by, and whether the plan is about the ticket at all.
struct WantedChoice {
    SlaChoice choice;
    bool concerned = false;
};

WantedChoice wantedChoice(const SlaSubject &subject, const SlaPlan &plan, Instant at)
{
    const Catalog &catalog = *plan.catalog;
    const SlaVersions &versions = *catalog.slaVersions;
    WantedChoice wanted{choiceOf(subject.sla.events), false};
    const QueueId queue = subject.row.head.queue;
    if (plan.policy.isValid() || plan.order) {
        const SlaPolicy *chosen = policyFor(subject.row.facts(), catalog, ConditionContext{plan.catalog, {}, at});
        const SlaPolicyPtr current = versions.policy(wanted.choice.policy);
        const SlaPolicyId chosenId = chosen ? chosen->id : SlaPolicyId();
        const SlaPolicyId currentId = current ? current->id : SlaPolicyId();
        const bool aboutIt = plan.policy.isValid() && (chosenId == plan.policy || currentId == plan.policy);
        if (aboutIt || (plan.order && chosenId != currentId)) {
            wanted.concerned = true;
            wanted.choice = choiceOf(chosen, queue, catalog, wanted.choice);
            if (aboutIt && chosen && chosenId == plan.policy)
                wanted.choice.policy = chosen->versionId;
        }
    }
    const SlaPolicyPtr policy = versions.policy(wanted.choice.policy);
    if (plan.calendar.isValid() && policy) {
        const BusinessCalendar *calendar = calendarFor(*policy, queue, catalog);
        const CalendarId calendarId = calendar ? calendar->id : CalendarId();
        if (calendarId == plan.calendar || calendarOf(wanted.choice.calendar, versions) == plan.calendar) {
            wanted.concerned = true;
            wanted.choice.calendar = calendar ? calendar->versionId : CalendarVersionId();
        }
    }
    return wanted;
}

/// As stored: what is not calculated, or not stored, says nothing about being equal.
SlaClock bare(SlaClock clock)
{
    clock.reason.clear();
    clock.pauses.clear();
    clock.changedAt = 0;
    return clock;
}

/// What somebody who looks at the clock would see of it.
SlaClock visible(SlaClock clock)
{
    clock.policy = {};
    clock.calendar = {};
    return bare(std::move(clock));
}

template <typename Fn>
bool sameClocks(const QVector<SlaClock> &one, const QVector<SlaClock> &other, Fn seen)
{
    return std::equal(one.cbegin(), one.cend(), other.cbegin(), other.cend(),
                      [&seen](const SlaClock &a, const SlaClock &b) { return seen(a) == seen(b); });
}

bool isOverdue(const QVector<SlaClock> &clocks, Instant now)
{
    return std::any_of(clocks.cbegin(), clocks.cend(),
                       [now](const SlaClock &clock) { return !clock.hasEnded() && isMissed(clock, now); });
}

void addToCompliance(QVector<SlaCompliance> *compliance, const QVector<SlaClock> &clocks, Instant now)
{
    for (const SlaClock &clock : clocks) {
        if (clock.state == SlaState::Cancelled)
            continue;
        auto line = std::find_if(compliance->begin(), compliance->end(),
                                 [&clock](const SlaCompliance &one) { return one.target == clock.target; });
        if (line == compliance->end()) {
            compliance->append(SlaCompliance{clock.target, 0, 0, 0});
            line = compliance->end() - 1;
        }
        ++(isMissed(clock, now) ? line->missed : clock.state == SlaState::Met ? line->met : line->running);
    }
}

void noteId(QVector<TicketId> *ids, TicketId ticket)
{
    constexpr qsizetype mostListed = 1000;
    if (ids->size() < mostListed)
        ids->append(ticket);
}

} // namespace

SlaPlan planOf(const SlaTask &task, const CatalogPtr &catalog)
{
    const bool order = !task.policy.isValid() && !task.calendar.isValid();
    return SlaPlan{catalog, task.scope, task.policy, task.calendar, order};
}

SlaPlan planOf(const SlaImpactQuery &query, const CatalogPtr &catalog)
{
    const auto changed = std::make_shared<Catalog>(*catalog);
    const auto versions = std::make_shared<SlaVersions>(*catalog->slaVersions);
    SlaPlan plan{changed, query.scope, {}, {}, query.order.has_value()};
    if (query.calendar)
        placeCalendar(*query.calendar, changed.get(), versions.get(), &plan);
    if (query.policy)
        placePolicy(*query.policy, changed.get(), versions.get(), &plan);
    if (query.order)
        reorder(*query.order, &changed->slaPolicies);
    changed->slaVersions = versions;
    changed->index();
    return plan;
}

bool promiseTheSame(const SlaPolicy &one, const SlaPolicy &other)
{
    return one.condition == other.condition && one.conditionText == other.conditionText
           && one.calendar == other.calendar && one.targets == other.targets && one.levels == other.levels;
}

bool countTheSame(const BusinessCalendar &one, const BusinessCalendar &other)
{
    return one.zone == other.zone && one.week == other.week && one.holidays == other.holidays && one.feed == other.feed;
}

QString slaScopeName(SlaScope scope)
{
    return nameIn(slaScopeNames, scope);
}

bool slaScopeFromName(QStringView name, SlaScope *scope)
{
    return valueIn(slaScopeNames, name, scope);
}

QString cycleName(SlaTargetKind target, int cycle)
{
    return QStringLiteral("%1/%2").arg(slaTargetName(target)).arg(cycle);
}

bool isMissed(const SlaClock &clock, Instant now)
{
    return clock.state == SlaState::Breached || (!clock.hasEnded() && clock.breachAt != 0 && clock.breachAt <= now);
}

bool looksAt(const SlaPlan &plan, const TicketHead &ticket)
{
    switch (plan.scope) {
    case SlaScope::NewTickets: return false;
    case SlaScope::Open: return isUnresolved(plan.catalog->stateType(ticket.state));
    case SlaScope::All: return true;
    }
    return false;
}

SlaResult replanned(const SlaSubject &subject, const SlaPlan &plan, Instant at)
{
    const QVector<SlaEvent> &events = subject.sla.events;
    const SlaVersions &versions = *plan.catalog->slaVersions;
    SlaResult result;
    result.ticket = subject.row.head.id;
    result.clocks = subject.sla.clocks;
    const bool looked = !events.isEmpty() && looksAt(plan, subject.row.head);
    const WantedChoice wanted = looked ? wantedChoice(subject, plan, at) : WantedChoice();
    // Of all tickets also those are judged anew that have come to these versions on their way.
    const bool anew = plan.scope == SlaScope::All;
    if (!wanted.concerned || (!anew && wanted.choice == choiceOf(events)))
        return result;
    const SlaEvent event{anew ? SlaEventKind::Recalculated : SlaEventKind::Policy, qMax(at, events.last().at),
                         wanted.choice.policy.value, wanted.choice.calendar.value};
    QVector<SlaEvent> all = events;
    all.append(event);
    QVector<SlaClock> clocks = replayClocks(all, versions);
    if (wanted.choice == choiceOf(events) && sameClocks(clocks, subject.sla.clocks, bare))
        return result;
    result.newEvents.append(event);
    result.summary = summaryOf(all, clocks, subject.sla.fired, versions);
    result.clocks = std::move(clocks);
    return result;
}

void addToImpact(SlaImpact *impact, const SlaSubject &before, const SlaResult &after, Instant now)
{
    ++impact->tickets;
    addToCompliance(&impact->before, before.sla.clocks, now);
    addToCompliance(&impact->after, after.clocks, now);
    if (after.newEvents.isEmpty() || sameClocks(before.sla.clocks, after.clocks, visible))
        return;
    ++impact->changed;
    noteId(&impact->changedIds, after.ticket);
    const bool wasOverdue = isOverdue(before.sla.clocks, now);
    const bool isOverdueNow = isOverdue(after.clocks, now);
    if (isOverdueNow && !wasOverdue) {
        ++impact->becomeOverdue;
        noteId(&impact->becomeOverdueIds, after.ticket);
    } else if (wasOverdue && !isOverdueNow) {
        ++impact->stopBeingOverdue;
        noteId(&impact->stopBeingOverdueIds, after.ticket);
    }
    for (const SlaClock &was : before.sla.clocks) {
        for (const SlaClock &becomes : after.clocks) {
            if (becomes.target != was.target || becomes.cycle != was.cycle)
                continue;
            impact->verdictsToMissed += was.state == SlaState::Met && becomes.state == SlaState::Breached ? 1 : 0;
            impact->verdictsToMet += was.state == SlaState::Breached && becomes.state == SlaState::Met ? 1 : 0;
        }
    }
}

SlaChoice choiceOf(const QVector<SlaEvent> &all)
{
    const bool wasMerged = std::any_of(all.cbegin(), all.cend(),
                                       [](const SlaEvent &event) { return event.kind == SlaEventKind::Unmerged; });
    const QVector<SlaEvent> events = wasMerged ? eventsInForce(all) : all;
    const auto last = std::find_if(events.crbegin(), events.crend(), [](const SlaEvent &event) {
        return event.kind == SlaEventKind::Policy || event.kind == SlaEventKind::Recalculated;
    });
    return last == events.crend() ? SlaChoice()
                                  : SlaChoice{SlaPolicyVersionId{last->value}, CalendarVersionId{last->other}};
}

SlaChoice choiceOf(const SlaPolicy *policy, QueueId queue, const Catalog &catalog, const SlaChoice &before)
{
    if (!policy)
        return {};
    const SlaVersions &versions = *catalog.slaVersions;
    SlaChoice choice{policy->versionId, {}};
    if (const SlaPolicyPtr current = versions.policy(before.policy); current && current->id == policy->id)
        choice.policy = before.policy;
    if (const BusinessCalendar *calendar = calendarFor(*policy, queue, catalog)) {
        const bool stays = before.policy.isValid() && calendarOf(before.calendar, versions) == calendar->id;
        choice.calendar = stays ? before.calendar : calendar->versionId;
    }
    return choice;
}

CalendarId calendarOf(CalendarVersionId version, const SlaVersions &versions)
{
    return version.isValid() ? versions.workingTime(version)->calendar().id : CalendarId();
}

QVector<SlaMoment> momentsToCome(const QVector<SlaEvent> &events, const QVector<SlaClock> &clocks,
                                 const QVector<SlaFired> &fired, const SlaVersions &versions)
{
    Instant judgedAnew = 0;
    for (const SlaEvent &event : events) {
        if (event.kind == SlaEventKind::Recalculated)
            judgedAnew = event.at;
    }
    QVector<SlaMoment> moments;
    for (const SlaClock &clock : clocks) {
        if (clock.hasEnded() && clock.endedAt <= judgedAnew)
            continue;
        for (const SlaLevelInstant &instant : levelInstants(clock, versions)) {
            const bool done = std::any_of(fired.cbegin(), fired.cend(), [&](const SlaFired &one) {
                return one.target == clock.target && one.cycle == clock.cycle && one.level == instant.level;
            });
            if (!done)
                moments.append(SlaMoment{clock.target, clock.cycle, instant.level, instant.at});
        }
    }
    std::sort(moments.begin(), moments.end(), [](const SlaMoment &a, const SlaMoment &b) {
        return std::tie(a.at, a.target, a.cycle, a.level) < std::tie(b.at, b.target, b.cycle, b.level);
    });
    return moments;
}

SlaSummary summaryOf(const QVector<SlaEvent> &events, const QVector<SlaClock> &clocks, const QVector<SlaFired> &fired,
                     const SlaVersions &versions)
{
    SlaSummary summary = summarize(clocks, fired, versions);
    const bool anew = std::any_of(events.cbegin(), events.cend(),
                                  [](const SlaEvent &event) { return event.kind == SlaEventKind::Recalculated; });
    if (!anew) // then every level that has not fired is to come, and calculated already
        return summary;
    const QVector<SlaMoment> moments = momentsToCome(events, clocks, fired, versions);
    summary.nextAt = moments.isEmpty() ? 0 : moments.first().at;
    return summary;
}

} // namespace deskhand
