// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/held_mail_model.h"
#include "models/mail_status.h"
#include "models/outbox_presenter.h"
#include "widgets/area_context.h"

#include <QObject>
#include <QPointer>

class QToolButton;

namespace deskhand {

class HeldMailWindow;
class MailStatusButton;
class MainWindow;
class OutboxWindow;
class TicketArea;
class UndoSendBar;

/// All that the window shows of mail while a desk is open: the bar to take back what was just sent, the outbox, held
/// mail, and the state in the status bar. Adds the action "mail.undoSend". Destroying it takes all of it out of the
/// window; everything given outlives it.
class MailPlace final : public QObject
{
    Q_OBJECT

public:
    MailPlace(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts,
              MainWindow &window, QObject *parent = nullptr);
    ~MailPlace() override;

    /// The place where replies are written and read.
    void follow(TicketArea &area);
    /// The person has changed tickets: in the list that is now what Ctrl+Z undoes.
    void noteTicketChange();
    [[nodiscard]] OutboxPresenter &outbox() { return m_outbox; }
    [[nodiscard]] HeldMailModel &heldMails() { return m_held; }
    [[nodiscard]] OutboxWindow *outboxWindow() const { return m_outboxWindow; }
    [[nodiscard]] HeldMailWindow *heldMailWindow() const { return m_heldWindow; }
    [[nodiscard]] UndoSendBar *undoSendBar() const { return m_bar; }

private:
    void addAction();
    void connectOutbox();
    void addStatus();

    AreaContext m_context;
    MainWindow &m_window;
    OutboxPresenter m_outbox;
    HeldMailModel m_held;
    MailStatus m_status;
    const CatalogHolder &m_catalog;
    Instant m_changedAt = 0;      ///< when tickets were changed last
    OutboxWindow *m_outboxWindow; // of the window, as are the others
    HeldMailWindow *m_heldWindow;
    UndoSendBar *m_bar;
    MailStatusButton *m_button = nullptr;
    QToolButton *m_heldButton = nullptr;
};

} // namespace deskhand
