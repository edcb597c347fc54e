// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"

#include <string_view>
#include <vector>

namespace tcpladder {

/// Puts numbers and texts one behind the other: what ByteReader takes apart.
class ByteWriter
{
public:
    explicit ByteWriter(ByteOrder order = ByteOrder::Big)
        : m_order(order)
    {
    }

    ByteWriter& u8(std::uint64_t value) { return number(value, 1); }
    ByteWriter& u16(std::uint64_t value) { return number(value, 2); }
    ByteWriter& u32(std::uint64_t value) { return number(value, 4); }

    ByteWriter& append(Bytes bytes)
    {
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
        return *this;
    }

    ByteWriter& text(std::string_view text) { return append(std::as_bytes(std::span(text))); }

    /// "0204 05b4": hexadecimal digits, spaces ignored.
    ByteWriter& hex(std::string_view digits)
    {
        int pending = -1;
        for (const char digit : digits) {
            if (digit == ' ')
                continue;
            const int value = digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
            if (pending >= 0)
                u8(static_cast<unsigned>(pending * 16 + value));
            pending = pending >= 0 ? -1 : value;
        }
        return *this;
    }

    std::size_t size() const { return m_bytes.size(); }
    const std::vector<std::byte>& bytes() const { return m_bytes; }

private:
    ByteWriter& number(std::uint64_t value, unsigned width)
    {
        for (unsigned i = 0; i < width; ++i) {
            const unsigned at = m_order == ByteOrder::Big ? width - 1 - i : i;
            m_bytes.push_back(static_cast<std::byte>(value >> (8 * at)));
        }
        return *this;
    }

    std::vector<std::byte> m_bytes;
    ByteOrder m_order;
};

} // namespace tcpladder
