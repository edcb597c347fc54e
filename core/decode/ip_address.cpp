// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/ip_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cstring>

namespace tcpladder {

IpAddress makeIpAddress(Bytes bytes)
{
    IpAddress address;
    address.version = bytes.size() == 4 ? IpVersion::V4 : IpVersion::V6;
    std::memcpy(address.bytes.data(), bytes.data(), std::min(bytes.size(), address.bytes.size()));
    return address;
}

std::string formatAddress(const IpAddress& address)
{
    if (address.version == IpVersion::None)
        return {};
    char text[INET6_ADDRSTRLEN];
    const int family = address.version == IpVersion::V4 ? AF_INET : AF_INET6;
    return inet_ntop(family, address.bytes.data(), text, sizeof text);
}

std::optional<IpAddress> parseAddress(std::string_view text)
{
    const std::string terminated(text.substr(0, text.find('%')));
    IpAddress address;
    for (const IpVersion version : {IpVersion::V4, IpVersion::V6}) {
        address = {};
        address.version = version;
        if (inet_pton(version == IpVersion::V4 ? AF_INET : AF_INET6, terminated.c_str(), address.bytes.data()) == 1)
            return address;
    }
    return {};
}

} // namespace tcpladder
