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
    SegmentId twinOf(const Segment& segment) const;

    void note(const Segment& segment, SegmentId id, bool isTwin);

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

    static Seen seen(const Segment& segment, SegmentId id);
    static bool isTwin(const Seen& earlier, const Segment& segment);

    Seen m_last;
    std::vector<Seen> m_recent; ///< a ring; empty before the first twin
    std::size_t m_oldest = 0;
};

} // namespace tcpladder
