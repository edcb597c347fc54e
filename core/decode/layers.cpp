// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/layers.h"

#include "core/decode/ip_layer.h"
#include "core/decode/link_layer.h"

#include <algorithm>
#include <array>

namespace tcpladder {

namespace {

using LayerDecoder = Layer (*)(LayerWalk&);

struct LayerEntry
{
    std::string_view name;
    LayerDecoder decode; ///< null where the walk ends
};

constexpr std::array<LayerEntry, static_cast<std::size_t>(Layer::Count)> table{{
    {"data", nullptr},
    {"Ethernet", decodeEthernet},
    {"Linux cooked capture", decodeLinuxSll},
    {"Linux cooked capture 2", decodeLinuxSll2},
    {"BSD loopback", decodeBsdNull},
    {"OpenBSD loopback", decodeBsdLoop},
    {"raw IP", decodeRawIp},
    {"802.1Q", decodeVlan},
    {"IPv4", decodeIpv4},
    {"IPv6", decodeIpv6},
    {"TCP", nullptr},
}};

// Tunnels within tunnels end somewhere: a packet that claims more layers than this is made to keep us busy.
constexpr int deepestNesting = 32;

template <class Visit>
LayerWalk walk(LinkType linkType, Bytes bytes, std::uint32_t originalLength, Visit visit)
{
    LayerWalk walk;
    walk.bytes = bytes;
    walk.end = std::max<std::size_t>(bytes.size(), originalLength);
    Layer layer = firstLayer(linkType);
    if (layer == Layer::None)
        walk.problem = DecodeProblem::UnsupportedLinkType;
    for (int depth = 0; depth < deepestNesting && layer != Layer::None && layer != Layer::Tcp; ++depth) {
        const std::size_t start = walk.offset;
        const Layer current = layer;
        layer = table[static_cast<std::size_t>(layer)].decode(walk);
        visit(current, start, walk.offset);
    }
    if (layer != Layer::Tcp && walk.problem == DecodeProblem::None)
        walk.problem = DecodeProblem::NotTcp;
    return walk;
}

} // namespace

std::string_view layerName(Layer layer)
{
    return table.at(static_cast<std::size_t>(layer)).name;
}

Layer firstLayer(LinkType linkType)
{
    switch (linkType) {
    case LinkType::Ethernet: return Layer::Ethernet;
    case LinkType::LinuxSll: return Layer::LinuxSll;
    case LinkType::LinuxSll2: return Layer::LinuxSll2;
    case LinkType::BsdNull: return Layer::BsdNull;
    case LinkType::BsdLoop: return Layer::BsdLoop;
    case LinkType::Raw:
    case LinkType::RawBsd:
    case LinkType::RawOpenBsd:
    case LinkType::Ipv4:
    case LinkType::Ipv6: return Layer::RawIp;
    }
    return Layer::None;
}

Layer layerOfEtherType(std::uint16_t etherType)
{
    switch (etherType) {
    case 0x0800: return Layer::Ipv4;
    case 0x86dd: return Layer::Ipv6;
    case 0x8100:
    case 0x88a8:
    case 0x9100: return Layer::Vlan;
    default: return Layer::None;
    }
}

Layer layerOfIpProtocol(std::uint8_t protocol)
{
    switch (protocol) {
    case 4: return Layer::Ipv4;
    case 6: return Layer::Tcp;
    case 41: return Layer::Ipv6;
    default: return Layer::None;
    }
}

LayerWalk walkToTcp(LinkType linkType, Bytes bytes, std::uint32_t originalLength)
{
    return walk(linkType, bytes, originalLength, [](Layer, std::size_t, std::size_t) { });
}

std::vector<LayerRange> listLayers(LinkType linkType, Bytes bytes, std::uint32_t originalLength)
{
    std::vector<LayerRange> ranges;
    walk(linkType, bytes, originalLength, [&](Layer layer, std::size_t from, std::size_t to) {
        if (to > from)
            ranges.push_back({layer, from, to - from});
    });
    return ranges;
}

} // namespace tcpladder
