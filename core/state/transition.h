// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/state/tcp_state.h"

namespace tcpladder {

/// Row of the transition table (core/state/transition_table.h): what happened, and the clause of the RFC that says so.
struct TransitionRule
{
    std::uint8_t row = 0;

    constexpr bool operator==(const TransitionRule&) const = default;
};

/// One change of one endpoint's state. Sixteen bytes, since every connection has about ten.
struct Transition
{
    SegmentId cause; ///< the segment it came with; none for a timer
    SegmentId
        after; ///< a segment of the endpoint's own, sent after cause passed, which shows that it had not happened yet
    SegmentId proof; ///< the endpoint's own segment that shows it; cause itself when observed; none while nothing does
    TransitionRule rule;
    TcpState from = TcpState::Unknown;
    TcpState to = TcpState::Unknown;
    Certainty certainty : 4 = Certainty::Assumed;
    Side side : 1 = Side::A;
    bool corrected : 1 = false; ///< a later segment moved it or took back what had been expected instead

    /// The segment behind which the change is in force: after, else cause.
    constexpr SegmentId effectiveSegment() const { return after.isValid() ? after : cause; }
    constexpr bool operator==(const Transition&) const = default;
};
static_assert(sizeof(Transition) <= 16);

} // namespace tcpladder
