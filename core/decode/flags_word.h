// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decode/tcp_flags.h"

#include <optional>

namespace tcpladder {

/// What the bits of the header's thirteenth and fourteenth byte are (RFC 9293 section 3.1, Figure 1).
enum class FlagsWordPart : std::uint8_t { DataOffset, Reserved, Flags };

/// One bit of that word. RFC 9293 draws four reserved bits; the last of them is AE since RFC 9768.
struct FlagsWordBit
{
    std::uint8_t position = 0; ///< 15 is the first on the wire
    FlagsWordPart part = FlagsWordPart::DataOffset;
    std::optional<TcpFlag> flag;
    std::string_view name; ///< of the flag; of a data offset's bit, what it counts: "8"; else empty

    constexpr std::uint16_t mask() const { return static_cast<std::uint16_t>(1U << position); }
};

/// In the order of the wire.
inline constexpr std::array<FlagsWordBit, 16> flagsWordBits = [] {
    constexpr std::array<std::string_view, 4> weights{"8", "4", "2", "1"};
    std::array<FlagsWordBit, 16> bits{};
    for (std::uint8_t i = 0; i < 16; ++i) {
        bits[i].position = static_cast<std::uint8_t>(15 - i);
        if (i < 4) {
            bits[i].name = weights[i];
        } else if (i < 7) {
            bits[i].part = FlagsWordPart::Reserved;
        } else {
            bits[i].part = FlagsWordPart::Flags;
            bits[i].flag = tcpFlagNames[i - 7U].flag;
            bits[i].name = tcpFlagNames[i - 7U].name;
        }
    }
    return bits;
}();

} // namespace tcpladder
