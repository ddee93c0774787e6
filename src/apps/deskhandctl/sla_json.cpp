// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/sla_json.h"

#include "apps/deskhandctl/output.h"

#include <algorithm>

namespace deskhand::ctl {
namespace {

constexpr qint64 msOfSecond = 1000;

QJsonValue instantOrNull(Instant instant)
{
    return instant == 0 ? QJsonValue() : QJsonValue(instantText(instant));
}

QJsonArray idsToJson(const QVector<TicketId> &ids)
{
    QJsonArray array;
    for (const TicketId id : ids)
        array.append(id.value);
    return array;
}

QJsonArray complianceToJson(const QVector<SlaCompliance> &all)
{
    QJsonArray array;
    for (const SlaCompliance &one : all)
        array.append(QJsonObject{{QStringLiteral("target"), slaTargetName(one.target)},
                                 {QStringLiteral("met"), one.met},
                                 {QStringLiteral("missed"), one.missed},
                                 {QStringLiteral("running"), one.running}});
    return array;
}

template <typename Item>
QString nameOr(const Item *item)
{
    return item ? item->name : QString();
}

QJsonObject versionOf(const QString &name, int version)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("version"), version}};
}

QJsonObject clockToJson(const SlaClock &clock, const Catalog &catalog, Instant now)
{
    const SlaVersions &versions = *catalog.slaVersions;
    const SlaReading reading = readClock(clock, versions, now);
    const QVector<LedgerEntry> ledger = ledgerOf(clock, versions, now);
    const SlaPolicyPtr policy = versions.policy(clock.policy);
    const BusinessCalendar &calendar = versions.workingTime(clock.calendar)->calendar();
    QJsonObject json{
        {QStringLiteral("target"), slaTargetName(clock.target)},
        {QStringLiteral("cycle"), clock.cycle},
        {QStringLiteral("state"), slaStateName(reading.state)},
        {QStringLiteral("promised"), amountToJson(clock.promised)},
        {QStringLiteral("policy"), policy ? versionOf(policy->name, policy->version) : QJsonObject()},
        {QStringLiteral("calendar"), versionOf(calendar.name, calendar.version)},
        {QStringLiteral("zone"), QString::fromLatin1(calendar.zone)},
        {QStringLiteral("started"), instantOrNull(clock.startedAt)},
        {QStringLiteral("due"), instantOrNull(reading.dueAt)},
        {QStringLiteral("missed_at"), instantOrNull(clock.breachAt)},
        {QStringLiteral("cause"), breachCauseName(clock.cause)},
        {QStringLiteral("ended"), instantOrNull(clock.endedAt)},
        {QStringLiteral("paused_since"), instantOrNull(clock.pausedAt)},
        {QStringLiteral("paused_by"), nameOr(catalog.state(clock.pausedBy))},
        {QStringLiteral("elapsed_ms"), reading.elapsed},
        {QStringLiteral("left_ms"), reading.left},
        {QStringLiteral("reason"), clock.reason},
        {QStringLiteral("counted_ms"), countedTime(ledger)},
        {QStringLiteral("ledger"), slaLedgerToJson(ledger, catalog)},
    };
    return json;
}

QJsonArray levelsToJson(const SlaClock &clock, const TicketSla &sla, const SlaVersions &versions)
{
    QJsonArray levels;
    const SlaPolicyPtr policy = versions.policy(clock.policy);
    for (const SlaLevelInstant &level : levelInstants(clock, versions)) {
        const auto fired = std::find_if(sla.fired.cbegin(), sla.fired.cend(), [&](const SlaFired &one) {
            return one.target == clock.target && one.cycle == clock.cycle && one.level == level.level;
        });
        QString name = level.level == 0 ? QStringLiteral("breach") : QString();
        for (const SlaLevel &known : policy ? policy->levels : QVector<SlaLevel>()) {
            if (known.id == level.level)
                name = known.name;
        }
        levels.append(QJsonObject{
            {QStringLiteral("target"), slaTargetName(clock.target)},
            {QStringLiteral("cycle"), clock.cycle},
            {QStringLiteral("level"), level.level},
            {QStringLiteral("name"), name},
            {QStringLiteral("at"), instantOrNull(level.at)},
            {QStringLiteral("fired_at"), fired == sla.fired.cend() ? QJsonValue() : instantOrNull(fired->at)},
            {QStringLiteral("noticed_at"), fired == sla.fired.cend() ? QJsonValue() : instantOrNull(fired->doneAt)}});
    }
    return levels;
}

} // namespace

