// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/week_frames.h"

#include <QWidget>

namespace deskhand {

class Theme;

/// A week on one plane: a row for each day, from midnight to midnight. Working time is painted with the mouse or the
/// keyboard, in quarters of an hour; what was working time where a stroke begins is taken away, what was not is added.
///
/// Keys: arrows move by a quarter of an hour or a day, with Ctrl by an hour, Home and End to the ends of the day; with
/// Shift they mark. Space paints or takes away, Delete takes away. What stands there is read to a screen reader.
class WeekGrid final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int slotMinutes = 15;
    static constexpr int slotCount = 1440 / slotMinutes;

    explicit WeekGrid(const Theme &theme, QWidget *parent = nullptr);

    void setWeek(const WorkingWeek &week);
    /// Fixed by whoever puts fields beside the rows.
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int headerHeight() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Of a slot, in this widget's coordinates.
    [[nodiscard]] QRect slotRect(int day, int slot) const;
    [[nodiscard]] int cursorDay() const { return m_day; }
    [[nodiscard]] int cursorSlot() const { return m_slot; }

Q_SIGNALS:
    /// Minutes of the day; `working` is what they become.
    void painted(int day, int from, int to, bool working);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] QRect rowRect(int day) const;
    [[nodiscard]] int xOf(int minute) const;
    [[nodiscard]] int slotAt(int x) const;
    [[nodiscard]] int dayAt(int y) const;
    void paintHeader(QPainter *painter) const;
    void paintDay(QPainter *painter, int day) const;
    void paintStroke(QPainter *painter) const;
    void moveCursor(int day, int slot, bool marking);
    void applyStroke();
    void tell();

    const Theme &m_theme;
    WorkingWeek m_week;
    int m_day = 0;
    int m_slot = 9 * 60 / slotMinutes;
    int m_anchorDay = 0;
    int m_anchorSlot = m_slot;
    bool m_stroke = false; ///< of the mouse
    bool m_paints = true;  ///< the stroke adds
};

} // namespace deskhand
