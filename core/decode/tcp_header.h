// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/decode/segment.h"
#include "core/source/packet.h"

namespace tcpladder {

// What the two ways to decode a packet share. A segment is filled in its place, field by field: a structure that is
// copied right after its fields were written makes the processor wait until all that was written before has reached the
// cache.

constexpr std::size_t fixedTcpHeaderLength = 20;

/// Notes where the segment comes from.
inline void setOrigin(Segment& segment, const Packet& packet)
{
    segment.packet = packet.number;
    segment.interface = packet.interface;
    segment.time = packet.time;
    segment.packetOffset = packet.offset;
    segment.capturedLength = static_cast<std::uint32_t>(packet.bytes.size());
    segment.originalLength = packet.originalLength;
}

/// header: fixedTcpHeaderLength bytes.
inline void readFixedTcpHeader(Segment& segment, const std::byte* header)
{
    const auto word = [header](std::size_t at) { return loadUnchecked<2>(header + at, ByteOrder::Big); };
    const auto longWord = [header](std::size_t at) { return loadUnchecked<4>(header + at, ByteOrder::Big); };
    segment.sourcePort = word(0);
    segment.destinationPort = word(2);
    segment.sequence = {longWord(4)};
    segment.acknowledgment = {longWord(8)};
    const std::uint16_t offsetAndFlags = word(12);
    segment.headerLength = static_cast<std::uint8_t>(offsetAndFlags >> 12 << 2);
    segment.flags = TcpFlags(offsetAndFlags);
    segment.window = word(14);
    segment.checksum = word(16);
    segment.urgentPointer = word(18);
}

} // namespace tcpladder
