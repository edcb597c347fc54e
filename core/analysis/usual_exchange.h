// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/shaped_segment.h"

#include <array>
#include <limits>
#include <optional>

namespace tcpladder {

/// All that a segment of a UsualExchange says but for the values that are only handed on: what it does, who sent it,
/// and whether it bears timestamps and a number among its sender's packets. What is inferred follows from these.
struct UsualStep
{
    static constexpr std::size_t count = 80;

    /// The first SYN, or the same once more. Ecn: offers ECN, or accepts it (RFC 3168 section 6.1.1).
    enum class Act : std::uint8_t { Syn, SynEcn, SynAck, SynAckEcn, Ack, Data, Fin, DataAndFin, Reset, ResetAndAck };

    std::uint8_t code = 0; ///< below count

    constexpr UsualStep(Act act, const ShapedSegment& segment)
        : code(static_cast<std::uint8_t>(static_cast<unsigned>(act) << 3
              | static_cast<unsigned>(indexOf(segment.sender)) << 2
              | static_cast<unsigned>(segment.timestamps.has_value()) << 1
              | static_cast<unsigned>(segment.ipIdentification != 0)))
    {
    }
};

/// Both sides of a young connection in which every segment goes on just where its sender stopped and acknowledges all
/// that its peer has sent.
///
/// There each number is as large as the segments before make it, each timestamp the newest and each echo that of the
/// peer's newest, no window is closed or full and no checksum wrong. So whatever inference and rules compare, the
/// sequence of steps alone decides it: numbers, times and lengths are nothing but handed on. A segment that is the
/// least bit different, or of which a time would decide something, has no step.
class UsualExchange
{
public:
    /// None where the segment is anything else.
    std::optional<UsualStep> stepOf(const ShapedSegment& segment) const;

    /// Behind stepOf(), which gave a step.
    void note(const ShapedSegment& segment);

private:
    struct SideState
    {
        static constexpr std::uint16_t noLimit = std::numeric_limits<std::uint16_t>::max();

        Timestamp time = unknownTime; ///< of the latest segment
        SequenceNumber next;          ///< valid where it hasSpoken
        SequenceNumber acknowledged;
        std::uint32_t timestamp = 0; ///< the newest TSval
        std::uint16_t identification = 0;
        std::uint16_t window = 0;               ///< as on the wire
        std::uint16_t largestPayload = noLimit; ///< that it wants to receive
        std::uint8_t windowScale = 0;
        bool offersScale = false;
        bool isWindowOfSyn = false;
        bool hasSpoken = false;
        bool hasAcknowledged = false;
        bool hasTimestamp = false;
        bool isSynchronized = false; ///< has sent more than its SYN, in answer to the peer's
        bool hasFinished = false;
    };

    static bool isPlain(const ShapedSegment& segment, const SideState& own);
    static bool hasUsualTimestamps(const ShapedSegment& segment, const SideState& own, const SideState& peer);
    static bool goesOn(const ShapedSegment& segment, const SideState& own, const SideState& peer);
    static bool hasRoom(const ShapedSegment& segment, const SideState& receiver, const SideState& sender);
    std::optional<UsualStep::Act> actOf(const ShapedSegment& segment) const;
    static bool isRepeatedSyn(const ShapedSegment& segment, const SideState& own);
    static std::optional<UsualStep::Act> openingOf(
        const ShapedSegment& segment, const SideState& own, const SideState& peer);
    static std::optional<UsualStep::Act> resetOf(
        const ShapedSegment& segment, const SideState& own, const SideState& peer);
    static std::optional<UsualStep::Act> ordinaryOf(
        const ShapedSegment& segment, const SideState& own, const SideState& peer);

    std::array<SideState, 2> m_sides;
    bool m_isReset = false;
};

} // namespace tcpladder
