// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/cooked_family.h"

#include "core/decode/layer_bytes.h"

#include <algorithm>

namespace tcpladder {

namespace {

// Values below the Ethernet types are Linux's own (if_ether.h); this one says that an LLC header follows.
constexpr std::uint16_t linuxLlc = 0x0004;

/// AF_INET is 2 everywhere; AF_INET6 is 24 on NetBSD and OpenBSD, 26 on Solaris, 28 on FreeBSD, 30 on macOS, 10 on
/// Linux.
Layer layerOfAddressFamily(std::uint32_t family)
{
    switch (family) {
    case 2: return Layer::Ipv4;
    case 10:
    case 24:
    case 26:
    case 28:
    case 30: return Layer::Ipv6;
    default: return Layer::None;
    }
}

/// A number whose byte order the file does not tell; those here are small, so one of the two readings makes sense.
std::uint32_t hostOrder(const LayerWalk& walk, std::size_t offset)
{
    return std::min(longWord(walk, offset, ByteOrder::Little), longWord(walk, offset, ByteOrder::Big));
}

Layer skipCookedHeader(LayerWalk& walk, std::size_t headerLength, std::size_t protocolOffset)
{
    if (walk.has(headerLength) && word(walk, protocolOffset) == linuxLlc)
        return skipHeader(walk, headerLength, Layer::Llc);
    return skipToEtherType(walk, headerLength, protocolOffset);
}

} // namespace

Layer decodeLinuxSll(LayerWalk& walk)
{
    return skipCookedHeader(walk, 16, 14);
}

Layer decodeLinuxSll2(LayerWalk& walk)
{
    return skipCookedHeader(walk, 20, 0);
}

Layer decodeBsdNull(LayerWalk& walk)
{
    if (!walk.has(4))
        return walk.stop(DecodeProblem::CutShort);
    const std::uint32_t family = hostOrder(walk, 0);
    walk.offset += 4;
    return layerOfAddressFamily(family);
}

Layer decodeBsdLoop(LayerWalk& walk)
{
    return decodeBsdNull(walk);
}

Layer decodeBsdFilter(LayerWalk& walk)
{
    if (!walk.has(2))
        return walk.stop(DecodeProblem::CutShort);
    const std::size_t length = (octet(walk, 0) + std::size_t{3}) / 4 * 4;
    return skipHeader(walk, length, layerOfAddressFamily(octet(walk, 1)));
}

Layer decodeBsdIpsec(LayerWalk& walk)
{
    if (!walk.has(4))
        return walk.stop(DecodeProblem::CutShort);
    return skipHeader(walk, 12, layerOfAddressFamily(hostOrder(walk, 0)));
}

Layer decodeSolarisIp(LayerWalk& walk)
{
    if (!walk.has(2))
        return walk.stop(DecodeProblem::CutShort);
    return skipHeader(walk, 24, layerOfAddressFamily(octet(walk, 1)));
}

Layer decodeNflog(LayerWalk& walk)
{
    constexpr std::uint16_t payloadType = 9; // NFULA_PAYLOAD
    if (!walk.has(4))
        return walk.stop(DecodeProblem::CutShort);
    const Layer network = layerOfAddressFamily(octet(walk, 0));
    walk.offset += 4;
    while (walk.has(4)) {
        // Lengths and types are in the order of the host that captured; lengths are small, and a type is below 256.
        const ByteOrder order = octet(walk, 3) == 0 ? ByteOrder::Little : ByteOrder::Big;
        const std::size_t length = word(walk, 0, order);
        if (word(walk, 2, order) == payloadType)
            return skipHeader(walk, 4, network);
        if (length < 4)
            return walk.stop(DecodeProblem::Malformed);
        walk.offset += std::min((length + 3) / 4 * 4, walk.bytes.size() - walk.offset);
    }
    return walk.stop(DecodeProblem::CutShort);
}

Layer decodePacketTap(LayerWalk& walk)
{
    if (!walk.has(12))
        return walk.stop(DecodeProblem::CutShort);
    const std::size_t length = longWord(walk, 0, ByteOrder::Little);
    const std::uint32_t linkType = longWord(walk, 8, ByteOrder::Little);
    if (length < 12)
        return walk.stop(DecodeProblem::Malformed);
    return skipHeader(walk, length, firstLayer(static_cast<LinkType>(linkType)));
}

Layer decodeRawIp(LayerWalk& walk)
{
    if (!walk.has(1))
        return walk.stop(DecodeProblem::CutShort);
    switch (octet(walk, 0) >> 4) {
    case 4: return Layer::Ipv4;
    case 6: return Layer::Ipv6;
    default: return walk.stop(DecodeProblem::Malformed);
    }
}

} // namespace tcpladder
