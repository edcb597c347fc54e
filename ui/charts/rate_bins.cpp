// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/rate_bins.h"

#include "ui/charts/axis_ticks.h"

namespace tcpladder {

namespace {

constexpr int columnsOfBin = 6;
constexpr std::size_t mostSamples = 101;
constexpr double shortestBin = 1e-6; // seconds

/// In the middle of samples from all over the connection.
double typicalRoundTrip(const DirectionSeries& direction)
{
    const auto& samples = direction.ackRoundTrips;
    const std::size_t count = samples.size();
    std::vector<double> taken;
    taken.reserve(mostSamples);
    for (std::size_t i = 0; i < std::min(count, mostSamples); ++i)
        taken.push_back(toSeconds(samples[i * count / std::min(count, mostSamples)].roundTrip));
    if (taken.empty())
        return 0;
    const auto middle = taken.begin() + static_cast<std::ptrdiff_t>(taken.size() / 2);
    std::ranges::nth_element(taken, middle);
    return *middle;
}

} // namespace

Duration averagingTime(const DirectionSeries& direction, const ValueRange& seconds, int columns)
{
    const double ofPixels = seconds.length() * columnsOfBin / std::max(columns, 1);
    return fromSeconds(roundUpToTick(std::max({ofPixels, typicalRoundTrip(direction), shortestBin})));
}

std::uint64_t payloadSentBefore(const DirectionSeries& direction, Duration time)
{
    std::uint64_t sum = 0;
    for (const auto& ofKind : direction.sent) {
        const std::size_t next = ofKind.firstAt(time);
        if (next > 0)
            sum += ofKind[next - 1].payloadBefore + ofKind[next - 1].payloadLength;
    }
    return sum;
}

std::uint64_t acknowledgedBefore(const DirectionSeries& direction, Duration time)
{
    const auto& acks = direction.acks;
    const std::size_t next = acks.firstAt(time);
    return next > 0 ? acks[next - 1].acknowledged - acks[0].acknowledged : 0;
}

std::vector<RateBin> rateBins(
    const ValueRange& seconds, Duration width, Duration end, const std::function<std::uint64_t(Duration)>& totalBefore)
{
    std::vector<RateBin> bins;
    const Duration::rep first = std::max<Duration::rep>(0, fromSeconds(seconds.from) / width);
    const Duration last = std::min(fromSeconds(seconds.to), end);
    std::uint64_t before = totalBefore(width * first);
    for (Duration from = width * first; from <= last; from += width) {
        const bool isLast = from + width > end;
        // What comes at the very end belongs to the last bin, which is as wide as the others to keep rates comparable.
        const std::uint64_t after = totalBefore(isLast ? end + Duration(1) : from + width);
        bins.push_back({from, from + width, static_cast<double>(after - before) / toSeconds(width)});
        before = after;
    }
    return bins;
}

} // namespace tcpladder
