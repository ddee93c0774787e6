// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket_presenter.h"

#include <QStringListModel>
#include <QWidget>

class QGridLayout;

namespace deskhand {

class ChipEdit;
class FieldButton;
class FieldChoices;
class PlainLabel;
class Theme;

/// What the ticket is, in pairs of name and value; category, due date and tags can be changed here.
class PropertiesForm final : public QWidget
{
    Q_OBJECT

public:
    PropertiesForm(TicketPresenter &presenter, const CatalogHolder &catalog, const Theme &theme,
                   QWidget *parent = nullptr);

    [[nodiscard]] ChipEdit *tagEdit() const { return m_tags; }

Q_SIGNALS:
    /// The person wants to log work, or to see what was logged.
    void workRequested();

private:
    void addWork();
    PlainLabel *addText(const QString &objectName, const QString &caption);
    void addCaption(const QString &caption);
    FieldButton *addField(const QString &objectName, const QString &caption, void (FieldChoices::*choose)(QWidget *));
    void refresh();
    void offerTags(const QString &typed);

    TicketPresenter &m_presenter;
    const CatalogHolder &m_catalog;
    const Theme &m_theme;
    FieldChoices *m_choices;
    QGridLayout *m_grid;
    FieldButton *m_category;
    FieldButton *m_due;
    FieldButton *m_work;
    ChipEdit *m_tags;
    QStringListModel m_offered;
    PlainLabel *m_number;
    PlainLabel *m_queue;
    PlainLabel *m_channel;
    PlainLabel *m_created;
    PlainLabel *m_updated;
    PlainLabel *m_contact;
    PlainLabel *m_solved;
};

} // namespace deskhand
