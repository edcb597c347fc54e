// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"
#include "core/decode/segment.h"

#include <array>
#include <optional>

namespace tcpladder {

enum class CapturePoint : std::uint8_t {
    Unknown,
    AtA,
    AtB,
    AtBoth, ///< one host talks to itself, or two of its containers or virtual machines to each other
    Between,
    Count,
};

/// How the capture point is known.
enum class CapturePointEvidence : std::uint8_t {
    None,
    Checksums,   ///< left unfinished for the card: seen so only on the sender's host
    TimeToLive,  ///< as sent by one side only, lower by some routers from the other
    AnswerTimes, ///< of the SYN and of the SYN,ACK: whose answer takes next to no time is here
    Count,
};

struct CapturePointVerdict
{
    CapturePoint point = CapturePoint::Unknown;
    CapturePointEvidence evidence = CapturePointEvidence::None;

    bool operator==(const CapturePointVerdict&) const = default;
};

/// Gathers what segments say about where they were captured. The surest sign wins: an unfinished checksum, then the
/// time to live (which says "at this side, or before the first router"), then the times of the handshake.
class CapturePointWatch
{
public:
    /// segment: a Segment, or what has the same of one.
    template <class AnySegment>
    void note(const AnySegment& segment, Side sender)
    {
        const std::size_t own = indexOf(sender);
        m_isUnfinished[own] |= segment.checksumStatus == ChecksumStatus::Partial;
        if (m_timeToLive[own] == 0 && !segment.has(TcpFlag::Rst))
            m_timeToLive[own] = segment.timeToLive;
        if (!m_clientAnswer)
            noteHandshake(segment.flags, segment.time, sender);
    }

    CapturePointVerdict verdict() const;

    /// Only an unfinished checksum could tell more.
    bool isDecided() const
    {
        return m_timeToLive[0] != 0 && m_timeToLive[1] != 0 && (m_clientAnswer || !m_serverAnswer);
    }

private:
    CapturePoint byTimeToLive() const;
    CapturePoint byAnswerTimes() const;
    void noteHandshake(TcpFlags flags, Timestamp time, Side sender);

    Timestamp m_syn = unknownTime;
    Timestamp m_synAck = unknownTime;
    std::optional<Duration> m_serverAnswer; ///< from the SYN to the SYN,ACK
    std::optional<Duration> m_clientAnswer; ///< from the SYN,ACK to the ACK
    Side m_client = Side::A;
    std::array<std::uint8_t, 2> m_timeToLive{}; ///< of the first segment; 0 when unknown
    std::array<bool, 2> m_isUnfinished{};
};

} // namespace tcpladder
