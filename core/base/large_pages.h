// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

namespace tcpladder {

struct FreePages
{
    void operator()(std::byte* memory) const;
};

using PageMemory = std::unique_ptr<std::byte, FreePages>;

/// Memory that is not written to before it is used. Where it is large and the system has large pages it consists of
/// them: a first write to each page of 4 kB costs more than writing the page, most of all in virtual machines.
PageMemory allocatePages(std::size_t bytes);

} // namespace tcpladder
