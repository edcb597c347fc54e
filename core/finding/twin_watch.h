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
            m_last = seen(segment, id);
        if (isTwin || hasSeenTwin())
            noteInRing(isTwin);
    }

    /// Packets come twice here.
    bool hasSeenTwin() const { return !m_recent.empty(); }

private:
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

    static Seen seen(const Segment& segment, SegmentId id)
    {
        return {segment.time, id, segment.interface, segment.sequence, segment.acknowledgment, segment.payloadLength,
            segment.ipIdentification, segment.checksum, segment.flags, segment.timeToLive};
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
