// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search_presenter.h"
#include "models/sla/sla_overview.h"

namespace deskhand {

/// A policy while it is made or changed: what it promises for which priority, what starts and stops its clocks, its
/// levels, and what is wrong with it. `overview` outlives it; GUI thread.
class PolicyPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit PolicyPresenter(const SlaOverview &overview, QObject *parent = nullptr);

    /// A new one with the times that the trade has.
    void begin();
    void edit(const SlaPolicy &policy);
    /// A new one like `policy`.
    void beginLike(const SlaPolicy &policy);

    [[nodiscard]] bool isNew() const { return !m_policy.id.isValid(); }
    [[nodiscard]] bool isChanged() const;
    /// Nothing that a clock goes by is another.
    [[nodiscard]] bool onlyNameChanged() const;
    [[nodiscard]] const SlaPolicy &policy() const { return m_policy; }

    void setName(const QString &name);
    void setConditionText(const QString &text);
    [[nodiscard]] const std::optional<ConditionProblem> &conditionProblem() const { return m_conditionProblem; }
    void setCalendar(CalendarId calendar);

    /// As it is typed: "4h"; empty: nothing is promised. An invalid priority: for the others, also for a priority that
    /// has no time of its own.
    [[nodiscard]] QString amountText(SlaTargetKind kind, PriorityId priority) const;
    [[nodiscard]] bool isOfOthers(SlaTargetKind kind, PriorityId priority) const;
    /// The first time for a target makes it what the trade has for it; without any it is not promised.
    void setAmountText(SlaTargetKind kind, PriorityId priority, const QString &text);
    /// Why what is typed there is no time; empty: it is one.
    [[nodiscard]] QString amountProblem(SlaTargetKind kind, PriorityId priority) const;

    [[nodiscard]] bool isPromised(SlaTargetKind kind) const { return m_policy.target(kind) != nullptr; }
    /// As it is, or as it would begin.
    [[nodiscard]] SlaTarget target(SlaTargetKind kind) const;
    /// Amounts excepted. Only of a target that is promised.
    void setTarget(const SlaTarget &target);

    int addLevel(); ///< its row
    int duplicateLevel(int row);
    void removeLevel(int row);
    void setLevel(int row, const SlaLevel &level);
    /// What is wrong with the condition that is typed for a level; remembered until it is set again.
    void setLevelCondition(int row, const QString &text);
    [[nodiscard]] std::optional<ConditionProblem> levelConditionProblem(int row) const;

    /// Why it cannot be saved, each in words; empty: it can.
    [[nodiscard]] QStringList problems() const;
    [[nodiscard]] QString versionText() const;

    /// The calendar by which it would go for a ticket of a queue.
    [[nodiscard]] BusinessCalendar calendarOf(QueueId queue) const;

Q_SIGNALS:
    void changed();

private:
    using Cell = QPair<int, qint64>; ///< kind, priority

    void start(const SlaPolicy &policy);
    [[nodiscard]] QVector<StateId> pendingStates() const;
    SlaTarget *promised(SlaTargetKind kind);

    const SlaOverview &m_overview;
    SlaPolicy m_policy;
    SlaPolicy m_before;
    std::optional<ConditionProblem> m_conditionProblem;
    QHash<Cell, QString> m_wrongAmounts;          ///< as typed
    QHash<Cell, QString> m_amountProblems;        ///< in words
    QHash<int, ConditionProblem> m_levelProblems; ///< by level id
    QHash<int, SlaTarget> m_dropped;              ///< by kind: what a target was before its last time was cleared
};

} // namespace deskhand
