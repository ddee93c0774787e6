// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deliver.h"
#include "support/fake_desk.h"

namespace deskhand::test {

/// A desk in memory whose reports are what the test says, and that keeps what is saved of them.
class ReportDesk final : public FakeDesk
{
public:
    ReportDesk(CatalogPtr catalog, const Clock &clock)
        : FakeDesk(std::move(catalog), clock)
    {
        answerOthers = [this](const Command &command) { return keep(command); };
    }

    QVector<ReportQuery> asked;
    /// Empty: answerOf() of the query.
    std::function<Result<ReportAnswer>(const ReportQuery &)> answerReport;
    ReportShelf shelf;

    /// 7 of 9 tickets in two queues, and two elsewhere: enough for every picture.
    static ReportAnswer answerOf(const ReportQuery &query)
    {
        ReportAnswer answer;
        answer.zone = query.report.zone.isEmpty() ? QStringLiteral("UTC") : query.report.zone;
        answer.interval = intervalOf(query.report.period, answer.zone, query.now);
        answer.total = ReportCell{9, 9, 9, 0};
        if (query.report.by == QVector<ReportDimension>{ReportDimension::Queue}) {
            answer.axes = {{ReportDimension::Queue, {{1, {}, 0}, {2, {}, 0}, {-1, {}, 0}}, true}};
            answer.cells = {ReportCell{4, 4, 4, 0}, ReportCell{3, 3, 3, 0}, ReportCell{2, 2, 2, 0}};
        }
        if (query.report.comparison != ReportComparison::None) {
            answer.comparedWith =
                comparedInterval(query.report.period, query.report.comparison, answer.zone, query.now);
            answer.compared = answer.cells;
            answer.comparedTotal = ReportCell{6, 6, 6, 0};
        }
        return answer;
    }

    QFuture<Result<ReportAnswer>> report(const ReportQuery &query) override
    {
        asked.append(query);
        return readyFuture(answerReport ? answerReport(query) : Result<ReportAnswer>(answerOf(query)));
    }
    QFuture<Result<ReportShelf>> reportShelf(PersonId) override { return readyFuture(Result<ReportShelf>(shelf)); }

    void tell(ChangeKind kind)
    {
        Change change;
        change.seq = ++m_told;
        change.kind = kind;
        Q_EMIT changed({change});
    }

private:
    Result<CommandAnswer> keep(const Command &command)
    {
        CommandAnswer answer;
        if (const auto *save = std::get_if<SaveReportItem>(&command.body)) {
            ReportItem item = save->item;
            if (!item.id.isValid())
                item.id = ReportItemId{++m_lastItem};
            ++item.version;
            for (ReportItem &old : shelf.items) {
                if (old.id == item.id)
                    old = item;
            }
            if (item.version == 1)
                shelf.items.append(item);
            answer.id = item.id.value;
        } else if (const auto *remove = std::get_if<DeleteReportItem>(&command.body)) {
            shelf.items.removeIf([remove](const ReportItem &item) { return item.id == remove->item; });
        } else {
            return Error{ErrorCode::Internal, QStringLiteral("test.reportDesk"), QStringLiteral("not known"), {}};
        }
        tell(ChangeKind::ReportChanged);
        return answer;
    }

    qint64 m_lastItem = 0;
    qint64 m_told = 1'000'000;
};

} // namespace deskhand::test
