// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_words.h"

#include "domain/zone_rules.h"
#include "models/sla_words.h"
#include "models/ticket_text.h"
#include "models/time_text.h"

#include <QTimeZone>

#include <cmath>
#include <limits>

namespace deskhand {

namespace {

constexpr double thousandthsOfPercent = 100'000;

QDate localDay(Instant at, const QString &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at, QTimeZone(zone.toLatin1())).date();
}

bool wantsExposure(const Report &report)
{
    return report.statistic == ReportStatistic::Count
           && (report.by.contains(ReportDimension::Weekday) || report.by.contains(ReportDimension::Hour));
}

} // namespace

ReportWords::ReportWords(CatalogPtr catalog, QLocale locale)
    : m_catalog(std::move(catalog))
    , m_locale(std::move(locale))
{
}

int goodDirection(ReportMeasure measure)
{
    switch (measure) {
    case ReportMeasure::SlaCompliance:
    case ReportMeasure::FirstContact:
    case ReportMeasure::TicketsSolved:
    case ReportMeasure::SolveEvents: return 1;
    case ReportMeasure::Created:
    case ReportMeasure::Touches:
    case ReportMeasure::WorkTime:
    case ReportMeasure::StateTransitions: return 0;
    default: return -1;
    }
}

ReportPicture pictureOf(const Report &report)
{
    if (report.picture == ReportPicture::Survival && !asksSurvival(report))
        return report.by.isEmpty() ? ReportPicture::Histogram : ReportPicture::Bar;
    if (report.picture != ReportPicture::Auto)
        return report.picture;
    const bool count = report.statistic == ReportStatistic::Count;
    if (report.by.isEmpty())
        return ReportPicture::Number;
    if (report.by.size() == 1)
        return isSpan(report.by.first()) ? ReportPicture::Line : ReportPicture::Bar;
    if (isTime(report.by.first()) && isTime(report.by.last()))
        return ReportPicture::HeatMap;
    const bool overTime = isSpan(report.by.first()) || isSpan(report.by.last());
    if (count)
        return ReportPicture::Stacked;
    return overTime ? ReportPicture::Line : ReportPicture::Bar;
}

ChartFormat ReportWords::format(const Report &report)
{
    if (report.statistic == ReportStatistic::Share)
        return ChartFormat::Percent;
    if (report.statistic == ReportStatistic::Count)
        return wantsExposure(report) ? ChartFormat::Decimal : ChartFormat::Count;
    if (report.measure == ReportMeasure::WorkTime)
        return ChartFormat::Hours;
    return isDuration(report.measure) ? ChartFormat::Duration : ChartFormat::Count;
}

double ReportWords::chartValue(const Report &report, qint64 value)
{
    return report.statistic == ReportStatistic::Share ? double(value) / thousandthsOfPercent : double(value);
}

QString ReportWords::value(const Report &report, std::optional<qint64> value) const
{
    ChartFormat how = format(report);
    if (how == ChartFormat::Decimal)
        how = ChartFormat::Count;
    ChartWords words;
    words.locale = m_locale;
    return words.value(how, value ? std::optional<double>(chartValue(report, *value)) : std::nullopt);
}

QString ReportWords::amount(const Report &report, const ReportCell &cell) const
{
    return value(report, cell.value);
}

QString ReportWords::note(const Report &report, const ReportCell &cell) const
{
    QStringList parts;
    if (report.statistic == ReportStatistic::Share && cell.value)
        parts << tr("%L1 of %L2")
                     .arg(std::llround(double(*cell.value) / thousandthsOfPercent * double(cell.of)))
                     .arg(cell.of);
    else if (report.measure == ReportMeasure::WorkTime && report.statistic == ReportStatistic::Mean)
        parts << tr("of %n ticket(s)", nullptr, int(cell.of));
    else if (isDuration(report.measure) && report.statistic != ReportStatistic::Count)
        parts << tr("of %Ln value(s)", nullptr, int(cell.of));
    if (cell.open > 0 && report.measure == ReportMeasure::SlaCompliance)
        parts << tr("%Ln still run(s)", nullptr, int(cell.open));
    else if (cell.open > 0)
        parts << tr("%Ln not ended yet", nullptr, int(cell.open));
    return parts.join(tr(", ", "between parts of a note"));
}

