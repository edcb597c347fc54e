// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/text_piece.h"

#include <algorithm>
#include <utility>

namespace tcpladder {

namespace {

// tcpdump's longest summaries have some 400 characters, and the shortest of a segment more than 64: where a line ends
// before that, its dump is not found.
constexpr std::size_t shortestSummary = 64;
constexpr std::size_t longestSummary = 1024;

// Of a record; most are shorter than the first.
constexpr std::size_t usualLength = 4096;
constexpr std::size_t longestLength = std::size_t{320} << 10;

// While the summary of one record is read, the bytes of the next few tell what its reader will want to look at.
constexpr std::size_t bytesAhead = 8;

} // namespace

TextPieceReader::TextPieceReader(std::shared_ptr<const ByteSource> source, std::size_t pieceSize)
    : m_source(std::move(source))
    , m_pieceSize(pieceSize)
{
}

void TextPieceReader::load(std::uint64_t begin)
{
    if (!m_text)
        m_text = allocatePages(m_pieceSize + longestLength);
    m_begin = begin;
    m_filled = 0;
    loadMore(m_pieceSize + usualLength);
}

/// False where there is no more, or where no record is so long.
bool TextPieceReader::loadMore(std::size_t length)
{
    const auto rest = std::span(m_text.get(), m_pieceSize + longestLength).subspan(m_filled);
    const auto wanted = rest.first(std::min(length, rest.size()));
    const std::size_t count = m_source->readAt(m_begin + m_filled, wanted).value_or(0);
    m_filled += count;
    return count > 0;
}

std::string_view TextPieceReader::textFrom(std::uint64_t offset) const
{
    const std::string_view text(reinterpret_cast<const char*>(m_text.get()), m_filled);
    return text.substr(std::min<std::uint64_t>(offset - m_begin, m_filled));
}

/// Where the next line begins that no row of a dump stands in.
std::uint64_t TextPieceReader::findStart(std::uint64_t offset) const
{
    const std::string_view text = textFrom(offset);
    std::size_t end = text.find('\n');
    while (end != std::string_view::npos && end + 1 < text.size()) {
        if (text[end + 1] != '\t')
            return offset + end + 1;
        end = text.find('\n', end + 1);
    }
    return m_begin + m_filled;
}

/// All of a record but its summary.
UntouchedDumpOutcome TextPieceReader::readBytes(std::uint64_t offset, TextPiece& piece)
{
    const std::string_view text = textFrom(offset);
    const std::size_t end = text.substr(0, longestSummary).find('\n', shortestSummary);
    if (end == std::string_view::npos)
        return text.size() < longestSummary ? UntouchedDumpOutcome::CutShort : UntouchedDumpOutcome::Other;
    UntouchedDump dump{.to = piece.bytes.data() + m_bytesUsed};
    const auto outcome = readUntouchedDump(text.substr(end + 1), dump);
    if (outcome != UntouchedDumpOutcome::Read)
        return outcome;
    UntouchedRecord& record = piece.records.emplace_back();
    if (!readPlainHeader({dump.to, dump.byteCount}, piece.start, record.header)) {
        piece.records.pop_back();
        return UntouchedDumpOutcome::Other;
    }
    record.offset = offset;
    record.textLength = static_cast<std::uint32_t>(end + 1 + dump.textLength);
    record.bytesAt = static_cast<std::uint32_t>(m_bytesUsed);
    record.byteCount = static_cast<std::uint32_t>(dump.byteCount);
    record.lineCount = static_cast<std::uint16_t>(1 + dump.rowCount);
    record.firstLineLength = static_cast<std::uint16_t>(end);
    m_bytesUsed += dump.byteCount;
    m_printed.endpoints.prefetch(record.header.key, record.header.keyHash);
    return outcome;
}

/// Leaves a record without length whose summary says anything else.
void TextPieceReader::readSummary(UntouchedRecord& record)
{
    const std::string_view line = textFrom(record.offset).substr(0, record.firstLineLength);
    if (!readUntouchedSummary(line, record.header, m_printed, record.summary))
        record.textLength = 0;
}

void TextPieceReader::read(std::uint64_t number, const DumpStart& start, TextPiece& piece)
{
    const std::uint64_t begin = number * m_pieceSize;
    const std::uint64_t end = begin + m_pieceSize;
    load(begin);
    piece.start = start;
    piece.records.clear();
    piece.bytes.resize(m_pieceSize / 3 + 2 * UntouchedDump::maximumBytes); // a byte takes more than three characters
    m_bytesUsed = 0;
    std::size_t read = 0; // of their summaries
    for (std::uint64_t at = number > 0 ? findStart(begin) : 0; at <= end && at < begin + m_filled;) {
        const auto outcome = readBytes(at, piece);
        // As much again as there is behind the piece.
        if (outcome == UntouchedDumpOutcome::CutShort
            && loadMore(std::max(m_filled, m_pieceSize + usualLength) - m_pieceSize))
            continue;
        at = outcome == UntouchedDumpOutcome::Read ? piece.records.back().end() : findStart(at);
        if (piece.records.size() - read > bytesAhead)
            readSummary(piece.records[read++]);
    }
    for (; read < piece.records.size(); ++read)
        readSummary(piece.records[read]);
    std::erase_if(piece.records, [](const UntouchedRecord& record) { return record.textLength == 0; });
}

} // namespace tcpladder
