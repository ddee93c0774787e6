// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/row_cache.h"
#include "operations/desk.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <functional>

namespace deskhand {

/// Brings rows to where somebody looks. Wishes of one event-loop turn become one batch; pages that were passed while
/// waiting are dropped or cancelled; the next page in the direction of scrolling is fetched ahead. Desk must outlive
/// it.
class RowFetcher final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageSize = 128;
    static constexpr int maxInFlight = 3;

    /// `idsAt(first, count)`: ids of the list's rows now; entries that are not tickets have values ≤ 0.
    using IdsAt = std::function<QVector<TicketId>(int first, int count)>;
    RowFetcher(Desk &desk, PersonId me, IdsAt idsAt, QObject *parent = nullptr);

    [[nodiscard]] RowCache &cache() { return m_cache; }
    [[nodiscard]] const RowCache &cache() const { return m_cache; }

    /// Notes that this row is wanted. Cheap; for data().
    void wish(int row);
    /// What is on screen: pages far from it are not fetched, and the next one in the direction of movement is.
    void setVisibleRows(int first, int last);
    /// Sends what is wished now, without waiting for the next turn.
    void sendNow();
    /// Forgets wishes and cancels what is under way; the cache stays.
    void cancelAll();
    /// Whether the desk said that there is no such ticket.
    [[nodiscard]] bool isMissing(TicketId id) const { return m_missing.contains(id); }
    void forgetMissing() { m_missing.clear(); }

Q_SIGNALS:
    void arrived(const QVector<deskhand::TicketId> &ids);
    void failed(const deskhand::Error &error);

private:
    struct Flight {
        QVector<TicketId> ids;
        QFuture<Result<QVector<TicketRow>>> future;
        quint64 number = 0;
    };

    void send();
    void sendPage(int page);
    void take(int page, quint64 number, const Result<QVector<TicketRow>> &answer);
    void dropPassed();
    [[nodiscard]] bool isNear(int page) const;

    Desk &m_desk;
    PersonId m_me;
    IdsAt m_idsAt;
    RowCache m_cache;
    QTimer m_timer;
    QSet<int> m_wishes; ///< pages
    QMap<int, Flight> m_flights;
    QSet<TicketId> m_missing;
    quint64 m_lastNumber = 0;
    int m_firstVisible = 0;
    int m_lastVisible = -1; ///< nothing is said to be visible yet: everything is near
    int m_direction = 1;
};

} // namespace deskhand
