// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ipv6_extensions.h"

#include "core/decode/ip_layer.h"
#include "core/decode/layer_bytes.h"

namespace tcpladder {

namespace {

Layer skipExtension(LayerWalk& walk, std::size_t length)
{
    if (!walk.has(length))
        return walk.stop(DecodeProblem::CutShort);
    const std::uint8_t next = octet(walk, 0);
    walk.offset += length;
    walk.network.headerLength = static_cast<std::uint16_t>(walk.offset - walk.network.offset);
    return layerOfIpProtocol(next);
}

} // namespace

Layer decodeIpv6Extension(LayerWalk& walk)
{
    if (walk.network.version != IpVersion::V6)
        return Layer::None;
    if (!walk.has(2))
        return walk.stop(DecodeProblem::CutShort);
    return skipExtension(walk, (octet(walk, 1) + std::size_t{1}) * 8);
}

Layer decodeIpv6Fragment(LayerWalk& walk)
{
    if (walk.network.version != IpVersion::V6)
        return Layer::None;
    if (!walk.has(8))
        return walk.stop(DecodeProblem::CutShort);
    IpFragment fragment;
    fragment.identification = longWord(walk, 4);
    fragment.offset = word(walk, 2) & 0xfff8;
    fragment.hasMore = word(walk, 2) & 1;
    fragment.protocol = octet(walk, 0);
    const Layer next = skipExtension(walk, 8);
    return stopAtFragment(walk, fragment, next);
}

Layer decodeAuthentication(LayerWalk& walk)
{
    if (!walk.has(2))
        return walk.stop(DecodeProblem::CutShort);
    return skipExtension(walk, (octet(walk, 1) + std::size_t{2}) * 4);
}

} // namespace tcpladder