QString ReportWords::interval(const ReportInterval &interval, const QString &zone) const
{
    const QDate first = localDay(interval.from, zone);
    const QDate last = localDay(interval.to - 1, zone);
    const auto text = [this](QDate day) { return m_locale.toString(day, tr("d MMM yyyy", "format of a date")); };
    return first == last ? text(first) : tr("%1 – %2", "from a date to another").arg(text(first), text(last));
}

QString ReportWords::lasting(qint64 count)
{
    return tr("%Ln lasted so long", nullptr, int(std::min<qint64>(count, std::numeric_limits<int>::max())));
}

QString ReportWords::lastingFrom(qint64 from, std::optional<qint64> below)
{
    ChartWords words;
    return below ? tr("%1 – %2", "from a duration to another")
                       .arg(words.duration(double(from)), words.duration(double(*below)))
                 : tr("%1 or more", "of a duration").arg(words.duration(double(from)));
}

QString ReportWords::period(const ReportPeriod &period, const QString &zone) const
{
    if (period.span == ReportSpan::LastDays)
        return tr("Last %n day(s)", nullptr, period.days);
    if (period.span == ReportSpan::Between)
        return interval({period.from, period.to}, zone);
    return span(period.span);
}

QString ReportWords::title(const Report &report) const
{
    QString text = measure(report.measure);
    if (report.measure == ReportMeasure::FirstContact && report.variant != ReportVariant::Ours)
        text = tr("%1: %2").arg(text, variant(report.variant));
    if (isDuration(report.measure) || report.statistic != statisticsOf(report.measure).first())
        text = tr("%1, %2").arg(text, statistic(report.statistic).toLower());
    if (report.by.size() == 1)
        return tr("%1 by %2").arg(text, dimension(report.by.first()).toLower());
    if (report.by.size() == 2)
        return tr("%1 by %2 and %3")
            .arg(text, dimension(report.by.first()).toLower(), dimension(report.by.last()).toLower());
    return text;
}

QString ReportWords::reference(ReportDimension dimension, const ReportAxisEntry &entry) const
{
    const Catalog &catalog = *m_catalog;
    const qint64 key = entry.key;
    const auto name = [](const auto *thing) { return thing ? thing->name : QString(); };
    switch (dimension) {
    case ReportDimension::Queue:
    case ReportDimension::QueueThen: return catalog.queuePath(QueueId{key});
    case ReportDimension::Category: return catalog.categoryPath(CategoryId{key});
    case ReportDimension::Owner:
    case ReportDimension::OwnerThen: {
        const Person *agent = catalog.agent(PersonId{key});
        return agent ? displayName(*agent) : QString();
    }
    case ReportDimension::Priority:
    case ReportDimension::PriorityThen: return name(catalog.priority(PriorityId{key}));
    case ReportDimension::Organization: return name(catalog.organization(OrganizationId{key}));
    case ReportDimension::State:
    case ReportDimension::FromState:
    case ReportDimension::ToState: return name(catalog.state(StateId{key}));
    case ReportDimension::Policy: return name(catalog.slaPolicy(SlaPolicyId{key}));
    default: return {};
    }
}

QString ReportWords::entry(ReportDimension dimension, const ReportAxisEntry &entry) const
{
    if (entry.key == -1 && !isTime(dimension))
        return tr("Other");
    switch (dimension) {
    case ReportDimension::Weekday: return m_locale.standaloneDayName(int(entry.key), QLocale::ShortFormat);
    case ReportDimension::Hour: return QStringLiteral("%1").arg(entry.key, 2, 10, QLatin1Char('0'));
    case ReportDimension::Day:
    case ReportDimension::Week: return m_locale.toString(dateOf(entry.key), QLocale::ShortFormat);
    case ReportDimension::Month: return m_locale.toString(dateOf(entry.key), QStringLiteral("MMM yyyy"));
    case ReportDimension::Quarter:
        return tr("Q%1 %2").arg((dateOf(entry.key).month() + 2) / 3).arg(dateOf(entry.key).year());
    case ReportDimension::Year: return QString::number(dateOf(entry.key).year());
    case ReportDimension::Channel: return TicketText::channelTitle(Channel(int(entry.key)));
    case ReportDimension::Target: return slaTargetText(SlaTargetKind(int(entry.key)));
    case ReportDimension::Verdict: {
        QString text = slaStateText(SlaState(int(entry.key)));
        if (!text.isEmpty())
            text[0] = text[0].toUpper();
        return text;
    }
    default: break;
    }
    if (!entry.label.isEmpty())
        return entry.label;
    const QString name = reference(dimension, entry);
    if (!name.isEmpty())
        return name;
    switch (dimension) {
    case ReportDimension::Owner:
    case ReportDimension::OwnerThen: return tr("Nobody");
    case ReportDimension::BreachReason: return tr("No reason noted");
    case ReportDimension::Activity: return tr("No activity noted");
    default: return tr("None");
    }
}

