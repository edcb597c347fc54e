// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finding/capture_point.h"
#include "core/state/state_inference.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tcpladder {

/// Who opened the connection, and how that is known.
enum class InitiatorEvidence : std::uint8_t { Unknown, SentSyn, ReceivedSynAck, Both };

/// How the connection ended, as far as the capture shows.
enum class CloseKind : std::uint8_t {
    Open,          ///< no FIN and no RST in the capture
    HalfClosed,    ///< one FIN only
    FourSegments,  ///< FIN, ACK, FIN, ACK
    ThreeSegments, ///< the second FIN carries the ACK of the first
    Simultaneous,  ///< neither FIN acknowledges the other
    Reset,
    Refused, ///< the SYN was answered by RST
};

/// What a connection says about itself as a whole.
struct ConnectionFacts
{
    std::array<std::optional<std::uint16_t>, 2> maximumSegmentSize; ///< that each side announced
    std::array<std::optional<std::uint8_t>, 2> windowScale;         ///< shift that each side announced
    bool hasHandshake = false;                                      ///< SYN and SYN,ACK are in the capture
    bool hasEnd = false;                                            ///< both sides were seen to CLOSED or TIME_WAIT
    CloseKind close = CloseKind::Open;
    InitiatorEvidence initiatorEvidence = InitiatorEvidence::Unknown;
    std::optional<Side> initiator;        ///< none when unknown, or when both opened (simultaneous open)
    std::array<bool, 2> closedActively{}; ///< sent its FIN before it had received the peer's
    CapturePointVerdict capturePoint;
    std::optional<Duration> initialRoundTrip;     ///< from the SYN to the ACK of the SYN,ACK
    std::array<std::uint64_t, 2> repeatedBytes{}; ///< payload that each side sent again
    std::array<std::uint64_t, 2> missingOctets{}; ///< of each side, that arrived but are not captured

    /// From its first SYN to its end, with every octet that arrived.
    bool isWhole() const { return hasHandshake && hasEnd && missingOctets[0] == 0 && missingOctets[1] == 0; }

    /// Window scaling is in force only if both SYNs offered it (RFC 7323 section 2.2); none when a SYN is missing.
    std::optional<std::uint8_t> windowShift(Side sender) const
    {
        constexpr std::uint8_t largestShift = 14; // RFC 7323 section 2.3
        if (!hasHandshake)
            return std::nullopt;
        const auto& own = windowScale[indexOf(sender)];
        return own && windowScale[indexOf(peerOf(sender))] ? std::min(*own, largestShift) : std::uint8_t{0};
    }

    /// A SYN, or SYN,ACK, of this connection.
    void noteSyn(const Segment& segment, Side sender);

    void noteStates(const StateInference& states);

    bool operator==(const ConnectionFacts&) const = default;
};

} // namespace tcpladder
