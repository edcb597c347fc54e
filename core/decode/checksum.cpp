// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/checksum.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tcpladder {

namespace {

constexpr std::uint8_t tcpProtocol = 6;
constexpr std::size_t checksumOffset = 16;

std::uint16_t fold(std::uint64_t sum)
{
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<std::uint16_t>(sum);
}

} // namespace

std::uint16_t onesComplementSum(Bytes bytes, std::uint32_t start)
{
    // The sum does not care in which byte order it is made (RFC 1071 section 2 B), so whole machine words are added and
    // swapped once at the end.
    std::uint64_t sum = 0;
    std::size_t at = 0;
    for (; at + 4 <= bytes.size(); at += 4) {
        std::uint32_t word;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        sum += word;
    }
    for (; at < bytes.size(); at += 2) {
        std::uint16_t word = 0;
        std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(2, bytes.size() - at));
        sum += word;
    }
    const std::uint16_t folded = fold(sum);
    constexpr bool swaps = std::endian::native == std::endian::little;
    const std::uint16_t inOrder = swaps ? static_cast<std::uint16_t>(folded << 8 | folded >> 8) : folded;
    return fold(std::uint64_t{inOrder} + start);
}

std::uint16_t pseudoHeaderSum(const IpAddress& source, const IpAddress& destination, std::uint32_t length)
{
    const std::uint32_t lengthSum = (length >> 16) + (length & 0xffff) + tcpProtocol;
    if (source.version == IpVersion::V4) {
        const auto sumOf = [](const IpAddress& address) {
            return (address.bytes[0] << 8U | address.bytes[1]) + (address.bytes[2] << 8U | address.bytes[3]);
        };
        return fold(std::uint64_t{lengthSum} + sumOf(source) + sumOf(destination));
    }
    const std::uint32_t sourceSum = onesComplementSum(std::as_bytes(std::span(source.bytes)).first(source.size()));
    return onesComplementSum(
        std::as_bytes(std::span(destination.bytes)).first(destination.size()), sourceSum + lengthSum);
}

ChecksumStatus verifyTcpChecksum(const IpAddress& source, const IpAddress& destination, Bytes segment)
{
    const std::uint16_t pseudoHeader = pseudoHeaderSum(source, destination, static_cast<std::uint32_t>(segment.size()));
    if (onesComplementSum(segment, pseudoHeader) == 0xffff)
        return ChecksumStatus::Good;
    const auto stored = loadUnchecked<2>(segment.data() + checksumOffset, ByteOrder::Big);
    return stored == pseudoHeader ? ChecksumStatus::Partial : ChecksumStatus::Bad;
}

ChecksumStatus verifyIpv4Checksum(Bytes header)
{
    constexpr std::size_t withoutOptions = 20;
    if (header.size() == withoutOptions) [[likely]] { // a length that the compiler knows is faster to add up
        std::uint64_t sum = 0;
        for (std::size_t at = 0; at < withoutOptions; at += 4)
            sum += loadUnchecked<4>(header.data() + at, ByteOrder::Big);
        return fold(sum) == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
    }
    return onesComplementSum(header) == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
}

} // namespace tcpladder
