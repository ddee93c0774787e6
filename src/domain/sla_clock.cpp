// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_clock.h"

#include "base/enum_names.h"
#include "domain/sla_replay.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr std::array slaStateNames{
    EnumName<SlaState>{SlaState::Running, QLatin1String("running")},
    EnumName<SlaState>{SlaState::Paused, QLatin1String("paused")},
    EnumName<SlaState>{SlaState::Met, QLatin1String("met")},
    EnumName<SlaState>{SlaState::Breached, QLatin1String("breached")},
    EnumName<SlaState>{SlaState::Cancelled, QLatin1String("cancelled")},
};

/// The cycles that other desks have judged, in the order of their verdicts.
QVector<SlaClock> judgedClocks(SlaTargetKind kind, const QVector<SlaEvent> &events)
{
    QVector<SlaClock> judged;
    for (const SlaEvent &event : events) {
        if (event.kind != SlaEventKind::Judged || event.value != qint64(kind))
            continue;
        constexpr qint64 missed = 2;
        SlaClock clock;
        clock.target = kind;
        clock.cycle = int(judged.size()) + 1;
        clock.state = event.other == missed ? SlaState::Breached : SlaState::Met;
        clock.promised = {TimeBasis::Calendar, 0};
        clock.startedAt = events.first().at;
        clock.endedAt = event.at;
        clock.breachAt = event.other == missed ? event.at : 0;
        clock.elapsed = event.at - clock.startedAt;
        judged.append(clock);
    }
    return judged;
}

/// Those that began behind the last verdict go on counting from it.
void appendBehind(const QVector<SlaClock> &judged, QVector<SlaClock> calculated, QVector<SlaClock> *clocks)
{
    *clocks += judged;
    int cycle = int(judged.size());
    for (SlaClock &clock : calculated) {
        if (!judged.isEmpty() && clock.startedAt < judged.last().endedAt)
            continue;
        clock.cycle = ++cycle;
        clocks->append(std::move(clock));
    }
}

} // namespace

QString slaStateName(SlaState state)
{
    return nameIn(slaStateNames, state);
}

bool slaStateFromName(QStringView name, SlaState *state)
{
    return valueIn(slaStateNames, name, state);
}

bool isJudgedElsewhere(const SlaClock &clock)
{
    return clock.hasEnded() && !clock.policy.isValid();
}

QVector<SlaClock> replayClocks(const QVector<SlaEvent> &events, const SlaVersions &versions)
{
    QVector<SlaClock> clocks;
    const SlaLog log(events, versions);
    const bool isJudged = std::any_of(events.cbegin(), events.cend(),
                                      [](const SlaEvent &event) { return event.kind == SlaEventKind::Judged; });
    for (const SlaTargetKind kind : allSlaTargetKinds) {
        QVector<SlaClock> calculated;
        if (log.promises(kind))
            SlaTargetReplay(kind, log).run(&calculated);
        if (isJudged)
            appendBehind(judgedClocks(kind, events), std::move(calculated), &clocks);
        else
            clocks += calculated;
    }
    return clocks;
}

SlaReading readClock(const SlaClock &clock, const SlaVersions &versions, Instant now)
{
    if (clock.hasEnded() || clock.state == SlaState::Paused)
        return {clock.state, clock.elapsed, clock.left, clock.dueAt};
    const WorkingTimePtr calendar = versions.workingTime(clock.calendar);
    const WorkingTimePtr always = versions.workingTime({});
    const SlaTime time(clock.promised.basis, *calendar, *always, clock.pauses);
    SlaReading reading;
    reading.dueAt = clock.dueAt;
    if (clock.breachAt != 0 && clock.breachAt <= now)
        reading.state = SlaState::Breached;
    const bool isDays = clock.promised.basis == TimeBasis::WorkingDays;
    if (isDays || clock.dueAt == 0)
        reading.elapsed = time.elapsed(clock.startedAt, now);
    if (clock.dueAt != 0)
        reading.left = time.left(now, clock.dueAt);
    else if (!isDays)
        reading.left = clock.promised.amount - reading.elapsed;
    if (!isDays && clock.dueAt != 0)
        reading.elapsed = clock.promised.amount - reading.left;
    return reading;
}

QVector<LedgerEntry> ledgerOf(const SlaClock &clock, const SlaVersions &versions, Instant until)
{
    const Instant end = clock.hasEnded() ? std::min(until, clock.endedAt) : until;
    if (end <= clock.startedAt)
        return {};
    QVector<Pause> pauses = clock.pauses;
    if (!pauses.isEmpty() && pauses.last().span.to == 0)
        pauses.last().span.to = std::max(end, pauses.last().span.from);
    const bool isCalendar = clock.promised.basis == TimeBasis::Calendar;
    const WorkingTimePtr time = versions.workingTime(isCalendar ? CalendarVersionId{} : clock.calendar);
    QVector<LedgerEntry> ledger = time->ledger(clock.startedAt, end, pauses);
    if (isCalendar) {
        for (LedgerEntry &entry : ledger) {
            if (entry.counted)
                entry.reason = LedgerReason::Always;
        }
    }
    return ledger;
}

} // namespace deskhand
