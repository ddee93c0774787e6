// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"

#include <QHash>
#include <QObject>
#include <QVector>

#include <functional>
#include <map>
#include <optional>

namespace deskhand {

/// One thing to do to each of some tickets, and how to take it back.
struct TicketEdit {
    /// nullopt: this ticket needs no change.
    std::function<std::optional<CommandBody>(const TicketRow &before)> make;
    /// The command that undoes it, given the ticket before and its version afterwards.
    std::function<CommandBody(const TicketRow &before, qint64 versionAfter)> undo;

    [[nodiscard]] static TicketEdit fields(const QVector<FieldChange> &changes);
    [[nodiscard]] static TicketEdit read(bool read);
};

/// What became of each ticket.
struct EditOutcome {
    struct Refused {
        TicketId ticket;
        QString number;
        QVector<FieldConflict> conflicts; ///< empty: see error
        std::optional<Error> error;
    };
    int done = 0;
    int unchanged = 0; ///< had the value already
    QVector<Refused> refused;
    bool cancelled = false;
    bool wasUndo = false;
};

/// The refused value again, to be set on top of what is there now.
[[nodiscard]] FieldChange mineOf(const FieldConflict &conflict);

/// Changes many tickets, each by its own command with its own answer, so that one that is refused stops no other.
/// The last run can be undone. GUI thread.
class TicketChanger final : public QObject
{
    Q_OBJECT

public:
    using RunId = quint64;
    static constexpr int commandsUnderWay = 8;
    static constexpr int rowsAtOnce = 500;

    TicketChanger(Desk &desk, const CatalogHolder &holder, QObject *parent = nullptr);

    /// `known`: rows as the person sees them: their versions are the base of compare-and-set. Others are asked for.
    RunId run(const QVector<TicketId> &tickets, const TicketEdit &edit, const QHash<TicketId, TicketRow> &known);
    /// What was not sent yet is left alone.
    void cancel(RunId run);
    /// Takes back what the last finished run did. 0: nothing to take back.
    RunId undo();
    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }

Q_SIGNALS:
    void progressed(quint64 run, int done, int total);
    void finished(quint64 run, const deskhand::EditOutcome &outcome);

private:
    struct Step {
        TicketId ticket;
        TicketRow before;
        CommandBody body;
    };
    struct Undo {
        TicketRow before;
        CommandBody body;
    };
    struct Run {
        TicketEdit edit;
        QVector<TicketId> unseen; ///< their rows are asked for while the others are changed
        QVector<Step> waiting;    ///< last first
        bool asking = false;
        int total = 0;
        int underWay = 0;
        EditOutcome outcome;
        QVector<Undo> undo;
    };

    void askRows(RunId id, Run *run);
    void takeRows(RunId id, const QVector<TicketId> &asked, const Result<QVector<TicketRow>> &answer);
    void prepare(Run *run, const QVector<TicketRow> &rows);
    void pump(RunId id);
    void take(RunId id, const Step &step, const Result<CommandAnswer> &answer);

    Desk &m_desk;
    const CatalogHolder &m_holder;
    std::map<RunId, Run> m_runs;
    QVector<Undo> m_undo;
    RunId m_lastRun = 0;
};

} // namespace deskhand
