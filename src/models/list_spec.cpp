// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_spec.h"

#include "domain/condition_text.h"
#include "domain/delivery.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qint64 dayInMs = 86'400'000;

ListSpec ownView(const QString &key, Condition condition, ListSort sort)
{
    ListSpec spec;
    spec.key = key;
    spec.condition = std::move(condition);
    spec.sort = sort;
    spec.columns = defaultListColumns();
    return spec;
}

ListSort urgentFirst(bool promises)
{
    return {promises ? ListColumn::TimeLeft : ListColumn::Due, false};
}

} // namespace

bool ListSpec::asksTheSame(const ListSpec &other) const
{
    return condition == other.condition && searchText == other.searchText && byRelevance == other.byRelevance
           && sort == other.sort && groupBy == other.groupBy && counted == other.counted;
}

bool ListSpec::turnsWithTime() const
{
    return groupBy == ListColumn::TimeLeft || asksOverdue(condition);
}

QVector<ListColumn> defaultListColumns()
{
    return {ListColumn::Number, ListColumn::Subject,  ListColumn::Requester, ListColumn::State,  ListColumn::Queue,
            ListColumn::Owner,  ListColumn::TimeLeft, ListColumn::Due,       ListColumn::Updated};
}

Condition unresolvedCondition()
{
    return Condition::is(ConditionField::StateType,
                         {qint64(StateType::New), qint64(StateType::Open), qint64(StateType::PendingReminder),
                          qint64(StateType::PendingAuto)});
}

bool promisesTimes(const Catalog &catalog)
{
    return std::any_of(catalog.slaPolicies.cbegin(), catalog.slaPolicies.cend(),
                       [](const SlaPolicy &policy) { return policy.active; });
}

QVector<ListSpec> ownViewSpecs(bool promises)
{
    const ListSort newestFirst{ListColumn::Updated, true};
    const ListSort dueFirst = urgentFirst(promises);
    const Condition mine = Condition::is(ConditionField::Owner, {Condition::meId});
    const Condition nobodys = Condition::is(ConditionField::Owner, {0});
    const auto before = [](ConditionField field, qint64 ahead) {
        return Condition::compare(field, ConditionOperator::Less, ConditionInstant{true, ahead});
    };
    const Condition dueSoon =
        Condition::any({before(ConditionField::SlaDue, dayInMs), before(ConditionField::Due, 2 * dayInMs)});
    const Condition undelivered =
        Condition::is(ConditionField::Delivery, {qint64(DeliveryState::Failed), qint64(DeliveryState::Bounced)});
    return {
        ownView(QStringLiteral("mine"), Condition::all({unresolvedCondition(), mine}), dueFirst),
        ownView(QStringLiteral("unassigned"), Condition::all({unresolvedCondition(), nobodys}),
                {ListColumn::Created, true}),
        ownView(QStringLiteral("due"), Condition::all({unresolvedCondition(), dueSoon}), {ListColumn::TimeLeft, false}),
        ownView(QStringLiteral("unread"),
                Condition::all({unresolvedCondition(), Condition::isSet(ConditionField::Unread)}), newestFirst),
        ownView(QStringLiteral("undelivered"), undelivered,
                newestFirst), // also of solved ones: nobody got the solution
        ownView(QStringLiteral("open"), unresolvedCondition(), dueFirst),
        ownView(QStringLiteral("all"), Condition::all(), newestFirst),
    };
}

ListSpec queueSpec(const Queue &queue, bool promises)
{
    ListSpec spec =
        ownView(QStringLiteral("queue:%1").arg(queue.id.value),
                Condition::all({Condition::under(ConditionField::Queue, {queue.id.value}), unresolvedCondition()}),
                urgentFirst(promises));
    spec.title = queue.name;
    return spec;
}

QString savedViewKey(SavedViewId view)
{
    return QStringLiteral("view:%1").arg(view.value);
}

ListSpec savedViewSpec(const SavedView &view, const Catalog &catalog)
{
    ListSpec spec;
    spec.key = savedViewKey(view.id);
    spec.title = view.name;
    const Result<Condition> parsed = parseCondition(view.conditionText, catalog);
    spec.condition = parsed && !view.conditionText.isEmpty() ? *parsed : view.condition;
    spec.sort = view.sort;
    if (view.grouped && canGroupBy(view.groupBy))
        spec.groupBy = view.groupBy;
    spec.columns = view.columns.isEmpty() ? defaultListColumns() : view.columns;
    spec.density = view.density;
    spec.savedView = view.id;
    return spec;
}

ListSpec searchSpec(const Condition &condition, bool byRelevance)
{
    ListSpec spec = ownView(QStringLiteral("search"), condition, {ListColumn::Updated, true});
    const auto isWords = [](const Condition &part) {
        return part.kind == Condition::Kind::Test && part.op == ConditionOperator::Matches;
    };
    QStringList words;
    if (isWords(condition)) {
        words.append(condition.text);
        spec.condition = Condition::all();
    } else if (condition.kind == Condition::Kind::All) {
        for (const Condition &part : condition.children) {
            if (isWords(part))
                words.append(part.text);
        }
        spec.condition.children.removeIf(isWords);
    }
    // Words inside a negation or an alternative stay in the condition: the store joins them there.
    spec.searchText = words.join(u' ');
    spec.byRelevance = byRelevance;
    return spec;
}

bool asksOverdue(const Condition &condition)
{
    if (condition.kind == Condition::Kind::Test)
        return condition.field == ConditionField::SlaMissed
               || (condition.field == ConditionField::Sla && condition.ids.contains(slaOverdue));
    return std::any_of(condition.children.cbegin(), condition.children.cend(), asksOverdue);
}

bool dependsOnNow(const Condition &condition)
{
    if (condition.kind == Condition::Kind::Test)
        return asksOverdue(condition)
               || (conditionFieldType(condition.field) == ConditionFieldType::Instant && condition.instant.relative
                   && condition.op != ConditionOperator::IsSet);
    return std::any_of(condition.children.cbegin(), condition.children.cend(), dependsOnNow);
}

} // namespace deskhand
