// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/prefetch.h"

#include <array>
#include <cassert>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

namespace tcpladder {

/// A list in place, of which nothing is filled before it is used, where the most that it can hold is known and small.
template <class Value, std::size_t Capacity>
class ShortList
{
    static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);

public:
    /// Not beyond the capacity.
    template <class... Arguments>
    void add(Arguments&&... arguments)
    {
        assert(m_count < Capacity);
        std::construct_at(data() + m_count++, std::forward<Arguments>(arguments)...);
    }

    void removeLast() { --m_count; }

    Value& back() { return data()[m_count - 1]; }
    std::span<Value> all() { return {data(), m_count}; }
    std::span<const Value> all() const { return {reinterpret_cast<const Value*>(m_memory.data()), m_count}; }
    bool isFull() const { return m_count == Capacity; }

    /// Asks for the memory of the one that will be added next.
    void prefetchNext() const { prefetchBytes(m_memory.data() + m_count * sizeof(Value), sizeof(Value)); }

private:
    Value* data() { return reinterpret_cast<Value*>(m_memory.data()); }

    std::size_t m_count = 0;
    alignas(Value) std::array<std::byte, sizeof(Value) * Capacity> m_memory;
};

} // namespace tcpladder
