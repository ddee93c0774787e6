// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/desk_sync.h"

#include <QAbstractListModel>
#include <QVector>

namespace deskhand {

/// Commands that wait to be sent, and those that somebody has to decide about, in the order in which they were given.
/// Sync and catalog must outlive it.
class QueuedCommandModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CommandIdRole = Qt::UserRole, ///< QUuid
        StateRole,                    ///< int(QueuedState)
        StateTextRole,                ///< "Waits", "Held: 2 new messages", "Conflict", "Refused: …"
        WhenRole,                     ///< "12 min ago"
        NeedsDecisionRole,            ///< bool
    };

    QueuedCommandModel(DeskSync &sync, const CatalogHolder &catalog, QObject *parent = nullptr);

    [[nodiscard]] const QueuedCommand &command(int row) const { return m_commands.at(row); }
    /// -1: it is no longer here.
    [[nodiscard]] int rowOf(const CommandId &id) const;
    /// The first that somebody has to decide about; -1: none.
    [[nodiscard]] int firstUndecided() const;
    /// Counts times from now.
    void refreshTimes();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: "Reply · #12 Printer"; text from outside.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// What is to be decided, and what each answer does, as whole sentences; text from outside.
    [[nodiscard]] QString explanation(const QueuedCommand &command) const;
    /// What the buttons say: "Post anyway", "Set mine", "Try again"; empty: there is nothing to insist on.
    [[nodiscard]] static QString insistText(const QueuedCommand &command);
    [[nodiscard]] static QString giveUpText(const QueuedCommand &command);
    /// Everything of it as plain text, for reading and for the clipboard.
    [[nodiscard]] QString details(const QueuedCommand &command) const;

private:
    void rebuild();
    [[nodiscard]] QString stateText(const QueuedCommand &command) const;

    DeskSync &m_sync;
    const CatalogHolder &m_catalog;
    QVector<QueuedCommand> m_commands;
};

/// Held, in conflict or refused.
[[nodiscard]] constexpr bool needsDecision(QueuedState state) noexcept
{
    return state >= QueuedState::Held;
}

} // namespace deskhand
