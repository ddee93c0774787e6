// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/ticket_checks.h"

#include "domain/tag.h"

#include <algorithm>

namespace deskhand {
namespace {

template <typename Item>
void checkChoice(const Item *item, TicketField field, FieldErrors *errors)
{
    if (!item)
        errors->add(field, QLatin1String("unknown"));
    else if (!item->active)
        errors->add(field, QLatin1String("inactive"));
}

} // namespace

void checkState(const CommandRun &run, StateId id, FieldErrors *errors)
{
    const State *state = run.catalog->state(id);
    checkChoice(state, TicketField::State, errors);
    if (state && state->type == StateType::Merged)
        errors->add(TicketField::State, QLatin1String("reserved"));
}

void checkPriority(const CommandRun &run, PriorityId id, FieldErrors *errors)
{
    checkChoice(run.catalog->priority(id), TicketField::Priority, errors);
}

void checkQueue(const CommandRun &run, QueueId id, FieldErrors *errors)
{
    checkChoice(run.catalog->queue(id), TicketField::Queue, errors);
}

void checkCategory(const CommandRun &run, CategoryId id, FieldErrors *errors)
{
    if (id.isValid())
        checkChoice(run.catalog->category(id), TicketField::Category, errors);
}

void checkOwner(const CommandRun &run, PersonId id, FieldErrors *errors)
{
    if (!id.isValid())
        return;
    const Person *agent = run.catalog->agent(id);
    if (!agent)
        errors->add(TicketField::Owner, QLatin1String("not-an-agent"));
    else if (!agent->active)
        errors->add(TicketField::Owner, QLatin1String("inactive"));
}

void checkInstant(TicketField field, Instant at, FieldErrors *errors)
{
    if (at < 0)
        errors->add(field, QLatin1String("out-of-range"));
}

QStringList normalizedTags(const QStringList &tags)
{
    QStringList normalized;
    for (const QString &tag : tags) {
        const QString stored = normalizedTag(tag);
        if (!stored.isEmpty() && !normalized.contains(stored))
            normalized.append(stored);
    }
    normalized.sort();
    return normalized;
}

void noteNewTags(CommandRun &run, const QStringList &tags)
{
    const bool anyNew = std::any_of(tags.cbegin(), tags.cend(), [&run](const QString &tag) {
        return !std::binary_search(run.catalog->tags.cbegin(), run.catalog->tags.cend(), tag);
    });
    run.catalogChanged = run.catalogChanged || anyNew;
}

} // namespace deskhand
