// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/large_pages.h"
#include "core/source/byte_source.h"

namespace tcpladder {

/// A window that moves forward over a byte source, so that a reader sees each record as one span without a copy of its
/// own.
///
/// Reading in large pieces is faster than a mapping for whole packets: a mapping pays a page fault for every 4 KiB.
class BufferedBytes
{
public:
    static constexpr std::size_t usualWindow = std::size_t{1} << 18;

    /// windowSize: bytes read at once; a record that is longer makes the window grow.
    explicit BufferedBytes(std::shared_ptr<const ByteSource> source, std::size_t windowSize = usualWindow);

    /// The count bytes from offset on, or as many as there are. Valid until the next call. offset must not go backwards
    /// by more than the window; going back is allowed but reads again.
    Result<Bytes> view(std::uint64_t offset, std::size_t count)
    {
        if (offset >= m_start && offset + count <= m_start + m_filled) [[likely]]
            return Bytes(m_buffer.get() + (offset - m_start), count);
        return refill(offset, count);
    }

    /// The same where they are at hand already, for whoever asks for millions; else nothing.
    const std::byte* atHand(std::uint64_t offset, std::size_t count) const
    {
        const bool isThere = offset >= m_start && offset + count <= m_start + m_filled;
        return isThere ? m_buffer.get() + (offset - m_start) : nullptr;
    }

    /// All from offset on that are at hand; none where the window has to move.
    Bytes restAtHand(std::uint64_t offset) const
    {
        const bool isThere = offset >= m_start && offset < m_start + m_filled;
        return isThere ? Bytes(m_buffer.get(), m_filled).subspan(offset - m_start) : Bytes();
    }

    /// Whether more may come behind a view that was shorter than asked for. It was asked of the source before the view
    /// read from it, so that bytes which came last are never overlooked.
    bool mayGrow() const { return m_mayGrow; }

    const std::shared_ptr<const ByteSource>& source() const { return m_source; }

private:
    Result<Bytes> refill(std::uint64_t offset, std::size_t count);
    void makeRoom(std::size_t size);

    std::shared_ptr<const ByteSource> m_source;
    std::size_t m_windowSize;
    PageMemory m_buffer;
    std::size_t m_room = 0;
    std::uint64_t m_start = 0;
    std::size_t m_filled = 0;
    bool m_mayGrow = false;
};

} // namespace tcpladder
