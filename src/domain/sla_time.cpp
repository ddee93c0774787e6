// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sla_time.h"

#include <limits>

namespace deskhand {

SlaTime::SlaTime(TimeBasis basis, const WorkingTime &calendar, const WorkingTime &always, const QVector<Pause> &pauses)
    : m_basis(basis)
    , m_time(basis == TimeBasis::Calendar ? always : calendar)
{
    m_pauses.reserve(pauses.size());
    for (const Pause &pause : pauses) {
        const Instant to = pause.span.to == 0 ? std::numeric_limits<Instant>::max() : pause.span.to;
        m_pauses.append({pause.span.from, to});
    }
}

qint64 SlaTime::elapsed(Instant from, Instant to) const
{
    return m_time.elapsed(from, to, m_pauses);
}

Instant SlaTime::dueAfter(Instant from, qint64 milliseconds) const
{
    return m_time.due(from, milliseconds, m_pauses).value_or(0);
}

Instant SlaTime::due(Instant from, qint64 amount) const
{
    if (m_basis == TimeBasis::WorkingDays)
        return m_time.dueInDays(from, int(amount), m_pauses).value_or(0);
    return dueAfter(from, amount);
}

qint64 SlaTime::left(Instant at, Instant due) const
{
    return at <= due ? elapsed(at, due) : -elapsed(due, at);
}

} // namespace deskhand
