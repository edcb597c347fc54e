// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace tcpladder {

constexpr std::size_t largePage = std::size_t{2} << 20;

struct FreePages
{
    std::size_t mapped = 0; ///< bytes of a file that the memory is; 0 for memory of the heap

    void operator()(std::byte* memory) const;
};

using PageMemory = std::unique_ptr<std::byte, FreePages>;

/// Large ones, where the system has them, hold 2 MB: a first write to each page of 4 kB costs more than writing the
/// page. But where the host of a virtual machine takes free memory back, a large one has to come from there.
enum class PageSize : std::uint8_t { Small, Large };

/// Memory that more than one knows of: it goes with the last of them.
struct SharedPages
{
    std::shared_ptr<std::byte> memory;
    std::size_t size = 0;

    std::span<std::byte> all() const { return {memory.get(), size}; }
};

/// Memory that is not written to before it is used, of small pages until providePages() is asked for others. Begins
/// where a large page does, if it is larger than one.
///
/// Where the system has little memory left, large pieces are a temporary file instead, which the system writes out and
/// reads again as needed: a capture whose index is larger than memory opens all the same, only slower.
PageMemory allocatePages(std::size_t bytes);

/// The same, always in a file; none where there can be no file.
PageMemory allocatePagesInFile(std::size_t bytes);

/// Has the system provide the memory now, all that is not there yet; what is written in it stays. Large pages only
/// where whole ones are asked for.
void providePages(std::span<std::byte> pages, PageSize pageSize = PageSize::Small);

} // namespace tcpladder
