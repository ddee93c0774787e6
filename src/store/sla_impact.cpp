// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sla_impact.h"

#include "operations/sla_replanning.h"
#include "store/sla_reading.h"
#include "store/ticket_sight.h"
#include "store/transaction.h"

#include <algorithm>
#include <future>
#include <limits>

namespace deskhand {
namespace {

constexpr int ticketsOfImpactPage = 1000;

/// Judges pages in the order they are given, each in another thread than the one that reads the next.
class ImpactCalculation
{
public:
    ImpactCalculation(const SlaPlan &plan, const TicketSight &sight, Instant now)
        : m_plan(plan)
        , m_sight(sight)
        , m_now(now)
    {
    }
    ~ImpactCalculation() { wait(); }
    ImpactCalculation(const ImpactCalculation &) = delete;
    ImpactCalculation &operator=(const ImpactCalculation &) = delete;

    void give(QVector<SlaSubject> page)
    {
        wait();
        m_running = std::async(std::launch::async, [this, page = std::move(page)] {
            for (const SlaSubject &subject : page)
                judge(subject);
        });
    }
    SlaImpact end()
    {
        wait();
        return m_impact;
    }

private:
    void wait()
    {
        if (m_running.valid())
            m_running.get();
    }
    void judge(const SlaSubject &subject)
    {
        if (!looksAt(m_plan, subject.row.head))
            return;
        addToImpact(&m_impact, subject, replanned(subject, m_plan, m_now), m_now);
        if (m_sight.sees(subject.row.head.queue))
            return;
        for (QVector<TicketId> *ids :
             {&m_impact.changedIds, &m_impact.becomeOverdueIds, &m_impact.stopBeingOverdueIds}) {
            if (!ids->isEmpty() && ids->last() == subject.row.head.id)
                ids->removeLast();
        }
    }

    const SlaPlan &m_plan;
    const TicketSight &m_sight;
    Instant m_now;
    SlaImpact m_impact;
    std::future<void> m_running;
};

Result<QVector<SlaSubject>> readImpactPage(Connection &connection, const CatalogPtr &catalog, TicketId after,
                                           const SlaSubjectFilter &filter)
{
    Transaction snapshot(connection); // a ticket and its clocks belong together
    if (const Result<void> begun = snapshot.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    return readSlaSubjects(connection, catalog, after, ticketsOfImpactPage, filter);
}

/// Whether there is something to calculate with: a client may send anything. Only a name may still be missing.
bool canBeCalculated(const SlaImpactQuery &query)
{
    const QVector<PolicyProblem> problems = query.policy ? problemsOf(*query.policy) : QVector<PolicyProblem>();
    const bool policy = std::all_of(problems.cbegin(), problems.cend(),
                                    [](const PolicyProblem &each) { return each.field == QLatin1String("name"); });
    return policy && (!query.calendar || problemsOf(*query.calendar).isEmpty());
}

} // namespace

Result<SlaImpact> readSlaImpact(Connection &connection, const CatalogPtr &catalog, const SlaImpactQuery &query,
                                const std::function<void(int done, int total)> &tell)
{
    if (!canBeCalculated(query))
        return Error{ErrorCode::Invalid, QStringLiteral("store.slaImpact"), QStringLiteral("cannot be saved"), {}};
    const SlaPlan plan = planOf(query, catalog);
    const TicketSight sight(*catalog, query.me);
    ImpactCalculation calculation(plan, sight, query.now);
    if (query.scope == SlaScope::NewTickets)
        return calculation.end();
    SlaSubjectFilter filter;
    filter.unresolvedOnly = query.scope == SlaScope::Open;
    filter.openedSince = query.openedSince;
    const Result<qint64> counted = countSlaSubjects(connection, catalog, filter);
    if (!counted)
        return counted.error();
    const int total = int(std::min<qint64>(*counted, std::numeric_limits<int>::max()));
    tell(0, total);
    int done = 0;
    TicketId after;
    for (;;) {
        Result<QVector<SlaSubject>> page = readImpactPage(connection, catalog, after, filter);
        if (!page)
            return page.error();
        if (page->isEmpty())
            break;
        after = page->last().row.head.id;
        done += int(page->size());
        const bool isLast = page->size() < ticketsOfImpactPage;
        calculation.give(*std::move(page));
        tell(std::min(done, total), total);
        if (isLast)
            break;
    }
    return calculation.end();
}

} // namespace deskhand
