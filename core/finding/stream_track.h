// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/stream_position.h"
#include "core/decode/segment.h"

#include <vector>

namespace tcpladder {

/// Octets that were passed over: lost before the capture point, late, or not captured.
struct StreamHole
{
    StreamPosition from = 0;
    StreamPosition to = 0;
    SegmentId behind;             ///< the segment that showed the hole
    Timestamp time = unknownTime; ///< of behind
};

/// How a sender gets over a loss (RFC 5681, RFC 6298): what it repeats until it has reached where it was is one
/// recovery.
enum class Recovery : std::uint8_t { None, Fast, Timeout };

/// What one direction has carried so far, and what its sender said about the other one. The octets seen are those from
/// the first on up to next, without the holes: nearly always there are none, so that a long transfer needs no more than
/// this.
struct StreamTrack
{
    bool isStarted = false;
    bool hasAcknowledged = false;
    bool isWindowKnown = false; ///< of a segment without SYN: the last window it announced
    bool isProbed = false;      ///< the peer's zero-window probe waits for an answer
    bool isKeptAlive = false;   ///< the peer's keep-alive waits for an answer
    Recovery recovery = Recovery::None;
    std::uint8_t duplicateAcks = 0; ///< in a row
    std::uint16_t window = 0;       ///< last announced, as on the wire
    std::uint16_t lastIdentification = 0;
    std::uint16_t lastChecksum = 0;
    InterfaceId lastInterface;
    SequenceNumber lastSequence;
    std::uint8_t lastTimeToLive = 0;

    StreamPosition next = 0;     ///< the end of all it sent, zero-window probes aside
    StreamPosition probeEnd = 0; ///< the end of a probe that may be refused
    StreamPosition recoveryEnd = 0;
    StreamPosition repeated = 0; ///< start of what was repeated last
    std::vector<StreamHole> holes;

    StreamPosition acknowledged = 0; ///< a position in the other direction
    StreamPosition sacked = 0;       ///< the acknowledgment for which a SACK was reported
    SegmentId lastSegment;
    SegmentId lastProbe; ///< the peer's probe or keep-alive that waits
    Timestamp lastTime = unknownTime;
    Timestamp lastNewTime = unknownTime; ///< of the segment that moved next

    /// Takes octets that were passed over out of the holes. Tells whether any was among them.
    bool fill(StreamPosition from, StreamPosition to);

    const StreamHole* holeAt(StreamPosition position) const;

    /// What tells the sender's packet when it is captured a second time.
    void noteLast(const Segment& segment, SegmentId id);
};

} // namespace tcpladder
