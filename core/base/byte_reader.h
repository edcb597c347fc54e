// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace tcpladder {

using Bytes = std::span<const std::byte>;

enum class ByteOrder : std::uint8_t { Big, Little };

namespace detail {
template <std::size_t Width>
using UnsignedOf = std::conditional_t<Width == 1, std::uint8_t,
    std::conditional_t<Width == 2, std::uint16_t, std::conditional_t<Width == 4, std::uint32_t, std::uint64_t>>>;
}

/// Unsigned integer of Width bytes at an offset; the caller has checked that bytes holds offset + Width.
template <std::size_t Width>
    requires(std::has_single_bit(Width) && Width <= 8)
constexpr auto loadUnchecked(const std::byte* bytes, ByteOrder order)
{
    std::array<std::byte, Width> raw;
    std::copy_n(bytes, Width, raw.begin());
    const auto value = std::bit_cast<detail::UnsignedOf<Width>>(raw);
    constexpr bool nativeIsBig = std::endian::native == std::endian::big;
    return (order == ByteOrder::Big) == nativeIsBig ? value : std::byteswap(value);
}

/// Reads numbers from a span front to back and remembers whether it ran out.
///
/// A read past the end gives 0 and makes ok() false for good, so a decoder reads a whole header and asks once.
class ByteReader
{
public:
    constexpr explicit ByteReader(Bytes bytes, ByteOrder order = ByteOrder::Big)
        : m_bytes(bytes)
        , m_order(order)
    {
    }

    constexpr std::uint8_t u8() { return read<std::uint8_t>(); }
    constexpr std::uint16_t u16() { return read<std::uint16_t>(); }
    constexpr std::uint32_t u32() { return read<std::uint32_t>(); }
    constexpr std::uint64_t u64() { return read<std::uint64_t>(); }

    /// The next count bytes; empty, and ok() false, where fewer are left.
    constexpr Bytes take(std::size_t count)
    {
        if (!has(count)) {
            m_ok = false;
            return {};
        }
        const Bytes taken = m_bytes.subspan(m_position, count);
        m_position += count;
        return taken;
    }

    constexpr void skip(std::size_t count) { take(count); }
    constexpr bool has(std::size_t count) const { return m_ok && count <= m_bytes.size() - m_position; }
    constexpr bool ok() const { return m_ok; }
    constexpr std::size_t position() const { return m_position; }
    constexpr std::size_t remaining() const { return m_bytes.size() - m_position; }
    constexpr Bytes rest() const { return m_bytes.subspan(m_position); }

private:
    template <typename Number>
    constexpr Number read()
    {
        const Bytes taken = take(sizeof(Number));
        return taken.empty() ? Number{0} : loadUnchecked<sizeof(Number)>(taken.data(), m_order);
    }

    Bytes m_bytes;
    std::size_t m_position = 0;
    ByteOrder m_order;
    bool m_ok = true;
};

} // namespace tcpladder
