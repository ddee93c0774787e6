// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/app_style.h"

#include "widgets/theme/theme.h"

#include <QStyleOption>

namespace deskhand {

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_LineEditIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return metrics::icon;
    case PM_SplitterWidth: return metrics::hairline;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return metrics::large;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return metrics::small;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_SliderLength:
    case PM_SliderThickness: return 18;
    case PM_SliderControlThickness: return 18;
    case PM_MenuBarPanelWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap: return 0;
    case PM_MenuBarHMargin: return metrics::tight;
    case PM_MenuBarVMargin: return 0;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return metrics::tight;
    case PM_FocusFrameHMargin: return metrics::tight; // beside the text of rows
    case PM_DefaultFrameWidth: return 1;
    case PM_ToolTipLabelFrameWidth: return metrics::tight + 1;
    case PM_HeaderMargin: return metrics::tight + 1;
    case PM_TreeViewIndentation: return metrics::large;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_UnderlineShortcut: return m_mnemonics ? 1 : 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_MessageBox_CenterButtons:
    case SH_ScrollBar_Transient: return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_MouseTracking:
    case SH_MenuBar_MouseTracking: return 1;
    case SH_Table_GridLineColor: return m_theme ? int(m_theme->color(Token::Hairline).rgba()) : 0;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_Widget_Animation_Duration: return qMin(150, QProxyStyle::styleHint(hint, option, widget, returnData));
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                 const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (!m_theme)
        return size;
    const int height = m_theme->controlHeight();
    switch (type) {
    case CT_PushButton:
        size.setWidth(qMax(contents.width() + 2 * metrics::large, 18 * metrics::step));
        size.setHeight(qMax(height, contents.height() + 2));
        break;
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            size.setHeight(qMax(size.height(), height));
        break;
    case CT_ComboBox:
        size.setHeight(qMax(contents.height() + metrics::tight, height));
        size.rwidth() += metrics::small;
        break;
    case CT_ItemViewItem: size.rheight() += m_theme->rowPadding(); break;
    case CT_SpinBox: size.setHeight(qMax(size.height(), height)); break;
    case CT_ToolButton:
        size.setHeight(qMax(contents.height() + 2 * metrics::tight, height - metrics::tight));
        size.setWidth(qMax(contents.width() + 2 * metrics::tight, size.height()));
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button && (button->features & (QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup))
            && !(button->features & QStyleOptionToolButton::PopupDelay))
            size.rwidth() += 14;
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                size.setHeight(2 * metrics::tight + 1);
            else
                size = QSize(size.width() + metrics::huge, qMax(size.height(), height - metrics::tight));
        }
        break;
    case CT_MenuBarItem: size = QSize(contents.width() + 5 * metrics::step, height); break;
    case CT_TabBarTab: size = QSize(contents.width() + metrics::tight, height + metrics::small); break;
    case CT_HeaderSection: size.setHeight(qMax(size.height(), height - 2)); break;
    default: break;
    }
    return size;
}

QRect AppStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        rect.adjust(metrics::tight + 1, 0, -metrics::tight - 1, 0);
    return rect;
}

QRect AppStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                               const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return QProxyStyle::subControlRect(control, option, subControl, widget);
        // No arrow buttons: the groove is the whole bar.
        const bool horizontal = bar->orientation == Qt::Horizontal;
        const int length = horizontal ? bar->rect.width() : bar->rect.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int extent = length;
        if (range > 0)
            extent = qBound(qMin(32, length), int(qint64(length) * bar->pageStep / (range + bar->pageStep)), length);
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - extent, bar->upsideDown);
        const auto span = [&](int from, int count) {
            const QRect part = horizontal ? QRect(bar->rect.left() + from, bar->rect.top(), count, bar->rect.height())
                                          : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), count);
            return visualRect(bar->direction, bar->rect, part);
        };
        switch (subControl) {
        case SC_ScrollBarSlider: return span(start, extent);
        case SC_ScrollBarSubPage: return span(0, start);
        case SC_ScrollBarAddPage: return span(start + extent, length - start - extent);
        case SC_ScrollBarGroove: return bar->rect;
        default: return {};
        }
    }
    QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField && m_theme)
        rect.adjust(option->direction == Qt::RightToLeft ? 0 : metrics::tight, 0,
                    option->direction == Qt::RightToLeft ? -metrics::tight : 0, 0);
    return rect;
}

} // namespace deskhand
