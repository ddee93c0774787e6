// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_shelf.h"

#include "domain/catalog.h"
#include "domain/report_json.h"
#include "store/connection.h"
#include "store/report_reading.h"
#include "store/sql_unit_of_work.h"

#include <QJsonDocument>

#include <algorithm>

namespace deskhand {
namespace {

Result<ReportItem> reportItemOf(const Statement &row)
{
    ReportItem item;
    item.id = ReportItemId{row.integer(0)};
    item.version = int(row.integer(1));
    item.owner = PersonId{row.integer(2)};
    item.shared = row.integer(3) != 0;
    item.name = row.text(4);
    auto content = reportContentFromJson(QJsonDocument::fromJson(row.text(5).toUtf8()).object());
    if (!content)
        return Error{ErrorCode::Corrupt, QStringLiteral("store.report"), content.error().detail, {}};
    item.content = *std::move(content);
    item.active = row.integer(6) != 0;
    return item;
}

Result<QVector<ReportSending>> readReportSendings(Connection &connection, PersonId me)
{
    QVector<ReportSending> sendings;
    Statement row = connection.sql("reportItem.sendings");
    row.bind(":me", me);
    while (row.next()) {
        sendings.append({row.integer(0), ReportItemId{row.integer(1)}, row.text(2), PersonId{row.integer(3)},
                         row.integer(4), row.integer(5), DeliveryState(row.integer(6)), row.text(7)});
    }
    if (Result<void> status = row.status(); !status)
        return status.error();
    return sendings;
}

} // namespace

Result<ReportShelf> readReportShelf(Connection &connection, const Catalog &catalog, PersonId me)
{
    ReportShelf shelf;
    Statement row = connection.sql("reportItem.visibleTo");
    row.bind(":me", me);
    while (row.next()) {
        if (Result<ReportItem> item = reportItemOf(row); item)
            shelf.items.append(*std::move(item));
    }
    if (Result<void> status = row.status(); !status)
        return status.error();
    Result<QVector<ReportSending>> sendings = readReportSendings(connection, me);
    if (!sendings)
        return sendings.error();
    shelf.sendings = *std::move(sendings);
    shelf.zone = deskZone(catalog);
    shelf.agents = maySplitByAgents(catalog, me);
    return shelf;
}

Result<ReportItem> readReportItem(Connection &connection, ReportItemId id)
{
    Statement row = connection.sql("reportItem.byId");
    row.bind(":id", id);
    if (row.next())
        return reportItemOf(row);
    if (Result<void> status = row.status(); !status)
        return status.error();
    return Error{ErrorCode::NotFound, QStringLiteral("store.report"), QStringLiteral("no such id"), {}};
}

Result<QVector<ScheduledReport>> readScheduledReports(Connection &connection)
{
    QVector<ScheduledReport> schedules;
    {
        Statement row = connection.sql("reportItem.schedules");
        while (row.next()) {
            // One that nobody can read is not sent; whoever opens it is told.
            if (Result<ReportItem> schedule = reportItemOf(row); schedule)
                schedules.append({*std::move(schedule), row.integer(7), {}});
        }
        if (Result<void> status = row.status(); !status)
            return status.error();
    }
    for (ScheduledReport &scheduled : schedules) {
        const auto &schedule = std::get<ReportSchedule>(scheduled.schedule.content);
        if (!schedule.builtin.isEmpty())
            continue;
        Result<ReportItem> item = readReportItem(connection, schedule.item);
        if (!item && item.error().code != ErrorCode::NotFound && item.error().code != ErrorCode::Corrupt)
            return item.error();
        if (item && (item->shared || item->owner == scheduled.schedule.owner))
            scheduled.item = *std::move(item);
    }
    return schedules;
}

Result<QSet<PersonId>> readSentTo(Connection &connection, ReportItemId schedule, Instant dueAt)
{
    QSet<PersonId> readers;
    Statement row = connection.sql("reportItem.sentTo");
    row.bind(":schedule", schedule).bind(":dueAt", dueAt);
    while (row.next())
        readers.insert(row.id<PersonId>(0));
    if (Result<void> status = row.status(); !status)
        return status.error();
    return readers;
}

Result<ReportItem> SqlUnitOfWork::reportItem(ReportItemId id)
{
    return readReportItem(m_connection, id);
}

Result<ReportItemId> SqlUnitOfWork::saveReportItem(const ReportItem &item, Instant at)
{
    const QJsonDocument content(reportContentToJson(item.content));
    Result<qint64> saved = 0;
    {
        Statement save = m_connection.sql(item.id.isValid() ? "reportItem.change" : "reportItem.insert");
        save.bind(":shared", item.shared).bind(":name", item.name).bind(":active", item.active);
        save.bind(":content", QString::fromUtf8(content.toJson(QJsonDocument::Compact)));
        if (item.id.isValid())
            save.bind(":id", item.id);
        else
            save.bind(":owner", item.owner).bind(":kind", int(item.content.index()) + 1);
        saved = save.runForNumber();
    }
    if (!saved)
        return saved.error();
    Statement keep = m_connection.sql("reportItem.keepVersion");
    if (Result<void> kept = keep.bind(":id", *saved).bind(":at", at).run(); !kept)
        return kept.error();
    return ReportItemId{*saved};
}

Result<void> SqlUnitOfWork::deleteReportItem(ReportItemId id)
{
    return m_connection.sql("reportItem.delete").bind(":id", id).run();
}

Result<qint64> SqlUnitOfWork::recordReportSending(const ReportSending &sending)
{
    Statement record = m_connection.sql("reportItem.recordSending");
    record.bind(":schedule", sending.schedule).bind(":name", sending.name).bind(":reader", sending.reader);
    record.bind(":dueAt", sending.dueAt).bind(":at", sending.at).bind(":state", int(sending.state));
    record.bind(":problem", sending.problem);
    const qint64 id = record.next() ? record.integer(0) : 0;
    if (Result<void> status = record.status(); !status)
        return status.error();
    return id;
}

Result<void> SqlUnitOfWork::mailReportSending(qint64 sending, OutboundMailId mail)
{
    return m_connection.sql("reportItem.mailSending").bind(":id", sending).bind(":mail", mail).run();
}

Result<void> SqlUnitOfWork::noteReportSending(qint64 sending, DeliveryState state, const QString &problem)
{
    Statement note = m_connection.sql("reportItem.noteSending");
    return note.bind(":id", sending).bind(":state", int(state)).bind(":problem", problem).run();
}

Result<void> SqlUnitOfWork::noteReportDelivery(OutboundMailId mail, DeliveryState state, const QString &problem)
{
    Statement note = m_connection.sql("reportItem.noteDelivery");
    return note.bind(":mail", mail).bind(":state", int(state)).bind(":problem", problem).run();
}

} // namespace deskhand
