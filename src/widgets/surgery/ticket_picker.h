// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket_finder.h"

#include <QWidget>

class QLineEdit;
class QListView;

namespace deskhand {

class PlainLabel;
class Theme;

/// Finds a ticket by number or words while they are typed; without words it offers the open tickets of the requesters
/// that it was given. Never waits. Desk, catalog and theme outlive it.
class TicketPicker final : public QWidget
{
    Q_OBJECT

public:
    TicketPicker(Desk &desk, const CatalogHolder &catalog, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] TicketFinder &finder() { return m_finder; }
    void clear();

Q_SIGNALS:
    void picked(deskhand::TicketId ticket);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showState();
    void pick(const QModelIndex &index);

    TicketFinder m_finder;
    QLineEdit *m_words;
    QListView *m_list;
    PlainLabel *m_nothing;
};

} // namespace deskhand
