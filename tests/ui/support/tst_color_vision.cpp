// SPDX-License-Identifier: GPL-3.0-or-later
// Whether people who see colours differently can tell the states apart.
#include "core/state/transition_table.h"
#include "ui/support/theme.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace tcpladder;

namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

struct Vision
{
    const char* name;
    Matrix seen; ///< of linear RGB
};

// G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color Vision
// Deficiency, IEEE Transactions on Visualization and Computer Graphics 15(6), 2009: severity 1.0.
constexpr Vision visions[]{
    {"usual", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protanopia",
        {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deuteranopia",
        {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritanopia",
        {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
};

Vector multiply(const Matrix& matrix, const Vector& vector)
{
    Vector result{};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t k = 0; k < 3; ++k)
            result[i] += matrix[i][k] * vector[k];
    }
    return result;
}

/// IEC 61966-2-1
double toLinear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

/// CIE 15: L*a*b* under D65.
Vector toLab(const Vector& linear)
{
    constexpr Matrix toXyz{{{0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
        {0.2126729, 0.7151522, 0.0721750}, {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883}}};
    Vector clamped{};
    for (std::size_t i = 0; i < 3; ++i)
        clamped[i] = std::clamp(linear[i], 0.0, 1.0);
    Vector f = multiply(toXyz, clamped);
    for (double& part : f)
        part = part > 216.0 / 24389 ? std::cbrt(part) : (24389.0 / 27 * part + 16) / 116;
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

Vector seenAs(QColor color, const Vision& vision)
{
    return toLab(multiply(vision.seen, {toLinear(color.redF()), toLinear(color.greenF()), toLinear(color.blueF())}));
}

double distance(QColor one, QColor other, const Vision& vision)
{
    const Vector a = seenAs(one, vision);
    const Vector b = seenAs(other, vision);
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

constexpr double clearlyApart = 15; ///< CIE 1976; 2.3 is what can just be noticed

} // namespace

class TestColorVision : public QObject
{
    Q_OBJECT

private slots:
    /// As one follows the other on a lifeline.
    void neighbouringStatesDifferInColourOrPattern()
    {
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            const Theme theme(scheme);
            for (const TransitionRow& row : transitionTable()) {
                const StateStyle from = theme.state(row.from);
                const StateStyle to = theme.state(row.to);
                for (const Vision& vision : visions) {
                    const double apart = distance(from.fill, to.fill, vision);
                    QVERIFY2(from.pattern != to.pattern || apart >= clearlyApart,
                        qPrintable(QStringLiteral("%1 and %2 under %3: %4")
                                .arg(stateName(row.from).data(), stateName(row.to).data(), vision.name)
                                .arg(apart)));
                }
            }
        }
    }

    void theTwoSidesDiffer()
    {
        for (const auto scheme : {Theme::Scheme::Light, Theme::Scheme::Dark}) {
            const Theme theme(scheme);
            for (const Vision& vision : visions)
                QVERIFY2(distance(theme.side(Side::A), theme.side(Side::B), vision) >= clearlyApart, vision.name);
        }
    }

    /// The measure itself: red and green of one lightness are one colour to a deuteranope, and not to others.
    void theSimulationConfusesWhatThesePeopleConfuse()
    {
        const QColor red = QColor::fromRgbF(0.78F, 0.35F, 0.20F);
        const QColor green = QColor::fromRgbF(0.53F, 0.50F, 0.19F);
        QVERIFY(distance(red, green, visions[0]) > 30);
        QVERIFY(distance(red, green, visions[2]) < distance(red, green, visions[0]) / 3);
    }
};

QTEST_MAIN(TestColorVision)
#include "tst_color_vision.moc"
