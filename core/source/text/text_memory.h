// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/chunked_store.h"
#include "core/source/text/text_flows.h"
#include "core/source/text/text_names.h"

namespace tcpladder {

/// Numbers of a packet that was rebuilt from its summary: they come from lines before it, so they are kept.
struct RebuiltNumbers
{
    std::uint64_t offset = 0; ///< of the packet's record in the source
    AbsoluteNumbers numbers;
};

/// A place in the text whose line number is known.
struct LineMark
{
    std::uint64_t offset = 0;
    std::uint32_t line = 1;
};

/// What the reader of a text finds out and its store needs to make a packet again. The reader's thread writes, any
/// reads.
struct TextMemory
{
    TextNames names;
    ChunkedStore<RebuiltNumbers, 14, 16384> rebuilt; ///< in the order of their offsets
    ChunkedStore<LineMark, 10, 4096> marks;          ///< in the order of their offsets
};

} // namespace tcpladder
