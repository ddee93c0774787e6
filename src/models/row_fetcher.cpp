// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/row_fetcher.h"

#include "base/deliver.h"

#include <algorithm>

namespace deskhand {

namespace {
constexpr int retryMs = 1000;
}

RowFetcher::RowFetcher(Desk &desk, PersonId me, IdsAt idsAt, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_me(me)
    , m_idsAt(std::move(idsAt))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RowFetcher::send);
}

void RowFetcher::wish(int row)
{
    const int page = row / pageSize;
    if (m_wishes.contains(page) || m_flights.contains(page))
        return;
    m_wishes.insert(page);
    if (!m_timer.isActive())
        m_timer.start(0);
}

void RowFetcher::setVisibleRows(int first, int last)
{
    if (first == m_firstVisible && last == m_lastVisible)
        return;
    if (m_lastVisible >= 0)
        m_direction = first >= m_firstVisible ? 1 : -1;
    m_firstVisible = first;
    m_lastVisible = last;
    dropPassed();
    // Half a page before its edge the neighbour is worth having.
    const int ahead = m_direction > 0 ? last + pageSize / 2 : first - pageSize / 2;
    if (last >= first && ahead >= 0)
        wish(ahead);
}

void RowFetcher::sendNow()
{
    m_timer.stop();
    send();
}

void RowFetcher::cancelAll()
{
    m_timer.stop();
    m_wishes.clear();
    for (Flight &flight : m_flights)
        flight.future.cancel();
    m_flights.clear();
}

bool RowFetcher::isNear(int page) const
{
    if (m_lastVisible < 0)
        return true;
    return page >= m_firstVisible / pageSize - 1 && page <= m_lastVisible / pageSize + 1;
}

void RowFetcher::dropPassed()
{
    m_wishes.removeIf([this](int page) { return !isNear(page); });
    for (auto flight = m_flights.begin(); flight != m_flights.end();) {
        if (isNear(flight.key())) {
            ++flight;
            continue;
        }
        flight->future.cancel();
        flight = m_flights.erase(flight);
    }
}

void RowFetcher::send()
{
    const int middle = m_lastVisible < 0 ? 0 : (m_firstVisible + m_lastVisible) / 2 / pageSize;
    QVector<int> pages(m_wishes.cbegin(), m_wishes.cend());
    std::sort(pages.begin(), pages.end(), [middle](int a, int b) { return qAbs(a - middle) < qAbs(b - middle); });
    for (const int page : std::as_const(pages)) {
        if (m_flights.size() >= maxInFlight)
            return; // the rest stays wished and goes when an answer arrives
        m_wishes.remove(page);
        sendPage(page);
    }
}

void RowFetcher::sendPage(int page)
{
    QVector<TicketId> wanted = m_idsAt(page * pageSize, pageSize);
    wanted.removeIf([this](TicketId id) { return id.value <= 0 || m_missing.contains(id) || !m_cache.isWanting(id); });
    if (wanted.isEmpty())
        return;
    Flight flight{wanted, m_desk.rows(wanted, m_me), ++m_lastNumber};
    deliver(flight.future, this, [this, page, number = flight.number](const Result<QVector<TicketRow>> &answer) {
        take(page, number, answer);
    });
    m_flights.insert(page, std::move(flight));
}

void RowFetcher::take(int page, quint64 number, const Result<QVector<TicketRow>> &answer)
{
    const auto found = m_flights.constFind(page);
    const bool current = found != m_flights.constEnd() && found->number == number;
    if (!current) {
        // Passed meanwhile, but its answer was already made: keep it rather than ask again.
        if (answer)
            m_cache.insert(*answer);
        return;
    }
    const QVector<TicketId> ids = found->ids;
    m_flights.erase(found);
    if (answer) {
        QSet<TicketId> missing(ids.cbegin(), ids.cend());
        for (const TicketRow &row : *answer)
            missing.remove(row.head.id);
        m_missing.unite(missing);
        m_cache.insert(*answer);
        Q_EMIT arrived(ids);
    } else if (answer.error().code == ErrorCode::Busy) {
        m_wishes.insert(page);
        m_timer.start(retryMs);
        return;
    } else if (answer.error().code != ErrorCode::Cancelled) {
        Q_EMIT failed(answer.error());
    }
    if (!m_wishes.isEmpty() && !m_timer.isActive())
        m_timer.start(0);
}

} // namespace deskhand
