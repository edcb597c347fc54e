// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/large_pages.h"
#include "core/source/byte_source.h"
#include "core/source/text/untouched_dump.h"
#include "core/source/text/untouched_summary.h"

#include <vector>

namespace tcpladder {

/// A record whose summary says what its bytes say, sequence numbers aside.
struct UntouchedRecord
{
    std::uint64_t offset = 0;     ///< of its first line in the text
    std::uint32_t textLength = 0; ///< to where its dump ends and the next record is to begin
    std::uint32_t bytesAt = 0;    ///< among those of its piece
    std::uint32_t byteCount = 0;
    std::uint16_t lineCount = 0;
    std::uint16_t firstLineLength = 0; ///< without its end
    UntouchedSummary summary;
    WireHeader header;

    std::uint64_t end() const { return offset + textLength; }
};

/// The untouched records that begin in one piece of a text, if lines are records where they are found: whether they
/// are, the lines in front of them tell.
struct TextPiece
{
    DumpStart start; ///< that they were read with
    std::vector<UntouchedRecord> records;
    std::vector<std::byte> bytes;

    Bytes bytesOf(const UntouchedRecord& record) const
    {
        return Bytes(bytes).subspan(record.bytesAt, record.byteCount);
    }
};

/// Reads pieces of a text in any order.
///
/// A piece has the records that begin behind its first character, up to the first of the next piece: whether one begins
/// with its own first character only the text in front of it tells, and to read that as well would take several times
/// as long, since the system copies from the beginning of a page much faster. The first piece has all.
class TextPieceReader
{
public:
    TextPieceReader(std::shared_ptr<const ByteSource> source, std::size_t pieceSize);

    /// number: from 0, in the text. What cannot be read is left out.
    void read(std::uint64_t number, const DumpStart& start, TextPiece& piece);

private:
    void load(std::uint64_t begin);
    bool loadMore(std::size_t length);
    std::string_view textFrom(std::uint64_t offset) const;
    std::uint64_t findStart(std::uint64_t offset) const;
    UntouchedDumpOutcome readBytes(std::uint64_t offset, TextPiece& piece);
    void readSummary(UntouchedRecord& record);

    std::shared_ptr<const ByteSource> m_source;
    std::size_t m_pieceSize;
    PageMemory m_text;         ///< none before the first piece
    std::uint64_t m_begin = 0; ///< of what it holds
    std::size_t m_filled = 0;
    std::size_t m_bytesUsed = 0; ///< of the piece's
    PrintedBefore m_printed;
};

} // namespace tcpladder
