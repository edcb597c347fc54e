// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"

#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <cstring>
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
    /// Every packet asks this: two words are faster to compare than sixteen bytes.
    constexpr bool operator==(const IpAddress& other) const
    {
        using Halves = std::array<std::uint64_t, 2>;
        const auto own = std::bit_cast<Halves>(bytes);
        const auto others = std::bit_cast<Halves>(other.bytes);
        return ((own[0] ^ others[0]) | (own[1] ^ others[1])) == 0 && version == other.version;
    }
    constexpr std::size_t size() const { return version == IpVersion::V4 ? 4 : version == IpVersion::V6 ? 16 : 0; }
};

/// Sets a new address to 4 or 16 bytes, as they stand in an IP header.
inline void setIpAddress(IpAddress& address, Bytes bytes)
{
    constexpr std::size_t ofIpv4 = 4;
    constexpr std::size_t ofIpv6 = 16;
    address.version = bytes.size() == ofIpv4 ? IpVersion::V4 : IpVersion::V6;
    if (bytes.size() == ofIpv4)
        std::memcpy(address.bytes.data(), bytes.data(), ofIpv4);
    else
        std::memcpy(address.bytes.data(), bytes.data(), ofIpv6);
}

inline IpAddress makeIpAddress(Bytes bytes)
{
    IpAddress address;
    setIpAddress(address, bytes);
    return address;
}

/// word: the four bytes as they lie in a header.
inline bool isIpv4Address(const IpAddress& address, std::uint32_t word)
{
    std::uint32_t own;
    std::memcpy(&own, address.bytes.data(), sizeof own);
    return own == word && address.version == IpVersion::V4;
}

/// "192.168.1.10", or RFC 5952's spelling for IPv6.
std::string formatAddress(const IpAddress& address);

/// The same into a buffer of that many characters; returns its end.
constexpr std::size_t longestAddress = 45;
char* putAddress(char* at, const IpAddress& address);

std::optional<IpAddress> parseAddress(std::string_view text);

} // namespace tcpladder
