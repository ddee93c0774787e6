// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/ledger_lines.h"
#include "models/time_left.h"
#include "operations/desk.h"

#include <QFuture>
#include <QObject>
#include <QVector>

#include <optional>

namespace deskhand {

/// A cycle of a target that has ended before the one that is shown.
struct SlaEarlierCycle {
    int cycle = 1;
    QString text; ///< "1st time: met, 20 min of 1 h"
    bool missed = false;
    QString reason; ///< why it was missed, as a person has noted
    bool operator==(const SlaEarlierCycle &) const = default;
};

/// Where one target of a ticket stands: the newest of its cycles, in words.
struct SlaBlock {
    SlaTargetKind target = SlaTargetKind::None;
    int cycle = 1;
    SlaState state = SlaState::Running; ///< as it reads now: Breached also while it still runs
    bool ended = false;
    TimeLeft level = TimeLeft::None; ///< None: cancelled
    QString title;                   ///< "Resolution"
    QString brief;                   ///< "1 h 42 m", "paused", "met", "overdue 2 h", "missed"
    QString status;                  ///< "1 h 42 min of working time left", "paused: Waiting for customer, 2 h left"
    QString due;                     ///< "due Tuesday 14:05 (in 18 h)", by the wall clock; empty: none
    QString waits;                   ///< that something which waits to be sent does not count yet; empty: nothing does
    QString promise;                 ///< "promised: 4 h of working time"
    QString rules;                   ///< "Standard v3 · Office v2"
    int permille = 0;                ///< of what was promised that has been counted
    QString cause;                   ///< why it counts as missed; empty: it does not
    QString reason;                  ///< why it was missed, as a person has noted
    QVector<SlaEarlierCycle> earlier;
    bool operator==(const SlaBlock &) const = default;

    [[nodiscard]] bool isMissed() const { return state == SlaState::Breached; }
    /// The whole of it in one sentence, for screen readers.
    [[nodiscard]] QString spoken() const;
};

/// Why a clock says what it says: every interval with its reason, up to now and on to where it is due.
struct SlaLedger {
    QString title;     ///< "Resolution: 1 h 42 min left"
    QStringList facts; ///< what is promised by which policy and calendar, when it began, why it is due when
    QVector<LedgerLine> lines;
    qint64 elapsed = 0;                   ///< ms counted up to now or its end: the sum of the lines that are not ahead
    bool canFold = false;                 ///< days that are alike may stand in one line
    [[nodiscard]] QString total() const;  ///< "Counted: 2 h 18 min"
    [[nodiscard]] QString asText() const; ///< all of it, to be pasted
};

/// The clocks of the open ticket: replayed here from its events, so that what is shown is what can be explained. Asks
/// again when the ticket or the rules change. Desk and catalog outlive it; one thread.
class SlaPresenter final : public QObject
{
    Q_OBJECT

public:
    SlaPresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    /// Invalid: none.
    void open(TicketId ticket);
    [[nodiscard]] TicketId ticket() const { return m_ticket; }
    /// Whether something that was done to the ticket waits to be sent to the service, whose clocks these are.
    void setWaiting(bool waits);
    /// By target; as of now. Empty: nothing is promised, or it is not known yet.
    [[nodiscard]] QVector<SlaBlock> blocks() const;
    /// The target that a person wants explained first: the nearest that runs, else one that is paused, else the last.
    /// None without clocks.
    [[nodiscard]] SlaTargetKind nearest() const;
    /// Of the newest cycle with `cycle` 0. Nothing: there is no such cycle.
    [[nodiscard]] std::optional<SlaLedger> ledger(SlaTargetKind target, int cycle = 0, bool fold = false) const;
    /// Notes why a cycle was missed.
    void recordReason(SlaTargetKind target, int cycle, const QString &reason);

Q_SIGNALS:
    /// Other clocks, or they read differently because time has passed.
    void changed();
    void failed(const deskhand::Error &error);

private:
    void reload();
    void take(const Result<TicketSla> &answer);
    void replay();
    void passTime();
    void wakeForCountdown();
    void onChanged(const QVector<Change> &changes);
    [[nodiscard]] SlaBlock blockOf(const SlaClock &clock) const;
    [[nodiscard]] const SlaClock *clockOf(SlaTargetKind target, int cycle) const;
    [[nodiscard]] QStringList factsOf(const SlaClock &clock, const SlaReading &reading,
                                      const QVector<LedgerEntry> &ledger) const;

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    TicketId m_ticket;
    std::optional<TicketSla> m_sla;
    QVector<SlaClock> m_clocks; ///< with pauses and with reasons
    QVector<SlaBlock> m_shown;  ///< as changed() was said last
    QFuture<Result<TicketSla>> m_wish;
    bool m_waits = false;
    bool m_loading = false;
    bool m_loadAgain = false;
};

} // namespace deskhand
