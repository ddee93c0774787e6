// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/tokens.h"

#include <QMetaEnum>
#include <QtTest>

#include <array>
#include <cmath>

using namespace deskhand;

Q_DECLARE_METATYPE(const deskhand::TokenSet *)

namespace {

using Linear = std::array<double, 3>;

Linear linearRgb(const QColor &color)
{
    const auto channel = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return {channel(color.redF()), channel(color.greenF()), channel(color.blueF())};
}

double luminance(const Linear &rgb)
{
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

// WCAG 2.1, "contrast ratio".
double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(linearRgb(one));
    const double b = luminance(linearRgb(other));
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

using Matrix = std::array<Linear, 3>;

// Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB.
const std::array<Matrix, 4> visions{{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

Linear seen(const Linear &rgb, const Matrix &vision)
{
    Linear result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = std::clamp(vision[i][0] * rgb[0] + vision[i][1] * rgb[1] + vision[i][2] * rgb[2], 0.0, 1.0);
    return result;
}

Linear cieLab(const Linear &rgb)
{
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    const double y = f(luminance(rgb));
    const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

// CIE 1976 colour difference; 2.3 is just noticeable side by side.
double difference(const QColor &one, const QColor &other, const Matrix &vision)
{
    const Linear a = cieLab(seen(linearRgb(one), vision));
    const Linear b = cieLab(seen(linearRgb(other), vision));
    return std::sqrt(std::pow(a[0] - b[0], 2) + std::pow(a[1] - b[1], 2) + std::pow(a[2] - b[2], 2));
}

QColor pick(const TokenSet &set, Token token)
{
    return set[static_cast<std::size_t>(token)];
}

} // namespace

class ThemeContrastTest : public QObject
{
    Q_OBJECT

private:
    void addThemes()
    {
        QTest::addColumn<const TokenSet *>("set");
        QTest::newRow("light") << &lightTokens();
        QTest::newRow("dark") << &darkTokens();
        QTest::newRow("high contrast") << &highContrastTokens();
    }

private Q_SLOTS:
    void everyTokenIsSet_data() { addThemes(); }
    void everyTokenIsSet()
    {
        QFETCH(const TokenSet *, set);
        for (const QColor &color : *set)
            QVERIFY(color.isValid());
    }

    void textCanBeRead_data() { addThemes(); }
    void textCanBeRead()
    {
        QFETCH(const TokenSet *, set);
        const QVector<Token> rows{Token::Window, Token::Surface,   Token::Raised,
                                  Token::Hover,  Token::Selection, Token::SelectionInactive};
        const QVector<Token> onRows{Token::Text,         Token::TextMuted,
                                    Token::Accent,       Token::StateNew,
                                    Token::StateOpen,    Token::StatePending,
                                    Token::StateSolved,  Token::StateClosed,
                                    Token::StateMerged,  Token::PriorityUrgent,
                                    Token::PriorityHigh, Token::PriorityNormal,
                                    Token::PriorityLow,  Token::TimePlenty,
                                    Token::TimeSoon,     Token::TimeCritical,
                                    Token::TimeOverdue,  Token::TimePaused,
                                    Token::Success,      Token::Warning,
                                    Token::Danger,       Token::Info};
        QVector<QPair<Token, Token>> pairs;
        for (const Token plane : rows) {
            for (const Token text : onRows)
                pairs.append({text, plane});
        }
        for (const Token plane : {Token::NoteTint, Token::SuccessTint, Token::WarningTint, Token::DangerTint,
                                  Token::InfoTint, Token::Pressed, Token::Match})
            pairs.append({Token::Text, plane});
        for (const Token plane :
             {Token::NoteTint, Token::SuccessTint, Token::WarningTint, Token::DangerTint, Token::InfoTint})
            pairs.append({Token::TextMuted, plane});
        pairs += {{Token::NoteText, Token::NoteTint},     {Token::OnAccent, Token::Accent},
                  {Token::OnAccent, Token::AccentStrong}, {Token::Accent, Token::NoteTint},
                  {Token::Success, Token::SuccessTint},   {Token::Warning, Token::WarningTint},
                  {Token::Danger, Token::DangerTint},     {Token::Info, Token::InfoTint}};
        for (const auto &[text, plane] : std::as_const(pairs)) {
            const double ratio = contrast(pick(*set, text), pick(*set, plane));
            QVERIFY2(ratio >= 4.5,
                     qPrintable(QStringLiteral("token %1 on %2: %3 : 1").arg(int(text)).arg(int(plane)).arg(ratio)));
        }
    }

    void familiesStayApart_data() { addThemes(); }
    void familiesStayApart()
    {
        QFETCH(const TokenSet *, set);
        const QVector<QVector<Token>> families{
            {Token::StateNew, Token::StateOpen, Token::StatePending, Token::StateSolved, Token::StateClosed},
            {Token::PriorityUrgent, Token::PriorityHigh, Token::PriorityNormal, Token::PriorityLow},
            {Token::TimePlenty, Token::TimeSoon, Token::TimeCritical, Token::TimeOverdue, Token::TimePaused},
            {Token::Success, Token::Warning, Token::Danger, Token::Info},
        };
        for (const QVector<Token> &family : families) {
            for (int i = 0; i < family.size(); ++i) {
                for (int k = i + 1; k < family.size(); ++k) {
                    for (const Matrix &vision : visions) {
                        const double far = difference(pick(*set, family[i]), pick(*set, family[k]), vision);
                        QVERIFY2(far >= 10, qPrintable(QStringLiteral("tokens %1 and %2 look alike: %3")
                                                           .arg(int(family[i]))
                                                           .arg(int(family[k]))
                                                           .arg(far)));
                    }
                }
            }
        }
    }

    void formulasAreRight()
    {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 0.001);
        QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.001);
        QVERIFY(difference(Qt::red, Qt::green, visions[0]) > 100);
        QVERIFY(difference(QColor(200, 60, 0), QColor(120, 100, 0), visions[2]) < 30);
    }
};

QTEST_APPLESS_MAIN(ThemeContrastTest)
#include "theme_contrast_test.moc"
