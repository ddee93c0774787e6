// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/held_mail_model.h"
#include "widgets/area_context.h"

#include <QDialog>
#include <QFuture>

class QCheckBox;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QToolButton;

namespace deskhand {

class EmptyState;
class ErrorBanner;
class PlainLabel;

/// Mails that wait for a person: why, the beginning of the text, and one click for what becomes of them. The raw mail
/// is shown as plain text only. Adds the action "go.heldMail". Model, desk and everything in the context outlive it.
class HeldMailWindow final : public QDialog
{
    Q_OBJECT

public:
    HeldMailWindow(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, HeldMailModel &mails,
                   QWidget *parent = nullptr);

    void open() override;
    /// Opens it at the first mail that claims this ticket.
    void showTicket(TicketId ticket);

private:
    void build();
    void addAction();
    [[nodiscard]] QWidget *buildPreview();
    [[nodiscard]] QLayout *buildButtons();
    void connectModel();
    void showState();
    void showPreview(const HeldMail &mail);
    void showSource();
    void joinOther();
    void discard();
    void decide(HeldDecision decision, TicketId ticket = {});
    [[nodiscard]] HeldMail current() const;

    AreaContext m_context;
    Desk &m_desk;
    const CatalogHolder &m_catalog;
    HeldMailModel &m_mails;
    HeldMailId m_current;
    HeldMailId m_sourceOf; ///< invalid: the excerpt is shown
    QFuture<Result<QByteArray>> m_sourceWish;
    ErrorBanner *m_error;
    QSplitter *m_splitter;
    QListView *m_list;
    EmptyState *m_empty;
    QWidget *m_buttons = nullptr;
    PlainLabel *m_subject = nullptr;
    PlainLabel *m_from = nullptr;
    PlainLabel *m_reason = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_source = nullptr;
    QCheckBox *m_trust = nullptr;
    QPushButton *m_join = nullptr;
    QPushButton *m_other = nullptr;
    QPushButton *m_openTicket = nullptr;
    QPushButton *m_discard = nullptr;
};

} // namespace deskhand
