// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_files.h"
#include "models/charts/chart_table_model.h"
#include "widgets/charts/chart_view.h"

#include <QAction>
#include <QWidget>

class QMenu;
class QPrinter;
class QStackedWidget;
class QTableView;

namespace deskhand {

class Notices;
class Prompt;

/// A chart with the table behind it, one of both shown at a time, and all that can be done with it: copy, save, print.
/// The context menu (also by the menu key) offers it; who has a menu of its own puts actions() into it.
class ChartPanel final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the panel.
    ChartPanel(const Theme &theme, Prompt &prompt, Notices &notices, QWidget *parent = nullptr);

    void setData(const ChartData &data);
    void setLoading() { m_view->setLoading(); }
    void setFailed(const QString &text);
    void setWords(const ChartWords &words);

    [[nodiscard]] ChartView &view() const { return *m_view; }
    [[nodiscard]] QTableView &table() const { return *m_table; }
    [[nodiscard]] bool isTable() const { return m_tableAction->isChecked(); }
    void setTable(bool table) { m_tableAction->setChecked(table); }

    /// "Show as table", "Copy as picture", "Copy as table", those of saving (in a menu), "Print…"; in this order.
    [[nodiscard]] QList<QAction *> chartActions() const;

    /// As it would be saved: what is zoomed to, in the colours of paper.
    [[nodiscard]] ChartPicture picture() const;
    /// Puts the chart on `printer`'s page.
    void printOn(QPrinter &printer) const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Of the chart, or of a cell of the table.
    void activated(int series, int point);
    void zoomed(deskhand::Instant from, deskhand::Instant to);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void makeActions();
    void showTable(bool table);
    void copyPicture() const;
    void copyTable() const;
    void save(ChartFile kind);
    void print();

    const Theme &m_theme;
    Prompt &m_prompt;
    Notices &m_notices;
    ChartTableModel m_model;
    ChartView *m_view;
    QTableView *m_table;
    QStackedWidget *m_stack;
    QAction *m_tableAction;
    QAction *m_copyPicture;
    QAction *m_copyTable;
    QAction *m_saveAs;
    QAction *m_print;
};

} // namespace deskhand
