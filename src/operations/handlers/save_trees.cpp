// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/catalog_saving.h"
#include "operations/handlers/handlers.h"

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

/// The parent of a queue or category exists and is not below it.
template <typename Item, typename IdType>
void checkParent(const Item &saved, const Item *parent, const QVector<IdType> &below, FieldErrors *errors)
{
    if (!saved.parent.isValid())
        return;
    if (!parent)
        errors->add(QStringLiteral("parent"), QLatin1String("unknown"));
    else if (saved.id.isValid() && below.contains(saved.parent))
        errors->add(QStringLiteral("parent"), QLatin1String("loop"));
}

/// Ascending, each once. Who was a member before stays one, also when they are no agent any more: a queue that lost its
/// last member that way would be everybody's.
void checkMembers(const Catalog &catalog, const Queue *existing, Queue *queue, FieldErrors *errors)
{
    std::sort(queue->members.begin(), queue->members.end());
    queue->members.erase(std::unique(queue->members.begin(), queue->members.end()), queue->members.end());
    for (const PersonId member : std::as_const(queue->members)) {
        if (!catalog.agent(member) && !(existing && existing->members.contains(member)))
            errors->add(QStringLiteral("members"), QLatin1String("not-an-agent"));
    }
}

void checkMailOfQueue(const Catalog &catalog, const Queue &queue, FieldErrors *errors)
{
    constexpr int longestFollowUp = 3650;
    if (queue.mailbox.isValid() && !catalog.mailbox(queue.mailbox))
        errors->add(QStringLiteral("mailbox"), QLatin1String("unknown"));
    if (queue.followUpDays < 0 || queue.followUpDays > longestFollowUp)
        errors->add(QStringLiteral("follow-up-days"), QLatin1String("out-of-range"));
}

template <typename Item>
void checkGiven(const Item *item, const QString &field, FieldErrors *errors)
{
    if (!item)
        errors->add(field, QLatin1String("unknown"));
    else if (!item->active)
        errors->add(field, QLatin1String("inactive"));
}

/// What was switched off may stay where it is, but not be chosen anew.
void checkEscalationOfQueue(const Catalog &catalog, const Queue *existing, const Queue &queue, FieldErrors *errors)
{
    const Queue was = existing ? *existing : Queue();
    if (queue.calendar.isValid() && queue.calendar != was.calendar)
        checkGiven(catalog.calendar(queue.calendar), QStringLiteral("calendar"), errors);
    const auto checkAgent = [&](PersonId person, PersonId before, const QString &field) {
        if (!person.isValid() || person == before)
            return;
        if (!catalog.agent(person))
            errors->add(field, QLatin1String("not-an-agent"));
        else
            checkGiven(catalog.agent(person), field, errors);
    };
    checkAgent(queue.lead, was.lead, QStringLiteral("lead"));
    checkAgent(queue.manager, was.manager, QStringLiteral("manager"));
    checkAgent(queue.onCall, was.onCall, QStringLiteral("on-call"));
}

bool isLastActiveQueue(const Catalog &catalog, const Queue &saved)
{
    return std::none_of(catalog.queues.cbegin(), catalog.queues.cend(), [&saved](const Queue &other) {
        return other.active && !other.parent.isValid() && other.id != saved.id;
    });
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveQueue &save)
{
    Queue queue = save.queue;
    const Queue *existing = run.catalog->queue(queue.id);
    if (Result<void> exists = checkExists(queue, existing, "operations.saveQueue"); !exists)
        return exists.error();
    FieldErrors errors;
    queue.name = checkedName(queue, run.catalog->queues, &errors,
                             [&queue](const Queue &other) { return other.parent == queue.parent; });
    checkParent(queue, run.catalog->queue(queue.parent), run.catalog->queueWithDescendants(queue.id), &errors);
    queue.address = queue.address.trimmed();
    if (!queue.address.isEmpty() && !looksLikeAddress(queue.address))
        errors.add(QStringLiteral("address"), QLatin1String("bad-format"));
    checkMembers(*run.catalog, existing, &queue, &errors);
    checkMailOfQueue(*run.catalog, queue, &errors);
    checkEscalationOfQueue(*run.catalog, existing, queue, &errors);
    // Somewhere new tickets must go.
    if ((!queue.active || queue.parent.isValid()) && isLastActiveQueue(*run.catalog, queue))
        errors.add(queue.active ? QStringLiteral("parent") : QStringLiteral("active"), QLatin1String("last-of-type"));
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveQueue")); !valid)
        return valid.error();
    const Result<QueueId> id = run.unit.saveQueue(queue);
    if (!id)
        return id.error();
    return recordSaved(run, QStringLiteral("queue"), id->value, existing ? existing->name : QString(), queue.name);
}

Result<CommandAnswer> handleCommand(CommandRun &run, const SaveCategory &save)
{
    Category category = save.category;
    const Category *existing = run.catalog->category(category.id);
    if (Result<void> exists = checkExists(category, existing, "operations.saveCategory"); !exists)
        return exists.error();
    FieldErrors errors;
    category.name = checkedName(category, run.catalog->categories, &errors,
                                [&category](const Category &other) { return other.parent == category.parent; });
    checkParent(category, run.catalog->category(category.parent), run.catalog->categoryWithDescendants(category.id),
                &errors);
    if (Result<void> valid = errors.result(QStringLiteral("operations.saveCategory")); !valid)
        return valid.error();
    const Result<CategoryId> id = run.unit.saveCategory(category);
    if (!id)
        return id.error();
    return recordSaved(run, QStringLiteral("category"), id->value, existing ? existing->name : QString(),
                       category.name);
}

} // namespace deskhand
