// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_chart.h"

#include "domain/zone_rules.h"
#include "models/sla_words.h"

#include <QTimeZone>

#include <algorithm>
#include <numeric>

namespace deskhand {

namespace {

constexpr double millisecondsPerHour = 3'600'000;
constexpr int mostBarsOverTime = 32; ///< more of them are an area
constexpr qint64 othersCellKey = -1;
constexpr double wholeShare = 100'000;
// What ChartKey::second says that is no cell.
constexpr qint64 spreadKeys = 2;
constexpr qint64 survivalKeys = 3;

ChartStep stepOf(ReportDimension dimension)
{
    switch (dimension) {
    case ReportDimension::Week: return ChartStep::Week;
    case ReportDimension::Month: return ChartStep::Month;
    case ReportDimension::Quarter: return ChartStep::Quarter;
    case ReportDimension::Year: return ChartStep::Year;
    default: return ChartStep::Day;
    }
}

ChartRole roleOfVerdict(qint64 verdict)
{
    switch (SlaState(int(verdict))) {
    case SlaState::Met: return ChartRole::Good;
    case SlaState::Breached: return ChartRole::Bad;
    case SlaState::Running: return ChartRole::Warning;
    default: return ChartRole::Neutral;
    }
}

/// Makes one chart of one answer.
class ReportChartMaker
{
public:
    ReportChartMaker(const Report &report, const ReportAnswer &answer, const ReportWords &words, Instant now)
        : m_report(report)
        , m_answer(answer)
        , m_words(words)
        , m_now(now)
    {
    }

    ChartData make(const QString &title);

private:
    [[nodiscard]] const ReportAxis &axis(int place) const { return m_answer.axes[place]; }
    [[nodiscard]] int width() const { return m_answer.axes.size() > 1 ? int(axis(1).entries.size()) : 1; }
    [[nodiscard]] ChartPoint point(const ReportCell &cell, ChartKey key) const;
    [[nodiscard]] ChartPoint pointAt(int cell, bool compared) const;
    [[nodiscard]] QVector<int> order(int place) const;
    void spread();
    void survival();
    void markDuration(ReportStatistic statistic, qint64 at);
    void oneAxis();
    void twoAxes();
    void setAxis(int place, const QVector<int> &entries);
    void markPartial();

