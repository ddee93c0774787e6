// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/task_list.h"

namespace deskhand {

TaskList::TaskId TaskList::start(const QString &title, std::function<void()> cancel)
{
    const int row = int(m_tasks.size());
    beginInsertRows({}, row, row);
    m_tasks.append({++m_lastId, title, {}, -1, std::move(cancel)});
    endInsertRows();
    return m_lastId;
}

void TaskList::setProgress(TaskId id, int permille, const QString &detail)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_tasks[row].permille = qBound(-1, permille, 1000);
    m_tasks[row].detail = detail;
    Q_EMIT dataChanged(index(row), index(row));
}

void TaskList::finish(TaskId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_tasks.removeAt(row);
    endRemoveRows();
}

void TaskList::cancel(TaskId id)
{
    const int row = rowOf(id);
    if (row < 0 || !m_tasks[row].cancel)
        return;
    const auto callback = std::exchange(m_tasks[row].cancel, {});
    Q_EMIT dataChanged(index(row), index(row));
    callback();
}

int TaskList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tasks.size());
}

QVariant TaskList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_tasks.size())
        return {};
    const Task &task = m_tasks[index.row()];
    switch (role) {
    case Qt::DisplayRole: return task.detail.isEmpty() ? task.title : task.title + QStringLiteral(" · ") + task.detail;
    case IdRole: return task.id;
    case ProgressRole: return task.permille;
    case CancellableRole: return bool(task.cancel);
    default: return {};
    }
}

int TaskList::rowOf(TaskId id) const
{
    for (int row = 0; row < m_tasks.size(); ++row) {
        if (m_tasks[row].id == id)
            return row;
    }
    return -1;
}

} // namespace deskhand
