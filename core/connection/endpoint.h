// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/ip_address.h"
#include "core/decode/plain_segment.h"

#include <compare>
#include <optional>

namespace tcpladder {

/// Address and port.
struct Endpoint
{
    IpAddress address;
    std::uint16_t port = 0;

    constexpr auto operator<=>(const Endpoint&) const = default;
};

/// Both ends of a connection, by Side.
using EndpointPair = std::array<Endpoint, 2>;

/// Sender first.
inline EndpointPair endpointsOf(const Segment& segment)
{
    return {Endpoint{segment.source, segment.sourcePort}, Endpoint{segment.destination, segment.destinationPort}};
}

/// Which of both sent the segment; neither where it is another pair's. An endpoint that talks to itself is A.
///
/// With many connections at once nobody can predict whose turn it is. The order of the ports tells it without a branch.
inline std::optional<Side> senderOf(const Segment& segment, const EndpointPair& pair)
{
    const auto isFrom = [&](Side side) {
        const Endpoint& sender = pair[indexOf(side)];
        const Endpoint& receiver = pair[indexOf(peerOf(side))];
        return sender.port == segment.sourcePort && receiver.port == segment.destinationPort
            && sender.address == segment.source && receiver.address == segment.destination;
    };
    const bool isInOrder = (segment.sourcePort < segment.destinationPort) == (pair[0].port < pair[1].port);
    if (const auto side = static_cast<Side>(!isInOrder); isFrom(side)) [[likely]]
        return side;
    return segment.sourcePort == segment.destinationPort && isFrom(Side::B) ? std::optional(Side::B) : std::nullopt;
}

/// The same. A port that is not A's is B's, or the segment is another pair's.
inline std::optional<Side> senderOf(const PlainSegment& segment, const PlainOrigin& origin, const EndpointPair& pair)
{
    const auto isFrom = [&](Side side) {
        const Endpoint& sender = pair[indexOf(side)];
        const Endpoint& receiver = pair[indexOf(peerOf(side))];
        if (((sender.port ^ segment.sourcePort) | (receiver.port ^ segment.destinationPort)) != 0)
            return false;
        if (!segment.isIpv6)
            return isIpv4Address(sender.address, segment.source)
                && isIpv4Address(receiver.address, segment.destination);
        const AddressPair& addresses = origin.ipv6[segment.source];
        return sender.address == addresses.front() && receiver.address == addresses.back();
    };
    if (const auto side = static_cast<Side>(pair[0].port != segment.sourcePort); isFrom(side)) [[likely]]
        return side;
    return pair[0].port == pair[1].port && isFrom(Side::B) ? std::optional(Side::B) : std::nullopt;
}

/// The same two, in either order.
constexpr bool isSamePair(const EndpointPair& one, const EndpointPair& other)
{
    return (one[0] == other[0] && one[1] == other[1]) || (one[0] == other[1] && one[1] == other[0]);
}

/// "10.0.0.1:6378", "[2001:db8::1]:6378".
std::string formatEndpoint(const Endpoint& endpoint);

} // namespace tcpladder
