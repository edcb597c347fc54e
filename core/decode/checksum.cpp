// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decode/checksum.h"

#include <array>
#include <bit>
#include <cstring>

namespace tcpladder {

namespace {

constexpr std::uint8_t tcpProtocol = 6;
constexpr std::size_t checksumOffset = 16;

std::uint16_t fold(std::uint64_t sum)
{
    sum = (sum & 0xffff'ffff) + (sum >> 32); // 33 bits at most, 18 behind the next line, 17, 16
    sum = (sum & 0xffff) + (sum >> 16);
    sum = (sum & 0xffff) + (sum >> 16);
    sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<std::uint16_t>(sum);
}

std::uint64_t addWithCarry(std::uint64_t sum, std::uint64_t word)
{
    sum += word;
    return sum + (sum < word);
}

template <class Word>
Word wordAt(const void* bytes, std::size_t at)
{
    Word word;
    std::memcpy(&word, static_cast<const std::byte*>(bytes) + at, sizeof word);
    return word;
}

/// A word of the machine's as it stands in a packet, and the other way round.
std::uint16_t swapped(std::uint16_t word)
{
    return std::endian::native == std::endian::little ? std::byteswap(word) : word;
}

// A sum of ones does not care in which byte order it is made, nor how wide its words are as long as what is carried out
// comes in again (RFC 1071 section 2 B, C). So the machine's words are added as they lie there; that the sum is right,
// all ones, reads the same in both orders.

/// Less than eight octets.
std::uint64_t sumOfRest(Bytes bytes)
{
    std::uint64_t sum = 0;
    std::size_t at = 0;
    for (; at + 4 <= bytes.size(); at += 4)
        sum += wordAt<std::uint32_t>(bytes.data(), at);
    if (at + 2 <= bytes.size()) {
        sum += wordAt<std::uint16_t>(bytes.data(), at);
        at += 2;
    }
    if (at < bytes.size())
        sum += swapped(static_cast<std::uint16_t>(std::to_integer<unsigned>(bytes[at]) << 8));
    return sum;
}

/// Four sums, since each addition waits for the one before it. They need registers of their own, which callers that
/// this becomes part of don't have.
[[gnu::noinline]] std::uint64_t wordSumOfMany(const std::byte* bytes, std::size_t count)
{
    std::array<std::uint64_t, 4> sums{};
    for (std::size_t at = 0; at < count; at += sizeof sums) {
        sums[0] = addWithCarry(sums[0], wordAt<std::uint64_t>(bytes, at));
        sums[1] = addWithCarry(sums[1], wordAt<std::uint64_t>(bytes, at + 8));
        sums[2] = addWithCarry(sums[2], wordAt<std::uint64_t>(bytes, at + 16));
        sums[3] = addWithCarry(sums[3], wordAt<std::uint64_t>(bytes, at + 24));
    }
    return addWithCarry(addWithCarry(sums[0], sums[1]), addWithCarry(sums[2], sums[3]));
}

std::uint64_t wordSum(Bytes bytes)
{
    constexpr std::size_t many = 64;
    constexpr std::size_t atOnce = 32;
    std::uint64_t sum = 0;
    if (bytes.size() >= many) {
        const std::size_t count = bytes.size() / atOnce * atOnce;
        sum = wordSumOfMany(bytes.data(), count);
        bytes = bytes.subspan(count);
    }
    std::size_t at = 0;
    for (; at + 8 <= bytes.size(); at += 8)
        sum = addWithCarry(sum, wordAt<std::uint64_t>(bytes.data(), at));
    return addWithCarry(sum, sumOfRest(bytes.subspan(at)));
}

/// An IPv4 address is followed by zeros.
std::uint64_t wordSum(const IpAddress& address)
{
    return addWithCarry(wordAt<std::uint64_t>(address.bytes.data(), 0), wordAt<std::uint64_t>(address.bytes.data(), 8));
}

/// Of the pseudo-header (RFC 9293 section 3.1).
std::uint64_t pseudoHeaderWordSum(const IpAddress& source, const IpAddress& destination, std::size_t length)
{
    const std::uint16_t lengthAndProtocol = swapped(fold(length + tcpProtocol));
    return addWithCarry(addWithCarry(wordSum(source), wordSum(destination)), lengthAndProtocol);
}

} // namespace

std::uint16_t onesComplementSum(Bytes bytes, std::uint32_t start)
{
    return fold(std::uint64_t{swapped(fold(wordSum(bytes)))} + start);
}

std::uint16_t pseudoHeaderSum(const IpAddress& source, const IpAddress& destination, std::uint32_t length)
{
    return swapped(fold(pseudoHeaderWordSum(source, destination, length)));
}

ChecksumStatus verifyTcpChecksum(const IpAddress& source, const IpAddress& destination, Bytes segment)
{
    const std::uint64_t pseudoHeader = pseudoHeaderWordSum(source, destination, segment.size());
    if (fold(addWithCarry(wordSum(segment), pseudoHeader)) == 0xffff)
        return ChecksumStatus::Good;
    const auto stored = loadUnchecked<2>(segment.data() + checksumOffset, ByteOrder::Big);
    return stored == swapped(fold(pseudoHeader)) ? ChecksumStatus::Partial : ChecksumStatus::Bad;
}

ChecksumStatus verifyIpv4Checksum(Bytes header)
{
    constexpr std::size_t withoutOptions = 20;
    if (header.size() == withoutOptions) [[likely]] { // a length that the compiler knows is faster to add up
        std::uint64_t sum = 0;
        for (std::size_t at = 0; at < withoutOptions; at += 4)
            sum += wordAt<std::uint32_t>(header.data(), at);
        return fold(sum) == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
    }
    return fold(wordSum(header)) == 0xffff ? ChecksumStatus::Good : ChecksumStatus::Bad;
}

} // namespace tcpladder
