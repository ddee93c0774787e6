// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sla_rows.h"

namespace deskhand {

SlaEvent readSlaEvent(ColumnReader &row)
{
    SlaEvent event;
    event.kind = row.enumerator<SlaEventKind>();
    event.at = row.integer();
    event.value = row.integer();
    event.other = row.integer();
    return event;
}

SlaClock readSlaClock(ColumnReader &row)
{
    SlaClock clock;
    clock.target = row.enumerator<SlaTargetKind>();
    clock.cycle = int(row.integer());
    clock.state = row.enumerator<SlaState>();
    clock.promised.basis = row.enumerator<TimeBasis>();
    clock.promised.amount = row.integer();
    clock.policy = row.id<SlaPolicyVersionId>();
    clock.calendar = row.id<CalendarVersionId>();
    clock.startedAt = row.integer();
    clock.dueAt = row.integer();
    clock.breachAt = row.integer();
    clock.cause = row.enumerator<BreachCause>();
    clock.endedAt = row.integer();
    clock.pausedAt = row.integer();
    clock.pausedBy = row.id<StateId>();
    clock.elapsed = row.integer();
    clock.left = row.integer();
    clock.reason = row.text();
    return clock;
}

SlaFired readSlaFired(ColumnReader &row)
{
    SlaFired fired;
    fired.target = row.enumerator<SlaTargetKind>();
    fired.cycle = int(row.integer());
    fired.level = int(row.integer());
    fired.at = row.integer();
    fired.doneAt = row.integer();
    return fired;
}

SlaTask readSlaTask(ColumnReader &row)
{
    SlaTask task;
    task.id = row.id<SlaTaskId>();
    task.scope = row.enumerator<SlaScope>();
    task.policy = row.id<SlaPolicyId>();
    task.calendar = row.id<CalendarId>();
    task.createdAt = row.integer();
    task.by = row.id<PersonId>();
    task.cursor = row.id<TicketId>();
    task.total = row.integer();
    task.done = row.integer();
    const qint64 state = row.integer();
    task.finished = state == 1;
    task.cancelled = state == 2;
    return task;
}

int slaTaskState(const SlaTask &task)
{
    if (task.cancelled)
        return 2;
    return task.finished ? 1 : 0;
}

SlaEventRow slaEventRow(TicketId ticket, int position, const SlaEvent &event)
{
    return {ticket.value, position, qint64(event.kind), event.at, event.value, event.other};
}

SlaClockRow slaClockRow(TicketId ticket, const SlaClock &clock)
{
    return {ticket.value,
            qint64(clock.target),
            clock.cycle,
            qint64(clock.state),
            qint64(clock.promised.basis),
            clock.promised.amount,
            clock.policy.value,
            clock.calendar.value,
            clock.startedAt,
            clock.dueAt,
            clock.breachAt,
            qint64(clock.cause),
            clock.endedAt,
            clock.pausedAt,
            clock.pausedBy.value,
            clock.elapsed,
            clock.left};
}

SlaSummaryRow slaSummaryRow(TicketId ticket, const SlaSummary &summary)
{
    return {qint64(summary.standing), qint64(summary.target), summary.dueAt, summary.left,
            summary.missed ? 1 : 0,   summary.nextAt,         ticket.value};
}

bool isStoredAlike(const SlaClock &a, const SlaClock &b)
{
    return slaClockRow({}, a) == slaClockRow({}, b);
}

} // namespace deskhand
