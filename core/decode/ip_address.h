// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace tcpladder {

enum class IpVersion : std::uint8_t { None = 0, V4 = 4, V6 = 6 };

/// An IPv4 or IPv6 address; an IPv4 address uses the first four bytes, the others are 0.
struct IpAddress
{
    std::array<std::uint8_t, 16> bytes{};
    IpVersion version = IpVersion::None;

    constexpr auto operator<=>(const IpAddress&) const = default;
    constexpr std::size_t size() const { return version == IpVersion::V4 ? 4 : version == IpVersion::V6 ? 16 : 0; }
};

/// 4 or 16 bytes as they stand in an IP header.
IpAddress makeIpAddress(Bytes bytes);

/// "192.168.1.10", or RFC 5952's spelling for IPv6.
std::string formatAddress(const IpAddress& address);

std::optional<IpAddress> parseAddress(std::string_view text);

} // namespace tcpladder
