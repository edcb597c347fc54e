// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/juniper_family.h"

#include "core/decode/layer_bytes.h"

namespace tcpladder {

namespace {

constexpr std::uint32_t magic = 0x4d4743;
constexpr std::uint8_t hasNoLinkLayer = 0x02;
constexpr std::uint8_t hasExtensions = 0x80;

/// The protocol that stands in place of a link layer that the router took off; in host order, small numbers.
Layer layerWithoutLinkLayer(LayerWalk& walk)
{
    if (!walk.has(4))
        return walk.stop(DecodeProblem::CutShort);
    walk.offset += 4;
    return Layer::RawIp;
}

Layer skipJuniperHeader(LayerWalk& walk, Layer link)
{
    if (!walk.has(4))
        return walk.stop(DecodeProblem::CutShort);
    if (longWord(walk, 0) >> 8 != magic)
        return walk.stop(DecodeProblem::Malformed);
    const std::uint8_t flags = octet(walk, 3);
    walk.offset += 4;
    if (flags & hasExtensions) {
        if (!walk.has(2))
            return walk.stop(DecodeProblem::CutShort);
        const std::size_t length = word(walk, 0);
        if (!walk.has(2 + length))
            return walk.stop(DecodeProblem::CutShort);
        walk.offset += 2 + length;
    }
    return flags & hasNoLinkLayer ? layerWithoutLinkLayer(walk) : link;
}

} // namespace

Layer decodeJuniperEthernet(LayerWalk& walk)
{
    return skipJuniperHeader(walk, Layer::Ethernet);
}

Layer decodeJuniperPpp(LayerWalk& walk)
{
    return skipJuniperHeader(walk, Layer::Ppp);
}

Layer decodeJuniperPppoe(LayerWalk& walk)
{
    return skipJuniperHeader(walk, Layer::Ethernet);
}

Layer decodeJuniperHdlc(LayerWalk& walk)
{
    return skipJuniperHeader(walk, Layer::CiscoHdlc);
}

Layer decodeJuniperFrameRelay(LayerWalk& walk)
{
    return skipJuniperHeader(walk, Layer::FrameRelay);
}

} // namespace tcpladder
