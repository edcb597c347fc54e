// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/decode/ip_address.h"
#include "core/source/link_type.h"

#include <vector>

namespace tcpladder {

/// Protocols that a packet can be made of, from the link layer up to TCP. One line here, one in layer_table.cpp, and
/// the decoder are all that a new one needs.
enum class Layer : std::uint8_t {
    None, ///< nothing that leads to TCP
    Ethernet,
    EthernetPreamble,
    NetAnalyzer,
    Vlan,
    BackboneBridge,
    ExtensionTag,
    VirtualInterfaceTag,
    Macsec,
    ServiceHeader,
    Trill,
    Mpls,
    Llc,
    Fddi,
    TokenRing,
    Arcnet,
    ArcnetLinux,
    IpOverFibre,
    Firewire,
    LinuxSll,
    LinuxSll2,
    BsdNull,
    BsdLoop,
    BsdFilter,
    BsdIpsec,
    SolarisIp,
    Nflog,
    PacketTap,
    RawIp,
    Ppp,
    PppDirection,
    Pppd,
    Pppoe,
    CiscoHdlc,
    CiscoHdlcDirection,
    FrameRelay,
    FrameRelayDirection,
    Wireless,
    Radiotap,
    Prism,
    Avs,
    Ppi,
    JuniperEthernet,
    JuniperPpp,
    JuniperPppoe,
    JuniperHdlc,
    JuniperFrameRelay,
    Ipv4,
    Ipv6,
    Ipv6Extension,
    Ipv6Fragment,
    Authentication,
    Gre,
    Erspan2,
    Erspan3,
    EtherIp,
    Icmp,
    IcmpV6,
    Udp,
    Vxlan,
    VxlanGpe,
    Geneve,
    GtpU,
    L2tp,
    Capwap,
    Teredo,
    Lisp,
    Tzsp,
    Tcp,
    Count,
};

std::string_view layerName(Layer layer);

/// Why a packet gives no segment.
enum class DecodeProblem : std::uint8_t {
    None,
    NotTcp, ///< another protocol: no fault
    UnsupportedLinkType,
    CutShort,      ///< the snapshot ends before the ports
    Fragment,      ///< an IP fragment: LayerWalk::fragment says of what
    LaterFragment, ///< an IP fragment other than the first, cut by the snapshot
    IcmpError,     ///< an ICMP message that quotes a packet: decodeIcmpError() reads it
    Malformed,     ///< a length or version that cannot be
};

/// The IP header next to the TCP header.
struct NetworkLayer
{
    IpVersion version = IpVersion::None;
    std::uint16_t identification = 0;
    std::uint8_t timeToLive = 0;
    std::uint8_t trafficClass = 0;
    std::uint16_t offset = 0;
    std::uint16_t headerLength = 0; ///< with IPv4 options or IPv6 extension headers
    bool moreFragments = false;     ///< the first fragment of several, cut short: the TCP checksum cannot be verified
};

/// What makes fragments parts of one datagram, besides the addresses, and where this one's part is.
struct IpFragment
{
    std::uint32_t identification = 0;
    std::uint16_t offset = 0; ///< bytes, in the datagram's payload
    bool hasMore = false;
    std::uint8_t protocol = 0;    ///< IPv6: of the first fragment it counts
    std::uint32_t dataOffset = 0; ///< in the packet
    std::uint32_t dataLength = 0;
};

/// The walk through a packet's layers. Each layer's decoder reads at offset, moves offset and end to its payload, and
/// returns the next layer. Offsets may lie behind the packet's end: has() tells.
struct LayerWalk
{
    static constexpr std::size_t noLimit = ~std::size_t{0};

    Bytes bytes; ///< as captured
    std::size_t offset = 0;
    std::size_t end = 0; ///< where the current layer's payload ends by its own length; may lie behind bytes
    std::size_t wireLength = noLimit; ///< of the packet, as its record tells
    std::size_t limit = noLimit;      ///< behind it there is nothing, since an enclosing IP packet ends there
    std::uint32_t icmpOffset = 0;     ///< of the ICMP header, where the walk ended with IcmpError
    NetworkLayer network;
    IpFragment fragment;
    DecodeProblem problem = DecodeProblem::None;
    bool lengthIsWrong = false; ///< an IP packet said that it was longer than it was on the wire
    bool isGuess = false;       ///< behind a UDP port that is a tunnel's by custom: what looks wrong is something else
    bool wirelessIsPadded = false;  ///< the 802.11 header is filled up to a multiple of four bytes
    bool wirelessIsSwapped = false; ///< the 802.11 frame control has its bytes the other way round

    /// Addresses of the IP header next to the TCP header; only where there is one.
    Bytes source() const { return network.version == IpVersion::V4 ? addressAt(12, 4) : addressAt(8, 16); }
    Bytes destination() const { return network.version == IpVersion::V4 ? addressAt(16, 4) : addressAt(24, 16); }

    bool has(std::size_t count) const { return offset + count <= bytes.size(); }
    const std::byte* at() const { return bytes.data() + offset; }

    Layer stop(DecodeProblem reason)
    {
        const bool isFault = reason == DecodeProblem::Malformed || reason == DecodeProblem::CutShort;
        problem = isGuess && isFault ? DecodeProblem::NotTcp : reason;
        return Layer::None;
    }

private:
    Bytes addressAt(std::size_t at, std::size_t size) const { return bytes.subspan(network.offset + at, size); }
};

/// Where one layer's header stands in a packet, for the hex view.
struct LayerRange
{
    Layer layer = Layer::None;
    std::size_t offset = 0;
    std::size_t length = 0; ///< of the header alone
};

Layer firstLayer(LinkType linkType);

/// The layer that a number stands for in the header in front of it; Layer::None for those that lead to no TCP.
Layer layerOfEtherType(std::uint16_t etherType);
Layer layerOfIpProtocol(std::uint8_t protocol);
Layer layerOfUdpPort(std::uint16_t port);
Layer layerOfNextProtocol(std::uint8_t number); ///< as NSH (RFC 8300) and VXLAN-GPE count

/// Walks to the TCP header. originalLength bounds the packet where no header has a length that can be right; 0 where
/// nobody knows it.
LayerWalk walkToTcp(LinkType linkType, Bytes bytes, std::uint32_t originalLength);

/// The same walk, with each layer's place written down.
std::vector<LayerRange> listLayers(LinkType linkType, Bytes bytes, std::uint32_t originalLength);

} // namespace tcpladder
