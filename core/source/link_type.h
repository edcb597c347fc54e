// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace tcpladder {

/// What a packet begins with: LINKTYPE_ numbers of https://www.tcpdump.org/linktypes.html, as files store them.
enum class LinkType : std::uint16_t {
    BsdNull = 0,
    Ethernet = 1,
    RawBsd = 12,     ///< DLT_RAW of most systems, found in files of old libpcap versions
    RawOpenBsd = 14, ///< DLT_RAW of OpenBSD
    Raw = 101,
    BsdLoop = 108,
    LinuxSll = 113,
    Ipv4 = 228,
    Ipv6 = 229,
    LinuxSll2 = 276,
};

/// What one interface of a capture says of itself; a classic pcap file has exactly one.
struct CaptureInterface
{
    LinkType linkType = LinkType::Ethernet;
    std::uint32_t snapLength = 0; ///< 0: no limit
    std::string name;             ///< empty where the file does not say
};

} // namespace tcpladder
