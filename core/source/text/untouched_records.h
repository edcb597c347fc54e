// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/text/text_pieces_ahead.h"
#include "core/source/text/text_record_reader.h"

#include <span>

namespace tcpladder {

/// The short way through a text that tcpdump -X printed and nobody touched, as large texts are.
///
/// TextRecordReader understands what people, mail programs and editors make of tcpdump's lines, and takes 6,000
/// instructions for a packet. Nearly all packets of a large text need none of that. So each record is tried here first:
/// the dump by its columns, the summary letter by letter against what tcpdump prints for these bytes. It is a record of
/// this kind only where each character is as expected and another record begins behind it beyond doubt; then the other
/// reader would have found the same, and nothing in which line and bytes differ. Everything else is left to that
/// reader, from the record's first character on:
///
///     peek() ── records ──> pass()          the next one begins behind them
///            └─ none ─────> TextRecordReader::next()
class UntouchedRecordReader
{
public:
    // What is read at once stays in the processor's second cache with all that is made of it.
    static constexpr std::size_t usualPiece = std::size_t{1} << 17;

    /// source: of the records' text.
    UntouchedRecordReader(TextRecordReader& records, std::shared_ptr<const ByteSource> source, std::size_t pieceSize);

    /// The next records as far as they are of this kind and at hand, no more than most; valid until the next call.
    /// start: of the dumps so far.
    std::span<const UntouchedRecord> peek(const DumpStart& start, std::size_t most);

    // Of what peek() gave.
    RecordPlace place() const { return m_place; }
    Bytes bytesOf(const UntouchedRecord& record) const { return m_piece->bytesOf(record); }

    /// Goes on behind the first so many of them.
    void pass(std::size_t count);

    /// As PacketReader::help().
    bool help() { return m_pieces.help(); }

private:
    std::size_t findAt(const TextPiece& piece, std::uint64_t offset) const;
    bool endsForSure(const UntouchedRecord& record, const DumpStart& start);

    TextRecordReader& m_records;
    TextPiecesAhead m_pieces;
    const TextPiece* m_piece = nullptr;
    std::size_t m_at = 0; ///< in the piece
    RecordPlace m_place;
};

} // namespace tcpladder
