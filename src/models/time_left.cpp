// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time_left.h"

#include "models/pending_marks.h"
#include "models/sla_words.h"
#include "models/ticket_text.h"
#include "models/time_text.h"

#include <QCoreApplication>

namespace deskhand {

namespace {

constexpr qint64 timeLeftMinuteMs = 60'000;
constexpr qint64 timeLeftHourMs = 60 * timeLeftMinuteMs;
constexpr qint64 timeLeftDayMs = 24 * timeLeftHourMs;

struct TimeLeftWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::TimeLeft)
};

TimeLeftText overdueBy(qint64 milliseconds)
{
    return {TimeLeftWords::tr("overdue %1").arg(TicketText::roughSpan(milliseconds)), TimeLeft::Overdue};
}

/// The state that a clock stands still in. Of a ticket with something that waits to be sent it is another one than what
/// is shown here, perhaps: its clocks are the service's.
QString stateNameOf(const TicketHead &head, const Catalog &catalog)
{
    if (isPending(head))
        return {};
    const State *state = catalog.state(head.state);
    return state ? state->name : QString();
}

TimeLeftText pausedText(const TicketHead &head, const Catalog &catalog)
{
    const QString reason = stateNameOf(head, catalog);
    const bool late = head.slaLeft < 0;
    const QString brief = late ? TimeLeftWords::tr("overdue, paused") : TimeLeftWords::tr("paused");
    if (reason.isEmpty())
        return {brief, TimeLeft::Paused};
    return {late ? TimeLeftWords::tr("overdue, paused: %1", "a state").arg(reason)
                 : TimeLeftWords::tr("paused: %1", "a state").arg(reason),
            TimeLeft::Paused, brief};
}

} // namespace

QString countdownText(qint64 milliseconds)
{
    if (milliseconds < timeLeftMinuteMs)
        return TimeLeftWords::tr("%1 s", "seconds, as short as possible").arg(qMax<qint64>(0, milliseconds / 1000));
    return TicketText::span(milliseconds);
}

TimeLeft nearness(qint64 left)
{
    if (left <= 0)
        return TimeLeft::Overdue;
    if (left <= timeLeftHourMs)
        return TimeLeft::Critical;
    return left <= 4 * timeLeftHourMs ? TimeLeft::Soon : TimeLeft::Plenty;
}

TimeLeftText promisedTimeLeft(const TicketHead &head, const Catalog &catalog, Instant now)
{
    switch (head.sla) {
    case SlaStanding::None: return {};
    case SlaStanding::Met: return {TimeLeftWords::tr("met", "a promise was kept"), TimeLeft::Met};
    case SlaStanding::Missed: return {TimeLeftWords::tr("missed", "a promise was not kept"), TimeLeft::Missed};
    case SlaStanding::Paused: return pausedText(head, catalog);
    case SlaStanding::Running: break;
    }
    if (head.slaDueAt == 0)
        return {};
    const qint64 left = head.slaDueAt - now;
    return left <= 0 ? overdueBy(-left) : TimeLeftText{countdownText(left), nearness(left)};
}

TimeLeftText dueTimeLeft(const TicketHead &head, const Catalog &catalog, Instant now)
{
    const StateType type = catalog.stateType(head.state);
    if (!isUnresolved(type))
        return {};
    const bool pending = type == StateType::PendingReminder || type == StateType::PendingAuto;
    if (pending && head.pendingUntil != 0) {
        if (head.pendingUntil <= now)
            return overdueBy(now - head.pendingUntil);
        return {TimeLeftWords::tr("paused %1", "waiting for another %1").arg(TicketText::span(head.pendingUntil - now)),
                TimeLeft::Paused};
    }
    if (head.dueAt == 0)
        return pending ? TimeLeftText{TimeLeftWords::tr("paused"), TimeLeft::Paused} : TimeLeftText{};
    const qint64 left = head.dueAt - now;
    if (left <= 0)
        return overdueBy(-left);
    const TimeLeft level = left <= 4 * timeLeftHourMs ? TimeLeft::Critical
                           : left <= timeLeftDayMs    ? TimeLeft::Soon
                                                      : TimeLeft::Plenty;
    return {TicketText::span(left), level};
}

TimeLeftText nearestTimeLeft(const TicketHead &head, const Catalog &catalog, Instant now)
{
    TimeLeftText promised = promisedTimeLeft(head, catalog, now);
    if (promised.level != TimeLeft::None && promised.level < TimeLeft::Met)
        return promised;
    TimeLeftText due = dueTimeLeft(head, catalog, now);
    return due.level == TimeLeft::None ? promised : due;
}

QString promisedTimeTip(const TicketHead &head, const Catalog &catalog, Instant now, const QLocale &locale,
                        const QTimeZone &zone)
{
    const TimeWords words{locale, zone};
    const QString target = slaTargetText(head.slaTarget);
    const QString state =
        isPending(head) ? TimeLeftWords::tr("as the service has it", "a clock is paused") : stateNameOf(head, catalog);
    QString tip;
    switch (head.sla) {
    case SlaStanding::None: return {};
    case SlaStanding::Met: return TimeLeftWords::tr("Everything that was promised was kept.");
    case SlaStanding::Missed: return TimeLeftWords::tr("A promise was not kept in time.");
    case SlaStanding::Paused:
        tip = head.slaLeft < 0 ? TimeLeftWords::tr("%1: paused (%2), overdue by %3 before")
                                     .arg(target, state, TicketText::span(-head.slaLeft))
                               : TimeLeftWords::tr("%1: paused (%2), %3 left when it goes on")
                                     .arg(target, state, TicketText::span(head.slaLeft));
        break;
    case SlaStanding::Running:
        if (head.slaDueAt == 0)
            return {};
        tip = head.slaDueAt > now
                  ? TimeLeftWords::tr("%1: due %2, in %3 by the wall clock")
                        .arg(target, words.moment(head.slaDueAt, now), countdownText(head.slaDueAt - now))
                  : TimeLeftWords::tr("%1: was due %2, %3 ago by the wall clock")
                        .arg(target, words.moment(head.slaDueAt, now), TicketText::span(now - head.slaDueAt));
        break;
    }
    const bool isOpen = head.sla == SlaStanding::Running || head.sla == SlaStanding::Paused;
    if (isOpen && isPending(head))
        tip += u'\n' + slaWaitsText();
    if (head.slaMissed)
        tip += u'\n' + TimeLeftWords::tr("A promise before was not kept in time.");
    return tip;
}

Instant nextCountdownStep(Instant dueAt, Instant now)
{
    const qint64 left = dueAt - now;
    if (dueAt == 0 || left <= 0)
        return 0;
    if (left > timeLeftMinuteMs)
        return dueAt - timeLeftMinuteMs + 1; // then its seconds are counted
    return now + left % 1000 + 1;            // just after the second is full, so that the next one is shown
}

bool turnedOverdue(const TicketHead &head, Instant before, Instant now)
{
    return head.sla == SlaStanding::Running && head.slaDueAt != 0 && head.slaDueAt > before && head.slaDueAt <= now;
}

} // namespace deskhand
