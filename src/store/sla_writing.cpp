// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks and what they are calculated from. Only what differs is written; in a file row by row in the order of the
// keys, on a server all rows of a kind with one question.
#include "store/sql_unit_of_work.h"

#include "store/connection.h"
#include "store/sla_rows.h"

#include <algorithm>

namespace deskhand {
namespace {

SlaSummary summaryOf(const StoredSubject &stored)
{
    const TicketHead &head = stored.subject.row.head;
    return SlaSummary{head.sla, head.slaTarget, head.slaDueAt, head.slaLeft, head.slaMissed, stored.nextAt};
}

template <std::size_t N>
QString jsonOfRows(const QVector<std::array<qint64, N>> &rows)
{
    QString json(u'[');
    for (const std::array<qint64, N> &row : rows) {
        json += json.size() > 1 ? u",[" : u"[";
        for (std::size_t i = 0; i < N; ++i) {
            if (i > 0)
                json += u',';
            json += QString::number(row[i]);
        }
        json += u']';
    }
    return json += u']';
}

template <std::size_t N>
Result<void> writeSlaRows(Connection &connection, const char *name, const QVector<std::array<qint64, N>> &rows)
{
    if (rows.isEmpty())
        return {};
    Statement statement = connection.sql(name);
    for (const std::array<qint64, N> &row : rows) {
        for (std::size_t i = 0; i < N; ++i)
            statement.bindAt(int(i) + 1, row[i]);
        if (Result<void> written = statement.run(); !written)
            return written;
    }
    return {};
}

struct SlaWrites {
    QVector<SlaEventRow> events;
    QVector<SlaClockRow> clocks;
    QVector<SlaClockKey> removed;
    QVector<SlaSummaryRow> summaries;
    QVector<std::array<qint64, 2>> nexts;

