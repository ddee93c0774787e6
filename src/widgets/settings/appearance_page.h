// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/settings/settings_page.h"

#include <memory>

namespace Ui {
class AppearancePage;
}

namespace deskhand {

class Settings;
class Theme;
class ThemeTile;

/// Theme, density and size of text.
class AppearancePage final : public SettingsPage
{
    Q_OBJECT

public:
    AppearancePage(const Theme &theme, Settings &settings, QWidget *parent = nullptr);
    ~AppearancePage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("appearance"); }
    [[nodiscard]] QString group() const override { return tr("This computer"); }
    [[nodiscard]] QString title() const override { return tr("Appearance"); }
    [[nodiscard]] QString icon() const override { return QStringLiteral("draw-brush"); }
    [[nodiscard]] QStringList keywords() const override;

private:
    void addTiles();
    void load();

    const Theme &m_theme;
    Settings &m_settings;
    std::unique_ptr<Ui::AppearancePage> m_ui;
    QList<ThemeTile *> m_tiles;
};

} // namespace deskhand
