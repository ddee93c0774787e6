// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wire_choice.h"
#include "wire/wire_shapes.h"

#include <QJsonArray>

namespace deskhand {
namespace {

constexpr int mostReportText = 10'000;
constexpr int mostReportName = 200;
constexpr int mostCards = 40;
constexpr int mostReaders = 500;
constexpr int mostExceptions = 1'000;
constexpr int mostDimensions = 8; // what is too many for a report says reportProblems()

template <typename Enum>
const WireType *reportNames(QString (*naming)(Enum), int last)
{
    static_assert(sizeof(Enum) == sizeof(int));
    QVector<WireName> names;
    for (int value = 0; value <= last; ++value)
        names.append({value, naming(Enum(value)).toLatin1()});
    return makeWireNames(std::move(names));
}

const WireType &reportText(int longest)
{
    static const WireType *const shortText = makeWireText(mostReportName);
    static const WireType *const longText = makeWireText(mostReportText);
    return longest == mostReportName ? *shortText : *longText;
}

using ReportContent = std::variant<Report, Dashboard, ReportSchedule>;

const QVector<WireAlternative<ReportContent>> &reportContents()
{
    static const QVector<WireAlternative<ReportContent>> all{
        wireAlternative<ReportContent, Report>(QLatin1String("report")),
        wireAlternative<ReportContent, Dashboard>(QLatin1String("dashboard")),
        wireAlternative<ReportContent, ReportSchedule>(QLatin1String("schedule"))};
    return all;
}

/// {"report":{…}}, {"dashboard":{…}} or {"schedule":{…}}, as domain/report_json.h stores it.
class WireReportContent final : public WireType
{
public:
    void write(const void *value, JsonWriter *json) const override
    {
        const auto &content = *static_cast<const ReportContent *>(value);
        const WireAlternative<ReportContent> &alternative = *alternativeOf(reportContents(), content);
        json->beginObject();
        json->key(alternative.name);
        writeAlternative(alternative, content, json);
        json->endObject();
    }

    bool read(const JsonNode &node, void *value, WireReading *reading) const override
    {
        if (!node.is(JsonTree::Kind::Object) || node.count() != 1)
            return reading->wrong("wrong-type");
        const JsonNode key = node.first();
        for (const WireAlternative<ReportContent> &each : reportContents()) {
            if (!key.equals(each.name))
                continue;
            auto *content = static_cast<ReportContent *>(value);
            *content = each.make();
            return each.type->read(key.next(), each.open(content), reading) || reading->inside(each.name);
        }
        reading->wrong("unknown");
        return reading->inside(key.text());
    }

    bool equal(const void *one, const void *other) const override
    {
        return *static_cast<const ReportContent *>(one) == *static_cast<const ReportContent *>(other);
    }

