// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/text_piece.h"

#include <array>
#include <condition_variable>
#include <mutex>

namespace tcpladder {

/// The pieces of a text in turn, read by whoever wants the next one, and by whoever helps.
///
/// What a piece's records are does not depend on who reads it. Pieces are read in turn as well, so that whoever wants
/// one that a helper has not finished reads those behind it meanwhile.
class TextPiecesAhead
{
public:
    TextPiecesAhead(std::shared_ptr<const ByteSource> source, std::size_t pieceSize);

    /// The piece that a record at the offset is in, valid until goOnAt() a later one; null where the source does not
    /// have all of it, or where it is too far behind the first that may still be asked for. start: of dumps as they are
    /// known by now; pieces read before were read with what was known then.
    const TextPiece* pieceAt(std::uint64_t offset, const DumpStart& start);

    /// Nobody asks for earlier pieces any more.
    void goOnAt(std::uint64_t offset);

    /// Reads a piece ahead, from any one thread besides that which takes the pieces; false where there is none to read.
    bool help();

private:
    static constexpr std::size_t most = 8; ///< at once

    struct Slot
    {
        TextPiece piece;
        bool isBeingRead = false;
        bool isRead = false;
    };

    std::uint64_t numberOf(std::uint64_t offset) const { return offset > 0 ? (offset - 1) / m_pieceSize : 0; }
    Slot& slotOf(std::uint64_t number) { return m_slots[number % most]; }
    bool isThere(std::uint64_t number);
    bool canReadNext();
    void readNext(std::unique_lock<std::mutex>& guard, TextPieceReader& reader);

    std::shared_ptr<const ByteSource> m_source;
    std::size_t m_pieceSize;
    TextPieceReader m_taker;
    TextPieceReader m_helper;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    // All below belongs to whoever holds the mutex, but for a slot's piece, which belongs to who reads or takes it.
    std::array<Slot, most> m_slots;
    DumpStart m_start;
    bool m_isStartKnown = false;    ///< somebody asked
    std::uint64_t m_first = 0;      ///< that may still be asked for
    std::uint64_t m_next = 0;       ///< to be read
    std::uint64_t m_sourceSize = 0; ///< when it was last asked for
};

} // namespace tcpladder