QString ReportWords::comparedWithShort(const Report &report) const
{
    switch (report.comparison) {
    case ReportComparison::None: return {};
    case ReportComparison::LastYear: return tr("year before", "beside an arrow: 12 % vs. …");
    case ReportComparison::OtherTickets: return comparedWith(report);
    case ReportComparison::PreviousPeriod: break;
    }
    switch (report.period.span) {
    case ReportSpan::Today: return tr("yesterday", "beside an arrow: 12 % vs. …");
    case ReportSpan::Yesterday: return tr("day before", "beside an arrow: 12 % vs. …");
    case ReportSpan::ThisWeek:
    case ReportSpan::LastWeek: return tr("week before", "beside an arrow: 12 % vs. …");
    case ReportSpan::ThisMonth:
    case ReportSpan::LastMonth: return tr("month before", "beside an arrow: 12 % vs. …");
    case ReportSpan::ThisQuarter:
    case ReportSpan::LastQuarter: return tr("quarter before", "beside an arrow: 12 % vs. …");
    case ReportSpan::ThisYear:
    case ReportSpan::LastYear: return tr("year before", "beside an arrow: 12 % vs. …");
    case ReportSpan::LastDays: return tr("%n day(s) before", "beside an arrow: 12 % vs. …", report.period.days);
    case ReportSpan::Between: break;
    }
    return tr("time before", "beside an arrow: 12 % vs. …");
}

QString ReportWords::comparedWith(const Report &report) const
{
    switch (report.comparison) {
    case ReportComparison::None: return {};
    case ReportComparison::LastYear: return tr("the year before");
    case ReportComparison::OtherTickets:
        return report.otherTicketsText.isEmpty() ? tr("all tickets") : tr("“%1”").arg(report.otherTicketsText);
    case ReportComparison::PreviousPeriod: break;
    }
    switch (report.period.span) {
    case ReportSpan::Today: return tr("yesterday");
    case ReportSpan::Yesterday: return tr("the day before");
    case ReportSpan::ThisWeek:
    case ReportSpan::LastWeek: return tr("the week before");
    case ReportSpan::ThisMonth:
    case ReportSpan::LastMonth: return tr("the month before");
    case ReportSpan::ThisQuarter:
    case ReportSpan::LastQuarter: return tr("the quarter before");
    case ReportSpan::ThisYear:
    case ReportSpan::LastYear: return tr("the year before");
    case ReportSpan::LastDays: return tr("the %n day(s) before", nullptr, report.period.days);
    case ReportSpan::Between: break;
    }
    return tr("the time before");
}

ReportChange ReportWords::change(const Report &report, const ReportAnswer &answer) const
{
    ReportChange change;
    if (report.comparison == ReportComparison::None)
        return change;
    const std::optional<qint64> now = answer.total.value;
    const std::optional<qint64> before = answer.comparedTotal.value;
    const QString what = comparedWith(report);
    if (!now || !before) {
        change.text = tr("nothing to compare in %1").arg(what);
        change.shortText = tr("nothing to compare");
        return change;
    }
    const QString old = value(report, before);
    if (*now == *before) {
        change.direction = ReportChange::Direction::Same;
        change.text = tr("as in %1").arg(what);
        change.shortText = tr("as %1", "the same as in the time before").arg(comparedWithShort(report));
        return change;
    }
    const bool up = *now > *before;
    change.direction = up ? ReportChange::Direction::Up : ReportChange::Direction::Down;
    const int good = goodDirection(report.measure);
    if (good != 0)
        change.meaning = (good > 0) == up ? ReportChange::Meaning::Better : ReportChange::Meaning::Worse;
    QString by;
    if (report.statistic == ReportStatistic::Share)
        by = tr("%1 points", "of percent").arg(m_locale.toString(std::abs(*now - *before) / 1000.0, 'f', 1));
    else if (*before > 0)
        by = tr("%1 %").arg(m_locale.toString(std::abs(double(*now - *before)) / double(*before) * 100, 'f', 0));
    else
        by = value(report, std::abs(*now - *before));
    change.shortText = tr("%1 vs. %2", "by how much, against which time").arg(by, comparedWithShort(report));
    change.text = up ? tr("%1 more than %2 (%3)").arg(by, what, old) : tr("%1 less than %2 (%3)").arg(by, what, old);
    return change;
}

