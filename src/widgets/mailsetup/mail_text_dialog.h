// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail_text_presenter.h"
#include "widgets/area_context.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QMenu;
class QPlainTextEdit;
class QPushButton;

namespace deskhand {

class ErrorBanner;
class PlainLabel;
class SettingsForm;

/// A text of the desk is written at the left, and stands at the right as its reader will see it. Deletes itself when it
/// is closed.
class MailTextDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive it.
    MailTextDialog(const AreaContext &context, const MailOverview &overview, QWidget *parent);

    void showNew(MailTextKind kind);
    void showEdit(const MailText &text);
    [[nodiscard]] MailTextPresenter &presenter() { return m_presenter; }

    /// Asks first where something would be lost.
    void reject() override;

private:
    [[nodiscard]] QWidget *buildEditor();
    [[nodiscard]] QWidget *buildPreview();
    [[nodiscard]] QWidget *buildButtons();
    void connectControls();
    void fillPlaceholders();
    void insert(const QString &placeholder);
    void load();
    void take();
    void showText();
    void askRemove();

    AreaContext m_context;
    const MailOverview &m_overview;
    MailTextPresenter m_presenter;
    bool m_loading = false;
    ErrorBanner *m_banner;
    SettingsForm *m_form;
    QComboBox *m_queue;
    QComboBox *m_language;
    QLineEdit *m_subject;
    QPlainTextEdit *m_text;
    QMenu *m_placeholders;
    QPushButton *m_insert;
    QCheckBox *m_active;
    PlainLabel *m_warning;
    PlainLabel *m_from;
    PlainLabel *m_to;
    PlainLabel *m_previewSubject;
    QLineEdit *m_trial;
    PlainLabel *m_trialNote;
    PlainLabel *m_body;
    PlainLabel *m_problem;
    QPushButton *m_remove;
    QPushButton *m_cancel;
    QPushButton *m_save;
    bool m_inSubject = false; ///< where a placeholder goes
};

} // namespace deskhand
