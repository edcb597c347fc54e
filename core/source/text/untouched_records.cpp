// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/text/untouched_records.h"

#include <algorithm>

namespace tcpladder {

namespace {

// tcpdump's longest summaries have some 400 characters, and the shortest of a segment more than 64: where a line ends
// before that, its dump is not found.
constexpr std::size_t shortestSummary = 64;
constexpr std::size_t longestSummary = 1024;

// Most records are shorter.
constexpr std::size_t usualRecord = 4096;
constexpr std::size_t longestRecord = std::size_t{320} << 10;

UntouchedDumpOutcome readRecord(
    std::string_view text, const DumpStart& start, PrintedBefore& printed, UntouchedRecord& record)
{
    const std::size_t end = text.substr(0, longestSummary).find('\n', shortestSummary);
    if (end == std::string_view::npos)
        return text.size() < longestSummary ? UntouchedDumpOutcome::CutShort : UntouchedDumpOutcome::Other;
    const auto outcome = readUntouchedDump(text.substr(end + 1), record.dump);
    if (outcome != UntouchedDumpOutcome::Read)
        return outcome;
    if (!readPlainHeader(record.bytes(), start, record.header)
        || !readUntouchedSummary(text.substr(0, end), record.header, printed, record.summary))
        return UntouchedDumpOutcome::Other;
    const std::size_t length = end + 1 + record.dump.textLength;
    const auto lines = static_cast<std::uint32_t>(1 + record.dump.rowCount);
    record.behind = {record.place.offset + length, record.place.line + lines};
    return UntouchedDumpOutcome::Read;
}

} // namespace

bool UntouchedRecordReader::read(RecordPlace place, const DumpStart& start, UntouchedRecord& record)
{
    record.place = place;
    record.dump.to = m_bytes.data() + m_used;
    auto outcome = readRecord(m_records.textAt(place.offset, usualRecord), start, m_printed, record);
    if (outcome == UntouchedDumpOutcome::CutShort) [[unlikely]]
        outcome = readRecord(m_records.textAt(place.offset, longestRecord), start, m_printed, record);
    if (outcome != UntouchedDumpOutcome::Read)
        return false;
    m_used += record.dump.byteCount;
    return true;
}

void UntouchedRecordReader::release()
{
    m_used = 0;
    if (!m_hasAhead)
        return;
    UntouchedRecord& ahead = m_slots[1 - m_current];
    std::ranges::copy(ahead.bytes(), m_bytes.begin());
    ahead.dump.to = m_bytes.data();
    m_used = ahead.dump.byteCount;
}

/// Whether the record that was read ahead, or at least its first line, is one.
bool UntouchedRecordReader::endsForSure(const UntouchedRecord& record)
{
    if (m_hasAhead) [[likely]]
        return true;
    const std::string_view text = m_records.textAt(record.behind.offset, usualRecord).substr(0, usualRecord);
    const std::size_t end = text.find('\n');
    return end != std::string_view::npos && m_records.surelyStartsRecord(text.substr(0, end), record.summary.time.form);
}

const UntouchedRecord* UntouchedRecordReader::peek(const DumpStart& start)
{
    const auto place = m_records.knownStart();
    if (!place)
        return nullptr;
    UntouchedRecord& ahead = m_slots[1 - m_current];
    const bool isReadAlready = m_hasAhead && ahead.place == *place && start == m_start;
    m_hasAhead = false; // whatever was read there is used now or overwritten
    if (!isReadAlready && !read(*place, start, ahead))
        return nullptr;
    m_current = 1 - m_current;
    m_start = start;
    const UntouchedRecord& current = m_slots[m_current];
    m_hasAhead = read(current.behind, start, m_slots[1 - m_current]);
    return endsForSure(current) ? &current : nullptr;
}

void UntouchedRecordReader::pass()
{
    const UntouchedRecord& current = m_slots[m_current];
    m_records.goOnAt(current.behind, current.summary.time.form);
}

} // namespace tcpladder
