// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a real incident log, computed by others from its rows, are asked of the reports of a desk into which
// it was imported.
#include "domain/condition_text.h"
#include "store/local_desk.h"
#include "store/sql_report_store.h"
#include "support/shared_data.h"
#include "support/test_desk.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

namespace deskhand::test {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int ctlPatience = 280'000; // ms

void ctl(const QStringList &arguments)
{
    const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
    QProcess process;
    process.start(folder + u"/deskhandctl"_s, arguments);
    if (!process.waitForFinished(ctlPatience) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
}

Report reportOf(ReportMeasure measure, const QVector<ReportDimension> &by = {})
{
    Report report;
    report.measure = measure;
    report.statistic = statisticsOf(measure).first();
    report.by = by;
    report.limit = 0;
    report.zone = u"UTC"_s;
    report.period.span = ReportSpan::Between;
    report.period.from = QDateTime(QDate(2016, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    report.period.to = QDateTime(QDate(2018, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    return report;
}

} // namespace

class UciReportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void incidents();
    void openedByMonthAndWeekday();
    void groupsAndCategories();
    void verdicts();
    void reopenedAndReassigned();
    void transitions();
    void resolution();
    void closing();

private:
    ReportAnswer ask(const Report &report);
    /// Values by the labels of the first axis.
    QJsonObject byLabel(const Report &report);
    QVector<TicketRow> rowsBehind(const Report &report);
    QJsonObject expected(const char *key) const { return m_oracle.value(QLatin1String(key)).toObject(); }
    static void compare(const QJsonObject &found, const QJsonObject &expected);

    QTemporaryDir m_folder;
    QJsonObject m_oracle;
    std::unique_ptr<LocalDesk> m_desk;
};

void UciReportsTest::initTestCase()
{
    const QString log = sharedData(u"tickets/incident_event_log.uci36.csv.gz"_s);
    if (log.isEmpty())
        QSKIP("the incident log is not on this machine");
    QFile figures(sharedData(u"tickets/uci_kpi_oracle.json"_s));
    QVERIFY(figures.open(QIODevice::ReadOnly));
    m_oracle = QJsonDocument::fromJson(figures.readAll()).object();
    const QString path = m_folder.filePath(u"uci.desk"_s);
    ctl({u"init"_s, path, u"--agent"_s, u"Ada"_s, u"--zone"_s, u"UTC"_s});
    ctl({u"import-tickets"_s, path, log, u"--map"_s,
         QStringLiteral(DESKHAND_SOURCE_DIR "/tests/data/import/uci_incidents.map.json")});
    const auto store = openReportStore(path);
    QVERIFY(store);
    const Instant now = SystemClock().now();
    const auto lease = (*store)->takeLease(u"reports"_s, u"test"_s, now, 3'600'000);
    QVERIFY(lease && *lease);
    for (Result<bool> more = true; *more;) {
        more = (*store)->catchUp(**lease, 2000);
        QVERIFY2(more, more ? "" : qPrintable(more.error().detail));
    }
    Result<std::unique_ptr<LocalDesk>> desk = LocalDesk::open(path);
    QVERIFY(desk);
    m_desk = *std::move(desk);
}

ReportAnswer UciReportsTest::ask(const Report &report)
{
    const Result<ReportAnswer> answer = await(m_desk->report({report, {}, SystemClock().now()}), 60'000);
    if (!answer)
        qFatal("%s: %s", qPrintable(answer.error().where), qPrintable(answer.error().detail));
    if (answer->notCounted != 0)
        qFatal("not everything has been counted");
    return *answer;
}

QJsonObject UciReportsTest::byLabel(const Report &report)
{
    const ReportAnswer answer = ask(report);
    QJsonObject values;
    for (qsizetype i = 0; i < answer.cells.size(); ++i) {
        const ReportAxisEntry &entry = answer.axes.first().entries[i];
        const QString label = entry.label == u"No group" ? u"?"_s : entry.label;
        values.insert(label, answer.cells[i].value.value_or(0));
    }
    return values;
}

/// The tickets that a report has counted: what a click on its value opens.
QVector<TicketRow> UciReportsTest::rowsBehind(const Report &report)
{
    TicketQuery query;
    query.condition = Condition::all();
    query.counted = CountedTickets{report, {}, {}, 0, false};
    query.now = SystemClock().now();
    const Result<TicketList> list = await(m_desk->tickets(query), 60'000);
    if (!list)
        qFatal("%s", qPrintable(list.error().detail));
    return *await(m_desk->rows(list->ids, {}), 60'000);
}

void UciReportsTest::compare(const QJsonObject &found, const QJsonObject &expected)
{
    QVERIFY(!expected.isEmpty());
    for (auto one = expected.begin(); one != expected.end(); ++one)
        QVERIFY2(
            found.value(one.key()).toDouble() == one.value().toDouble(),
            qPrintable(
                u"%1: %2, not %3"_s.arg(one.key()).arg(found.value(one.key()).toDouble()).arg(one.value().toDouble())));
}

void UciReportsTest::incidents()
{
    const Report created = reportOf(ReportMeasure::Created);
    QCOMPARE(*ask(created).total.value, m_oracle.value(u"incidents"_s).toInteger());
    // Each event of the log is a version of its ticket; where it does not begin with the opening, that is one more.
    const QVector<TicketRow> rows = rowsBehind(created);
    QCOMPARE(rows.size(), m_oracle.value(u"incidents"_s).toInteger());
    qint64 versions = 0;
    for (const TicketRow &row : rows)
        versions += row.head.version;
    const QJsonObject from = byLabel(reportOf(ReportMeasure::StateTransitions, {ReportDimension::FromState}));
    QCOMPARE(versions - from.value(u"Not recorded"_s).toInteger(), m_oracle.value(u"events"_s).toInteger());
}

void UciReportsTest::openedByMonthAndWeekday()
{
    const ReportAnswer months = ask(reportOf(ReportMeasure::Created, {ReportDimension::Month}));
    QJsonObject found;
    for (qsizetype i = 0; i < months.cells.size(); ++i) {
        const QDate month = QDate(1970, 1, 1).addDays(months.axes.first().entries[i].key);
        found.insert(month.toString(u"yyyy-MM"_s), months.cells[i].value.value_or(0));
    }
    QCOMPARE(months.cells.size(), 24); // without holes
    compare(found, expected("opened_by_month"));
    const ReportAnswer weekdays = ask(reportOf(ReportMeasure::Created, {ReportDimension::Weekday}));
    found = {};
    for (qsizetype i = 0; i < weekdays.cells.size(); ++i)
        found.insert(QLocale::c().dayName(int(weekdays.axes.first().entries[i].key), QLocale::ShortFormat),
                     weekdays.cells[i].value.value_or(0));
    compare(found, expected("opened_by_weekday"));
}

void UciReportsTest::groupsAndCategories()
{
    compare(byLabel(reportOf(ReportMeasure::Created, {ReportDimension::Queue})), expected("top_groups"));
    compare(byLabel(reportOf(ReportMeasure::Created, {ReportDimension::Category})), expected("top_categories"));
}

void UciReportsTest::verdicts()
{
    Report report = reportOf(ReportMeasure::SlaCompliance, {ReportDimension::Priority, ReportDimension::Verdict});
    report.statistic = ReportStatistic::Count;
    const ReportAnswer answer = ask(report);
    qint64 met = 0;
    qint64 missed = 0;
    const QVector<ReportAxisEntry> &verdicts = answer.axes[1].entries;
    for (qsizetype p = 0; p < answer.axes[0].entries.size(); ++p) {
        const QJsonObject priority = expected("by_priority").value(answer.axes[0].entries[p].label).toObject();
        for (qsizetype v = 0; v < verdicts.size(); ++v) {
            const qint64 value = answer.cells[p * verdicts.size() + v].value.value_or(0);
            if (verdicts[v].key == qint64(SlaState::Met)) {
                QCOMPARE(value, priority.value(u"made_sla"_s).toInteger());
                met += value;
            } else if (verdicts[v].key == qint64(SlaState::Breached)) {
                missed += value;
            }
        }
    }
    QCOMPARE(met, m_oracle.value(u"made_sla_true_final"_s).toInteger());
    // One was missed from its opening on, and its flag has not turned.
    QCOMPARE(missed - 1, m_oracle.value(u"incidents_whose_flag_turned_false_during_life"_s).toInteger());
    compare(byLabel(reportOf(ReportMeasure::Created, {ReportDimension::Priority})), [this] {
        QJsonObject counts;
        const QJsonObject priorities = expected("by_priority");
        for (auto one = priorities.begin(); one != priorities.end(); ++one)
            counts.insert(one.key(), one.value()[u"n"]);
        return counts;
    }());
    report = reportOf(ReportMeasure::SlaCompliance);
    const qint64 share = qRound64(100'000.0 * double(met) / double(met + missed));
    QCOMPARE(*ask(report).total.value, share);
}

void UciReportsTest::reopenedAndReassigned()
{
    QCOMPARE(*ask(reportOf(ReportMeasure::TicketsReopened)).total.value, m_oracle.value(u"reopened"_s).toInteger());
    QCOMPARE(*ask(reportOf(ReportMeasure::ReopenEvents)).total.value, m_oracle.value(u"reopen_sum"_s).toInteger());
    const QJsonObject reopened = byLabel(reportOf(ReportMeasure::TicketsReopened, {ReportDimension::Priority}));
    const QJsonObject priorities = expected("by_priority");
    for (auto one = priorities.begin(); one != priorities.end(); ++one)
        QCOMPARE(reopened.value(one.key()).toInteger(), one.value()[u"reopened"].toInteger());
    QCOMPARE(ask(reportOf(ReportMeasure::Transfers)).total.tickets, m_oracle.value(u"reassigned"_s).toInteger());
    // The most that one incident has had of each.
    for (const auto &[measure, key] : {std::pair{ReportMeasure::ReopenEvents, u"max_reopen"_s},
                                       std::pair{ReportMeasure::Transfers, u"max_reassign"_s}}) {
        Report most = reportOf(measure);
        most.statistic = ReportStatistic::Max;
        QCOMPARE(ask(most).total.value.value_or(-1), m_oracle.value(key).toInteger());
    }
}

void UciReportsTest::transitions()
{
    const ReportAnswer answer =
        ask(reportOf(ReportMeasure::StateTransitions, {ReportDimension::FromState, ReportDimension::ToState}));
    const QVector<ReportAxisEntry> &to = answer.axes[1].entries;
    QJsonObject found;
    for (qsizetype f = 0; f < answer.axes[0].entries.size(); ++f) {
        for (qsizetype t = 0; t < to.size(); ++t)
            found.insert(answer.axes[0].entries[f].label + u" -> "_s + to[t].label,
                         answer.cells[f * to.size() + t].value.value_or(0));
    }
    compare(found, expected("state_transitions"));
}

void UciReportsTest::resolution()
{
    const Result<CatalogPtr> catalog = await(m_desk->catalog());
    QVERIFY(catalog);
    Report report = reportOf(ReportMeasure::Resolution, {ReportDimension::Priority});
    report.ticketsText = u"-tag:no-resolve-time"_s;
    report.tickets = *parseCondition(report.ticketsText, **catalog);
    const QJsonObject priorities = expected("by_priority");
    constexpr double hour = 3'600'000;
    QHash<QString, QVector<qint64>> times;
    for (const TicketRow &row : rowsBehind(report))
        times[(*catalog)->priority(row.head.priority)->name].append(row.head.solvedAt - row.head.createdAt);
    for (const ReportStatistic statistic : {ReportStatistic::Mean, ReportStatistic::Median}) {
        report.statistic = statistic;
        const ReportAnswer answer = ask(report);
        QCOMPARE(answer.cells.size(), 4);
        for (qsizetype i = 0; i < answer.cells.size(); ++i) {
            const QString name = answer.axes.first().entries[i].label;
            const QJsonObject priority = priorities.value(name).toObject();
            QCOMPARE(answer.cells[i].of, priority.value(u"resolved"_s).toInteger());
            const double hours = double(answer.cells[i].value.value_or(0)) / hour;
            QVector<qint64> &values = times[name];
            QCOMPARE(values.size(), answer.cells[i].of);
            std::sort(values.begin(), values.end());
            const qint64 upper = values[values.size() / 2];
            const qint64 lower = values[(values.size() - 1) / 2];
            if (statistic == ReportStatistic::Mean) {
                QVERIFY2(qAbs(hours - priority.value(u"resolve_hours_mean"_s).toDouble()) < 0.0001, qPrintable(name));
            } else {
                // Theirs is the upper of the two in the middle, ours is between them.
                QVERIFY(qAbs(double(upper) / hour - priority.value(u"resolve_hours_median"_s).toDouble()) < 0.0001);
                QCOMPARE(answer.cells[i].value.value_or(0), (lower + upper) / 2);
            }
        }
    }
}

/// From the resolution to the closing: the tickets behind a report, as its list has them.
void UciReportsTest::closing()
{
    const Result<CatalogPtr> catalog = await(m_desk->catalog());
    QVERIFY(catalog);
    Report report = reportOf(ReportMeasure::Resolution);
    report.ticketsText = u"-tag:no-resolve-time"_s;
    report.tickets = *parseCondition(report.ticketsText, **catalog);
    const QVector<TicketRow> rows = rowsBehind(report);
    QCOMPARE(rows.size(), m_oracle.value(u"closed_minus_resolved_n"_s).toInteger());
    QJsonObject days;
    for (const TicketRow &row : rows) {
        // As Python rounds: the halves that a double has go to the even neighbour.
        char day[32];
        std::snprintf(day, sizeof day, "%.1f", double(row.head.closedAt - row.head.solvedAt) / 86'400'000);
        days.insert(QLatin1String(day), days.value(QLatin1String(day)).toDouble() + 1);
    }
    compare(days, expected("closed_minus_resolved_days"));
}

} // namespace deskhand::test

QTEST_GUILESS_MAIN(deskhand::test::UciReportsTest)
#include "uci_reports_test.moc"
