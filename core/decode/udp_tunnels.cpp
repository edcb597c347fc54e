// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/udp_tunnels.h"

#include "core/decode/layer_bytes.h"

namespace tcpladder {

namespace {

/// GTP's extension headers: a length in units of four bytes first, the type of the next one last (5.2.1).
bool skipGtpExtensions(LayerWalk& walk, std::uint8_t type)
{
    while (type != 0) {
        if (!walk.has(1))
            return false;
        const std::size_t length = octet(walk, 0) * std::size_t{4};
        if (length == 0 || !walk.has(length))
            return false;
        type = octet(walk, length - 1);
        walk.offset += length;
    }
    return true;
}

/// The first byte of an 802.11 data frame: version 0, type 2.
bool isPlainDataFrame(std::uint8_t frameControl)
{
    return (frameControl & 0x0f) == 0x08;
}

} // namespace

Layer decodeUdp(LayerWalk& walk)
{
    constexpr std::size_t headerLength = 8;
    if (!walk.has(headerLength))
        return Layer::None;
    const Layer byDestination = layerOfUdpPort(word(walk, 2));
    const Layer tunnel = byDestination != Layer::None ? byDestination : layerOfUdpPort(word(walk, 0));
    walk.offset += headerLength;
    walk.isGuess = true;
    return tunnel;
}

Layer decodeVxlan(LayerWalk& walk)
{
    constexpr std::uint8_t hasIdentifier = 0x08;
    if (!walk.has(8) || !(octet(walk, 0) & hasIdentifier))
        return Layer::None;
    return skipHeader(walk, 8, Layer::Ethernet);
}

Layer decodeVxlanGpe(LayerWalk& walk)
{
    constexpr std::uint8_t hasNextProtocol = 0x04;
    if (!walk.has(8))
        return Layer::None;
    return skipHeader(
        walk, 8, octet(walk, 0) & hasNextProtocol ? layerOfNextProtocol(octet(walk, 3)) : Layer::Ethernet);
}

Layer decodeGeneve(LayerWalk& walk)
{
    constexpr std::uint16_t transparentEthernet = 0x6558;
    if (!walk.has(8) || octet(walk, 0) >> 6 != 0)
        return Layer::None;
    const std::size_t length = 8 + (octet(walk, 0) & 0x3fU) * std::size_t{4};
    const std::uint16_t protocol = word(walk, 2);
    return skipHeader(walk, length, protocol == transparentEthernet ? Layer::Ethernet : layerOfEtherType(protocol));
}

Layer decodeGtpU(LayerWalk& walk)
{
    constexpr std::uint8_t userPacket = 255;
    constexpr std::uint8_t versionAndProtocolType = 0x30; // version 1, GTP and not GTP'
    constexpr std::uint8_t hasExtension = 0x04;
    constexpr std::uint8_t hasOptionalPart = 0x07;
    if (!walk.has(8) || (octet(walk, 0) & 0xf0) != versionAndProtocolType || octet(walk, 1) != userPacket)
        return Layer::None;
    const std::uint8_t flags = octet(walk, 0);
    walk.offset += 8;
    if (flags & hasOptionalPart) {
        if (!walk.has(4))
            return Layer::None;
        const std::uint8_t extension = flags & hasExtension ? octet(walk, 3) : 0;
        walk.offset += 4;
        if (!skipGtpExtensions(walk, extension))
            return Layer::None;
    }
    return Layer::RawIp;
}

Layer decodeL2tp(LayerWalk& walk)
{
    enum : std::uint16_t {
        Control = 0x8000,
        Length = 0x4000,
        Sequence = 0x0800,
        Offset = 0x0200,
        VersionMask = 0x000f
    };
    if (!walk.has(2))
        return Layer::None;
    const std::uint16_t flags = word(walk, 0);
    if ((flags & Control) || (flags & VersionMask) != 2)
        return Layer::None;
    std::size_t length = 6 + (flags & Length ? 2U : 0U) + (flags & Sequence ? 4U : 0U);
    if (flags & Offset) {
        if (!walk.has(length + 2))
            return Layer::None;
        length += 2U + word(walk, length);
    }
    return skipHeader(walk, length, Layer::Ppp);
}

Layer decodeCapwap(LayerWalk& walk)
{
    enum : std::uint32_t { Native = 0x100, Fragment = 0x080, KeepAlive = 0x008, Wireless = 1 };
    if (!walk.has(8) || octet(walk, 0) != 0) // else encrypted by DTLS
        return Layer::None;
    const std::uint32_t header = longWord(walk, 0);
    const std::size_t length = (header >> 19 & 0x1f) * std::size_t{4};
    const bool isWireless = (header >> 9 & 0x1f) == Wireless;
    if (length < 8 || (header & (Fragment | KeepAlive)))
        return Layer::None;
    if (!(header & Native))
        return skipHeader(walk, length, Layer::Ethernet);
    if (!isWireless || !walk.has(length + 2))
        return Layer::None;
    walk.offset += length;
    // Some makers send the two bytes of the frame control the other way round.
    walk.wirelessIsSwapped = !isPlainDataFrame(octet(walk, 0)) && isPlainDataFrame(octet(walk, 1));
    return Layer::Wireless;
}

Layer decodeTeredo(LayerWalk& walk)
{
    constexpr std::uint16_t originIndication = 0;
    if (walk.has(8) && word(walk, 0) == originIndication)
        walk.offset += 8;
    return walk.has(1) && octet(walk, 0) >> 4 == 6 ? Layer::Ipv6 : Layer::None;
}

Layer decodeLisp(LayerWalk& walk)
{
    return skipHeader(walk, 8, Layer::RawIp);
}

Layer decodeTzsp(LayerWalk& walk)
{
    enum : std::uint8_t { Padding = 0, EndOfTags = 1 };
    constexpr std::uint16_t ethernet = 1;
    constexpr std::uint16_t wireless = 18;
    if (!walk.has(4) || octet(walk, 0) != 1)
        return Layer::None;
    const std::uint16_t encapsulation = word(walk, 2);
    walk.offset += 4;
    while (walk.has(1) && octet(walk, 0) != EndOfTags) {
        const bool isPadding = octet(walk, 0) == Padding;
        if (!isPadding && !walk.has(2))
            return Layer::None;
        walk.offset += isPadding ? 1 : 2U + octet(walk, 1);
    }
    const Layer next = encapsulation == ethernet ? Layer::Ethernet
        : encapsulation == wireless              ? Layer::Wireless
                                                 : Layer::None;
    return skipHeader(walk, 1, next);
}

} // namespace tcpladder
