// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/text_pieces_ahead.h"

namespace tcpladder {

TextPiecesAhead::TextPiecesAhead(std::shared_ptr<const ByteSource> source, std::size_t pieceSize)
    : m_source(std::move(source))
    , m_pieceSize(pieceSize)
    , m_taker(m_source, pieceSize)
    , m_helper(m_source, pieceSize)
{
}

/// Of a source that grows, whole pieces alone: what is behind its end for now would be missed.
bool TextPiecesAhead::isThere(std::uint64_t number)
{
    const bool mayGrow = m_source->mayGrow();
    const std::uint64_t wanted = number * m_pieceSize + (mayGrow ? m_pieceSize : 1);
    if (wanted > m_sourceSize)
        m_sourceSize = m_source->size().value_or(0);
    return wanted <= m_sourceSize;
}

/// A slot may still be read for a piece that nobody asks for any more.
bool TextPiecesAhead::canReadNext()
{
    return m_isStartKnown && m_next < m_first + most && !slotOf(m_next).isBeingRead && isThere(m_next);
}

void TextPiecesAhead::readNext(std::unique_lock<std::mutex>& guard, TextPieceReader& reader)
{
    const std::uint64_t number = m_next++;
    Slot& slot = slotOf(number);
    slot.isBeingRead = true;
    slot.isRead = false;
    const DumpStart start = m_start;
    guard.unlock();
    reader.read(number, start, slot.piece);
    guard.lock();
    slot.isBeingRead = false;
    slot.isRead = true;
    m_changed.notify_all();
}

const TextPiece* TextPiecesAhead::pieceAt(std::uint64_t offset, const DumpStart& start)
{
    const std::uint64_t number = numberOf(offset);
    std::unique_lock guard(m_mutex);
    m_start = start;
    m_isStartKnown = true;
    if (number >= m_first + most)
        return nullptr;
    while (number >= m_next || !slotOf(number).isRead) {
        if (canReadNext())
            readNext(guard, m_taker);
        else if (number >= m_next && !isThere(number))
            return nullptr;
        else
            m_changed.wait(guard);
    }
    return &slotOf(number).piece;
}

void TextPiecesAhead::goOnAt(std::uint64_t offset)
{
    const std::lock_guard guard(m_mutex);
    m_first = std::max(m_first, numberOf(offset));
    m_next = std::max(m_next, m_first);
}

bool TextPiecesAhead::help()
{
    std::unique_lock guard(m_mutex);
    if (!canReadNext())
        return false;
    readNext(guard, m_helper);
    return true;
}

} // namespace tcpladder
