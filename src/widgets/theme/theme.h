// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

class QApplication;

namespace deskhand {

class SystemScheme;

/// What a person chose in the settings.
enum class ThemeChoice { System, Light, Dark, HighContrast };

/// How much air rows and controls have.
enum class Density { Comfortable, Compact };

/// The role of a text, from which its font follows.
enum class TextStyle { Body, Strong, Small, SmallStrong, Heading, Title, Mono };

/// Colours, fonts and icons in use. One object is made by the composition root and handed to every widget; it
/// outlives them. Widgets that paint ask on every paint and repaint on changed().
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { Light, Dark, HighContrast };
    Q_ENUM(Scheme)

    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    void setChoice(ThemeChoice choice);
    /// What the desktop itself says it is; without it, its palette decides.
    void setSystemDark(bool dark);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    /// Size of text in percent of the system's font, 80–200.
    void setFontScale(int percent);
    [[nodiscard]] int fontScale() const { return m_fontScale; }
    void setDensity(Density density);
    [[nodiscard]] Density density() const { return m_density; }

    /// What is shown now: the choice, or what the system has.
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const { return m_scheme != Scheme::Light; }

    [[nodiscard]] QColor color(Token token) const { return (*m_tokens)[static_cast<std::size_t>(token)]; }
    [[nodiscard]] const TokenSet &tokens() const { return *m_tokens; }
    [[nodiscard]] QFont font(TextStyle style = TextStyle::Body) const;
    /// An icon of resources/icons/icons.txt in the colour of `tone`; sharp at every scale. Asks this object for the
    /// colour when painted, so that it follows changes of the scheme without being set again.
    [[nodiscard]] QIcon icon(const QString &name, Token tone = Token::TextMuted) const;
    [[nodiscard]] QPalette palette() const;
    /// Height of buttons and inputs in logical pixels.
    [[nodiscard]] int controlHeight() const;
    /// Distance above and below the text of a row in logical pixels.
    [[nodiscard]] int rowPadding() const;

    /// Gives the application this theme's style, palette and font, now and after every change. Call once.
    void applyTo(QApplication &application);

Q_SIGNALS:
    /// Colours, fonts or density differ from before; the application's palette and font are already set.
    void changed();

private:
    void update();

    SystemScheme *m_system;
    QApplication *m_application = nullptr;
    const TokenSet *m_tokens;
    QFont m_baseFont;
    ThemeChoice m_choice = ThemeChoice::System;
    Density m_density = Density::Comfortable;
    Scheme m_scheme = Scheme::Light;
    int m_fontScale = 100;
};

} // namespace deskhand
