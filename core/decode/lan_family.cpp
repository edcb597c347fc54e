// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/lan_family.h"

#include "core/decode/layer_bytes.h"

namespace tcpladder {

namespace {

enum ServiceAccessPoint : std::uint8_t { IpSap = 0x06, SnapSap = 0xaa };

/// Behind AA AA 03: an organisation and its type. 0 and 0000f8 (RFC 1042 and 802.1H tunnels) use Ethernet types, the
/// bridge organisation 0080c2 says that an Ethernet frame follows, with (1) or without (7) its checksum.
Layer decodeSnap(LayerWalk& walk)
{
    constexpr std::size_t headerLength = 5;
    if (!walk.has(headerLength))
        return walk.stop(DecodeProblem::CutShort);
    const std::uint32_t organisation = longWord(walk, 0) >> 8;
    const std::uint16_t type = word(walk, 3);
    walk.offset += headerLength;
    if (organisation == 0 || organisation == 0x0000f8)
        return layerOfEtherType(type);
    if (organisation == 0x0080c2 && (type == 1 || type == 7))
        return skipHeader(walk, 2, Layer::Ethernet);
    return Layer::None;
}

Layer decodeArcnetType(LayerWalk& walk)
{
    if (!walk.has(1))
        return walk.stop(DecodeProblem::CutShort);
    const std::uint8_t type = octet(walk, 0);
    ++walk.offset;
    switch (type) {
    case 0xf0: return Layer::Ipv4; // RFC 1051
    case 0xd4:
    case 0xc4: break; // RFC 1201: IPv4, and IPv6 (RFC 2497)
    default: return Layer::None;
    }
    if (!walk.has(1))
        return walk.stop(DecodeProblem::CutShort);
    const bool isException = octet(walk, 0) == 0xff; // filler in front of packets of a length that ARCNET can't send
    return skipHeader(walk, isException ? 7 : 3, type == 0xd4 ? Layer::Ipv4 : Layer::Ipv6);
}

} // namespace

Layer decodeLlc(LayerWalk& walk)
{
    if (!walk.has(3))
        return walk.stop(DecodeProblem::CutShort);
    const std::uint8_t destination = octet(walk, 0);
    const bool isUnnumbered = (octet(walk, 2) & 3) == 3;
    walk.offset += isUnnumbered ? 3 : 4;
    if (destination == SnapSap)
        return decodeSnap(walk);
    return destination == IpSap ? Layer::Ipv4 : Layer::None;
}

Layer decodeFddi(LayerWalk& walk)
{
    if (!walk.has(1))
        return walk.stop(DecodeProblem::CutShort);
    const bool isLlc = (octet(walk, 0) & 0x70) == 0x50;
    return skipHeader(walk, 13, isLlc ? Layer::Llc : Layer::None);
}

Layer decodeTokenRing(LayerWalk& walk)
{
    constexpr std::size_t headerLength = 14;
    if (!walk.has(headerLength))
        return walk.stop(DecodeProblem::CutShort);
    const bool isLlc = (octet(walk, 1) & 0xc0) == 0x40;
    const bool hasRoute = octet(walk, 8) & 0x80;
    if (hasRoute && !walk.has(headerLength + 1))
        return walk.stop(DecodeProblem::CutShort);
    const std::size_t routeLength = hasRoute ? octet(walk, headerLength) & 0x1fU : 0;
    return skipHeader(walk, headerLength + routeLength, isLlc ? Layer::Llc : Layer::None);
}

Layer decodeArcnet(LayerWalk& walk)
{
    if (!walk.has(2))
        return walk.stop(DecodeProblem::CutShort);
    walk.offset += 2;
    return decodeArcnetType(walk);
}

Layer decodeArcnetLinux(LayerWalk& walk)
{
    if (!walk.has(4))
        return walk.stop(DecodeProblem::CutShort);
    walk.offset += 4;
    return decodeArcnetType(walk);
}

Layer decodeIpOverFibre(LayerWalk& walk)
{
    return skipHeader(walk, 16, Layer::Llc);
}

Layer decodeFirewire(LayerWalk& walk)
{
    return skipToEtherType(walk, 18, 16);
}

} // namespace tcpladder
