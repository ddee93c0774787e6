// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/new_ticket_presenter.h"
#include "widgets/area_context.h"
#include "widgets/composer/html_cleaner.h"

#include <QDialog>
#include <QTimer>

class QLineEdit;
class QPushButton;

namespace deskhand {

class ErrorBanner;
class NewTicketFields;
class PlainLabel;
class RecipientEdit;
class RichEdit;

/// A ticket that an agent opens: after a call, or for somebody at the desk. Stands beside the window and blocks
/// nothing. Closing keeps what is written as a draft; desk, catalog and drafts outlive it.
class NewTicketDialog final : public QDialog
{
    Q_OBJECT

public:
    NewTicketDialog(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, DraftKeeper &drafts,
                    HtmlCleaner cleaner, QWidget *parent = nullptr);
    ~NewTicketDialog() override;

    /// Shows the dialog with the draft of last time, or fresh.
    void start(const NewTicketSeed &seed);
    void submit();
    [[nodiscard]] RecipientEdit *requester() const;
    [[nodiscard]] QLineEdit *subject() const;
    [[nodiscard]] RichEdit *editor() const;

Q_SIGNALS:
    void created(deskhand::TicketId ticket);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    [[nodiscard]] QWidget *buildButtons();
    void connectPresenter();
    void showForm();
    void showProblems();
    void showState();
    void askAbout(const QVector<GuardWarning> &warnings);
    void push();
    void discard();

    AreaContext m_context;
    const CatalogHolder &m_catalog;
    NewTicketPresenter m_presenter;
    QTimer m_push;            ///< takes what is typed a moment after the last key
    bool m_wasMailed = false; ///< of what is being sent
    bool m_asked = false;     ///< to open the ticket: from then on problems are shown
    ErrorBanner *m_error;
    NewTicketFields *m_fields;
    PlainLabel *m_saved = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace deskhand
