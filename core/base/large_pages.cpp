// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/large_pages.h"

#include "core/base/temporary_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <new>
#include <optional>
#include <string>

namespace tcpladder {

namespace {

constexpr std::size_t cacheLine = 64;
constexpr std::size_t smallPage = 4096;

// Smaller pieces don't fill the memory of any machine.
constexpr std::size_t leastInFile = std::size_t{8} << 20;

/// What other programs, and the cache of the capture's own file, are left with.
constexpr std::size_t shareOfOthers = 8;

/// The kernel's own estimate of what programs can get without making others swap, and all that there is; in bytes.
struct SystemMemory
{
    std::size_t available = 0;
    std::size_t total = 0;
};

std::optional<SystemMemory> readSystemMemory()
{
    constexpr std::size_t kibi = 1024;
    std::ifstream lines("/proc/meminfo"); // proc(5): "MemAvailable:   21345678 kB"
    SystemMemory memory;
    std::string name;
    std::string rest;
    for (std::size_t amount = 0; lines >> name >> amount && std::getline(lines, rest);) {
        if (name == "MemTotal:")
            memory.total = amount * kibi;
        else if (name == "MemAvailable:")
            memory.available = amount * kibi;
        if (memory.total > 0 && memory.available > 0)
            return memory;
    }
    return {};
}

bool isMemoryShort(std::size_t bytes)
{
    const auto memory = readSystemMemory();
    return memory && memory->available < bytes + memory->total / shareOfOthers;
}

/// Advice: all goes on without.
void adviseLargePages([[maybe_unused]] std::span<std::byte> pages)
{
#ifdef MADV_HUGEPAGE
    ::madvise(pages.data(), pages.size(), MADV_HUGEPAGE);
#endif
}

/// Changes nothing, whatever others write meanwhile. Where a hypervisor keeps page tables of its own beside the
/// system's, the first look at a page that the system has provided waits once more, and for longer.
[[gnu::no_sanitize_thread]] void lookAtEachPage(std::span<const std::byte> pages)
{
    for (std::size_t at = 0; at < pages.size(); at += smallPage)
        static_cast<void>(*static_cast<const volatile std::byte*>(&pages[at]));
}

bool areWholeLargePages(std::span<std::byte> pages)
{
    return reinterpret_cast<std::uintptr_t>(pages.data()) % largePage == 0 && pages.size() % largePage == 0;
}

} // namespace

void FreePages::operator()(std::byte* memory) const
{
    if (mapped > 0)
        ::munmap(memory, mapped);
    else
        std::free(memory); // NOLINT(cppcoreguidelines-no-malloc): of aligned_alloc(), which needs no alignment to free
}

PageMemory allocatePagesInFile(std::size_t bytes)
{
    const int file = openTemporaryFile();
    if (file < 0)
        return {};
    void* memory = MAP_FAILED;
    // Without room set aside, a write to a full disk's page would end the program.
    if (::posix_fallocate(file, 0, static_cast<off_t>(bytes)) == 0)
        memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    return memory == MAP_FAILED ? PageMemory() : PageMemory(static_cast<std::byte*>(memory), FreePages{bytes});
}

PageMemory allocatePages(std::size_t bytes)
{
    if (bytes >= leastInFile && isMemoryShort(bytes)) {
        if (PageMemory memory = allocatePagesInFile(bytes))
            return memory;
    }
    const std::size_t alignment = bytes >= largePage ? largePage : cacheLine;
    const std::size_t size = (bytes + alignment - 1) / alignment * alignment;
    PageMemory memory(static_cast<std::byte*>(std::aligned_alloc(alignment, size)));
    if (!memory)
        throw std::bad_alloc();
    return memory;
}

// The system keeps a process from mapping anything while it provides pages: other threads wait for a piece at most.
void providePages(std::span<std::byte> pages, PageSize pageSize)
{
    if (pageSize == PageSize::Large && areWholeLargePages(pages))
        adviseLargePages(pages);
#ifdef MADV_POPULATE_WRITE
    const std::size_t skipped = (smallPage - reinterpret_cast<std::uintptr_t>(pages.data()) % smallPage) % smallPage;
    std::span<std::byte> rest = pages.subspan(std::min(skipped, pages.size()));
    while (!rest.empty()) { // changes no byte, and where the system can't, the first write does what it does
        const std::span<std::byte> piece = rest.first(std::min(largePage, rest.size()));
        if (::madvise(piece.data(), piece.size(), MADV_POPULATE_WRITE) == 0)
            lookAtEachPage(piece); // where nothing was provided, a look would only lend the system's page of zeros
        rest = rest.subspan(piece.size());
    }
#endif
}

} // namespace tcpladder
