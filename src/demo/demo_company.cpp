// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demo_company.h"

#include "demo/demo_promises.h"

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

const QString &companyDomain()
{
    static const QString domain = QStringLiteral("halden-voss.example");
    return domain;
}

/// Share of each language among the people, in percent.
struct LanguageShare {
    const char *language;
    int percent;
};
constexpr std::array languageShares{LanguageShare{"en", 68}, LanguageShare{"de", 12}, LanguageShare{"fr", 7},
                                    LanguageShare{"es", 6},  LanguageShare{"ja", 4},  LanguageShare{"ar", 3}};

qint64 wholeRoot(qint64 n)
{
    qint64 root = 0;
    while ((root + 1) * (root + 1) <= n)
        ++root;
    return root;
}

} // namespace

DemoCompany::DemoCompany(const TemplateLibrary &library, qint64 tickets, quint64 seed)
    : m_maker(library)
    , m_random(seed, 0xc0117a17)
{
    makeTrees(library);
    makeOrganizations(library);
    makeAgents(library, tickets);
    makeStaff(library, tickets);
    rememberCandidates(library);
    const QStringList views = library.lines(QStringLiteral("views"));
    for (const QString &line : views)
        m_viewTexts.append(demoFields(line));
}

void DemoCompany::makeTrees(const TemplateLibrary &library)
{
    m_catalog.deskName = QStringLiteral("Halden & Voss Service Desk");
    m_catalog.numberFormat = QStringLiteral("{n:5}");
    const auto state = [this](const char *name, StateType type) {
        const int position = int(m_catalog.states.size()) + 1;
        m_catalog.states.append({StateId{position}, QLatin1String(name), type, position, true});
    };
    state("New", StateType::New);
    state("Open", StateType::Open);
    state("Pending", StateType::PendingReminder);
    state("Solved", StateType::Solved);
    state("Closed", StateType::Closed);
    state("Merged", StateType::Merged);
    for (const auto &[index, name] : {std::pair{3, "Urgent"}, {2, "High"}, {1, "Normal"}, {0, "Low"}}) {
        const int rank = 4 - index;
        m_priorities[size_t(index)] = PriorityId{rank};
        m_catalog.priorities.append({PriorityId{rank}, QLatin1String(name), rank, true});
    }
    const QStringList queues = library.lines(QStringLiteral("queues"));
    for (const QString &line : queues) {
        const QStringList fields = demoFields(line);
        const qint64 id = m_catalog.queues.size() + 1;
        const QString path = fields[0];
        const qsizetype slash = path.lastIndexOf(u'/');
        const QString address = fields.value(1) + u'@' + companyDomain();
        const QString name = path.mid(slash + 1);
        m_queuePaths.insert(path, QueueId{id});
        m_queueAddresses.insert(QueueId{id}, {name, address});
        m_catalog.queues.append({QueueId{id}, m_queuePaths.value(path.left(slash)), name, address, int(id), true, {}});
        if (slash < 0)
            m_catalog.queues.last().parent = {};
    }
    const QStringList categories = library.lines(QStringLiteral("categories"));
    for (const QString &path : categories) {
        const qint64 id = m_catalog.categories.size() + 1;
        const qsizetype slash = path.lastIndexOf(u'/');
        const CategoryId parent = slash < 0 ? CategoryId() : m_categoryPaths.value(path.left(slash));
        m_categoryPaths.insert(path, CategoryId{id});
        m_catalog.categories.append({CategoryId{id}, parent, path.mid(slash + 1), int(id), true});
    }
}

void DemoCompany::makeOrganizations(const TemplateLibrary &library)
{
    const QStringList departments = library.lines(QStringLiteral("departments"));
    for (const QString &line : departments) {
        const QStringList fields = demoFields(line);
        const qint64 id = m_catalog.organizations.size() + 1;
        m_catalog.organizations.append({OrganizationId{id}, fields[0], {}, {}, true});
        for (int i = 0; i < fields.value(2).toInt(); ++i)
            m_departmentChoices.append(int(id) - 1);
    }
    m_departments = int(m_catalog.organizations.size());
    const QStringList partners = library.lines(QStringLiteral("partners"));
    for (const QString &line : partners) {
        const QStringList fields = demoFields(line);
        const qint64 id = m_catalog.organizations.size() + 1;
        m_catalog.organizations.append({OrganizationId{id}, fields[0], fields.value(1), {}, true});
    }
}

void DemoCompany::place(DemoPerson *person, int organization) const
{
    person->department = m_catalog.organizations[organization].name;
    person->person.organization = m_catalog.organizations[organization].id;
}

void DemoCompany::addAgent(DemoAgent agent, const QString &mailName)
{
    agent.who.person.id = nextPerson();
    agent.who.person.role = PersonRole::Agent;
    agent.who.department = QStringLiteral("IT Service Desk");
    m_agentNames.insert(mailName, int(m_agents.size()));
    m_catalog.agents.append(agent.who.person);
    m_agents.append(std::move(agent));
}