QJsonObject explanationToJson(const TicketSla &sla, const QVector<SlaClock> &clocks, const Catalog &catalog,
                              Instant now)
{
    QJsonArray targets;
    QJsonArray levels;
    for (const SlaClock &clock : clocks) {
        targets.append(clockToJson(clock, catalog, now));
        for (const QJsonValue &level : levelsToJson(clock, sla, *catalog.slaVersions))
            levels.append(level);
    }
    return {{QStringLiteral("ticket"), sla.ticket.value},
            {QStringLiteral("at"), instantText(now)},
            {QStringLiteral("targets"), targets},
            {QStringLiteral("levels"), levels}};
}

QJsonObject amountToJson(const TimeAmount &amount)
{
    if (amount.basis == TimeBasis::WorkingDays)
        return {{QStringLiteral("basis"), QStringLiteral("working-days")}, {QStringLiteral("days"), amount.amount}};
    return {{QStringLiteral("basis"),
             amount.basis == TimeBasis::Business ? QStringLiteral("business") : QStringLiteral("calendar")},
            {QStringLiteral("ms"), amount.amount}};
}

QJsonArray slaLedgerToJson(const QVector<LedgerEntry> &ledger, const Catalog &catalog)
{
    QJsonArray array;
    for (const LedgerEntry &entry : ledger)
        array.append(QJsonObject{{QStringLiteral("from"), instantText(entry.from)},
                                 {QStringLiteral("to"), instantText(entry.to)},
                                 {QStringLiteral("counted"), entry.counted},
                                 {QStringLiteral("why"), ledgerWords(entry, catalog)}});
    return array;
}

QJsonObject impactToJson(const SlaImpact &impact)
{
    return {{QStringLiteral("tickets"), impact.tickets},
            {QStringLiteral("changed"), impact.changed},
            {QStringLiteral("become_overdue"), impact.becomeOverdue},
            {QStringLiteral("stop_being_overdue"), impact.stopBeingOverdue},
            {QStringLiteral("verdicts_to_missed"), impact.verdictsToMissed},
            {QStringLiteral("verdicts_to_met"), impact.verdictsToMet},
            {QStringLiteral("changed_tickets"), idsToJson(impact.changedIds)},
            {QStringLiteral("become_overdue_tickets"), idsToJson(impact.becomeOverdueIds)},
            {QStringLiteral("stop_being_overdue_tickets"), idsToJson(impact.stopBeingOverdueIds)},
            {QStringLiteral("before"), complianceToJson(impact.before)},
            {QStringLiteral("after"), complianceToJson(impact.after)}};
}

QJsonObject taskToJson(const SlaTask &task, const Catalog &catalog)
{
    return {{QStringLiteral("id"), task.id.value},
            {QStringLiteral("scope"), scopeWord(task.scope)},
            {QStringLiteral("policy"), nameOr(catalog.slaPolicy(task.policy))},
            {QStringLiteral("calendar"), nameOr(catalog.calendar(task.calendar))},
            {QStringLiteral("created"), instantOrNull(task.createdAt)},
            {QStringLiteral("by"), nameOr(catalog.agent(task.by))},
            {QStringLiteral("total"), task.total},
            {QStringLiteral("done"), task.done},
            {QStringLiteral("state"), task.cancelled  ? QStringLiteral("cancelled")
                                      : task.finished ? QStringLiteral("finished")
                                                      : QStringLiteral("running")}};
}

