// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla/impact_presenter.h"

#include <QDateTime>
#include <QTimeZone>

namespace deskhand {

ImpactPresenter::ImpactPresenter(const SlaOverview &overview, QObject *parent)
    : QObject(parent)
    , m_overview(overview)
{
}

ImpactPresenter::~ImpactPresenter()
{
    stop();
}

void ImpactPresenter::stop()
{
    if (!m_watcher)
        return;
    m_watcher->disconnect(this);
    m_watcher->future().cancel();
    m_watcher->deleteLater();
    m_watcher = nullptr;
}

void ImpactPresenter::ask(SlaImpactQuery query)
{
    stop();
    query.me = m_overview.catalog().me();
    query.now = m_overview.catalog().now();
    m_query = query;
    m_impact.reset();
    m_error.reset();
    m_cancelled = false;
    m_running = true;
    // Its progress is of interest here, which deliver() does not tell.
    m_watcher = new QFutureWatcher<Result<SlaImpact>>(this);
    connect(m_watcher, &QFutureWatcherBase::progressValueChanged, this, &ImpactPresenter::changed);
    connect(m_watcher, &QFutureWatcherBase::progressRangeChanged, this, &ImpactPresenter::changed);
    connect(m_watcher, &QFutureWatcherBase::finished, this, &ImpactPresenter::take);
    m_watcher->setFuture(m_overview.desk().slaImpact(m_query));
    Q_EMIT changed();
}

void ImpactPresenter::take()
{
    const QFuture<Result<SlaImpact>> future = m_watcher->future();
    if (future.isResultReadyAt(0)) {
        const Result<SlaImpact> answer = future.resultAt(0);
        if (answer)
            m_impact = *answer;
        else if (answer.error().code == ErrorCode::Cancelled)
            m_cancelled = true;
        else
            m_error = answer.error();
    } else {
        m_cancelled = true;
    }
    m_running = false;
    stop();
    Q_EMIT changed();
}

void ImpactPresenter::cancel()
{
    if (!m_running)
        return;
    stop();
    m_running = false;
    m_cancelled = true;
    Q_EMIT changed();
}

void ImpactPresenter::clear()
{
    stop();
    m_running = false;
    m_cancelled = false;
    m_impact.reset();
    m_error.reset();
    Q_EMIT changed();
}

int ImpactPresenter::permille() const
{
    if (!m_watcher || m_watcher->progressMaximum() <= m_watcher->progressMinimum())
        return -1;
    const qint64 done = m_watcher->progressValue() - m_watcher->progressMinimum();
    return int(1000 * done / (m_watcher->progressMaximum() - m_watcher->progressMinimum()));
}

Instant ImpactPresenter::monthsAgo(int months) const
{
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_overview.catalog().now(), zone).date();
    return today.addMonths(-months).startOfDay(zone).toMSecsSinceEpoch();
}

} // namespace deskhand