void DemoCompany::makeAgents(const TemplateLibrary &library, qint64 tickets)
{
    const QStringList lines = library.lines(QStringLiteral("agents"));
    for (const QString &line : lines) {
        const QStringList fields = demoFields(line);
        DemoAgent agent;
        agent.languages = fields.value(2).split(u' ', Qt::SkipEmptyParts);
        const QStringList queues = fields.value(3).split(u';');
        for (const QString &queue : queues)
            agent.queues.append(queueByPath(queue.trimmed()));
        const QString native = agent.languages.last();
        agent.who = m_maker.makeNamed(fields[0], fields.value(1), companyDomain(), native, fields.value(4), &m_random);
        agent.who.person.admin = m_agents.isEmpty();
        addAgent(agent, fields.value(1));
    }
    // About ten more agents for each further 250,000 tickets.
    for (qint64 i = 0; i < tickets / 25'000; ++i) {
        const QString language = QLatin1String(languageShares[m_random.below(4)].language);
        DemoAgent agent;
        agent.who = m_maker.make(language, companyDomain(), &m_random);
        agent.languages = {QStringLiteral("en")};
        if (language != agent.languages[0])
            agent.languages.append(language);
        for (int queue = 0; queue < 3; ++queue)
            agent.queues.append(m_catalog.queues[m_random.below(quint32(m_catalog.queues.size()))].id);
        const QString address = agent.who.person.address;
        addAgent(agent, address.left(address.indexOf(u'@')));
    }
    std::sort(m_catalog.agents.begin(), m_catalog.agents.end(),
              [](const Person &a, const Person &b) { return a.name < b.name; });
    m_monitoring.person.id = nextPerson();
    m_monitoring.person.name = QStringLiteral("Monitoring");
    m_monitoring.person.address = QStringLiteral("monitoring@") + companyDomain();
    m_monitoring.person.language = QStringLiteral("en");
    m_monitoring.first = m_monitoring.person.name;
    m_monitoring.isTerse = true;
}

void DemoCompany::makeStaff(const TemplateLibrary &library, qint64 tickets)
{
    const qint64 count = std::clamp<qint64>(20 * wholeRoot(tickets), 120, 20'000);
    for (const LanguageShare &share : languageShares) {
        const QString language = QLatin1String(share.language);
        if (!library.languages().contains(language))
            continue;
        QVector<DemoPerson> &people = m_staff[language];
        for (qint64 i = 0; i < count * share.percent / 100; ++i) {
            DemoPerson person = m_maker.make(language, companyDomain(), &m_random);
            person.person.id = nextPerson();
            place(&person, m_departmentChoices[m_random.below(quint32(m_departmentChoices.size()))]);
            person.person.vip = person.department == QLatin1String("Executive Office") || m_random.below(1000) < 8;
            people.append(person);
        }
    }
    for (qint64 i = 0; i < 24 + count / 40; ++i) {
        const auto partner = int(m_departments + i % (m_catalog.organizations.size() - m_departments));
        DemoPerson person = m_maker.make(QStringLiteral("en"), m_catalog.organizations[partner].domain, &m_random);
        person.person.id = nextPerson();
        place(&person, partner);
        m_partners.append(person);
    }
}

DemoPerson DemoCompany::addNamed(const QString &name, const QString &mailName, const QString &department,
                                 const QString &site, const QString &language, bool vip)
{
    const auto known = m_namedIndex.constFind(mailName);
    if (known != m_namedIndex.constEnd())
        return m_named[*known];
    const qsizetype at = mailName.indexOf(u'@');
    DemoPerson person = m_maker.makeNamed(name, at < 0 ? mailName : mailName.left(at),
                                          at < 0 ? companyDomain() : mailName.mid(at + 1), language, site, &m_random);
    person.person.id = nextPerson();
    person.person.vip = vip;
    for (int i = 0; i < m_departments; ++i) {
        if (m_catalog.organizations[i].name == department)
            place(&person, i);
    }
    m_namedIndex.insert(mailName, int(m_named.size()));
    m_named.append(person);
    return person;
}

void DemoCompany::rememberCandidates(const TemplateLibrary &library)
{
    m_catalog.index();
    QHash<QueueId, PersonId> leads;
    for (const DemoAgent &agent : std::as_const(m_agents)) {
        for (const QueueId queue : agent.queues) {
            if (!leads.contains(queue))
                leads.insert(queue, agent.who.person.id);
        }
    }
    addDemoPromises(&m_catalog, leads, m_agents.first().who.person.id);
    m_catalog.index();
    for (const QString &language : library.languages()) {
        QVector<int> speakers;
        for (int i = 0; i < m_agents.size(); ++i) {
            if (m_agents[i].languages.contains(language))
                speakers.append(i);
        }
        for (const Queue &queue : std::as_const(m_catalog.queues)) {
            QVector<int> &candidates = m_candidates[{queue.id, language}];
            for (const int agent : std::as_const(speakers)) {
                if (m_agents[agent].queues.contains(queue.id))
                    candidates.append(agent);
            }
            if (candidates.isEmpty())
                candidates = speakers;
        }
    }
}

const QVector<int> &DemoCompany::agentsFor(QueueId queue, const QString &language) const
{
    return *m_candidates.constFind({queue, language});
}

const QVector<DemoPerson> &DemoCompany::staff(const QString &language) const
{
    return *m_staff.constFind(language);
}

QVector<Person> DemoCompany::people() const
{
    QVector<Person> all;
    for (const DemoAgent &agent : m_agents)
        all.append(agent.who.person);
    all.append(m_monitoring.person);
    for (const LanguageShare &share : languageShares) {
        for (const DemoPerson &person : m_staff.value(QLatin1String(share.language)))
            all.append(person.person);
    }
    for (const DemoPerson &person : m_partners)
        all.append(person.person);
    for (const DemoPerson &person : m_named)
        all.append(person.person);
    return all;
}

} // namespace deskhand
