// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_view.h"

#include "charts/chart_inks.h"
#include "charts/chart_layout.h"
#include "charts/chart_painter.h"
#include "widgets/charts/chart_accessible.h"
#include "widgets/charts/chart_theme.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace deskhand {

namespace {

constexpr double loadingOpacity = 0.45;
constexpr int ringReach = 3; ///< around the mark that has the focus
constexpr QSize chartHint(480, 240);
constexpr QSize chartLeast(120, 72);
constexpr QSize sparkHint(120, 32);
constexpr QSize sparkLeast(24, 16);

bool isSameQuestion(const ChartData &one, const ChartData &other)
{
    return one.kind == other.kind && one.title == other.title && one.axis.kind == other.axis.kind
           && one.axis.step == other.axis.step && one.pointCount() == other.pointCount()
           && one.axis.instants.value(0) == other.axis.instants.value(0);
}

} // namespace

ChartView::ChartView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    installChartAccessible();
    setObjectName(QStringLiteral("ChartView"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&theme, &Theme::changed, this, &ChartView::forgetScene);
}

ChartView::~ChartView() = default;

void ChartView::forgetScene()
{
    m_scene.reset();
    update();
}

void ChartView::setData(const ChartData &data)
{
    const bool again = isSameQuestion(m_data, data);
    m_data = data;
    m_state = State::Ready;
    m_failure.clear();
    if (!again) {
        m_window = {};
        m_spanFrom.reset();
        m_hovered.reset();
        m_current = {0, 0};
    }
    // Lines are read from their end: that is where one is now.
    if (!again && data.axis.kind == ChartAxis::Kind::Time && data.pointCount() > 0)
        m_current.point = data.pointCount() - 1;
    m_current.series = std::clamp(m_current.series, 0, std::max(0, int(data.series.size()) - 1));
    m_current.point = std::clamp(m_current.point, 0, std::max(0, data.pointCount() - 1));
    setAccessibleName(data.title);
    setAccessibleDescription(m_words.summary(data));
    updateGeometry();
    forgetScene();
    Q_EMIT changed();
}

void ChartView::setLoading()
{
    m_state = State::Loading;
    update();
    Q_EMIT changed();
}

void ChartView::setFailed(const QString &text)
{
    m_state = State::Failed;
    m_failure = text;
    setAccessibleDescription(text);
    update();
    Q_EMIT changed();
}

void ChartView::setWords(const ChartWords &words)
{
    m_words = words;
    setAccessibleDescription(m_words.summary(m_data));
    forgetScene();
}

std::optional<ChartSpot> ChartView::currentPoint() const
{
    return m_data.point(m_current.series, m_current.point) ? std::optional(m_current) : std::nullopt;
}

void ChartView::setCurrentPoint(int series, int point)
{
    const ChartSpot wanted{series, point};
    if (wanted == m_current || !m_data.point(series, point))
        return;
    m_current = wanted;
    update();
    tellFocus();
    Q_EMIT selectionChanged(series, point);
}

bool ChartView::canZoom() const
{
    return m_data.kind != ChartKind::Sparkline && m_data.kind != ChartKind::Survival && !m_data.horizontal
           && m_data.pointCount() > minZoomPoints;
}

bool ChartView::isZoomed() const
{
    return m_data.pointCount() > 0
           && boundedWindow(m_window, m_data.pointCount()) != boundedWindow({}, m_data.pointCount());
}

void ChartView::zoomTo(ChartWindow window)
{
    const int points = m_data.pointCount();
    if (points == 0 || (!canZoom() && window != ChartWindow{}))
        return;
    const ChartWindow before = boundedWindow(m_window, points);
    const ChartWindow wanted = boundedWindow(window, points);
    m_window = wanted == boundedWindow({}, points) ? ChartWindow{} : wanted;
    m_spanFrom.reset();
    m_current.point = std::clamp(m_current.point, wanted.first, wanted.last);
    forgetScene();
    if (before == wanted)
        return;
    const QVector<Instant> &instants = m_data.axis.instants;
    if (m_data.axis.kind == ChartAxis::Kind::Time && wanted.last < instants.size()) {
        // The end is where the next bucket begins; of the last one only its beginning is known.
        const Instant width = instants.size() > 1 ? instants.last() - instants[instants.size() - 2] : 0;
        const Instant to = wanted.last + 1 < instants.size() ? instants[wanted.last + 1] : instants.last() + width;
        Q_EMIT zoomed(instants[wanted.first], to);
    }
    Q_EMIT changed();
}

const ChartScene &ChartView::scene() const
{
    if (!m_scene)
        m_scene = layOutChart(m_data, m_words, chartStyleOf(m_theme), {QSizeF(size()), m_window, false});
    return *m_scene;
}

