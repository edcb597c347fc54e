// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <algorithm>

namespace tcpladder {

/// A stretch of an axis.
struct ValueRange
{
    double from = 0;
    double to = 1;

    double length() const { return to - from; }
    bool contains(double value) const { return from <= value && value <= to; }
    /// Where a value lies, 0 at the beginning and 1 at the end.
    double partOf(double value) const { return (value - from) / length(); }
    double at(double part) const { return from + part * length(); }

    bool operator==(const ValueRange&) const = default;
};

/// What a chart shows: seconds from the connection's first segment, and values in the unit of its axis.
struct ChartRange
{
    ValueRange time;
    ValueRange value;

    bool operator==(const ChartRange&) const = default;
};

/// The part by factor of the range, around a value that keeps its place.
inline ValueRange zoomed(const ValueRange& range, double around, double factor)
{
    return {around - (around - range.from) * factor, around + (range.to - around) * factor};
}

inline ValueRange moved(const ValueRange& range, double by)
{
    return {range.from + by, range.to + by};
}

/// The nearest range inside the limits; all of them where it is larger. It is at least as long as given.
inline ValueRange boundedTo(const ValueRange& range, const ValueRange& limits, double shortest)
{
    const double length = std::clamp(range.length(), std::min(shortest, limits.length()), limits.length());
    const double middle = (range.from + range.to) / 2;
    const double from = std::clamp(middle - length / 2, limits.from, limits.to - length);
    return {from, from + length};
}

inline double toSeconds(Duration duration)
{
    return static_cast<double>(duration.count()) / 1e9;
}

inline Duration fromSeconds(double seconds)
{
    constexpr double most = 9e9; // as a Duration can hold
    return Duration(static_cast<Duration::rep>(std::clamp(seconds, -most, most) * 1e9));
}

} // namespace tcpladder
