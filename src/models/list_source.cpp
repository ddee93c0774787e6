// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list_source.h"

#include "base/deliver.h"

#include <algorithm>

namespace deskhand {

namespace {
constexpr int minuteInMs = 60'000;
constexpr int shortestPauseMs = 20;
constexpr int longestPauseMs = 3'000;
constexpr int pauseFactor = 4; ///< at most a fifth of the reader's time goes into asking again
} // namespace

ListSource::ListSource(Desk &desk, const CatalogHolder &holder, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_holder(holder)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ListSource::start);
    m_minute.setInterval(minuteInMs);
    connect(&m_minute, &QTimer::timeout, this, &ListSource::askAgainSoon);
}

void ListSource::ask(const ListSpec &spec)
{
    cancel();
    m_spec = spec;
    m_first = true;
    m_excerpts.clear();
    m_more = false;
    if (dependsOnNow(spec.condition) || spec.turnsWithTime())
        m_minute.start();
    start();
}

void ListSource::askAgainSoon()
{
    if (m_asking) {
        m_wantAgain = true;
        return;
    }
    if (!m_again.isActive())
        m_again.start(pauseMs());
}

void ListSource::retry()
{
    m_again.stop();
    start();
}

void ListSource::cancel()
{
    m_again.stop();
    m_minute.stop();
    ++m_number;
    m_listFuture.cancel();
    m_beginningFuture.cancel();
    m_searchFuture.cancel();
    m_asking = false;
    m_wantAgain = false;
}

int ListSource::pauseMs() const
{
    return int(std::clamp<qint64>(m_lastCostMs * pauseFactor, shortestPauseMs, longestPauseMs));
}

void ListSource::start()
{
    m_listFuture.cancel();
    m_beginningFuture.cancel();
    m_searchFuture.cancel();
    m_asking = true;
    m_wantAgain = false;
    m_since.start();
    const quint64 number = ++m_number;
    if (m_spec.isSearch())
        askSearch(number);
    else
        askList(number);
}

void ListSource::askList(quint64 number)
{
    TicketQuery query;
    query.condition = m_spec.condition;
    query.sort = m_spec.sort;
    query.groupBy = m_spec.groupBy;
    query.me = m_holder.me();
    query.now = m_holder.now();
    query.counted = m_spec.counted;
    if (m_first && m_spec.counted)
        askBeginning(query, number);
    m_listFuture = m_desk.tickets(query);
    deliver(m_listFuture, this, [this, number](const Result<TicketList> &answer) { take(number, answer); });
}

void ListSource::askBeginning(const TicketQuery &query, quint64 number)
{
    TicketQuery beginning = query;
    beginning.beginning = beginningLimit;
    m_beginningFuture = m_desk.tickets(beginning);
    deliver(m_beginningFuture, this,
            [this, number](const Result<TicketList> &answer) { takeBeginning(number, answer); });
}

void ListSource::takeBeginning(quint64 number, const Result<TicketList> &answer)
{
    // What went wrong is said by the answer to the whole question.
    if (number != m_number || !m_asking || !m_first || !answer || answer->ids.isEmpty())
        return;
    m_first = false;
    m_more = true;
    Q_EMIT answered(*answer, true);
}

void ListSource::askSearch(quint64 number)
{
    SearchQuery query;
    query.text = m_spec.searchText;
    query.condition = m_spec.condition;
    query.byRelevance = m_spec.byRelevance;
    query.limit = searchLimit;
    query.me = m_holder.me();
    query.now = m_holder.now();
    m_searchFuture = m_desk.search(query);
    deliver(m_searchFuture, this, [this, number](const Result<SearchHits> &answer) {
        if (!answer)
            return take(number, answer.error());
        if (number != m_number)
            return;
        TicketList list;
        list.ids.reserve(answer->hits.size());
        m_excerpts.clear();
        for (const SearchHit &hit : answer->hits) {
            list.ids.append(hit.ticket);
            m_excerpts.insert(hit.ticket, hit.excerpt);
        }
        m_more = answer->more;
        list.partial = answer->partial;
        take(number, list);
    });
}

void ListSource::take(quint64 number, const Result<TicketList> &answer)
{
    if (number != m_number)
        return; // the answer to an older question
    m_asking = false;
    m_lastCostMs = m_since.elapsed();
    const bool again = m_wantAgain;
    m_wantAgain = false;
    m_beginningFuture.cancel();
    if (answer) {
        const bool first = m_first;
        m_first = false;
        if (!m_spec.isSearch())
            m_more = false;
        Q_EMIT answered(*answer, first);
    } else if (answer.error().code == ErrorCode::Busy) {
        askAgainSoon();
        return;
    } else if (answer.error().code != ErrorCode::Cancelled) {
        Q_EMIT failed(answer.error(), m_first);
    }
    if (again)
        askAgainSoon();
}

} // namespace deskhand
