// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/app_style.h"

#include "widgets/theme/theme.h"

namespace deskhand {

AppStyle::AppStyle(const Theme &theme)
    : QProxyStyle(QStringLiteral("fusion"))
    , m_theme(&theme)
{
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return metrics::icon;
    case PM_ToolBarIconSize: return metrics::icon;
    case PM_SplitterWidth: return 1;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return metrics::large;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return metrics::small;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace deskhand
