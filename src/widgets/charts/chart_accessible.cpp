// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_accessible.h"

#include "widgets/charts/chart_view.h"

#include <QAccessibleWidget>
#include <QPointer>

namespace deskhand {

namespace {

/// One point of one series.
class ChartCellAccessible final : public QAccessibleInterface,
                                  public QAccessibleTableCellInterface,
                                  public QAccessibleActionInterface
{
public:
    ChartCellAccessible(ChartView *view, ChartSpot spot)
        : m_view(view)
        , m_spot(spot)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_view && m_view->data().point(m_spot.series, m_spot.point); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return m_view ? QAccessible::queryAccessibleInterface(m_view.data()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }
    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const ChartData &data = m_view->data();
        const ChartWords &words = m_view->words();
        if (kind == QAccessible::Name)
            return words.position(data, m_spot.point) + QStringLiteral(", ")
                   + words.valueLine(data, m_spot.series, m_spot.point);
        if (kind == QAccessible::Value)
            return words.value(data.format, data.value(m_spot.series, m_spot.point));
        return {};
    }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect area = m_view->pointRect(m_spot.series, m_spot.point);
        return {m_view->mapToGlobal(area.topLeft()), area.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.readOnly = true;
        state.focusable = true;
        state.selectable = true;
        state.focused = state.selected = isSelected() && m_view->hasFocus();
        state.offscreen = m_view->pointRect(m_spot.series, m_spot.point).isEmpty();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface *>(this);
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface *>(this);
        return nullptr;
    }

    [[nodiscard]] bool isSelected() const override { return m_view && m_view->currentPoint() == std::optional(m_spot); }
    [[nodiscard]] QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    [[nodiscard]] QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int columnIndex() const override { return m_spot.series; }
    [[nodiscard]] int rowIndex() const override { return m_spot.point; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *table() const override { return parent(); }

    [[nodiscard]] QStringList actionNames() const override
    {
        return isValid() ? QStringList{pressAction(), setFocusAction()} : QStringList();
    }
    void doAction(const QString &action) override
    {
        if (!actionNames().contains(action))
            return;
        m_view->setFocus();
        m_view->setCurrentPoint(m_spot.series, m_spot.point);
        if (action == pressAction())
            Q_EMIT m_view->activated(m_spot.series, m_spot.point);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

    [[nodiscard]] ChartSpot spot() const { return m_spot; }

private:
    QPointer<ChartView> m_view;
    ChartSpot m_spot;
};

class ChartAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit ChartAccessible(ChartView *view)
        : QAccessibleWidget(view, QAccessible::Chart)
    {
    }

    ~ChartAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_cells))
            QAccessible::deleteAccessibleInterface(id);
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] int childCount() const override { return rowCount() * columnCount(); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return columnCount() > 0 && index >= 0 ? cellAt(index / columnCount(), index % columnCount()) : nullptr;
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *cell = dynamic_cast<const ChartCellAccessible *>(child);
        return cell && cell->isValid() ? cell->spot().point * columnCount() + cell->spot().series : -1;
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const std::optional<ChartSpot> spot = view()->scene().spotAt(view()->mapFromGlobal(QPoint(x, y)), true);
        return spot ? cellAt(spot->point, spot->series) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        const std::optional<ChartSpot> spot = view()->currentPoint();
        return view()->hasFocus() && spot ? cellAt(spot->point, spot->series) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
            return nullptr;
        const qint64 key = (qint64(column) << 32) | row;
        const auto found = m_cells.constFind(key);
        if (found != m_cells.constEnd())
            return QAccessible::accessibleInterface(*found);
        auto *made = new ChartCellAccessible(view(), {column, row});
        m_cells.insert(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QString columnDescription(int column) const override
    {
        return column >= 0 && column < columnCount() ? view()->data().series[column].name : QString();
    }
    [[nodiscard]] QString rowDescription(int row) const override
    {
        return view()->words().position(view()->data(), row);
    }
    [[nodiscard]] int columnCount() const override
    {
        const ChartData &data = view()->data();
        return data.kind == ChartKind::Sparkline ? std::min(1, int(data.series.size())) : int(data.series.size());
    }
    [[nodiscard]] int rowCount() const override { return view()->data().pointCount(); }
    [[nodiscard]] int selectedCellCount() const override { return view()->currentPoint() ? 1 : 0; }
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override { return 0; }
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override
    {
        const std::optional<ChartSpot> spot = view()->currentPoint();
        return spot ? QList<QAccessibleInterface *>{cellAt(spot->point, spot->series)}
                    : QList<QAccessibleInterface *>();
    }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

private:
    [[nodiscard]] ChartView *view() const { return static_cast<ChartView *>(widget()); }

    mutable QHash<qint64, QAccessible::Id> m_cells; ///< by series and point; those made so far
};

QAccessibleInterface *makeChartAccessible(const QString &className, QObject *object)
{
    if (className != QLatin1String(ChartView::staticMetaObject.className()))
        return nullptr;
    auto *view = qobject_cast<ChartView *>(object);
    return view ? new ChartAccessible(view) : nullptr;
}

} // namespace

void installChartAccessible()
{
    QAccessible::installFactory(makeChartAccessible);
}

void tellChartFocus(ChartView *view, ChartSpot spot)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(view);
    QAccessibleTableInterface *table = chart ? chart->tableInterface() : nullptr;
    if (!table || !table->cellAt(spot.point, spot.series))
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(chart->indexOfChild(table->cellAt(spot.point, spot.series)));
    QAccessible::updateAccessibility(&event);
}

} // namespace deskhand
