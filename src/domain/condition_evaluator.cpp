// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_folding.h"

#include "domain/catalog.h"
#include "domain/condition.h"

#include <algorithm>

namespace deskhand {
namespace {

qint64 referenceOf(const TicketHead &head, ConditionField field)
{
    switch (field) {
    case ConditionField::State: return head.state.value;
    case ConditionField::Priority: return head.priority.value;
    case ConditionField::Queue: return head.queue.value;
    case ConditionField::Category: return head.category.value;
    case ConditionField::Owner: return head.owner.value;
    case ConditionField::Requester: return head.requester.value;
    case ConditionField::Organization: return head.organization.value;
    default: return 0;
    }
}

Instant instantOf(const TicketHead &head, ConditionField field)
{
    switch (field) {
    case ConditionField::Created: return head.createdAt;
    case ConditionField::Updated: return head.updatedAt;
    case ConditionField::LastContact: return head.lastContactAt;
    case ConditionField::Due: return head.dueAt;
    case ConditionField::SlaDue: return head.slaDueAt;
    case ConditionField::PendingUntil: return head.pendingUntil;
    case ConditionField::Solved: return head.solvedAt;
    case ConditionField::Closed: return head.closedAt;
    default: return 0;
    }
}

bool compareNumbers(qint64 left, ConditionOperator op, qint64 right)
{
    switch (op) {
    case ConditionOperator::Less: return left < right;
    case ConditionOperator::LessOrEqual: return left <= right;
    case ConditionOperator::Greater: return left > right;
    case ConditionOperator::GreaterOrEqual: return left >= right;
    default: return false;
    }
}

bool containsId(const QVector<qint64> &ids, qint64 id, PersonId me)
{
    return std::any_of(ids.cbegin(), ids.cend(), [&](qint64 candidate) {
        return candidate == Condition::meId ? me.isValid() && id == me.value : candidate == id;
    });
}

bool isUnder(const Condition &test, const TicketFacts &ticket, const Catalog &catalog)
{
    return std::any_of(test.ids.cbegin(), test.ids.cend(), [&](qint64 root) {
        if (test.field == ConditionField::Queue)
            return catalog.queueWithDescendants(QueueId{root}).contains(ticket.head.queue);
        return catalog.categoryWithDescendants(CategoryId{root}).contains(ticket.head.category);
    });
}

bool testReference(const Condition &test, const TicketFacts &ticket, const ConditionContext &context)
{
    const qint64 value = referenceOf(ticket.head, test.field);
    switch (test.op) {
    case ConditionOperator::Is: return containsId(test.ids, value, context.me);
    case ConditionOperator::IsSet: return value != 0;
    case ConditionOperator::Under: return isUnder(test, ticket, *context.catalog);
    default: {
        const Priority *priority = context.catalog->priority(ticket.head.priority);
        return priority && compareNumbers(priority->rank, test.op, test.ids.value(0));
    }
    }
}

bool testFoldedText(const QString &folded, ConditionOperator op, const QString &wanted)
{
    switch (op) {
    case ConditionOperator::Equals: return folded == wanted;
    case ConditionOperator::StartsWith: return folded.startsWith(wanted);
    default: return folded.contains(wanted);
    }
}

bool testText(const Condition &test, const TicketFacts &ticket)
{
    const QString wanted = foldText(test.text);
    switch (test.field) {
    case ConditionField::Number: return testFoldedText(foldText(ticket.head.number), test.op, wanted);
    case ConditionField::Subject: return testFoldedText(foldText(ticket.head.subject), test.op, wanted);
    default:
        return testFoldedText(foldText(ticket.requesterName), test.op, wanted)
               || testFoldedText(foldText(ticket.requesterAddress), test.op, wanted);
    }
}

bool testTags(const Condition &test, const TicketFacts &ticket)
{
    if (test.op == ConditionOperator::IsSet)
        return !ticket.head.tags.isEmpty();
    return std::any_of(test.words.cbegin(), test.words.cend(),
                       [&](const QString &word) { return ticket.head.tags.contains(foldText(word)); });
}

bool testInstant(const Condition &test, const TicketFacts &ticket, Instant now)
{
    const Instant value = instantOf(ticket.head, test.field);
    if (value == 0)
        return false;
    return test.op == ConditionOperator::IsSet || compareNumbers(value, test.op, test.instant.resolve(now));
}

bool testNumber(const Condition &test, const TicketFacts &ticket)
{
    const qint64 value =
        test.field == ConditionField::ArticleCount ? ticket.head.articleCount : ticket.head.attachmentCount;
    return test.op == ConditionOperator::Is ? test.ids.contains(value)
                                            : compareNumbers(value, test.op, test.ids.value(0));
}

bool isOverdue(const TicketHead &head, Instant now)
{
    return head.sla == SlaStanding::Running && head.slaDueAt != 0 && head.slaDueAt <= now;
}

bool testEnumeration(const Condition &test, const TicketFacts &ticket, const ConditionContext &context)
{
    if (test.field == ConditionField::Sla)
        return test.ids.contains(qint64(ticket.head.sla))
               || (test.ids.contains(slaOverdue) && isOverdue(ticket.head, context.now));
    if (test.field == ConditionField::SlaTarget)
        return test.ids.contains(qint64(ticket.head.slaTarget));
    if (test.field == ConditionField::Channel)
        return test.ids.contains(qint64(ticket.head.channel));
    if (test.field == ConditionField::Delivery)
        return test.ids.contains(qint64(ticket.head.delivery));
    return test.ids.contains(qint64(context.catalog->stateType(ticket.head.state)));
}

/// The part of full text that is known without the index.
bool testKnownWords(const Condition &test, const TicketFacts &ticket)
{
    const QString known = foldText(ticket.head.subject + u' ' + ticket.head.number + u' ' + ticket.requesterName + u' '
                                   + ticket.requesterAddress);
    const QStringList wanted = foldedWords(test.text);
    return std::all_of(wanted.cbegin(), wanted.cend(), [&](const QString &word) { return known.contains(word); });
}

bool evaluateTest(const Condition &test, const TicketFacts &ticket, const ConditionContext &context)
{
    switch (conditionFieldType(test.field)) {
    case ConditionFieldType::Reference: return testReference(test, ticket, context);
    case ConditionFieldType::Enumeration: return testEnumeration(test, ticket, context);
    case ConditionFieldType::Text: return testText(test, ticket);
    case ConditionFieldType::WordSet: return testTags(test, ticket);
    case ConditionFieldType::Instant: return testInstant(test, ticket, context.now);
    case ConditionFieldType::Number: return testNumber(test, ticket);
    case ConditionFieldType::Flag:
        if (test.field == ConditionField::SlaMissed)
            return ticket.head.slaMissed || isOverdue(ticket.head, context.now);
        return ticket.unread;
    case ConditionFieldType::FullText: return testKnownWords(test, ticket);
    }
    return false;
}

} // namespace

bool evaluate(const Condition &condition, const TicketFacts &ticket, const ConditionContext &context)
{
    const auto holds = [&](const Condition &child) { return evaluate(child, ticket, context); };
    switch (condition.kind) {
    case Condition::Kind::All: return std::all_of(condition.children.cbegin(), condition.children.cend(), holds);
    case Condition::Kind::Any: return std::any_of(condition.children.cbegin(), condition.children.cend(), holds);
    case Condition::Kind::Not: return !condition.children.isEmpty() && !holds(condition.children.first());
    case Condition::Kind::Test: return evaluateTest(condition, ticket, context);
    }
    return false;
}

} // namespace deskhand
