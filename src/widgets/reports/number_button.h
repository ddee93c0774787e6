// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace deskhand {

class Theme;

/// A big number that can be clicked: what it has counted.
class NumberButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit NumberButton(const Theme &theme, QWidget *parent = nullptr);

    /// In percent of the theme's title.
    void setScale(int percent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QFont numberFont() const;

    const Theme &m_theme;
    int m_scale = 150;
};

} // namespace deskhand
