// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_card_presenter.h"

#include "base/deliver.h"

#include <algorithm>

namespace deskhand {

namespace {

bool touchesReports(const Change &change)
{
    switch (change.kind) {
    case ChangeKind::ReadMarkSet:
    case ChangeKind::ViewChanged:
    case ChangeKind::NotificationChanged:
    case ChangeKind::ReportChanged: return false;
    default: return true;
    }
}

} // namespace

ReportCardPresenter::ReportCardPresenter(Desk &desk, const CatalogHolder &holder, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_holder(holder)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ReportCardPresenter::ask);
    connect(&m_desk, &Desk::changed, this, &ReportCardPresenter::takeChanges);
    connect(&m_holder, &CatalogHolder::changed, this, &ReportCardPresenter::changed); // names
    connect(&m_holder.ticker(), &TimeTicker::ticked, this, &ReportCardPresenter::passTime);
}

ReportCardPresenter::~ReportCardPresenter()
{
    m_future.cancel();
}

void ReportCardPresenter::setReport(const Report &report, const QString &title)
{
    m_title = title;
    if (m_set && report == m_report) {
        Q_EMIT changed();
        return;
    }
    // How it is drawn is no other question, but for the survival curve.
    Report sameQuestion = m_report;
    sameQuestion.picture = report.picture;
    const bool asksTheSame = m_set && sameQuestion == report && asksSurvival(m_report) == asksSurvival(report);
    m_report = report;
    m_set = true;
    if (asksTheSame) {
        if (m_answer)
            m_asked = report;
    } else {
        m_answer.reset();
        m_error.reset();
        ++m_number;
        m_future.cancel();
        m_asking = false;
        m_again.stop();
        refresh();
    }
    Q_EMIT changed();
}

void ReportCardPresenter::setActive(bool active)
{
    m_active = active;
    if (active && m_stale)
        askLater(pauseMs);
}

void ReportCardPresenter::refresh()
{
    m_stale = true;
    askLater(pauseMs);
}

void ReportCardPresenter::askLater(int milliseconds)
{
    m_stale = true;
    if (!m_active || !m_set || m_asking)
        return;
    if (!m_again.isActive() || m_again.remainingTime() > milliseconds)
        m_again.start(milliseconds);
}

void ReportCardPresenter::ask()
{
    if (!m_active || m_asking)
        return;
    m_stale = false;
    m_asking = true;
    m_since.start();
    const QVector<ReportProblem> problems = reportProblems(m_report);
    if (!problems.isEmpty()) {
        // Known without asking; the words are better, too.
        m_asking = false;
        m_answer.reset();
        m_error = Error{ErrorCode::Invalid, QStringLiteral("models.report"), problems.first().field, {}};
        Q_EMIT changed();
        return;
    }
    m_future = m_desk.report(ReportQuery{m_report, m_holder.me(), m_holder.now()});
    deliver(m_future, this, [this, number = ++m_number](const Result<ReportAnswer> &answer) {
        if (number == m_number)
            take(answer);
    });
    Q_EMIT changed();
}

void ReportCardPresenter::take(const Result<ReportAnswer> &answer)
{
    m_asking = false;
    m_costMs = m_since.elapsed();
    if (answer) {
        m_answer = *answer;
        m_asked = m_report;
        m_error.reset();
    } else if (answer.error().code != ErrorCode::Cancelled) {
        m_error = answer.error();
    }
    if (m_stale)
        askLater(std::max(leastLiveMs, int(m_costMs) * liveShareOfCost));
    else if (answer && answer->notCounted > 0)
        askLater(catchingUpMs);
    Q_EMIT changed();
}

void ReportCardPresenter::takeChanges(const QVector<Change> &changes)
{
    if (std::any_of(changes.cbegin(), changes.cend(), touchesReports))
        askLater(std::max(leastLiveMs, int(m_costMs) * liveShareOfCost));
}

