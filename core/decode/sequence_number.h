// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace tcpladder {

/// A 32-bit number of the sequence space, compared modulo 2^32 (RFC 9293 section 3.4).
struct SequenceNumber
{
    std::uint32_t value = 0;

    constexpr SequenceNumber operator+(std::uint32_t count) const { return {value + count}; }
    constexpr SequenceNumber operator-(std::uint32_t count) const { return {value - count}; }

    /// Signed distance: how far this number is ahead of the other one.
    constexpr std::int32_t operator-(SequenceNumber other) const
    {
        return static_cast<std::int32_t>(value - other.value);
    }

    constexpr bool operator==(const SequenceNumber&) const = default;
    constexpr bool operator<(SequenceNumber other) const { return *this - other < 0; }
    constexpr bool operator<=(SequenceNumber other) const { return *this - other <= 0; }
    constexpr bool operator>(SequenceNumber other) const { return *this - other > 0; }
    constexpr bool operator>=(SequenceNumber other) const { return *this - other >= 0; }
};

} // namespace tcpladder
