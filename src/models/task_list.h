// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QVector>

#include <functional>

namespace deskhand {

/// Work that takes longer than a moment and is shown in the status bar. GUI thread.
class TaskList final : public QAbstractListModel
{
    Q_OBJECT

public:
    using TaskId = quint64; ///< 0 is none

    enum Role { IdRole = Qt::UserRole + 1, ProgressRole, CancellableRole };

    using QAbstractListModel::QAbstractListModel;

    /// `cancel` empty: cannot be cancelled. It is called once at most and may call finish().
    TaskId start(const QString &title, std::function<void()> cancel = {});
    /// 0–1000; -1: not known.
    void setProgress(TaskId id, int permille, const QString &detail = {});
    void finish(TaskId id);
    void cancel(TaskId id);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: title and detail; ProgressRole: as set.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Task {
        TaskId id;
        QString title;
        QString detail;
        int permille;
        std::function<void()> cancel;
    };
    [[nodiscard]] int rowOf(TaskId id) const;

    QVector<Task> m_tasks;
    TaskId m_lastId = 0;
};

} // namespace deskhand
