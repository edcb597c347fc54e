// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/segment_store.h"

namespace tcpladder {

// Both kinds of decoded segments, for what becomes of either in the same way.

struct WholeToTake
{
    const Segment& segment;

    std::uint32_t payloadLength() const { return segment.payloadLength; }
    PacketNumber packet() const { return segment.packet; }
    void appendTo(SegmentStore& store, ConnectionId connection, Side sender) const
    {
        store.append(segment, connection, sender);
    }
};

struct PlainToTake
{
    const PlainSegment& segment;
    const PlainOrigin& origin;
    std::size_t position; ///< among those of the origin

    std::uint32_t payloadLength() const { return segment.shorts.payloadLength; }
    PacketNumber packet() const { return origin.packetAt(position); }
    void appendTo(SegmentStore& store, ConnectionId connection, Side sender) const
    {
        store.append(segment, packet(), origin.offset + segment.fromOffset, connection, sender);
    }
    Segment whole() const { return segment.unfold(origin, position); }
};

} // namespace tcpladder