    [[nodiscard]] bool isEmpty() const
    {
        return events.isEmpty() && clocks.isEmpty() && removed.isEmpty() && summaries.isEmpty();
    }
};

/// Both in the order of target and cycle.
void addClocks(const SlaResult &result, const QVector<SlaClock> &stored, SlaWrites *writes)
{
    const auto sameCycle = [](const SlaClock &a, const SlaClock &b) {
        return a.target == b.target && a.cycle == b.cycle;
    };
    const auto findIn = [&sameCycle](const QVector<SlaClock> &clocks, const SlaClock &wanted) {
        return std::find_if(clocks.cbegin(), clocks.cend(),
                            [&](const SlaClock &one) { return sameCycle(one, wanted); });
    };
    for (const SlaClock &clock : result.clocks) {
        const auto old = findIn(stored, clock);
        if (old == stored.cend() || !isStoredAlike(*old, clock))
            writes->clocks.append(slaClockRow(result.ticket, clock));
    }
    for (const SlaClock &old : stored) {
        if (findIn(result.clocks, old) == result.clocks.cend())
            writes->removed.append({result.ticket.value, qint64(old.target), old.cycle});
    }
}

void addSummary(const SlaResult &result, SlaSummary stored, bool severalIndexes, SlaWrites *writes)
{
    if (stored == result.summary)
        return;
    stored.nextAt = result.summary.nextAt;
    if (severalIndexes && stored == result.summary)
        writes->nexts.append({result.summary.nextAt, result.ticket.value});
    else
        writes->summaries.append(slaSummaryRow(result.ticket, result.summary));
}

/// In one question: an answer of the server costs more than the rows do.
Result<void> writeAtOnce(Connection &connection, const SlaWrites &writes)
{
    if (writes.isEmpty())
        return {};
    Statement all = connection.sql("sla.storeAll");
    all.bind(":events", jsonOfRows(writes.events)).bind(":removed", jsonOfRows(writes.removed));
    return all.bind(":clocks", jsonOfRows(writes.clocks)).bind(":summaries", jsonOfRows(writes.summaries)).runLater();
}

Result<void> writeOneByOne(Connection &connection, const SlaWrites &writes)
{
    Result<void> written = writeSlaRows(connection, "sla.insertEvent", writes.events);
    if (written)
        written = writeSlaRows(connection, "sla.removeClock", writes.removed);
    if (written)
        written = writeSlaRows(connection, "sla.saveClock", writes.clocks);
    if (written)
        written = writeSlaRows(connection, "sla.setSummary", writes.summaries);
    if (written)
        written = writeSlaRows(connection, "sla.setNext", writes.nexts);
    return written;
}

} // namespace

SlaSubject SqlUnitOfWork::kept(StoredSubject stored)
{
    const SlaSubject &subject = stored.subject;
    m_sla.insert(subject.sla.ticket, StoredSla{subject.sla.clocks, int(subject.sla.events.size()), summaryOf(stored)});
    return std::move(stored.subject);
}

Result<SlaSubject> SqlUnitOfWork::slaSubject(TicketId ticket)
{
    if (std::optional<StoredSubject> known = m_ahead.takeSubject(ticket))
        return kept(*std::move(known));
    Result<StoredSubject> stored = lockSlaSubject(m_connection, ticket);
    return stored ? Result<SlaSubject>(kept(*std::move(stored))) : Result<SlaSubject>(stored.error());
}

Result<QVector<SlaSubject>> SqlUnitOfWork::slaSubjectsOfTask(const SlaTask &task, int limit)
{
    const Result<CatalogPtr> known = catalog();
    if (!known)
        return known.error();
    SlaSubjectFilter filter;
    filter.unresolvedOnly = task.scope != SlaScope::All;
    Result<QVector<StoredSubject>> stored = lockSlaSubjects(m_connection, *known, task.cursor, limit, filter);
    if (!stored)
        return stored.error();
    QVector<SlaSubject> subjects;
    subjects.reserve(stored->size());
    for (StoredSubject &one : *stored)
        subjects.append(kept(std::move(one)));
    return subjects;
}

/// What is stored of the tickets that this transaction has not looked at yet.
Result<void> SqlUnitOfWork::keepStored(const QVector<SlaResult> &results)
{
    for (const SlaResult &result : results) {
        if (m_sla.contains(result.ticket))
            continue;
        if (const Result<SlaSubject> subject = slaSubject(result.ticket); !subject)
            return subject.error();
    }
    return {};
}

Result<void> SqlUnitOfWork::storeSla(const SlaResult &result)
{
    return storeSlaResults({result});
}

Result<void> SqlUnitOfWork::storeSlaResults(const QVector<SlaResult> &results)
{
    if (Result<void> looked = keepStored(results); !looked)
        return looked;
    const bool isServer = m_connection.dialect() == SqlDialect::Postgres;
    SlaWrites writes;
    for (const SlaResult &result : results) {
        m_ahead.forget(result.ticket);
        StoredSla &stored = m_sla[result.ticket];
        for (const SlaEvent &event : result.newEvents)
            writes.events.append(slaEventRow(result.ticket, ++stored.events, event));
        addClocks(result, stored.clocks, &writes);
        addSummary(result, stored.summary, !isServer, &writes);
        stored.clocks = result.clocks;
        stored.summary = result.summary;
    }
    return isServer ? writeAtOnce(m_connection, writes) : writeOneByOne(m_connection, writes);
}

Result<bool> SqlUnitOfWork::recordFired(TicketId ticket, const SlaFired &fired)
{
    Statement record = m_connection.sql("sla.recordFired");
    record.bind(":ticket", ticket).bind(":target", int(fired.target)).bind(":cycle", fired.cycle);
    record.bind(":level", fired.level).bind(":at", fired.at).bind(":doneAt", fired.doneAt);
    const Result<void> recorded = record.run();
    return recorded ? Result<bool>(record.changedRows() == 1) : Result<bool>(recorded.error());
}

Result<void> SqlUnitOfWork::setBreachReason(TicketId ticket, SlaTargetKind target, int cycle, const QString &reason)
{
    Statement set = m_connection.sql("sla.setReason");
    set.bind(":ticket", ticket).bind(":target", int(target)).bind(":cycle", cycle).bind(":reason", reason);
    const Result<void> done = set.run();
    if (done && set.changedRows() == 0)
        return Error{ErrorCode::NotFound, QStringLiteral("store.sla"), QStringLiteral("no such cycle"), {}};
    return done;
}

} // namespace deskhand
