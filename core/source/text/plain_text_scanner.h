// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/decode/ip_address.h"
#include "core/source/text/text_cursor.h"

#include <bit>
#include <cstring>

namespace tcpladder {

/// By a number's width in bits: so many digits as its smallest number has, and one more from the next power of ten on,
/// above the twenty lowest bits.
inline constexpr auto digitCounts = [] {
    std::array<std::uint32_t, 17> table{};
    std::uint32_t digits = 1;
    std::uint32_t next = 10;
    for (std::uint32_t width = 0; width < table.size(); ++width) {
        for (; next <= (std::uint32_t{1} << width) / 2; next *= 10)
            ++digits;
        table[width] = ((digits + 1) << 20) - next;
    }
    return table;
}();

/// Digits of a number as it is printed.
constexpr unsigned countDigits(std::uint16_t number)
{
    return (digitCounts[static_cast<std::size_t>(std::bit_width(number))] + number) >> 20;
}

static_assert(countDigits(0) == 1 && countDigits(9) == 1 && countDigits(10) == 2 && countDigits(9999) == 4
    && countDigits(10'000) == 5 && countDigits(65535) == 5);

/// Walks over a line of which it is known what has to stand in it, in steps of up to eight characters: TextCursor asks
/// each character whether the line ends there. Here no step passes the line's end, since nothing that is taken has such
/// a character in it; but a step may look at what is behind it.
class PlainTextScanner
{
public:
    /// The text must end with '\n', and the characters behind it must be readable: see readableBehindSummary.
    explicit PlainTextScanner(std::string_view line)
        : m_at(line.data())
        , m_end(line.data() + line.size())
    {
    }

    char peek(std::size_t ahead = 0) const { return m_at[ahead]; }
    const char* at() const { return m_at; }

    // Steps are taken behind a branch: a place that depends on a comparison would be waited for by all that follows.

    bool take(std::string_view literal)
    {
        if (std::memcmp(m_at, literal.data(), literal.size()) != 0)
            return false;
        m_at += literal.size();
        return true;
    }

    /// A text of any length that is not known before the program runs; an empty one is never there.
    bool takeWhole(std::string_view text)
    {
        return !text.empty() && text.size() <= static_cast<std::size_t>(m_end - m_at) && take(text);
    }

    /// A text of eight to sixteen characters, where as many are readable.
    bool takeBriefly(std::string_view text)
    {
        constexpr std::size_t word = sizeof(std::uint64_t);
        const auto differs
            = [this, text](std::size_t at) { return std::memcmp(m_at + at, text.data() + at, word) != 0; };
        if (text.size() < word || differs(0) || differs(text.size() - word))
            return false;
        m_at += text.size();
        return true;
    }

    /// Up to eight characters of that kind.
    bool take(const std::array<char, 8>& characters, unsigned count)
    {
        const auto wanted = loadUnchecked<8>(reinterpret_cast<const std::byte*>(characters.data()), ByteOrder::Little);
        if (count == 0 || (load() ^ wanted) << (64 - 8 * count) != 0)
            return false;
        m_at += count;
        return true;
    }

    /// A number of exactly so many digits, eight at most; what follows may be one more.
    template <unsigned Count>
    std::optional<std::uint32_t> takeDigits()
    {
        const std::uint64_t values = valuesOf(load()) << (64 - 8 * Count);
        m_at += Count;
        return wrongIn(values) == 0 ? std::optional(join(values)) : std::nullopt;
    }

    /// A decimal number and all its digits; false where there is none, or a larger one.
    bool takeNumber(std::uint32_t& number);

    /// The number as it is printed. Where it ends follows from it alone, so that nothing behind it waits for the text.
    bool takeExactly(std::uint16_t number)
    {
        const unsigned bits = 8 * countDigits(number);
        const std::uint64_t values = valuesOf(load()) << (64 - bits);
        if (wrongIn(values) != 0 || join(values) != number || isDigit(m_at[bits / 8]))
            return false;
        m_at += bits / 8;
        return true;
    }

    /// "10.1.2.3." and "2001:db8::1.", with the point in front of the port.
    bool takeIpv4(const IpAddress& address);
    bool takeIpv6(const IpAddress& address);

    /// "http"
    bool takeServiceName();

    /// Behind the next "]"; false where there is none, or in front of it something that another reader than this one
    /// knows more of.
    bool skipBehindBracket();

    /// To the line's end; false as above.
    bool skipRest();

private:
    static constexpr std::uint64_t ofEach = 0x0101010101010101;

    std::uint64_t load() const { return loadUnchecked<8>(reinterpret_cast<const std::byte*>(m_at), ByteOrder::Little); }

    /// In each octet: 0..9 for a digit; the highest bit of the second where it is none. Behind the first that is none
    /// nothing is said.
    static std::uint64_t valuesOf(std::uint64_t text) { return text ^ ('0' * ofEach); }
    static std::uint64_t wrongIn(std::uint64_t values) { return ((values + 0x76 * ofEach) | values) & (0x80 * ofEach); }

    /// Eight for each digit up to the first character that is none, 64 at most.
    static unsigned bitsOfDigits(std::uint64_t values)
    {
        const std::uint64_t wrong = wrongIn(values);
        return wrong == 0 ? 64U : static_cast<unsigned>(std::countr_zero(wrong)) - 7;
    }

    /// Eight digits, the first in the lowest octet, in three steps: pairs, fours, all.
    static std::uint32_t join(std::uint64_t values)
    {
        constexpr std::uint64_t pairs = 0x000000ff000000ff;
        values = values * 10 + (values >> 8);
        const std::uint64_t outer = (values & pairs) * (100 + (std::uint64_t{1'000'000} << 32));
        const std::uint64_t inner = (values >> 16 & pairs) * (1 + (std::uint64_t{10'000} << 32));
        return static_cast<std::uint32_t>((outer + inner) >> 32);
    }

    bool takeLongNumber(std::uint32_t& number);
    std::uint32_t takeGroup(std::uint32_t group);

    const char* m_at;
    const char* m_end;
};

inline bool PlainTextScanner::takeNumber(std::uint32_t& number)
{
    const std::uint64_t values = valuesOf(load());
    const unsigned bits = bitsOfDigits(values);
    if (bits == 64) [[unlikely]]
        return takeLongNumber(number);
    if (bits == 0)
        return false;
    number = join(values << (64 - bits));
    m_at += bits / 8;
    return true;
}

} // namespace tcpladder
