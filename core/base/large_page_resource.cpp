// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/large_page_resource.h"

#include <algorithm>
#include <cstdint>
#include <new>
#include <utility>

namespace tcpladder {

namespace {

// A capture with a handful of connections is to take no more than it needs. What is not written to takes nothing.
constexpr std::size_t firstChunk = std::size_t{16} << 10;
constexpr std::size_t largestChunk = std::size_t{32} << 20;

// Chunks begin where a cache line does.
constexpr std::size_t largestAlignment = 64;

} // namespace

void* LargePageResource::do_allocate(std::size_t bytes, std::size_t alignment)
{
    if (bytes > largestPiece || alignment > largestAlignment)
        return allocateAlone(bytes, alignment);
    const std::size_t size = (bytes + step - 1) / step * step;
    FreePiece*& free = m_free[size / step];
    // One that was made for another type of the size may begin anywhere.
    if (!free || reinterpret_cast<std::uintptr_t>(free) % alignment != 0)
        return cut(size, std::max(alignment, step));
    return std::exchange(free, free->next);
}

void LargePageResource::do_deallocate(void* memory, std::size_t bytes, std::size_t alignment)
{
    if (bytes > largestPiece || alignment > largestAlignment) {
        m_alone.erase(memory);
        return;
    }
    FreePiece*& free = m_free[(bytes + step - 1) / step];
    free = new (memory) FreePiece{free};
}

SharedPages LargePageResource::prepare(std::size_t bytes)
{
    if (bytes <= largestPiece || bytes == m_prepared.size)
        return {};
    m_prepared = {allocatePages(bytes), bytes};
    return m_prepared;
}

void* LargePageResource::allocateAlone(std::size_t bytes, std::size_t alignment)
{
    const bool isPrepared = bytes == m_prepared.size && alignment <= largestAlignment;
    std::shared_ptr<std::byte> pages = isPrepared
        ? std::exchange(m_prepared, {}).memory
        : allocatePages(bytes + (alignment > largestAlignment ? alignment : 0));
    const std::size_t past = reinterpret_cast<std::uintptr_t>(pages.get()) % alignment;
    void* const memory = pages.get() + (past == 0 ? 0 : alignment - past);
    m_alone.emplace(memory, std::move(pages));
    return memory;
}

void* LargePageResource::cut(std::size_t bytes, std::size_t alignment)
{
    const auto gap = [&] { return (alignment - reinterpret_cast<std::uintptr_t>(m_next) % alignment) % alignment; };
    if (static_cast<std::size_t>(m_end - m_next) < gap() + bytes) {
        m_chunkSize = std::clamp(2 * m_chunkSize, firstChunk, largestChunk);
        m_next = m_chunks.emplace_back(allocatePages(m_chunkSize)).get();
        m_end = m_next + m_chunkSize;
        m_size += m_chunkSize;
    }
    std::byte* const piece = m_next + gap();
    m_next = piece + bytes;
    return piece;
}

} // namespace tcpladder
