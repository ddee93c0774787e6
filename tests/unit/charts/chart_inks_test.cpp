// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_inks.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace deskhand;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB: nobody, protanopia, deuteranopia, tritanopia.
const std::array<Matrix, 4> visions{{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

Triple seenLab(const QColor &color, const Matrix &vision)
{
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    const Triple rgb{linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    Triple seen{};
    for (std::size_t i = 0; i < 3; ++i)
        seen[i] = std::clamp(vision[i][0] * rgb[0] + vision[i][1] * rgb[1] + vision[i][2] * rgb[2], 0.0, 1.0);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047);
    const double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
    const double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double differenceOf(const QColor &one, const QColor &other, const Matrix &vision)
{
    const Triple a = seenLab(one, vision);
    const Triple b = seenLab(other, vision);
    return std::sqrt(std::pow(a[0] - b[0], 2) + std::pow(a[1] - b[1], 2) + std::pow(a[2] - b[2], 2));
}

const QVector<ChartRole> numbered{ChartRole::First, ChartRole::Second, ChartRole::Third,   ChartRole::Fourth,
                                  ChartRole::Fifth, ChartRole::Sixth,  ChartRole::Seventh, ChartRole::Eighth};
const QVector<ChartRole> verdicts{ChartRole::Good, ChartRole::Bad, ChartRole::Warning, ChartRole::Neutral};

QColor planeOf(bool dark)
{
    return QColor::fromRgb(dark ? 0xff1b1d21 : 0xffffffff);
}

} // namespace

class ChartInksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColorIsSeen_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyColorIsSeen()
    {
        QFETCH(bool, dark);
        for (const ChartRole role : numbered + verdicts + QVector<ChartRole>{ChartRole::Other}) {
            const double ratio = contrastRatio(chartColor(role, dark), planeOf(dark));
            QVERIFY2(ratio >= 3, qPrintable(QStringLiteral("role %1: %2").arg(int(role)).arg(ratio)));
        }
    }

    void noTwoAreTakenForEachOther_data() { everyColorIsSeen_data(); }
    void noTwoAreTakenForEachOther()
    {
        QFETCH(bool, dark);
        // CIE 1976: 2.3 is just noticeable side by side.
        constexpr double apart = 15;
        QStringList near;
        for (const QVector<ChartRole> &family : {numbered, verdicts}) {
            for (int one = 0; one < family.size(); ++one) {
                for (int other = 0; other < one; ++other) {
                    for (std::size_t vision = 0; vision < visions.size(); ++vision) {
                        const double d = differenceOf(chartColor(family[one], dark), chartColor(family[other], dark),
                                                      visions[vision]);
                        if (d < apart)
                            near.append(QStringLiteral("roles %1 and %2, vision %3: %4")
                                            .arg(int(family[one]))
                                            .arg(int(family[other]))
                                            .arg(vision)
                                            .arg(d));
                    }
                }
            }
        }
        QVERIFY2(near.isEmpty(), qPrintable(near.join(u'\n')));
    }

    void namesAreReadable()
    {
        for (const bool dark : {false, true}) {
            ChartStyle style;
            style.plane = planeOf(dark);
            style.dark = dark;
            ChartData data;
            for (const ChartRole role : numbered + verdicts)
                data.series.append({QStringLiteral("x"), role, {}, -1});
            data.series.append({QStringLiteral("before"), ChartRole::Auto, {}, 0});
            for (const ChartInk &ink : chartInks(data, style)) {
                QVERIFY(contrastRatio(ink.text, style.plane) >= 4.5);
                QVERIFY(contrastRatio(ink.stroke, style.plane) >= 3);
            }
        }
    }

    void eachSeriesHasMoreThanItsColor()
    {
        ChartData data;
        for (const ChartRole role : numbered)
            data.series.append({QStringLiteral("x"), role, {}, -1});
        ChartStyle style;
        style.plane = Qt::white;
        QSet<int> markers;
        QSet<int> patterns;
        for (const ChartInk &ink : chartInks(data, style)) {
            markers.insert(ink.marker);
            patterns.insert(int(ink.pattern));
        }
        QCOMPARE(markers.size(), 8);
        QCOMPARE(patterns.size(), 8);
    }

    void moreIsAlwaysFurtherFromThePlane()
    {
        for (const bool dark : {false, true}) {
            ChartStyle style;
            style.plane = planeOf(dark);
            style.dark = dark;
            double before = 0;
            for (int part = 0; part <= 20; ++part) {
                const double ratio = contrastRatio(heatColor(part / 20.0, style), style.plane);
                QVERIFY2(ratio > before, qPrintable(QString::number(part)));
                before = ratio;
            }
        }
    }
};

QTEST_GUILESS_MAIN(ChartInksTest)
#include "chart_inks_test.moc"
