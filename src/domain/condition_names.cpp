// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/condition_names.h"

#include "base/text_folding.h"
#include "domain/catalog.h"
#include "domain/delivery.h"

namespace deskhand {
namespace {

constexpr int mostCandidates = 8;

QVector<NamedValue> stateTypeValues()
{
    QVector<NamedValue> values;
    for (int type = int(StateType::New); type <= int(StateType::Merged); ++type)
        values.append({stateTypeName(StateType(type)), type, {}});
    return values;
}

QVector<NamedValue> channelValues()
{
    QVector<NamedValue> values;
    for (int channel = int(Channel::Email); channel <= int(Channel::Monitoring); ++channel)
        values.append({channelName(Channel(channel)), channel, {}});
    return values;
}

QVector<NamedValue> deliveryValues()
{
    QVector<NamedValue> values;
    for (int state = int(DeliveryState::None); state <= int(DeliveryState::Bounced); ++state)
        values.append({deliveryStateName(DeliveryState(state)), state, {}});
    return values;
}

QVector<NamedValue> slaValues()
{
    QVector<NamedValue> values;
    for (int standing = int(SlaStanding::None); standing <= int(SlaStanding::Missed); ++standing)
        values.append({slaStandingName(SlaStanding(standing)), standing, {}});
    values.append({QStringLiteral("overdue"), slaOverdue, {}});
    return values;
}

QVector<NamedValue> slaTargetValues()
{
    QVector<NamedValue> values{{QStringLiteral("none"), 0, {}}};
    for (const SlaTargetKind kind : allSlaTargetKinds)
        values.append({slaTargetName(kind), qint64(kind), {}});
    return values;
}

template <typename Item>
QVector<NamedValue> plainValues(const QVector<Item> &items)
{
    QVector<NamedValue> values;
    for (const Item &item : items)
        values.append({item.name, item.id.value, {}});
    return values;
}

} // namespace

QVector<NamedValue> namedValues(ConditionField field, const Catalog &catalog)
{
    QVector<NamedValue> values;
    switch (field) {
    case ConditionField::State: return plainValues(catalog.states);
    case ConditionField::Priority: return plainValues(catalog.priorities);
    case ConditionField::Organization: return plainValues(catalog.organizations);
    case ConditionField::StateType: return stateTypeValues();
    case ConditionField::Channel: return channelValues();
    case ConditionField::Delivery: return deliveryValues();
    case ConditionField::Sla: return slaValues();
    case ConditionField::SlaTarget: return slaTargetValues();
    case ConditionField::Queue:
        for (const Queue &queue : catalog.queues)
            values.append({queue.name, queue.id.value, catalog.queuePath(queue.id)});
        return values;
    case ConditionField::Category:
        for (const Category &category : catalog.categories)
            values.append({category.name, category.id.value, catalog.categoryPath(category.id)});
        return values;
    case ConditionField::Owner:
        for (const Person &agent : catalog.agents)
            values.append({displayName(agent), agent.id.value, agent.address});
        return values;
    default: return values;
    }
}

NameMatch findNamedValue(ConditionField field, const QString &typed, const Catalog &catalog)
{
    const QString wanted = foldText(typed);
    NameMatch exact;
    NameMatch byAlias;
    NameMatch byPrefix;
    for (const NamedValue &value : namedValues(field, catalog)) {
        const QString name = foldText(value.name);
        const QString alias = foldText(value.alias);
        if (name == wanted)
            exact.ids.append(value.id);
        else if (!alias.isEmpty() && alias == wanted)
            byAlias.ids.append(value.id);
        else if (name.startsWith(wanted) || name.contains(u' ' + wanted))
            byPrefix.ids.append(value.id);
        else
            continue;
        if (byPrefix.candidates.size() < mostCandidates)
            byPrefix.candidates.append(exact.ids.size() > 1 && !value.alias.isEmpty() ? value.alias : value.name);
    }
    for (NameMatch *match : {&exact, &byAlias, &byPrefix}) {
        if (!match->ids.isEmpty()) {
            match->candidates = byPrefix.candidates;
            return *match;
        }
    }
    for (const NamedValue &value : namedValues(field, catalog)) {
        if (byPrefix.candidates.size() < mostCandidates)
            byPrefix.candidates.append(value.name);
    }
    return byPrefix;
}

QString nameOfValue(ConditionField field, qint64 id, const Catalog &catalog)
{
    // Words that mean something else in the text form must not be taken for names.
    const auto isReserved = [](const QString &name) {
        const QString folded = foldText(name);
        return folded == u"me" || folded == u"none" || name.startsWith(u'#') || name.startsWith(u'=') || name.isEmpty();
    };
    for (const NamedValue &value : namedValues(field, catalog)) {
        if (value.id != id)
            continue;
        for (const QString &name : {value.name, value.alias}) {
            if (!isReserved(name) && findNamedValue(field, name, catalog).ids == QVector<qint64>{id})
                return name;
        }
    }
    return QStringLiteral("#%1").arg(id);
}

} // namespace deskhand
