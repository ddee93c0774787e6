// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_inks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace deskhand {

namespace {

struct InkColor {
    ChartRole role;
    QRgb light;
    QRgb dark;
};

constexpr std::array<InkColor, 13> inkColors{{
    {ChartRole::First, 0xff1666d6, 0xff66a6ff},
    {ChartRole::Second, 0xffe07012, 0xfff0b429},
    {ChartRole::Third, 0xff0a5a4c, 0xff5fe3b0},
    {ChartRole::Fourth, 0xff943079, 0xffb865b8},
    {ChartRole::Fifth, 0xff6e5f0a, 0xfff3efa0},
    {ChartRole::Sixth, 0xff2a1f8f, 0xff8a63f0},
    {ChartRole::Seventh, 0xff8d8fc2, 0xffbfe6fa},
    {ChartRole::Eighth, 0xffb37872, 0xffe57544},
    {ChartRole::Good, 0xff2a9d75, 0xff6fe6cf},
    {ChartRole::Warning, 0xffc97d00, 0xfff2d04c},
    {ChartRole::Bad, 0xffa30f35, 0xffd9485a},
    {ChartRole::Neutral, 0xff868fa8, 0xff7279a0},
    {ChartRole::Other, 0xff868fa8, 0xff7279a0},
}};

constexpr std::array<Qt::BrushStyle, 8> inkPatterns{Qt::SolidPattern,  Qt::BDiagPattern,    Qt::HorPattern,
                                                    Qt::Dense5Pattern, Qt::FDiagPattern,    Qt::VerPattern,
                                                    Qt::CrossPattern,  Qt::DiagCrossPattern};

double linearChannel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// What a role is besides its colour.
int inkOrder(ChartRole role)
{
    switch (role) {
    case ChartRole::Good: return 0;
    case ChartRole::Bad: return 1;
    case ChartRole::Warning: return 2;
    case ChartRole::Neutral:
    case ChartRole::Other: return 3;
    default: return std::max(0, int(role) - int(ChartRole::First));
    }
}

} // namespace

double relativeLuminance(const QColor &color)
{
    return 0.2126 * linearChannel(color.redF()) + 0.7152 * linearChannel(color.greenF())
           + 0.0722 * linearChannel(color.blueF());
}

QColor chartColor(ChartRole role, bool dark)
{
    const auto found =
        std::find_if(inkColors.cbegin(), inkColors.cend(), [role](const InkColor &one) { return one.role == role; });
    const InkColor &ink = found == inkColors.cend() ? inkColors.front() : *found;
    return QColor::fromRgb(dark ? ink.dark : ink.light);
}

QColor mixedColor(const QColor &color, const QColor &goal, double amount)
{
    const auto mix = [amount](double from, double to) { return float(from + (to - from) * amount); };
    return QColor::fromRgbF(mix(color.redF(), goal.redF()), mix(color.greenF(), goal.greenF()),
                            mix(color.blueF(), goal.blueF()));
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = relativeLuminance(one);
    const double b = relativeLuminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor readableColor(QColor color, const QColor &plane, double ratio)
{
    const QColor goal = relativeLuminance(plane) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    for (int round = 0; round < 40 && contrastRatio(color, plane) < ratio; ++round)
        color = mixedColor(color, goal, 0.06);
    return color;
}

QVector<ChartInk> chartInks(const ChartData &data, const ChartStyle &style)
{
    QVector<ChartInk> inks;
    for (int series = 0; series < data.series.size(); ++series) {
        const ChartRole role = data.role(series);
        const int order = inkOrder(role);
        const bool earlier = data.series[series].comparedTo >= 0;
        ChartInk ink;
        const QColor color = chartColor(role, style.dark);
        ink.stroke = readableColor(earlier ? mixedColor(color, style.plane, 0.25) : color, style.plane, 3);
        ink.fill = earlier ? mixedColor(color, style.plane, 0.62) : color;
        ink.text = readableColor(color, style.plane, 4.5);
        ink.pen = earlier ? Qt::DashLine : Qt::SolidLine;
        ink.pattern = inkPatterns[std::size_t(order) % inkPatterns.size()];
        ink.marker = order;
        inks.append(ink);
    }
    return inks;
}

QColor heatColor(double share, const ChartStyle &style)
{
    // One hue, lightness falls evenly: readable without seeing colours at all.
    static const std::array<QRgb, 5> light{0xffeef4fd, 0xffc2d9f8, 0xff7fb0ee, 0xff2f74d0, 0xff0b2f73};
    static const std::array<QRgb, 5> dark{0xff222a36, 0xff214070, 0xff2f6bbf, 0xff6aa8f5, 0xffd6e8ff};
    const auto &ramp = style.dark ? dark : light;
    const double place = std::clamp(share, 0.0, 1.0) * (ramp.size() - 1);
    const std::size_t below = std::min(std::size_t(place), ramp.size() - 2);
    return mixedColor(QColor::fromRgb(ramp[below]), QColor::fromRgb(ramp[below + 1]), place - double(below));
}

ChartStyle paperStyle(const QFont &font)
{
    ChartStyle style;
    style.plane = Qt::white;
    style.text = QColor::fromRgb(0xff1a1e24);
    style.mutedText = QColor::fromRgb(0xff59636e);
    style.grid = QColor::fromRgb(0xffe4e7eb);
    style.axis = QColor::fromRgb(0xff9aa3ad);
    style.focus = QColor::fromRgb(0xff1666d6);
    style.font = font;
    style.strongFont = font;
    style.strongFont.setWeight(QFont::DemiBold);
    style.titleFont = style.strongFont;
    if (font.pixelSize() > 0)
        style.titleFont.setPixelSize(font.pixelSize() * 4 / 3);
    else
        style.titleFont.setPointSizeF(font.pointSizeF() * 4 / 3);
    return style;
}

} // namespace deskhand
