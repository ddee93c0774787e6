// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/charts/chart_words.h"
#include "models/reports/report_paper.h"

#include <QRegularExpression>

#include <algorithm>

namespace deskhand {
namespace {

/// Each number behind a picture on a line, the newest ones where there are too many of a time.
QStringList paperValues(const ChartData &chart, const ChartWords &words, int rows)
{
    QStringList lines;
    const int count = chart.pointCount();
    const bool isTime = chart.axis.kind == ChartAxis::Kind::Time;
    const int first = isTime ? std::max(0, count - rows) : 0;
    const int last = std::min(count, first + rows);
    if (first > 0)
        lines.append(QStringLiteral("…"));
    for (int point = first; point < last; ++point) {
        QStringList values;
        for (int series = 0; series < chart.series.size(); ++series) {
            const QString value = words.value(chart.format, chart.value(series, point));
            const QString &name = chart.series[series].name;
            values.append(chart.series.size() == 1 || name.isEmpty() ? value : name + QStringLiteral(" ") + value);
        }
        lines.append(words.position(chart, point) + QStringLiteral(": ") + values.join(QStringLiteral(", ")));
    }
    if (last < count)
        lines.append(QStringLiteral("…"));
    return lines;
}

QString paperCardText(const ReportPaperCard &card, const ChartWords &words, int rows)
{
    QStringList lines{card.title, QString(card.title.size(), u'-'), card.period};
    if (!card.failure.isEmpty()) {
        lines.append(card.failure);
    } else {
        lines.append(card.note.isEmpty() ? card.number : QStringLiteral("%1 (%2)").arg(card.number, card.note));
        if (!card.change.text.isEmpty())
            lines.append(card.change.text);
        lines.append(card.tickets);
    }
    if (!card.caveat.isEmpty())
        lines.append(card.caveat);
    if (card.chart && !card.chart->isEmpty()) {
        lines.append(QString());
        for (const QString &value : paperValues(*card.chart, words, rows))
            lines.append(QStringLiteral("  ") + value);
    }
    lines.append(QString());
    for (const CountingFact &fact : card.counting)
        lines.append(fact.title + QStringLiteral(": ") + fact.text);
    return lines.join(u'\n');
}

} // namespace

QString reportPictureId(int card)
{
    return QStringLiteral("card%1@report").arg(card + 1);
}

QString reportPictureName(const ReportPaperCard &card, int number)
{
    static const QRegularExpression unfit(QStringLiteral("[^\\w-]+"), QRegularExpression::UseUnicodePropertiesOption);
    QString name = card.title.left(60);
    name.replace(unfit, QStringLiteral("-"));
    return QStringLiteral("%1-%2.png").arg(number).arg(name.isEmpty() ? QStringLiteral("report") : name);
}

QString reportPaperText(const ReportPaper &paper, const QLocale &locale, int rows)
{
    ChartWords words;
    words.locale = locale;
    QStringList parts{paper.desk.isEmpty() ? paper.title : paper.title + QStringLiteral(" · ") + paper.desk,
                      paper.moment};
    for (const ReportPaperCard &card : paper.cards)
        parts.append(QString(u'\n') + paperCardText(card, words, rows));
    parts.append(QString(u'\n') + paper.counted);
    parts.append(paper.where);
    parts.append(paper.why);
    return parts.join(u'\n') + u'\n';
}

} // namespace deskhand
