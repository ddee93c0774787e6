// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mailbox_presenter.h"
#include "widgets/area_context.h"
#include "widgets/mailsetup/mailbox_form.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace deskhand {

class ErrorBanner;
class MailboxStart;
class PlainLabel;

/// A mailbox is set up in two steps, or changed. Not modal: the manual can stand beside it. Nothing in it waits for a
/// server. Deletes itself when it is closed.
class MailboxDialog final : public QDialog
{
    Q_OBJECT

public:
    /// All outlive it.
    MailboxDialog(const AreaContext &context, const MailOverview &overview, MailAccess &access, UrlOpener browser,
                  QWidget *parent);

    void showNew();
    void showLike(MailboxId id);
    /// False: there is no such mailbox.
    bool showEdit(MailboxId id);
    [[nodiscard]] MailboxPresenter &presenter() { return m_presenter; }

    /// Asks first where something would be lost.
    void reject() override;

private:
    void build();
    void showForm();
    void chooseProvider(MailProvider provider);
    void updateControls();
    void showAttention();
    void showFailure(const Error &error);

    AreaContext m_context;
    MailboxPresenter m_presenter;
    QStackedWidget *m_stack;
    MailboxStart *m_start;
    QScrollArea *m_scroll;
    MailboxForm *m_form;
    QPointer<QWidget> m_attention; ///< to be seen, for a moment
    QTimer m_attentionEnds;
    ErrorBanner *m_banner;
    PlainLabel *m_problem;
    QPushButton *m_help;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace deskhand
