// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/segment.h"

#include <string>
#include <vector>

namespace tcpladder {

/// What a test says of a packet; the rest is made to fit: lengths, checksums, link header.
struct PacketSpec
{
    std::string source = "10.0.0.1"; ///< an IPv6 address makes an IPv6 packet
    std::string destination = "10.0.0.2";
    std::uint16_t sourcePort = 40000;
    std::uint16_t destinationPort = 6378;
    std::uint32_t sequence = 1000;
    std::uint32_t acknowledgment = 0;
    TcpFlags flags;
    std::uint16_t window = 29200;
    std::string optionsHex; ///< a multiple of four bytes
    std::string payload;
    std::uint16_t identification = 1;
};

/// The packet from its IP header on.
std::vector<std::byte> buildIpPacket(const PacketSpec& spec);

/// The same behind an Ethernet header.
std::vector<std::byte> buildEthernetPacket(const PacketSpec& spec);

} // namespace tcpladder
