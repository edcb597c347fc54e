// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/large_pages.h"

#include <sys/mman.h>

namespace tcpladder {

namespace {

constexpr std::size_t largePage = std::size_t{2} << 20;
constexpr std::size_t cacheLine = 64;

} // namespace

void FreePages::operator()(std::byte* memory) const
{
    ::operator delete(memory, std::align_val_t(alignment));
}

PageMemory allocatePages(std::size_t bytes)
{
    const std::size_t alignment = bytes >= largePage ? largePage : cacheLine;
    const std::size_t size = (bytes + alignment - 1) / alignment * alignment;
    PageMemory memory(static_cast<std::byte*>(::operator new(size, std::align_val_t(alignment))), FreePages{alignment});
#ifdef MADV_HUGEPAGE
    if (alignment == largePage)
        madvise(memory.get(), size, MADV_HUGEPAGE); // advice: all goes on without
#endif
    return memory;
}

} // namespace tcpladder
