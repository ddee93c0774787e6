// SPDX-License-Identifier: GPL-3.0-or-later
// What clocks say, and the ledger that explains it.
#include "models/sla_presenter.h"
#include "models/sla_words.h"
#include "models/ticket_text.h"
#include "models/time_text.h"

#include <algorithm>

namespace deskhand {

namespace {

constexpr int wholePermille = 1000;

struct SlaCardWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::SlaCard)
};

TimeLeft levelOf(const SlaClock &clock, const SlaReading &reading, Instant now)
{
    switch (reading.state) {
    case SlaState::Running: return reading.dueAt == 0 ? TimeLeft::Plenty : nearness(reading.dueAt - now);
    case SlaState::Paused: return TimeLeft::Paused;
    case SlaState::Met: return TimeLeft::Met;
    case SlaState::Breached: return clock.hasEnded() ? TimeLeft::Missed : TimeLeft::Overdue;
    case SlaState::Cancelled: break;
    }
    return TimeLeft::None;
}

int permilleOf(const SlaReading &reading)
{
    // Of working days the amount is no time: what has gone and what is left make the whole of it.
    const qint64 whole = reading.elapsed + reading.left;
    if (whole <= 0)
        return wholePermille;
    return int(std::clamp<qint64>(reading.elapsed * wholePermille / whole, 0, wholePermille));
}

/// In minutes while there are many of them: seconds count at the end only.
QString leftText(qint64 milliseconds)
{
    constexpr qint64 minuteMs = 60'000;
    const qint64 size = qAbs(milliseconds);
    return slaSpanText(size < minuteMs ? size : size / minuteMs * minuteMs);
}

QString briefOf(const SlaClock &clock, const SlaReading &reading, Instant now)
{
    switch (reading.state) {
    case SlaState::Running:
        return reading.dueAt == 0 ? slaStateText(reading.state) : countdownText(reading.dueAt - now);
    case SlaState::Breached:
        return clock.hasEnded() ? slaStateText(reading.state)
                                : SlaCardWords::tr("overdue %1").arg(TicketText::roughSpan(now - clock.breachAt));
    default: return slaStateText(reading.state);
    }
}

QString pausedStatus(const SlaClock &clock, const SlaReading &reading, const Catalog &catalog)
{
    const State *state = catalog.state(clock.pausedBy);
    const QString paused =
        state ? SlaCardWords::tr("paused: %1", "a state").arg(state->name) : slaStateText(reading.state);
    return reading.left < 0 ? SlaCardWords::tr("%1, overdue by %2 before").arg(paused, leftText(reading.left))
                            : SlaCardWords::tr("%1, %2 left").arg(paused, leftText(reading.left));
}

QString statusOf(const SlaClock &clock, const SlaReading &reading, const Catalog &catalog)
{
    switch (reading.state) {
    case SlaState::Running:
        if (reading.dueAt == 0)
            return slaStateText(reading.state);
        return clock.promised.basis == TimeBasis::Calendar
                   ? SlaCardWords::tr("%1 left").arg(leftText(reading.left))
                   : SlaCardWords::tr("%1 of working time left").arg(leftText(reading.left));
    case SlaState::Paused: return pausedStatus(clock, reading, catalog);
    case SlaState::Met: return SlaCardWords::tr("met after %1").arg(slaSpanText(reading.elapsed));
    case SlaState::Breached:
        return clock.hasEnded() ? SlaCardWords::tr("missed by %1").arg(leftText(reading.left))
                                : SlaCardWords::tr("overdue by %1").arg(leftText(reading.left));
    case SlaState::Cancelled: return slaStateText(reading.state);
    }
    return {};
}

QString dueOf(const SlaClock &clock, const SlaReading &reading, Instant now)
{
    const TimeWords words;
    if (clock.hasEnded()) {
        if (clock.state == SlaState::Cancelled || clock.dueAt == 0)
            return {};
        return SlaCardWords::tr("was due %1").arg(words.moment(clock.dueAt, now));
    }
    if (reading.dueAt == 0)
        return {};
    const QString moment = words.moment(reading.dueAt, now);
    return reading.dueAt > now ? SlaCardWords::tr("due %1 (in %2)", "when, how long by the wall clock")
                                     .arg(moment, countdownText(reading.dueAt - now))
                               : SlaCardWords::tr("was due %1 (%2 ago)", "when, how long by the wall clock")
                                     .arg(moment, TicketText::span(now - reading.dueAt));
}

