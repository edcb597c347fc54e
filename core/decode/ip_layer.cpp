// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ip_layer.h"

#include "core/decode/checksum.h"
#include "core/decode/layer_bytes.h"

#include <algorithm>

namespace tcpladder {

namespace {

constexpr std::size_t ipv4HeaderLength = 20;
constexpr std::size_t ipv6HeaderLength = 40;

/// A sum of 0 was left to the card; IPv6 has none.
bool isDamaged(Bytes header)
{
    constexpr std::size_t checksumOffset = 10;
    return header.size() >= ipv4HeaderLength && loadUnchecked<2>(header.data() + checksumOffset, ByteOrder::Big) != 0
        && verifyIpv4Checksum(header) == ChecksumStatus::Bad;
}

/// Where the IP packet ends: by its own length, and not by its record's, since old programs wrote a packet's captured
/// length as its length on the wire. But no receiver takes a packet whose header is damaged, or one that is longer than
/// the packet around it: there the length is a lie. A length of 0 is what the host's stack leaves to a card that cuts
/// segments itself (TSO) and, for IPv6, what a jumbogram has: the packet then reaches to the end of the frame.
void endByLength(LayerWalk& walk, std::size_t length, Bytes checkedHeader)
{
    std::size_t end = length > 0 ? walk.offset + length : walk.end;
    std::size_t most = walk.limit;
    if (end > walk.wireLength && isDamaged(checkedHeader))
        most = std::min(most, walk.wireLength);
    walk.lengthIsWrong |= end > most;
    end = std::min(end, most);
    walk.end = end;
    walk.limit = length > 0 ? end : walk.limit;
}

} // namespace

Layer stopAtFragment(LayerWalk& walk, IpFragment fragment, Layer next)
{
    if (fragment.offset == 0 && !fragment.hasMore)
        return next; // RFC 6946: an atomic fragment is whole
    if (next == Layer::None)
        return next;
    const bool isWhole = walk.end >= walk.offset && walk.end <= walk.bytes.size();
    if (isWhole) {
        fragment.dataOffset = static_cast<std::uint32_t>(walk.offset);
        fragment.dataLength = static_cast<std::uint32_t>(walk.end - walk.offset);
        walk.fragment = fragment;
        return walk.stop(DecodeProblem::Fragment);
    }
    if (fragment.offset != 0)
        return walk.stop(DecodeProblem::LaterFragment);
    walk.network.moreFragments = true;
    walk.limit = LayerWalk::noLimit;
    return next;
}

Layer decodeIpv4(LayerWalk& walk)
{
    if (walk.has(1) && octet(walk, 0) >> 4 == 6)
        return Layer::Ipv6; // the layer in front told the wrong version; the packet's own word counts
    if (!walk.has(ipv4HeaderLength))
        return walk.stop(DecodeProblem::CutShort);
    const std::size_t headerLength = (octet(walk, 0) & 0x0f) * std::size_t{4};
    const std::size_t totalLength = word(walk, 2);
    if (octet(walk, 0) >> 4 != 4 || headerLength < ipv4HeaderLength || (totalLength != 0 && totalLength < headerLength))
        return walk.stop(DecodeProblem::Malformed);
    walk.network = {
        .version = IpVersion::V4,
        .identification = word(walk, 4),
        .timeToLive = octet(walk, 8),
        .trafficClass = octet(walk, 1),
        .offset = static_cast<std::uint16_t>(walk.offset),
        .headerLength = static_cast<std::uint16_t>(headerLength),
    };
    const std::uint8_t protocol = octet(walk, 9);
    const std::uint16_t fragment = word(walk, 6);
    endByLength(walk, totalLength, walk.has(headerLength) ? Bytes{walk.at(), headerLength} : Bytes{});
    walk.offset += headerLength;
    if (fragment & 0x3fff) [[unlikely]] {
        const IpFragment found{.identification = walk.network.identification,
            .offset = static_cast<std::uint16_t>((fragment & 0x1fff) << 3),
            .hasMore = (fragment & 0x2000) != 0,
            .protocol = protocol};
        return stopAtFragment(walk, found, layerOfIpProtocol(protocol));
    }
    return layerOfIpProtocol(protocol);
}

Layer decodeIpv6(LayerWalk& walk)
{
    if (walk.has(1) && octet(walk, 0) >> 4 == 4)
        return Layer::Ipv4;
    if (!walk.has(ipv6HeaderLength))
        return walk.stop(DecodeProblem::CutShort);
    if (octet(walk, 0) >> 4 != 6)
        return walk.stop(DecodeProblem::Malformed);
    const std::size_t payloadLength = word(walk, 4);
    walk.network = {
        .version = IpVersion::V6,
        .timeToLive = octet(walk, 7),
        .trafficClass = static_cast<std::uint8_t>(word(walk, 0) >> 4),
        .offset = static_cast<std::uint16_t>(walk.offset),
        .headerLength = ipv6HeaderLength,
    };
    const std::uint8_t next = octet(walk, 6);
    endByLength(walk, payloadLength == 0 ? 0 : ipv6HeaderLength + payloadLength, {});
    walk.offset += ipv6HeaderLength;
    return layerOfIpProtocol(next);
}

} // namespace tcpladder
