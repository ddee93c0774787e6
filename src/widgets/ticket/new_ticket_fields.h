// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/new_ticket_presenter.h"
#include "widgets/area_context.h"
#include "widgets/composer/html_cleaner.h"

#include <QHash>
#include <QStringListModel>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace deskhand {

class AttachmentStrip;
class ChipEdit;
class FormatBar;
class PlainLabel;
class RecipientEdit;
class RichEdit;

/// The fields of a ticket that is being opened, each with room for what is wrong with it. Shows a form, and gives what
/// the person has made of it. Desk, catalog and the context outlive it.
class NewTicketFields final : public QWidget
{
    Q_OBJECT

public:
    NewTicketFields(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, HtmlCleaner cleaner,
                    QWidget *parent = nullptr);

    /// Offers what the catalog has now; setForm() has to follow.
    void fillChoices();
    void setForm(const NewTicketForm &form);
    [[nodiscard]] NewTicketForm form() const;
    /// Makes chips of what is typed and not yet one.
    void commit();
    void showProblems(const QHash<NewTicketField, QString> &problems);
    /// The keyboard to the requester, or to the subject where the requester is known.
    void focusFirst();

    [[nodiscard]] RecipientEdit *requester() const { return m_requester; }
    [[nodiscard]] QLineEdit *subject() const { return m_subject; }
    [[nodiscard]] RichEdit *editor() const { return m_editor; }

Q_SIGNALS:
    void edited(); ///< by the person, not by setForm()

private:
    void build(HtmlCleaner cleaner);
    [[nodiscard]] QLayout *captioned(const QString &name, QWidget *widget, std::optional<NewTicketField> field);
    [[nodiscard]] PlainLabel *addProblem(NewTicketField field, const QString &name);
    [[nodiscard]] QLayout *buildDescription();
    void addChoices(QGridLayout *grid, int firstRow);
    void connectEdits();
    void noteEdit();
    /// Whose words the text is.
    void showAuthor();
    void lookUpRequester(PersonId id);
    void offerTags(const QString &typed);
    void addTag(const QString &tag);
    void setTags(const QStringList &tags);
    void attachFiles(const QStringList &paths);
    void takePicture(const QImage &image);
    bool addAttachment(const NewAttachment &attachment);

    AreaContext m_context;
    Desk &m_desk;
    const CatalogHolder &m_catalog;
    QStringListModel m_tagOffers;
    QStringList m_tags;
    QVector<NewAttachment> m_attached;
    PersonId m_requesterId; ///< chosen by whoever opened the form; until another address is typed
    bool m_showing = false;
    QHash<NewTicketField, PlainLabel *> m_problems;
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
    QCheckBox *m_mailed = nullptr;
    PlainLabel *m_textCaption = nullptr;
};

} // namespace deskhand
