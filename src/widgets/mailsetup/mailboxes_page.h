// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mailbox_list_model.h"
#include "widgets/area_context.h"
#include "widgets/mailsetup/mailbox_dialog.h"
#include "widgets/settings/settings_page.h"

#include <QPointer>

class QAction;
class QListView;
class QPushButton;
class QStackedWidget;

namespace deskhand {

class EmptyState;
class ErrorBanner;
class PlainLabel;
class ReconciliationView;

/// The mailboxes of the desk: how each is doing, what became of its mails, and everything that is done with one.
class MailboxesPage final : public SettingsPage
{
    Q_OBJECT

public:
    /// All outlive it.
    MailboxesPage(const AreaContext &context, MailOverview &overview, MailAccess &access, UrlOpener browser,
                  QWidget *parent = nullptr);
    /// Takes its dialog with it.
    ~MailboxesPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("mailboxes"); }
    [[nodiscard]] QString group() const override { return tr("Mail"); }
    [[nodiscard]] QString title() const override { return tr("Mailboxes"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("mail-folder-inbox"); }
    [[nodiscard]] QStringList keywords() const override;

    /// Null: none is being set up.
    [[nodiscard]] MailboxDialog *dialog() const { return m_dialog; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *buildList();
    [[nodiscard]] QWidget *buildDetails();
    void connectControls();
    [[nodiscard]] MailboxDialog *newDialog();
    void add();
    void edit();
    void duplicate();
    void togglePause();
    void toggleActive();
    void submit(const Mailbox &mailbox);
    void showState();
    void showDetails();
    [[nodiscard]] int currentRow() const;

    AreaContext m_context;
    MailOverview &m_overview;
    MailAccess &m_access;
    UrlOpener m_browser;
    MailboxListModel m_model;
    QAction *m_addAction;
    QPointer<MailboxDialog> m_dialog;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ErrorBanner *m_banner;
    QListView *m_list;
    QWidget *m_details;
    PlainLabel *m_state;
    PlainLabel *m_problem;
    PlainLabel *m_said;
    ReconciliationView *m_sums;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_duplicate;
    QPushButton *m_pause;
    QPushButton *m_active;
    QPushButton *m_held;
};

} // namespace deskhand
