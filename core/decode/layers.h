// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/decode/ip_address.h"
#include "core/source/link_type.h"

#include <vector>

namespace tcpladder {

/// Protocols that a packet can be made of, from the link layer up to TCP.
enum class Layer : std::uint8_t {
    None, ///< nothing that leads to TCP
    Ethernet,
    LinuxSll,
    LinuxSll2,
    BsdNull,
    BsdLoop,
    RawIp,
    Vlan,
    Ipv4,
    Ipv6,
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
    LaterFragment, ///< an IP fragment other than the first
    Malformed,     ///< a length or version that cannot be
};

/// The IP header next to the TCP header.
struct NetworkLayer
{
    IpAddress source;
    IpAddress destination;
    std::uint16_t identification = 0;
    std::uint8_t timeToLive = 0;
    std::uint8_t trafficClass = 0;
    std::uint16_t offset = 0;
    std::uint16_t headerLength = 0; ///< with IPv4 options or IPv6 extension headers
    bool moreFragments = false;     ///< the first fragment of several: the TCP checksum cannot be verified
};

/// The walk through a packet's layers. Each layer's decoder reads at offset, moves offset and end to its payload, and
/// returns the next layer; a new link type or tunnel is a decoder in a file of its own and a line in the table of
/// layers.cpp.
struct LayerWalk
{
    Bytes bytes; ///< as captured
    std::size_t offset = 0;
    std::size_t end = 0; ///< where the current layer's payload ends by its own length; may lie behind bytes
    NetworkLayer network;
    DecodeProblem problem = DecodeProblem::None;

    bool has(std::size_t count) const { return offset + count <= bytes.size(); }
    const std::byte* at() const { return bytes.data() + offset; }

    Layer stop(DecodeProblem reason)
    {
        problem = reason;
        return Layer::None;
    }
};

/// Where one layer's header stands in a packet, for the hex view.
struct LayerRange
{
    Layer layer = Layer::None;
    std::size_t offset = 0;
    std::size_t length = 0; ///< of the header alone
};

Layer firstLayer(LinkType linkType);

/// The layer behind an Ethernet type or an IP protocol number; Layer::None for those that lead to no TCP.
Layer layerOfEtherType(std::uint16_t etherType);
Layer layerOfIpProtocol(std::uint8_t protocol);

/// Walks to the TCP header. originalLength bounds the packet where no header has a length.
LayerWalk walkToTcp(LinkType linkType, Bytes bytes, std::uint32_t originalLength);

/// The same walk, with each layer's place written down.
std::vector<LayerRange> listLayers(LinkType linkType, Bytes bytes, std::uint32_t originalLength);

} // namespace tcpladder
