// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/ip_address.h"
#include "core/decode/segment.h"

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
inline std::optional<Side> senderOf(const Segment& segment, const EndpointPair& pair)
{
    const auto isFrom = [&](const Endpoint& sender, const Endpoint& receiver) {
        return sender.port == segment.sourcePort && receiver.port == segment.destinationPort
            && sender.address == segment.source && receiver.address == segment.destination;
    };
    if (isFrom(pair[0], pair[1]))
        return Side::A;
    return isFrom(pair[1], pair[0]) ? std::optional(Side::B) : std::nullopt;
}

/// The same two, in either order.
constexpr bool isSamePair(const EndpointPair& one, const EndpointPair& other)
{
    return (one[0] == other[0] && one[1] == other[1]) || (one[0] == other[1] && one[1] == other[0]);
}

/// "10.0.0.1:6378", "[2001:db8::1]:6378".
std::string formatEndpoint(const Endpoint& endpoint);

} // namespace tcpladder
