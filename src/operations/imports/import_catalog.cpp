// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/imports/import_catalog.h"

#include "base/text_folding.h"

#include <algorithm>
#include <tuple>

namespace deskhand {
namespace {

/// Names of one kind of thing, folded, and the ids of those that are there.
template <typename Id>
class KnownNames
{
public:
    void know(const QString &name, Id id)
    {
        const QString folded = foldText(name);
        if (!m_ids.contains(folded))
            m_ids.insert(folded, id);
    }
    [[nodiscard]] Id find(const QString &name) const { return m_ids.value(foldText(name)); }

    /// The id of each text that rows have at `member`; what is not there is made.
    template <typename MakeFn>
    Result<void> provide(const ImportTable &table, quint32 ImportRow::*member, QHash<quint32, Id> *ids,
                         QStringList *made, MakeFn make)
    {
        for (const ImportRow &row : table.rows) {
            const quint32 text = row.*member;
            if (text == 0 || ids->contains(text))
                continue;
            const Result<Id> id = idOf(table.texts.at(text), made, make);
            if (!id)
                return id.error();
            ids->insert(text, *id);
        }
        return {};
    }
    template <typename MakeFn>
    Result<Id> idOf(const QString &name, QStringList *made, MakeFn make)
    {
        if (const Id known = find(name); known.isValid())
            return known;
        const Result<Id> id = make(name);
        if (!id)
            return id;
        know(name, *id);
        made->append(name);
        return id;
    }

private:
    QHash<QString, Id> m_ids;
};

class ImportCatalogMaker
{
public:
    ImportCatalogMaker(UnitOfWork &unit, const ImportMapping &mapping, const ImportTable &table, Instant now,
                       ImportReport *report)
        : m_unit(unit)
        , m_mapping(mapping)
        , m_table(table)
        , m_now(now)
        , m_report(report)
    {
    }

    Result<ImportIds> run()
    {
        const Result<CatalogPtr> catalog = m_unit.catalog();
        if (!catalog)
            return catalog.error();
        m_catalog = *catalog;
        Result<void> done = states();
        for (const auto step :
             {&ImportCatalogMaker::priorities, &ImportCatalogMaker::queues, &ImportCatalogMaker::categories,
              &ImportCatalogMaker::organizations, &ImportCatalogMaker::owners, &ImportCatalogMaker::finish}) {
            if (done)
                done = (this->*step)();
        }
        return done ? Result<ImportIds>(std::move(m_ids)) : Result<ImportIds>(done.error());
    }

private:
    Result<void> states()
    {
        KnownNames<StateId> names;
        int position = 0;
        for (const State &state : m_catalog->states) {
            names.know(state.name, state.id);
            position = std::max(position, state.position);
        }
        const auto makeOf = [&](StateType type) {
            return [this, type, &position](const QString &name) {
                return m_unit.saveState(State{{}, name, type, ++position, true});
            };
        };
        for (auto target = m_table.states.cbegin(); target != m_table.states.cend(); ++target) {
            const Result<StateId> id = names.idOf(target->name, &m_report->states, makeOf(target->type));
            if (!id)
                return id.error();
            m_ids.states.insert(target.key(), *id);
        }
        if (m_mapping.openingState) {
            const Result<StateId> id =
                names.idOf(m_mapping.openingState->name, &m_report->states, makeOf(m_mapping.openingState->type));
            if (!id)
                return id.error();
            m_ids.openingState = *id;
        }
        return {};
    }

    Result<void> priorities()
    {
        KnownNames<PriorityId> names;
        int lowest = 0;
        for (const Priority &priority : m_catalog->priorities) {
            names.know(priority.name, priority.id);
            lowest = std::max(lowest, priority.rank);
        }
        QVector<ImportTarget> targets;
        for (const ImportTarget &target : m_table.priorities)
            targets.append(target);
        std::sort(targets.begin(), targets.end(), [](const ImportTarget &a, const ImportTarget &b) {
            return std::tie(a.rank, a.name) < std::tie(b.rank, b.name);
        });
        for (const ImportTarget &target : std::as_const(targets)) {
            const int rank = target.rank != 0 ? target.rank : ++lowest;
            const Result<PriorityId> id =
                names.idOf(target.name, &m_report->priorities, [this, rank](const QString &name) {
                    return m_unit.savePriority(Priority{{}, name, rank, true});
                });
            if (!id)
                return id.error();
        }
        for (auto target = m_table.priorities.cbegin(); target != m_table.priorities.cend(); ++target)
            m_ids.priorities.insert(target.key(), names.find(target->name));
        return {};
    }

