// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace tcpladder {

/// Sixteen characters at once. The compiler makes of it what the processor has, and a loop where it has nothing: there
/// is one piece of code for all processors.
using Octets [[gnu::vector_size(16)]] = std::uint8_t;

inline Octets loadOctets(const char* from)
{
    Octets octets;
    std::memcpy(&octets, from, sizeof octets);
    return octets;
}

inline Octets loadOctets(const std::uint8_t* from)
{
    Octets octets;
    std::memcpy(&octets, from, sizeof octets);
    return octets;
}

inline bool isAnySet(Octets octets)
{
    using Halves [[gnu::vector_size(16)]] = std::uint64_t;
    const auto halves = std::bit_cast<Halves>(octets);
    return (halves[0] | halves[1]) != 0;
}

/// Position of the first octet that is not 0; 16 where there is none.
inline std::size_t findSet(Octets octets)
{
    using Halves [[gnu::vector_size(16)]] = std::uint64_t;
    const auto halves = std::bit_cast<Halves>(octets);
    const auto findIn = [](std::uint64_t half) {
        const bool isLittle = std::endian::native == std::endian::little;
        return static_cast<std::size_t>(std::countr_zero(isLittle ? half : std::byteswap(half))) / 8;
    };
    return halves[0] != 0 ? findIn(halves[0]) : 8 + findIn(halves[1]);
}

/// All bits where the character is below ' ' or no ASCII, else 0.
inline Octets unprintable(Octets text)
{
    using Signed [[gnu::vector_size(16)]] = std::int8_t;
    return std::bit_cast<Octets>(std::bit_cast<Signed>(text) < ' ');
}

inline Octets equal(Octets text, char character)
{
    return std::bit_cast<Octets>(text == static_cast<std::uint8_t>(character));
}

} // namespace tcpladder
