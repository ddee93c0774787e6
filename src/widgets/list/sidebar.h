// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/view_list_model.h"
#include "widgets/area_context.h"

#include <QTreeView>

namespace deskhand {

class SidebarDelegate;

/// The leftmost column: all views with their counts. Choosing one says so to the Navigator; what is chosen follows it.
/// `views` belongs to the composition root, as the list reads the same model.
class Sidebar final : public QTreeView
{
    Q_OBJECT

public:
    Sidebar(const AreaContext &context, Desk &desk, const CatalogHolder &holder, ViewListModel &views,
            QWidget *parent = nullptr);

    /// Whether another workspace than that of the views is shown.
    void setElsewhere(bool elsewhere);

Q_SIGNALS:
    /// Asks the list to show its dialog about a saved view.
    void editRequested(const QString &viewKey);

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyboardSearch(const QString &search) override;

private:
    void addActions();
    void showView(const QString &key);
    void open(const QModelIndex &index);
    void openNeighbour(int step);
    void showMenu(const QPoint &at);
    void askDelete(const SavedView &view);
    void saveExpansion();
    void restoreExpansion();

    AreaContext m_context;
    Desk &m_desk;
    const CatalogHolder &m_holder;
    ViewListModel &m_views;
    SidebarDelegate *m_delegate;
    bool m_restoring = false;
};

} // namespace deskhand
