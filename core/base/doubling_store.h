// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/large_pages.h"

#include <array>
#include <atomic>
#include <bit>
#include <cassert>
#include <type_traits>

namespace tcpladder {

/// Append-only array of values that never move, written by one thread and read by any, as ChunkedStore, but small while
/// it is short: each chunk is twice as long as the one before it, so that a few pointers find them all.
///
/// With the first chunk's length added, the highest bit of a position names the chunk and the rest is the place in it.
template <class Value>
class DoublingStore
{
    static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);

public:
    static constexpr std::size_t capacity = std::size_t{1} << 32;

    std::size_t size() const { return m_size.load(std::memory_order_acquire); }
    bool empty() const { return size() == 0; }

    const Value& operator[](std::size_t position) const
    {
        assert(position < size());
        return *at(position);
    }

    /// Only the writing thread calls this, and not beyond the capacity.
    void append(const Value& value)
    {
        const std::size_t position = m_size.load(std::memory_order_relaxed);
        if (position == m_allocated) {
            m_chunks[chunkOf(position)] = allocatePages(lengthOf(chunkOf(position)) * sizeof(Value));
            m_allocated += lengthOf(chunkOf(position));
        }
        std::construct_at(at(position), value);
        m_size.store(position + 1, std::memory_order_release);
    }

private:
    static constexpr std::size_t firstLog2 = 8;
    static constexpr std::size_t first = std::size_t{1} << firstLog2;

    static constexpr std::size_t chunkOf(std::size_t position)
    {
        return static_cast<std::size_t>(std::bit_width(position + first)) - 1 - firstLog2;
    }
    static constexpr std::size_t lengthOf(std::size_t chunk) { return first << chunk; }

    Value* at(std::size_t position) const
    {
        const std::size_t chunk = chunkOf(position);
        return reinterpret_cast<Value*>(m_chunks[chunk].get()) + (position + first - lengthOf(chunk));
    }

    std::array<PageMemory, 33 - firstLog2> m_chunks;
    std::size_t m_allocated = 0;
    std::atomic<std::size_t> m_size = 0;
};

} // namespace tcpladder
