// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_check.h"

#include "base/enum_names.h"
#include "domain/catalog.h"
#include "domain/condition_logic.h"
#include "domain/condition_text.h"
#include "domain/sla_references.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr std::array slaFindingNames{
    EnumName<SlaFindingKind>{SlaFindingKind::UncoveredTickets, QLatin1String("uncovered-tickets")},
    EnumName<SlaFindingKind>{SlaFindingKind::NeverMatches, QLatin1String("never-matches")},
    EnumName<SlaFindingKind>{SlaFindingKind::Hidden, QLatin1String("hidden")},
    EnumName<SlaFindingKind>{SlaFindingKind::QueueWithoutCalendar, QLatin1String("queue-without-calendar")},
    EnumName<SlaFindingKind>{SlaFindingKind::TargetTooShort, QLatin1String("target-too-short")},
    EnumName<SlaFindingKind>{SlaFindingKind::WarningNeverReached, QLatin1String("warning-never-reached")},
    EnumName<SlaFindingKind>{SlaFindingKind::UnknownReference, QLatin1String("unknown-reference")},
    EnumName<SlaFindingKind>{SlaFindingKind::UnconfirmedHolidays, QLatin1String("unconfirmed-holidays")},
    EnumName<SlaFindingKind>{SlaFindingKind::CalendarEnds, QLatin1String("calendar-ends")},
    EnumName<SlaFindingKind>{SlaFindingKind::NobodyToNotify, QLatin1String("nobody-to-notify")},
};

QVector<TimeAmount> promisedAmounts(const SlaTarget &target)
{
    QVector<TimeAmount> amounts;
    for (const SlaPriorityAmount &one : target.amounts) {
        if (one.amount)
            amounts.append(*one.amount);
    }
    if (target.otherwise)
        amounts.append(*target.otherwise);
    return amounts;
}

bool goesByCalendar(const SlaPolicy &policy)
{
    return std::any_of(policy.targets.cbegin(), policy.targets.cend(), [](const SlaTarget &target) {
        const QVector<TimeAmount> amounts = promisedAmounts(target);
        return std::any_of(amounts.cbegin(), amounts.cend(),
                           [](const TimeAmount &amount) { return amount.basis != TimeBasis::Calendar; });
    });
}

/// One walk through the configuration.
class SlaCheck
{
public:
    SlaCheck(const Catalog &catalog, qint64 watchInterval)
        : m_catalog(catalog)
        , m_watchInterval(watchInterval)
    {
    }

    void checkCoverage(qint64 uncovered);
    void checkPolicies();
    void checkCalendars(QDate today);
    [[nodiscard]] QVector<SlaFinding> findings() const { return m_findings; }

private:
    SlaFinding &add(SlaFindingKind kind, const SlaPolicy *policy = nullptr);
    void checkCondition(const SlaPolicy &policy);
    void checkQueues(const SlaPolicy &policy);
    void checkTargets(const SlaPolicy &policy);
    void checkLevel(const SlaPolicy &policy, const SlaLevel &level);
    void checkListeners(const SlaPolicy &policy, const SlaLevel &level);
    void checkReferences(const SlaPolicy &policy);
    [[nodiscard]] bool mayMeet(const SlaPolicy &policy, QueueId queue) const;

    const Catalog &m_catalog;
    const qint64 m_watchInterval;
    QVector<const SlaPolicy *> m_before; ///< active ones that come before the one that is looked at
    QVector<SlaFinding> m_findings;
};

SlaFinding &SlaCheck::add(SlaFindingKind kind, const SlaPolicy *policy)
{
    SlaFinding finding;
    finding.kind = kind;
    finding.policy = policy ? policy->id : SlaPolicyId{};
    m_findings.append(finding);
    return m_findings.last();
}

