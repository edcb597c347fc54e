// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/state/state_inference.h"

namespace tcpladder {

/// One segment as both ends see it.
struct StateInference::Step
{
    const Segment& segment;
    SegmentId id;
    Side sender;
    EndpointEvidence& own;
    EndpointEvidence& peer;
    bool hasAck;
    bool hasSequence;          ///< else the number is a guess: a line of text without it
    SequenceNumber nextBefore; ///< of the sender, before this segment
    bool leavesHole = false;   ///< octets from there on were not captured
    bool isOld = false;        ///< overtaken or doubled on the way: what it lacks may have come meanwhile
    bool isDropped = false;    ///< see StateInference::isDropped()

    bool acknowledges(SequenceNumber end) const { return hasAck && segment.acknowledgment >= end; }
};

/// Timestamps wrap like sequence numbers (RFC 7323 section 5.2).
constexpr bool isAtLeast(std::uint32_t one, std::uint32_t other)
{
    return static_cast<std::int32_t>(one - other) >= 0;
}

} // namespace tcpladder
