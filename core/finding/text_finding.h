// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/ip_address.h"

#include <cstdint>

namespace tcpladder {

/// Variants of text_flags_differ: which flags were on the wire, and why. Values: line, flags of the line, of the bytes.
enum class TextFlagsVerdict : std::uint8_t {
    Undecided, ///< the bytes stand
    TextByChecksum,
    BytesByChecksum,
    TextByLater, ///< the related segment decides
    BytesByLater,
};

/// Variants of text_numbers_differ: the field times three, plus why. Values: line, number of the line, of the bytes.
enum class TextNumbersVerdict : std::uint8_t { Undecided, TextByChecksum, BytesByChecksum, Count };

/// Variants of text_addresses_differ. Values: line, what the line has, what the bytes have.
enum class TextAddressesVariant : std::uint8_t {
    Ipv4,  ///< values are packed pairs of addresses
    Other, ///< IPv6: too long for values
    Ports, ///< values are packed pairs of ports
};

/// Two IPv4 addresses in one of a finding's values.
constexpr std::uint64_t packAddresses(const IpAddress& first, const IpAddress& second)
{
    std::uint64_t packed = 0;
    for (const IpAddress* address : {&first, &second}) {
        for (std::size_t i = 0; i < 4; ++i)
            packed = packed << 8 | address->bytes[i];
    }
    return packed;
}

constexpr IpAddress unpackAddress(std::uint64_t packed, bool isSecond)
{
    IpAddress address;
    address.version = IpVersion::V4;
    for (std::size_t i = 0; i < 4; ++i)
        address.bytes[i] = static_cast<std::uint8_t>(packed >> ((isSecond ? 0 : 32) + 24 - 8 * i));
    return address;
}

constexpr std::uint64_t packPorts(std::uint16_t first, std::uint16_t second)
{
    return std::uint64_t{first} << 16 | second;
}

} // namespace tcpladder
