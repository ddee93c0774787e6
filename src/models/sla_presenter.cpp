// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla_presenter.h"

#include "base/deliver.h"

#include <algorithm>

namespace deskhand {

namespace {

bool isOpen(const SlaClock &clock)
{
    return clock.state == SlaState::Running || clock.state == SlaState::Paused;
}

/// The cycles that earlier ones of the target do not hide.
QVector<SlaClock> newestCycles(const QVector<SlaClock> &clocks)
{
    QVector<SlaClock> newest;
    for (const SlaClock &clock : clocks) {
        const auto same = std::find_if(newest.begin(), newest.end(),
                                       [&clock](const SlaClock &other) { return other.target == clock.target; });
        if (same == newest.end())
            newest.append(clock);
        else if (clock.cycle > same->cycle)
            *same = clock;
    }
    std::sort(newest.begin(), newest.end(), [](const SlaClock &a, const SlaClock &b) { return a.target < b.target; });
    return newest;
}

} // namespace

SlaPresenter::SlaPresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    connect(&desk, &Desk::changed, this, &SlaPresenter::onChanged);
    connect(&catalog, &CatalogHolder::changed, this, [this] {
        if (!m_sla)
            return;
        replay();
        Q_EMIT changed();
    });
    connect(&catalog.ticker(), &TimeTicker::ticked, this, &SlaPresenter::passTime);
}

void SlaPresenter::open(TicketId ticket)
{
    if (ticket == m_ticket)
        return;
    m_wish.cancel();
    m_ticket = ticket;
    m_sla.reset();
    m_clocks.clear();
    m_waits = false;
    m_loading = false;
    m_loadAgain = false;
    Q_EMIT changed();
    if (ticket.isValid())
        reload();
}

void SlaPresenter::setWaiting(bool waits)
{
    if (waits == m_waits)
        return;
    m_waits = waits;
    m_shown = blocks();
    Q_EMIT changed();
}

void SlaPresenter::reload()
{
    if (m_loading) {
        m_loadAgain = true;
        return;
    }
    m_loading = true;
    m_wish = m_desk.ticketSla(m_ticket, m_catalog.me());
    deliver(m_wish, this, [this, asked = m_ticket](const Result<TicketSla> &answer) {
        if (asked == m_ticket)
            take(answer);
    });
}

void SlaPresenter::take(const Result<TicketSla> &answer)
{
    m_loading = false;
    if (answer) {
        m_sla = *answer;
        replay();
        Q_EMIT changed();
    } else if (answer.error().code != ErrorCode::Cancelled && answer.error().code != ErrorCode::NotFound) {
        Q_EMIT failed(answer.error()); // that the ticket is gone is said where it is shown
    }
    if (std::exchange(m_loadAgain, false))
        reload();
}

void SlaPresenter::replay()
{
    m_clocks = replayClocks(m_sla->events, *m_catalog.catalog()->slaVersions);
    for (SlaClock &clock : m_clocks) {
        for (const SlaClock &stored : std::as_const(m_sla->clocks)) {
            if (stored.target == clock.target && stored.cycle == clock.cycle)
                clock.reason = stored.reason;
        }
    }
    m_shown = blocks();
    wakeForCountdown();
}

void SlaPresenter::onChanged(const QVector<Change> &changes)
{
    const bool concerned = std::any_of(changes.cbegin(), changes.cend(), [this](const Change &change) {
        if (change.kind == ChangeKind::ReadMarkSet || change.kind == ChangeKind::NotificationChanged)
            return false;
        return change.ticket == m_ticket || (change.kind == ChangeKind::SlaRecomputed && !change.ticket.isValid());
    });
    if (concerned && m_ticket.isValid())
        reload();
}

void SlaPresenter::passTime()
{
    if (m_clocks.isEmpty())
        return;
    wakeForCountdown();
    QVector<SlaBlock> now = blocks();
    if (now == m_shown)
        return;
    m_shown = std::move(now);
    Q_EMIT changed();
}

void SlaPresenter::wakeForCountdown()
{
    const Instant now = m_catalog.now();
    for (const SlaClock &clock : std::as_const(m_clocks)) {
        if (clock.state == SlaState::Running)
            m_catalog.ticker().wakeAt(nextCountdownStep(clock.breachAt, now));
    }
}

const SlaClock *SlaPresenter::clockOf(SlaTargetKind target, int cycle) const
{
    const SlaClock *found = nullptr;
    for (const SlaClock &clock : m_clocks) {
        if (clock.target == target && (cycle == 0 ? !found || clock.cycle > found->cycle : clock.cycle == cycle))
            found = &clock;
    }
    return found;
}

SlaTargetKind SlaPresenter::nearest() const
{
    const QVector<SlaClock> newest = newestCycles(m_clocks);
    const SlaClock *best = nullptr;
    const auto rank = [](const SlaClock &clock) {
        if (clock.state == SlaState::Running && clock.dueAt != 0)
            return 0;
        return isOpen(clock) ? 1 : 2;
    };
    for (const SlaClock &clock : newest) {
        const bool nearer = !best || rank(clock) < rank(*best)
                            || (rank(clock) == rank(*best)
                                && (rank(clock) == 0   ? clock.dueAt < best->dueAt
                                    : rank(clock) == 1 ? clock.left < best->left
                                                       : clock.endedAt > best->endedAt));
        if (nearer)
            best = &clock;
    }
    return best ? best->target : SlaTargetKind::None;
}

void SlaPresenter::recordReason(SlaTargetKind target, int cycle, const QString &reason)
{
    RecordBreachReason body;
    body.ticket = m_ticket;
    body.target = target;
    body.cycle = cycle;
    body.reason = reason.trimmed();
    deliver(m_desk.submit(Command::make(m_catalog.me(), body)), this, [this](const Result<CommandAnswer> &answer) {
        if (!answer)
            Q_EMIT failed(answer.error());
        else if (m_ticket.isValid())
            reload(); // also where nobody tells of it
    });
}

QVector<SlaBlock> SlaPresenter::blocks() const
{
    QVector<SlaBlock> blocks;
    for (const SlaClock &clock : newestCycles(m_clocks)) {
        SlaBlock block = blockOf(clock);
        for (const SlaClock &other : m_clocks) {
            if (other.target != clock.target || other.cycle >= clock.cycle)
                continue;
            const SlaBlock earlier = blockOf(other);
            block.earlier.append({other.cycle,
                                  tr("Cycle %1: %2, %3", "number, how it ended, what was promised")
                                      .arg(other.cycle)
                                      .arg(earlier.status, earlier.promise),
                                  earlier.isMissed(), other.reason});
        }
        blocks.append(block);
    }
    return blocks;
}

} // namespace deskhand