void ReportCardPresenter::passTime()
{
    if (!m_answer)
        return;
    const bool otherDays = m_report.period.span != ReportSpan::Between
                           && intervalOf(m_report.period, m_answer->zone, m_holder.now()) != m_answer->interval;
    if (otherDays || dependsOnNow(m_report.tickets) || dependsOnNow(m_report.otherTickets))
        askLater(pauseMs);
}

ReportCardPresenter::State ReportCardPresenter::state() const
{
    if (m_answer)
        return State::Ready;
    return m_error ? State::Failed : State::Loading;
}

ReportWords ReportCardPresenter::words() const
{
    return ReportWords(m_holder.catalog());
}

QString ReportCardPresenter::title() const
{
    return m_title.isEmpty() ? words().title(m_report) : m_title;
}

QString ReportCardPresenter::period() const
{
    QString zone = m_answer ? m_answer->zone : m_report.zone;
    if (zone.isEmpty())
        zone = deskZone(*m_holder.catalog());
    return words().period(m_report.period, zone);
}

QString ReportCardPresenter::foot() const
{
    const bool ofTimes = isDuration(m_report.measure) && m_report.statistic != ReportStatistic::Count;
    const bool inTitle = m_title.isEmpty() || !m_report.by.isEmpty();
    if (!ofTimes || inTitle)
        return period();
    return tr("%1 · %2", "median, last 30 days").arg(ReportWords::statistic(m_report.statistic), period());
}

QString ReportCardPresenter::number() const
{
    if (!m_answer)
        return {};
    // The median of a curve and that of what has ended are two numbers; only one of them is in the picture.
    return asksSurvival(m_asked) ? words().value(m_asked, m_answer->survivalMedian)
                                 : words().amount(m_asked, m_answer->total);
}

QString ReportCardPresenter::numberNote() const
{
    if (!m_answer)
        return {};
    if (asksSurvival(m_asked) && !m_answer->survival.isEmpty())
        return tr("of %n ticket(s), also those not ended yet", nullptr, int(m_answer->survival.first().tickets));
    return words().note(m_asked, m_answer->total);
}

ReportChange ReportCardPresenter::change() const
{
    return m_answer ? words().change(m_asked, *m_answer) : ReportChange{};
}

QString ReportCardPresenter::caveat() const
{
    if (!m_answer)
        return {};
    if (m_answer->partial)
        return tr("Only what is on this computer");
    if (m_error)
        return tr("Not up to date: the desk could not be asked");
    if (m_answer->notCounted > 0)
        return tr("%n change(s) not counted yet", nullptr, int(std::min<qint64>(m_answer->notCounted, 1'000'000)));
    return {};
}

QString ReportCardPresenter::failure() const
{
    if (!m_error)
        return {};
    const QVector<ReportProblem> problems = reportProblems(m_report);
    if (!problems.isEmpty())
        return ReportWords::problem(problems.first());
    switch (m_error->code) {
    case ErrorCode::Denied: return tr("Only admins, leads and managers of queues may compare people.");
    case ErrorCode::Offline: return tr("The desk cannot be reached.");
    default: return tr("The report could not be made.");
    }
}

ChartData ReportCardPresenter::chart() const
{
    return m_answer ? chartOfReport(m_asked, *m_answer, words(), title(), m_holder.now()) : ChartData{};
}

QVector<CountingFact> ReportCardPresenter::howCounted() const
{
    return words().howCounted(m_report, m_answer ? &*m_answer : nullptr);
}

ChartKey ReportCardPresenter::numberKey() const
{
    return m_answer ? numberKeyOf(m_asked, *m_answer) : wholeReportKey;
}

std::optional<ListSpec> ReportCardPresenter::tickets(ChartKey key) const
{
    if (!m_answer)
        return std::nullopt;
    const std::optional<CountedTickets> counted = countedTicketsAt(m_asked, *m_answer, key);
    if (!counted)
        return std::nullopt;
    ListSpec spec;
    spec.key = QStringLiteral("report");
    spec.title = countedTicketsTitle(m_asked, *m_answer, key, words(), title());
    spec.sort = {ListColumn::Created, true};
    spec.columns = defaultListColumns();
    spec.counted = counted;
    return spec;
}

} // namespace deskhand
