// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deliver.h"
#include "operations/holiday_feed.h"
#include "support/fake_desk.h"
#include "support/sample_catalog.h"

#include <algorithm>

namespace deskhand::test {

/// A desk in memory whose promises can be set up. What a change would do is answered when the test says so.
class SlaDesk : public FakeDesk
{
public:
    explicit SlaDesk(const Clock &clock)
        : FakeDesk(withAdmin(), clock)
        , m_now(withAdmin())
    {
    }

    std::optional<Error> refusal; ///< of the commands about promises
    QVector<SlaTask> tasksNow;
    QVector<SlaImpactQuery> impactQueries;
    QVector<QFutureInterface<Result<SlaImpact>>> impacts; ///< under way; end them with endImpact()

    [[nodiscard]] static CatalogPtr withAdmin()
    {
        auto changed = std::make_shared<Catalog>(*sampleCatalog());
        changed->agents.first().admin = true;
        changed->index();
        return changed;
    }
    [[nodiscard]] CatalogPtr now() const { return m_now; }
    template <typename Body>
    [[nodiscard]] QVector<Body> all() const
    {
        QVector<Body> found;
        for (const Command &command : m_slaCommands) {
            if (const auto *body = std::get_if<Body>(&command.body))
                found.append(*body);
        }
        return found;
    }
    CalendarId addCalendar(const QString &name)
    {
        BusinessCalendar calendar = defaultCalendar(name, "Europe/Berlin");
        return CalendarId{store(calendar)};
    }
    SlaPolicyId addPolicy(const QString &name)
    {
        QVector<PriorityId> priorities;
        for (const Priority &priority : m_now->priorities)
            priorities.append(priority.id);
        return SlaPolicyId{store(defaultSlaPolicy(name, priorities, {}))};
    }
    void endImpact(const SlaImpact &impact)
    {
        impacts.last().reportResult(Result<SlaImpact>(impact));
        impacts.last().reportFinished();
    }
    void announceTasks()
    {
        Change change;
        change.kind = ChangeKind::SlaRecomputed;
        Q_EMIT changed({change});
    }

    QFuture<Result<CommandAnswer>> submit(const Command &command) override
    {
        CommandAnswer answer;
        m_slaCommands.append(command);
        if (refusal)
            return readyFuture(Result<CommandAnswer>(*refusal));
        if (const auto *calendar = std::get_if<SaveCalendar>(&command.body))
            answer.id = store(calendar->calendar);
        else if (const auto *policy = std::get_if<SaveSlaPolicy>(&command.body))
            answer.id = store(policy->policy);
        else if (const auto *order = std::get_if<OrderSlaPolicies>(&command.body))
            reorder(order->order);
        else if (const auto *queue = std::get_if<SaveQueue>(&command.body))
            store(queue->queue);
        else if (const auto *cancel = std::get_if<CancelSlaTask>(&command.body))
            cancelTask(cancel->task);
        else
            return FakeDesk::submit(command);
        return readyFuture(Result<CommandAnswer>(answer));
    }
    QFuture<Result<SlaImpact>> slaImpact(const SlaImpactQuery &query) override
    {
        impactQueries.append(query);
        QFutureInterface<Result<SlaImpact>> promise;
        promise.reportStarted();
        promise.setProgressRange(0, 100);
        impacts.append(promise);
        return promise.future();
    }
    QFuture<Result<QVector<SlaTask>>> slaTasks() override { return readyFuture(Result<QVector<SlaTask>>(tasksNow)); }

private:
    template <typename Change>
    void edit(Change change)
    {
        auto changed = std::make_shared<Catalog>(*m_now);
        change(*changed);
        changed->index();
        m_now = changed;
        setCatalog(m_now);
    }
    qint64 store(BusinessCalendar calendar)
    {
        if (!calendar.id.isValid())
            calendar.id = CalendarId{m_now->calendars.size() + 1};
        calendar.version += 1;
        edit([&calendar](Catalog &catalog) {
            catalog.calendars.removeIf([&calendar](const BusinessCalendar &one) { return one.id == calendar.id; });
            catalog.calendars.append(calendar);
        });
        return calendar.id.value;
    }
    qint64 store(SlaPolicy policy)
    {
        if (!policy.id.isValid())
            policy.id = SlaPolicyId{m_now->slaPolicies.size() + 1};
        policy.version += 1;
        edit([&policy](Catalog &catalog) {
            for (SlaPolicy &one : catalog.slaPolicies) {
                if (one.id == policy.id) {
                    one = policy;
                    return;
                }
            }
            catalog.slaPolicies.append(policy);
        });
        return policy.id.value;
    }
    void store(const Queue &queue)
    {
        edit([&queue](Catalog &catalog) {
            for (Queue &one : catalog.queues) {
                if (one.id == queue.id)
                    one = queue;
            }
        });
    }
    void reorder(const QVector<SlaPolicyId> &order)
    {
        edit([&order](Catalog &catalog) {
            std::sort(
                catalog.slaPolicies.begin(), catalog.slaPolicies.end(),
                [&order](const SlaPolicy &a, const SlaPolicy &b) { return order.indexOf(a.id) < order.indexOf(b.id); });
        });
    }
    void cancelTask(SlaTaskId id)
    {
        for (SlaTask &task : tasksNow) {
            if (task.id == id)
                task.cancelled = true;
        }
    }

    CatalogPtr m_now;
    QVector<Command> m_slaCommands;
};

/// Gives the days that the test says.
class ScriptedFeedReader final : public HolidayFeedReader
{
public:
    Result<QVector<Holiday>> answer = Result<QVector<Holiday>>(QVector<Holiday>());
    mutable QByteArray lastRead;

    Result<QVector<Holiday>> read(const QByteArray &ics, QDate, QDate, const QByteArray &) const override
    {
        lastRead = ics;
        return answer;
    }
};

} // namespace deskhand::test
