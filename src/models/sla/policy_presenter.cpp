// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla/policy_presenter.h"

#include "domain/condition_text.h"
#include "models/sla/sla_setup_words.h"
#include "models/sla_words.h"

#include <algorithm>

namespace deskhand {

PolicyPresenter::PolicyPresenter(const SlaOverview &overview, QObject *parent)
    : QObject(parent)
    , m_overview(overview)
{
}

void PolicyPresenter::start(const SlaPolicy &policy)
{
    m_policy = policy;
    m_before = policy;
    m_conditionProblem.reset();
    m_wrongAmounts.clear();
    m_amountProblems.clear();
    m_levelProblems.clear();
    m_dropped.clear();
    Q_EMIT changed();
}

QVector<StateId> PolicyPresenter::pendingStates() const
{
    QVector<StateId> states;
    for (const State &state : m_overview.catalog().catalog()->states) {
        if (state.type == StateType::PendingReminder || state.type == StateType::PendingAuto)
            states.append(state.id);
    }
    return states;
}

void PolicyPresenter::begin()
{
    QVector<PriorityId> priorities;
    for (const Priority &priority : m_overview.catalog().catalog()->priorities) {
        if (priority.active)
            priorities.append(priority.id);
    }
    start(defaultSlaPolicy({}, priorities, pendingStates()));
}

void PolicyPresenter::edit(const SlaPolicy &policy)
{
    start(policy);
}

void PolicyPresenter::beginLike(const SlaPolicy &policy)
{
    SlaPolicy copy = policy;
    copy.id = {};
    copy.version = 0;
    copy.versionId = {};
    copy.active = true;
    copy.name = tr("%1 (copy)").arg(policy.name);
    start(copy);
}

bool PolicyPresenter::isChanged() const
{
    return !(m_policy == m_before) || m_conditionProblem || !m_wrongAmounts.isEmpty() || !m_levelProblems.isEmpty();
}

bool PolicyPresenter::onlyNameChanged() const
{
    SlaPolicy renamed = m_before;
    renamed.name = m_policy.name;
    return renamed == m_policy;
}

void PolicyPresenter::setName(const QString &name)
{
    if (m_policy.name == name)
        return;
    m_policy.name = name;
    Q_EMIT changed();
}

void PolicyPresenter::setConditionText(const QString &text)
{
    const Result<Condition> parsed = parseCondition(text, *m_overview.catalog().catalog(), QTimeZone::systemTimeZone());
    if (parsed) {
        m_conditionProblem.reset();
        m_policy.condition = *parsed;
        m_policy.conditionText = text.trimmed();
    } else {
        m_conditionProblem = deskhand::conditionProblem(parsed.error());
        if (!m_conditionProblem)
            m_conditionProblem = ConditionProblem{};
    }
    Q_EMIT changed();
}

void PolicyPresenter::setCalendar(CalendarId calendar)
{
    if (m_policy.calendar == calendar)
        return;
    m_policy.calendar = calendar;
    Q_EMIT changed();
}

QString PolicyPresenter::amountText(SlaTargetKind kind, PriorityId priority) const
{
    const Cell cell{int(kind), priority.value};
    if (m_wrongAmounts.contains(cell))
        return m_wrongAmounts.value(cell);
    const SlaTarget *target = m_policy.target(kind);
    if (!target)
        return {};
    if (!priority.isValid())
        return target->otherwise ? slaAmountText(*target->otherwise) : QString();
    for (const SlaPriorityAmount &one : target->amounts) {
        if (one.priority == priority)
            return one.amount ? slaAmountText(*one.amount) : QString();
    }
    return target->otherwise ? slaAmountText(*target->otherwise) : QString();
}

bool PolicyPresenter::isOfOthers(SlaTargetKind kind, PriorityId priority) const
{
    const SlaTarget *target = m_policy.target(kind);
    return target && priority.isValid() && target->otherwise
           && std::none_of(target->amounts.cbegin(), target->amounts.cend(),
                           [priority](const SlaPriorityAmount &one) { return one.priority == priority; });
}

SlaTarget PolicyPresenter::target(SlaTargetKind kind) const
{
    if (const SlaTarget *there = m_policy.target(kind))
        return *there;
    if (m_dropped.contains(int(kind)))
        return m_dropped.value(int(kind));
    SlaTarget usual = usualTarget(kind);
    usual.pausedIn = kind == SlaTargetKind::Resolution ? pendingStates() : QVector<StateId>();
    return usual;
}

SlaTarget *PolicyPresenter::promised(SlaTargetKind kind)
{
    for (SlaTarget &target : m_policy.targets) {
        if (target.kind == kind)
            return &target;
    }
    SlaTarget fresh = target(kind);
    fresh.amounts.clear();
    fresh.otherwise.reset();
    const auto behind = std::find_if(m_policy.targets.begin(), m_policy.targets.end(),
                                     [kind](const SlaTarget &one) { return int(one.kind) > int(kind); });
    return &*m_policy.targets.insert(behind, fresh);
}

void PolicyPresenter::setAmountText(SlaTargetKind kind, PriorityId priority, const QString &text)
{
    const Cell cell{int(kind), priority.value};
    m_wrongAmounts.remove(cell);
    m_amountProblems.remove(cell);
    std::optional<TimeAmount> amount;
    if (!text.trimmed().isEmpty()) {
        QString problem;
        amount = slaAmountFromText(text, &problem);
        if (!amount) {
            m_wrongAmounts.insert(cell, text);
            m_amountProblems.insert(cell, problem);
            Q_EMIT changed();
            return;
        }
    }
    if (!amount && !m_policy.target(kind)) {
        Q_EMIT changed();
        return;
    }
    SlaTarget *target = promised(kind);
    if (!priority.isValid()) {
        target->otherwise = amount;
    } else {
        const auto there = std::find_if(target->amounts.begin(), target->amounts.end(),
                                        [priority](const SlaPriorityAmount &one) { return one.priority == priority; });
        if (there != target->amounts.end())
            there->amount = amount;
        else
            target->amounts.append({priority, amount});
    }
    const bool any = target->otherwise
                     || std::any_of(target->amounts.cbegin(), target->amounts.cend(),
                                    [](const SlaPriorityAmount &one) { return one.amount.has_value(); });
    if (!any) {
        m_dropped.insert(int(kind), *target);
        m_policy.targets.removeIf([kind](const SlaTarget &one) { return one.kind == kind; });
    }
    Q_EMIT changed();
}

QString PolicyPresenter::amountProblem(SlaTargetKind kind, PriorityId priority) const
{
    return m_amountProblems.value(Cell{int(kind), priority.value});
}

void PolicyPresenter::setTarget(const SlaTarget &changedTarget)
{
    for (SlaTarget &one : m_policy.targets) {
        if (one.kind != changedTarget.kind)
            continue;
        SlaTarget whole = changedTarget;
        whole.amounts = one.amounts;
        whole.otherwise = one.otherwise;
        if (whole == one)
            return;
        one = whole;
        Q_EMIT changed();
        return;
    }
}

int PolicyPresenter::addLevel()
{
    int id = 0;
    for (const QVector<SlaLevel> &levels : {m_policy.levels, m_before.levels}) {
        for (const SlaLevel &level : levels)
            id = qMax(id, level.id);
    }
    SlaLevel level;
    level.id = id + 1;
    level.actions = {SlaAction{}};
    m_policy.levels.append(level);
    Q_EMIT changed();
    return int(m_policy.levels.size()) - 1;
}

int PolicyPresenter::duplicateLevel(int row)
{
    if (row < 0 || row >= m_policy.levels.size())
        return -1;
    SlaLevel copy = m_policy.levels.at(row);
    const int added = addLevel();
    copy.id = m_policy.levels.at(added).id;
    m_policy.levels[added] = copy;
    Q_EMIT changed();
    return added;
}

void PolicyPresenter::removeLevel(int row)
{
    if (row < 0 || row >= m_policy.levels.size())
        return;
    m_levelProblems.remove(m_policy.levels.at(row).id);
    m_policy.levels.removeAt(row);
    Q_EMIT changed();
}

void PolicyPresenter::setLevel(int row, const SlaLevel &level)
{
    if (row < 0 || row >= m_policy.levels.size() || m_policy.levels.at(row) == level)
        return;
    m_policy.levels[row] = level;
    Q_EMIT changed();
}

void PolicyPresenter::setLevelCondition(int row, const QString &text)
{
    if (row < 0 || row >= m_policy.levels.size())
        return;
    SlaLevel &level = m_policy.levels[row];
    const Result<Condition> parsed = parseCondition(text, *m_overview.catalog().catalog(), QTimeZone::systemTimeZone());
    if (parsed) {
        m_levelProblems.remove(level.id);
        level.condition = *parsed;
        level.conditionText = text.trimmed();
    } else {
        m_levelProblems.insert(level.id, deskhand::conditionProblem(parsed.error()).value_or(ConditionProblem{}));
    }
    Q_EMIT changed();
}

std::optional<ConditionProblem> PolicyPresenter::levelConditionProblem(int row) const
{
    const int id = m_policy.levels.value(row).id;
    return m_levelProblems.contains(id) ? std::optional(m_levelProblems.value(id)) : std::nullopt;
}

QStringList PolicyPresenter::problems() const
{
    QStringList words;
    if (m_policy.name.trimmed().isEmpty())
        words.append(tr("The policy needs a name."));
    if (m_conditionProblem)
        words.append(tr("The condition cannot be read."));
    const Catalog &catalog = *m_overview.catalog().catalog();
    for (auto wrong = m_amountProblems.cbegin(); wrong != m_amountProblems.cend(); ++wrong) {
        const Priority *priority = catalog.priority(PriorityId{wrong.key().second});
        words.append(tr("%1, %2: %3", "a target, a priority: what is wrong")
                         .arg(slaTargetText(SlaTargetKind(wrong.key().first)),
                              priority ? priority->name : tr("other priorities"), *wrong));
    }
    for (const SlaLevel &level : m_policy.levels) {
        if (m_levelProblems.contains(level.id))
            words.append(tr("The condition of the level “%1” cannot be read.").arg(slaLevelText(level)));
    }
    for (const PolicyProblem &problem : problemsOf(m_policy)) {
        const QString text = SlaSetupWords::problem(problem, m_policy);
        if (!words.contains(text))
            words.append(text);
    }
    return words;
}

QString PolicyPresenter::versionText() const
{
    return isNew() ? QString() : tr("Version %1").arg(m_policy.version);
}

BusinessCalendar PolicyPresenter::calendarOf(QueueId queue) const
{
    const BusinessCalendar *calendar = calendarFor(m_policy, queue, *m_overview.catalog().catalog());
    return calendar ? *calendar : roundTheClock();
}

} // namespace deskhand
