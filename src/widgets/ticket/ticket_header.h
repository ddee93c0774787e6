// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/presence_board.h"
#include "models/ticket_presenter.h"

#include <QWidget>

class QVBoxLayout;

namespace deskhand {

class ChipButton;
class FieldButton;
class FieldChoices;
class FlowLayout;
class PlainLabel;
class PresenceMarks;
class SubjectLine;
class Theme;

/// Number and subject of the open ticket, and the fields an agent changes all the time.
class TicketHeader final : public QWidget
{
    Q_OBJECT

public:
    TicketHeader(TicketPresenter &presenter, const CatalogHolder &catalog, const Theme &theme,
                 QWidget *parent = nullptr);

    /// Puts a line below the fields; takes ownership.
    void addLine(QWidget *line);
    /// Who else is in the ticket.
    void setColleagues(const QVector<PresentColleague> &colleagues);
    [[nodiscard]] SubjectLine *subject() const { return m_subject; }
    [[nodiscard]] FieldChoices *choices() const { return m_choices; }

Q_SIGNALS:
    void menuRequested(const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    FieldButton *addField(const QString &objectName, const QString &caption, void (FieldChoices::*choose)(QWidget *));
    void refresh();
    void showTags(const QStringList &tags);

    TicketPresenter &m_presenter;
    const CatalogHolder &m_catalog;
    const Theme &m_theme;
    FieldChoices *m_choices;
    PlainLabel *m_number;
    SubjectLine *m_subject;
    PresenceMarks *m_presence;
    QVBoxLayout *m_column = nullptr;
    FlowLayout *m_fields;
    FieldButton *m_state;
    FieldButton *m_priority;
    FieldButton *m_queue;
    FieldButton *m_category;
    FieldButton *m_owner;
    FieldButton *m_due;
    FieldButton *m_tag;
    QVector<ChipButton *> m_chips;
    QStringList m_shownTags;
};

} // namespace deskhand
