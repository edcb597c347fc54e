// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ethernet_family.h"

#include "core/decode/layer_bytes.h"

namespace tcpladder {

namespace {

// Below this the field behind the addresses is a length, and an LLC header follows (IEEE 802.3 3.2.6).
constexpr std::uint16_t leastEtherType = 0x0600;

} // namespace

Layer decodeEthernet(LayerWalk& walk)
{
    constexpr std::size_t headerLength = 14;
    if (!walk.has(headerLength))
        return walk.stop(DecodeProblem::CutShort);
    const std::uint16_t etherType = word(walk, 12);
    walk.offset += headerLength;
    return etherType < leastEtherType ? Layer::Llc : layerOfEtherType(etherType);
}

Layer decodeEthernetPreamble(LayerWalk& walk)
{
    return skipHeader(walk, 8, Layer::Ethernet);
}

Layer decodeNetAnalyzer(LayerWalk& walk)
{
    return skipHeader(walk, 4, Layer::Ethernet);
}

Layer decodeVlan(LayerWalk& walk)
{
    constexpr std::size_t tagLength = 4;
    if (!walk.has(tagLength))
        return walk.stop(DecodeProblem::CutShort);
    const std::uint16_t etherType = word(walk, 2);
    walk.offset += tagLength;
    return etherType < leastEtherType ? Layer::Llc : layerOfEtherType(etherType);
}

Layer decodeBackboneBridge(LayerWalk& walk)
{
    return skipHeader(walk, 4, Layer::Ethernet);
}

Layer decodeExtensionTag(LayerWalk& walk)
{
    return skipToEtherType(walk, 8, 6);
}

Layer decodeVirtualInterfaceTag(LayerWalk& walk)
{
    return skipToEtherType(walk, 6, 4);
}

Layer decodeMacsec(LayerWalk& walk)
{
    constexpr std::uint8_t encryptedOrChanged = 0x0c;
    constexpr std::uint8_t hasChannelIdentifier = 0x20;
    if (!walk.has(1))
        return walk.stop(DecodeProblem::CutShort);
    if (octet(walk, 0) & encryptedOrChanged)
        return Layer::None;
    const std::size_t tagLength = octet(walk, 0) & hasChannelIdentifier ? 14 : 6;
    return skipToEtherType(walk, tagLength + 2, tagLength);
}

Layer decodeServiceHeader(LayerWalk& walk)
{
    if (!walk.has(4))
        return walk.stop(DecodeProblem::CutShort);
    const std::size_t headerLength = (octet(walk, 1) & 0x3fU) * 4;
    const std::uint8_t next = octet(walk, 3);
    if (headerLength < 8)
        return walk.stop(DecodeProblem::Malformed);
    return skipHeader(walk, headerLength, layerOfNextProtocol(next));
}

Layer decodeTrill(LayerWalk& walk)
{
    if (!walk.has(6))
        return walk.stop(DecodeProblem::CutShort);
    const std::size_t optionWords = (word(walk, 0) >> 6) & 0x1fU;
    return skipHeader(walk, 6 + 4 * optionWords, Layer::Ethernet);
}

Layer decodeMpls(LayerWalk& walk)
{
    bool isBottom = false;
    while (!isBottom) {
        if (!walk.has(4))
            return walk.stop(DecodeProblem::CutShort);
        isBottom = octet(walk, 2) & 1;
        walk.offset += 4;
    }
    if (!walk.has(1))
        return walk.stop(DecodeProblem::CutShort);
    // Nothing says what the labels carry: an IP version, or else a pseudowire, whose control word begins with 0 (RFC
    // 4385).
    switch (octet(walk, 0) >> 4) {
    case 4: return Layer::Ipv4;
    case 6: return Layer::Ipv6;
    case 0: return skipHeader(walk, 4, Layer::Ethernet);
    case 1: return Layer::None; // an associated channel: no user data
    default: return Layer::Ethernet;
    }
}

} // namespace tcpladder
