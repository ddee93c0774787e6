// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/appearance_page.h"

#include "models/settings.h"
#include "settings/ui_appearance_page.h"
#include "widgets/settings/appearance.h"
#include "widgets/settings/theme_tile.h"

#include <QButtonGroup>

namespace deskhand {

namespace {

QString themeName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System: break;
    case ThemeChoice::Light: return QStringLiteral("light");
    case ThemeChoice::Dark: return QStringLiteral("dark");
    case ThemeChoice::HighContrast: return QStringLiteral("high-contrast");
    }
    return QStringLiteral("system");
}

} // namespace

AppearancePage::AppearancePage(const Theme &theme, Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_ui(std::make_unique<Ui::AppearancePage>())
{
    m_ui->setupUi(this);
    for (PlainLabel *heading : {m_ui->themeLabel, m_ui->densityLabel, m_ui->textSizeLabel})
        heading->setStyleOf(theme, TextStyle::Strong);
    m_ui->noteLabel->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    addTiles();
    load();
    connect(m_ui->compactRadioButton, &QRadioButton::toggled, this, [this](bool compact) {
        m_settings.setValue(QLatin1String(appearance::densityKey),
                            compact ? QStringLiteral("compact") : QStringLiteral("comfortable"));
    });
    connect(m_ui->textSizeSlider, &QSlider::valueChanged, this, [this](int tens) {
        m_ui->textSizeValueLabel->setText(tr("%1 %").arg(tens * 10));
        m_settings.setValue(QLatin1String(appearance::fontScaleKey), tens * 10);
    });
    connect(&settings, &Settings::changed, this, &AppearancePage::load);
}

AppearancePage::~AppearancePage() = default;

QStringList AppearancePage::keywords() const
{
    return {tr("theme"), tr("dark"), tr("light"), tr("high contrast"), tr("density"), tr("font"), tr("size of text")};
}

void AppearancePage::addTiles()
{
    // Not auto-exclusive, which would take the page's radio buttons into the same choice.
    auto *group = new QButtonGroup(this);
    const auto add = [this, group](ThemeChoice choice, const QString &name, const QString &objectName) {
        auto *tile = new ThemeTile(m_theme, choice, name, this);
        tile->setObjectName(objectName);
        connect(tile, &ThemeTile::clicked, this,
                [this, choice] { m_settings.setValue(QLatin1String(appearance::themeKey), themeName(choice)); });
        m_ui->tilesLayout->addWidget(tile);
        group->addButton(tile);
        m_tiles.append(tile);
    };
    add(ThemeChoice::System, tr("As the desktop"), QStringLiteral("systemThemeTile"));
    add(ThemeChoice::Light, tr("Light"), QStringLiteral("lightThemeTile"));
    add(ThemeChoice::Dark, tr("Dark"), QStringLiteral("darkThemeTile"));
    add(ThemeChoice::HighContrast, tr("High contrast"), QStringLiteral("highContrastThemeTile"));
    m_ui->tilesLayout->addStretch(1);
}

void AppearancePage::load()
{
    for (ThemeTile *tile : std::as_const(m_tiles))
        tile->setChecked(tile->choice() == m_theme.choice());
    const bool compact = m_theme.density() == Density::Compact;
    m_ui->compactRadioButton->setChecked(compact);
    m_ui->comfortableRadioButton->setChecked(!compact);
    m_ui->textSizeSlider->setValue(m_theme.fontScale() / 10);
    m_ui->textSizeValueLabel->setText(tr("%1 %").arg(m_theme.fontScale()));
}

} // namespace deskhand
