// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/series/connection_series.h"
#include "ui/charts/chart_range.h"

#include <functional>
#include <vector>

namespace tcpladder {

/// Octets in a second, averaged from one time to another.
struct RateBin
{
    Duration from{};
    Duration to{};
    double rate = 0;
};

/// How long rates are averaged: a round time of a few pixels. Not less than a round trip, since a sender that fills its
/// window sends in bursts of that length, whose own rate is that of its network card.
Duration averagingTime(const DirectionSeries& direction, const ValueRange& seconds, int columns);

/// Octets of payload that were sent before the time, repetitions too.
std::uint64_t payloadSentBefore(const DirectionSeries& direction, Duration time);

/// Octets that the peer had acknowledged before the time, since its first acknowledgment.
std::uint64_t acknowledgedBefore(const DirectionSeries& direction, Duration time);

/// Bins that begin at multiples of their width, so that they stay what they are while the stretch moves; the last one
/// ends with the connection.
std::vector<RateBin> rateBins(
    const ValueRange& seconds, Duration width, Duration end, const std::function<std::uint64_t(Duration)>& totalBefore);

} // namespace tcpladder
