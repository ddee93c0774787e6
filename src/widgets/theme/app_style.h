// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QProxyStyle>

class QStyleOptionHeader;
class QStyleOptionToolButton;

namespace deskhand {

class Theme;

/// Draws the standard controls flat, with hairlines and one radius, in the colours of the theme.
/// Everything it does not know is drawn by Fusion.
///
/// Dynamic properties of widgets that it reads: "primary" (a push button that is the one thing to do here), "danger"
/// (it destroys), "note" (a push button that writes an internal note).
class AppStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    /// `theme` may die first; then the controls look like Fusion's.
    explicit AppStyle(const Theme &theme);

    void polish(QWidget *widget) override;
    void polish(QApplication *application) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget) const override;

private:
    // Each: whether it drew the element.
    bool drawFrame(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                   const QWidget *widget) const;
    bool drawIndicator(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const;
    bool drawMenuPart(ControlElement element, const QStyleOption *option, QPainter *painter,
                      const QWidget *widget) const;
    bool drawButtonPart(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const;
    void drawHeaderLabel(const QStyleOptionHeader *header, QPainter *painter, const QWidget *widget) const;
    void drawToolButton(const QStyleOptionToolButton *button, QPainter *painter, const QWidget *widget) const;

    QPointer<const Theme> m_theme;
    bool m_mnemonics = false; ///< Alt is held: letters are underlined
};

} // namespace deskhand
