// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"
#include "widgets/area_context.h"

#include <QObject>
#include <QPointer>

namespace deskhand {

class CatalogHolder;
class SidePanel;
class TicketArea;
class WorkDialog;

/// Time accounting while a desk is open: the action, its dialog, and what is said afterwards with the way back.
/// Everything given outlives it.
class WorkPlace final : public QObject
{
    Q_OBJECT

public:
    WorkPlace(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, TicketArea &ticket, QWidget *window,
              QObject *parent = nullptr);
    ~WorkPlace() override;

    void follow(SidePanel &panel);
    void open();
    /// Null: not open.
    [[nodiscard]] WorkDialog *dialog() const;

private:
    void takeLogged(TicketId ticket, const QString &number, WorkEntryId entry, int minutes, bool pending);
    void undo(TicketId ticket, const QString &number, WorkEntryId entry);

    AreaContext m_context;
    Desk &m_desk;
    const CatalogHolder &m_catalog;
    TicketArea &m_ticket;
    QWidget *m_window;
    QPointer<WorkDialog> m_dialog;
};

} // namespace deskhand
