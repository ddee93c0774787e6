// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/catalog.h"

#include <algorithm>

namespace deskhand {
namespace {

template <typename Key, typename Item>
QHash<Key, int> indexById(const QVector<Item> &items)
{
    QHash<Key, int> positions;
    positions.reserve(items.size());
    for (int i = 0; i < items.size(); ++i)
        positions.insert(items[i].id, i);
    return positions;
}

template <typename Key, typename Item>
const Item *lookUp(const QHash<Key, int> &positions, const QVector<Item> &items, Key id)
{
    const auto found = positions.constFind(id);
    return found == positions.constEnd() ? nullptr : &items[*found];
}

/// Trees come from outside: a parent that is its own descendant must not hang us.
constexpr int deepestTree = 64;

template <typename Key, typename Item>
void collectDescendants(const QVector<Item> &items, Key id, int depth, QVector<Key> *found)
{
    found->append(id);
    if (depth >= deepestTree)
        return;
    for (const Item &item : items) {
        if (item.parent == id && !found->contains(item.id))
            collectDescendants(items, item.id, depth + 1, found);
    }
}

template <typename Key, typename Item>
QString pathOf(const QHash<Key, int> &positions, const QVector<Item> &items, Key id)
{
    QStringList names;
    for (int depth = 0; depth < deepestTree; ++depth) {
        const Item *item = lookUp(positions, items, id);
        if (!item)
            break;
        names.prepend(item->name);
        id = item->parent;
    }
    return names.join(QStringLiteral(" / "));
}

const Person *activeAgent(const Catalog &catalog, PersonId id)
{
    const Person *agent = catalog.agent(id);
    return agent && agent->active ? agent : nullptr;
}

/// What the queue itself or the nearest above it has; null: none does.
template <typename Fn>
auto nearestOfQueue(const Catalog &catalog, QueueId id, Fn what) -> decltype(what(Queue()))
{
    const Queue *at = catalog.queue(id);
    for (int depth = 0; at && depth < deepestTree; ++depth) {
        if (const auto found = what(*at))
            return found;
        at = catalog.queue(at->parent);
    }
    return nullptr;
}

} // namespace

void Catalog::index()
{
    m_states = indexById<StateId>(states);
    m_priorities = indexById<PriorityId>(priorities);
    m_calendars = indexById<CalendarId>(calendars);
    m_slaPolicies = indexById<SlaPolicyId>(slaPolicies);
    if (!slaVersions)
        slaVersions = std::make_shared<SlaVersions>();
    m_queues = indexById<QueueId>(queues);
    m_categories = indexById<CategoryId>(categories);
    m_agents = indexById<PersonId>(agents);
    m_organizations = indexById<OrganizationId>(organizations);
    m_mailboxes = indexById<MailboxId>(mailboxes);
}

const State *Catalog::state(StateId id) const
{
    return lookUp(m_states, states, id);
}

const Priority *Catalog::priority(PriorityId id) const
{
    return lookUp(m_priorities, priorities, id);
}

const Queue *Catalog::queue(QueueId id) const
{
    return lookUp(m_queues, queues, id);
}

const Category *Catalog::category(CategoryId id) const
{
    return lookUp(m_categories, categories, id);
}

const Person *Catalog::agent(PersonId id) const
{
    return lookUp(m_agents, agents, id);
}

const Organization *Catalog::organization(OrganizationId id) const
{
    return lookUp(m_organizations, organizations, id);
}

const Mailbox *Catalog::mailbox(MailboxId id) const
{
    return lookUp(m_mailboxes, mailboxes, id);
}

const Mailbox *Catalog::sendingMailbox(QueueId id) const
{
    const auto sends = [](const Mailbox &box) { return box.active && box.sends; };
    QueueId at = id;
    for (int depth = 0; depth < deepestTree; ++depth) {
        const Queue *node = queue(at);
        if (!node)
            break;
        const Mailbox *chosen = mailbox(node->mailbox);
        if (chosen && sends(*chosen))
            return chosen;
        const auto fed = std::find_if(mailboxes.cbegin(), mailboxes.cend(),
                                      [&](const Mailbox &box) { return sends(box) && box.queue == at; });
        if (fed != mailboxes.cend())
            return &*fed;
        at = node->parent;
    }
    const auto first = std::find_if(mailboxes.cbegin(), mailboxes.cend(), sends);
    return first == mailboxes.cend() ? nullptr : &*first;
}

bool Catalog::isOwnAddress(const QString &address) const
{
    const auto same = [&address](const QString &own) {
        return !own.isEmpty() && own.compare(address, Qt::CaseInsensitive) == 0;
    };
    return std::any_of(mailboxes.cbegin(), mailboxes.cend(),
                       [&](const Mailbox &box) {
                           return same(box.address) || std::any_of(box.aliases.cbegin(), box.aliases.cend(), same);
                       })
           || std::any_of(queues.cbegin(), queues.cend(), [&](const Queue &node) { return same(node.address); });
}

const BusinessCalendar *Catalog::calendar(CalendarId id) const
{
    return lookUp(m_calendars, calendars, id);
}

const SlaPolicy *Catalog::slaPolicy(SlaPolicyId id) const
{
    return lookUp(m_slaPolicies, slaPolicies, id);
}

const BusinessCalendar *Catalog::calendarOfQueue(QueueId id) const
{
    return nearestOfQueue(*this, id, [this](const Queue &at) { return calendar(at.calendar); });
}

const Person *Catalog::leadOfQueue(QueueId id) const
{
    return nearestOfQueue(*this, id, [this](const Queue &at) { return activeAgent(*this, at.lead); });
}

const Person *Catalog::managerOfQueue(QueueId id) const
{
    return nearestOfQueue(*this, id, [this](const Queue &at) { return activeAgent(*this, at.manager); });
}

const Person *Catalog::onCallOfQueue(QueueId id) const
{
    return nearestOfQueue(*this, id, [this](const Queue &at) { return activeAgent(*this, at.onCall); });
}

StateType Catalog::stateType(StateId id) const
{
    const State *found = state(id);
    return found ? found->type : StateType::Open;
}

StateId Catalog::firstStateOf(StateType type) const
{
    for (const State &candidate : states) {
        if (candidate.type == type && candidate.active)
            return candidate.id;
    }
    return {};
}

QVector<QueueId> Catalog::queueWithDescendants(QueueId id) const
{
    QVector<QueueId> found;
    collectDescendants(queues, id, 0, &found);
    return found;
}

QVector<CategoryId> Catalog::categoryWithDescendants(CategoryId id) const
{
    QVector<CategoryId> found;
    collectDescendants(categories, id, 0, &found);
    return found;
}

QString Catalog::queuePath(QueueId id) const
{
    return pathOf(m_queues, queues, id);
}

QString Catalog::categoryPath(CategoryId id) const
{
    return pathOf(m_categories, categories, id);
}

} // namespace deskhand
