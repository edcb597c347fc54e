// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis_ticks.h"

#include "ui/support/format_number.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace tcpladder {

namespace {

struct UnitStep
{
    double size = 1;
    const char* name = "";
};

constexpr int wantedTicks = 3;
constexpr int mostDecimals = 3; ///< with more, the next smaller unit is easier to read

constexpr UnitStep timeUnits[]{{1, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {1e-9, "ns"}};
constexpr UnitStep octetUnits[]{{1e12, "TB"}, {1e9, "GB"}, {1e6, "MB"}, {1e3, "kB"}, {1, "B"}};
constexpr UnitStep rateUnits[]{{1e9, "GB/s"}, {1e6, "MB/s"}, {1e3, "kB/s"}, {1, "B/s"}};

std::span<const UnitStep> unitsOf(AxisUnit unit)
{
    switch (unit) {
    case AxisUnit::Time: return timeUnits;
    case AxisUnit::Octets: return octetUnits;
    case AxisUnit::Rate: break;
    }
    return rateUnits;
}

int decimalsFor(double step)
{
    return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
}

/// The largest unit in which the axis reaches 1 and whose ticks need few decimals.
const UnitStep& chooseUnit(std::span<const UnitStep> units, double largest, double step)
{
    for (const UnitStep& unit : units) {
        if (largest >= unit.size && decimalsFor(step / unit.size) <= mostDecimals)
            return unit;
    }
    return units.back();
}

/// In steps; what rounding does to the ends doesn't count.
std::int64_t firstTick(const ValueRange& range, double step)
{
    return static_cast<std::int64_t>(std::ceil(range.from / step - 1e-9));
}

std::int64_t lastTick(const ValueRange& range, double step)
{
    return static_cast<std::int64_t>(std::floor(range.to / step + 1e-9));
}

std::int64_t ticksIn(const ValueRange& range, double step)
{
    return lastTick(range, step) - firstTick(range, step) + 1;
}

} // namespace

double roundUpToTick(double value)
{
    const double decade = std::pow(10, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (value <= decade * factor * (1 + 1e-9))
            return decade * factor;
    }
    return decade * 10;
}

AxisTicks makeTicks(const ValueRange& range, AxisUnit unit, int most)
{
    AxisTicks made;
    if (!(range.length() > 0))
        return made;
    made.step = roundUpToTick(range.length() / std::max(1, most - 1));
    const int least = std::min(most, wantedTicks);
    if (ticksIn(range, made.step) < least)
        made.step = roundUpToTick(range.length() / (2 * least)); // a number alone tells no scale
    const double largest = std::max(std::abs(range.from), std::abs(range.to));
    const UnitStep& chosen = chooseUnit(unitsOf(unit), largest, made.step);
    if (unit != AxisUnit::Time)
        made.step = std::max(made.step, 1.0); // octets don't come in parts
    made.unit = QString::fromUtf8(chosen.name);
    for (std::int64_t i = firstTick(range, made.step); i <= lastTick(range, made.step); ++i) {
        const double value = static_cast<double>(i) * made.step;
        made.ticks.push_back({value, formatNumber(value / chosen.size, decimalsFor(made.step / chosen.size))});
    }
    return made;
}

} // namespace tcpladder
