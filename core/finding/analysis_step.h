// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/connection_facts.h"
#include "core/finding/finding_sink.h"
#include "core/finding/stream_track.h"
#include "core/state/state_inference.h"

namespace tcpladder {

enum class EcnOffer : std::uint8_t { None, Classic, Accurate };

struct EcnMemory
{
    EcnOffer offer = EcnOffer::None;
    bool isAnswered = false;
    bool isAccurate = false;
    std::array<bool, 2> isMarked{};
    std::array<bool, 2> isReported{};
};

/// What was reported once and is not to be reported again.
struct FindingMemory
{
    std::array<FindingId, 2> windowFull; ///< the last, while the peer has not answered and a little room is left
    std::array<bool, 2> checksumPartial{};
    std::array<bool, 2> oversized{};
    std::array<bool, 2> halfClose{};
    std::array<bool, 2> ackShortOfFin{};
    std::array<SegmentId, 2> sentBehindFin; ///< the sender's first data behind the peer's FIN
    std::array<StreamPosition, 2> sentBehindFinFrom{};
    std::array<FindingId, 2> reset;        ///< the last that was reported, by receiver
    std::array<SegmentId, 2> ignoredReset; ///< the last RST reported as ignored, by receiver
    std::array<SegmentId, 2> misfitReset;  ///< a RST that its receiver may answer with a challenge ACK
    bool midstream = false;
    bool simultaneousOpen = false;
    bool closeStyle = false;
    bool fastOpen = false;
    bool fastOpenAnswer = false;
    bool halfOpen = false;
    EcnMemory ecn;
};

/// One segment with all that rules look at: the tracks are as they were before it, the states as they are behind it.
struct AnalysisStep
{
    const Segment& segment;
    SegmentId id;
    Side sender;
    const StateInference& states;
    const ConnectionFacts& facts;
    /// Of a SYN of no connection, and of a RST that may find it ended or change it in another way than by being
    /// received.
    std::optional<TcpState> receiverBefore;
    StreamTrack& own;
    StreamTrack& peer;
    FindingMemory& memory;
    FindingSink& sink;

    StreamPosition from = 0; ///< of the segment's first octet
    StreamPosition to = 0;   ///< behind its last one

    bool hasAck() const { return segment.has(TcpFlag::Ack) && segment.known.has(TcpField::Acknowledgment); }
    bool isControl() const
    {
        return segment.has(TcpFlag::Syn) || segment.has(TcpFlag::Fin) || segment.has(TcpFlag::Rst);
    }
    bool isBareAck() const { return hasAck() && !isControl() && segment.payloadLength == 0; }

    /// The acknowledgment as a position in the other direction; 0 without one.
    StreamPosition acknowledged() const { return hasAck() ? peer.positionOf(segment.acknowledgment) : 0; }

    FindingId report(FindingKind kind, std::array<std::uint64_t, 3> values = {}, SegmentId related = {},
        std::uint8_t variant = 0) const
    {
        return reportAt(id, kind, values, related, variant);
    }

    FindingId reportAt(SegmentId where, FindingKind kind, std::array<std::uint64_t, 3> values = {},
        SegmentId related = {}, std::uint8_t variant = 0) const
    {
        Finding finding;
        finding.kind = kind;
        finding.severity = findingKindInfo(kind).severity;
        finding.variant = variant;
        finding.segment = where;
        finding.related = related;
        finding.values = values;
        return sink.add(finding);
    }
};

/// For messages.
constexpr std::uint64_t toMicroseconds(Duration duration)
{
    return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(duration).count());
}

/// The number on the wire at a position, for messages.
constexpr std::uint64_t wireNumber(StreamPosition position)
{
    return static_cast<std::uint32_t>(position);
}

} // namespace tcpladder
