// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QLabel>

namespace deskhand {

/// The only label of the program: shows every text as plain text, whatever a customer wrote, and may cut it with "…".
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);

    /// Cuts the text where there is no room and gives the whole in the tooltip. ElideNone: the default.
    void setElideMode(Qt::TextElideMode mode);
    /// Shows the whole text or nothing: for what is of no use when cut.
    void setWholeOrNothing();
    /// Font and colour of the theme, kept up with its changes. `theme` outlives the label.
    void setStyleOf(const Theme &theme, TextStyle style, Token color = Token::Text);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setFormat(Qt::TextFormat) = delete;

    Qt::TextElideMode m_elide = Qt::ElideNone;
    bool m_wholeOrNothing = false;
};

/// `text` as a tooltip that shows exactly these characters (Qt guesses markup in tooltips).
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace deskhand
