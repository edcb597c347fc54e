// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace tcpladder {

/// Asks for the line of the cache, so that it has come by the time that it is wanted; it need not be there.
inline void prefetchLine(const void* memory)
{
    __builtin_prefetch(memory);
    // GCC takes a function that asks for memory and does nothing else for one without any effect, and drops its calls.
    asm volatile("");
}

/// The same for more than a line.
inline void prefetchBytes(const void* memory, std::size_t bytes)
{
    constexpr std::size_t cacheLine = 64;
    const auto* const begin = static_cast<const std::byte*>(memory);
    for (std::size_t at = 0; at < bytes; at += cacheLine)
        prefetchLine(begin + at);
}

template <class Value>
void prefetchWhole(const Value& value)
{
    prefetchBytes(&value, sizeof value);
}

} // namespace tcpladder
