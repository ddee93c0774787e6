// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_clock.h"
#include "domain/ticket.h"

#include <algorithm>

namespace deskhand {
namespace {

bool hasFired(const QVector<SlaFired> &fired, const SlaClock &clock, int level)
{
    return std::any_of(fired.cbegin(), fired.cend(), [&](const SlaFired &one) {
        return one.level == level && one.target == clock.target && one.cycle == clock.cycle;
    });
}

/// The first that has not fired; 0: there is none.
Instant nextLevelAt(const SlaClock &clock, const QVector<SlaFired> &fired, const SlaVersions &versions)
{
    for (const SlaLevelInstant &one : levelInstants(clock, versions)) {
        if (!hasFired(fired, clock, one.level))
            return one.at;
    }
    return 0;
}

bool isSooner(Instant at, Instant than)
{
    return at != 0 && (than == 0 || at < than);
}

} // namespace

SlaSummary summarize(const QVector<SlaClock> &clocks, const QVector<SlaFired> &fired, const SlaVersions &versions)
{
    SlaSummary summary;
    SlaSummary paused;
    bool met = false;
    for (const SlaClock &clock : clocks) {
        summary.missed = summary.missed || (clock.hasEnded() && clock.state == SlaState::Breached);
        met = met || clock.state == SlaState::Met;
        if (const Instant at = nextLevelAt(clock, fired, versions); isSooner(at, summary.nextAt))
            summary.nextAt = at;
        if (clock.hasEnded())
            continue;
        if (clock.state == SlaState::Paused) {
            if (paused.target == SlaTargetKind::None || clock.left < paused.left) {
                paused.target = clock.target;
                paused.left = clock.left;
            }
        } else if (summary.target == SlaTargetKind::None || isSooner(clock.breachAt, summary.dueAt)) {
            summary.target = clock.target;
            summary.dueAt = clock.breachAt;
        }
    }
    if (summary.target != SlaTargetKind::None) {
        summary.standing = SlaStanding::Running;
    } else if (paused.target != SlaTargetKind::None) {
        summary.standing = SlaStanding::Paused;
        summary.target = paused.target;
        summary.left = paused.left;
    } else if (summary.missed) {
        summary.standing = SlaStanding::Missed;
    } else {
        summary.standing = met ? SlaStanding::Met : SlaStanding::None;
    }
    return summary;
}

} // namespace deskhand
