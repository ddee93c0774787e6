// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/command_contract.h"

#include "support/test_desk.h"

#include <QtTest>

namespace deskhand::test {
namespace {

ReportItem savedReport(const QString &name)
{
    ReportItem item;
    item.name = name;
    Report report;
    report.measure = ReportMeasure::Resolution;
    report.statistic = ReportStatistic::Median;
    report.by = {ReportDimension::Priority, ReportDimension::Month};
    report.tickets = Condition::is(ConditionField::Priority, {1, 2});
    item.content = report;
    return item;
}

QString reportReason(const QVariantMap &reasons, const char *field)
{
    return reasons.value(QString::fromLatin1(field)).toString();
}

QVector<ReportItem> itemsOf(Desk &desk, PersonId me)
{
    const auto shelf = await(desk.reportShelf(me));
    return shelf ? shelf->items : QVector<ReportItem>();
}

} // namespace

void CommandContract::reportsBelongToSomebody()
{
    Desk &desk = m_fixture->desk();
    const PersonId agent = addAgent(QStringLiteral("Plain Agent"));
    const PersonId third = addAgent(QStringLiteral("Third Agent"));
    ReportItem mine = savedReport(QStringLiteral("Mine"));
    mine.id = ReportItemId{expect(SaveReportItem{mine}, agent).id};
    mine.owner = agent;
    mine.version = 1;
    QCOMPARE(itemsOf(desk, agent), QVector<ReportItem>{mine});
    QVERIFY(itemsOf(desk, m_fixture->admin()).isEmpty());
    QCOMPARE(submit(DeleteReportItem{mine.id}).error().code, ErrorCode::NotFound); // a private one is not there

    mine.shared = true;
    expect(SaveReportItem{mine}, agent);
    mine.version = 2;
    QCOMPARE(itemsOf(desk, third), QVector<ReportItem>{mine});
    QCOMPARE(submit(SaveReportItem{mine}, third).error().code, ErrorCode::Denied);
    QCOMPARE(submit(DeleteReportItem{mine.id}, third).error().code, ErrorCode::Denied);
    mine.name = QStringLiteral("Repaired by the admin");
    expect(SaveReportItem{mine});
    mine.version = 3;
    QCOMPARE(itemsOf(desk, agent), QVector<ReportItem>{mine}); // and it is still its owner's

    // Who has looked at an older version overwrites nothing.
    ReportItem stale = mine;
    stale.version = 2;
    stale.name = QStringLiteral("Stale");
    QCOMPARE(submit(SaveReportItem{stale}, agent).error().code, ErrorCode::Conflict);
    QCOMPARE(itemsOf(desk, agent), QVector<ReportItem>{mine});

    expect(DeleteReportItem{mine.id}, agent);
    QVERIFY(itemsOf(desk, agent).isEmpty());
    QCOMPARE(submit(DeleteReportItem{mine.id}, agent).error().code, ErrorCode::NotFound);
}

void CommandContract::reportsAreChecked()
{
    ReportItem bad = savedReport(QStringLiteral("  "));
    auto &report = std::get<Report>(bad.content);
    report.by = {ReportDimension::Verdict};
    report.zone = QStringLiteral("Mars/Olympus");
    const auto wrong = reasons(SaveReportItem{bad});
    QCOMPARE(reportReason(wrong, "name"), QStringLiteral("required"));
    QCOMPARE(reportReason(wrong, "content.by"), QStringLiteral("not-for-this-measure"));
    QCOMPARE(reportReason(wrong, "content.zone"), QStringLiteral("unknown"));

    ReportItem board;
    board.name = QStringLiteral("Board");
    Dashboard dashboard;
    dashboard.cards = {DashboardCard{{}, Report(), 10, 0, 4, 3}};
    board.content = dashboard;
    QCOMPARE(reportReason(reasons(SaveReportItem{board}), "content.cards.0.column"), QStringLiteral("range"));
    dashboard.cards.first().column = 8;
    board.content = dashboard;
    board.id = ReportItemId{expect(SaveReportItem{board}).id};
    // What it is stays.
    ReportItem other = savedReport(QStringLiteral("Board"));
    other.id = board.id;
    other.version = 1;
    QCOMPARE(submit(SaveReportItem{other}).error().code, ErrorCode::Invalid);
    QCOMPARE(std::get<Dashboard>(itemsOf(m_fixture->desk(), m_fixture->admin()).first().content), dashboard);
}

void CommandContract::schedulesGoToAgents()
{
    const PersonId agent = addAgent(QStringLiteral("Reader"));
    const ReportItemId report{expect(SaveReportItem{savedReport(QStringLiteral("Sent"))}, agent).id};
    ReportItem schedule;
    schedule.name = QStringLiteral("Every Monday");
    schedule.content = ReportSchedule{report, ReportRhythm::Weekly, 1, 7, 30, {}, {agent}, true};
    // Of the admin it would be a schedule of something that they do not see.
    QCOMPARE(reportReason(reasons(SaveReportItem{schedule}), "item"), QStringLiteral("unknown"));
    schedule.id = ReportItemId{expect(SaveReportItem{schedule}, agent).id};
    schedule.owner = agent;
    schedule.version = 1;
    QVERIFY(itemsOf(m_fixture->desk(), agent).contains(schedule));

    ReportItem nobody = schedule;
    std::get<ReportSchedule>(nobody.content).readers.clear();
    const auto refused = submit(SaveReportItem{nobody}, agent);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    // What every desk has is sent without being saved first, and is one thing only.
    ReportItem builtin;
    builtin.name = QStringLiteral("Promises");
    builtin.content = ReportSchedule{{}, ReportRhythm::Daily, 1, 7, 0, {}, {agent}, true, QStringLiteral("sla")};
    builtin.id = ReportItemId{expect(SaveReportItem{builtin}, agent).id};
    builtin.owner = agent;
    builtin.version = 1;
    QVERIFY(itemsOf(m_fixture->desk(), agent).contains(builtin));
    ReportItem unknown = builtin;
    unknown.id = {}; // a new one, which the admin may have
    std::get<ReportSchedule>(unknown.content).builtin = QStringLiteral("weather");
    QCOMPARE(reportReason(reasons(SaveReportItem{unknown}), "builtin"), QStringLiteral("unknown"));
    ReportItem both = unknown;
    std::get<ReportSchedule>(both.content).builtin = QStringLiteral("sla");
    std::get<ReportSchedule>(both.content).item = report;
    QCOMPARE(reportReason(reasons(SaveReportItem{both}), "builtin"), QStringLiteral("unknown"));
    // People do not say what was sent.
    QVERIFY(!submit(RecordReportSending{schedule.id, agent, 1'000, {}, {}}, agent));
}

} // namespace deskhand::test
