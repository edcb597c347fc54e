// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// The columns of a row that tcpdump -X or -XX prints.
///
///     \t0x0010:  c612 0565 c450 1389 9ece a0b9 0000 0000  ...e.P..........
namespace tcpladder::dump_row {

constexpr std::size_t fullBytes = 16;
constexpr std::size_t most = 4096;      ///< rows of a dump: offsets have four digits
constexpr std::size_t prefixLength = 8; // "\t0x0010:"
constexpr std::size_t firstDigit = 10;
constexpr std::size_t groupWidth = 5; // "4500 "
constexpr std::size_t halfWidth = 4 * groupWidth;
constexpr std::size_t characters = 51;
constexpr std::size_t lineLength = characters + fullBytes + 1; ///< of a full row, with its end

/// The beginnings of all rows.
inline constexpr auto prefixes = [] {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<std::array<char, prefixLength>, most> table{};
    for (std::size_t row = 0; row < table.size(); ++row)
        table[row] = {'\t', '0', 'x', digits[row >> 8], digits[row >> 4 & 15], digits[row & 15], '0', ':'};
    return table;
}();

inline bool hasPrefix(const char* text, std::size_t row)
{
    return std::memcmp(text, prefixes[row].data(), prefixLength) == 0;
}

/// What is looked at from a row's first character on: a full row, what is looked at behind it, and the beginning of the
/// next. Where the text ends before that, nothing is said of the row.
constexpr std::size_t lookedAt = lineLength + 16;

} // namespace tcpladder::dump_row
