// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connection/endpoint.h"

namespace tcpladder {

std::string formatEndpoint(const Endpoint& endpoint)
{
    const std::string address = formatAddress(endpoint.address);
    const std::string port = std::to_string(endpoint.port);
    return endpoint.address.version == IpVersion::V6 ? "[" + address + "]:" + port : address + ":" + port;
}

} // namespace tcpladder