QString versioned(const QString &name, int version)
{
    return SlaCardWords::tr("%1, version %2", "name of a policy or a calendar").arg(name).arg(version);
}

bool goesRoundTheClock(const SlaClock &clock)
{
    return !clock.calendar.isValid() || clock.promised.basis == TimeBasis::Calendar;
}

const BusinessCalendar &calendarOf(const SlaClock &clock, const SlaVersions &versions)
{
    return versions.workingTime(clock.calendar)->calendar();
}

/// Short, for the card: "Standard v3 · Office v2".
QString rulesOf(const SlaClock &clock, const SlaVersions &versions)
{
    const auto brief = [](const QString &name, int version) {
        return SlaCardWords::tr("%1 v%2", "name and version of a policy or a calendar").arg(name).arg(version);
    };
    const SlaPolicyPtr policy = versions.policy(clock.policy);
    QStringList parts;
    if (isJudgedElsewhere(clock))
        return SlaCardWords::tr("judged by another desk");
    if (policy)
        parts.append(brief(policy->name, policy->version));
    if (goesRoundTheClock(clock))
        parts.append(SlaCardWords::tr("round the clock"));
    else
        parts.append(brief(calendarOf(clock, versions).name, calendarOf(clock, versions).version));
    return parts.join(QStringLiteral(" · "));
}

QString causeOf(const SlaClock &clock, const SlaReading &reading)
{
    if (reading.state != SlaState::Breached || clock.cause == BreachCause::Time)
        return {}; // that the time was up is what the status says
    return SlaCardWords::tr("Counts as missed since %1: %2.")
        .arg(TimeWords().moment(clock.breachAt, clock.breachAt), slaBreachCauseText(clock.cause));
}

qint64 pausedTime(const QVector<LedgerEntry> &ledger)
{
    qint64 sum = 0;
    for (const LedgerEntry &entry : ledger) {
        if (!entry.counted && (entry.reason == LedgerReason::Paused || entry.reason == LedgerReason::Solved))
            sum += entry.to - entry.from;
    }
    return sum;
}

/// The zone in which the working hours of a clock are written.
QTimeZone zoneOf(const SlaClock &clock, const SlaVersions &versions)
{
    if (!clock.calendar.isValid())
        return QTimeZone::systemTimeZone();
    const QTimeZone zone(calendarOf(clock, versions).zone);
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

} // namespace

QString SlaBlock::spoken() const
{
    QStringList parts{SlaCardWords::tr("%1: %2", "a target and where it stands").arg(title, status)};
    for (const QString &part : {due, waits, promise, cause, reason}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral(", "));
}

SlaBlock SlaPresenter::blockOf(const SlaClock &clock) const
{
    const CatalogPtr catalog = m_catalog.catalog();
    const Instant now = m_catalog.now();
    const SlaReading reading = readClock(clock, *catalog->slaVersions, now);
    SlaBlock block;
    block.target = clock.target;
    block.cycle = clock.cycle;
    block.state = reading.state;
    block.ended = clock.hasEnded();
    block.level = levelOf(clock, reading, now);
    block.title = slaTargetText(clock.target);
    if (clock.cycle > 1)
        block.title = SlaCardWords::tr("%1 (cycle %2)", "a target").arg(block.title).arg(clock.cycle);
    block.brief = briefOf(clock, reading, now);
    block.status = statusOf(clock, reading, *catalog);
    block.due = dueOf(clock, reading, now);
    if (m_waits && !clock.hasEnded())
        block.waits = slaWaitsText();
    block.promise = SlaCardWords::tr("promised: %1").arg(slaPromiseText(clock.promised));
    block.rules = rulesOf(clock, *catalog->slaVersions);
    block.permille = permilleOf(reading);
    block.cause = causeOf(clock, reading);
    block.reason = clock.reason;
    return block;
}

