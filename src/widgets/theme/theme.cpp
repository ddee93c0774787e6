// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include "widgets/theme/app_style.h"
#include "widgets/theme/icon_set.h"
#include "widgets/theme/system_scheme.h"

#include <QApplication>
#include <QFontDatabase>

// A static library's resources are not there by themselves; the macro wants the global namespace.
static void initThemeResources()
{
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(help);
}

namespace deskhand {

namespace {

QFont systemFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    // Without a desktop's platform theme Qt falls back to a generic 9 pt, which no desktop uses.
    if (font.family() == QLatin1String("Sans Serif") && font.pointSize() < 10)
        font.setPointSize(10);
    return font;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_system(new SystemScheme(this))
    , m_tokens(&lightTokens())
    , m_baseFont(systemFont())
{
    initThemeResources();
    connect(m_system, &SystemScheme::changed, this, &Theme::update);
    update();
}

Theme::~Theme() = default;

void Theme::setChoice(ThemeChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    update();
}

void Theme::setSystemDark(bool dark)
{
    m_system->tell(dark);
}

void Theme::setFontScale(int percent)
{
    const int bounded = qBound(80, percent, 200);
    if (bounded == m_fontScale)
        return;
    m_fontScale = bounded;
    update();
}

void Theme::setDensity(Density density)
{
    if (density == m_density)
        return;
    m_density = density;
    update();
}

QFont Theme::font(TextStyle style) const
{
    QFont font = m_baseFont;
    const qreal base = m_baseFont.pointSizeF() * m_fontScale / 100.0;
    font.setPointSizeF(base);
    switch (style) {
    case TextStyle::Body: break;
    case TextStyle::Strong: font.setWeight(QFont::DemiBold); break;
    case TextStyle::Small: font.setPointSizeF(base * 0.9); break;
    case TextStyle::SmallStrong:
        font.setPointSizeF(base * 0.9);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Heading:
        font.setPointSizeF(base * 1.2);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Title:
        font.setPointSizeF(base * 1.6);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Mono:
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPointSizeF(base);
        break;
    }
    return font;
}

QIcon Theme::icon(const QString &name, Token tone) const
{
    return name.isEmpty() ? QIcon() : QIcon(new SvgIconEngine(this, name, tone));
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&palette, this](QPalette::ColorRole role, Token token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, Token::Window);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Window);
    set(QPalette::Text, Token::Text);
    set(QPalette::Button, Token::Surface);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Danger);
    set(QPalette::Highlight, Token::Selection);
    set(QPalette::HighlightedText, Token::Text);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::PlaceholderText, Token::TextMuted);
    set(QPalette::ToolTipBase, Token::Raised);
    set(QPalette::ToolTipText, Token::Text);
    set(QPalette::Light, Token::Hover);
    set(QPalette::Midlight, Token::Hairline);
    set(QPalette::Mid, Token::Border);
    set(QPalette::Dark, Token::Border);
    set(QPalette::Shadow, Token::Shadow);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, color(Token::SelectionInactive));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(Token::TextDisabled));
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Token::Window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, color(Token::SelectionInactive));
    return palette;
}

int Theme::controlHeight() const
{
    const int text = QFontMetrics(font()).height();
    return text + (m_density == Density::Compact ? 2 * metrics::tight : 3 * metrics::tight);
}

int Theme::rowPadding() const
{
    return m_density == Density::Compact ? metrics::tight : metrics::small;
}

void Theme::applyTo(QApplication &application)
{
    m_application = &application;
    application.setStyle(new AppStyle(*this)); // the application owns its style
    update();
}

void Theme::update()
{
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_system->isDark());
    m_scheme = m_choice == ThemeChoice::HighContrast ? Scheme::HighContrast : (dark ? Scheme::Dark : Scheme::Light);
    m_tokens = m_scheme == Scheme::Light ? &lightTokens() : (dark ? &darkTokens() : &highContrastTokens());
    if (m_application) {
        m_application->setFont(font());
        m_application->setPalette(palette());
    }
    Q_EMIT changed();
}

} // namespace deskhand
