// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/sla_overview.h"

#include <QAbstractListModel>

namespace deskhand {

/// Roles of the lists of the pages about promises.
enum SlaListRole {
    SlaDetailRole = Qt::UserRole + 1, ///< second line
    SlaNoteRole,                      ///< at the right of the first
    SlaInUseRole,                     ///< bool
    SlaSeriousRole,                   ///< bool: something is wrong with it
};

/// The calendars of a desk by name, the disabled ones at the end. `overview` outlives it.
class CalendarListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit CalendarListModel(const SlaOverview &overview, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] const BusinessCalendar &calendarAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(CalendarId id) const; ///< -1: none

private:
    void take();

    const SlaOverview &m_overview;
    QVector<BusinessCalendar> m_rows;
};

/// The policies of a desk in their order, which can be changed by dragging rows and is only here until it is saved.
/// `overview` outlives it.
class PolicyListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PolicyListModel(const SlaOverview &overview, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    /// One row, as a view does that is dragged in.
    bool moveRows(const QModelIndex &sourceParent, int row, int count, const QModelIndex &targetParent,
                  int before) override;

    [[nodiscard]] const SlaPolicy &policyAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(SlaPolicyId id) const; ///< -1: none
    bool move(int from, int to);
    [[nodiscard]] QVector<SlaPolicyId> order() const;
    [[nodiscard]] bool isReordered() const;
    void resetOrder();

Q_SIGNALS:
    void orderChanged();

private:
    void take();

    const SlaOverview &m_overview;
    QVector<SlaPolicy> m_rows;
};

/// What the check of the configuration finds, what is serious first. `overview` outlives it.
class SlaFindingListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit SlaFindingListModel(const SlaOverview &overview, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] const SlaFinding &findingAt(int row) const { return m_rows.at(row); }

private:
    void take();

    const SlaOverview &m_overview;
    QVector<SlaFinding> m_rows;
};

} // namespace deskhand
