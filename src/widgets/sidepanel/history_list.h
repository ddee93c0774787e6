// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history_model.h"

#include <QWidget>

namespace deskhand {

class Theme;

/// Lines of a ticket's history, each as high as its words need.
class HistoryList final : public QWidget
{
    Q_OBJECT

public:
    HistoryList(HistoryModel &model, const CatalogHolder &catalog, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Line {
        QRect rect;
        QRect what;
        QRect when;
    };

    [[nodiscard]] QVector<Line> arrange(int width) const;
    [[nodiscard]] QString textOf(int row) const;
    void refresh();

    HistoryModel &m_model;
    const CatalogHolder &m_catalog;
    const Theme &m_theme;
};

} // namespace deskhand
