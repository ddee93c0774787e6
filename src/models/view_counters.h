// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"

#include <QCache>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QVector>

#include <optional>

namespace deskhand {

/// How many tickets satisfy each of some conditions, kept true while the desk changes: counted once by the desk, then
/// by evaluating each condition on a changed ticket's state before and after. Changes made elsewhere come without rows:
/// the touched tickets are read, all of a moment at once, and compared with what was last known of them. Counted again
/// only where that cannot be known (a ticket that was not touched before, the passing of time), and then rarely.
class ViewCounters final : public QObject
{
    Q_OBJECT

public:
    ViewCounters(Desk &desk, const CatalogHolder &holder, QObject *parent = nullptr);

    /// Counts anew, in a later turn of the event loop: a list that opens for the same reason is asked for first, and a
    /// person waits for the list. Numbers of conditions that were there before stay until the answer. Counting that is
    /// under way is cancelled.
    void setConditions(const QVector<Condition> &conditions);
    /// As of operations/ticket_count.h; uncounted also when it is not known yet.
    [[nodiscard]] qint64 count(int condition) const { return m_counts.value(condition, -1); }
    [[nodiscard]] QVector<qint64> counts() const { return m_counts; }

Q_SIGNALS:
    /// Once per event-loop turn.
    void countsChanged();

private:
    void takeChanges(const QVector<Change> &changes);
    void takeChange(const Change &change);
    /// `mine`: the rows say what this person has read, not somebody else.
    void apply(const Change &change, bool mine);
    void readLater(const Change &change);
    void readTouched();
    void applyElsewhere(const Change &change, bool answered);
    void takeTouched(const Result<QVector<TicketRow>> &answer);
    void addTo(int condition, int step);
    void remember(const TicketRow &row);
    [[nodiscard]] std::optional<int> difference(const Condition &condition, const Change &change,
                                                const ConditionContext &context, bool mine) const;
    [[nodiscard]] bool mayHoldAlready(int condition) const;
    void recountSoon(int condition, int pauseMs = 0);
    void recountAllSoon(int pauseMs = 0);
    void recount();
    void take(quint64 number, const Result<QVector<qint64>> &answer);
    void announce();

    Desk &m_desk;
    const CatalogHolder &m_holder;
    QVector<Condition> m_conditions;
    QVector<qint64> m_counts;
    QSet<int> m_unsure;   ///< to be asked for
    bool m_hurry = false; ///< because of what this person did
    QVector<int> m_asked; ///< under way
    QTimer m_again;
    QTimer m_minute;
    QTimer m_announce;
    QFuture<Result<QVector<qint64>>> m_future;
    QElapsedTimer m_since;
    QHash<TicketId, Change> m_touched; ///< elsewhere, to be read
    QHash<TicketId, Change> m_reading; ///< under way
    QTimer m_read;
    QCache<TicketId, TicketRow> m_known; ///< as they were last counted
    QHash<int, QElapsedTimer> m_answered;
    qint64 m_lastCostMs = 0;
    quint64 m_number = 0;
};

} // namespace deskhand