    const Report &m_report;
    const ReportAnswer &m_answer;
    const ReportWords &m_words;
    Instant m_now;
    ChartData m_data;
};

ChartPoint ReportChartMaker::point(const ReportCell &cell, ChartKey key) const
{
    ChartPoint point;
    point.key = key;
    if (!cell.value)
        return point;
    point.value = ReportWords::chartValue(m_report, *cell.value);
    point.note = m_words.note(m_report, cell);
    if (m_data.format == ChartFormat::Decimal && cell.of > 0) {
        const bool hours = m_report.by.contains(ReportDimension::Hour);
        const double times = double(cell.of) / (hours ? millisecondsPerHour : double(millisecondsPerDay));
        if (times > 0)
            point.value = *point.value / times;
        point.note = m_words.value(m_report, cell.value);
    }
    return point;
}

ChartPoint ReportChartMaker::pointAt(int cell, bool compared) const
{
    const QVector<ReportCell> &cells = compared ? m_answer.compared : m_answer.cells;
    return point(cells.value(cell), {cell, compared ? 1 : 0});
}

/// Times as they come; what is told by its size as the desk has it, the biggest first; of shares and durations the
/// worst first.
QVector<int> ReportChartMaker::order(int place) const
{
    const ReportAxis &wanted = axis(place);
    QVector<int> entries(wanted.entries.size());
    std::iota(entries.begin(), entries.end(), 0);
    if (wanted.dimension == ReportDimension::Verdict) {
        std::sort(entries.begin(), entries.end(), [&](int a, int b) {
            return std::pair(roleOfVerdict(wanted.entries[a].key), a)
                   < std::pair(roleOfVerdict(wanted.entries[b].key), b);
        });
        return entries;
    }
    if (isTime(wanted.dimension) || m_report.statistic == ReportStatistic::Count || m_answer.axes.size() > 1)
        return entries;
    const bool lowIsBad = goodDirection(m_report.measure) > 0;
    const auto known = entries.end() - (wanted.others ? 1 : 0);
    std::sort(entries.begin(), known, [&](int a, int b) {
        const std::optional<qint64> first = m_answer.cells.value(a).value;
        const std::optional<qint64> second = m_answer.cells.value(b).value;
        if (!first || !second || *first == *second)
            return first.has_value() == second.has_value() ? a < b : first.has_value();
        return lowIsBad ? *first < *second : *first > *second;
    });
    return entries;
}

void ReportChartMaker::setAxis(int place, const QVector<int> &entries)
{
    const ReportAxis &wanted = axis(place);
    m_data.axis.title = ReportWords::dimension(wanted.dimension);
    if (!isSpan(wanted.dimension)) {
        m_data.axis.kind = ChartAxis::Kind::Categories;
        for (const int entry : entries)
            m_data.axis.categories.append(m_words.entry(wanted.dimension, wanted.entries[entry]));
        return;
    }
    m_data.axis.kind = ChartAxis::Kind::Time;
    m_data.axis.step = stepOf(wanted.dimension);
    m_data.axis.zone = QTimeZone(m_answer.zone.toLatin1());
    const auto rules = ZoneRules::of(m_answer.zone.toLatin1());
    for (const int entry : entries) {
        const LocalTime begin = wanted.entries[entry].key * millisecondsPerDay;
        m_data.axis.instants.append(rules ? rules->startOf(begin) : begin);
    }
}

void ReportChartMaker::markPartial()
{
    if (m_data.axis.kind != ChartAxis::Kind::Time || m_data.axis.instants.isEmpty())
        return;
    for (ChartSeries &series : m_data.series) {
        if (series.points.isEmpty() || series.comparedTo >= 0)
            continue;
        if (m_answer.interval.to > m_now)
            series.points.last().partial = true;
        if (m_data.axis.instants.first() < m_answer.interval.from)
            series.points.first().partial = true;
    }
}

void ReportChartMaker::markDuration(ReportStatistic statistic, qint64 at)
{
    ChartWords words;
    m_data.marks.append({ChartMark::Kind::Position, double(at),
                         ReportWords::statistic(statistic) + u' ' + words.duration(double(at)), ChartRole::Neutral});
}

void ReportChartMaker::spread()
{
    m_data.kind = ChartKind::Histogram;
    m_data.axis.kind = ChartAxis::Kind::Duration;
    m_data.axis.title = ReportWords::measure(m_report.measure);
    m_data.format = ChartFormat::Count;
    ChartSeries series;
    series.name = m_data.title;
    for (int i = 0; i < m_answer.spread.size(); ++i) {
        ChartPoint each;
        each.key = {i, spreadKeys};
        each.value = double(m_answer.spread[i]);
        series.points.append(each);
        m_data.axis.bounds.append(double(i * m_answer.spreadStep));
    }
    if (!series.points.isEmpty()) {
        m_data.axis.bounds.append(double(m_answer.spread.size() * m_answer.spreadStep));
        markDuration(ReportStatistic::Median, m_answer.median);
        markDuration(ReportStatistic::Percentile90, m_answer.percentile90);
    }
    m_data.series = {series};
}

void ReportChartMaker::survival()
{
    m_data.kind = ChartKind::Survival;
    m_data.axis.kind = ChartAxis::Kind::Duration;
    m_data.axis.title = ReportWords::measure(m_report.measure);
    m_data.format = ChartFormat::Percent;
    ChartSeries series;
    series.name = m_data.title;
    for (int i = 0; i < m_answer.survival.size(); ++i) {
        const ReportSurvivalPoint &point = m_answer.survival[i];
        ChartPoint each;
        each.key = {i, survivalKeys};
        each.value = double(point.share) / wholeShare;
        each.note = ReportWords::lasting(point.atRisk);
        series.points.append(each);
        m_data.axis.bounds.append(double(point.after));
    }
    m_data.series = {series};
    if (m_answer.survivalMedian)
        markDuration(ReportStatistic::Median, *m_answer.survivalMedian);
}

void ReportChartMaker::oneAxis()
{
    const QVector<int> entries = order(0);
    setAxis(0, entries);
    m_data.horizontal = !isTime(axis(0).dimension) && m_data.kind != ChartKind::Line;
    ChartSeries series;
    series.name = ReportWords::measure(m_report.measure);
    for (const int entry : entries)
        series.points.append(pointAt(entry, false));
    m_data.series = {series};
    if (m_answer.compared.isEmpty())
        return;
    ChartSeries before;
    before.name = m_words.comparedWith(m_report);
    before.comparedTo = 0;
    for (const int entry : entries)
        before.points.append(pointAt(entry, true));
    m_data.series.append(before);
}

void ReportChartMaker::twoAxes()
{
    // Time goes along; of a heat map the first is the rows.
    const bool heat = m_data.kind == ChartKind::HeatMap;
    const bool secondAlong = heat || (isSpan(axis(1).dimension) && !isSpan(axis(0).dimension));
    const int along = secondAlong ? 1 : 0;
    const int across = 1 - along;
    const QVector<int> points = order(along);
    setAxis(along, points);
    m_data.horizontal = !heat && !isTime(axis(along).dimension);
    for (const int row : order(across)) {
        ChartSeries series;
        const ReportAxisEntry &entry = axis(across).entries[row];
        series.name = m_words.entry(axis(across).dimension, entry);
        if (axis(across).dimension == ReportDimension::Verdict)
            series.role = roleOfVerdict(entry.key);
        else if (entry.key == othersCellKey && !isTime(axis(across).dimension))
            series.role = ChartRole::Other;
        for (const int column : points) {
            const int cell = secondAlong ? row * width() + column : column * width() + row;
            series.points.append(pointAt(cell, false));
        }
        m_data.series.append(series);
    }
}

ChartData ReportChartMaker::make(const QString &title)
{
    m_data.title = title.isEmpty() ? m_words.title(m_report) : title;
    m_data.subtitle = m_words.interval(m_answer.interval, m_answer.zone);
    m_data.format = ReportWords::format(m_report);
    m_data.valueName = ReportWords::measure(m_report.measure);
    const ReportPicture picture = pictureOf(m_report);
    if (m_answer.axes.isEmpty()) {
        if (picture == ReportPicture::Survival) {
            survival();
            return m_data;
        }
        if (picture == ReportPicture::Histogram) {
            spread();
            return m_data;
        }
        m_data.kind = ChartKind::Bar;
        m_data.axis.categories = {m_data.title};
        m_data.series = {
            {ReportWords::measure(m_report.measure), ChartRole::Auto, {point(m_answer.total, wholeReportKey)}, -1}};
        return m_data;
    }
    const bool overTime = std::any_of(m_answer.axes.cbegin(), m_answer.axes.cend(),
                                      [](const ReportAxis &each) { return isSpan(each.dimension); });
    switch (picture) {
    case ReportPicture::Line: m_data.kind = ChartKind::Line; break;
    case ReportPicture::HeatMap: m_data.kind = m_answer.axes.size() > 1 ? ChartKind::HeatMap : ChartKind::Bar; break;
    case ReportPicture::Stacked: m_data.kind = ChartKind::StackedBar; break;
    default: m_data.kind = overTime && picture == ReportPicture::Table ? ChartKind::Line : ChartKind::Bar; break;
    }
    if (m_answer.axes.size() == 1)
        oneAxis();
    else
        twoAxes();
    if (m_data.kind == ChartKind::StackedBar && overTime && m_data.pointCount() > mostBarsOverTime)
        m_data.kind = ChartKind::StackedArea;
    markPartial();
    return m_data;
}

/// The local day with which the span at `place` of another time begins.
qint64 spanKeyAt(ReportDimension dimension, const ReportInterval &interval, const QString &zone, int place)
{
    const auto rules = ZoneRules::of(zone.toLatin1());
    const QDate first = dateOf(dayOf(rules ? rules->localTime(interval.from) : interval.from));
    switch (dimension) {
    case ReportDimension::Week: return dayOf(first.addDays(1 - first.dayOfWeek() + 7 * place));
    case ReportDimension::Month: return dayOf(QDate(first.year(), first.month(), 1).addMonths(place));
    case ReportDimension::Quarter:
        return dayOf(QDate(first.year(), (first.month() - 1) / 3 * 3 + 1, 1).addMonths(3 * place));
    case ReportDimension::Year: return dayOf(QDate(first.year() + place, 1, 1));
    default: return dayOf(first.addDays(place));
    }
}

/// Where a cell is on each axis.
QVector<int> placesOf(const ReportAnswer &answer, ChartKey key)
{
    const qint64 cell = key.first;
    if (answer.axes.isEmpty() || cell < 0 || key.second == spreadKeys || key.second == survivalKeys)
        return {};
    if (answer.axes.size() == 1)
        return {int(cell)};
    const qint64 across = std::max<qint64>(1, answer.axes[1].entries.size());
    return {int(cell / across), int(cell % across)};
}

/// From how long on, and of a class of the histogram until when, without it; nothing: the answer has no such point.
struct PointOfTime {
    qint64 from = 0;
    std::optional<qint64> below;
};

std::optional<PointOfTime> pointOfTime(const ReportAnswer &answer, ChartKey key)
{
    if (key.second == spreadKeys && key.first >= 0 && key.first < answer.spread.size()) {
        const bool last = key.first == answer.spread.size() - 1;
        return PointOfTime{key.first * answer.spreadStep,
                           last ? std::nullopt : std::optional<qint64>((key.first + 1) * answer.spreadStep)};
    }
    if (key.second == survivalKeys && key.first >= 0 && key.first < answer.survival.size())
        return PointOfTime{answer.survival[key.first].after, std::nullopt};
    return std::nullopt;
}

} // namespace

ChartData chartOfReport(const Report &report, const ReportAnswer &answer, const ReportWords &words,
                        const QString &title, Instant now)
{
    return ReportChartMaker(report, answer, words, now).make(title);
}

ChartKey numberKeyOf(const Report &report, const ReportAnswer &answer)
{
    return asksSurvival(report) && !answer.survival.isEmpty() ? ChartKey{0, survivalKeys} : wholeReportKey;
}

std::optional<CountedTickets> countedTicketsAt(const Report &report, const ReportAnswer &answer, ChartKey key)
{
    CountedTickets counted;
    counted.report = report;
    counted.report.zone = answer.zone;
    counted.report.period = {ReportSpan::Between, report.period.days, answer.interval.from, answer.interval.to};
    counted.report.comparison = ReportComparison::None;
    counted.report.otherTickets = {};
    counted.report.otherTicketsText.clear();
    const bool compared = key.second == wholeComparisonKey.second;
    const bool otherTime = compared && report.comparison != ReportComparison::OtherTickets;
    if (compared && !answer.comparedWith)
        return std::nullopt;
    if (otherTime) {
        counted.report.period.from = answer.comparedWith->from;
        counted.report.period.to = answer.comparedWith->to;
    } else if (compared) {
        counted.report.tickets = report.otherTickets;
        counted.report.ticketsText = report.otherTicketsText;
    }
    if (key.second == spreadKeys || key.second == survivalKeys) {
        const std::optional<PointOfTime> point = pointOfTime(answer, key);
        if (!point)
            return std::nullopt;
        // The first class has also what is shorter than nothing.
        if (point->from > 0)
            counted.lasting = point->from;
        counted.below = point->below;
        counted.survival = key.second == survivalKeys;
        return counted;
    }
    const QVector<int> places = placesOf(answer, key);
    bool others = false;
    for (int i = 0; i < places.size(); ++i) {
        const ReportAxis &axis = answer.axes[i];
        if (places[i] >= axis.entries.size())
            return std::nullopt;
        qint64 entry = axis.entries[places[i]].key;
        if (otherTime && isSpan(axis.dimension))
            entry = spanKeyAt(axis.dimension, *answer.comparedWith, answer.zone, places[i]);
        if (axis.others && places[i] == axis.entries.size() - 1) {
            QVector<qint64> &shownKeys = others ? counted.alsoExcept : counted.except;
            if (!others)
                counted.exceptDimension = i;
            others = true;
            for (qsizetype shown = 0; shown + 1 < axis.entries.size(); ++shown)
                shownKeys.append(axis.entries[shown].key);
        }
        counted.keys.append(entry);
    }
    return counted;
}

QString countedTicketsTitle(const Report &report, const ReportAnswer &answer, ChartKey key, const ReportWords &words,
                            const QString &title)
{
    QStringList parts{title.isEmpty() ? ReportWords::measure(report.measure) : title};
    const QVector<int> places = placesOf(answer, key);
    for (int i = 0; i < places.size() && i < answer.axes.size(); ++i) {
        const ReportAxis &axis = answer.axes[i];
        if (places[i] < axis.entries.size())
            parts << words.entry(axis.dimension, axis.entries[places[i]]);
    }
    if (const std::optional<PointOfTime> point = pointOfTime(answer, key))
        parts << ReportWords::lastingFrom(point->from, point->below);
    if (key.second == wholeComparisonKey.second)
        parts << words.comparedWith(report);
    return parts.join(QStringLiteral(" · "));
}

} // namespace deskhand
