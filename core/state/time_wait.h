// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"

namespace tcpladder {

/// Twice the maximum segment lifetime, as the user chose it. It is on no wire, so that what depends on it is computed
/// when somebody asks.
using TwoMsl = Duration;

inline constexpr TwoMsl linuxTwoMsl = std::chrono::seconds(60); ///< TCP_TIMEWAIT_LEN
inline constexpr TwoMsl rfcTwoMsl = std::chrono::seconds(240);  ///< RFC 9293 section 3.4.2: MSL is 2 minutes

/// One endpoint's stay in TIME_WAIT.
struct TimeWait
{
    Side side = Side::A;
    SegmentId startedBy;               ///< what took it there: mostly the peer's FIN
    SegmentId lastAck;                 ///< its own ACK of that; none if not captured
    Timestamp start = unknownTime;     ///< of lastAck, else of startedBy
    SegmentId restartedBy;             ///< the last repeated FIN that started the clock again; none
    Timestamp lastStart = unknownTime; ///< start, or when the clock started again
    SegmentId endedBy;                 ///< RST, or SYN of the next connection, that ended it early; none

    /// Unknown where the start is.
    constexpr Timestamp endsAt(TwoMsl twoMsl) const { return timeAfter(lastStart, twoMsl); }
    constexpr bool isEndedEarly() const { return endedBy.isValid(); }
    constexpr bool operator==(const TimeWait&) const = default;
};

} // namespace tcpladder
