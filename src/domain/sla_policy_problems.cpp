// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_policy.h"

#include <QSet>

namespace deskhand {
namespace {

constexpr qint64 longestAmount = 10LL * 366 * 86'400'000; ///< ten years
constexpr qint64 mostWorkingDays = 2'600;                 ///< likewise
constexpr qint64 mostPercent = 1'000;
constexpr int longestPolicyName = 200;
constexpr int longestPolicyNote = 10'000;

class PolicyProblems
{
public:
    void add(const QString &field, QLatin1String code) { m_found.append({field, code}); }
    void check(bool isFine, const QString &field, QLatin1String code)
    {
        if (!isFine)
            add(field, code);
    }
    [[nodiscard]] QVector<PolicyProblem> found() const { return m_found; }

private:
    QVector<PolicyProblem> m_found;
};

constexpr QLatin1String codeRequired("required");
constexpr QLatin1String codeOutOfRange("out-of-range");
constexpr QLatin1String codeRepeated("repeated");
constexpr QLatin1String codeTooLong("too-long");

bool isPossibleAmount(const TimeAmount &amount)
{
    switch (amount.basis) {
    case TimeBasis::Business:
    case TimeBasis::Calendar: return amount.amount > 0 && amount.amount <= longestAmount;
    case TimeBasis::WorkingDays: return amount.amount >= 0 && amount.amount <= mostWorkingDays;
    }
    return false;
}

void checkAmounts(const SlaTarget &target, const QString &field, PolicyProblems *problems)
{
    QSet<PriorityId> seen;
    bool promises = target.otherwise.has_value();
    bool possible = !target.otherwise || isPossibleAmount(*target.otherwise);
    for (const SlaPriorityAmount &one : target.amounts) {
        problems->check(one.priority.isValid(), field, codeRequired);
        problems->check(!seen.contains(one.priority), field, codeRepeated);
        seen.insert(one.priority);
        promises = promises || one.amount;
        possible = possible && (!one.amount || isPossibleAmount(*one.amount));
    }
    problems->check(promises, field, codeRequired);
    problems->check(possible, field, codeOutOfRange);
}

void checkTargets(const SlaPolicy &policy, PolicyProblems *problems)
{
    QSet<SlaTargetKind> seen;
    problems->check(!policy.targets.isEmpty(), QStringLiteral("targets"), codeRequired);
    for (int i = 0; i < policy.targets.size(); ++i) {
        const SlaTarget &target = policy.targets[i];
        const QString field = QStringLiteral("targets.%1.").arg(i);
        problems->check(target.kind != SlaTargetKind::None, field + QStringLiteral("kind"), codeRequired);
        problems->check(!seen.contains(target.kind), field + QStringLiteral("kind"), codeRepeated);
        seen.insert(target.kind);
        checkAmounts(target, field + QStringLiteral("amounts"), problems);
        problems->check(bool(target.starts), field + QStringLiteral("starts"), codeRequired);
        problems->check(bool(target.fulfils), field + QStringLiteral("fulfils"), codeRequired);
        problems->check(target.atLeast >= 0 && target.atLeast <= longestAmount, field + QStringLiteral("atLeast"),
                        codeOutOfRange);
    }
}

bool needsId(SlaActionKind kind)
{
    return kind == SlaActionKind::NotifyPerson || kind == SlaActionKind::SetPriority
           || kind == SlaActionKind::MoveToQueue || kind == SlaActionKind::AssignTo;
}

bool isPossibleLevel(const SlaLevel &level)
{
    return level.amount > 0 && level.amount <= (level.when == SlaLevel::When::Percent ? mostPercent : longestAmount);
}

void checkLevels(const SlaPolicy &policy, PolicyProblems *problems)
{
    QSet<int> seen;
    for (int i = 0; i < policy.levels.size(); ++i) {
        const SlaLevel &level = policy.levels[i];
        const QString field = QStringLiteral("levels.%1.").arg(i);
        problems->check(level.id > 0, field + QStringLiteral("id"), codeRequired);
        problems->check(!seen.contains(level.id), field + QStringLiteral("id"), codeRepeated);
        seen.insert(level.id);
        problems->check(level.name.size() <= longestPolicyName, field + QStringLiteral("name"), codeTooLong);
        problems->check(isPossibleLevel(level), field + QStringLiteral("amount"), codeOutOfRange);
        for (const SlaTargetKind kind : level.targets)
            problems->check(policy.target(kind), field + QStringLiteral("targets"), QLatin1String("unknown"));
        problems->check(!level.actions.isEmpty(), field + QStringLiteral("actions"), codeRequired);
        for (int j = 0; j < level.actions.size(); ++j) {
            const SlaAction &action = level.actions[j];
            const QString place = field + QStringLiteral("actions.%1").arg(j);
            problems->check(!needsId(action.kind) || action.id > 0, place, codeRequired);
            problems->check(action.kind != SlaActionKind::PostNote || !action.text.trimmed().isEmpty(), place,
                            codeRequired);
            problems->check(action.text.size() <= longestPolicyNote, place, codeTooLong);
        }
    }
}

} // namespace

QVector<PolicyProblem> problemsOf(const SlaPolicy &policy)
{
    PolicyProblems problems;
    problems.check(!policy.name.trimmed().isEmpty(), QStringLiteral("name"), codeRequired);
    problems.check(policy.name.size() <= longestPolicyName, QStringLiteral("name"), codeTooLong);
    checkTargets(policy, &problems);
    checkLevels(policy, &problems);
    return problems.found();
}

} // namespace deskhand
