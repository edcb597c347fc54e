// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/segment.h"

#include <type_traits>

namespace tcpladder {

/// What stays in memory of a segment: enough to draw it, to count it and to find its packet again. The rest is decoded
/// anew from the packet's bytes when somebody looks. Ten million of them are to fit a laptop, hence the bit fields.
struct SegmentRecord
{
    Timestamp time = unknownTime;
    std::uint64_t packetOffset = 0;
    PacketNumber packet;
    ConnectionId connection;
    SequenceNumber sequence;
    SequenceNumber acknowledgment;
    std::uint32_t payloadLength : 24 = 0;
    std::uint32_t known : 8 = TcpFieldSet::all & 0xff; ///< the low bits of TcpFieldSet
    std::uint32_t capturedLength : 24 = 0;
    std::uint32_t checksum : 3 = 0; ///< ChecksumStatus
    std::uint32_t sender : 1 = 0;   ///< Side
    std::uint32_t knownHigh : 1 = TcpFieldSet::all >> 8;
    std::uint32_t unused : 3 = 0;
    std::uint16_t offsetAndFlags = 0; ///< the word of the wire: data offset in the upper four bits, then the flags
    std::uint16_t window = 0;         ///< not scaled
    std::uint16_t transportOffset = 0;
    std::uint16_t interface = 0;

    SegmentRecord() = default;
    SegmentRecord(const Segment& segment, ConnectionId owner, Side side)
        : time(segment.time)
        , packetOffset(segment.packetOffset)
        , packet(segment.packet)
        , connection(owner)
        , sequence(segment.sequence)
        , acknowledgment(segment.acknowledgment)
        , payloadLength(segment.payloadLength)
        , known(segment.known.bits & 0xff)
        , capturedLength(segment.capturedLength)
        , checksum(static_cast<std::uint32_t>(segment.checksumStatus))
        , sender(static_cast<std::uint32_t>(side))
        , knownHigh(segment.known.bits >> 8)
        , offsetAndFlags(static_cast<std::uint16_t>(segment.headerLength / 4 << 12 | segment.flags.bits))
        , window(segment.window)
        , transportOffset(segment.transportOffset)
        , interface(static_cast<std::uint16_t>(segment.interface.value))
    {
    }

    TcpFlags flags() const { return TcpFlags(offsetAndFlags); }
    bool has(TcpFlag flag) const { return flags().has(flag); }
    std::uint8_t headerLength() const { return static_cast<std::uint8_t>(offsetAndFlags >> 12 << 2); }
    Side side() const { return static_cast<Side>(sender); }
    ChecksumStatus checksumStatus() const { return static_cast<ChecksumStatus>(checksum); }
    TcpFieldSet knownFields() const { return {static_cast<std::uint16_t>(knownHigh << 8 | known)}; }
    std::uint32_t sequenceLength() const { return payloadLength + has(TcpFlag::Syn) + has(TcpFlag::Fin); }
};
static_assert(sizeof(SegmentRecord) <= 48, "memory of a capture is this times its segments");
static_assert(std::is_trivially_copyable_v<SegmentRecord>);

} // namespace tcpladder
