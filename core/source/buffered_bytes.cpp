// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/buffered_bytes.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tcpladder {

BufferedBytes::BufferedBytes(std::shared_ptr<const ByteSource> source, std::size_t windowSize)
    : m_source(std::move(source))
    , m_windowSize(windowSize)
{
}

/// What it held stays.
void BufferedBytes::makeRoom(std::size_t size)
{
    if (size <= m_room)
        return;
    m_room = std::bit_ceil(size); // for a larger one soon
    PageMemory larger = allocatePages(m_room);
    if (m_filled > 0)
        std::memcpy(larger.get(), m_buffer.get(), m_filled);
    m_buffer = std::move(larger);
}

Result<Bytes> BufferedBytes::refill(std::uint64_t offset, std::size_t count)
{
    std::size_t kept = 0;
    if (offset >= m_start && offset < m_start + m_filled) {
        kept = m_start + m_filled - offset;
        std::memmove(m_buffer.get(), m_buffer.get() + (offset - m_start), kept);
    }
    m_start = offset;
    m_filled = kept;
    const std::size_t size = std::max(m_windowSize, count);
    makeRoom(size);
    m_mayGrow = m_source->mayGrow();
    const auto added = m_source->readAt(offset + kept, std::span(m_buffer.get(), size).subspan(kept));
    if (!added)
        return std::unexpected(added.error());
    m_filled += *added;
    return Bytes(m_buffer.get(), std::min(count, m_filled));
}

} // namespace tcpladder