void SlaCheck::checkCoverage(qint64 uncovered)
{
    const bool hasPolicy = std::any_of(m_catalog.slaPolicies.cbegin(), m_catalog.slaPolicies.cend(),
                                       [](const SlaPolicy &policy) { return policy.active; });
    // Without a count only a desk without policies is known to leave tickets uncovered.
    if (uncovered > 0 || (uncovered < 0 && !hasPolicy)) {
        SlaFinding &finding = add(SlaFindingKind::UncoveredTickets);
        finding.count = uncovered;
        finding.detail = printCondition(uncoveredCondition(m_catalog), m_catalog);
    }
}

void SlaCheck::checkPolicies()
{
    for (const SlaPolicy &policy : m_catalog.slaPolicies) {
        if (!policy.active)
            continue;
        checkCondition(policy);
        checkQueues(policy);
        checkTargets(policy);
        for (const SlaLevel &level : policy.levels) {
            checkLevel(policy, level);
            checkListeners(policy, level);
        }
        checkReferences(policy);
        m_before.append(&policy);
    }
}

void SlaCheck::checkCondition(const SlaPolicy &policy)
{
    if (isUnsatisfiable(policy.condition, m_catalog)) {
        add(SlaFindingKind::NeverMatches, &policy);
        return;
    }
    for (const SlaPolicy *earlier : m_before) {
        if (implies(policy.condition, earlier->condition, m_catalog)) {
            add(SlaFindingKind::Hidden, &policy).other = earlier->id;
            return;
        }
    }
}

bool SlaCheck::mayMeet(const SlaPolicy &policy, QueueId queue) const
{
    const Condition inQueue = Condition::is(ConditionField::Queue, {queue.value});
    return !isUnsatisfiable(Condition::all({policy.condition, inQueue}), m_catalog);
}

void SlaCheck::checkQueues(const SlaPolicy &policy)
{
    if (policy.calendar.isValid() || !goesByCalendar(policy))
        return;
    for (const Queue &queue : m_catalog.queues) {
        const bool isKnown = std::any_of(m_findings.cbegin(), m_findings.cend(), [&](const SlaFinding &one) {
            return one.kind == SlaFindingKind::QueueWithoutCalendar && one.queue == queue.id;
        });
        if (queue.active && !isKnown && !m_catalog.calendarOfQueue(queue.id) && mayMeet(policy, queue.id))
            add(SlaFindingKind::QueueWithoutCalendar, &policy).queue = queue.id;
    }
}

void SlaCheck::checkTargets(const SlaPolicy &policy)
{
    for (const SlaTarget &target : policy.targets) {
        const QVector<TimeAmount> amounts = promisedAmounts(target);
        const bool isShort = std::any_of(amounts.cbegin(), amounts.cend(), [&](const TimeAmount &amount) {
            return amount.basis != TimeBasis::WorkingDays && amount.amount < m_watchInterval;
        });
        if (isShort)
            add(SlaFindingKind::TargetTooShort, &policy).target = target.kind;
    }
}

/// Whether a warning lies before the beginning of every cycle of a target.
bool liesBeforeTheBeginning(const SlaLevel &level, const SlaTarget &target)
{
    const QVector<TimeAmount> amounts = promisedAmounts(target);
    return level.when == SlaLevel::When::Before
           && std::all_of(amounts.cbegin(), amounts.cend(), [&](const TimeAmount &amount) {
                  // Working time by the wall clock is longer than itself: nothing is known of it.
                  const bool isKnown = amount.basis == TimeBasis::Calendar
                                       || (amount.basis == TimeBasis::Business && level.inWorkingTime);
                  return isKnown && amount.amount <= level.amount;
              });
}

void SlaCheck::checkLevel(const SlaPolicy &policy, const SlaLevel &level)
{
    const auto addLevel = [&](SlaTargetKind target) {
        SlaFinding &finding = add(SlaFindingKind::WarningNeverReached, &policy);
        finding.level = level.id;
        finding.target = target;
    };
    for (const SlaTargetKind kind : level.targets) {
        if (!policy.target(kind))
            addLevel(kind);
    }
    for (const SlaTarget &target : policy.targets) {
        const bool isMeant = level.targets.isEmpty() || level.targets.contains(target.kind);
        if (isMeant && liesBeforeTheBeginning(level, target))
            addLevel(target.kind);
    }
}