QVector<CountingFact> ReportWords::howCounted(const Report &report, const ReportAnswer *answer) const
{
    QVector<CountingFact> facts;
    facts.append({tr("What"), definition(report)});
    if (asksSurvival(report))
        facts.append({tr("Curve"), tr("Of what began in the period: the share that lasts longer than each time, by "
                                      "Kaplan and Meier. What has not ended by the end of the period counts for as "
                                      "long as it is known to have lasted.")});
    facts.append({tr("How"), statistic(report.statistic)
                                 + (hasClock(report.measure) && report.statistic != ReportStatistic::Count
                                        ? tr(", %1").arg(clock(report.clock).toLower())
                                        : QString())});
    const QString zone = answer && !answer->zone.isEmpty() ? answer->zone : report.zone;
    QString when = period(report.period, zone.isEmpty() ? QStringLiteral("UTC") : zone);
    if (answer && answer->interval.to > answer->interval.from && report.period.span != ReportSpan::Between)
        when = tr("%1: %2").arg(when, interval(answer->interval, zone));
    if (!zone.isEmpty())
        when = tr("%1, whole days in %2").arg(when, zone);
    facts.append({tr("When"), when});
    if (answer && answer->comparedWith && report.comparison != ReportComparison::OtherTickets)
        facts.append({tr("Compared with"), interval(*answer->comparedWith, zone)});
    facts.append({tr("Which tickets"), report.ticketsText.isEmpty()
                                           ? tr("All that you may see")
                                           : tr("“%1”, as they are today").arg(report.ticketsText)});
    if (hasClock(report.measure) && report.clock == ReportClock::Business) {
        const BusinessCalendar *calendar = m_catalog->calendar(report.calendar);
        facts.append(
            {tr("Calendar"), calendar ? calendar->name : tr("Each ticket's own; without one, round the clock")});
    }
    if (const QString out = exclusions(report); !out.isEmpty())
        facts.append({tr("Left out"), out});
    if (wantsExposure(report))
        facts.append({tr("Corrected"), tr("Each field is the number for one such hour or day: hours that the change "
                                          "of the clocks skips or repeats, and days that occur more often, weigh the "
                                          "same.")});
    if (answer) {
        facts.append({tr("Tickets behind it"), m_locale.toString(answer->total.tickets)});
        if (answer->total.open > 0)
            facts.append({tr("Still open"),
                          tr("%Ln of them have not ended and are in no time", nullptr, int(answer->total.open))});
        if (answer->notCounted > 0)
            facts.append(
                {tr("Not yet in it"), tr("%Ln change(s) of the last moments", nullptr, int(answer->notCounted))});
        if (answer->partial)
            facts.append({tr("Partial"), tr("Only what is on this computer: the service cannot be reached.")});
    }
    return facts;
}

QString ReportWords::schedule(const ReportSchedule &schedule) const
{
    const QString at = clockText(QTime(schedule.hour, schedule.minute), m_locale);
    const QString zone = schedule.zone.isEmpty() ? QString() : tr(" (%1)", "a time zone").arg(schedule.zone);
    switch (schedule.rhythm) {
    case ReportRhythm::Daily: return tr("every day at %1%2").arg(at, zone);
    case ReportRhythm::Weekly: return tr("every %1 at %2%3").arg(m_locale.standaloneDayName(schedule.day), at, zone);
    case ReportRhythm::Monthly: return tr("on day %1 of the month at %2%3").arg(schedule.day).arg(at, zone);
    }
    return {};
}

} // namespace deskhand
