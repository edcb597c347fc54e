// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/ip_address.h"
#include "core/decode/segment.h"

#include <compare>

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

/// "10.0.0.1:6378", "[2001:db8::1]:6378".
std::string formatEndpoint(const Endpoint& endpoint);

} // namespace tcpladder
