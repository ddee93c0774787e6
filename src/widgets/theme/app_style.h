// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QProxyStyle>

namespace deskhand {

class Theme;

/// Draws the standard controls flat, with hairlines and one radius, in the colours of the theme.
/// Everything it does not know is drawn by Fusion.
class AppStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    /// `theme` may die first; then the controls look like Fusion's.
    explicit AppStyle(const Theme &theme);

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;

private:
    QPointer<const Theme> m_theme;
};

} // namespace deskhand
