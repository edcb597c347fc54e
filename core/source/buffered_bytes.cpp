// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/buffered_bytes.h"

#include <algorithm>
#include <cstring>

namespace tcpladder {

BufferedBytes::BufferedBytes(std::shared_ptr<const ByteSource> source, std::size_t windowSize)
    : m_source(std::move(source))
    , m_windowSize(windowSize)
{
}

Result<Bytes> BufferedBytes::refill(std::uint64_t offset, std::size_t count)
{
    std::size_t kept = 0;
    if (offset >= m_start && offset < m_start + m_filled) {
        kept = m_start + m_filled - offset;
        std::memmove(m_buffer.data(), m_buffer.data() + (offset - m_start), kept);
    }
    if (m_buffer.size() < std::max(m_windowSize, count))
        m_buffer.resize(std::max(m_windowSize, count));
    m_start = offset;
    m_filled = kept;
    m_mayGrow = m_source->mayGrow();
    const auto added = m_source->readAt(offset + kept, std::span(m_buffer).subspan(kept));
    if (!added)
        return std::unexpected(added.error());
    m_filled += *added;
    return Bytes(m_buffer).first(std::min(count, m_filled));
}

} // namespace tcpladder