QJsonObject notificationToJson(const Notification &notification)
{
    return {{QStringLiteral("id"), notification.id.value},
            {QStringLiteral("kind"),
             notification.kind == NotificationKind::SlaBreach ? QStringLiteral("breach") : QStringLiteral("level")},
            {QStringLiteral("ticket"), notification.ticketNumber},
            {QStringLiteral("subject"), notification.subject},
            {QStringLiteral("target"), slaTargetName(notification.target)},
            {QStringLiteral("cycle"), notification.cycle},
            {QStringLiteral("level"), notification.level},
            {QStringLiteral("at"), instantOrNull(notification.at)},
            {QStringLiteral("due"), instantOrNull(notification.dueAt)},
            {QStringLiteral("seen"), instantOrNull(notification.seenAt)}};
}

QString spanWords(qint64 ms)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    const qint64 seconds = std::abs(ms) / msOfSecond;
    QStringList parts;
    if (seconds >= hour)
        parts.append(QStringLiteral("%1h").arg(seconds / hour));
    if (seconds % hour >= minute)
        parts.append(QStringLiteral("%1m").arg(seconds % hour / minute));
    if (seconds % minute != 0 || parts.isEmpty())
        parts.append(QStringLiteral("%1s").arg(seconds % minute));
    return (ms < 0 ? QStringLiteral("-") : QString()) + parts.join(u' ');
}

QString amountWords(const TimeAmount &amount)
{
    if (amount.basis == TimeBasis::WorkingDays)
        return QStringLiteral("%1wd").arg(amount.amount);
    return spanWords(amount.amount) + (amount.basis == TimeBasis::Calendar ? QStringLiteral(" calendar") : QString());
}

QString ledgerWords(const LedgerEntry &entry, const Catalog &catalog)
{
    const State *state = catalog.state(StateId{entry.stateId});
    const QString name = state ? state->name : entry.name;
    return name.isEmpty() ? ledgerReasonName(entry.reason)
                          : QStringLiteral("%1: %2").arg(ledgerReasonName(entry.reason), name);
}

QString policyWords(SlaPolicyVersionId id, const SlaVersions &versions)
{
    const SlaPolicyPtr policy = versions.policy(id);
    return policy ? QStringLiteral("%1, version %2").arg(policy->name).arg(policy->version)
                  : QStringLiteral("no policy");
}

QString calendarWords(CalendarVersionId id, const SlaVersions &versions)
{
    if (!id.isValid())
        return QStringLiteral("round the clock");
    const BusinessCalendar &calendar = versions.workingTime(id)->calendar();
    return QStringLiteral("%1, version %2 (%3)")
        .arg(calendar.name)
        .arg(calendar.version)
        .arg(QString::fromLatin1(calendar.zone));
}

QString breachCauseName(BreachCause cause)
{
    switch (cause) {
    case BreachCause::Time: return QStringLiteral("time");
    case BreachCause::PriorityChange: return QStringLiteral("priority-change");
    case BreachCause::PolicyChange: return QStringLiteral("policy-change");
    case BreachCause::Merge: return QStringLiteral("merge");
    }
    return {};
}

QString scopeWord(SlaScope scope)
{
    switch (scope) {
    case SlaScope::NewTickets: return QStringLiteral("new");
    case SlaScope::Open: return QStringLiteral("open");
    case SlaScope::All: return QStringLiteral("all");
    }
    return {};
}

bool scopeFromWord(const QString &name, SlaScope *scope)
{
    for (const SlaScope one : {SlaScope::NewTickets, SlaScope::Open, SlaScope::All}) {
        if (scopeWord(one) == name) {
            *scope = one;
            return true;
        }
    }
    printError(QStringLiteral("--scope is new, open or all, not “%1”").arg(name));
    return false;
}

} // namespace deskhand::ctl
