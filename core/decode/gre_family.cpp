// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/gre_family.h"

#include "core/decode/layer_bytes.h"

namespace tcpladder {

namespace {

enum GreFlag : std::uint16_t {
    Checksum = 0x8000,
    Routing = 0x4000,
    Key = 0x2000,
    Sequence = 0x1000,
    Acknowledgment = 0x0080, ///< of PPTP
    VersionMask = 0x0007,
};

enum GreProtocol : std::uint16_t {
    Erspan = 0x88be,
    ErspanType3 = 0x22eb,
    Pptp = 0x880b,
    TransparentEthernet = 0x6558,
    Wccp = 0x883e,
};

std::size_t greHeaderLength(std::uint16_t flags)
{
    std::size_t length = 4;
    length += flags & (Checksum | Routing) ? 4 : 0;
    length += flags & Key ? 4 : 0;
    length += flags & Sequence ? 4 : 0;
    length += flags & Acknowledgment ? 4 : 0;
    return length;
}

/// Aruba's controllers send 802.11 frames under numbers of their own, one for each queue.
bool isAruba(std::uint16_t protocol)
{
    const bool isAllocated = (protocol >= 0x8200 && protocol <= 0x83f0) || (protocol >= 0x9000 && protocol <= 0x91f0);
    return isAllocated && (protocol & 0x000f) == 0;
}

/// WCCP version 2 puts four bytes in front of the packet that it redirects, version 1 nothing.
Layer skipRedirectHeader(LayerWalk& walk)
{
    if (!walk.has(1))
        return walk.stop(DecodeProblem::CutShort);
    return octet(walk, 0) >> 4 == 4 ? Layer::Ipv4 : skipHeader(walk, 4, Layer::RawIp);
}

Layer layerOfGreProtocol(LayerWalk& walk, std::uint16_t protocol, std::uint16_t flags)
{
    switch (protocol) {
    case Pptp: return Layer::Ppp;
    case TransparentEthernet: return Layer::Ethernet;
    case Erspan: return flags & Sequence ? Layer::Erspan2 : Layer::Ethernet; // type I has no header of its own
    case ErspanType3: return Layer::Erspan3;
    case Wccp: return skipRedirectHeader(walk);
    default: return isAruba(protocol) ? Layer::Wireless : layerOfEtherType(protocol);
    }
}

} // namespace

Layer decodeGre(LayerWalk& walk)
{
    if (!walk.has(4))
        return walk.stop(DecodeProblem::CutShort);
    const std::uint16_t flags = word(walk, 0);
    const std::uint16_t protocol = word(walk, 2);
    if ((flags & VersionMask) > 1)
        return Layer::None;
    const std::size_t length = greHeaderLength(flags);
    if (!walk.has(length))
        return walk.stop(DecodeProblem::CutShort);
    walk.offset += length;
    return layerOfGreProtocol(walk, protocol, flags);
}

Layer decodeErspan2(LayerWalk& walk)
{
    return skipHeader(walk, 8, Layer::Ethernet);
}

Layer decodeErspan3(LayerWalk& walk)
{
    constexpr std::size_t headerLength = 12;
    constexpr std::size_t subheaderLength = 8;
    if (!walk.has(headerLength))
        return walk.stop(DecodeProblem::CutShort);
    const bool hasSubheader = octet(walk, 11) & 1;
    const unsigned frameType = (octet(walk, 10) >> 2) & 0x1fU;
    constexpr unsigned ipFrame = 2;
    return skipHeader(walk, headerLength + (hasSubheader ? subheaderLength : 0),
        frameType == ipFrame ? Layer::RawIp : Layer::Ethernet);
}

Layer decodeEtherIp(LayerWalk& walk)
{
    return skipHeader(walk, 2, Layer::Ethernet);
}

} // namespace tcpladder
