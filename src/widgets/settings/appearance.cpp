// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/appearance.h"

#include "models/settings.h"
#include "widgets/theme/theme.h"

namespace deskhand {

namespace {

void applyAppearance(const Settings &settings, Theme &theme)
{
    const QString choice = settings.value(QLatin1String(appearance::themeKey)).toString();
    if (choice == QLatin1String("light"))
        theme.setChoice(ThemeChoice::Light);
    else if (choice == QLatin1String("dark"))
        theme.setChoice(ThemeChoice::Dark);
    else if (choice == QLatin1String("high-contrast"))
        theme.setChoice(ThemeChoice::HighContrast);
    else
        theme.setChoice(ThemeChoice::System);
    const QString density = settings.value(QLatin1String(appearance::densityKey)).toString();
    theme.setDensity(density == QLatin1String("compact") ? Density::Compact : Density::Comfortable);
    theme.setFontScale(settings.value(QLatin1String(appearance::fontScaleKey), 100).toInt());
}

} // namespace

void followAppearance(Settings &settings, Theme &theme, QObject *context)
{
    applyAppearance(settings, theme);
    QObject::connect(&settings, &Settings::changed, context, [&settings, &theme](const QString &key) {
        if (key.startsWith(QLatin1String("appearance/")))
            applyAppearance(settings, theme);
    });
}

} // namespace deskhand
