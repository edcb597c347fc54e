// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/large_pages.h"
#include "core/base/prefetch.h"

#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

namespace tcpladder {

/// Append-only array of values that never move, written by one thread and read by any.
///
/// Values lie in chunks of a power-of-two size that are found through a fixed table (16 bytes a chunk, cleared at once,
/// so that it had better be small), so that growing moves nothing. Their pages are small but where PagesAhead provides
/// larger ones. A reader that has seen size() may use every element below it while the writer goes on. The writer
/// publishes an element by the release store of the count; elements that change after they were published need the
/// document's lock.
template <class Value, std::size_t ChunkSizeLog2, std::size_t MaximumChunks>
class ChunkedStore
{
public:
    static constexpr std::size_t chunkSize = std::size_t{1} << ChunkSizeLog2;
    static constexpr std::size_t capacity = chunkSize * MaximumChunks;

    ChunkedStore()
        : m_chunks(std::make_unique<Table>())
    {
    }
    ChunkedStore(const ChunkedStore&) = delete;
    ChunkedStore& operator=(const ChunkedStore&) = delete;
    ~ChunkedStore()
    {
        if constexpr (!std::is_trivially_destructible_v<Value>) {
            for (std::size_t i = 0; i < size(); ++i)
                std::destroy_at(at(i));
        }
    }

    std::size_t size() const { return m_size.load(std::memory_order_acquire); }
    bool empty() const { return size() == 0; }
    bool isFull() const { return size() == capacity; }

    const Value& operator[](std::size_t position) const
    {
        assert(position < size());
        return *at(position);
    }

    Value& operator[](std::size_t position) { return const_cast<Value&>(std::as_const(*this)[position]); }

    /// Appends a value and returns its position. Only the writing thread calls this, and not when isFull().
    std::size_t append(Value value) { return emplace(std::move(value)); }

    /// The same, made in its place.
    template <class... Arguments>
    std::size_t emplace(Arguments&&... arguments)
    {
        const std::size_t position = m_size.load(std::memory_order_relaxed);
        if (auto& chunk = (*m_chunks)[position >> ChunkSizeLog2]; !chunk)
            chunk = allocatePages(chunkSize * sizeof(Value));
        touch(at(position));
        std::construct_at(at(position), std::forward<Arguments>(arguments)...);
        m_size.store(position + 1, std::memory_order_release);
        return position;
    }

    /// Asks for the place of the value that will be appended next.
    void prefetchNext() const
    {
        if (!rest().empty())
            prefetchBytes(rest().data(), sizeof(Value));
    }

    /// Memory behind the last value, where the next ones will be.
    std::span<std::byte> rest() const
    {
        const std::size_t used = size() & (chunkSize - 1);
        std::byte* const chunk = (*m_chunks)[size() >> ChunkSizeLog2].get();
        return chunk ? std::span(chunk, chunkSize * sizeof(Value)).subspan(used * sizeof(Value))
                     : std::span<std::byte>();
    }

private:
    using Table = std::array<PageMemory, MaximumChunks>;

    /// What a value's bit fields share a word with is read before it is written. The first look at a new page is not to
    /// be such a read: the system would lend its page of zeros, and have to take it back from every processor.
    static void touch(Value* value)
    {
        auto* const last = reinterpret_cast<volatile std::byte*>(value + 1) - 1;
        *last = std::byte{0};
    }

    Value* at(std::size_t position) const
    {
        auto* const chunk = reinterpret_cast<Value*>((*m_chunks)[position >> ChunkSizeLog2].get());
        return chunk + (position & (chunkSize - 1));
    }

    std::unique_ptr<Table> m_chunks;
    std::atomic<std::size_t> m_size = 0;
};

} // namespace tcpladder
