// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace tcpladder {

/// What a packet begins with: LINKTYPE_ numbers of https://www.tcpdump.org/linktypes.html, as files store them.
enum class LinkType : std::uint16_t {
    BsdNull = 0,
    Ethernet = 1,
    TokenRing = 6,
    ArcnetBsd = 7,
    Ppp = 9,
    Fddi = 10,
    RawBsd = 12,     ///< DLT_RAW of most systems, found in files of old libpcap versions
    RawOpenBsd = 14, ///< DLT_RAW of OpenBSD
    PppHdlc = 50,
    Pppoe = 51,
    AtmRfc1483 = 100,
    Raw = 101,
    CiscoHdlc = 104,
    Wireless = 105,
    FrameRelay = 107,
    BsdLoop = 108,
    BsdIpsec = 109,
    LinuxSll = 113,
    BsdFilter = 117,
    Prism = 119,
    IpOverFibre = 122,
    Radiotap = 127,
    ArcnetLinux = 129,
    Firewire = 138,
    Avs = 163,
    Pppd = 166,
    JuniperPppoe = 167,
    JuniperEthernet = 178,
    JuniperPpp = 179,
    JuniperFrameRelay = 180,
    JuniperHdlc = 181,
    Ppi = 192,
    PppDirection = 204,
    CiscoHdlcDirection = 205,
    FrameRelayDirection = 206,
    Mpls = 219,
    SolarisIp = 226,
    Ipv4 = 228,
    Ipv6 = 229,
    Nflog = 239,
    NetAnalyzer = 240,
    PacketTap = 258,
    EthernetMpacket = 274,
    LinuxSll2 = 276,
};

/// What one interface of a capture says of itself; a classic pcap file has exactly one.
struct CaptureInterface
{
    LinkType linkType = LinkType::Ethernet;
    std::uint32_t snapLength = 0; ///< 0: no limit
    std::string name;             ///< empty where the file does not say
    std::uint8_t timeDigits = 9;  ///< of a second that its clock tells, at most nine
};

} // namespace tcpladder
