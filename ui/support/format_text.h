// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/connection/endpoint.h"
#include "core/decode/sequence_number.h"
#include "core/state/tcp_state.h"

#include <QString>

namespace tcpladder {

/// All numbers, times and names are turned into text here, so that they read the same in every view and export.

/// "12,345"
QString formatCount(std::uint64_t count);

/// "52 bytes", "1 byte", "51.2 kB", "3.4 MB": decimal units.
QString formatBytes(std::uint64_t bytes);

/// Seconds since the connection's first segment, "0.000446"; "−0.000020" where the clock went back, "—" when unknown.
QString formatElapsed(Timestamp time, Timestamp origin);

/// A short duration with three digits and its unit, "208 µs", "1.50 ms", "12.3 s", "4 min", "2 h 5 min".
QString formatDuration(Duration duration);

/// formatDuration with its sign, "+208 µs".
QString formatDelta(Duration duration);

/// A whole time to wait, rounded up to seconds, as clocks count down: "41 s".
QString formatCountdown(Duration left);

/// Time of day in UTC, "18:20:17.090"; empty for unknownTime.
QString formatClock(Timestamp time);

/// "2014-06-09 13:37:13.739117 UTC"; only the time of day for a capture without a date (which counts from 1970-01-01).
QString formatMoment(Timestamp time);

/// "SYN_SENT"
QString formatState(TcpState state);

/// "10.0.0.1:6378"
QString toText(const Endpoint& endpoint);

/// "A" or "B"
QString formatSide(Side side);

/// How sequence and acknowledgment numbers are written.
enum class SequenceStyle : std::uint8_t { Relative, Absolute };

/// Relative to origin, the first sequence number of the side that the number counts. Numbers behind the origin, as of a
/// keep-alive, come out negative.
QString formatSequence(SequenceNumber number, SequenceNumber origin, SequenceStyle style);

} // namespace tcpladder
