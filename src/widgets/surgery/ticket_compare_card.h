// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/merge_presenter.h"

#include <QFrame>

class QPushButton;
class QToolButton;
class QFormLayout;

namespace deskhand {

class PlainLabel;
class Theme;

/// One of the tickets that are to become one, as a person tells them apart: number, subject, requester, queue, state,
/// owner, messages and age, and what has become different since the dialog is open.
class TicketCompareCard final : public QFrame
{
    Q_OBJECT

public:
    enum class Part { Stays, Leads };

    TicketCompareCard(const Theme &theme, QWidget *parent = nullptr);

    /// `choosable`: it can be made the one that stays; `removable`: taken out.
    void show(const MergePresenter::Side &side, Part part, const CatalogHolder &catalog, bool choosable,
              bool removable);
    [[nodiscard]] TicketId ticket() const { return m_ticket; }

Q_SIGNALS:
    void stayWanted(deskhand::TicketId ticket);
    void removeWanted(deskhand::TicketId ticket);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *addLine(QFormLayout *form, const QString &caption, const QString &objectName);
    void fill(const TicketDetail &detail, const CatalogHolder &catalog);

    const Theme &m_theme;
    TicketId m_ticket;
    Part m_part = Part::Leads;
    PlainLabel *m_caption;
    PlainLabel *m_subject;
    PlainLabel *m_requester;
    PlainLabel *m_queue;
    PlainLabel *m_state;
    PlainLabel *m_owner;
    PlainLabel *m_messages;
    PlainLabel *m_opened;
    PlainLabel *m_meanwhile;
    QPushButton *m_stay;
    QToolButton *m_remove;
};

} // namespace deskhand
