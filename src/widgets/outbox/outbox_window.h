// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/outbox_model.h"
#include "widgets/area_context.h"

#include <QDialog>
#include <QTimer>

class QListView;
class QPlainTextEdit;
class QPushButton;

namespace deskhand {

class EmptyState;

/// What is on its way, delayed or not delivered: taken back, sent now or later, tried again. Adds the action
/// "go.outbox". Outbox, catalog and everything in the context outlive it.
class OutboxWindow final : public QDialog
{
    Q_OBJECT

public:
    OutboxWindow(const AreaContext &context, OutboxPresenter &outbox, const CatalogHolder &catalog,
                 QWidget *parent = nullptr);

    void open() override;
    /// Opens it at a mail.
    void showMail(OutboundMailId mail);

private:
    void build();
    void addAction();
    [[nodiscard]] QLayout *buildButtons();
    void showState();
    void fillLater();
    [[nodiscard]] MailDelivery current() const;

    AreaContext m_context;
    OutboxPresenter &m_outbox;
    const CatalogHolder &m_catalog;
    OutboxModel m_model;
    QTimer m_clockwork; ///< "12 min ago", while it is shown
    OutboundMailId m_current;
    QListView *m_list;
    QPlainTextEdit *m_details;
    EmptyState *m_empty;
    QPushButton *m_openTicket;
    QPushButton *m_undo;
    QPushButton *m_later;
    QPushButton *m_now;
};

} // namespace deskhand
