// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace tcpladder {

using Duration = std::chrono::nanoseconds;

/// Time of capture, UTC. A capture without a date (tcpdump text) counts from 1970-01-01 00:00:00.
using Timestamp = std::chrono::sys_time<Duration>;

/// Where the container stores no time (pcapng simple packets).
inline constexpr Timestamp unknownTime = Timestamp::min();

/// How much later the second one is, negative where the clock went back; none where a time is unknown, or where they
/// are further apart than a Duration holds (292 years), since times come from a file that may say anything.
constexpr std::optional<Duration> timeBetween(Timestamp first, Timestamp second)
{
    if (first == unknownTime || second == unknownTime)
        return std::nullopt;
    Duration::rep difference = 0;
    if (__builtin_sub_overflow(second.time_since_epoch().count(), first.time_since_epoch().count(), &difference))
        return std::nullopt;
    return Duration(difference);
}

/// The time so much later; unknown where that is unknown or cannot be held.
constexpr Timestamp timeAfter(Timestamp time, Duration duration)
{
    Duration::rep sum = 0;
    if (time == unknownTime || __builtin_add_overflow(time.time_since_epoch().count(), duration.count(), &sum))
        return unknownTime;
    return Timestamp(Duration(sum));
}

/// Seconds since the epoch with nine digits, as "1402321033.739117000"; empty for unknownTime.
std::string formatEpochSeconds(Timestamp time);

} // namespace tcpladder
