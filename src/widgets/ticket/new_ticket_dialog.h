// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/new_ticket_presenter.h"
#include "widgets/area_context.h"
#include "widgets/composer/html_cleaner.h"

#include <QDialog>
#include <QHash>
#include <QStringListModel>
#include <QTimer>

#include <optional>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPushButton;

namespace deskhand {

class AttachmentStrip;
class ChipEdit;
class ErrorBanner;
class FormatBar;
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
    [[nodiscard]] RecipientEdit *requester() const { return m_requester; }
    [[nodiscard]] QLineEdit *subject() const { return m_subject; }
    [[nodiscard]] RichEdit *editor() const { return m_editor; }

Q_SIGNALS:
    void created(deskhand::TicketId ticket);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void build(HtmlCleaner cleaner);
    [[nodiscard]] QLayout *captioned(const QString &name, QWidget *widget, std::optional<NewTicketField> field);
    [[nodiscard]] PlainLabel *addProblem(NewTicketField field, const QString &name);
    [[nodiscard]] QLayout *buildDescription();
    void addChoices(QGridLayout *grid, int firstRow);
    [[nodiscard]] QWidget *buildButtons();
    void connectEdits();
    void fillChoices();
    void showForm();
    void showProblems();
    void showState();
    void push();
    [[nodiscard]] NewTicketForm formNow() const;
    void lookUpRequester(PersonId id);
    void offerTags(const QString &typed);
    void addTag(const QString &tag);
    void setTags(const QStringList &tags);
    void attachFiles(const QStringList &paths);
    void takePicture(const QImage &image);
    bool addAttachment(const NewAttachment &attachment);
    void discard();

    AreaContext m_context;
    Desk &m_desk;
    const CatalogHolder &m_catalog;
    NewTicketPresenter m_presenter;
    QTimer m_push; ///< takes what is typed a moment after the last key
    QStringListModel m_tagOffers;
    QStringList m_tags;
    QVector<NewAttachment> m_attached;
    PersonId m_requesterId; ///< chosen by whoever opened the dialog; until another address is typed
    bool m_showing = false;
    bool m_asked = false; ///< to open the ticket: from then on problems are shown
    QHash<NewTicketField, PlainLabel *> m_problems;
    ErrorBanner *m_error = nullptr;
    RecipientEdit *m_requester = nullptr;
    QLineEdit *m_subject = nullptr;
    QComboBox *m_queue = nullptr;
    QComboBox *m_category = nullptr;
    QComboBox *m_priority = nullptr;
    QComboBox *m_owner = nullptr;
    QComboBox *m_channel = nullptr;
    QComboBox *m_due = nullptr;
    ChipEdit *m_tagChips = nullptr;
    RichEdit *m_editor = nullptr;
    FormatBar *m_formats = nullptr;
    AttachmentStrip *m_strip = nullptr;
    PlainLabel *m_saved = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace deskhand
