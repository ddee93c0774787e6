// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigator.h"
#include "widgets/area_context.h"

#include <QMainWindow>

#include <functional>

class QStackedWidget;

namespace deskhand {

class Columns;
class ConnectionBar;
class DeskStatus;
class DeskStatusBar;
class ErrorBanner;
class KeptClear;
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

    /// Another workspace than that of tickets, beside the sidebar. Takes ownership; null takes it away.
    void setWorkspace(QWidget *page);
    void showWorkspace(bool shown);
    [[nodiscard]] bool isWorkspaceShown() const;

    /// Whether the list shows one line with columns a ticket, which wants more room.
    void setListWide(bool wide);

    /// Shows `page` instead of the columns (first start); null: the columns again, and the page is deleted.
    void setStartPage(QWidget *page);
    [[nodiscard]] bool hasStartPage() const;

    [[nodiscard]] DeskStatusBar *deskStatusBar() const { return m_statusBar; }
    [[nodiscard]] ConnectionBar *connectionBar() const { return m_connectionBar; }
    [[nodiscard]] ToastBar *toast() const { return m_toast; }
    /// What messages and bars that float over the window leave free.
    [[nodiscard]] KeptClear &keptClear() const { return *m_keptClear; }

    /// Asked before the window closes; false keeps it open, and the guard closes it later if that is wanted.
    void setCloseGuard(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }

Q_SIGNALS:
    void workspaceShown(bool shown);

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
    ConnectionBar *m_connectionBar;
    KeptClear *m_keptClear;
    ToastBar *m_toast;
    DeskStatusBar *m_statusBar;
    MenuBuilder *m_menus;
    std::function<bool()> m_mayClose;
};

} // namespace deskhand
