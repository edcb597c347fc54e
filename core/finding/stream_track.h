// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/stream_position.h"
#include "core/finding/twin_watch.h"

#include <vector>

namespace tcpladder {

/// Octets that were passed over: lost before the capture point, late, or not captured. Where a connection is captured
/// from its middle on, all that comes before is one, from 0 on.
struct StreamHole
{
    StreamPosition from = 0;
    StreamPosition to = 0;
    SegmentId behind;             ///< the segment that showed the hole
    Timestamp time = unknownTime; ///< of behind
    std::uint32_t timestampValue = 0;
    std::uint16_t identification = 0;
    bool hasTimestamp = false;

    bool isBeforeCapture() const { return from == 0; }

    /// Whether a segment left its sender before the one that showed the hole: by its timestamp (RFC 7323), or its
    /// number among the sender's IPv4 packets.
    bool isShownBehind(const Segment& segment) const;
};

/// How a sender gets over a loss (RFC 5681, RFC 6298): what it repeats until it has reached where it was is one
/// recovery.
enum class Recovery : std::uint8_t { None, Fast, Timeout };

/// What one direction has carried so far, and what its sender said about the other one. The octets seen are those from
/// the first on up to next, without the holes: nearly always there are none, so that a long transfer needs no more than
/// this.
///
/// What the next ordinary segment looks at stands first, in as few lines of the cache as it takes.
struct alignas(64) StreamTrack
{
    StreamPosition next = 0;         ///< the end of all it sent, zero-window probes aside; 0 while no number is known
    StreamPosition acknowledged = 0; ///< a position in the other direction
    Timestamp lastTime = unknownTime;
    SegmentId lastSegment;
    std::uint32_t echo = 0;   ///< the newest TSecr it sent: what TS.Recent was there (RFC 7323 section 4.3)
    std::uint16_t window = 0; ///< last announced, as on the wire
    bool isStarted = false;
    bool hasAcknowledged = false;
    bool isWindowKnown = false; ///< it announced one
    bool isWindowOfSyn = false; ///< and that was in a SYN, which is never scaled (RFC 7323 section 2.2)
    bool isProbed = false;      ///< the peer's zero-window probe waits for an answer
    bool isKeptAlive = false;   ///< the peer's keep-alive waits for an answer
    bool lastCarriedData = false;
    bool hasEcho = false;
    std::uint8_t duplicateAcks = 0; ///< in a row
    std::uint8_t vainRepeats = 0;   ///< retransmissions since the peer was last heard
    TwinWatch twins;

    Recovery recovery = Recovery::None;
    SegmentId damaged;
    SegmentId lastProbe;         ///< the peer's probe or keep-alive that waits
    StreamPosition probeEnd = 0; ///< the end of a probe that may be refused
    StreamPosition recoveryEnd = 0;
    StreamPosition repeated = 0;    ///< start of what was repeated last
    StreamPosition damagedFrom = 0; ///< octets of the last segment with a wrong checksum
    StreamPosition damagedTo = 0;
    StreamPosition sacked = 0; ///< the acknowledgment for which a SACK was reported
    std::vector<StreamHole> holes;

    std::uint64_t repeatedBytes = 0; ///< payload that was sent again
    std::uint64_t missingOctets = 0; ///< that the peer acknowledged though they were not captured

    /// Takes octets that were passed over out of the holes. Tells whether any was among them.
    bool fill(StreamPosition from, StreamPosition to);

    const StreamHole* holeAt(StreamPosition position) const;

    /// A position of this direction is known: something was sent, or the peer acknowledged something.
    bool hasPosition() const { return next != 0; }

    StreamPosition positionOf(SequenceNumber number) const
    {
        return hasPosition() ? positionNear(next, number) : firstPosition(number);
    }

    void noteRole(bool isRepeated)
    {
        if (isRepeated && vainRepeats < 0xff)
            ++vainRepeats;
    }

    void noteDamaged(StreamPosition from, StreamPosition to, SegmentId id);
    void noteLast(const Segment& segment, SegmentId id)
    {
        lastSegment = id;
        lastTime = segment.time;
        lastCarriedData = segment.payloadLength > 0;
        const auto& stamps = segment.options.timestamps;
        if (!stamps || !segment.has(TcpFlag::Ack) || segment.has(TcpFlag::Rst))
            return;
        if (!hasEcho || static_cast<std::int32_t>(echo - stamps->echoReply) < 0)
            echo = stamps->echoReply;
        hasEcho = true;
    }
};

} // namespace tcpladder
