// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/sla_verification.h"

#include "apps/desk_work/sla_work.h"
#include "operations/sla_replanning.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>

namespace deskhand::ctl {
namespace {

constexpr int looksAtOneTicket = 5;

/// Replayed and stored clocks, but for what is stored of only one of them.
QString differenceOf(const TicketSla &sla, const SlaVersions &versions)
{
    QVector<SlaClock> replayed = replayClocks(sla.events, versions);
    if (replayed.size() != sla.clocks.size())
        return QStringLiteral("%1 clocks are stored, %2 are due").arg(sla.clocks.size()).arg(replayed.size());
    for (qsizetype i = 0; i < replayed.size(); ++i) {
        replayed[i].pauses.clear();
        replayed[i].changedAt = 0;
        replayed[i].reason = sla.clocks[i].reason;
        if (replayed[i] != sla.clocks[i])
            return QStringLiteral("%1, cycle %2, is stored as something else")
                .arg(slaTargetName(replayed[i].target))
                .arg(replayed[i].cycle);
    }
    return {};
}

bool isSummary(const TicketHead &head, const SlaSummary &summary)
{
    return head.sla == summary.standing && head.slaTarget == summary.target && head.slaDueAt == summary.dueAt
           && head.slaLeft == summary.left && head.slaMissed == summary.missed;
}

class Verification
{
public:
    Verification(DeskSession &session, const QString &place)
        : m_session(session)
        , m_place(place)
    {
    }

    Result<SlaVerification> run()
    {
        TicketQuery query;
        query.condition = Condition::all({});
        query.me = m_session.me();
        query.now = m_session.now();
        const Result<TicketList> list = DeskSession::await(m_session.desk().tickets(query));
        if (!list)
            return list.error();
        for (const TicketId ticket : list->ids) {
            if (const Result<void> looked = look(ticket); !looked)
                return looked.error();
        }
        const Result<void> watched = compareWithWatch();
        return watched ? Result<SlaVerification>(m_done) : Result<SlaVerification>(watched.error());
    }

private:
    /// Looked at again while somebody changes it.
    Result<void> look(TicketId ticket)
    {
        QString problem;
        for (int i = 0; i < looksAtOneTicket; ++i) {
            const Result<QString> found = compare(ticket);
            if (!found)
                return found.error();
            problem = *found;
            if (problem.isEmpty())
                break;
            if (const Result<CatalogPtr> catalog = DeskSession::await(m_session.desk().catalog()); catalog)
                m_catalog = *catalog;
        }
        ++m_done.tickets;
        if (!problem.isEmpty())
            m_done.problems.append(problem);
        return {};
    }

    Result<QString> compare(TicketId ticket)
    {
        const Result<TicketSla> sla = DeskSession::await(m_session.desk().ticketSla(ticket, m_session.me()));
        if (!sla)
            return sla.error();
        const Result<QVector<TicketRow>> rows = DeskSession::await(m_session.desk().rows({ticket}, m_session.me()));
        if (!rows)
            return rows.error();
        if (rows->isEmpty())
            return QString();
        const TicketHead &head = rows->first().head;
        const SlaVersions &versions = *m_catalog->slaVersions;
        m_done.clocks += m_next.contains(ticket) ? 0 : sla->clocks.size();
        const SlaSummary summary = summaryOf(sla->events, replayClocks(sla->events, versions), sla->fired, versions);
        m_next.insert(ticket, summary.nextAt);
        QString difference = differenceOf(*sla, versions);
        if (difference.isEmpty() && !isSummary(head, summary))
            difference = QStringLiteral("its head does not say what its clocks do");
        return difference.isEmpty() ? QString() : QStringLiteral("%1: %2").arg(head.number, difference);
    }

    /// Those that wait for the watch are those that something will happen to, in the order of their instants.
    Result<void> compareWithWatch()
    {
        const Result<std::unique_ptr<SlaStore>> store = openSlaStoreAt(m_place);
        if (!store)
            return store.error();
        const Result<QVector<TicketId>> due =
            (*store)->dueTickets(std::numeric_limits<qint64>::max(), std::numeric_limits<int>::max());
        if (!due)
            return due.error();
        const QSet<TicketId> waiting(due->cbegin(), due->cend());
        for (auto next = m_next.cbegin(); next != m_next.cend(); ++next) {
            if ((next.value() != 0) != waiting.contains(next.key()))
                noteUnlessChanged(next.key());
        }
        for (qsizetype i = 1; i < due->size(); ++i) {
            if (m_next.value(due->at(i - 1)) > m_next.value(due->at(i)) && m_next.contains(due->at(i)))
                noteUnlessChanged(due->at(i));
        }
        return {};
    }

    void noteUnlessChanged(TicketId ticket)
    {
        const Instant before = m_next.value(ticket);
        const Result<QString> again = compare(ticket);
        if (again && m_next.value(ticket) == before)
            m_done.problems.append(
                QStringLiteral("ticket with id %1: the watch looks at it at another time").arg(ticket.value));
    }

    DeskSession &m_session;
    QString m_place;
    CatalogPtr m_catalog = m_session.catalogPtr();
    SlaVerification m_done;
    QHash<TicketId, Instant> m_next;
};

} // namespace

Result<SlaVerification> verifySla(DeskSession &session, const QString &place)
{
    return Verification(session, place).run();
}

} // namespace deskhand::ctl