    QJsonObject schema(WireSchemas *schemas) const override
    {
        QJsonArray forms;
        for (const WireAlternative<ReportContent> &each : reportContents()) {
            forms.append(
                QJsonObject{{QStringLiteral("type"), QStringLiteral("object")},
                            {QStringLiteral("properties"), QJsonObject{{each.name, each.type->schema(schemas)}}},
                            {QStringLiteral("required"), QJsonArray{each.name}},
                            {QStringLiteral("additionalProperties"), false}});
        }
        return {{QStringLiteral("oneOf"), forms}};
    }
};

} // namespace

const WireType &wireShape(const ReportMeasure *)
{
    static const WireType *const type = reportNames(reportMeasureName, reportMeasureCount - 1);
    return *type;
}

const WireType &wireShape(const ReportStatistic *)
{
    static const WireType *const type = reportNames(reportStatisticName, reportStatisticCount - 1);
    return *type;
}

const WireType &wireShape(const ReportClock *)
{
    static const WireType *const type = reportNames(reportClockName, int(ReportClock::Working));
    return *type;
}

const WireType &wireShape(const ReportVariant *)
{
    static const WireType *const type = reportNames(reportVariantName, int(ReportVariant::OneReply));
    return *type;
}

const WireType &wireShape(const ReportDimension *)
{
    static const WireType *const type = reportNames(reportDimensionName, reportDimensionCount - 1);
    return *type;
}

const WireType &wireShape(const ReportSpan *)
{
    static const WireType *const type = reportNames(reportSpanName, reportSpanCount - 1);
    return *type;
}

const WireType &wireShape(const ReportComparison *)
{
    static const WireType *const type = reportNames(reportComparisonName, int(ReportComparison::OtherTickets));
    return *type;
}

const WireType &wireShape(const ReportPicture *)
{
    static const WireType *const type = reportNames(reportPictureName, reportPictureCount - 1);
    return *type;
}

const WireType &wireShape(const ReportRhythm *)
{
    static const WireType *const type = reportNames(reportRhythmName, int(ReportRhythm::Monthly));
    return *type;
}

const WireType &wireShape(const ReportPeriod *)
{
    using T = ReportPeriod;
    static const WireType &type = (new WireObjectOf<T>("ReportPeriod"))
                                      ->field("span", &T::span)
                                      .required()
                                      .field("days", &T::days)
                                      .field("from", &T::from)
                                      .field("to", &T::to);
    return type;
}

const WireType &wireShape(const ReportInterval *)
{
    using T = ReportInterval;
    static const WireType &type =
        (new WireObjectOf<T>("ReportInterval"))->field("from", &T::from).required().field("to", &T::to).required();
    return type;
}

const WireType &wireShape(const Report *)
{
    using T = Report;
    static const WireType *const by = makeWireLimited(wireType<QVector<ReportDimension>>(), mostDimensions);
    static const WireType &type = (new WireObjectOf<T>("Report"))
                                      ->field("measure", &T::measure)
                                      .required()
                                      .field("statistic", &T::statistic)
                                      .required()
                                      .field("clock", &T::clock)
                                      .field("variant", &T::variant)
                                      .field("days", &T::days)
                                      .field("by", &T::by, *by)
                                      .field("period", &T::period)
                                      .field("zone", &T::zone, reportText(mostReportName))
                                      .field("calendar", &T::calendar)
                                      .field("tickets", &T::tickets)
                                      .field("ticketsText", &T::ticketsText, reportText(mostReportText))
                                      .field("comparison", &T::comparison)
                                      .field("otherTickets", &T::otherTickets)
                                      .field("otherTicketsText", &T::otherTicketsText, reportText(mostReportText))
                                      .field("limit", &T::limit)
                                      .field("picture", &T::picture);
    return type;
}

const WireType &wireShape(const CountedTickets *)
{
    using T = CountedTickets;
    static const WireType *const keys = makeWireLimited(wireType<QVector<qint64>>(), mostDimensions);
    static const WireType *const except = makeWireLimited(wireType<QVector<qint64>>(), mostExceptions);
    static const WireType &type = (new WireObjectOf<T>("CountedTickets"))
                                      ->field("report", &T::report)
                                      .required()
                                      .field("keys", &T::keys, *keys)
                                      .field("except", &T::except, *except)
                                      .field("exceptDimension", &T::exceptDimension)
                                      .field("compared", &T::compared)
                                      .field("alsoExcept", &T::alsoExcept, *except)
                                      .field("lasting", &T::lasting)
                                      .field("below", &T::below)
                                      .field("survival", &T::survival);
    return type;
}

const WireType &wireShape(const DashboardCard *)
{
    using T = DashboardCard;
    static const WireType &type = (new WireObjectOf<T>("DashboardCard"))
                                      ->field("title", &T::title, reportText(mostReportName))
                                      .field("report", &T::report)
                                      .required()
                                      .field("column", &T::column)
                                      .field("row", &T::row)
                                      .field("width", &T::width)
                                      .field("height", &T::height)
                                      .field("ownPeriod", &T::ownPeriod);
    return type;
}

const WireType &wireShape(const Dashboard *)
{
    using T = Dashboard;
    static const WireType *const cards = makeWireLimited(wireType<QVector<DashboardCard>>(), mostCards);
    static const WireType &type = (new WireObjectOf<T>("Dashboard"))->field("cards", &T::cards, *cards);
    return type;
}

const WireType &wireShape(const ReportSchedule *)
{
    using T = ReportSchedule;
    static const WireType *const readers = makeWireLimited(wireType<QVector<PersonId>>(), mostReaders);
    static const WireType &type = (new WireObjectOf<T>("ReportSchedule"))
                                      ->field("item", &T::item)
                                      .field("builtin", &T::builtin, reportText(mostReportName))
                                      .field("rhythm", &T::rhythm)
                                      .field("day", &T::day)
                                      .field("hour", &T::hour)
                                      .field("minute", &T::minute)
                                      .field("zone", &T::zone, reportText(mostReportName))
                                      .field("readers", &T::readers, *readers)
                                      .field("pdf", &T::pdf);
    return type;
}

const WireType &wireShape(const std::variant<Report, Dashboard, ReportSchedule> *)
{
    static const WireReportContent type;
    return type;
}

const WireType &wireShape(const ReportItem *)
{
    using T = ReportItem;
    static const WireType &type = (new WireObjectOf<T>("ReportItem"))
                                      ->field("id", &T::id)
                                      .field("version", &T::version)
                                      .field("owner", &T::owner)
                                      .field("shared", &T::shared)
                                      .field("name", &T::name, reportText(mostReportName))
                                      .field("content", &T::content)
                                      .required()
                                      .field("active", &T::active);
    return type;
}

const WireType &wireShape(const ReportAxisEntry *)
{
    using T = ReportAxisEntry;
    static const WireType &type = (new WireObjectOf<T>("ReportAxisEntry"))
                                      ->field("key", &T::key)
                                      .field("label", &T::label)
                                      .field("exposure", &T::exposure);
    return type;
}

const WireType &wireShape(const ReportAxis *)
{
    using T = ReportAxis;
    static const WireType &type = (new WireObjectOf<T>("ReportAxis"))
                                      ->field("dimension", &T::dimension)
                                      .required()
                                      .field("entries", &T::entries)
                                      .field("others", &T::others);
    return type;
}

const WireType &wireShape(const ReportCell *)
{
    using T = ReportCell;
    static const WireType &type = (new WireObjectOf<T>("ReportCell"))
                                      ->field("value", &T::value)
                                      .field("tickets", &T::tickets)
                                      .field("of", &T::of)
                                      .field("open", &T::open);
    return type;
}

const WireType &wireShape(const ReportSurvivalPoint *)
{
    using T = ReportSurvivalPoint;
    static const WireType &type = (new WireObjectOf<T>("ReportSurvivalPoint"))
                                      ->field("after", &T::after)
                                      .field("share", &T::share)
                                      .field("atRisk", &T::atRisk)
                                      .field("tickets", &T::tickets);
    return type;
}

// "ReportAnswer" is what the endpoint gives: this, or an error.
const WireType &wireShape(const ReportAnswer *)
{
    using T = ReportAnswer;
    static const WireType &type = (new WireObjectOf<T>("ReportFigures"))
                                      ->field("interval", &T::interval)
                                      .field("zone", &T::zone)
                                      .field("axes", &T::axes)
                                      .field("cells", &T::cells)
                                      .field("total", &T::total)
                                      .field("comparedWith", &T::comparedWith)
                                      .field("compared", &T::compared)
                                      .field("comparedTotal", &T::comparedTotal)
                                      .field("spread", &T::spread)
                                      .field("spreadTickets", &T::spreadTickets)
                                      .field("spreadStep", &T::spreadStep)
                                      .field("median", &T::median)
                                      .field("percentile90", &T::percentile90)
                                      .field("percentile95", &T::percentile95)
                                      .field("survivalMedian", &T::survivalMedian)
                                      .field("survival", &T::survival)
                                      .field("notCounted", &T::notCounted)
                                      .field("partial", &T::partial);
    return type;
}

const WireType &wireShape(const ReportSending *)
{
    using T = ReportSending;
    static const WireType &type = (new WireObjectOf<T>("ReportSending"))
                                      ->field("id", &T::id)
                                      .field("schedule", &T::schedule)
                                      .field("name", &T::name)
                                      .field("reader", &T::reader)
                                      .field("dueAt", &T::dueAt)
                                      .field("at", &T::at)
                                      .field("state", &T::state)
                                      .field("problem", &T::problem);
    return type;
}

const WireType &wireShape(const ReportShelf *)
{
    using T = ReportShelf;
    static const WireType &type = (new WireObjectOf<T>("ReportShelf"))
                                      ->field("items", &T::items)
                                      .field("sendings", &T::sendings)
                                      .field("zone", &T::zone)
                                      .field("agents", &T::agents);
    return type;
}

} // namespace deskhand
