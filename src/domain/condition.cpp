// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition.h"

#include <algorithm>

namespace deskhand {

Condition Condition::all(QVector<Condition> children)
{
    Condition condition;
    condition.kind = Kind::All;
    condition.children = std::move(children);
    return condition;
}

Condition Condition::any(QVector<Condition> children)
{
    Condition condition;
    condition.kind = Kind::Any;
    condition.children = std::move(children);
    return condition;
}

Condition Condition::negate(Condition child)
{
    Condition condition;
    condition.kind = Kind::Not;
    condition.children = {std::move(child)};
    return condition;
}

Condition Condition::is(ConditionField field, QVector<qint64> ids)
{
    Condition condition;
    condition.kind = Kind::Test;
    condition.field = field;
    condition.op = ConditionOperator::Is;
    condition.ids = std::move(ids);
    return condition;
}

Condition Condition::under(ConditionField field, QVector<qint64> ids)
{
    Condition condition = is(field, std::move(ids));
    condition.op = ConditionOperator::Under;
    return condition;
}

Condition Condition::isSet(ConditionField field)
{
    Condition condition;
    condition.kind = Kind::Test;
    condition.field = field;
    condition.op = ConditionOperator::IsSet;
    return condition;
}

Condition Condition::textTest(ConditionField field, ConditionOperator op, QString text)
{
    Condition condition;
    condition.kind = Kind::Test;
    condition.field = field;
    condition.op = op;
    condition.text = std::move(text);
    return condition;
}

Condition Condition::has(QStringList words)
{
    Condition condition;
    condition.kind = Kind::Test;
    condition.field = ConditionField::Tag;
    condition.op = ConditionOperator::Has;
    condition.words = std::move(words);
    return condition;
}

Condition Condition::compare(ConditionField field, ConditionOperator op, qint64 number)
{
    Condition condition = is(field, {number});
    condition.op = op;
    return condition;
}

Condition Condition::compare(ConditionField field, ConditionOperator op, ConditionInstant instant)
{
    Condition condition;
    condition.kind = Kind::Test;
    condition.field = field;
    condition.op = op;
    condition.instant = instant;
    return condition;
}

Condition Condition::matches(QString text)
{
    return textTest(ConditionField::Text, ConditionOperator::Matches, std::move(text));
}

bool Condition::needsSearchIndex() const
{
    if (kind == Kind::Test)
        return op == ConditionOperator::Matches;
    return std::any_of(children.cbegin(), children.cend(),
                       [](const Condition &child) { return child.needsSearchIndex(); });
}

ConditionFieldType conditionFieldType(ConditionField field)
{
    switch (field) {
    case ConditionField::State:
    case ConditionField::Priority:
    case ConditionField::Queue:
    case ConditionField::Category:
    case ConditionField::Owner:
    case ConditionField::Requester:
    case ConditionField::Organization: return ConditionFieldType::Reference;
    case ConditionField::StateType:
    case ConditionField::Channel:
    case ConditionField::Delivery:
    case ConditionField::Sla:
    case ConditionField::SlaTarget: return ConditionFieldType::Enumeration;
    case ConditionField::Number:
    case ConditionField::Subject:
    case ConditionField::RequesterText: return ConditionFieldType::Text;
    case ConditionField::Tag: return ConditionFieldType::WordSet;
    case ConditionField::Created:
    case ConditionField::Updated:
    case ConditionField::LastContact:
    case ConditionField::Due:
    case ConditionField::SlaDue:
    case ConditionField::PendingUntil:
    case ConditionField::Solved:
    case ConditionField::Closed: return ConditionFieldType::Instant;
    case ConditionField::ArticleCount:
    case ConditionField::AttachmentCount: return ConditionFieldType::Number;
    case ConditionField::SlaMissed:
    case ConditionField::Unread: return ConditionFieldType::Flag;
    case ConditionField::Text: return ConditionFieldType::FullText;
    }
    return ConditionFieldType::Text;
}

bool Condition::operator==(const Condition &other) const = default;

} // namespace deskhand
