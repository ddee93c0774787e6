// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/navigator.h"

#include <QSplitter>

#include <array>

namespace deskhand {

/// The four columns of the main window. While the window narrows they give way from the right: first the side panel,
/// then list and ticket share one place (the one the person went to last), at last the sidebar. Another workspace than
/// that of tickets takes the place of all but the sidebar.
class Columns final : public QSplitter
{
    Q_OBJECT

public:
    explicit Columns(QWidget *parent = nullptr);

    /// Takes ownership of `widget`; what stood there before is deleted. Null: the column stays empty and hidden. A
    /// widget that hides itself gives its room to the others until it shows itself.
    void setArea(Area area, QWidget *widget);
    [[nodiscard]] QWidget *area(Area area) const;

    /// Takes ownership; null takes it away. Hidden until it is asked for.
    void setWorkspace(QWidget *widget);
    void showWorkspace(bool shown);
    [[nodiscard]] bool isWorkspaceShown() const { return m_workspaceShown; }

    /// Whether the person wants the column; it is still hidden while there is no room.
    void setWanted(Area area, bool wanted);
    [[nodiscard]] bool isWanted(Area area) const { return m_wanted[index(area)]; }
    /// The list has two widths: for two lines a ticket, and a wider one for one line with columns.
    void setListWide(bool wide);
    /// The one of list and ticket that is shown where there is room for one only.
    void setFront(Area area);
    [[nodiscard]] bool isSharing() const { return m_sharing; }

    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state);

Q_SIGNALS:
    void arranged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    [[nodiscard]] QSplitterHandle *createHandle() override;

private:
    static constexpr std::size_t index(Area area) { return static_cast<std::size_t>(area); }
    void arrange();
    [[nodiscard]] bool isOffered(Area area) const;
    void noteWidths();
    void shareWidth(const std::array<bool, 4> &shown);

    std::array<QWidget *, 4> m_slots{};
    QWidget *m_workspaceSlot;
    bool m_workspaceShown = false;
    std::array<bool, 4> m_wanted{true, true, true, true};
    std::array<int, 4> m_widths{}; ///< as the person dragged them, in logical pixels
    int m_otherListWidth = 0;      ///< of the list as it is not now
    bool m_listWide = false;
    Area m_front = Area::List;
    bool m_sharing = false;
};

} // namespace deskhand