QStringList SlaPresenter::factsOf(const SlaClock &clock, const SlaReading &reading,
                                  const QVector<LedgerEntry> &ledger) const
{
    const SlaVersions &versions = *m_catalog.catalog()->slaVersions;
    const Instant now = m_catalog.now();
    const QTimeZone zone = zoneOf(clock, versions);
    const TimeWords words{QLocale(), zone};
    const SlaPolicyPtr policy = versions.policy(clock.policy);
    QStringList facts;
    const QString promise = slaPromiseText(clock.promised);
    if (isJudgedElsewhere(clock))
        return {SlaCardWords::tr("Another desk has judged this; it came with the ticket when that was imported."),
                slaStateText(clock.state)};
    facts.append(
        policy
            ? SlaCardWords::tr("Promised: %1, by the policy %2.").arg(promise, versioned(policy->name, policy->version))
            : SlaCardWords::tr("Promised: %1.").arg(promise));
    if (goesRoundTheClock(clock)) {
        facts.append(SlaCardWords::tr("It counts round the clock."));
    } else {
        const BusinessCalendar &calendar = calendarOf(clock, versions);
        facts.append(SlaCardWords::tr("It counts by the calendar %1, in the time of %2.")
                         .arg(versioned(calendar.name, calendar.version), QString::fromLatin1(zone.id())));
    }
    const QString began = words.moment(clock.startedAt, now);
    const qint64 paused = pausedTime(ledger);
    if (clock.hasEnded())
        facts.append(SlaCardWords::tr("It began %1 and ended %2.").arg(began, words.moment(clock.endedAt, now)));
    else if (reading.dueAt == 0)
        facts.append(SlaCardWords::tr("It began %1. It is not due while it stands still; then %2 are left.")
                         .arg(began, slaSpanText(reading.left)));
    else if (paused > 0)
        facts.append(SlaCardWords::tr("It began %1. It is due %2, when all of that has been counted; %3 did not count "
                                      "because it stood still.")
                         .arg(began, words.moment(reading.dueAt, now), slaSpanText(paused)));
    else
        facts.append(SlaCardWords::tr("It began %1. It is due %2, when all of that has been counted.")
                         .arg(began, words.moment(reading.dueAt, now)));
    if (m_waits && !clock.hasEnded())
        facts.append(slaWaitsText());
    if (const QString cause = causeOf(clock, reading); !cause.isEmpty())
        facts.append(cause);
    return facts;
}

std::optional<SlaLedger> SlaPresenter::ledger(SlaTargetKind target, int cycle, bool fold) const
{
    const SlaClock *clock = clockOf(target, cycle);
    if (!clock)
        return {};
    const CatalogPtr catalog = m_catalog.catalog();
    const SlaVersions &versions = *catalog->slaVersions;
    const Instant now = m_catalog.now();
    const SlaReading reading = readClock(*clock, versions, now);
    // Of a clock that runs also what is still to come until it is due.
    const bool ahead = clock->state == SlaState::Running && reading.dueAt > now;
    const CutLedger cut =
        cutLedger(ledgerOf(*clock, versions, ahead ? reading.dueAt : now), clock->hasEnded() ? clock->endedAt : now);
    SlaLedger ledger;
    const SlaBlock block = blockOf(*clock);
    ledger.title = SlaCardWords::tr("%1: %2", "a target and where it stands").arg(block.title, block.status);
    ledger.facts = factsOf(*clock, reading, cut.before);
    ledger.elapsed = countedTime(cut.before);
    ledger.canFold = isLongLedger(cut.before + cut.after);
    LedgerStyle style{catalog, zoneOf(*clock, versions), QLocale(), fold && ledger.canFold};
    ledger.lines = ledgerLines(cut.before, style);
    if (ahead)
        ledger.lines += ledgerLines(cut.after, style, ledger.elapsed, true);
    return ledger;
}

QString SlaLedger::total() const
{
    return SlaCardWords::tr("Counted: %1").arg(slaSpanText(elapsed));
}

QString SlaLedger::asText() const
{
    QStringList text{title};
    text += facts;
    text.append(QString());
    bool ahead = false;
    for (const LedgerLine &line : lines) {
        if (line.ahead && !std::exchange(ahead, true))
            text.append(total() + u'\n' + SlaCardWords::tr("From now on:"));
        text.append(line.when + u'\t' + line.why + u'\t'
                    + (line.counts ? slaSpanText(line.counted) : QStringLiteral("–")) + u'\t' + slaSpanText(line.sum));
    }
    if (!ahead)
        text.append(total());
    return text.join(u'\n') + u'\n';
}

} // namespace deskhand
