// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/layers.h"
#include "core/decode/segment.h"

#include <vector>

namespace tcpladder {

/// Fields that the views mark in bytes and in the header picture.
enum class HeaderField : std::uint8_t {
    LinkHeader, ///< any header in front of the innermost IP header, as a whole
    IpVersion,
    IpHeaderLength,
    IpTrafficClass,
    IpFlowLabel,
    IpTotalLength, ///< IPv6: payload length
    IpIdentification,
    IpFragment,
    IpTimeToLive,
    IpProtocol,
    IpChecksum,
    IpSource,
    IpDestination,
    IpOptions, ///< IPv6: extension headers
    TcpSourcePort,
    TcpDestinationPort,
    TcpSequence,
    TcpAcknowledgment,
    TcpDataOffset,
    TcpReserved,
    TcpFlags,
    TcpWindow,
    TcpChecksum,
    TcpUrgentPointer,
    TcpOption,
    Payload,
    Trailer, ///< behind the IP packet's end, e.g. Ethernet padding
    Count,
};

constexpr bool isTcpHeaderField(HeaderField field)
{
    return field >= HeaderField::TcpSourcePort && field <= HeaderField::TcpOption;
}

/// A field's place in the packet. A field may be a few bits of its bytes: the data offset is the upper four bits of
/// one.
struct PacketField
{
    HeaderField field = HeaderField::Payload;
    Layer layer = Layer::None; ///< of LinkHeader: which one
    std::uint32_t offset = 0;  ///< bytes from the start of the packet
    std::uint32_t length = 0;  ///< bytes touched
    std::uint8_t firstBit = 0; ///< of the bytes at offset, 0 is the most significant bit of the first byte
    std::uint8_t bitCount = 0; ///< 0: all bits of the bytes
    std::uint64_t value = 0;   ///< of fields up to 8 bytes
    TcpOptionEntry option;     ///< of TcpOption
};

/// Every field of the packet in the order of its bytes, as far as it was captured.
std::vector<PacketField> listPacketFields(const Segment& segment, LinkType linkType, Bytes bytes);

} // namespace tcpladder
