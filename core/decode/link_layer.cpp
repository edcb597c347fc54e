// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/link_layer.h"

#include <algorithm>

namespace tcpladder {

namespace {

Layer skipTo(LayerWalk& walk, std::size_t headerLength, std::size_t typeOffset)
{
    if (!walk.has(headerLength))
        return walk.stop(DecodeProblem::CutShort);
    const auto etherType = loadUnchecked<2>(walk.at() + typeOffset, ByteOrder::Big);
    walk.offset += headerLength;
    return layerOfEtherType(etherType);
}

/// AF_INET is 2 everywhere; AF_INET6 is 24 on NetBSD and OpenBSD, 28 on FreeBSD, 30 on macOS, 10 on Linux.
Layer layerOfAddressFamily(std::uint32_t family)
{
    switch (family) {
    case 2: return Layer::Ipv4;
    case 10:
    case 24:
    case 28:
    case 30: return Layer::Ipv6;
    default: return Layer::None;
    }
}

} // namespace

Layer decodeEthernet(LayerWalk& walk)
{
    return skipTo(walk, 14, 12);
}

Layer decodeVlan(LayerWalk& walk)
{
    return skipTo(walk, 4, 2);
}

Layer decodeLinuxSll(LayerWalk& walk)
{
    return skipTo(walk, 16, 14);
}

Layer decodeLinuxSll2(LayerWalk& walk)
{
    return skipTo(walk, 20, 0);
}

Layer decodeBsdNull(LayerWalk& walk)
{
    if (!walk.has(4))
        return walk.stop(DecodeProblem::CutShort);
    // The file does not say whose byte order it is; families are small, so one reading of the two makes sense.
    const auto little = loadUnchecked<4>(walk.at(), ByteOrder::Little);
    const auto big = loadUnchecked<4>(walk.at(), ByteOrder::Big);
    walk.offset += 4;
    return layerOfAddressFamily(std::min(little, big));
}

Layer decodeBsdLoop(LayerWalk& walk)
{
    return decodeBsdNull(walk);
}

Layer decodeRawIp(LayerWalk& walk)
{
    if (!walk.has(1))
        return walk.stop(DecodeProblem::CutShort);
    switch (std::to_integer<int>(*walk.at()) >> 4) {
    case 4: return Layer::Ipv4;
    case 6: return Layer::Ipv6;
    default: return walk.stop(DecodeProblem::Malformed);
    }
}

} // namespace tcpladder
