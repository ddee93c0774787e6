// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/report_output.h"

#include "apps/deskhandctl/rfc3339.h"
#include "domain/report_json.h"
#include "domain/sla_clock.h"
#include "domain/zone_rules.h"

#include <QJsonArray>

namespace deskhand::ctl {
namespace {

QString keyText(const ReportAxis &axis, const ReportAxisEntry &entry)
{
    if (entry.key == -1 && axis.others)
        return QStringLiteral("(others)");
    if (isSpan(axis.dimension))
        return dateOf(entry.key).toString(Qt::ISODate);
    if (!entry.label.isEmpty())
        return entry.label;
    if (axis.dimension == ReportDimension::Target)
        return slaTargetName(SlaTargetKind(entry.key));
    if (axis.dimension == ReportDimension::Verdict)
        return slaStateName(SlaState(entry.key));
    return isTime(axis.dimension) || entry.key != 0 ? QString::number(entry.key) : QStringLiteral("(none)");
}

QJsonObject cellJson(const ReportCell &cell)
{
    QJsonObject json{{QStringLiteral("value"), cell.value ? QJsonValue(*cell.value) : QJsonValue()},
                     {QStringLiteral("tickets"), cell.tickets}};
    if (cell.of != 0)
        json.insert(QStringLiteral("of"), cell.of);
    if (cell.open != 0)
        json.insert(QStringLiteral("open"), cell.open);
    return json;
}

QJsonArray cellsJson(const QVector<ReportCell> &cells)
{
    QJsonArray json;
    for (const ReportCell &cell : cells)
        json.append(cellJson(cell));
    return json;
}

QJsonObject intervalJson(const ReportInterval &interval)
{
    return {{QStringLiteral("from"), QString::fromLatin1(rfc3339(interval.from))},
            {QStringLiteral("to"), QString::fromLatin1(rfc3339(interval.to))}};
}

QString csvField(QString text)
{
    static const QString formula = QStringLiteral("=+-@\t\r");
    if (!text.isEmpty() && formula.contains(text[0]))
        text.prepend(u'\'');
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r'))
        return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text;
}

QString csvLine(QStringList fields, const ReportCell &cell)
{
    fields.append(cell.value ? QString::number(*cell.value) : QString());
    fields.append(QString::number(cell.tickets));
    fields.append(QString::number(cell.of));
    fields.append(QString::number(cell.open));
    return fields.join(u',');
}

} // namespace

QJsonObject reportAnswerToJson(const QString &name, const Report &report, const ReportAnswer &answer)
{
    QJsonArray axes;
    for (const ReportAxis &axis : answer.axes) {
        QJsonArray entries;
        for (const ReportAxisEntry &entry : axis.entries)
            entries.append(
                QJsonObject{{QStringLiteral("key"), entry.key}, {QStringLiteral("name"), keyText(axis, entry)}});
        axes.append(QJsonObject{{QStringLiteral("by"), reportDimensionName(axis.dimension)},
                                {QStringLiteral("entries"), entries}});
    }
    QJsonObject json{{QStringLiteral("name"), name},
                     {QStringLiteral("report"), reportToJson(report)},
                     {QStringLiteral("interval"), intervalJson(answer.interval)},
                     {QStringLiteral("zone"), answer.zone},
                     {QStringLiteral("axes"), axes},
                     {QStringLiteral("cells"), cellsJson(answer.cells)},
                     {QStringLiteral("total"), cellJson(answer.total)},
                     {QStringLiteral("notCounted"), answer.notCounted},
                     {QStringLiteral("partial"), answer.partial}};
    if (answer.comparedWith) {
        json.insert(QStringLiteral("comparedWith"), intervalJson(*answer.comparedWith));
        json.insert(QStringLiteral("compared"), cellsJson(answer.compared));
        json.insert(QStringLiteral("comparedTotal"), cellJson(answer.comparedTotal));
    }
    if (!answer.spread.isEmpty()) {
        json.insert(QStringLiteral("median"), answer.median);
        json.insert(QStringLiteral("p90"), answer.percentile90);
        json.insert(QStringLiteral("p95"), answer.percentile95);
    }
    if (!answer.survival.isEmpty()) {
        QJsonArray points;
        for (const ReportSurvivalPoint &point : answer.survival)
            points.append(QJsonObject{{QStringLiteral("after"), point.after},
                                      {QStringLiteral("share"), point.share},
                                      {QStringLiteral("atRisk"), point.atRisk},
                                      {QStringLiteral("tickets"), point.tickets}});
        json.insert(QStringLiteral("survival"), points);
        json.insert(QStringLiteral("survivalMedian"),
                    answer.survivalMedian ? QJsonValue(*answer.survivalMedian) : QJsonValue());
    }
    return json;
}

QString reportAnswerToCsv(const QString &name, const Report &report, const ReportAnswer &answer)
{
    QStringList head;
    for (const ReportAxis &axis : answer.axes)
        head.append(reportDimensionName(axis.dimension));
    head.append(reportMeasureName(report.measure) + u' ' + reportStatisticName(report.statistic));
    head += {QStringLiteral("tickets"), QStringLiteral("of"), QStringLiteral("open")};
    QStringList lines{csvField(name), head.join(u',')};
    const qsizetype width = answer.axes.size() > 1 ? answer.axes[1].entries.size() : 1;
    for (qsizetype i = 0; i < answer.cells.size(); ++i) {
        QStringList fields;
        for (qsizetype axis = 0; axis < answer.axes.size(); ++axis) {
            const ReportAxis &of = answer.axes[axis];
            fields.append(csvField(keyText(of, of.entries[axis == 0 ? i / width : i % width])));
        }
        lines.append(csvLine(fields, answer.cells[i]));
    }
    QStringList total;
    for (qsizetype axis = 0; axis < answer.axes.size(); ++axis)
        total.append(axis == 0 ? QStringLiteral("total") : QString());
    lines.append(csvLine(total, answer.total));
    return lines.join(u'\n');
}

} // namespace deskhand::ctl