QRect ChartView::pointRect(int series, int point) const
{
    if (const ChartShape *shape = scene().shape(series, point))
        return shape->area.toAlignedRect().adjusted(-ringReach, -ringReach, ringReach, ringReach);
    // Without a value it is where the value would be: the slot's foot, or its row in a heat map.
    const int column = point - scene().window.first;
    if (column < 0 || column >= scene().columns.size() || !m_data.point(series, point))
        return {};
    QRectF slot = scene().columns[column];
    if (m_data.kind == ChartKind::HeatMap) {
        const double row = slot.height() / double(m_data.series.size());
        slot = QRectF(slot.left(), slot.top() + series * row, slot.width(), row);
    } else if (!m_data.horizontal) {
        slot.setTop(slot.bottom() - 2 * ringReach);
    }
    return slot.toAlignedRect();
}

QSize ChartView::sizeHint() const
{
    return m_data.kind == ChartKind::Sparkline ? sparkHint : chartHint;
}

QSize ChartView::minimumSizeHint() const
{
    return m_data.kind == ChartKind::Sparkline ? sparkLeast : chartLeast;
}

void ChartView::paintMessage(QPainter &painter) const
{
    const bool failed = m_state == State::Failed;
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_theme.color(failed ? Token::Danger : Token::TextMuted));
    const QString text = failed ? m_failure : m_state == State::Loading ? tr("Loading…") : m_words.emptyText(m_data);
    if (m_data.kind == ChartKind::Sparkline)
        return;
    const QRect room = rect().adjusted(metrics::large, 0, -metrics::large, 0);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, text);
}

void ChartView::paintOverlay(QPainter &painter) const
{
    const ChartScene &places = scene();
    const QRectF &plot = places.plot;
    const auto slotOf = [&](int point) {
        return places.columns.value(std::clamp(point - places.window.first, 0, int(places.columns.size()) - 1));
    };
    if (m_spanFrom && !places.columns.isEmpty()) {
        const QRectF from = slotOf(std::min(*m_spanFrom, m_spanTo));
        const QRectF to = slotOf(std::max(*m_spanFrom, m_spanTo));
        QColor tint = m_theme.color(Token::Accent);
        tint.setAlphaF(0.14F);
        painter.fillRect(QRectF(from.left(), plot.top(), to.right() - from.left(), plot.height()), tint);
    }
    const bool overLines =
        m_data.kind == ChartKind::Line || m_data.kind == ChartKind::StackedArea || m_data.kind == ChartKind::Survival;
    if (m_hovered && overLines) {
        if (const ChartShape *shape = places.shape(m_hovered->series, m_hovered->point)) {
            painter.setPen(QPen(m_theme.color(Token::TextMuted), 1));
            painter.drawLine(QPointF(shape->anchor.x(), plot.top()), QPointF(shape->anchor.x(), plot.bottom()));
            painter.setRenderHint(QPainter::Antialiasing);
            for (int series = 0; series < m_data.series.size(); ++series) {
                if (const ChartShape *at = places.shape(series, m_hovered->point))
                    paintMarker(painter, at->anchor, places.inks[series].marker, 4, places.inks[series].stroke,
                                m_theme.color(Token::Surface));
            }
        }
    } else if (m_hovered) {
        QColor tint = m_theme.color(Token::Text);
        tint.setAlphaF(0.1F);
        if (const ChartShape *shape = places.shape(m_hovered->series, m_hovered->point))
            painter.fillRect(shape->area, tint);
    }
    if (hasFocus() && currentPoint()) {
        const QRect ring = pointRect(m_current.series, m_current.point).intersected(rect());
        if (ring.isEmpty())
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        const QRectF outline = QRectF(ring).adjusted(1, 1, -1, -1);
        painter.setPen(QPen(m_theme.color(Token::Surface), 4));
        painter.drawRoundedRect(outline, 3, 3);
        painter.setPen(QPen(m_theme.color(Token::Accent), 2));
        painter.drawRoundedRect(outline, 3, 3);
    }
}

void ChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool nothing = m_data.isEmpty();
    if (m_state == State::Failed || nothing) {
        paintMessage(painter);
        return;
    }
    if (m_state == State::Loading)
        painter.setOpacity(loadingOpacity);
    paintChart(painter, scene(), chartStyleOf(m_theme));
    paintOverlay(painter);
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    m_scene.reset();
    QWidget::resizeEvent(event);
}

void ChartView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        forgetScene();
    else if (event->type() == QEvent::LanguageChange)
        setWords(m_words);
    QWidget::changeEvent(event);
}

} // namespace deskhand
