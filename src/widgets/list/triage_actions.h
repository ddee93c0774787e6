// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket_changer.h"
#include "widgets/area_context.h"

#include <QObject>
#include <QPointer>
#include <QRect>

#include <functional>

class QWidget;

namespace deskhand {

class ChoicePopup;

/// The single-key actions on tickets: state, priority, owner, queue, tags, read. They work on what is marked or current
/// in the list, or on the open ticket when the keyboard is there; every value is chosen in a small popup that blocks
/// nothing. Says what was done, with a way back, and what was refused.
class TriageActions final : public QObject
{
    Q_OBJECT

public:
    struct Targets {
        QVector<TicketId> tickets;
        QHash<TicketId, TicketRow> rows; ///< those that are known
        QRect beside;                    ///< in the window's coordinates; invalid: nowhere special
    };
    using FindTargets = std::function<Targets()>;

    /// `window`: where popups appear. `findTargets` is asked when an action runs and when actions are enabled or not.
    TriageActions(const AreaContext &context, Desk &desk, const CatalogHolder &holder, QWidget *window,
                  FindTargets findTargets, std::function<bool()> hasTargets, QObject *parent);

    void chooseState();
    void choosePriority();
    void chooseOwner();
    void chooseQueue();
    void chooseTag();
    void assignToMe();
    void toggleRead();
    void requestMerge();
    void undo();

    [[nodiscard]] TicketChanger &changer() { return m_changer; }

Q_SIGNALS:
    /// A change of these tickets is on its way.
    void started(const QVector<deskhand::TicketId> &tickets);
    /// The person wants these to become one; with one ticket, the other is still to be found.
    void mergeRequested(const QVector<deskhand::TicketId> &tickets);

private:
    void addActions();
    void sayNothingChosen();
    void chooseReminder(const Targets &targets, StateId state, const QString &stateName);
    /// `what`: "State Solved": said in the notice.
    void change(const Targets &targets, const QVector<FieldChange> &changes, const QString &what);
    void run(const Targets &targets, const TicketEdit &edit, const QString &what);
    void start(const Targets &targets, const TicketEdit &edit, const QString &what);
    void watch(quint64 run, const QString &what, int total);
    void takeOutcome(quint64 run, const EditOutcome &outcome);
    [[nodiscard]] ChoicePopup &popup();
    /// The value that all known targets have; nullopt: they differ.
    [[nodiscard]] static std::optional<qint64> common(const Targets &targets,
                                                      const std::function<qint64(const TicketHead &)> &value);

    struct Watched {
        QString what;
        quint64 task = 0;
    };

    AreaContext m_context;
    const CatalogHolder &m_holder;
    QWidget *m_window;
    FindTargets m_findTargets;
    std::function<bool()> m_hasTargets;
    TicketChanger m_changer;
    QPointer<ChoicePopup> m_popup;
    QHash<quint64, Watched> m_watched;
};

} // namespace deskhand
