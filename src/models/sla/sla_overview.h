// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/task_list.h"
#include "operations/desk.h"

#include <QHash>
#include <QObject>

namespace deskhand {

/// What the desk promises, kept up for the pages that show it: what the check of the configuration finds, and the
/// recalculations on their way, which stand in the window's list of tasks. Desk, catalog and tasks outlive it; GUI
/// thread.
class SlaOverview final : public QObject
{
    Q_OBJECT

public:
    SlaOverview(Desk &desk, const CatalogHolder &catalog, TaskList &tasks, QObject *parent = nullptr);
    ~SlaOverview() override;

    [[nodiscard]] Desk &desk() const { return m_desk; }
    [[nodiscard]] const CatalogHolder &catalog() const { return m_catalog; }

    /// Whether the person at work may change what is promised.
    [[nodiscard]] bool mayAdminister() const;
    /// Names of those who may.
    [[nodiscard]] QStringList administrators() const;

    /// Unresolved tickets that no policy covers; -1: not known.
    [[nodiscard]] qint64 uncovered() const { return m_uncovered; }
    [[nodiscard]] const QVector<SlaFinding> &findings() const { return m_findings; }
    [[nodiscard]] const QVector<SlaTask> &slaTasks() const { return m_slaTasks; }
    /// The recalculation that is on its way; null: none.
    [[nodiscard]] const SlaTask *runningTask() const;
    void cancelTask(SlaTaskId id);

    /// Counts what is not covered, checks the configuration and asks for the tasks; changed() follows.
    void refresh();

    /// Policies in another order. saved() or failed() follows; so with the next three.
    void saveOrder(const QVector<SlaPolicyId> &order, SlaScope scope);
    void savePolicy(const SlaPolicy &policy, SlaScope scope);
    void saveCalendar(const BusinessCalendar &calendar, SlaScope scope);
    void saveQueue(const Queue &queue);

Q_SIGNALS:
    void changed();
    void tasksChanged();
    void saved();
    void failed(const deskhand::Error &error);

private:
    void submit(const CommandBody &body);
    void askTasks();
    void takeTasks(const QVector<SlaTask> &tasks);
    void showTask(const SlaTask &task);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    TaskList &m_tasks;
    qint64 m_uncovered = -1;
    QVector<SlaFinding> m_findings;
    QVector<SlaTask> m_slaTasks;
    QHash<SlaTaskId, TaskList::TaskId> m_shown;
    quint64 m_question = 0;
    bool m_askingTasks = false;
    bool m_askTasksAgain = false;
};

} // namespace deskhand
