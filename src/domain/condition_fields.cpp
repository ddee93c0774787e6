// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition_fields.h"

#include <array>

namespace deskhand {
namespace {

struct ConditionFieldEntry {
    ConditionField field;
    QLatin1String name;
    QLatin1String alias;
};

constexpr std::array conditionFieldEntries{
    ConditionFieldEntry{ConditionField::State, QLatin1String("state"), QLatin1String("status")},
    ConditionFieldEntry{ConditionField::Queue, QLatin1String("queue"), QLatin1String("group")},
    ConditionFieldEntry{ConditionField::Owner, QLatin1String("owner"), QLatin1String("assignee")},
    ConditionFieldEntry{ConditionField::Priority, QLatin1String("priority"), QLatin1String("prio")},
    ConditionFieldEntry{ConditionField::Category, QLatin1String("category"), QLatin1String("topic")},
    ConditionFieldEntry{ConditionField::Tag, QLatin1String("tag"), QLatin1String("tags")},
    ConditionFieldEntry{ConditionField::RequesterText, QLatin1String("requester"), QLatin1String("from")},
    ConditionFieldEntry{ConditionField::Organization, QLatin1String("organization"), QLatin1String("org")},
    ConditionFieldEntry{ConditionField::Subject, QLatin1String("subject"), QLatin1String("title")},
    ConditionFieldEntry{ConditionField::Number, QLatin1String("number"), QLatin1String("no")},
    ConditionFieldEntry{ConditionField::Due, QLatin1String("due"), QLatin1String()},
    ConditionFieldEntry{ConditionField::Created, QLatin1String("created"), QLatin1String("opened")},
    ConditionFieldEntry{ConditionField::Updated, QLatin1String("updated"), QLatin1String("changed")},
    ConditionFieldEntry{ConditionField::LastContact, QLatin1String("contact"), QLatin1String("last-contact")},
    ConditionFieldEntry{ConditionField::PendingUntil, QLatin1String("pending"), QLatin1String("pending-until")},
    ConditionFieldEntry{ConditionField::Solved, QLatin1String("solved"), QLatin1String("resolved")},
    ConditionFieldEntry{ConditionField::Closed, QLatin1String("closed"), QLatin1String()},
    ConditionFieldEntry{ConditionField::StateType, QLatin1String("type"), QLatin1String("state-type")},
    ConditionFieldEntry{ConditionField::Channel, QLatin1String("channel"), QLatin1String("via")},
    ConditionFieldEntry{ConditionField::Delivery, QLatin1String("delivery"), QLatin1String()},
    ConditionFieldEntry{ConditionField::Sla, QLatin1String("sla"), QLatin1String()},
    ConditionFieldEntry{ConditionField::SlaDue, QLatin1String("sla-due"), QLatin1String("left")},
    ConditionFieldEntry{ConditionField::SlaTarget, QLatin1String("sla-target"), QLatin1String("target")},
    ConditionFieldEntry{ConditionField::SlaMissed, QLatin1String("sla-missed"), QLatin1String("missed")},
    ConditionFieldEntry{ConditionField::ArticleCount, QLatin1String("articles"), QLatin1String()},
    ConditionFieldEntry{ConditionField::AttachmentCount, QLatin1String("attachments"), QLatin1String("files")},
    ConditionFieldEntry{ConditionField::Unread, QLatin1String("unread"), QLatin1String()},
    ConditionFieldEntry{ConditionField::Requester, QLatin1String("requester-id"), QLatin1String()},
    ConditionFieldEntry{ConditionField::Text, QLatin1String("text"), QLatin1String()},
};

struct ConditionOperatorEntry {
    ConditionOperator op;
    QLatin1String name;
};

constexpr std::array conditionOperatorEntries{
    ConditionOperatorEntry{ConditionOperator::Is, QLatin1String("is")},
    ConditionOperatorEntry{ConditionOperator::Under, QLatin1String("under")},
    ConditionOperatorEntry{ConditionOperator::IsSet, QLatin1String("set")},
    ConditionOperatorEntry{ConditionOperator::Equals, QLatin1String("equals")},
    ConditionOperatorEntry{ConditionOperator::Contains, QLatin1String("contains")},
    ConditionOperatorEntry{ConditionOperator::StartsWith, QLatin1String("starts-with")},
    ConditionOperatorEntry{ConditionOperator::Has, QLatin1String("has")},
    ConditionOperatorEntry{ConditionOperator::Less, QLatin1String("less")},
    ConditionOperatorEntry{ConditionOperator::LessOrEqual, QLatin1String("less-or-equal")},
    ConditionOperatorEntry{ConditionOperator::Greater, QLatin1String("greater")},
    ConditionOperatorEntry{ConditionOperator::GreaterOrEqual, QLatin1String("greater-or-equal")},
    ConditionOperatorEntry{ConditionOperator::Matches, QLatin1String("matches")},
};

bool isOrdering(ConditionOperator op)
{
    return op >= ConditionOperator::Less && op <= ConditionOperator::GreaterOrEqual;
}

} // namespace

QString conditionFieldName(ConditionField field)
{
    for (const ConditionFieldEntry &entry : conditionFieldEntries) {
        if (entry.field == field)
            return entry.name;
    }
    return {};
}

bool conditionFieldFromName(QStringView name, ConditionField *field)
{
    for (const ConditionFieldEntry &entry : conditionFieldEntries) {
        if (name.compare(entry.name, Qt::CaseInsensitive) == 0
            || (!entry.alias.isEmpty() && name.compare(entry.alias, Qt::CaseInsensitive) == 0)) {
            *field = entry.field;
            return true;
        }
    }
    return false;
}

QStringList conditionFieldNames()
{
    QStringList names;
    for (const ConditionFieldEntry &entry : conditionFieldEntries)
        names.append(entry.name);
    return names;
}

QString conditionOperatorName(ConditionOperator op)
{
    for (const ConditionOperatorEntry &entry : conditionOperatorEntries) {
        if (entry.op == op)
            return entry.name;
    }
    return {};
}

bool conditionOperatorFromName(QStringView name, ConditionOperator *op)
{
    for (const ConditionOperatorEntry &entry : conditionOperatorEntries) {
        if (name == entry.name) {
            *op = entry.op;
            return true;
        }
    }
    return false;
}

bool conditionOperatorFits(ConditionField field, ConditionOperator op)
{
    switch (conditionFieldType(field)) {
    case ConditionFieldType::Reference:
        if (op == ConditionOperator::Under)
            return field == ConditionField::Queue || field == ConditionField::Category;
        if (isOrdering(op))
            return field == ConditionField::Priority;
        return op == ConditionOperator::Is || op == ConditionOperator::IsSet;
    case ConditionFieldType::Enumeration: return op == ConditionOperator::Is;
    case ConditionFieldType::Text:
        return op == ConditionOperator::Equals || op == ConditionOperator::Contains
               || op == ConditionOperator::StartsWith;
    case ConditionFieldType::WordSet: return op == ConditionOperator::Has || op == ConditionOperator::IsSet;
    case ConditionFieldType::Instant: return isOrdering(op) || op == ConditionOperator::IsSet;
    case ConditionFieldType::Number: return isOrdering(op) || op == ConditionOperator::Is;
    case ConditionFieldType::Flag: return op == ConditionOperator::IsSet;
    case ConditionFieldType::FullText: return op == ConditionOperator::Matches;
    }
    return false;
}

} // namespace deskhand
