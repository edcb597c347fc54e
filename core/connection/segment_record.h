// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/segment.h"

namespace tcpladder {

/// What is kept of a segment: enough to draw it, to count it and to find its packet again. The rest is decoded anew
/// from the packet's bytes when somebody looks.
struct SegmentRecord
{
    Timestamp time = unknownTime;
    std::uint64_t packetOffset = 0;
    PacketNumber packet;
    ConnectionId connection;
    SequenceNumber sequence;
    SequenceNumber acknowledgment;
    std::uint32_t payloadLength = 0;
    std::uint32_t capturedLength = 0;
    InterfaceId interface;
    std::uint16_t offsetAndFlags = 0; ///< the word of the wire: data offset in the upper four bits, then the flags
    std::uint16_t window = 0;         ///< not scaled
    std::uint16_t transportOffset = 0;
    TcpFieldSet known;
    ChecksumStatus checksumStatus = ChecksumStatus::Unverified;
    Side sender = Side::A;

    TcpFlags flags() const { return TcpFlags(offsetAndFlags); }
    bool has(TcpFlag flag) const { return flags().has(flag); }
    std::uint8_t headerLength() const { return static_cast<std::uint8_t>(offsetAndFlags >> 12 << 2); }
    std::uint32_t sequenceLength() const { return payloadLength + has(TcpFlag::Syn) + has(TcpFlag::Fin); }
};

} // namespace tcpladder
