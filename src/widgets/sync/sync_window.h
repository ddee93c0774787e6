// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queued_command_model.h"
#include "widgets/area_context.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace deskhand {

class ConflictTable;
class EmptyState;
class ErrorBanner;
class PlainLabel;

/// How this computer stands with the service: what waits to be sent, what somebody has to decide about, with the texts
/// intact and both values of every conflict, and what is kept here. Adds the action "go.sync". Sync, catalog and
/// everything in the context outlive it.
class SyncWindow final : public QDialog
{
    Q_OBJECT

public:
    SyncWindow(const AreaContext &context, DeskSync &sync, const CatalogHolder &catalog, QWidget *parent = nullptr);

    /// At the first command that somebody has to decide about.
    void open() override;
    [[nodiscard]] QueuedCommandModel &model() { return m_model; }

Q_SIGNALS:
    /// The person wants what is kept here gone, and has read what that means.
    void removeWanted();
    void signInWanted();

private:
    void build();
    [[nodiscard]] QWidget *buildState();
    [[nodiscard]] QWidget *buildQueue();
    [[nodiscard]] QLayout *buildDecision();
    [[nodiscard]] QWidget *buildKept();
    void showState();
    void showCommand();
    void showScope();
    void setScope();
    void insist();
    void giveUp();
    void askRemove();
    /// Null: none is chosen.
    [[nodiscard]] const QueuedCommand *current() const;

    AreaContext m_context;
    DeskSync &m_sync;
    const CatalogHolder &m_catalog;
    QueuedCommandModel m_model;
    CommandId m_current;
    QTimer m_clockwork; ///< "12 min ago", while it is shown
    ErrorBanner *m_error;
    PlainLabel *m_phase = nullptr;
    PlainLabel *m_advice = nullptr;
    QPushButton *m_tryNow = nullptr;
    QPushButton *m_signIn = nullptr;
    QWidget *m_queue = nullptr;
    QListView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    PlainLabel *m_explanation = nullptr;
    ConflictTable *m_conflicts = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_openTicket = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_giveUp = nullptr;
    QPushButton *m_insist = nullptr;
    QComboBox *m_extent = nullptr;
    QSpinBox *m_days = nullptr;
    bool m_filling = false;
};

} // namespace deskhand
