// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ladder/time_measures.h"

#include "core/document/path_delays.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr double roundTripHeight = 110;
constexpr double usualGapHeight = 44;
constexpr double flattestArrow = 4; ///< from tail to head, so that it has a direction
constexpr double longestLadder = 2e8;
constexpr std::size_t sampledGaps = 2000;

double toSeconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

/// The middle one of the first gaps; nothing without times.
double usualGap(const CaptureDocument& document, const Connection& connection)
{
    std::vector<Duration> gaps;
    Timestamp last = unknownTime;
    for (const SegmentId id : connection.segments) {
        const Timestamp time = document.segment(id).time;
        if (last != unknownTime && time != unknownTime && time > last)
            gaps.push_back(time - last);
        last = time;
        if (gaps.size() == sampledGaps)
            break;
    }
    if (gaps.empty())
        return 1;
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::ranges::nth_element(gaps, middle);
    return toSeconds(*middle);
}

double longestTime(const CaptureDocument& document, const Connection& connection)
{
    const Timestamp first = document.segment(connection.segments.front()).time;
    const Timestamp last = document.segment(connection.segments.back()).time;
    return first == unknownTime || last <= first ? 0 : toSeconds(last - first);
}

} // namespace

TimeScale::Measures measureTime(
    const CaptureDocument& document, const Connection& connection, RowSpacing spacing, double zoom)
{
    TimeScale::Measures measures{.spacing = spacing};
    const auto delays = estimatePathDelays(document, connection);
    const double roundTrip = delays ? 2 * toSeconds((*delays)[0] + (*delays)[1]) : 0;
    const double pixels = roundTrip > 0 ? roundTripHeight / roundTrip : usualGapHeight / usualGap(document, connection);
    const double whole = longestTime(document, connection);
    measures.pixelsPerSecond
        = zoom * (whole > 0 && spacing == RowSpacing::LinearTime ? std::min(pixels, longestLadder / whole) : pixels);
    for (const Side sender : {Side::A, Side::B}) {
        const auto height = [&](Side side) {
            const double way = delays ? toSeconds((*delays)[indexOf(side)]) * measures.pixelsPerSecond : 0;
            return std::max(way, flattestArrow / 2);
        };
        measures.before[indexOf(sender)] = height(sender);
        measures.after[indexOf(sender)] = height(peerOf(sender));
    }
    return measures;
}

} // namespace tcpladder
