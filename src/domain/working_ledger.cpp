// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/working_years.h"

#include <algorithm>
#include <tuple>

namespace deskhand {
namespace {

void appendEntry(const LedgerEntry &entry, QVector<LedgerEntry> *ledger)
{
    if (entry.from >= entry.to)
        return;
    if (!ledger->isEmpty()) {
        LedgerEntry &last = ledger->last();
        if (last.counted == entry.counted && last.reason == entry.reason && last.name == entry.name
            && last.stateId == entry.stateId) {
            last.to = entry.to;
            return;
        }
    }
    ledger->append(entry);
}

/// The pauses without overlap, whatever their order was: of several the one that began first is the reason.
QVector<Pause> pausesInTurn(QVector<Pause> pauses)
{
    const auto rank = [](const Pause &pause) {
        return std::tie(pause.span.from, pause.span.to, pause.reason, pause.stateId, pause.name);
    };
    std::sort(pauses.begin(), pauses.end(),
              [&rank](const Pause &one, const Pause &other) { return rank(one) < rank(other); });
    QVector<Pause> result;
    for (Pause &pause : pauses) {
        if (!result.isEmpty())
            pause.span.from = std::max(pause.span.from, result.constLast().span.to);
        if (pause.span.from < pause.span.to)
            result.append(pause);
    }
    return result;
}

/// Writes what is between working intervals: holidays and closed hours.
class ClosedTime
{
public:
    ClosedTime(const BusinessCalendar &calendar, std::vector<WorkingYear::Closure> closures)
        : m_calendar(calendar)
        , m_closures(std::move(closures))
    {
    }

    /// Spans come in order.
    void append(TimeSpan span, QVector<LedgerEntry> *ledger)
    {
        while (m_next < m_closures.size() && m_closures[m_next].span.to <= span.from)
            ++m_next;
        for (size_t i = m_next; i < m_closures.size() && m_closures[i].span.from < span.to; ++i) {
            const WorkingYear::Closure &closure = m_closures[i];
            appendEntry({span.from, closure.span.from, false, LedgerReason::Closed, {}, 0}, ledger);
            const Instant from = std::max(span.from, closure.span.from);
            const Instant to = std::min(span.to, closure.span.to);
            appendEntry({from, to, false, LedgerReason::Holiday, m_calendar.holidays[closure.holiday].name, 0}, ledger);
            span.from = to;
        }
        appendEntry({span.from, span.to, false, LedgerReason::Closed, {}, 0}, ledger);
    }

private:
    const BusinessCalendar &m_calendar;
    std::vector<WorkingYear::Closure> m_closures;
    size_t m_next = 0;
};

/// Writes working intervals, cut by pauses.
class WorkedTime
{
public:
    explicit WorkedTime(const QVector<Pause> &pauses)
        : m_pauses(pausesInTurn(pauses))
    {
    }

    /// Spans come in order.
    void append(TimeSpan span, QVector<LedgerEntry> *ledger)
    {
        while (m_next < m_pauses.size() && m_pauses[m_next].span.to <= span.from)
            ++m_next;
        for (qsizetype i = m_next; i < m_pauses.size() && m_pauses[i].span.from < span.to; ++i) {
            const Pause &pause = m_pauses[i];
            appendEntry({span.from, pause.span.from, true, LedgerReason::Working, {}, 0}, ledger);
            const Instant from = std::max(span.from, pause.span.from);
            const Instant to = std::min(span.to, pause.span.to);
            appendEntry({from, to, false, pause.reason, pause.name, pause.stateId}, ledger);
            span.from = to;
        }
        appendEntry({span.from, span.to, true, LedgerReason::Working, {}, 0}, ledger);
    }

private:
    QVector<Pause> m_pauses;
    qsizetype m_next = 0;
};

} // namespace

QVector<LedgerEntry> WorkingTime::ledger(Instant from, Instant to, const QVector<Pause> &pauses) const
{
    QVector<LedgerEntry> ledger;
    if (to <= from)
        return ledger;
    std::vector<WorkingYear::Closure> closures;
    const int last = WorkingYears::yearAt(WorkingYears::bounded(to));
    for (int year = WorkingYears::yearAt(WorkingYears::bounded(from)); year <= last; ++year) {
        const auto here = m_years->year(year);
        closures.insert(closures.end(), here->closures().cbegin(), here->closures().cend());
    }
    ClosedTime closed(calendar(), std::move(closures));
    WorkedTime worked(pauses);
    Instant at = from;
    for (const TimeSpan &span : workingSpans(from, to)) {
        closed.append({at, span.from}, &ledger);
        worked.append(span, &ledger);
        at = span.to;
    }
    closed.append({at, to}, &ledger);
    return ledger;
}

QString ledgerReasonName(LedgerReason reason)
{
    switch (reason) {
    case LedgerReason::Working: return QStringLiteral("working");
    case LedgerReason::Always: return QStringLiteral("calendar");
    case LedgerReason::Closed: return QStringLiteral("closed");
    case LedgerReason::Holiday: return QStringLiteral("holiday");
    case LedgerReason::Paused: return QStringLiteral("paused");
    case LedgerReason::Solved: return QStringLiteral("solved");
    }
    return {};
}

qint64 countedTime(const QVector<LedgerEntry> &ledger)
{
    qint64 sum = 0;
    for (const LedgerEntry &entry : ledger)
        sum += entry.counted ? entry.to - entry.from : 0;
    return sum;
}

} // namespace deskhand
