// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QIcon>
#include <QIconEngine>
#include <QPointer>

namespace deskhand {

class Theme;

/// Draws one SVG of the icon set in a colour of the theme, at the size and device pixel ratio it is asked for.
class SvgIconEngine final : public QIconEngine
{
public:
    SvgIconEngine(const Theme *theme, QString name, Token tone);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override { return QStringLiteral("deskhand-svg"); }
    QString iconName() override { return m_name; }
    bool isNull() override;

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const;
    [[nodiscard]] QPixmap render(const QSize &devicePixels, QIcon::Mode mode) const;

    QPointer<const Theme> m_theme;
    QString m_name;
    Token m_tone;
};

/// Where the picture of `name` for `size` logical pixels is: ":/icons/16/…" or ":/icons/22/…"; empty: no such icon.
[[nodiscard]] QString iconPath(const QString &name, int size);

} // namespace deskhand
