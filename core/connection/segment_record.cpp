// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/segment_record.h"

namespace tcpladder {

SegmentRecord makeRecord(const Segment& segment, ConnectionId connection, Side sender)
{
    SegmentRecord record;
    record.time = segment.time;
    record.packetOffset = segment.packetOffset;
    record.packet = segment.packet;
    record.connection = connection;
    record.sequence = segment.sequence;
    record.acknowledgment = segment.acknowledgment;
    record.payloadLength = segment.payloadLength;
    record.known = segment.known.bits & 0xff;
    record.knownHigh = segment.known.bits >> 8;
    record.capturedLength = segment.capturedLength;
    record.checksum = static_cast<std::uint32_t>(segment.checksumStatus);
    record.sender = static_cast<std::uint32_t>(sender);
    record.offsetAndFlags = static_cast<std::uint16_t>(segment.headerLength / 4 << 12 | segment.flags.bits);
    record.window = segment.window;
    record.transportOffset = segment.transportOffset;
    record.interface = static_cast<std::uint16_t>(segment.interface.value);
    return record;
}

} // namespace tcpladder
