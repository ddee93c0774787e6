// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chart_theme.h"

#include "widgets/theme/theme.h"

namespace deskhand {

ChartStyle chartStyleOf(const Theme &theme)
{
    const bool highContrast = theme.scheme() == Theme::Scheme::HighContrast;
    ChartStyle style;
    style.plane = theme.color(Token::Surface);
    style.text = theme.color(Token::Text);
    style.mutedText = theme.color(Token::TextMuted);
    style.grid = theme.color(highContrast ? Token::TextDisabled : Token::Hairline);
    style.axis = theme.color(highContrast ? Token::Text : Token::Border);
    style.focus = theme.color(Token::Accent);
    style.dark = theme.isDark();
    style.patterns = highContrast;
    style.font = theme.font(TextStyle::Small);
    style.strongFont = theme.font(TextStyle::SmallStrong);
    style.titleFont = theme.font(TextStyle::Heading);
    return style;
}

} // namespace deskhand
