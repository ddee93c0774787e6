// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail_text_list_model.h"
#include "widgets/area_context.h"
#include "widgets/settings/settings_page.h"

#include <QPointer>

class QAction;
class QListView;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace deskhand {

class EmptyState;
class ErrorBanner;
class MailTextDialog;

/// Acknowledgements and signatures: those of the desk for administrators, their own signature for everybody.
class MailTextsPage final : public SettingsPage
{
    Q_OBJECT

public:
    /// Both outlive it.
    MailTextsPage(const AreaContext &context, MailOverview &overview, QWidget *parent = nullptr);
    /// Takes its dialog with it.
    ~MailTextsPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("mail-texts"); }
    [[nodiscard]] QString group() const override { return tr("Mail"); }
    [[nodiscard]] QString title() const override { return tr("Texts"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("note"); }
    [[nodiscard]] QStringList keywords() const override;

    /// Null: nothing is being written.
    [[nodiscard]] MailTextDialog *dialog() const;
    /// Opens the signature of the person at work, or begins it.
    void editOwnSignature();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void addActions();
    void add(MailTextKind kind);
    void edit();
    [[nodiscard]] MailTextDialog *newDialog();
    void showState();

    AreaContext m_context;
    MailOverview &m_overview;
    MailTextListModel m_model;
    QPointer<MailTextDialog> m_dialog;
    QAction *m_ownAction;
    QAction *m_firstAction;
    QMenu *m_addMenu;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ErrorBanner *m_banner;
    QListView *m_list;
    QPushButton *m_add;
    QPushButton *m_edit;
};

} // namespace deskhand
