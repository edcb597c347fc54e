// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ip_layer.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t ipv4HeaderLength = 20;
constexpr std::size_t ipv6HeaderLength = 40;

std::uint16_t word(const LayerWalk& walk, std::size_t offset)
{
    return loadUnchecked<2>(walk.at() + offset, ByteOrder::Big);
}

std::uint8_t octet(const LayerWalk& walk, std::size_t offset)
{
    return std::to_integer<std::uint8_t>(walk.at()[offset]);
}

/// Where the IP packet ends. A length of 0 is what the host's stack leaves to a card that cuts segments itself (TSO)
/// and, for IPv6, what a jumbogram has: the packet then reaches to the end of the frame.
std::size_t endByLength(const LayerWalk& walk, std::size_t length, bool lengthIsGiven)
{
    return lengthIsGiven ? std::min(walk.offset + length, walk.end) : walk.end;
}

struct ExtensionHeader
{
    std::uint8_t nextHeader = 0;
    std::size_t length = 0;
    bool laterFragment = false;
};

enum : std::uint8_t { HopByHop = 0, Routing = 43, FragmentHeader = 44, DestinationOptions = 60, Mobility = 135 };

bool isExtensionHeader(std::uint8_t number)
{
    return number == HopByHop || number == Routing || number == FragmentHeader || number == DestinationOptions
        || number == Mobility;
}

ExtensionHeader readExtensionHeader(LayerWalk& walk, std::uint8_t number)
{
    ExtensionHeader header{octet(walk, 0), 8};
    if (number == FragmentHeader) {
        const std::uint16_t field = word(walk, 2);
        header.laterFragment = field >> 3;
        walk.network.moreFragments = field & 1;
    } else {
        header.length = (octet(walk, 1) + std::size_t{1}) * 8;
    }
    return header;
}

} // namespace

Layer decodeIpv4(LayerWalk& walk)
{
    if (!walk.has(ipv4HeaderLength))
        return walk.stop(DecodeProblem::CutShort);
    const std::size_t headerLength = (octet(walk, 0) & 0x0f) * std::size_t{4};
    const std::size_t totalLength = word(walk, 2);
    if (octet(walk, 0) >> 4 != 4 || headerLength < ipv4HeaderLength || (totalLength != 0 && totalLength < headerLength))
        return walk.stop(DecodeProblem::Malformed);
    const std::uint16_t fragment = word(walk, 6);
    walk.network = {
        .source = makeIpAddress({walk.at() + 12, 4}),
        .destination = makeIpAddress({walk.at() + 16, 4}),
        .identification = word(walk, 4),
        .timeToLive = octet(walk, 8),
        .trafficClass = octet(walk, 1),
        .offset = static_cast<std::uint16_t>(walk.offset),
        .headerLength = static_cast<std::uint16_t>(headerLength),
        .moreFragments = (fragment & 0x2000) != 0,
    };
    const std::uint8_t protocol = octet(walk, 9);
    walk.end = endByLength(walk, totalLength, totalLength != 0);
    walk.offset += headerLength;
    if (fragment & 0x1fff)
        return walk.stop(DecodeProblem::LaterFragment);
    return layerOfIpProtocol(protocol);
}

Layer decodeIpv6(LayerWalk& walk)
{
    if (!walk.has(ipv6HeaderLength))
        return walk.stop(DecodeProblem::CutShort);
    if (octet(walk, 0) >> 4 != 6)
        return walk.stop(DecodeProblem::Malformed);
    const std::size_t start = walk.offset;
    const std::size_t payloadLength = word(walk, 4);
    walk.network = {
        .source = makeIpAddress({walk.at() + 8, 16}),
        .destination = makeIpAddress({walk.at() + 24, 16}),
        .timeToLive = octet(walk, 7),
        .trafficClass = static_cast<std::uint8_t>(word(walk, 0) >> 4),
        .offset = static_cast<std::uint16_t>(start),
    };
    std::uint8_t next = octet(walk, 6);
    walk.end = endByLength(walk, ipv6HeaderLength + payloadLength, payloadLength != 0);
    walk.offset += ipv6HeaderLength;
    while (isExtensionHeader(next)) {
        if (!walk.has(8))
            return walk.stop(DecodeProblem::CutShort);
        const ExtensionHeader header = readExtensionHeader(walk, next);
        next = header.nextHeader;
        walk.offset += header.length;
        if (header.laterFragment)
            return walk.stop(DecodeProblem::LaterFragment);
    }
    walk.network.headerLength = static_cast<std::uint16_t>(walk.offset - start);
    return layerOfIpProtocol(next);
}

} // namespace tcpladder
