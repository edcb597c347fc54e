// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/large_pages.h"

#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace tcpladder {

namespace {

constexpr std::size_t largePage = std::size_t{2} << 20;
constexpr std::size_t cacheLine = 64;

} // namespace

void FreePages::operator()(std::byte* memory) const
{
    std::free(memory); // NOLINT(cppcoreguidelines-no-malloc): of aligned_alloc(), which needs no alignment to free
}

PageMemory allocatePages(std::size_t bytes)
{
    const std::size_t alignment = bytes >= largePage ? largePage : cacheLine;
    const std::size_t size = (bytes + alignment - 1) / alignment * alignment;
    PageMemory memory(static_cast<std::byte*>(std::aligned_alloc(alignment, size)));
    if (!memory)
        throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    if (alignment == largePage)
        madvise(memory.get(), size, MADV_HUGEPAGE); // advice: all goes on without
#endif
    return memory;
}

} // namespace tcpladder
