// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition_json.h"

#include "domain/catalog.h"
#include "domain/condition_fields.h"

#include <QJsonArray>

namespace deskhand {
namespace {

/// More than any text can say: 64 groups (condition_parser.cpp) of at most three levels each.
constexpr int deepestJson = 200;

Error badConditionJson(const QString &detail)
{
    return Error{ErrorCode::Invalid, QStringLiteral("domain.conditionFromJson"), detail, {}};
}

QJsonArray childrenToJson(const QVector<Condition> &children)
{
    QJsonArray array;
    for (const Condition &child : children)
        array.append(conditionToJson(child));
    return array;
}

Result<Condition> testFromJson(const QJsonObject &json)
{
    Condition condition;
    condition.kind = Condition::Kind::Test;
    if (!conditionFieldFromName(json.value(QLatin1String("field")).toString(), &condition.field))
        return badConditionJson(QStringLiteral("unknown field"));
    if (!conditionOperatorFromName(json.value(QLatin1String("op")).toString(), &condition.op)
        || !conditionOperatorFits(condition.field, condition.op))
        return badConditionJson(QStringLiteral("unknown or unfit operator"));
    for (const QJsonValue &id : json.value(QLatin1String("ids")).toArray())
        condition.ids.append(id.toInteger());
    for (const QJsonValue &word : json.value(QLatin1String("words")).toArray())
        condition.words.append(word.toString());
    condition.text = json.value(QLatin1String("text")).toString();
    if (json.contains(QLatin1String("relative")))
        condition.instant = {true, json.value(QLatin1String("relative")).toInteger()};
    else if (json.contains(QLatin1String("instant")))
        condition.instant = {false, json.value(QLatin1String("instant")).toInteger()};
    return condition;
}

Result<Condition> fromJson(const QJsonObject &json, int depth)
{
    if (depth > deepestJson)
        return badConditionJson(QStringLiteral("nested too deeply"));
    if (json.contains(QLatin1String("field")))
        return testFromJson(json);
    const bool all = json.contains(QLatin1String("all"));
    const bool any = json.contains(QLatin1String("any"));
    QJsonArray array = json.value(all ? QLatin1String("all") : QLatin1String("any")).toArray();
    if (json.contains(QLatin1String("not")))
        array = {json.value(QLatin1String("not"))};
    else if (!all && !any)
        return badConditionJson(QStringLiteral("neither a test nor a group"));
    QVector<Condition> children;
    for (const QJsonValue &value : array) {
        const Result<Condition> child = fromJson(value.toObject(), depth + 1);
        if (!child)
            return child.error();
        children.append(*child);
    }
    if (json.contains(QLatin1String("not")))
        return Condition::negate(children.first());
    return all ? Condition::all(children) : Condition::any(children);
}

} // namespace

QJsonObject conditionToJson(const Condition &condition)
{
    switch (condition.kind) {
    case Condition::Kind::All: return {{QStringLiteral("all"), childrenToJson(condition.children)}};
    case Condition::Kind::Any: return {{QStringLiteral("any"), childrenToJson(condition.children)}};
    case Condition::Kind::Not: return {{QStringLiteral("not"), conditionToJson(condition.children.first())}};
    case Condition::Kind::Test: break;
    }
    QJsonObject json{{QStringLiteral("field"), conditionFieldName(condition.field)},
                     {QStringLiteral("op"), conditionOperatorName(condition.op)}};
    if (!condition.ids.isEmpty()) {
        QJsonArray ids;
        for (const qint64 id : condition.ids)
            ids.append(id);
        json.insert(QStringLiteral("ids"), ids);
    }
    if (!condition.words.isEmpty())
        json.insert(QStringLiteral("words"), QJsonArray::fromStringList(condition.words));
    if (!condition.text.isEmpty())
        json.insert(QStringLiteral("text"), condition.text);
    if (condition.instant.relative)
        json.insert(QStringLiteral("relative"), condition.instant.value);
    else if (condition.instant.value != 0)
        json.insert(QStringLiteral("instant"), condition.instant.value);
    return json;
}

Result<Condition> conditionFromJson(const QJsonObject &json)
{
    return fromJson(json, 0);
}

} // namespace deskhand
