// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_condition.h"

#include "base/text_folding.h"
#include "domain/catalog.h"
#include "domain/condition_fields.h"

namespace deskhand::test {
namespace {

const QStringList &oddTexts()
{
    static const QStringList texts{QStringLiteral("VPN drops"),
                                   QStringLiteral("PROBLÈME d'imprimante"),
                                   QStringLiteral("100% full"),
                                   QStringLiteral("under_score"),
                                   QStringLiteral("back\\slash"),
                                   QStringLiteral("say \"hi\""),
                                   QStringLiteral("Straße"),
                                   QStringLiteral("接続できません"),
                                   QStringLiteral("مشكلة في الطابعة"),
                                   QStringLiteral("a,b(c) -d:e<f"),
                                   QStringLiteral("x"),
                                   QStringLiteral("me"),
                                   QStringLiteral("none"),
                                   QStringLiteral("#7"),
                                   QStringLiteral("=eq ^up")};
    return texts;
}

template <typename Item>
qint64 randomId(QRandomGenerator &random, const QVector<Item> &items, bool mayBeNone)
{
    if (items.isEmpty() || (mayBeNone && random.bounded(4) == 0))
        return 0;
    return items[random.bounded(items.size())].id.value;
}

qint64 randomReference(QRandomGenerator &random, ConditionField field, const Catalog &catalog)
{
    switch (field) {
    case ConditionField::State: return randomId(random, catalog.states, false);
    case ConditionField::Priority: return randomId(random, catalog.priorities, false);
    case ConditionField::Queue: return randomId(random, catalog.queues, false);
    case ConditionField::Category: return randomId(random, catalog.categories, true);
    case ConditionField::Owner:
        return random.bounded(5) == 0 ? Condition::meId : randomId(random, catalog.agents, true);
    case ConditionField::Requester: return random.bounded(5) == 0 ? Condition::meId : 1 + random.bounded(9);
    default: return randomId(random, catalog.organizations, true);
    }
}

ConditionInstant randomConditionInstant(QRandomGenerator &random)
{
    if (random.bounded(2) == 0)
        return {true, (random.bounded(41) - 20) * Instant(3'600'000) + random.bounded(2) * 1500};
    return {false, 1'790'000'000'000 + random.bounded(40) * Instant(86'400'000)};
}

ConditionOperator randomOrdering(QRandomGenerator &random)
{
    return ConditionOperator(int(ConditionOperator::Less) + random.bounded(4));
}

Condition randomReferenceTest(QRandomGenerator &random, ConditionField field, const Catalog &catalog)
{
    if (field == ConditionField::Priority && random.bounded(3) == 0)
        return Condition::compare(field, randomOrdering(random), qint64(1 + random.bounded(4)));
    if (random.bounded(6) == 0)
        return Condition::isSet(field);
    QVector<qint64> ids;
    for (int i = random.bounded(3); i >= 0; --i)
        ids.append(randomReference(random, field, catalog));
    const bool tree = field == ConditionField::Queue || field == ConditionField::Category;
    // "Under none" means nothing to people and cannot be typed.
    ids.removeAll(0);
    if (tree && !ids.isEmpty() && random.bounded(2) == 0)
        return Condition::under(field, ids);
    if (ids.isEmpty())
        ids.append(0);
    return Condition::is(field, ids);
}

Condition randomTest(QRandomGenerator &random, const Catalog &catalog, bool withFullText)
{
    const auto field = ConditionField(random.bounded(int(ConditionField::Text) + (withFullText ? 1 : 0)));
    const QString text = oddTexts()[random.bounded(oddTexts().size())];
    switch (conditionFieldType(field)) {
    case ConditionFieldType::Reference: return randomReferenceTest(random, field, catalog);
    case ConditionFieldType::Enumeration: {
        if (field == ConditionField::Sla)
            return Condition::is(field, {random.bounded(6), random.bounded(6)});
        if (field == ConditionField::SlaTarget)
            return Condition::is(field, {random.bounded(7), random.bounded(7)});
        const int first = field == ConditionField::Delivery ? 0 : 1;
        return Condition::is(field, {first + random.bounded(7), 1 + random.bounded(7)});
    }
    case ConditionFieldType::Text:
        return Condition::textTest(field, ConditionOperator(int(ConditionOperator::Equals) + random.bounded(3)),
                                   foldText(text.left(1 + random.bounded(text.size()))));
    case ConditionFieldType::WordSet:
        return random.bounded(4) == 0
                   ? Condition::isSet(field)
                   : Condition::has(QStringList{QStringLiteral("vip"), catalog.tags.value(random.bounded(3))}.mid(
                       random.bounded(2)));
    case ConditionFieldType::Instant:
        return random.bounded(5) == 0
                   ? Condition::isSet(field)
                   : Condition::compare(field, randomOrdering(random), randomConditionInstant(random));
    case ConditionFieldType::Number:
        return random.bounded(2) == 0 ? Condition::is(field, {random.bounded(4), random.bounded(9)})
                                      : Condition::compare(field, randomOrdering(random), qint64(random.bounded(6)));
    case ConditionFieldType::Flag: return Condition::isSet(field);
    case ConditionFieldType::FullText: return Condition::matches(text);
    }
    return {};
}

Instant randomInstant(QRandomGenerator &random, Instant now, bool mayBeUnset)
{
    return mayBeUnset && random.bounded(3) == 0 ? 0 : now + (random.bounded(49) - 24) * Instant(1'800'000);
}

} // namespace

Condition randomCondition(QRandomGenerator &random, const Catalog &catalog, int depth, bool withFullText)
{
    const int kind = depth <= 0 ? 3 : random.bounded(6);
    if (kind == 2)
        return Condition::negate(randomCondition(random, catalog, depth - 1, withFullText));
    if (kind > 2)
        return randomTest(random, catalog, withFullText);
    QVector<Condition> children;
    for (int i = random.bounded(4); i > 0; --i)
        children.append(randomCondition(random, catalog, depth - 1, withFullText));
    return kind == 0 ? Condition::all(children) : Condition::any(children);
}

TicketFacts randomTicket(QRandomGenerator &random, const Catalog &catalog, Instant now, qint64 id)
{
    TicketFacts ticket;
    TicketHead &head = ticket.head;
    head.id = TicketId{id};
    head.number = QStringLiteral("A-%1").arg(id, 5, 10, QLatin1Char('0'));
    head.version = 1;
    head.subject = oddTexts()[random.bounded(oddTexts().size())];
    head.state = StateId{randomId(random, catalog.states, false)};
    head.priority = PriorityId{randomId(random, catalog.priorities, false)};
    head.queue = QueueId{randomId(random, catalog.queues, false)};
    head.category = CategoryId{randomId(random, catalog.categories, true)};
    head.owner = PersonId{randomId(random, catalog.agents, true)};
    head.organization = OrganizationId{randomId(random, catalog.organizations, true)};
    head.channel = Channel(1 + random.bounded(7));
    head.delivery = DeliveryState(random.bounded(8));
    for (const QString &tag : catalog.tags) {
        if (random.bounded(3) == 0)
            head.tags.append(tag);
    }
    head.createdAt = randomInstant(random, now, false);
    head.updatedAt = randomInstant(random, now, false);
    head.lastContactAt = randomInstant(random, now, true);
    head.dueAt = randomInstant(random, now, true);
    head.pendingUntil = randomInstant(random, now, true);
    head.solvedAt = randomInstant(random, now, true);
    head.closedAt = randomInstant(random, now, true);
    head.sla = SlaStanding(random.bounded(5));
    head.slaTarget = SlaTargetKind(head.sla == SlaStanding::None ? 0 : 1 + random.bounded(6));
    head.slaDueAt = head.sla == SlaStanding::Running ? randomInstant(random, now, false) : 0;
    head.slaLeft = head.sla == SlaStanding::Paused ? (random.bounded(49) - 24) * qint64(1'800'000) : 0;
    head.slaMissed = random.bounded(3) == 0;
    head.articleCount = random.bounded(6);
    head.attachmentCount = random.bounded(3);
    head.requester = PersonId{1 + random.bounded(9)};
    ticket.requesterName = oddTexts()[int(head.requester.value)];
    ticket.requesterAddress = QStringLiteral("p%1@example.com").arg(head.requester.value);
    ticket.unread = random.bounded(2) == 0;
    return ticket;
}

} // namespace deskhand::test
