// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/handlers.h"
#include "operations/sla_replanning.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace deskhand {
namespace {

constexpr int mostAtOnce = 20'000;
constexpr qsizetype worthAThread = 256;

/// What of these tickets changes, in their order. Replaying is pure, so that it is divided among the cores.
QVector<SlaResult> replannedOf(const QVector<SlaSubject> &subjects, const SlaPlan &plan, Instant at)
{
    std::vector<SlaResult> results(size_t(subjects.size()));
    const auto work = [&](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i)
            results[size_t(i)] = replanned(subjects[i], plan, at);
    };
    const qsizetype cores = std::clamp<qsizetype>(std::thread::hardware_concurrency(), 1, 4);
    const qsizetype threads = std::clamp<qsizetype>(subjects.size() / worthAThread, 1, cores);
    const qsizetype share = (subjects.size() + threads - 1) / threads;
    std::vector<std::thread> helpers;
    for (qsizetype n = 1; n < threads; ++n)
        helpers.emplace_back(work, n * share, qMin(subjects.size(), (n + 1) * share));
    work(0, qMin(subjects.size(), share));
    for (std::thread &helper : helpers)
        helper.join();
    QVector<SlaResult> changed;
    for (SlaResult &result : results) {
        if (!result.newEvents.isEmpty())
            changed.append(std::move(result));
    }
    return changed;
}

CommandAnswer answerOfTask(const SlaTask &task)
{
    CommandAnswer answer;
    answer.slaTask = task.id;
    answer.id = task.finished || task.cancelled ? 0 : qMax<qint64>(1, task.total - task.done);
    return answer;
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const RecalculateSla &command)
{
    const Result<SlaTask> stored = run.unit.slaTask(command.task);
    if (!stored)
        return stored.error();
    SlaTask task = *stored;
    if (task.finished || task.cancelled)
        return answerOfTask(task);
    const int limit = qBound(1, command.limit, mostAtOnce);
    const Result<QVector<SlaSubject>> subjects = run.unit.slaSubjectsOfTask(task, limit);
    if (!subjects)
        return subjects.error();
    const QVector<SlaResult> changed = replannedOf(*subjects, planOf(task, run.catalog), run.now);
    if (!changed.isEmpty()) {
        if (Result<void> written = run.unit.storeSlaResults(changed); !written)
            return written.error();
    }
    if (!subjects->isEmpty())
        task.cursor = subjects->last().row.head.id;
    task.done += subjects->size();
    task.finished = subjects->size() < limit;
    if (Result<void> updated = run.unit.updateSlaTask(task); !updated)
        return updated.error();
    // Also the end is news, for whoever watches the progress.
    if (!changed.isEmpty() || task.finished)
        run.change(ChangeKind::SlaRecomputed);
    return answerOfTask(task);
}

Result<CommandAnswer> handleCommand(CommandRun &run, const CancelSlaTask &command)
{
    const Result<SlaTask> stored = run.unit.slaTask(command.task);
    if (!stored)
        return stored.error();
    SlaTask task = *stored;
    if (!task.finished && !task.cancelled) {
        task.cancelled = true;
        if (Result<void> updated = run.unit.updateSlaTask(task); !updated)
            return updated.error();
        HistoryEntry entry = run.entry(QStringLiteral("saved-sla-task"));
        entry.newText = QStringLiteral("cancelled");
        entry.newValue = QString::number(task.id.value);
        run.history.append(std::move(entry));
        run.change(ChangeKind::SlaRecomputed);
    }
    return answerOfTask(task);
}

} // namespace deskhand
