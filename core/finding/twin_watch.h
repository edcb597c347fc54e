// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/segment.h"

#include <vector>

namespace tcpladder {

/// Tells a packet that is captured a second time from one that is sent a second time.
///
/// A bridge, a router, the "any" device or a mirror of both ports shows one packet at several places: everything in it
/// is the same but for TTL and interface, within a moment. A repetition is another packet with a number of its own
/// (IPv4 identification, RFC 6864). One direction has one of these; it keeps a single packet until the first twin
/// comes, and then as many as pass one place before they show up at the next.
class TwinWatch
{
public:
    /// Where something else tells the places apart: a router between them may have a queue.
    static constexpr Duration betweenTwoPlaces = std::chrono::milliseconds(500);

    /// What tells a packet from others.
    struct Seen
    {
        Timestamp time = unknownTime;
        SegmentId id;
        InterfaceId interface;
        SequenceNumber sequence;
        SequenceNumber acknowledgment;
        std::uint32_t payloadLength = 0;
        std::uint16_t identification = 0;
        std::uint16_t checksum = 0;
        TcpFlags flags;
        std::uint8_t timeToLive = 0;
    };

    /// The last packet that was no twin.
    const Seen& last() const { return m_last; }
    /// Others have passed meanwhile, none of them a twin; only before the first twin.
    void setLast(const Seen& seen) { m_last = seen; }

    /// The earlier capture of the same packet; none.
    SegmentId twinOf(const Segment& segment) const
    {
        if (isTwin(m_last, segment))
            return m_last.id;
        return hasSeenTwin() ? twinOfMany(segment) : SegmentId{};
    }

    void note(const Segment& segment, SegmentId id, bool isTwin)
    {
        if (!isTwin)
            noteLast(segment, id);
        if (isTwin || hasSeenTwin())
            noteInRing(isTwin);
    }

    /// Packets come twice here.
    bool hasSeenTwin() const { return !m_recent.empty(); }

private:
    /// Field by field: a copy of all, right behind the writes of its parts, would wait for them.
    void noteLast(const Segment& segment, SegmentId id)
    {
        m_last.time = segment.time;
        m_last.id = id;
        m_last.interface = segment.interface;
        m_last.sequence = segment.sequence;
        m_last.acknowledgment = segment.acknowledgment;
        m_last.payloadLength = segment.payloadLength;
        m_last.identification = segment.ipIdentification;
        m_last.checksum = segment.checksum;
        m_last.flags = segment.flags;
        m_last.timeToLive = segment.timeToLive;
    }
    static bool isTwin(const Seen& earlier, const Segment& segment)
    {
        return earlier.checksum == segment.checksum && earlier.sequence == segment.sequence
            && isTwinByAll(earlier, segment);
    }
    static bool isTwinByAll(const Seen& earlier, const Segment& segment);
    SegmentId twinOfMany(const Segment& segment) const;
    void noteInRing(bool isTwin);

    Seen m_last;
    std::vector<Seen> m_recent; ///< a ring; empty before the first twin
    std::size_t m_oldest = 0;
};

} // namespace tcpladder
