// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition_flags.h"

#include "domain/condition_fields.h"

namespace deskhand {
namespace {

Condition stateTypes(std::initializer_list<StateType> types)
{
    QVector<qint64> ids;
    for (const StateType type : types)
        ids.append(qint64(type));
    return Condition::is(ConditionField::StateType, ids);
}

} // namespace

const QVector<ConditionFlag> &conditionFlags()
{
    static const QVector<ConditionFlag> flags{
        {QStringLiteral("open"),
         stateTypes({StateType::New, StateType::Open, StateType::PendingReminder, StateType::PendingAuto})},
        {QStringLiteral("unread"), Condition::isSet(ConditionField::Unread)},
        {QStringLiteral("unassigned"), Condition::is(ConditionField::Owner, {0})},
        {QStringLiteral("mine"), Condition::is(ConditionField::Owner, {Condition::meId})},
        {QStringLiteral("overdue"),
         Condition::compare(ConditionField::Due, ConditionOperator::Less, ConditionInstant{true, 0})},
        {QStringLiteral("sla-missed"), Condition::isSet(ConditionField::SlaMissed)},
        {QStringLiteral("new"), stateTypes({StateType::New})},
        {QStringLiteral("pending"), stateTypes({StateType::PendingReminder, StateType::PendingAuto})},
        {QStringLiteral("solved"), stateTypes({StateType::Solved})},
        {QStringLiteral("closed"), stateTypes({StateType::Closed})},
        {QStringLiteral("merged"), stateTypes({StateType::Merged})},
    };
    return flags;
}

QStringList conditionHasNames()
{
    QStringList names{QStringLiteral("attachment")};
    for (const QString &name : conditionFieldNames()) {
        ConditionField field;
        if (conditionFieldFromName(name, &field) && conditionFieldType(field) != ConditionFieldType::Flag
            && conditionOperatorFits(field, ConditionOperator::IsSet))
            names.append(name);
    }
    return names;
}

qint64 durationUnit(QStringView unit)
{
    if (unit == u"ms")
        return 1;
    if (unit == u"s")
        return 1000;
    if (unit == u"m" || unit == u"min")
        return 60'000;
    if (unit == u"h")
        return 3'600'000;
    if (unit == u"d")
        return 86'400'000;
    if (unit == u"w")
        return 604'800'000;
    return 0;
}

} // namespace deskhand
