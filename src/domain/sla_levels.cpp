// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_clock.h"
#include "domain/sla_time.h"

#include <algorithm>
#include <tuple>

namespace deskhand {
namespace {

/// The order of levels at one instant: warnings, the breach, what comes after it.
int levelRank(const SlaLevel &level)
{
    const bool comesBefore =
        level.when == SlaLevel::When::Before || (level.when == SlaLevel::When::Percent && level.amount < 100);
    return comesBefore ? 0 : 2;
}
constexpr int breachRank = 1;

/// A cycle with what its levels are measured by.
struct LevelScale {
    const SlaTime &time;
    Instant start = 0;
    Instant due = 0;
    qint64 total = 0; ///< counted ms from start to due

    /// 0: it is never reached.
    [[nodiscard]] Instant instantOf(const SlaLevel &level) const
    {
        switch (level.when) {
        case SlaLevel::When::Percent:
            return level.amount == 100
                       ? due
                       : time.dueAfter(start, total / 100 * level.amount + total % 100 * level.amount / 100);
        case SlaLevel::When::Before:
            if (!level.inWorkingTime)
                return std::max(start, due - level.amount);
            return level.amount >= total ? start : time.dueAfter(start, total - level.amount);
        case SlaLevel::When::After: return level.inWorkingTime ? time.dueAfter(due, level.amount) : due + level.amount;
        }
        return 0;
    }
};

QVector<Pause> withoutOpenPause(QVector<Pause> pauses)
{
    if (!pauses.isEmpty() && pauses.last().span.to == 0)
        pauses.removeLast();
    return pauses;
}

bool isLevelOf(const SlaLevel &level, SlaTargetKind target)
{
    return level.targets.isEmpty() || level.targets.contains(target);
}

struct RankedLevel {
    SlaLevelInstant level;
    int rank = 0;
    int place = 0; ///< in the policy

    bool operator<(const RankedLevel &other) const
    {
        return std::tie(level.at, rank, place) < std::tie(other.level.at, other.rank, other.place);
    }
};

/// The levels of the policy; of a cycle that stands still or has ended what it had reached by then.
QVector<RankedLevel> rankedLevels(const SlaClock &clock, const SlaPolicy &policy, const SlaVersions &versions)
{
    const Instant limit = clock.hasEnded() ? clock.endedAt : clock.pausedAt;
    QVector<RankedLevel> reached;
    const WorkingTimePtr calendar = versions.workingTime(clock.calendar);
    const WorkingTimePtr always = versions.workingTime({});
    const SlaTime time(clock.promised.basis, *calendar, *always, withoutOpenPause(clock.pauses));
    const Instant due = clock.dueAt != 0 ? clock.dueAt : time.due(clock.startedAt, clock.promised.amount);
    if (due == 0)
        return reached;
    const bool isDays = clock.promised.basis == TimeBasis::WorkingDays;
    const LevelScale scale{time, clock.startedAt, due,
                           isDays ? time.elapsed(clock.startedAt, due) : clock.promised.amount};
    for (const SlaLevel &level : policy.levels) {
        if (!isLevelOf(level, clock.target))
            continue;
        Instant at = scale.instantOf(level);
        if (at == 0 || (limit != 0 && at >= limit))
            continue;
        at = std::max(at, clock.changedAt);
        if (level.waitForWorkingHours)
            at = calendar->nextWorking(at).value_or(0);
        if (at != 0 && (!clock.hasEnded() || at < limit))
            reached.append({{level.id, at}, levelRank(level), int(reached.size())});
    }
    return reached;
}

} // namespace

QVector<SlaLevelInstant> levelInstants(const SlaClock &clock, const SlaVersions &versions)
{
    QVector<RankedLevel> ranked;
    if (const SlaPolicyPtr policy = versions.policy(clock.policy); policy && !policy->levels.isEmpty())
        ranked = rankedLevels(clock, *policy, versions);
    const bool isMissed = clock.hasEnded() ? clock.state == SlaState::Breached : clock.breachAt != 0;
    if (isMissed)
        ranked.append({{0, clock.breachAt}, breachRank, 0});
    std::sort(ranked.begin(), ranked.end());
    QVector<SlaLevelInstant> instants;
    instants.reserve(ranked.size());
    for (const RankedLevel &one : ranked)
        instants.append(one.level);
    return instants;
}

} // namespace deskhand
