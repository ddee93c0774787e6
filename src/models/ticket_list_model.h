// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/list_changes.h"
#include "models/list_source.h"
#include "models/presence_board.h"
#include "models/row_fetcher.h"

#include <QAbstractTableModel>

namespace deskhand {

class TicketText;

/// The tickets of one list, of any length. The ids are all here, the rows arrive when looked at; data() never waits.
///
/// Columns are ListColumn's values in their order. Changes of the desk are taken in once per event-loop turn: rows
/// whose place did not change are refreshed, tickets that no longer match leave, others move after the ids were asked
/// for again. The held ticket (the one under the pointer) keeps its place until it is let go. GUI thread.
class TicketListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        TicketIdRole = Qt::UserRole + 1, ///< qint64; 0 for a group header
        LoadedRole,                      ///< false: a skeleton
        GroupRole,                       ///< true: a group header
        UnreadRole,
        StaleRole, ///< held although it moved or no longer belongs here
    };
    enum class State { Empty, Loading, Ready, Failed };
    Q_ENUM(State)

    /// How firmly the held ticket stands.
    enum class Hold {
        ItsPlace,       ///< it does not move against its neighbours
        EverythingAbove ///< and nothing above it comes, goes or moves
    };

    TicketListModel(Desk &desk, CatalogHolder &holder, QObject *parent = nullptr);

    /// Shows another list. The rows before stay until the first answer, so that nothing flickers.
    void show(const ListSpec &spec);
    /// Takes over what does not need another question: title, columns, density.
    void restyle(const ListSpec &spec);
    void retry() { m_source.retry(); }
    [[nodiscard]] const ListSpec &spec() const { return m_spec; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// A search that found more than it brings.
    [[nodiscard]] bool hasMore() const { return m_source.hasMore(); }
    /// Only what is kept on this computer was looked at.
    [[nodiscard]] bool isPartial() const { return m_list.partial; }

    [[nodiscard]] int ticketCount() const { return int(m_list.ids.size()); }
    [[nodiscard]] bool isGroupRow(int row) const;
    [[nodiscard]] qint64 groupKey(int row) const;
    [[nodiscard]] int groupSize(qint64 key) const { return m_groupSizes.value(key); }
    [[nodiscard]] bool isCollapsed(qint64 key) const { return m_collapsed.contains(key); }
    void setCollapsed(qint64 key, bool collapsed);

    /// Invalid for group headers and rows outside.
    [[nodiscard]] TicketId ticketAt(int row) const;
    /// -1: not in the list, or in a collapsed group.
    [[nodiscard]] int rowOf(TicketId id) const;
    /// The row's content; null: not here yet, and wished from now on. Valid until the event loop turns.
    [[nodiscard]] const TicketRow *rowAt(int row) const;
    /// Content without wishing for it.
    [[nodiscard]] const TicketRow *peek(TicketId id) const { return m_fetcher.cache().peek(id); }
    [[nodiscard]] bool isMissing(int row) const { return m_fetcher.isMissing(ticketAt(row)); }
    /// Found text of a search; empty otherwise.
    [[nodiscard]] QString excerpt(TicketId id) const { return m_source.excerpts().value(id); }
    [[nodiscard]] bool isStale(int row) const { return m_stale && ticketAt(row) == m_held; }
    [[nodiscard]] bool hasDraft(TicketId id) const { return m_drafts.contains(id); }
    [[nodiscard]] const CatalogHolder &holder() const { return m_holder; }

    /// What is on screen; called while scrolling.
    void setVisibleRows(int first, int last);
    /// Invalid lets go.
    void hold(TicketId id, Hold how = Hold::ItsPlace);
    /// Who else is in a ticket; `board` outlives the model.
    void setPresence(const PresenceBoard &board);
    [[nodiscard]] QVector<PresentColleague> present(TicketId id) const
    {
        return m_presence != nullptr ? m_presence->in(id) : QVector<PresentColleague>();
    }
    /// Time has passed: says of which visible cells the words are others now, and asks again when a visible ticket has
    /// become overdue and stands elsewhere for it. Called by the ticker.
    void passTime();

    /// Tickets with unsent text of this person on this computer.
    void setDrafts(const QSet<TicketId> &tickets);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void stateChanged();
    void ticketCountChanged(int count);
    /// Rows come and go without the model being reset: between these a view keeps what it looks at where it is.
    void aboutToRearrange();
    void rearranged();

private:
    void takeList(const TicketList &list, bool first);
    void takeFailure(const Error &error, bool first);
    void takeChanges(const QVector<Change> &changes);
    void applyChanges();
    void applyList(const QSet<TicketId> &suspects);
    void resetTo(QVector<TicketId> entries);
    void doStep(const struct ListStep &step, const QVector<TicketId> &target);
    void refreshRows(const QSet<TicketId> &ids);
    /// The rows that are painted; empty: last < first.
    [[nodiscard]] QPair<int, int> paintedRows() const;
    void wakeForCountdowns();
    void sayTimesDiffer(int row, const TicketRow &ticket, const TicketText &before, const TicketText &now);
    void setState(State state);
    void countGroups();
    [[nodiscard]] QVariant groupData(qint64 key, int column, int role) const;

    Desk &m_desk;
    CatalogHolder &m_holder;
    ListSpec m_spec;
    ListSource m_source;
    mutable RowFetcher m_fetcher; // data() notes wishes
    QTimer m_turn;                ///< changes of one event-loop turn
    QVector<Change> m_changes;
    TicketList m_list;           ///< as the desk said it, less what left since
    QVector<TicketId> m_entries; ///< what the rows are, see list_layout.h
    QHash<qint64, int> m_groupSizes;
    QSet<qint64> m_collapsed;
    QSet<TicketId> m_suspects; ///< changed since the rows last agreed with m_list
    QSet<TicketId> m_drafts;
    const PresenceBoard *m_presence = nullptr;
    TicketId m_held;
    Hold m_how = Hold::ItsPlace;
    bool m_stale = false;   ///< the held ticket is not where m_list has it
    bool m_waiting = false; ///< m_list waits for the held ticket to be let go
    State m_state = State::Empty;
    std::optional<Error> m_error;
    Instant m_timesOf; ///< when the times on the screen were true
    int m_firstVisible = 0;
    int m_lastVisible = -1;
};

} // namespace deskhand
