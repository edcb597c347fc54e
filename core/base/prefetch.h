// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace tcpladder {

/// Asks for the memory, so that it has come by the time that it is wanted; it need not be there.
inline void prefetchBytes(const void* memory, std::size_t bytes)
{
    constexpr std::size_t cacheLine = 64;
    const auto* const begin = static_cast<const std::byte*>(memory);
    for (std::size_t at = 0; at < bytes; at += cacheLine)
        __builtin_prefetch(begin + at);
}

template <class Value>
void prefetchWhole(const Value& value)
{
    prefetchBytes(&value, sizeof value);
}

} // namespace tcpladder
