// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace tcpladder {

struct FreePages
{
    std::size_t mapped = 0; ///< bytes of a file that the memory is; 0 for memory of the heap

    void operator()(std::byte* memory) const;
};

using PageMemory = std::unique_ptr<std::byte, FreePages>;

/// Memory that is not written to before it is used. Where it is large and the system has large pages it consists of
/// them: a first write to each page of 4 kB costs more than writing the page, most of all in virtual machines.
///
/// Where the system has little memory left, large pieces are a temporary file instead, which the system writes out and
/// reads again as needed: a capture whose index is larger than memory opens all the same, only slower.
PageMemory allocatePages(std::size_t bytes);

/// The same, always in a file; none where there can be no file.
PageMemory allocatePagesInFile(std::size_t bytes);

/// Has the system provide the memory now, all that is not there yet; what is written in it stays.
void providePages(std::span<std::byte> pages);

} // namespace tcpladder
