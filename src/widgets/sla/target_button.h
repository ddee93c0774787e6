// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla_presenter.h"

#include <QAbstractButton>

namespace deskhand {

class Theme;

/// Where one target stands: mark, name, time left and how much of the promise is used up. Asks to be explained when it
/// is pressed, and for a look when the pointer comes to it.
class TargetButton final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Shape {
        Line, ///< as wide as its words, for the ticket's header
        Card, ///< over the whole width, with the progress below the words
    };

    TargetButton(const Theme &theme, Shape shape, QWidget *parent = nullptr);

    void setBlock(const SlaBlock &block);
    [[nodiscard]] const SlaBlock &block() const { return m_block; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The pointer came or went.
    void pointed(bool here);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintPlane(QPainter *painter) const;
    void paintLine(QPainter *painter) const;
    void paintCard(QPainter *painter) const;
    void paintProgress(QPainter *painter, const QRectF &bar) const;
    [[nodiscard]] int side() const; ///< room beside the words
    [[nodiscard]] bool showsProgress() const;
    [[nodiscard]] QFont briefFont() const;

    const Theme &m_theme;
    Shape m_shape;
    SlaBlock m_block;
};

} // namespace deskhand
