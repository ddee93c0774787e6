// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace deskhand {

class Theme;

/// A small rounded plate with a text from anywhere and a cross that removes it. The text is drawn as it is.
class ChipButton final : public QAbstractButton
{
    Q_OBJECT

public:
    /// `icon`: name of the theme's icon before the text; may be empty.
    ChipButton(const Theme &theme, const QString &text, const QString &icon = {}, QWidget *parent = nullptr);

    /// Without a cross: only something to click on.
    void setRemovable(bool removable);
    /// Drawn in the colour of warnings: an address that is none.
    void setWarning(bool warning);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect crossRect() const;

    const Theme &m_theme;
    QString m_icon;
    bool m_removable = true;
    bool m_warning = false;
    bool m_overCross = false;
};

} // namespace deskhand
