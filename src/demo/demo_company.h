// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_people.h"
#include "demo/template_library.h"
#include "domain/article.h"
#include "domain/catalog.h"

#include <QHash>

#include <array>

namespace deskhand {

/// An agent of the demo: what they can be given.
struct DemoAgent {
    DemoPerson who;
    QStringList languages;
    QVector<QueueId> queues;
};

/// The company of the demo: reference data, agents, requesters. Made once, then only read.
class DemoCompany
{
public:
    /// For a desk of about `tickets` tickets: the more, the more people.
    DemoCompany(const TemplateLibrary &library, qint64 tickets, quint64 seed);

    [[nodiscard]] const Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] const QVector<Organization> &organizations() const { return m_catalog.organizations; }
    [[nodiscard]] QVector<Person> people() const; ///< agents, requesters, the monitoring

    [[nodiscard]] const QVector<DemoAgent> &agents() const { return m_agents; }
    /// "You": the agent whom the demo's window belongs to.
    [[nodiscard]] const DemoAgent &demoAgent() const { return m_agents.first(); }
    [[nodiscard]] const DemoPerson &monitoring() const { return m_monitoring; }
    [[nodiscard]] const QVector<DemoPerson> &staff(const QString &language) const;
    [[nodiscard]] const QVector<DemoPerson> &partners() const { return m_partners; }

    [[nodiscard]] QueueId queueByPath(const QString &path) const { return m_queuePaths.value(path); }
    [[nodiscard]] CategoryId categoryByPath(const QString &path) const { return m_categoryPaths.value(path); }
    [[nodiscard]] MailAddress queueAddress(QueueId queue) const { return m_queueAddresses.value(queue); }
    [[nodiscard]] StateId stateOf(StateType type) const { return m_catalog.firstStateOf(type); }
    [[nodiscard]] PriorityId priorityOf(int index) const { return m_priorities[size_t(index)]; } ///< 0 low … 3 urgent

    /// Agents who work in the queue and speak the language; else who speak the language; never empty.
    [[nodiscard]] const QVector<int> &agentsFor(QueueId queue, const QString &language) const;
    /// Index in agents() by mail name ("mika.brandt"), -1: none.
    [[nodiscard]] int agentByMailName(const QString &mailName) const { return m_agentNames.value(mailName, -1); }

    /// Adds or finds a requester with a fixed name; before people() is taken.
    [[nodiscard]] DemoPerson addNamed(const QString &name, const QString &mailName, const QString &department,
                                      const QString &site, const QString &language, bool vip);

    /// The demo agent's own saved views, still as text: name, condition, sort column, direction, columns, grouping.
    [[nodiscard]] QVector<QStringList> viewTexts() const { return m_viewTexts; }

private:
    void makeTrees(const TemplateLibrary &library);
    void makeOrganizations(const TemplateLibrary &library);
    void makeAgents(const TemplateLibrary &library, qint64 tickets);
    void makeStaff(const TemplateLibrary &library, qint64 tickets);
    void addAgent(DemoAgent agent, const QString &mailName);
    void rememberCandidates(const TemplateLibrary &library);
    [[nodiscard]] PersonId nextPerson() { return PersonId{++m_people}; }
    void place(DemoPerson *person, int organization) const;

    Catalog m_catalog;
    QVector<DemoAgent> m_agents;
    DemoPerson m_monitoring;
    QHash<QString, QVector<DemoPerson>> m_staff;
    QVector<DemoPerson> m_partners;
    QVector<DemoPerson> m_named;
    QHash<QString, QueueId> m_queuePaths;
    QHash<QString, CategoryId> m_categoryPaths;
    QHash<QueueId, MailAddress> m_queueAddresses;
    std::array<PriorityId, 4> m_priorities{};
    QHash<QPair<QueueId, QString>, QVector<int>> m_candidates;
    QHash<QString, int> m_agentNames;
    QHash<QString, int> m_namedIndex;
    QVector<int> m_departmentChoices; ///< indexes of organizations, by weight
    int m_departments = 0;
    QVector<QStringList> m_viewTexts;
    PeopleMaker m_maker;
    DemoRandom m_random;
    qint64 m_people = 0;
};

} // namespace deskhand
