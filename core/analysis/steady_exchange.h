// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/plain_segment.h"
#include "core/finding/connection_facts.h"
#include "core/finding/stream_track.h"
#include "core/state/state_inference.h"

namespace tcpladder {

/// The middle of a connection, where each segment goes on just where its sender stopped.
///
/// All that such a segment is compared with and all that it changes stands here, a line of the cache for each side.
/// While it is active the tracks and the evidence of the connection lag behind; end() brings them up to date.
class SteadyExchange
{
public:
    /// What a side may do without a word, since it was reported once.
    struct Allowance
    {
        bool partialChecksums = false;
        bool oversized = false;
    };

    bool isActive() const { return m_sides.front().next != 0; }

    /// Goes on from there, if all that the next ordinary segment changes can be told by what stands here; the caller
    /// has seen that nothing else is open.
    void begin(const std::array<StreamTrack, 2>& tracks, const StateInference& states, const ConnectionFacts& facts,
        const std::array<Allowance, 2>& allowances);

    /// Takes the segment, only while isActive(), if no rule would have anything to say of it; else nothing changes.
    /// AnySegment: Segment or PlainSegment.
    template <class AnySegment>
    bool take(const AnySegment& segment, SegmentId id, Side sender);

    /// Gives back what it has come to.
    void end(std::array<StreamTrack, 2>& tracks, StateInference& states);

private:
    /// What one side has sent so far; its last segment.
    struct alignas(64) SideState
    {
        StreamPosition next = 0;         ///< of both sides: 0 while it is not active
        StreamPosition acknowledged = 0; ///< a position in the other direction
        Timestamp time = unknownTime;
        SegmentId segment;
        InterfaceId interface;
        std::uint32_t payloadLength = 0; ///< it ends at next
        std::uint32_t timestamp = 0;     ///< the newest TSval
        std::uint32_t echo = 0;          ///< the newest TSecr
        std::uint16_t identification = 0;
        std::uint16_t checksum = 0;
        TcpFlags flags;
        std::uint16_t window = 0;
        std::uint16_t largestPayload = 0; ///< that its peer said it takes
        std::uint8_t windowShift = 0;     ///< of what it announces
        std::uint8_t timeToLive = 0;
        std::uint8_t duplicateAcks = 0;
        bool isScaleKnown = false;
        bool mayBePartial = false; ///< see Allowance
        bool hasTimestamp = false;
        bool hasEcho = false;
        bool countsPackets = false; ///< this and the next two: as EndpointEvidence has them
        bool numbersPackets = false;
        bool sendsGoodChecksums = false;
    };
    static_assert(sizeof(SideState) == 64);

    static bool isTold(const StreamTrack& track, const EndpointEvidence& evidence);
    static SideState stateOf(const StreamTrack& track, const EndpointEvidence& evidence);
    template <class AnySegment>
    static bool isOrdinary(const AnySegment& segment, const SideState& own, const SideState& peer);
    template <class AnySegment>
    static bool goesOn(const AnySegment& segment, const SideState& own, const SideState& peer);
    static bool fillsWindow(StreamPosition to, const SideState& receiver);
    template <class AnySegment>
    static void note(const AnySegment& segment, SegmentId id, SideState& own);

    std::array<SideState, 2> m_sides;
};

} // namespace tcpladder
