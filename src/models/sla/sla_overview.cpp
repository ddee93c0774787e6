// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla/sla_overview.h"

#include "base/deliver.h"
#include "models/sla/sla_setup_words.h"
#include "operations/sla_store.h"
#include "operations/ticket_count.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace deskhand {

SlaOverview::SlaOverview(Desk &desk, const CatalogHolder &catalog, TaskList &tasks, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
    , m_tasks(tasks)
{
    connect(&m_catalog, &CatalogHolder::changed, this, &SlaOverview::refresh);
    connect(&m_desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(),
                        [](const Change &change) { return change.kind == ChangeKind::SlaRecomputed; }))
            askTasks();
    });
}

SlaOverview::~SlaOverview()
{
    for (const TaskList::TaskId id : std::as_const(m_shown))
        m_tasks.finish(id);
}

bool SlaOverview::mayAdminister() const
{
    const Person *me = m_catalog.catalog()->agent(m_catalog.me());
    return me && me->admin && me->active;
}

QStringList SlaOverview::administrators() const
{
    QStringList names;
    for (const Person &agent : m_catalog.catalog()->agents) {
        if (agent.admin && agent.active)
            names.append(displayName(agent));
    }
    return names;
}

const SlaTask *SlaOverview::runningTask() const
{
    const auto running = std::find_if(m_slaTasks.cbegin(), m_slaTasks.cend(),
                                      [](const SlaTask &task) { return !task.finished && !task.cancelled; });
    return running == m_slaTasks.cend() ? nullptr : &*running;
}

void SlaOverview::refresh()
{
    askTasks();
    const Catalog &catalog = *m_catalog.catalog();
    const Condition uncovered = uncoveredCondition(catalog);
    const quint64 question = ++m_question;
    deliver(m_desk.counts({uncovered}, m_catalog.me(), m_catalog.now()), this,
            [this, question](const Result<QVector<qint64>> &answer) {
                if (question != m_question)
                    return;
                m_uncovered = answer && !answer->isEmpty() ? qMax(uncounted, answer->first()) : uncounted;
                const QDate today = QDateTime::fromMSecsSinceEpoch(m_catalog.now(), QTimeZone::systemTimeZone()).date();
                m_findings = checkSla(*m_catalog.catalog(), slaWatchInterval, today, m_uncovered);
                Q_EMIT changed();
            });
}

void SlaOverview::askTasks()
{
    if (m_askingTasks) {
        m_askTasksAgain = true;
        return;
    }
    m_askingTasks = true;
    deliver(m_desk.slaTasks(), this, [this](const Result<QVector<SlaTask>> &answer) {
        m_askingTasks = false;
        if (answer)
            takeTasks(*answer);
        if (std::exchange(m_askTasksAgain, false))
            askTasks();
    });
}

void SlaOverview::takeTasks(const QVector<SlaTask> &tasks)
{
    m_slaTasks = tasks;
    for (const SlaTask &task : tasks)
        showTask(task);
    Q_EMIT tasksChanged();
}

void SlaOverview::showTask(const SlaTask &task)
{
    if (task.finished || task.cancelled) {
        m_tasks.finish(m_shown.take(task.id));
        return;
    }
    if (!m_shown.contains(task.id)) {
        std::function<void()> cancel;
        if (mayAdminister())
            cancel = [this, id = task.id] { cancelTask(id); };
        m_shown.insert(task.id, m_tasks.start(SlaSetupWords::task(task, *m_catalog.catalog()), cancel));
    }
    const int permille = task.total > 0 ? int(1000 * task.done / task.total) : -1;
    m_tasks.setProgress(m_shown.value(task.id), permille, SlaSetupWords::taskProgress(task));
}

void SlaOverview::cancelTask(SlaTaskId id)
{
    deliver(m_desk.submit(Command::make(m_catalog.me(), CancelSlaTask{id})), this,
            [this](const Result<CommandAnswer> &answer) {
                if (!answer)
                    Q_EMIT failed(answer.error());
                askTasks();
            });
}

void SlaOverview::saveOrder(const QVector<SlaPolicyId> &order, SlaScope scope)
{
    submit(OrderSlaPolicies{order, scope});
}

void SlaOverview::savePolicy(const SlaPolicy &policy, SlaScope scope)
{
    submit(SaveSlaPolicy{policy, scope});
}

void SlaOverview::saveCalendar(const BusinessCalendar &calendar, SlaScope scope)
{
    submit(SaveCalendar{calendar, scope});
}

void SlaOverview::saveQueue(const Queue &queue)
{
    submit(SaveQueue{queue});
}

void SlaOverview::submit(const CommandBody &body)
{
    deliver(m_desk.submit(Command::make(m_catalog.me(), body)), this, [this](const Result<CommandAnswer> &answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        if (answer->slaTask.isValid())
            askTasks();
        Q_EMIT saved();
    });
}

} // namespace deskhand
