// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/untouched_records.h"

#include <algorithm>

namespace tcpladder {

UntouchedRecordReader::UntouchedRecordReader(
    TextRecordReader& records, std::shared_ptr<const ByteSource> source, std::size_t pieceSize)
    : m_records(records)
    , m_pieces(std::move(source), pieceSize)
{
}

/// The place of the first record that begins there or behind.
std::size_t UntouchedRecordReader::findAt(const TextPiece& piece, std::uint64_t offset) const
{
    if (&piece == m_piece && m_at < piece.records.size() && piece.records[m_at].offset == offset) [[likely]]
        return m_at;
    const auto found = std::ranges::lower_bound(piece.records, offset, {}, &UntouchedRecord::offset);
    return static_cast<std::size_t>(found - piece.records.begin());
}

/// Whether a record begins behind it, or at least the first line of one, which is not in the same piece.
bool UntouchedRecordReader::endsForSure(const UntouchedRecord& record, const DumpStart& start)
{
    constexpr std::size_t longestLine = 4096;
    const TextPiece* const piece = m_pieces.pieceAt(record.end(), start);
    if (piece && piece->start == start) {
        const std::size_t at = findAt(*piece, record.end());
        if (at < piece->records.size() && piece->records[at].offset == record.end()) [[likely]]
            return true;
    }
    const std::string_view text = m_records.textAt(record.end(), longestLine).substr(0, longestLine);
    const std::size_t end = text.find('\n');
    return end != std::string_view::npos && m_records.surelyStartsRecord(text.substr(0, end), record.summary.time.form);
}

std::span<const UntouchedRecord> UntouchedRecordReader::peek(const DumpStart& start, std::size_t most)
{
    const auto place = m_records.knownStart();
    if (!place)
        return {};
    m_pieces.goOnAt(place->offset);
    const TextPiece* const piece = m_pieces.pieceAt(place->offset, start);
    if (!piece || piece->start != start)
        return {};
    m_place = *place;
    m_at = findAt(*piece, place->offset);
    m_piece = piece;
    const auto records = std::span(piece->records).subspan(m_at);
    std::size_t count = 0;
    std::uint64_t next = place->offset;
    for (; count < most && count < records.size() && records[count].offset == next; ++count)
        next = records[count].end();
    const bool isFollowed = count < records.size() && records[count].offset == next;
    if (count > 0 && !isFollowed && !endsForSure(records[count - 1], start))
        --count;
    return records.first(count);
}

void UntouchedRecordReader::pass(std::size_t count)
{
    const auto passed = std::span(m_piece->records).subspan(m_at, count);
    m_at += count;
    for (const UntouchedRecord& record : passed)
        m_place.line += record.lineCount;
    m_place.offset = passed.back().end();
    m_records.goOnAt(m_place, passed.back().summary.time.form);
}

} // namespace tcpladder