void SlaCheck::checkListeners(const SlaPolicy &policy, const SlaLevel &level)
{
    for (const SlaAction &action : level.actions) {
        SlaFinding finding;
        for (const Queue &queue : m_catalog.queues) {
            if (!queue.active || !lacksListener(action.kind, queue.id, m_catalog) || !mayMeet(policy, queue.id))
                continue;
            if (finding.count++ == 0)
                finding.queue = queue.id;
        }
        if (finding.count == 0)
            continue;
        finding.kind = SlaFindingKind::NobodyToNotify;
        finding.policy = policy.id;
        finding.level = level.id;
        finding.detail = slaActionName(action.kind);
        m_findings.append(finding);
    }
}

void SlaCheck::checkReferences(const SlaPolicy &policy)
{
    for (const UnknownSlaReference &unknown : unknownReferences(policy, m_catalog)) {
        SlaFinding &finding = add(SlaFindingKind::UnknownReference, &policy);
        finding.level = unknown.level;
        finding.target = unknown.target;
        finding.detail = unknown.what;
    }
}

void SlaCheck::checkCalendars(QDate today)
{
    for (const BusinessCalendar &calendar : m_catalog.calendars) {
        if (!calendar.active)
            continue;
        const auto isOpen = [](const Holiday &holiday) { return !holiday.confirmed; };
        if (const auto open = std::count_if(calendar.holidays.cbegin(), calendar.holidays.cend(), isOpen); open > 0) {
            SlaFinding &finding = add(SlaFindingKind::UnconfirmedHolidays);
            finding.calendar = calendar.id;
            finding.count = open;
        }
        // A rule knows every year.
        const auto isPast = [today](const Holiday &holiday) {
            return (holiday.kind == Holiday::Kind::Date && holiday.from < today)
                   || (holiday.kind == Holiday::Kind::Range && holiday.to < today);
        };
        if (!calendar.holidays.isEmpty() && std::all_of(calendar.holidays.cbegin(), calendar.holidays.cend(), isPast))
            add(SlaFindingKind::CalendarEnds).calendar = calendar.id;
    }
}

} // namespace

QString slaFindingName(SlaFindingKind kind)
{
    return nameIn(slaFindingNames, kind);
}

bool isUnsatisfiable(const Condition &condition, const Catalog &catalog)
{
    const std::optional<QVector<ConditionConjunction>> form = disjunctiveForm(condition);
    return form && std::all_of(form->cbegin(), form->cend(), [&catalog](const ConditionConjunction &literals) {
               return contradicts(literals, catalog);
           });
}

bool implies(const Condition &inner, const Condition &outer, const Catalog &catalog)
{
    return isUnsatisfiable(Condition::all({inner, Condition::negate(outer)}), catalog);
}

QVector<SlaFinding> checkSla(const Catalog &catalog, qint64 watchInterval, QDate today, qint64 uncovered)
{
    SlaCheck check(catalog, watchInterval);
    check.checkCoverage(uncovered);
    check.checkPolicies();
    check.checkCalendars(today);
    return check.findings();
}

Condition uncoveredCondition(const Catalog &catalog)
{
    QVector<qint64> unresolved;
    for (int type = int(StateType::New); isUnresolved(StateType(type)); ++type)
        unresolved.append(type);
    QVector<Condition> parts{Condition::is(ConditionField::StateType, unresolved)};
    for (const SlaPolicy &policy : catalog.slaPolicies) {
        if (policy.active)
            parts.append(Condition::negate(policy.condition));
    }
    return Condition::all(parts);
}

} // namespace deskhand
