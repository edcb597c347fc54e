// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection/connection_table.h"

#include <cstring>
#include <optional>

namespace tcpladder {

/// The segment as a plain one, where that has room for all that it says.
inline std::optional<PlainSegment> foldPlain(const Segment& segment, PlainOrigin& origin)
{
    PlainSegment plain{};
    plain.time = segment.time;
    plain.sequence = segment.sequence;
    plain.acknowledgment = segment.acknowledgment;
    plain.timestamps = segment.options.timestamps.value_or(TcpTimestamps{});
    plain.shorts
        = {static_cast<std::uint16_t>(segment.payloadLength), static_cast<std::uint16_t>(segment.capturedLength),
            static_cast<std::uint16_t>(segment.headerLength / 4 << 12 | segment.flags.bits), segment.window};
    plain.sourcePort = segment.sourcePort;
    plain.destinationPort = segment.destinationPort;
    plain.isIpv6 = segment.source.version == IpVersion::V6;
    if (plain.isIpv6) {
        plain.source = static_cast<std::uint32_t>(origin.ipv6.size());
        origin.ipv6.push_back({segment.source, segment.destination});
    } else {
        std::memcpy(&plain.source, segment.source.bytes.data(), sizeof plain.source);
        std::memcpy(&plain.destination, segment.destination.bytes.data(), sizeof plain.destination);
    }
    plain.fromOffset = static_cast<std::uint32_t>(segment.packetOffset - origin.offset);
    plain.originalLength = static_cast<std::uint16_t>(segment.originalLength);
    plain.checksum = segment.checksum;
    plain.ipIdentification = segment.ipIdentification;
    plain.interface = static_cast<std::uint8_t>(segment.interface.value);
    plain.transportOffset = static_cast<std::uint8_t>(segment.transportOffset);
    plain.timeToLive = segment.timeToLive;
    plain.trafficClass = segment.trafficClass;
    plain.ipChecksum = segment.ipChecksum;
    plain.checksumStatus = segment.checksumStatus;
    plain.oddities = plain.findOddities();
    plain.pairHash = hashOf(plain, origin);
    const bool isAllThere = plain.unfold(origin, segment.packet.value - origin.firstPacket.value) == segment;
    return isAllThere ? std::optional(plain) : std::nullopt;
}

} // namespace tcpladder
