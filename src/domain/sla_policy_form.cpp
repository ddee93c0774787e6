// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_policy_form.h"

#include "base/enum_names.h"

#include <QJsonArray>

namespace deskhand {
namespace {

constexpr std::array reopenRuleNames{
    EnumName<ReopenRule>{ReopenRule::Resume, QLatin1String("resume")},
    EnumName<ReopenRule>{ReopenRule::Restart, QLatin1String("restart")},
    EnumName<ReopenRule>{ReopenRule::Never, QLatin1String("never")},
};

constexpr std::array levelWhenNames{
    EnumName<SlaLevel::When>{SlaLevel::When::Percent, QLatin1String("percent")},
    EnumName<SlaLevel::When>{SlaLevel::When::Before, QLatin1String("before")},
    EnumName<SlaLevel::When>{SlaLevel::When::After, QLatin1String("after")},
};

constexpr int lastSlaTrigger = int(SlaTrigger::OpenedByAgent);

QJsonArray triggerNames(SlaTriggers triggers)
{
    QJsonArray names;
    for (int bit = 1; bit <= lastSlaTrigger; bit *= 2) {
        if (triggers.testFlag(SlaTrigger(bit)))
            names.append(slaTriggerName(SlaTrigger(bit)));
    }
    return names;
}

QString placeOf(const QString &place, QLatin1String key)
{
    return place.isEmpty() ? QString(key) : place + u'.' + key;
}

QString placeOf(const QString &place, QLatin1String key, qsizetype index)
{
    return placeOf(place, key) + u'.' + QString::number(index);
}

} // namespace

QJsonObject SlaPolicyForm::write(const SlaPolicy &policy) const
{
    QJsonArray targets;
    for (const SlaTarget &target : policy.targets)
        targets.append(writeTarget(target));
    QJsonArray levels;
    for (const SlaLevel &level : policy.levels)
        levels.append(writeLevel(level));
    QJsonObject json{{QStringLiteral("name"), policy.name},
                     {QStringLiteral("active"), policy.active},
                     {QStringLiteral("targets"), targets},
                     {QStringLiteral("levels"), levels}};
    writeCondition(policy.condition, policy.conditionText, &json);
    if (policy.calendar.isValid())
        json.insert(QStringLiteral("calendar"), reference(Thing::Calendar, policy.calendar.value));
    return json;
}

QJsonObject SlaPolicyForm::writeTarget(const SlaTarget &target) const
{
    QJsonArray amounts;
    for (const SlaPriorityAmount &one : target.amounts) {
        amounts.append(QJsonObject{{QStringLiteral("priority"), reference(Thing::Priority, one.priority.value)},
                                   {QStringLiteral("amount"), one.amount ? amount(*one.amount) : QJsonValue()}});
    }
    QJsonArray paused;
    for (const StateId state : target.pausedIn)
        paused.append(reference(Thing::State, state.value));
    QJsonObject json{{QStringLiteral("kind"), slaTargetName(target.kind)},
                     {QStringLiteral("amounts"), amounts},
                     {QStringLiteral("starts"), triggerNames(target.starts)},
                     {QStringLiteral("fulfils"), triggerNames(target.fulfils)},
                     {QStringLiteral("resets"), triggerNames(target.resets)},
                     {QStringLiteral("pausedIn"), paused},
                     {QStringLiteral("reopen"), nameIn(reopenRuleNames, target.reopen)},
                     {QStringLiteral("atLeast"), duration(target.atLeast)}};
    if (target.otherwise)
        json.insert(QStringLiteral("otherwise"), amount(*target.otherwise));
    return json;
}

QJsonObject SlaPolicyForm::writeLevel(const SlaLevel &level) const
{
    QJsonArray targets;
    for (const SlaTargetKind kind : level.targets)
        targets.append(slaTargetName(kind));
    QJsonArray actions;
    for (const SlaAction &action : level.actions)
        actions.append(writeAction(action));
    QJsonObject json{{QStringLiteral("id"), level.id},
                     {QStringLiteral("when"), nameIn(levelWhenNames, level.when)},
                     {QStringLiteral("amount"),
                      level.when == SlaLevel::When::Percent ? QJsonValue(level.amount) : duration(level.amount)},
                     {QStringLiteral("inWorkingTime"), level.inWorkingTime},
                     {QStringLiteral("waitForWorkingHours"), level.waitForWorkingHours},
                     {QStringLiteral("actions"), actions}};
    if (!level.name.isEmpty())
        json.insert(QStringLiteral("name"), level.name);
    if (!targets.isEmpty())
        json.insert(QStringLiteral("targets"), targets);
    writeCondition(level.condition, level.conditionText, &json);
    return json;
}

namespace {

/// What an action's id is one of; nothing: it has none.
enum class ActionObject { None, Agent, Priority, Queue };

ActionObject objectOf(SlaActionKind kind)
{
    switch (kind) {
    case SlaActionKind::NotifyPerson:
    case SlaActionKind::AssignTo: return ActionObject::Agent;
    case SlaActionKind::SetPriority: return ActionObject::Priority;
    case SlaActionKind::MoveToQueue: return ActionObject::Queue;
    default: return ActionObject::None;
    }
}

} // namespace

QJsonObject SlaPolicyForm::writeAction(const SlaAction &action) const
{
    QJsonObject json{{QStringLiteral("kind"), slaActionName(action.kind)}};
    switch (objectOf(action.kind)) {
    case ActionObject::Agent: json.insert(QStringLiteral("agent"), reference(Thing::Agent, action.id)); break;
    case ActionObject::Priority: json.insert(QStringLiteral("priority"), reference(Thing::Priority, action.id)); break;
    case ActionObject::Queue: json.insert(QStringLiteral("queue"), reference(Thing::Queue, action.id)); break;
    case ActionObject::None: break;
    }
    if (!action.text.isEmpty())
        json.insert(QStringLiteral("text"), action.text);
    return json;
}

Result<SlaPolicy> SlaPolicyForm::read(const QJsonObject &json)
{
    m_place.clear();
    m_detail.clear();
    SlaPolicy policy;
    policy.name = json.value(QLatin1String("name")).toString();
    policy.active = json.value(QLatin1String("active")).toBool(true);
    if (!readCondition(json, &policy.condition, &policy.conditionText))
        wrong(QStringLiteral("condition"));
    if (const QJsonValue calendar = json.value(QLatin1String("calendar")); !calendar.isUndefined())
        policy.calendar = CalendarId{readReferenceAt(Thing::Calendar, calendar, QStringLiteral("calendar"))};
    const QJsonArray targets = json.value(QLatin1String("targets")).toArray();
    for (qsizetype i = 0; i < targets.size(); ++i)
        policy.targets.append(readTarget(targets[i].toObject(), placeOf({}, QLatin1String("targets"), i)));
    const QJsonArray levels = json.value(QLatin1String("levels")).toArray();
    for (qsizetype i = 0; i < levels.size(); ++i) {
        policy.levels.append(readLevel(levels[i].toObject(), placeOf({}, QLatin1String("levels"), i)));
        if (policy.levels.last().id == 0)
            policy.levels.last().id = int(i) + 1;
    }
    if (!m_place.isEmpty())
        return Error{ErrorCode::Invalid, m_place, m_detail, {}};
    return policy;
}

SlaTarget SlaPolicyForm::readTarget(const QJsonObject &json, const QString &place)
{
    SlaTargetKind kind = SlaTargetKind::None;
    if (!slaTargetFromName(json.value(QLatin1String("kind")).toString(), &kind))
        wrong(placeOf(place, QLatin1String("kind")));
    SlaTarget target = usualTarget(kind);
    const QJsonArray amounts = json.value(QLatin1String("amounts")).toArray();
    for (qsizetype i = 0; i < amounts.size(); ++i) {
        const QString at = placeOf(place, QLatin1String("amounts"), i);
        const QJsonObject one = amounts[i].toObject();
        SlaPriorityAmount amount;
        amount.priority = PriorityId{readReferenceAt(Thing::Priority, one.value(QLatin1String("priority")),
                                                     placeOf(at, QLatin1String("priority")))};
        if (const QJsonValue value = one.value(QLatin1String("amount")); !value.isNull())
            amount.amount = readAmountAt(value, placeOf(at, QLatin1String("amount")));
        target.amounts.append(amount);
    }
    if (const QJsonValue otherwise = json.value(QLatin1String("otherwise")); !otherwise.isUndefined())
        target.otherwise = readAmountAt(otherwise, placeOf(place, QLatin1String("otherwise")));
    target.starts = readTriggers(json, QLatin1String("starts"), target.starts, place);
    target.fulfils = readTriggers(json, QLatin1String("fulfils"), target.fulfils, place);
    target.resets = readTriggers(json, QLatin1String("resets"), target.resets, place);
    const QJsonArray paused = json.value(QLatin1String("pausedIn")).toArray();
    for (qsizetype i = 0; i < paused.size(); ++i)
        target.pausedIn.append(
            StateId{readReferenceAt(Thing::State, paused[i], placeOf(place, QLatin1String("pausedIn"), i))});
    if (const QJsonValue reopen = json.value(QLatin1String("reopen"));
        !reopen.isUndefined() && !valueIn(reopenRuleNames, reopen.toString(), &target.reopen))
        wrong(placeOf(place, QLatin1String("reopen")));
    if (const QJsonValue atLeast = json.value(QLatin1String("atLeast")); !atLeast.isUndefined())
        target.atLeast = readDurationAt(atLeast, placeOf(place, QLatin1String("atLeast")));
    return target;
}

SlaLevel SlaPolicyForm::readLevel(const QJsonObject &json, const QString &place)
{
    SlaLevel level;
    level.id = json.value(QLatin1String("id")).toInt();
    level.name = json.value(QLatin1String("name")).toString();
    for (const QJsonValue &name : json.value(QLatin1String("targets")).toArray()) {
        SlaTargetKind kind = SlaTargetKind::None;
        if (!slaTargetFromName(name.toString(), &kind))
            wrong(placeOf(place, QLatin1String("targets")), name.toString());
        level.targets.append(kind);
    }
    if (!valueIn(levelWhenNames, json.value(QLatin1String("when")).toString(), &level.when))
        wrong(placeOf(place, QLatin1String("when")));
    const QJsonValue amount = json.value(QLatin1String("amount"));
    const QString amountPlace = placeOf(place, QLatin1String("amount"));
    if (level.when != SlaLevel::When::Percent)
        level.amount = readDurationAt(amount, amountPlace);
    else if (amount.isDouble())
        level.amount = amount.toInteger();
    else
        wrong(amountPlace);
    level.inWorkingTime = json.value(QLatin1String("inWorkingTime")).toBool(true);
    level.waitForWorkingHours = json.value(QLatin1String("waitForWorkingHours")).toBool(false);
    if (!readCondition(json, &level.condition, &level.conditionText))
        wrong(placeOf(place, QLatin1String("condition")));
    const QJsonArray actions = json.value(QLatin1String("actions")).toArray();
    for (qsizetype i = 0; i < actions.size(); ++i)
        level.actions.append(readAction(actions[i].toObject(), placeOf(place, QLatin1String("actions"), i)));
    return level;
}

SlaAction SlaPolicyForm::readAction(const QJsonObject &json, const QString &place)
{
    SlaAction action;
    if (!slaActionFromName(json.value(QLatin1String("kind")).toString(), &action.kind))
        wrong(placeOf(place, QLatin1String("kind")));
    const auto idOf = [&](Thing thing, QLatin1String key) {
        return readReferenceAt(thing, json.value(key), placeOf(place, key));
    };
    switch (objectOf(action.kind)) {
    case ActionObject::Agent: action.id = idOf(Thing::Agent, QLatin1String("agent")); break;
    case ActionObject::Priority: action.id = idOf(Thing::Priority, QLatin1String("priority")); break;
    case ActionObject::Queue: action.id = idOf(Thing::Queue, QLatin1String("queue")); break;
    case ActionObject::None: break;
    }
    action.text = json.value(QLatin1String("text")).toString();
    return action;
}

SlaTriggers SlaPolicyForm::readTriggers(const QJsonObject &json, QLatin1String key, SlaTriggers otherwise,
                                        const QString &place)
{
    if (!json.contains(key))
        return otherwise;
    SlaTriggers triggers;
    for (const QJsonValue &name : json.value(key).toArray()) {
        SlaTrigger trigger;
        if (slaTriggerFromName(name.toString(), &trigger))
            triggers |= trigger;
        else
            wrong(placeOf(place, key), name.toString());
    }
    return triggers;
}

TimeAmount SlaPolicyForm::readAmountAt(const QJsonValue &json, const QString &place)
{
    const std::optional<TimeAmount> amount = readAmount(json);
    if (!amount)
        wrong(place, json.toString());
    return amount.value_or(TimeAmount());
}

qint64 SlaPolicyForm::readReferenceAt(Thing thing, const QJsonValue &json, const QString &place)
{
    const std::optional<qint64> id = readReference(thing, json);
    if (!id)
        wrong(place, json.toString());
    return id.value_or(0);
}

qint64 SlaPolicyForm::readDurationAt(const QJsonValue &json, const QString &place)
{
    const std::optional<qint64> milliseconds = readDuration(json);
    if (!milliseconds)
        wrong(place, json.toString());
    return milliseconds.value_or(0);
}

void SlaPolicyForm::wrong(const QString &place, const QString &written)
{
    if (!m_place.isEmpty())
        return;
    m_place = place;
    m_detail = written.isEmpty() ? QStringLiteral("is missing or not understood")
                                 : QStringLiteral("“%1” is not known").arg(written);
}

} // namespace deskhand
