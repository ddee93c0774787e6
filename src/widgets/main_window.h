// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigator.h"
#include "widgets/area_context.h"

#include <QMainWindow>

class QStackedWidget;

namespace deskhand {

class Columns;
class DeskStatus;
class DeskStatusBar;
class ErrorBanner;
class MenuBuilder;
class ToastBar;

/// The frame: four columns, menu bar, status bar, and what passes over them. Knows no area; the composition root puts
/// them in. Remembers its place and column widths in the settings.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(const AreaContext &context, const DeskStatus &status, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Takes ownership; null takes the area away. The shortcuts of the area's scope then work inside it.
    void setArea(Area area, QWidget *widget);
    [[nodiscard]] QWidget *area(Area area) const;

    /// Whether the list shows one line with columns a ticket, which wants more room.
    void setListWide(bool wide);

    /// Shows `page` instead of the columns (first start); null: the columns again, and the page is deleted.
    void setStartPage(QWidget *page);
    [[nodiscard]] bool hasStartPage() const;

    [[nodiscard]] DeskStatusBar *deskStatusBar() const { return m_statusBar; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addActions();
    void addColumnActions();
    void focusArea(Area area);
    void moveFocus(int step);
    void updateTitle();
    void saveState() const;
    void restoreState();

    AreaContext m_context;
    const DeskStatus &m_status;
    QStackedWidget *m_stack;
    Columns *m_columns;
    ErrorBanner *m_banner;
    ToastBar *m_toast;
    DeskStatusBar *m_statusBar;
    MenuBuilder *m_menus;
};

} // namespace deskhand
