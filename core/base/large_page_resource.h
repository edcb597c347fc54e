// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/large_pages.h"

#include <array>
#include <memory_resource>
#include <span>
#include <unordered_map>
#include <vector>

namespace tcpladder {

/// Memory for the many small things that one owner keeps, one behind the other in chunks, whose pages
/// PagesAhead makes large ones where they come soon.
///
/// With hundreds of thousands of pieces, those of the usual heap lie in so many pages that each look at one has to find
/// its page first. What is given back is used again for the next piece of its size; all goes at once with the resource,
/// what was not given back as well.
/// One thread at a time may use it.
class LargePageResource final : public std::pmr::memory_resource
{
public:
    LargePageResource() = default;
    LargePageResource(const LargePageResource&) = delete;
    LargePageResource& operator=(const LargePageResource&) = delete;
    ~LargePageResource() override = default;

    /// Bytes of the system's, and those of them that nothing was made of yet.
    std::size_t size() const { return m_size; }
    std::span<std::byte> rest() const { return {m_next, m_end}; }

    /// Has a large piece of that size at hand for whoever asks for it later, and gives it to the caller to have its
    /// pages provided until then; nothing where it is at hand already, or small. One is kept.
    SharedPages prepare(std::size_t bytes);

private:
    static constexpr std::size_t step = 16; ///< sizes are rounded up to a multiple
    static constexpr std::size_t largestPiece = 2048;

    /// In the memory of a piece that was given back.
    struct FreePiece
    {
        FreePiece* next;
    };

    void* do_allocate(std::size_t bytes, std::size_t alignment) override;
    void do_deallocate(void* memory, std::size_t bytes, std::size_t alignment) override;
    bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override { return this == &other; }

    void* cut(std::size_t bytes, std::size_t alignment);
    void* allocateAlone(std::size_t bytes, std::size_t alignment);

    std::vector<PageMemory> m_chunks;
    std::size_t m_chunkSize = 0;
    std::size_t m_size = 0;
    std::byte* m_next = nullptr; ///< of the last chunk
    std::byte* m_end = nullptr;
    std::array<FreePiece*, largestPiece / step + 1> m_free{};
    std::unordered_map<void*, std::shared_ptr<std::byte>> m_alone; ///< larger pieces, each in pages of its own
    SharedPages m_prepared;
};

} // namespace tcpladder
