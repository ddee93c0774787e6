// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace deskhand {

/// Puts items beside each other and goes to the next line where there is no room. An item whose horizontal policy
/// expands takes what is left of its line.
class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    /// Puts a widget before the item at `index`; takes ownership as addWidget() does.
    void insertWidget(int index, QWidget *widget);
    /// From this widget on everything stands on a line of its own where it does not fit behind what is before it.
    void setBreakBefore(const QWidget *widget) { m_breakBefore = widget; }
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool move) const;
    [[nodiscard]] bool breaksAt(qsizetype index, int room) const;

    QVector<QLayoutItem *> m_items;
    const QWidget *m_breakBefore = nullptr; ///< compared only
};

} // namespace deskhand