    Result<void> queues()
    {
        KnownNames<QueueId> names;
        int position = 0;
        for (const Queue &queue : m_catalog->queues) {
            names.know(queue.name, queue.id);
            names.know(m_catalog->queuePath(queue.id), queue.id);
            position = std::max(position, queue.position);
        }
        return names.provide(m_table, &ImportRow::queue, &m_ids.queues, &m_report->queues, [&](const QString &name) {
            Queue queue;
            queue.name = name;
            queue.position = ++position;
            return m_unit.saveQueue(queue);
        });
    }

    Result<void> categories()
    {
        KnownNames<CategoryId> names;
        int position = 0;
        for (const Category &category : m_catalog->categories) {
            names.know(category.name, category.id);
            names.know(m_catalog->categoryPath(category.id), category.id);
            position = std::max(position, category.position);
        }
        return names.provide(m_table, &ImportRow::category, &m_ids.categories, &m_report->categories,
                             [&](const QString &name) {
                                 Category category;
                                 category.name = name;
                                 category.position = ++position;
                                 return m_unit.saveCategory(category);
                             });
    }

    Result<void> organizations()
    {
        KnownNames<OrganizationId> names;
        for (const Organization &organization : m_catalog->organizations)
            names.know(organization.name, organization.id);
        return names.provide(m_table, &ImportRow::organization, &m_ids.organizations, &m_report->organizations,
                             [&](const QString &name) {
                                 Organization organization;
                                 organization.name = name;
                                 return m_unit.saveOrganization(organization);
                             });
    }

    Result<void> owners()
    {
        KnownNames<PersonId> names;
        for (const Person &agent : m_catalog->agents) {
            names.know(agent.name, agent.id);
            if (!agent.address.isEmpty())
                names.know(agent.address, agent.id);
        }
        return names.provide(m_table, &ImportRow::owner, &m_ids.owners, &m_report->agents, [&](const QString &name) {
            Person person;
            // Somebody with this address who is no agent stays what they are.
            person.name = name;
            person.role = PersonRole::Agent;
            person.active = m_mapping.agents == ImportMapping::Agents::Active;
            return m_unit.savePerson(person);
        });
    }

    Result<void> finish()
    {
        const bool made =
            !(m_report->states.isEmpty() && m_report->priorities.isEmpty() && m_report->queues.isEmpty()
              && m_report->categories.isEmpty() && m_report->organizations.isEmpty() && m_report->agents.isEmpty());
        if (made) {
            if (Result<void> raised = m_unit.raiseCatalogVersion(); !raised)
                return raised;
            if (Result<void> told = tellOfImport(m_unit, ChangeKind::CatalogChanged, m_now); !told)
                return told;
        }
        const Result<CatalogPtr> catalog = m_unit.catalog();
        if (!catalog)
            return catalog.error();
        m_ids.catalog = *catalog;
        m_ids.newState = m_ids.catalog->firstStateOf(StateType::New);
        m_ids.solvedState = m_ids.catalog->firstStateOf(StateType::Solved);
        m_ids.closedState = m_ids.catalog->firstStateOf(StateType::Closed);
        const QVector<Priority> &priorities = m_ids.catalog->priorities;
        if (!priorities.isEmpty())
            m_ids.priority = priorities[priorities.size() / 2].id;
        if (!m_ids.catalog->queues.isEmpty())
            m_ids.queue = m_ids.catalog->queues.first().id;
        const bool isUsable = m_ids.newState.isValid() && m_ids.solvedState.isValid() && m_ids.closedState.isValid()
                              && m_ids.priority.isValid() && m_ids.queue.isValid();
        return isUsable
                   ? Result<void>()
                   : Result<void>(Error{ErrorCode::Invalid,
                                        QStringLiteral("operations.importCatalog"),
                                        QStringLiteral("the desk needs a state of each type, a priority and a queue"),
                                        {}});
    }

    UnitOfWork &m_unit;
    const ImportMapping &m_mapping;
    const ImportTable &m_table;
    Instant m_now;
    ImportReport *m_report;
    CatalogPtr m_catalog;
    ImportIds m_ids;
};

} // namespace

Result<void> tellOfImport(UnitOfWork &unit, ChangeKind kind, Instant now)
{
    Command command;
    command.id = QUuid::createUuid();
    command.actorKind = ActorKind::Import;
    Change change;
    change.kind = kind;
    change.command = command.id;
    if (const Result<qint64> told = unit.appendChange(change, now); !told)
        return told.error();
    return unit.remember(command, {}, now);
}

Result<ImportIds> provideImportCatalog(UnitOfWork &unit, const ImportMapping &mapping, const ImportTable &table,
                                       Instant now, ImportReport *report)
{
    return ImportCatalogMaker(unit, mapping, table, now, report).run();
}

} // namespace deskhand
