// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"

#include <cinttypes>
#include <cstdio>

namespace tcpladder {

std::string formatEpochSeconds(Timestamp time)
{
    if (time == unknownTime)
        return {};
    constexpr std::int64_t perSecond = 1'000'000'000;
    const std::int64_t nanoseconds = time.time_since_epoch().count();
    const bool negative = nanoseconds < 0;
    // Through unsigned, since the most negative count has no positive twin.
    const std::uint64_t magnitude = negative ? -static_cast<std::uint64_t>(nanoseconds) : nanoseconds;
    char text[32];
    const int length = std::snprintf(text, sizeof text, "%s%" PRIu64 ".%09" PRIu64, negative ? "-" : "",
        magnitude / perSecond, magnitude % perSecond);
    return {text, static_cast<std::size_t>(length)};
}

} // namespace tcpladder
