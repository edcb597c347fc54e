// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace tcpladder {

using Duration = std::chrono::nanoseconds;

/// Time of capture, UTC. A capture without a date (tcpdump text) counts from 1970-01-01 00:00:00.
using Timestamp = std::chrono::sys_time<Duration>;

/// Where the container stores no time (pcapng simple packets).
inline constexpr Timestamp unknownTime = Timestamp::min();

/// Seconds since the epoch with nine digits, as "1402321033.739117000"; empty for unknownTime.
std::string formatEpochSeconds(Timestamp time);

} // namespace tcpladder
