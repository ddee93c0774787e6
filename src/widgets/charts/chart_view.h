// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "charts/chart_scene.h"
#include "models/charts/chart_cursor.h"
#include "models/charts/chart_data.h"
#include "models/charts/chart_words.h"

#include <QWidget>

namespace deskhand {

class Theme;

/// One chart on the screen. It follows the theme, fits any size from a sparkline's to a wall's, and every point of it
/// can be hovered, focused by keyboard, read by a screen reader (it is a table to them) and activated.
///
/// Keys: arrows go from point to point and between series, Home and End to the first and last, Page Up and Down ten
/// points; Enter activates; + and - zoom around the point, 0 and Escape show everything again. With Shift the arrows
/// mark a span, and Enter zooms to it. Mouse: a click activates, dragging along a time axis zooms, a double click on
/// nothing shows everything again.
class ChartView final : public QWidget
{
    Q_OBJECT

public:
    /// What is shown when there are no numbers.
    enum class State { Ready, Loading, Failed };

    /// `theme` outlives the view.
    explicit ChartView(const Theme &theme, QWidget *parent = nullptr);
    ~ChartView() override;

    /// Shows `data`. The point in focus and the zoom stay when title, kind and axis are as they were.
    void setData(const ChartData &data);
    [[nodiscard]] const ChartData &data() const { return m_data; }
    /// The numbers are on their way: what is there stays, paler.
    void setLoading();
    /// There are none: `text` says why, in the reader's language.
    void setFailed(const QString &text);
    [[nodiscard]] State state() const { return m_state; }

    /// How values and instants are written.
    void setWords(const ChartWords &words);
    [[nodiscard]] const ChartWords &words() const { return m_words; }

    /// Which point has the focus; nothing when it has no value to stand on.
    [[nodiscard]] std::optional<ChartSpot> currentPoint() const;
    void setCurrentPoint(int series, int point);

    /// Zooms to a range of points; all: shows everything. Emits zoomed() when that is something else than before.
    void zoomTo(ChartWindow window);
    [[nodiscard]] ChartWindow window() const { return m_window; }
    [[nodiscard]] bool isZoomed() const;

    /// Where things are, in this widget's coordinates.
    [[nodiscard]] const ChartScene &scene() const;
    /// Around a point, in this widget's coordinates; empty when it is not shown.
    [[nodiscard]] QRect pointRect(int series, int point) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Clicked, or Enter: show what it counted.
    void activated(int series, int point);
    void selectionChanged(int series, int point);
    /// Shown is [from, to) now; only for an axis of time.
    void zoomed(deskhand::Instant from, deskhand::Instant to);
    /// The data, the state or the zoom changed.
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void forgetScene();
    void setHovered(std::optional<ChartSpot> spot, QPoint globalPos);
    void tellFocus();
    void zoomBy(double factor);
    void zoomToSpan();
    [[nodiscard]] bool zoomKey(QKeyEvent *event);
    [[nodiscard]] bool moveKey(QKeyEvent *event);
    [[nodiscard]] int columnAt(qreal x) const;
    [[nodiscard]] bool canZoom() const;
    void paintOverlay(QPainter &painter) const;
    void paintMessage(QPainter &painter) const;

    const Theme &m_theme;
    ChartData m_data;
    ChartWords m_words;
    ChartWindow m_window;
    State m_state = State::Ready;
    QString m_failure;
    mutable std::optional<ChartScene> m_scene; ///< made when asked for
    ChartSpot m_current{0, 0};
    std::optional<ChartSpot> m_hovered;
    std::optional<int> m_spanFrom; ///< column where a marked span began: by Shift or by dragging
    int m_spanTo = 0;
    std::optional<QPoint> m_pressed;
    bool m_dragging = false;
};

} // namespace deskhand
