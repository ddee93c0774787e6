// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_facts.h"

#include "operations/sla_report.h"
#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/sla_reading.h"
#include "store/work_rows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <tuple>

namespace deskhand {
namespace {

using FactNumbers = std::array<qint64, 25>;

FactNumbers numbersOfFact(TicketId ticket, const ReportToday &today, const ReportFact &fact)
{
    return {ticket.value,
            qint64(fact.kind),
            fact.at,
            fact.n,
            fact.ends,
            fact.target,
            fact.detail,
            fact.source,
            fact.value,
            fact.queueThen,
            fact.ownerThen,
            fact.priorityThen,
            fact.policy,
            fact.wall,
            fact.business,
            fact.working,
            fact.prevAt,
            fact.prevLikeAt,
            today.queue.value,
            today.owner.value,
            today.priority.value,
            today.category.value,
            today.channel,
            today.organization.value,
            today.state.value};
}

void readFact(ColumnReader &row, StoredFacts *stored)
{
    ReportFact fact;
    fact.kind = row.enumerator<ReportFactKind>();
    fact.at = row.integer();
    fact.n = int(row.integer());
    fact.ends = row.integer();
    fact.target = int(row.integer());
    fact.detail = row.integer();
    fact.source = row.integer();
    fact.value = row.integer();
    fact.queueThen = row.integer();
    fact.ownerThen = row.integer();
    fact.priorityThen = row.integer();
    fact.policy = row.integer();
    fact.wall = row.integer();
    fact.business = row.integer();
    fact.working = row.integer();
    fact.prevAt = row.integer();
    fact.prevLikeAt = row.integer();
    stored->today.queue = row.id<QueueId>();
    stored->today.owner = row.id<PersonId>();
    stored->today.priority = row.id<PriorityId>();
    stored->today.category = row.id<CategoryId>();
    stored->today.channel = int(row.integer());
    stored->today.organization = row.id<OrganizationId>();
    stored->today.state = row.id<StateId>();
    fact.reason = row.text();
    stored->facts.append(std::move(fact));
}

template <size_t N>
void appendNumbers(QByteArray *json, const std::array<qint64, N> &numbers)
{
    for (size_t i = 0; i < N; ++i) {
        if (i > 0)
            *json += ',';
        *json += QByteArray::number(numbers[i]);
    }
}

/// What is to be taken away and what is to be put there.
struct FactDifference {
    QVector<FactNumbers> removed;
    QVector<std::pair<FactNumbers, QString>> added;
};

FactDifference differenceOfFacts(const QVector<StoredFacts> &before, const QVector<StoredFacts> &after)
{
    FactDifference difference;
    qsizetype b = 0;
    for (const StoredFacts &now : after) {
        while (b < before.size() && before[b].ticket < now.ticket)
            ++b;
        static const StoredFacts none;
        const StoredFacts &was = b < before.size() && before[b].ticket == now.ticket ? before[b] : none;
        const bool sameToday = was.today == now.today;
        qsizetype i = 0;
        for (const ReportFact &fact : now.facts) {
            while (i < was.facts.size() && was.facts[i].n < fact.n)
                difference.removed.append(numbersOfFact(now.ticket, was.today, was.facts[i++]));
            const bool there = i < was.facts.size() && was.facts[i].n == fact.n;
            if (there && sameToday && was.facts[i] == fact) {
                ++i;
                continue;
            }
            if (there)
                difference.removed.append(numbersOfFact(now.ticket, was.today, was.facts[i++]));
            difference.added.append({numbersOfFact(now.ticket, now.today, fact), fact.reason});
        }
        while (i < was.facts.size())
            difference.removed.append(numbersOfFact(now.ticket, was.today, was.facts[i++]));
    }
    return difference;
}

Result<void> writeFactsRowByRow(Connection &connection, const FactDifference &difference)
{
    Statement remove = connection.sql("report.deleteFact");
    for (const FactNumbers &row : difference.removed) {
        for (int i = 0; i < 4; ++i)
            remove.bindAt(i + 1, row[size_t(i)]);
        if (Result<void> removed = remove.run(); !removed)
            return removed;
    }
    // In the order of the key: each page of the table is looked for once.
    QVector<const std::pair<FactNumbers, QString> *> inOrder;
    inOrder.reserve(difference.added.size());
    for (const auto &fact : difference.added)
        inOrder.append(&fact);
    std::sort(inOrder.begin(), inOrder.end(), [](const auto *a, const auto *b) {
        const FactNumbers &x = a->first;
        const FactNumbers &y = b->first;
        return std::tie(x[1], x[2], x[0], x[3]) < std::tie(y[1], y[2], y[0], y[3]); // kind, at, ticket, n
    });
    Statement insert = connection.sql("report.insertFact");
    for (const auto *fact : std::as_const(inOrder)) {
        for (int i = 0; i < int(fact->first.size()); ++i)
            insert.bindAt(i + 1, fact->first[size_t(i)]);
        insert.bindAt(int(fact->first.size()) + 1, fact->second);
        if (Result<void> inserted = insert.run(); !inserted)
            return inserted;
    }
    return {};
}

Result<void> writeFactsAtOnce(Connection &connection, const FactDifference &difference)
{
    if (!difference.removed.isEmpty()) {
        QByteArray json("[");
        for (const FactNumbers &row : difference.removed) {
            json += json.size() > 1 ? ",[" : "[";
            appendNumbers(&json, row);
            json += ']';
        }
        json += ']';
        if (Result<void> removed = connection.sql("report.deleteFacts").bind(":facts", QString::fromLatin1(json)).run();
            !removed)
            return removed;
    }
    if (difference.added.isEmpty())
        return {};
    QByteArray json("[");
    for (const auto &[row, reason] : difference.added) {
        json += json.size() > 1 ? ",[" : "[";
        appendNumbers(&json, row);
        const QByteArray text = QJsonDocument(QJsonArray{reason}).toJson(QJsonDocument::Compact);
        json += ',' + text.mid(1, text.size() - 2) + ']';
    }
    json += ']';
    return connection.sql("report.insertFacts").bind(":facts", QString::fromUtf8(json)).run();
}

Result<QHash<ArticleId, PersonId>> readAuthors(Connection &connection, const QVector<TicketSla> &tickets)
{
    QVector<ArticleId> articles;
    for (const TicketSla &ticket : tickets) {
        for (const SlaEvent &event : ticket.events) {
            if (event.kind >= SlaEventKind::AgentReplied && event.kind <= SlaEventKind::NoteWritten)
                articles.append(ArticleId{event.value});
        }
    }
    QHash<ArticleId, PersonId> authors;
    if (articles.isEmpty())
        return authors;
    Statement found = connection.sql("report.authors");
    found.bind(":ids", jsonOfIds(articles));
    while (found.next())
        authors.insert(found.id<ArticleId>(0), found.id<PersonId>(1));
    if (Result<void> status = found.status(); !status)
        return status.error();
    return authors;
}

Result<QHash<TicketId, QVector<Instant>>> readBounces(Connection &connection, const QString &ids)
{
    QHash<TicketId, QVector<Instant>> bounces;
    Statement found = connection.sql("report.bounces");
    found.bind(":ids", ids);
    while (found.next())
        bounces[found.id<TicketId>(0)].append(found.integer(1));
    if (Result<void> status = found.status(); !status)
        return status.error();
    return bounces;
}

Result<QHash<TicketId, QVector<WorkEntry>>> readWork(Connection &connection, const QString &ids)
{
    QHash<TicketId, QVector<WorkEntry>> work;
    Statement found = connection.sql("report.work");
    found.bind(":ids", ids);
    while (found.next()) {
        ColumnReader row(found);
        WorkEntry entry = readWorkEntry(row);
        work[entry.ticket].append(std::move(entry));
    }
    if (Result<void> status = found.status(); !status)
        return status.error();
    return work;
}

} // namespace

Result<QVector<StoredFacts>> deriveFacts(Connection &connection, const SlaVersions &versions,
                                         const QVector<TicketId> &ids)
{
    QVector<StoredFacts> tickets;
    if (ids.isEmpty())
        return tickets;
    const QString wanted = jsonOfIds(ids);
    QVector<TicketSla> clocks;
    Statement rows = connection.sql("report.today");
    rows.bind(":ids", wanted);
    while (rows.next()) {
        ColumnReader row(rows);
        StoredFacts ticket;
        ticket.ticket = row.id<TicketId>();
        ticket.today.queue = row.id<QueueId>();
        ticket.today.owner = row.id<PersonId>();
        ticket.today.priority = row.id<PriorityId>();
        ticket.today.category = row.id<CategoryId>();
        ticket.today.channel = int(row.integer());
        ticket.today.organization = row.id<OrganizationId>();
        ticket.today.state = row.id<StateId>();
        TicketSla sla;
        sla.ticket = ticket.ticket;
        clocks.append(std::move(sla));
        tickets.append(std::move(ticket));
    }
    if (Result<void> status = rows.status(); !status)
        return status.error();
    QVector<TicketSla *> toFill;
    for (TicketSla &sla : clocks)
        toFill.append(&sla);
    if (Result<void> filled = readClocksOf(connection, toFill); !filled)
        return filled.error();
    Result<QHash<ArticleId, PersonId>> authors = readAuthors(connection, clocks);
    if (!authors)
        return authors.error();
    const Result<QHash<TicketId, QVector<Instant>>> bounces = readBounces(connection, wanted);
    if (!bounces)
        return bounces.error();
    const Result<QHash<TicketId, QVector<WorkEntry>>> work = readWork(connection, wanted);
    if (!work)
        return work.error();
    ReportSubject subject;
    subject.authors = *std::move(authors);
    for (qsizetype i = 0; i < tickets.size(); ++i) {
        subject.events = std::move(clocks[i].events);
        subject.clocks = std::move(clocks[i].clocks);
        subject.fired = std::move(clocks[i].fired);
        subject.bounces = bounces->value(tickets[i].ticket);
        subject.work = work->value(tickets[i].ticket);
        tickets[i].facts = factsOf(subject, versions);
    }
    return tickets;
}

Result<QVector<StoredFacts>> readStoredFacts(Connection &connection, const QVector<TicketId> &ids)
{
    QHash<TicketId, StoredFacts> found;
    Statement rows = connection.sql("report.factsOf");
    rows.bind(":ids", jsonOfIds(ids));
    while (rows.next()) {
        ColumnReader row(rows);
        const auto id = row.id<TicketId>();
        StoredFacts &stored = found[id];
        stored.ticket = id;
        readFact(row, &stored);
    }
    if (Result<void> status = rows.status(); !status)
        return status.error();
    QVector<StoredFacts> tickets;
    for (const TicketId id : ids) {
        const auto at = found.find(id);
        if (at == found.end())
            continue;
        std::sort(at->facts.begin(), at->facts.end(),
                  [](const ReportFact &a, const ReportFact &b) { return a.n < b.n; });
        tickets.append(std::move(*at));
    }
    return tickets;
}

Result<void> storeFacts(Connection &connection, const QVector<StoredFacts> &before, const QVector<StoredFacts> &after)
{
    const FactDifference difference = differenceOfFacts(before, after);
    return connection.dialect() == SqlDialect::Postgres ? writeFactsAtOnce(connection, difference)
                                                        : writeFactsRowByRow(connection, difference);
}

} // namespace deskhand
