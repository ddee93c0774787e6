// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/list_spec.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace deskhand {

class FieldButton;
class PlainLabel;
class Theme;

/// The line above the list: which view, how many tickets, in which order; the menu of how they are shown.
class ListHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit ListHeader(const Theme &theme, QWidget *parent = nullptr);

    void setSpec(const ListSpec &spec);
    /// -1: not known yet. `more`: there are more than these.
    void setCount(int count, bool more);
    /// An answer takes long.
    void setBusy(bool busy);
    /// Opens the columns' menu, as from the list's own header.
    void showColumnMenu(const QPoint &globalPosition);
    void showSortMenu();
    void showDisplayMenu();

Q_SIGNALS:
    void sortRequested(const deskhand::ListSort &sort);
    /// nullopt: not grouped.
    void groupRequested(const std::optional<deskhand::ListColumn> &column);
    void densityRequested(deskhand::ListDensity density);
    void columnsRequested(const QVector<deskhand::ListColumn> &columns);
    void relevanceRequested(bool byRelevance);
    void saveRequested();
    void editRequested();
    void resetRequested();
    /// Back to the report that has counted these tickets.
    void backRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillSortMenu();
    void fillDisplayMenu();
    void fillColumnMenu(QMenu *menu);
    void updateSortText();

    const Theme &m_theme;
    ListSpec m_spec;
    QToolButton *m_back;
    PlainLabel *m_title;
    PlainLabel *m_count;
    FieldButton *m_sort;
    QToolButton *m_display;
    QMenu *m_sortMenu;
    QMenu *m_displayMenu;
    bool m_busy = false;
};

} // namespace deskhand
