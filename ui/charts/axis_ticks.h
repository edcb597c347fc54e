// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_range.h"

#include <QString>

#include <vector>

namespace tcpladder {

/// What an axis counts: seconds, octets or octets in a second, as double.
enum class AxisUnit : std::uint8_t { Time, Octets, Rate };

struct AxisTick
{
    double value = 0;
    QString label; ///< "1.5", without the unit, which all ticks share
};

/// The ticks of an axis, at round numbers.
struct AxisTicks
{
    double step = 1;
    QString unit; ///< "ms", "kB", "MB/s"
    std::vector<AxisTick> ticks;
};

/// \param most ticks that there is room for, at least 2
AxisTicks makeTicks(const ValueRange& range, AxisUnit unit, int most);

/// The smallest of 1, 2, 5, 10, 20, 50 ... or their fractions that is not less.
double roundUpToTick(double value);

} // namespace tcpladder
